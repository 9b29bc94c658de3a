"""Hops as columns of numbers: what a search over many of them reads. Columns in, answers out.

A search over these bounds misses no chain; where `plain` is true it finds none that does not
exist either, else each chain found is put to `hops.chain_value`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.event import HopKind
from graph.knowledge import Knowledge
from graph.questions.hops import Hop, days_of, hops
from graph.questions.index import index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Days = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edges:
    """The hops from one facility to another; `row` numbers them in `Columns.hops`.

    `by_latest` is sorted by latest departure, `soonest[i]` the earliest arrival of its tail from i
    on: the hops that may still be caught. `by_earliest` and `surest` are the same for hops that
    are caught in any world: by earliest departure, with the least of their latest arrivals.
    """

    row: "Days"
    by_latest: "Days"
    soonest: "Days"
    by_earliest: "Days"
    surest: "Days"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """All hops, their bounds by row, and the edges between facilities."""

    hops: tuple[Hop, ...]
    depart_lo: "Days"
    depart_hi: "Days"
    arrive_lo: "Days"
    arrive_hi: "Days"
    edges: Mapping[str, Mapping[str, Edges]]
    plain: bool


def columns(knowledge: Knowledge) -> Columns:
    """The columns of this very value, made once."""
    memo = index(knowledge).memo
    known = memo.get(("columns", ""))
    if isinstance(known, Columns):
        return known
    made = memo["columns", ""] = _columns(tuple(hops(knowledge)))
    return made


def _columns(every: tuple[Hop, ...]) -> Columns:
    import numpy as np

    bounds = [days_of(hop) for hop in every]
    depart_lo, depart_hi, arrive_lo, arrive_hi = (
        np.array(days, dtype=np.int32)
        for days in (
            [d.lo for d, _ in bounds],
            [d.hi for d, _ in bounds],
            [a.lo for _, a in bounds],
            [a.hi for _, a in bounds],
        )
    )
    rows: dict[str, dict[str, list[int]]] = {}
    for number, hop in enumerate(every):
        rows.setdefault(hop.origin, {}).setdefault(hop.destination, []).append(number)
    edges: dict[str, dict[str, Edges]] = {}
    for origin, onward in rows.items():
        for destination, found in onward.items():
            row = np.array(found, dtype=np.int32)
            late, early = np.argsort(depart_hi[row]), np.argsort(depart_lo[row])
            edges.setdefault(origin, {})[destination] = Edges(
                row=row,
                by_latest=depart_hi[row][late],
                soonest=_least_of_tail(arrive_lo[row][late]),
                by_earliest=depart_lo[row][early],
                surest=_least_of_tail(arrive_hi[row][early]),
            )
    components = {id(hop.worlds) for hop in every}
    alone = len(components) == len(every)
    exact = bool((depart_lo == depart_hi).all() and (arrive_lo == arrive_hi).all())
    return Columns(
        hops=every,
        depart_lo=depart_lo,
        depart_hi=depart_hi,
        arrive_lo=arrive_lo,
        arrive_hi=arrive_hi,
        edges=edges,
        plain=alone and exact and all(h.kind is HopKind.ATTESTED for h in every),
    )


def _least_of_tail(days: "Days") -> "Days":
    import numpy as np

    least: Days = np.minimum.accumulate(days[::-1])[::-1]
    return least
