"""In which order the stays of one person came, as far as anybody can know.

One place at a time (W5): of two stays at places that exclude each other one ends no later than
the other starts. Courts, hospitals and stops on the way do not exclude the place that sent them.
"""

from collections.abc import Callable, Sequence

from graph.claim import Kind
from graph.event import HopKind, Next, Stay, Transfer
from graph.fold.namesakes import Namesakes
from graph.period import Certainty

NOT_EXCLUSIVE = frozenset(
    {"court", "hospital_penal", "hospital_civil", "hospital_military", "psych", "transit"}
    | {"exchange_point"}
)
Exclusive = Callable[[str, str], bool]


def first_of(a: Stay, b: Stay, exclusive: Exclusive) -> Certainty:
    """Whether `a` ended no later than `b` started.

    Contradictory where two exclusive places hold the person at once in every world.
    """
    if a.left_by is not None and a.left_by == b.arrived_by:
        return Certainty.CERTAIN
    if b.left_by is not None and b.left_by == a.arrived_by:
        return Certainty.IMPOSSIBLE
    if not exclusive(a.at, b.at):
        sure = all(x.end.hi <= y.start.lo for x in a.bounds for y in b.bounds)
        can = any(x.end.lo <= y.start.hi for x in a.bounds for y in b.bounds)
        return Certainty.CERTAIN if sure else _possible(can)
    forward = [x.end.lo <= y.start.hi for x in a.bounds for y in b.bounds]
    backward = [y.end.lo <= x.start.hi for x in a.bounds for y in b.bounds]
    if not any(forward) and not any(backward):
        return Certainty.CONTRADICTORY
    if all(forward) and not any(backward):
        return Certainty.CERTAIN
    return _possible(any(forward))


def nexts(
    who: str, stays: Sequence[Stay], moves: Sequence[Transfer], exclusive: Exclusive
) -> list[Next]:
    """Pairs of stays between which no other stay certainly lies."""
    ordered = sorted(stays, key=lambda s: s.id)
    order = {
        (a.id, b.id): first_of(a, b, exclusive) for a in ordered for b in ordered if a.id != b.id
    }
    attested = {move.id: move for move in moves}
    found = []
    for a in ordered:
        for b in ordered:
            if a.id == b.id or not _may(order[a.id, b.id]):
                continue
            between = [
                (order[a.id, z.id], order[z.id, b.id]) for z in ordered if z.id not in {a.id, b.id}
            ]
            shared = a.left_by if a.left_by is not None and a.left_by == b.arrived_by else None
            if shared is None and any(_sure(x) and _sure(y) for x, y in between):
                continue
            alone = shared is not None or not any(_may(x) and _may(y) for x, y in between)
            found.append(
                Next(
                    id=f"next:{who}:{a.id}>{b.id}",
                    who=who,
                    earlier=a.id,
                    later=b.id,
                    kind=HopKind.ATTESTED if shared in attested else HopKind.INFERRED,
                    order=order[a.id, b.id],
                    adjacent=Certainty.CERTAIN if alone else Certainty.POSSIBLE,
                    transfer=shared,
                )
            )
    return found


def exclusive_places(known: Namesakes) -> Exclusive:
    """Which facilities exclude each other: none of two that may be one.

    Two stays at one facility exclude each other too: were they one, they would be joined.
    """
    passing = {
        e.id
        for e in known.entities.values()
        if e.kind is Kind.FACILITY and not NOT_EXCLUSIVE.isdisjoint(e.values("facility_type"))
    }

    def exclusive(a: str, b: str) -> bool:
        return a == b or not (a in passing or b in passing or known.may_be_one(a, b))

    return exclusive


def _possible(some_world: bool) -> Certainty:
    return Certainty.POSSIBLE if some_world else Certainty.IMPOSSIBLE


def _may(order: Certainty) -> bool:
    return order in {Certainty.CERTAIN, Certainty.POSSIBLE}


def _sure(order: Certainty) -> bool:
    return order is Certainty.CERTAIN
