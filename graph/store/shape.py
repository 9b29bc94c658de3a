"""The graph's shape: labels, relations, and the rows that a reader's knowledge makes of them.

Claims are no nodes: what happened carries their outward ids, its lineage count and its grade.
Dates are days of the calendar; an open side has no property. Every node and relation has a uid.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph.claim import Kind
from graph.entity import Entity
from graph.event import Bounds, Event, Stay, Support, Transfer
from graph.grade import Grade
from graph.identifier import canonical, sha256
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, calendar_date

Value: TypeAlias = str | int | bool | date | list[str]
Uid: TypeAlias = Callable[[str], str]

LABEL_OF_KIND = {
    Kind.FACILITY: "Facility",
    Kind.PERSON: "Person",
    Kind.GROUP: "Group",
    Kind.ORGANISATION: "Organisation",
    Kind.PLACE: "Place",
}
LABELS = (*LABEL_OF_KIND.values(), "Stay", "Transfer", "LegalEvent", "Event", "Document")
RELATIONS = ("OF", "AT", "FROM", "TO", "VIA", "NEXT", "ROUTE", "MEMBER_OF", "DOCUMENTED_IN", "BY")


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its label, its uid and everything else that it carries."""

    label: str
    uid: str
    properties: tuple[tuple[str, Value], ...]

    @property
    def digest(self) -> str:
        """The same for two rows that carry the same."""
        return _digest(self.label, self.properties)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between two nodes, each named by label and uid."""

    type: str
    uid: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: tuple[tuple[str, Value], ...] = ()

    @property
    def digest(self) -> str:
        """The same for two rows that carry the same."""
        return _digest(self.type, self.properties)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """All rows of one reader's graph, by uid."""

    snapshot: str
    nodes: dict[str, Node]
    relations: dict[str, Relation]


def shape(knowledge: Knowledge, uid: Uid) -> Shape:
    """The rows of the graph that this knowledge is."""
    nodes = {node.uid: node for node in _nodes(knowledge, uid)}
    relations = {r.uid: r for r in _relations(knowledge, uid)}
    return Shape(snapshot=uid(knowledge.snapshot), nodes=nodes, relations=relations)


def _nodes(knowledge: Knowledge, uid: Uid) -> Iterator[Node]:
    for entity in knowledge.entities.values():
        yield Node(LABEL_OF_KIND[entity.kind], uid(entity.id), _of_entity(entity))
    for stay in knowledge.stays.values():
        yield Node("Stay", uid(stay.id), _of_stay(stay, uid))
    for transfer in knowledge.transfers.values():
        yield Node("Transfer", uid(transfer.id), _of_transfer(transfer, uid))
    for event in knowledge.events.values():
        yield Node(_label(event), uid(event.id), _of_event(event, uid))
    titles = {d.document: d.title for d in knowledge.evidence.descriptions if d.title}
    for document in knowledge.evidence.documents:
        yield Node("Document", uid(document), _plain(title=titles.get(document)))


def _label(event: Event) -> str:
    return "LegalEvent" if event.legal else "Event"


def _of_entity(entity: Entity) -> tuple[tuple[str, Value], ...]:
    return _plain(
        name=entity.label or None,
        names=list(entity.values("name")) or None,
        facility_type=entity.first("facility_type"),
        number=entity.first("number"),
        settlement=entity.first("settlement"),
        region=entity.first("region"),
        country=entity.first("country"),
        lineages=None,
    )


def _of_stay(stay: Stay, uid: Uid) -> tuple[tuple[str, Value], ...]:
    return _plain(
        kind=stay.kind.value,
        **_days(stay.bounds, "start", "end"),
        **_support(stay.support, uid),
        assumed=stay.assumed or None,
    )


def _of_transfer(transfer: Transfer, uid: Uid) -> tuple[tuple[str, Value], ...]:
    return _plain(
        kind=transfer.kind.value,
        **_days(transfer.bounds, "departure", "arrival"),
        **_support(transfer.support, uid),
        size_least=transfer.size_least,
        size_most=transfer.size_most,
        mode=transfer.mode,
    )


def _of_event(event: Event, uid: Uid) -> tuple[tuple[str, Value], ...]:
    details = {name: value for name, value in event.details if name != "lineage"}
    days = _days(event.bounds, "start", "end")
    return _plain(**details, type=event.type, **days, **_support(event.support, uid))


def _days(bounds: tuple[Bounds, ...], start: str, end: str) -> dict[str, Value | None]:
    """Hull of the bounds, and how many alternatives there are if more than one."""
    if not bounds:
        return {"alternatives": 0}
    return {
        f"{start}_earliest": _day(min(b.start.lo for b in bounds)),
        f"{start}_latest": _day(max(b.start.hi for b in bounds)),
        f"{end}_earliest": _day(min(b.end.lo for b in bounds)),
        f"{end}_latest": _day(max(b.end.hi for b in bounds)),
        "alternatives": len(bounds) if len(bounds) > 1 else None,
    }


def _day(number: int) -> date | None:
    return None if number in {OPEN_PAST, OPEN_FUTURE} else calendar_date(number)


def _support(support: Support, uid: Uid) -> dict[str, Value | None]:
    return {
        "grade": support.grade.value,
        "lineages": len(support.lineages),
        "claims": [uid(claim) for claim in support.claims],
    }


def _relations(knowledge: Knowledge, uid: Uid) -> Iterator[Relation]:
    ends = _Ends(knowledge, uid)
    for stay in knowledge.stays.values():
        yield ends.relation("OF", stay.id, stay.who)
        yield ends.relation("AT", stay.id, stay.at)
        yield from ends.documented(stay.id, stay.support)
    for transfer in knowledge.transfers.values():
        sides = (("OF", transfer.who), ("FROM", transfer.origin), ("TO", transfer.destination))
        yield from (ends.relation(t, transfer.id, end) for t, end in sides if end is not None)
        yield from (ends.relation("VIA", transfer.id, place) for place in transfer.via)
        yield from ends.documented(transfer.id, transfer.support)
    for event in knowledge.events.values():
        both = (("OF", event.who), ("AT", event.at))
        yield from (ends.relation(t, event.id, end) for t, end in both if end is not None)
        for role, entity in event.roles:
            yield ends.relation("BY", event.id, entity, _plain(role=role), also=role)
        yield from ends.documented(event.id, event.support)
    for following in knowledge.nexts.values():
        properties = _plain(
            kind=following.kind.value,
            order=following.order.value,
            adjacent=following.adjacent.value,
            person=uid(following.who),
        )
        yield ends.relation(
            "NEXT", following.earlier, following.later, properties, also=following.who
        )
    for whole, parts in knowledge.members.items():
        yield from (ends.relation("MEMBER_OF", part, whole) for part in parts)
    yield from _routes(knowledge, ends)


def _routes(knowledge: Knowledge, ends: "_Ends") -> Iterator[Relation]:
    """Attested transfers between two facilities: all of them, and those nobody disputes."""
    told: Counter[tuple[str, str]] = Counter()
    sure: Counter[tuple[str, str]] = Counter()
    for transfer in knowledge.transfers.values():
        if transfer.origin is not None and transfer.destination is not None:
            ends_of_it = (transfer.origin, transfer.destination)
            told[ends_of_it] += 1
            sure[ends_of_it] += transfer.support.grade is not Grade.DISPUTED
    for (origin, destination), count in sorted(told.items()):
        properties = _plain(certain=sure[origin, destination], possible=count)
        yield ends.relation("ROUTE", origin, destination, properties)


class _Ends:
    """Names the ends of relations by label and uid."""

    def __init__(self, knowledge: Knowledge, uid: Uid) -> None:
        self._knowledge = knowledge
        self._uid = uid
        self._documents = {t.id: t.document for t in knowledge.evidence.texts.values()}

    def relation(
        self,
        kind: str,
        start: str,
        end: str,
        properties: tuple[tuple[str, Value], ...] = (),
        *,
        also: str = "",
    ) -> Relation:
        uid = self._uid(f"{kind}>{start}>{end}>{also}")
        return Relation(kind, uid, self._end(start), self._end(end), properties)

    def documented(self, happening: str, support: Support) -> Iterator[Relation]:
        for document, claims in self._by_document(support.claims):
            properties = _plain(claims=[self._uid(c) for c in claims])
            yield self.relation("DOCUMENTED_IN", happening, document, properties)

    def _by_document(self, claims: Iterable[str]) -> list[tuple[str, list[str]]]:
        found: dict[str, list[str]] = {}
        for claim in claims:
            text = self._knowledge.evidence.claims[claim].passage.text
            found.setdefault(self._documents[text], []).append(claim)
        return sorted(found.items())

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


def _plain(**properties: Value | None) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted((k, v) for k, v in properties.items() if v is not None))


def _digest(name: str, properties: tuple[tuple[str, Value], ...]) -> str:
    plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in properties}
    return sha256(canonical([name, plain]))[:16]
