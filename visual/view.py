"""A network to be drawn: frozen, made of what one reader may see, with outward ids only.

Every picture, list and export takes the same value; counts and sizes come from it alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from graph.event import Bounds, HopKind, Next, Stay, Support, Transfer
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.period import Certainty, Range

Uid = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An entity; `label` is empty for the unnamed, `degree` counts what is in this view."""

    id: str
    inner: str
    kind: str
    label: str
    degree: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie: somebody held at a facility, moves between two facilities, members of a group.

    `claims` are outward ids; `cited` the same claims by inner id, for the words of passages.
    `count` is how many happenings it stands for, `bounds` when they were.
    """

    id: str
    source: str
    target: str
    tie: str
    kind: HopKind
    grade: Grade
    lineages: int
    count: int
    bounds: tuple[Bounds, ...]
    claims: tuple[str, ...]
    cited: tuple[str, ...]
    who: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewGraph:
    """Nodes and edges in order of id; `whole` says how many nodes there were before any cut."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    snapshot: str
    clearance: str
    whole: int

    def within(self, *, window: Range | None = None, grade: Grade | None = None) -> "ViewGraph":
        """Only ties that may fall in the window and are at least so well supported."""
        kept = [
            e
            for e in self.edges
            if (grade is None or e.grade.rank <= grade.rank)
            and (window is None or any(_may_fall(b, window) for b in e.bounds) or not e.bounds)
        ]
        return _sized(self, self.nodes, kept)

    def most(self, number: int) -> "ViewGraph":
        """The nodes with most ties, and the ties between them."""
        best = sorted(self.nodes, key=lambda n: (-n.degree, n.id))[:number]
        ids = {n.id for n in best}
        return _sized(self, best, [e for e in self.edges if {e.source, e.target} <= ids])

    def around(self, node: str) -> "ViewGraph":
        """A node and whatever is tied to it directly, with the ties among those."""
        near = {node} | {e.target for e in self.edges if e.source == node}
        near |= {e.source for e in self.edges if e.target == node}
        edges = [e for e in self.edges if {e.source, e.target} <= near]
        return _sized(self, [n for n in self.nodes if n.id in near], edges)


def facilities_view(knowledge: Knowledge, uid: Uid) -> ViewGraph:
    """Facilities, and all moves between two of them as one tie each way."""
    told: dict[tuple[str, str], list[Transfer]] = defaultdict(list)
    for transfer in knowledge.transfers.values():
        if transfer.origin and transfer.destination and transfer.origin != transfer.destination:
            told[transfer.origin, transfer.destination].append(transfer)
    later: dict[tuple[str, str], list[Next]] = defaultdict(list)
    for step in knowledge.nexts.values():
        ends = knowledge.stays[step.earlier].at, knowledge.stays[step.later].at
        sure = step.order is Certainty.CERTAIN and step.adjacent is Certainty.CERTAIN
        if step.kind is HopKind.INFERRED and sure and ends[0] != ends[1] and ends not in told:
            later[ends].append(step)
    edges = [_moves(pair, found, uid) for pair, found in told.items()]
    edges += [_later(knowledge, pair, found, uid) for pair, found in later.items()]
    return _view(knowledge, uid, edges)


def people_view(knowledge: Knowledge, uid: Uid, *, each_move: bool) -> ViewGraph:
    """People and groups at facilities, members of groups, and moves: each, or all of two ends."""
    edges = [_held(stay, uid) for stay in knowledge.stays.values()]
    told: dict[tuple[str, ...], list[Transfer]] = defaultdict(list)
    for transfer in knowledge.transfers.values():
        if transfer.origin and transfer.destination:
            apart = (transfer.id,) if each_move else ()
            told[transfer.origin, transfer.destination, *apart].append(transfer)
    edges += [_moves((ends[0], ends[1]), found, uid) for ends, found in told.items()]
    for group, members in knowledge.members.items():
        edges += [_member(knowledge, group, member, uid) for member in members]
    return _view(knowledge, uid, edges)


def _view(knowledge: Knowledge, uid: Uid, edges: Iterable[Edge]) -> ViewGraph:
    listed = [e for e in edges if e.claims]
    ends = {i for e in listed for i in (e.source, e.target)}
    nodes = [
        Node(id=uid(e.id), inner=e.id, kind=e.kind.value, label=e.label)
        for e in knowledge.entities.values()
        if uid(e.id) in ends
    ]
    empty = ViewGraph(
        nodes=(),
        edges=(),
        snapshot=uid(knowledge.snapshot),
        clearance=knowledge.reader.clearance.word,
        whole=len(nodes),
    )
    return _sized(empty, nodes, listed)


def _sized(view: ViewGraph, nodes: Iterable[Node], edges: Iterable[Edge]) -> ViewGraph:
    """The view with these; nodes without a tie are left out, degrees are counted anew."""
    kept = tuple(sorted(edges, key=lambda e: e.id))
    degree: dict[str, int] = defaultdict(int)
    for edge in kept:
        degree[edge.source] += edge.count
        degree[edge.target] += edge.count
    sized = (replace(n, degree=degree[n.id]) for n in nodes if n.id in degree)
    return replace(view, nodes=tuple(sorted(sized, key=lambda n: n.id)), edges=kept)


def _moves(pair: tuple[str, str], found: list[Transfer], uid: Uid) -> Edge:
    source, target = pair
    one = found[0].who if len(found) == 1 else None
    return _edge(
        uid(found[0].id) if len(found) == 1 else f"{uid(source)}-{uid(target)}",
        (uid(source), uid(target)),
        "moved",
        [t.support for t in found],
        [b for t in found for b in t.bounds],
        uid=uid,
        who=None if one is None else uid(one),
    )


def _later(knowledge: Knowledge, pair: tuple[str, str], found: list[Next], uid: Uid) -> Edge:
    stays = [knowledge.stays[i] for step in found for i in (step.earlier, step.later)]
    edge = _edge(
        f"{uid(pair[0])}-{uid(pair[1])}",
        (uid(pair[0]), uid(pair[1])),
        "next",
        [s.support for s in stays],
        (),
        uid=uid,
        kind=HopKind.INFERRED,
    )
    return replace(edge, count=len(found))


def _held(stay: Stay, uid: Uid) -> Edge:
    ends = uid(stay.who), uid(stay.at)
    return _edge(
        uid(stay.id), ends, "held_at", [stay.support], stay.bounds, uid=uid, kind=stay.kind
    )


def _member(knowledge: Knowledge, group: str, member: str, uid: Uid) -> Edge:
    mine = set(knowledge.entities[member].subjects)
    theirs = set(knowledge.entities[group].subjects)
    claims = tuple(
        c.id
        for c in knowledge.evidence.claims.values()
        if c.property == "member_of" and mine & set(c.subjects()) and theirs & set(c.subjects())
    )
    held = knowledge.evidence
    documents = sorted({held.texts[held.claims[c].passage.text].document for c in claims})
    support = Support(
        claims=claims, documents=tuple(documents), lineages=tuple(documents), grade=Grade.REPORTED
    )
    return _edge(
        f"{uid(member)}-{uid(group)}",
        (uid(member), uid(group)),
        "member_of",
        [support],
        (),
        uid=uid,
    )


def _edge(
    name: str,
    ends: tuple[str, str],
    tie: str,
    supports: list[Support],
    bounds: Iterable[Bounds],
    *,
    uid: Uid,
    kind: HopKind = HopKind.ATTESTED,
    who: str | None = None,
) -> Edge:
    claims = tuple(dict.fromkeys(c for s in supports for c in s.claims))
    return Edge(
        id=name,
        source=ends[0],
        target=ends[1],
        tie=tie,
        kind=kind,
        grade=min((s.grade for s in supports), key=lambda g: g.rank),
        lineages=len({n for s in supports for n in s.lineages}),
        count=len(supports),
        bounds=tuple(sorted(set(bounds))),
        claims=tuple(uid(c) for c in claims),
        cited=claims,
        who=who,
    )


def _may_fall(bounds: Bounds, window: Range) -> bool:
    return bounds.start.lo <= window.hi and window.lo <= bounds.end.hi
