"""Whose words give a date that a whole history narrows: each bound is cited, or not shown."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from graph.answer.history import Presence
from graph.event import Stay, Transfer
from graph.period import OPEN_FUTURE, OPEN_PAST, Range

Said: TypeAlias = tuple[Range, tuple[str, ...]]
Dated: TypeAlias = tuple[Range, tuple[str, ...]]


def departure_and_arrival(
    departure: Range, arrival: Range, *, move: Transfer, earlier: Stay, later: Stay
) -> tuple[Dated, Dated]:
    """The two dates as far as some of these tell them, each with the claims that do.

    Whoever says when he was there last bounds the departure, whoever says when he was there first
    the arrival; and each of the two bounds the other.
    """
    left, came = _sides(earlier, end=True), _sides(later, end=False)
    first, last = _sides(move, end=False), _sides(move, end=True)
    others = [*_sides(earlier, end=False), *_sides(later, end=True)]
    return (
        _given(departure, [*first, *left, *last, *came, *others]),
        _given(arrival, [*last, *came, *first, *left, *others]),
    )


def narrowed_by(there: Presence, others: Iterable[Stay | Transfer]) -> tuple[str, ...]:
    """Claims of these that give the days of a presence which its own stay does not give."""
    if len(there.stay.bounds) != 1:
        return ()
    own = there.stay.bounds[0]
    narrower = {
        day
        for days, said in ((there.start, own.start), (there.end, own.end))
        for day, stated in ((days.lo, said.lo), (days.hi, said.hi))
        if day != stated
    }
    found = {
        claim
        for other in others
        for days, claims in (*_sides(other, end=False), *_sides(other, end=True))
        if {days.lo, days.hi} & narrower
        for claim in claims
    }
    return tuple(sorted(found - set(there.stay.support.claims)))


def _sides(happening: Stay | Transfer, *, end: bool) -> list[Said]:
    if len(happening.bounds) != 1:
        return []
    bounds = happening.bounds[0]
    return [(bounds.end, happening.ends) if end else (bounds.start, happening.starts)]


def _given(days: Range, said: Sequence[Said]) -> Dated:
    lo, who_lo = _bound(days.lo, OPEN_PAST, [(s.lo, claims) for s, claims in said if claims])
    hi, who_hi = _bound(days.hi, OPEN_FUTURE, [(s.hi, claims) for s, claims in said if claims])
    return Range(lo, hi), tuple(sorted({*who_lo, *who_hi}))


def _bound(
    day: int, open_side: int, said: Sequence[tuple[int, tuple[str, ...]]]
) -> tuple[int, tuple[str, ...]]:
    """The day and who says it; where it only follows from the rest, the nearest that is said."""
    if day == open_side:
        return day, ()
    for known, claims in said:
        if known == day:
            return day, claims
    wider = [(abs(known - day), known, c) for known, c in said if open_side < known <= day]
    wider += [(abs(known - day), known, c) for known, c in said if day <= known < open_side]
    _, known, claims = min(wider, default=(0, day, ()))
    return known, claims
