"""Question (a): one person's stays and transfers in order, with gaps and undecided orders."""

from dataclasses import replace
from itertools import combinations, permutations, product

from graph.answer.history import Itinerary, Presence, Step, UndecidedOrder
from graph.answer.terms import TIME_ASSUMPTIONS, DayCount, Terms
from graph.claim import Kind
from graph.event import HopKind, Stay
from graph.knowledge import Knowledge
from graph.period import OPEN_PAST, Certainty
from graph.questions.dated import departure_and_arrival, narrowed_by
from graph.questions.entities import required
from graph.questions.histories import Histories
from graph.questions.index import stays_of, transfers_of
from graph.questions.network import Constraint
from graph.questions.support import joined
from graph.questions.tied import histories

MOST_BETWEEN = 6


def itinerary(knowledge: Knowledge, person: str) -> Itinerary:
    """Everything this reader may read of where the person (or group) was, in order.

    Raises:
        NotFound: there is no such person or group.
    """
    required(knowledge, person, Kind.PERSON, Kind.GROUP)
    worlds = histories(knowledge, person)
    stays = in_order(worlds, stays_of(knowledge, person))
    steps = [
        step
        for earlier, later in permutations(stays, 2)
        if _may_follow(worlds, stays, earlier, later)
        for step in (step_between(knowledge, worlds, stays, earlier, later),)
        if step.transfer is not None or step.adjacent is not Certainty.IMPOSSIBLE
    ]
    moves = transfers_of(knowledge, person)
    bound = {t for s in stays for t in (s.arrived_by, s.left_by)}
    told = {s.transfer for s in steps}
    return Itinerary(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=TIME_ASSUMPTIONS),
        person=person,
        presences=tuple(
            replace(there, beside=narrowed_by(there, (*stays, *moves)))
            for there in (presence(worlds, stay, person) for stay in stays)
        ),
        steps=tuple(steps),
        undecided=tuple(
            UndecidedOrder(stays=(x.id, y.id))
            for x, y in combinations(stays, 2)
            if not (_sure(worlds, x, y) or _sure(worlds, y, x))
        ),
        unplaced=tuple(t for t in moves if t.id not in bound or t.id not in told),
        consistent=worlds.consistent,
        dropped=worlds.dropped,
        aside=worlds.aside,
    )


def presence(worlds: Histories, stay: Stay, person: str) -> Presence:
    """The stay with the days that the whole history leaves it."""
    return Presence(
        stay=stay,
        start=worlds.hull(worlds.start[stay.id]),
        end=worlds.hull(worlds.end[stay.id]),
        group=None if stay.who == person else stay.who,
    )


def in_order(worlds: Histories, stays: tuple[Stay, ...]) -> tuple[Stay, ...]:
    """By certain order; where there is none, by the days documented, then by id."""
    left = sorted(stays, key=lambda s: (*_documented(s), s.id))
    found: list[Stay] = []
    while left:
        first = next(
            (x for x in left if not any(only_before(worlds, y, x) for y in left if y is not x)),
            left[0],
        )
        found.append(first)
        left.remove(first)
    return tuple(found)


def value(worlds: Histories, *constraints: Constraint) -> Certainty | None:
    """The value; of a history that contradicts itself, without the conflicting constraints."""
    return worlds.otherwise([constraints])


def between(worlds: Histories, earlier: str, middle: str, later: str) -> list[Constraint]:
    """The middle one starts once the earlier has ended and ends before the later starts."""
    return [worlds.before(earlier, middle), worlds.before(middle, later)]


def nothing_between(
    worlds: Histories, earlier: str, later: str, others: list[str], *also: Constraint
) -> Certainty | None:
    """Whether the earlier ends before the later starts, `also` holds, and none lies between."""
    ordered = [worlds.before(earlier, later), *also]
    whole = value(worlds, *ordered)
    if whole is Certainty.IMPOSSIBLE or whole is None:
        return whole
    lying = [
        z
        for z in others
        if value(worlds, *between(worlds, earlier, z, later), *also) is not Certainty.IMPOSSIBLE
    ]
    if not lying:
        return whole
    if any(value(worlds, *between(worlds, earlier, z, later)) is None for z in lying):
        return None
    if len(lying) > MOST_BETWEEN:
        return None
    outside = [
        [worlds.starts_before_end(z, earlier), worlds.ends_after_start(z, later)] for z in lying
    ]
    cases = [[*ordered, *case] for case in product(*outside)]
    return worlds.possibly(cases)


def step_between(
    knowledge: Knowledge, worlds: Histories, stays: tuple[Stay, ...], earlier: Stay, later: Stay
) -> Step:
    """The step from one of a person's `stays` to another, whether or not others lie between."""
    others = [s.id for s in stays if s.id not in {earlier.id, later.id}]
    attested = earlier.left_by if earlier.left_by == later.arrived_by else None
    parts = [earlier.support, later.support]
    departure, arrival = worlds.hull(worlds.end[earlier.id]), worlds.hull(worlds.start[later.id])
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    if attested is not None:
        move = knowledge.transfers[attested]
        parts = [move.support]
        (departure, starts), (arrival, ends) = departure_and_arrival(
            departure, arrival, move=move, earlier=earlier, later=later
        )
    return Step(
        kind=HopKind.INFERRED if attested is None else HopKind.ATTESTED,
        earlier=earlier.id,
        later=later.id,
        origin=earlier.at,
        destination=later.at,
        transfer=attested,
        departure=departure,
        arrival=arrival,
        order=value(worlds, worlds.before(earlier.id, later.id)),
        adjacent=nothing_between(worlds, earlier.id, later.id, others),
        gap=gap(worlds, earlier.id, later.id),
        support=joined(parts),
        starts=starts,
        ends=ends,
    )


def gap(worlds: Histories, earlier: str, later: str) -> DayCount:
    """Days strictly between the end of one and the start of the next, given that order."""
    ended, starts = worlds.end[earlier], worlds.start[later]
    least, less = worlds.least(ended, starts), worlds.least(starts, ended)
    return DayCount(
        least=max(0, (least or 0) - 1), most=None if less is None else max(0, -less - 1)
    )


def _documented(stay: Stay) -> tuple[int, int]:
    ends = min(b.end.lo for b in stay.bounds)
    starts = min(b.start.hi for b in stay.bounds)
    return (starts if ends == OPEN_PAST else ends, starts)


def only_before(worlds: Histories, earlier: Stay, later: Stay) -> bool:
    """Certainly in this order, and not certainly in the other too (all on one day)."""
    return _sure(worlds, earlier, later) and not _sure(worlds, later, earlier)


def _may_follow(worlds: Histories, stays: tuple[Stay, ...], earlier: Stay, later: Stay) -> bool:
    """False where the opposite order is certain, or some third certainly lies between."""
    if earlier.left_by is not None and earlier.left_by == later.arrived_by:
        return True
    return not (
        only_before(worlds, later, earlier)
        or value(worlds, worlds.before(earlier.id, later.id)) is Certainty.IMPOSSIBLE
        or any(
            only_before(worlds, earlier, z) and only_before(worlds, z, later)
            for z in stays
            if z.id not in {earlier.id, later.id}
        )
    )


def _sure(worlds: Histories, earlier: Stay, later: Stay) -> bool:
    return value(worlds, worlds.before(earlier.id, later.id)) is Certainty.CERTAIN
