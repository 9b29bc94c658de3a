"""Sequences of facilities along which some chain of hops follows in time: a pruned search.

For a sequence the hops caught soonest decide (earliest arrivals only grow), so no chain is listed
to find a sequence. All first hops go forward at once, as one array.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answer.path import End
from graph.period import OPEN_FUTURE, OPEN_PAST
from graph.questions.columns import Columns, Edges
from graph.questions.hops import Asked

if TYPE_CHECKING:
    from graph.questions.columns import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for."""

    origin: End
    destination: End
    via: tuple[End, ...]
    avoid: tuple[End, ...]
    max_hops: int
    asked: Asked

    def inner(self, facility: str) -> bool:
        """Whether a path may pass here: not an end of it, not to be avoided."""
        return not any(
            facility in end.facilities for end in (self.origin, self.destination, *self.avoid)
        )

    def passes(self, facilities: tuple[str, ...]) -> bool:
        """Whether every via lies on it, in their order."""
        left = iter(facilities)
        return all(any(f in via.facilities for f in left) for via in self.via)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sequence of facilities; `sure` if hops are caught along it whatever the dates.

    `days` and `arrival` are of the quickest chain: from its first departure to its last arrival.
    """

    facilities: tuple[str, ...]
    sure: bool
    days: int
    arrival: int


@dataclass(frozen=True, slots=True)
class _Front:
    """All first hops still going: when they left, must arrive, and have arrived here."""

    left: "Days"
    limit: "Days"
    here: "Days"


def routes(columns: Columns, search: Search) -> list[Found]:
    """Every sequence within the hops, days and window asked for, best first."""
    found = []
    for start in search.origin.facilities:
        for second, edges in columns.edges.get(start, {}).items():
            ends = second in search.destination.facilities
            if not ends and not search.inner(second):
                continue
            maybe = _first(columns, edges, search.asked, sure=False)
            sure = _first(columns, edges, search.asked, sure=True)
            found += list(_onward(columns, search, (start, second), (maybe, sure)))
    return sorted(
        found, key=lambda f: (not f.sure, len(f.facilities), f.days, f.arrival, f.facilities)
    )


def _first(columns: Columns, edges: Edges, asked: Asked, *, sure: bool) -> _Front:
    """The first hops, at their arrival: as soon as can be, or whatever the dates."""
    import numpy as np

    row = edges.row
    lo, hi = columns.depart_lo[row], columns.depart_hi[row]
    soon, late = columns.arrive_lo[row], columns.arrive_hi[row]
    first = OPEN_PAST if asked.window is None else asked.window.lo
    last = OPEN_FUTURE if asked.window is None else asked.window.hi
    left, here = (lo, late) if sure else (np.maximum(lo, first), np.maximum(soon, first))
    limit = np.full(row.shape, last, dtype=np.int32)
    if asked.within is not None:
        limit = np.minimum(limit, (lo if sure else hi) + asked.within)
    kept = (left >= first) & (hi >= first) & (here <= limit)
    return _Front(left[kept], limit[kept], here[kept])


def _onward(
    columns: Columns,
    search: Search,
    way: tuple[str, ...],
    fronts: tuple[_Front, _Front],
) -> Iterator[Found]:
    maybe, sure = fronts
    if not maybe.here.size:
        return
    if way[-1] in search.destination.facilities:
        if search.passes(way):
            days = maybe.here - maybe.left
            best = int(days.argmin())
            yield Found(
                facilities=way,
                sure=bool(sure.here.size),
                days=int(days[best]),
                arrival=int(maybe.here[best]),
            )
        return
    if len(way) > search.max_hops:
        return
    last_hop = len(way) == search.max_hops
    for onward, edges in columns.edges.get(way[-1], {}).items():
        ends = onward in search.destination.facilities
        if onward in way or not (ends or (search.inner(onward) and not last_hop)):
            continue
        after = (
            _caught(maybe, edges.by_latest, edges.soonest),
            _caught(sure, edges.by_earliest, edges.surest),
        )
        yield from _onward(columns, search, (*way, onward), after)


def _caught(front: _Front, departs: "Days", arrives: "Days") -> _Front:
    """Each takes the hop that it can still catch and that arrives first."""
    import numpy as np

    place = np.searchsorted(departs, front.here)
    there = place < departs.size
    arrival = np.maximum(front.here[there], arrives[place[there]])
    limit = front.limit[there]
    kept = arrival <= limit
    return _Front(front.left[there][kept], limit[kept], arrival[kept])
