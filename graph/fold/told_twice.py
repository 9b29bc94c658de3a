"""What is told with two dates of which only one can be true: nothing between makes both possible.

Whoever is captured twice was free in between, whoever is exchanged twice was captured again; and
of two moves to one place within days, the second needs a way back. Where sources tell of none,
they give two dates of one happening: listed, never resolved.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from graph.event import Bounds, Contradiction, ContradictionType, Event, Stay, Transfer
from graph.fold.contradictions import contradiction
from graph.fold.events import CLOSING, ONCE
from graph.fold.order import Exclusive
from graph.fold.stays import DAYS_APART
from graph.fold.tellings import Telling, Verdicts

MaybeOne = Callable[[str, str], bool]
_OPENING = frozenset({"captured"})
_ENDING = CLOSING - ONCE


def events_twice(
    who: str, events: Sequence[Event], told: Mapping[str, Telling], verdicts: Verdicts
) -> Iterator[Contradiction]:
    """Two captures that nothing parts, or two ends of captivity of one kind."""
    for a, b in combinations(sorted(events, key=lambda e: e.id), 2):
        if a.type != b.type or a.type not in _OPENING | _ENDING:
            continue
        first, then = sorted((a, b), key=lambda e: min(x.start.lo for x in e.bounds))
        parting = _ENDING if a.type in _OPENING else _OPENING
        if (
            _certainly_before(first.bounds, then.bounds)
            and not any(
                e.type in parting and _may_lie_between(e.bounds, first.bounds, then.bounds)
                for e in events
            )
            and not _judged_two(first, then, told, verdicts)
        ):
            yield _twice(who, first, then, a.type)


def moves_twice(
    who: str,
    moves: Sequence[Transfer],
    stays: Sequence[Stay],
    *,
    told: Mapping[str, Telling],
    verdicts: Verdicts,
    maybe_one: MaybeOne,
    exclusive: Exclusive,
) -> Iterator[Contradiction]:
    """Two moves with one end in common, so near in time that one of the dates is wrong.

    To a court or a hospital people are taken again and again.
    """
    for a, b in combinations(sorted(moves, key=lambda m: m.id), 2):
        first, then = sorted((a, b), key=lambda m: min(x.start.lo for x in m.bounds))
        back = [
            *(m.bounds for m in moves if m not in {a, b} and _leads_back(m, then, maybe_one)),
            *(s.bounds for s in stays if _back_there(s, first, then, maybe_one)),
        ]
        if (
            _one_way(first, then, maybe_one)
            and all(exclusive(e, "") for m in (a, b) for e in (m.origin, m.destination) if e)
            and _certainly_before(first.bounds, then.bounds)
            and _days_between(first.bounds, then.bounds) <= DAYS_APART
            and not any(_may_lie_between(x, first.bounds, then.bounds) for x in back)
            and not _judged_two(first, then, told, verdicts)
        ):
            yield _twice(who, first, then, "moved")


def _one_way(a: Transfer, b: Transfer, maybe_one: MaybeOne) -> bool:
    ends = ((a.origin, b.origin), (a.destination, b.destination))
    known = [(x, y) for x, y in ends if x is not None and y is not None]
    return bool(known) and all(maybe_one(x, y) for x, y in known)


def _leads_back(move: Transfer, then: Transfer, maybe_one: MaybeOne) -> bool:
    """Whether by way of it the second move can start, as far as its ends are known."""
    if then.origin is None or move.destination is None:
        return True
    return maybe_one(move.destination, then.origin)


def _back_there(stay: Stay, first: Transfer, then: Transfer, maybe_one: MaybeOne) -> bool:
    """Whether it is a stay, begun since the first move, where the second started."""
    since = min(b.start.lo for b in first.bounds)
    begun = all(b.start.lo >= since for b in stay.bounds)
    return begun and then.origin is not None and maybe_one(stay.at, then.origin)


def _certainly_before(first: Sequence[Bounds], then: Sequence[Bounds]) -> bool:
    return max(b.end.hi for b in first) < min(b.start.lo for b in then)


def _days_between(first: Sequence[Bounds], then: Sequence[Bounds]) -> int:
    return max(b.start.hi for b in then) - min(b.end.lo for b in first)


def _may_lie_between(
    bounds: Sequence[Bounds], first: Sequence[Bounds], then: Sequence[Bounds]
) -> bool:
    earliest, latest = min(b.start.lo for b in first), max(b.end.hi for b in then)
    return any(b.start.lo <= latest and b.end.hi >= earliest for b in bounds)


def _judged_two(
    a: Event | Transfer, b: Event | Transfer, told: Mapping[str, Telling], verdicts: Verdicts
) -> bool:
    ours, theirs = ([told[c] for c in x.support.claims if c in told] for x in (a, b))
    return any(verdicts.different(x, y) for x in ours for y in theirs)


def _twice(who: str, a: Event | Transfer, b: Event | Transfer, name: str) -> Contradiction:
    kind = ContradictionType.TOLD_TWICE
    return contradiction(kind, who, a.support.claims, b.support.claims, name=name)
