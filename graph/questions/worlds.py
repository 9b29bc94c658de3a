"""The definition: every admissible world of a small Knowledge, one after another.

A world gives a day to the start and end of each stay and transfer of the people asked about, and
of everybody else's that could bound theirs. W1: within the bounds of one of its alternatives. W2:
start no later than end. W3: the end of a stay that a transfer leaves is its departure, the start
of one that it enters its arrival. W4: orders and distances that sources state. W5: of two stays of
one person, or of one group, which stays together, at places that exclude each other one ends no
later than the other starts.

This is slow and meant to be read. Small histories are answered by it in tests, and every other
way of answering must agree. An open side reaches to `first` or `last`, which must leave room for
every order: one day a stay beyond the days that anything names is enough.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from graph.event import Bounds
from graph.knowledge import Knowledge
from graph.period import Certainty
from graph.questions.index import exclude_each_other, people_of, stays_of
from graph.questions.told import Order, orders_told

World = Mapping[tuple[str, str], int]
"""("start" or "end", id of a stay or transfer) → day."""


def worlds(knowledge: Knowledge, *, first: int, last: int) -> Iterator[World]:
    """All of them, from `first` to `last`."""
    bounds = {i: t.bounds for i, t in knowledge.transfers.items()}
    bounds |= {i: s.bounds for i, s in knowledge.stays.items()}
    told = orders_told(knowledge)
    bounds |= {i: knowledge.events[i].bounds for i in told if i in knowledge.events}
    orders = {
        order
        for several in told.values()
        for order in several
        if order.first.item in bounds and order.then.item in bounds
    }
    pairs = _exclusive(knowledge)
    for world in _days(knowledge, list(bounds.items()), {}, (first, last)):
        if all(_apart(world, x, y) for x, y in pairs) and all(
            _as_told(world, order, (first, last)) for order in orders
        ):
            yield world


def value(held: "Iterator[bool]") -> Certainty:
    """Certain in all worlds, possible in some, impossible in none; contradictory without any."""
    seen = set(held)
    if not seen:
        return Certainty.CONTRADICTORY
    if seen == {True}:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if True in seen else Certainty.IMPOSSIBLE


def _days(
    knowledge: Knowledge,
    items: list[tuple[str, tuple[Bounds, ...]]],
    chosen: dict[tuple[str, str], int],
    horizon: tuple[int, int],
) -> Iterator[World]:
    if not items:
        yield dict(chosen)
        return
    (item, alternatives), *rest = items
    tried = set()
    for bounds in alternatives:
        for start in _range(bounds.start.lo, bounds.start.hi, horizon):
            for end in _range(max(bounds.end.lo, start), bounds.end.hi, horizon):
                if (start, end) in tried:
                    continue
                tried.add((start, end))
                day = {("start", item): start, ("end", item): end}
                if _shared(knowledge, item, {**chosen, **day}):
                    yield from _days(knowledge, rest, {**chosen, **day}, horizon)


def _range(low: int, high: int, horizon: tuple[int, int]) -> range:
    return range(max(low, horizon[0]), min(high, horizon[1]) + 1)


def _shared(knowledge: Knowledge, item: str, chosen: World) -> bool:
    """W3, of what has its days already."""
    for stay in knowledge.stays.values():
        for mine, transfer, theirs in (
            ("start", stay.arrived_by, "end"),
            ("end", stay.left_by, "start"),
        ):
            if transfer is None or item not in {stay.id, transfer}:
                continue
            one, other = chosen.get((mine, stay.id)), chosen.get((theirs, transfer))
            if one is not None and other is not None and one != other:
                return False
    return True


def _exclusive(knowledge: Knowledge) -> set[tuple[str, str]]:
    people = {s.who for s in knowledge.stays.values()}
    people |= {p for who in people for p in people_of(knowledge, who)}
    return {
        (x.id, y.id)
        for person in people
        for x, y in combinations(stays_of(knowledge, person), 2)
        if exclude_each_other(knowledge, x.at, y.at)
    }


def _apart(world: World, x: str, y: str) -> bool:
    return world["end", x] <= world["start", y] or world["end", y] <= world["start", x]


def _as_told(world: World, order: Order, horizon: tuple[int, int]) -> bool:
    """W4: some days of the two tellings, each inside its stay, are so far apart."""
    first, then = order.first, order.then
    ended: range | list[int] = [world["end", first.item]]
    starts: range | list[int] = [world["start", then.item]]
    if first.inside:
        stay = world["start", first.item], world["end", first.item]
        ended = _range(max(first.end.lo, stay[0]), min(first.end.hi, stay[1]), horizon)
    if then.inside:
        stay = world["start", then.item], world["end", then.item]
        starts = _range(max(then.start.lo, stay[0]), min(then.start.hi, stay[1]), horizon)
    return any(
        order.least <= b - a and (order.most is None or b - a <= order.most)
        for a in ended
        for b in starts
    )
