"""Bounds that tellings of one happening give together, and what to do when none fit."""

from collections.abc import Sequence

from graph.event import Bounds
from graph.period import OPEN_FUTURE, OPEN_PAST, Range


def meet(a: Bounds, b: Bounds) -> bool:
    """Whether one pair of days, start no later than end, fits both."""
    return (
        a.start.meets(b.start)
        and a.end.meets(b.end)
        and max(a.start.lo, b.start.lo) <= min(a.end.hi, b.end.hi)
    )


def of_named_ends(bounds: Bounds, origin: str | None, destination: str | None) -> Bounds:
    """What a date says of a move told by one end alone, where others tell of both.

    "Arrived on the 6th" dates the arrival; the departure that others tell of may lie before it.
    """
    if origin is None and destination is not None:
        return Bounds(start=Range(OPEN_PAST, bounds.end.hi), end=bounds.end)
    if destination is None and origin is not None:
        return Bounds(start=bounds.start, end=Range(bounds.start.lo, OPEN_FUTURE))
    return bounds


def common(bounds: Sequence[Bounds]) -> Bounds | None:
    """The bounds that fit all of these, None if none do."""
    start_lo, start_hi = max(b.start.lo for b in bounds), min(b.start.hi for b in bounds)
    end_lo, end_hi = max(b.end.lo for b in bounds), min(b.end.hi for b in bounds)
    start_hi, end_lo = min(start_hi, end_hi), max(end_lo, start_lo)
    if start_lo > start_hi or end_lo > end_hi:
        return None
    return Bounds(start=Range(start_lo, start_hi), end=Range(end_lo, end_hi))


def alternatives(bounds: Sequence[Bounds]) -> tuple[Bounds, ...]:
    """The bounds of each largest consistent set: one where all agree, else several.

    Ranges that meet in pairs have a day in common (Helly), so pairs decide.
    """
    together = common(bounds)
    if together is not None:
        return (together,)
    distinct = sorted(set(bounds))
    near = {
        i: {j for j, b in enumerate(distinct) if j != i and meet(a, b)}
        for i, a in enumerate(distinct)
    }
    found = (common([distinct[i] for i in clique]) for clique in cliques(near))
    return tuple(sorted({b for b in found if b is not None}))


def giving(
    said: Sequence[tuple[Bounds, Sequence[str]]], together: Sequence[Bounds]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose words bound the start, and whose the end; nobody's where the sources agree on none."""
    if len(together) != 1:
        return (), ()
    found: tuple[set[str], set[str]] = (set(), set())
    for bounds, claims in said:
        for side, given, kept in (
            (0, bounds.start, together[0].start),
            (1, bounds.end, together[0].end),
        ):
            if given.lo == kept.lo > OPEN_PAST or given.hi == kept.hi < OPEN_FUTURE:
                found[side].update(claims)
    return tuple(sorted(found[0])), tuple(sorted(found[1]))


def cliques(near: dict[int, set[int]]) -> list[frozenset[int]]:
    """All maximal sets of mutual neighbours (Bron and Kerbosch, with a pivot)."""
    found: list[frozenset[int]] = []

    def grow(chosen: frozenset[int], open_to: set[int], seen: set[int]) -> None:
        if not open_to and not seen:
            found.append(chosen)
            return
        pivot = max(sorted(open_to | seen), key=lambda i: len(near[i] & open_to))
        for i in sorted(open_to - near[pivot]):
            grow(chosen | {i}, open_to & near[i], seen & near[i])
            open_to = open_to - {i}
            seen = seen | {i}

    grow(frozenset(), set(near), set())
    return found


def groups(
    near: dict[int, set[int]], free: frozenset[int]
) -> tuple[list[list[int]], dict[int, list[int]]]:
    """Split nodes into sets of mutual neighbours, and those that fit two sets.

    A node of `free` whose neighbours include two that are no neighbours of each other belongs to
    none of them; it is returned with what it fits. What remains falls apart into groups.
    """
    torn = {
        i: sorted(near[i])
        for i in sorted(free)
        if any(b not in near[a] for a in near[i] for b in near[i] if a < b)
    }
    rest = {i: near[i] - torn.keys() for i in near if i not in torn}
    result, placed = [], set()
    for i in sorted(rest):
        if i not in placed:
            group, queue = [], [i]
            while queue:
                at = queue.pop()
                if at not in placed:
                    placed.add(at)
                    group.append(at)
                    queue.extend(rest[at])
            result.append(sorted(group))
    return result, torn
