"""The graph's shape: labels, relations, and the rows that a reader's knowledge makes of them.

Claims are no nodes: what happened carries their outward ids, its lineage count and its grade.
Every node and relation has a uid. A former shape may be handed in: the rows of what is as it was
are taken over from it, the very same values, so that a difference is found by looking.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.answer.stored import Properties
from graph.claim import Kind
from graph.entity import Entity
from graph.event import Event, Next, Stay, Support, Transfer
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.store.properties import Uid, of_entity, of_event, of_stay, of_transfer
from graph.store.rows import Node, Relation, plain

LABEL_OF_KIND = {
    Kind.FACILITY: "Facility",
    Kind.PERSON: "Person",
    Kind.GROUP: "Group",
    Kind.ORGANISATION: "Organisation",
    Kind.PLACE: "Place",
}
LABELS = (*LABEL_OF_KIND.values(), "Stay", "Transfer", "LegalEvent", "Event", "Document")
RELATIONS = ("OF", "AT", "FROM", "TO", "VIA", "NEXT", "ROUTE", "MEMBER_OF", "DOCUMENTED_IN", "BY")
Rows = tuple[Node | Relation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """All rows of one reader's graph, by uid, and what each of them was made of."""

    snapshot: str
    nodes: Mapping[str, Node]
    relations: Mapping[str, Relation]
    sources: Mapping[str, tuple[object, Rows]] = field(default_factory=dict, repr=False)

    def row(self, uid: str) -> Node | Relation | None:
        """The row of that uid, None if there is none."""
        return self.nodes.get(uid) or self.relations.get(uid)


EMPTY = Shape(snapshot="", nodes={}, relations={})


def shape(knowledge: Knowledge, uid: Uid, *, former: Shape = EMPTY) -> Shape:
    """The rows of the graph that this knowledge is; a former shape of the same tier saves time."""
    made = _Making(knowledge, uid)
    sources: dict[str, tuple[object, Rows]] = {}
    nodes: dict[str, Node] = {}
    relations: dict[str, Relation] = {}
    for name, source, rows in made.sources():
        known = former.sources.get(name)
        if known is None or (known[0] is not source and known[0] != source):
            known = (source, tuple(rows(source)))
        sources[name] = known
        for row in known[1]:
            if isinstance(row, Node):
                nodes[row.uid] = row
            else:
                relations[row.uid] = row
    return Shape(
        snapshot=uid(knowledge.snapshot), nodes=nodes, relations=relations, sources=sources
    )


class _Making:
    """Makes rows of whatever the knowledge holds, each of its source alone."""

    def __init__(self, knowledge: Knowledge, uid: Uid) -> None:
        self._knowledge = knowledge
        self._uid = uid
        self._documents = {t.id: t.document for t in knowledge.evidence.texts.values()}

    def sources(self) -> Iterator[tuple[str, object, Callable[..., Iterable[Node | Relation]]]]:
        """Everything that rows are made of: its name, itself, and how."""
        known = self._knowledge
        yield from ((e.id, e, self._entity) for e in known.entities.values())
        yield from ((s.id, s, self._stay) for s in known.stays.values())
        yield from ((t.id, t, self._transfer) for t in known.transfers.values())
        yield from ((e.id, e, self._event) for e in known.events.values())
        yield from ((n.id, n, self._next) for n in known.nexts.values())
        titles = {d.document: d.title for d in known.evidence.descriptions if d.title}
        for document in known.evidence.documents:
            yield document, (document, titles.get(document)), self._document
        for whole, parts in known.members.items():
            yield f"MEMBER_OF>{whole}", (whole, parts), self._members
        for (origin, destination), (certain, possible) in _routes(known):
            route = (origin, destination, certain, possible)
            yield f"ROUTE>{origin}>{destination}", route, self._route

    def _entity(self, entity: Entity) -> Iterator[Node]:
        yield Node(LABEL_OF_KIND[entity.kind], self._uid(entity.id), of_entity(entity))

    def _stay(self, stay: Stay) -> Iterator[Node | Relation]:
        yield Node("Stay", self._uid(stay.id), of_stay(stay, self._uid))
        yield self._relation("OF", stay.id, stay.who)
        yield self._relation("AT", stay.id, stay.at)
        yield from self._documented(stay.id, stay.support)

    def _transfer(self, transfer: Transfer) -> Iterator[Node | Relation]:
        yield Node("Transfer", self._uid(transfer.id), of_transfer(transfer, self._uid))
        sides = (("OF", transfer.who), ("FROM", transfer.origin), ("TO", transfer.destination))
        yield from (self._relation(t, transfer.id, end) for t, end in sides if end is not None)
        yield from (self._relation("VIA", transfer.id, place) for place in transfer.via)
        yield from self._documented(transfer.id, transfer.support)

    def _event(self, event: Event) -> Iterator[Node | Relation]:
        yield Node(_label(event), self._uid(event.id), of_event(event, self._uid))
        both = (("OF", event.who), ("AT", event.at))
        yield from (self._relation(t, event.id, end) for t, end in both if end is not None)
        for role, entity in event.roles:
            yield self._relation("BY", event.id, entity, plain(role=role), also=role)
        yield from self._documented(event.id, event.support)

    def _next(self, following: Next) -> Iterator[Relation]:
        properties = plain(
            kind=following.kind.value,
            order=following.order.value,
            adjacent=following.adjacent.value,
            person=self._uid(following.who),
        )
        yield self._relation(
            "NEXT", following.earlier, following.later, properties, also=following.who
        )

    def _document(self, described: tuple[str, str | None]) -> Iterator[Node]:
        document, title = described
        yield Node("Document", self._uid(document), plain(title=title))

    def _members(self, membership: tuple[str, tuple[str, ...]]) -> Iterator[Relation]:
        whole, parts = membership
        yield from (self._relation("MEMBER_OF", part, whole) for part in parts)

    def _route(self, route: tuple[str, str, int, int]) -> Iterator[Relation]:
        origin, destination, certain, possible = route
        properties = plain(certain=certain, possible=possible)
        yield self._relation("ROUTE", origin, destination, properties)

    def _documented(self, happening: str, support: Support) -> Iterator[Relation]:
        found: dict[str, list[str]] = {}
        for claim in support.claims:
            text = self._knowledge.evidence.claims[claim].passage.text
            found.setdefault(self._documents[text], []).append(claim)
        for document, claims in sorted(found.items()):
            properties = plain(claims=[self._uid(c) for c in claims])
            yield self._relation("DOCUMENTED_IN", happening, document, properties)

    def _relation(
        self, kind: str, start: str, end: str, properties: Properties = (), *, also: str = ""
    ) -> Relation:
        uid = self._uid(f"{kind}>{start}>{end}>{also}")
        return Relation(kind, uid, self._end(start), self._end(end), properties)

    def _end(self, inner: str) -> tuple[str, str]:
        known = self._knowledge
        if inner in known.entities:
            label = LABEL_OF_KIND[known.entities[inner].kind]
        elif inner in known.events:
            label = _label(known.events[inner])
        elif inner in known.stays:
            label = "Stay"
        else:
            label = "Transfer" if inner in known.transfers else "Document"
        return label, self._uid(inner)


def _label(event: Event) -> str:
    return "LegalEvent" if event.legal else "Event"


def _routes(knowledge: Knowledge) -> list[tuple[tuple[str, str], tuple[int, int]]]:
    """Attested transfers between two facilities: those nobody disputes, and all of them."""
    told: Counter[tuple[str, str]] = Counter()
    sure: Counter[tuple[str, str]] = Counter()
    known = knowledge.entities
    for transfer in knowledge.transfers.values():
        origin, destination = transfer.origin, transfer.destination
        if origin is None or destination is None:
            continue
        if known[origin].kind is known[destination].kind is Kind.FACILITY:
            told[origin, destination] += 1
            sure[origin, destination] += transfer.support.grade is not Grade.DISPUTED
    return [(ends, (sure[ends], count)) for ends, count in sorted(told.items())]
