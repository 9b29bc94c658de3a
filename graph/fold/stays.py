"""Sightings, stated stays, arrivals and departures of one person become stays.

At one facility tellings chain where their stated periods overlap in every world, or lie at most
31 days apart (A2) with no presence elsewhere and no departure between. One that only possibly
touches joins if what it touches is one chain, else it is "one of these". Open ends never reach
out: two sightings a year apart are two stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.claim import Claim
from graph.event import Bounds, HopKind, OneOf, Stay, Transfer
from graph.fold.bounds import alternatives, giving, groups, meet
from graph.fold.support import Sources
from graph.fold.tellings import Telling, Verdicts, presence
from graph.period import OPEN_FUTURE, OPEN_PAST, Range

DAYS_APART = 31  # assumption A2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign that somebody was at a facility: a telling, or one end of a transfer.

    `stated` is when the source puts them there, `bounds` what that says of the stay; of an end of
    a transfer `dated_by` are those of its claims that give the date.
    """

    at: str
    stated: Bounds
    bounds: Bounds
    claims: tuple[Claim, ...]
    telling: Telling | None = None
    arrival: str | None = None
    departure: str | None = None
    dated_by: tuple[str, ...] = ()

    @property
    def from_claims(self) -> tuple[str, ...]:
        """The claims that give its bounds."""
        return self.dated_by if self.edge else tuple(c.id for c in self.claims)

    @property
    def edge(self) -> bool:
        """Whether it is an end of the stay, made by a transfer."""
        return self.telling is None


def signs(
    told: Sequence[Telling],
    moves: Sequence[Transfer],
    claims: Mapping[str, Claim],
    roots: Mapping[str, str],
) -> list[Sign]:
    """All signs of one person; `roots` leads from facility ids back to cluster roots."""
    found = [
        Sign(
            at=t.at,
            stated=t.bounds,
            bounds=presence(t.claim.period),
            claims=(t.claim,),
            telling=t,
        )
        for t in told
        if t.at is not None
    ]
    for move in moves:
        if len(move.bounds) == 1 and move.origin != move.destination:  # else it bounds nothing
            found += _edges(move, tuple(claims[c] for c in move.support.claims), roots)
    return sorted(found, key=lambda s: (s.at, s.stated, s.claims[0].id, s.edge, s.arrival or ""))


def _edges(move: Transfer, said: tuple[Claim, ...], roots: Mapping[str, str]) -> Iterator[Sign]:
    """The departure ends the stay at its origin, the arrival begins that at its destination."""
    left, came = move.bounds[0].start, move.bounds[0].end
    if move.origin is not None:
        yield Sign(
            at=roots[move.origin],
            stated=Bounds(start=left, end=left),
            bounds=Bounds(start=Range(OPEN_PAST, left.hi), end=left),
            claims=said,
            departure=move.id,
            dated_by=move.starts,
        )
    if move.destination is not None:
        yield Sign(
            at=roots[move.destination],
            stated=Bounds(start=came, end=came),
            bounds=Bounds(start=came, end=Range(came.lo, OPEN_FUTURE)),
            claims=said,
            arrival=move.id,
            dated_by=move.ends,
        )


def stays(
    found: Sequence[Sign], who: str, verdicts: Verdicts, sources: Sources, kinds: dict[str, str]
) -> tuple[list[Stay], list[OneOf]]:
    """Chain the signs of one person into stays, facility by facility."""
    made: list[Stay] = []
    one_of: list[OneOf] = []
    for at in sorted({s.at for s in found}):
        here = [s for s in found if s.at == at]
        away = [s for s in found if s.at != at]
        chains, assumed = _chains(here, away, verdicts)
        near = _loose(chains, verdicts, found)
        alone = frozenset(i for i, c in enumerate(chains) if len(c) == 1 and not c[0].edge)
        sets, torn = groups(near, alone)
        by_chain = {}
        for members in sets:
            signs_of_stay = [s for i in members for s in chains[i]]
            loose = len(members) > 1 or any(i in assumed for i in members)
            stay = _stay(signs_of_stay, who, sources, kinds, assumed=loose)
            made.append(stay)
            by_chain.update(dict.fromkeys(members, stay.id))
        one_of += [
            OneOf(
                claim=chains[i][0].claims[0].id,
                fits=tuple(sorted({by_chain[j] for j in fits if j in by_chain})),
            )
            for i, fits in torn.items()
        ]
    return made, one_of


def _chains(
    here: Sequence[Sign], away: Sequence[Sign], verdicts: Verdicts
) -> tuple[list[list[Sign]], set[int]]:
    """Signs that certainly belong together, and which of those chains rest on A2."""
    pairs = list(combinations(range(len(here)), 2))
    certain = {(i, j) for i, j in pairs if _certainly_one(here[i], here[j], verdicts)}
    likely = {
        (i, j)
        for i, j in pairs
        if (i, j) not in certain and _nearly_one(here[i], here[j], verdicts, [*here, *away])
    }
    root = _components(len(here), certain | likely)
    split = {root[i] for i, j in pairs if root[i] == root[j] and _ends_exclude(here[i], here[j])}
    if split:  # what no two transfers can share is no one stay: the assumption gives way
        likely = {(i, j) for i, j in likely if root[i] not in split}
        root = _components(len(here), certain | likely)
    order = sorted(set(root))
    chains = [[s for i, s in enumerate(here) if root[i] == r] for r in order]
    return chains, {order.index(root[i]) for i, _ in likely}


def _certainly_one(a: Sign, b: Sign, verdicts: Verdicts) -> bool:
    judged = _judged(a, b, verdicts)
    if judged is not None or _ends_exclude(a, b):
        return judged is True
    fits = not (a.edge or b.edge) or meet(a.bounds, b.bounds)
    return fits and _certainly_overlap(a.stated, b.stated)


def _nearly_one(a: Sign, b: Sign, verdicts: Verdicts, others: Sequence[Sign]) -> bool:
    return (
        _judged(a, b, verdicts) is not False
        and not _ends_exclude(a, b)
        and _widest_gap(a.stated, b.stated) <= DAYS_APART
        and meet(a.bounds, b.bounds)
        and not _something_between(a, b, others)
    )


def _components(size: int, pairs: set[tuple[int, int]]) -> list[int]:
    """The least member of each one's component."""
    root = list(range(size))

    def find(i: int) -> int:
        while root[i] != i:
            i = root[i]
        return i

    for i, j in sorted(pairs):
        low, high = sorted((find(i), find(j)))
        root[high] = low
    return [find(i) for i in range(size)]


def _loose(
    chains: Sequence[Sequence[Sign]], verdicts: Verdicts, others: Sequence[Sign]
) -> dict[int, set[int]]:
    """Which chains only possibly touch; two long ones are left apart."""
    near: dict[int, set[int]] = {i: set() for i in range(len(chains))}
    for (i, a), (j, b) in combinations(enumerate(chains), 2):
        if len(a) > 1 and len(b) > 1:
            continue
        pairs = [(x, y) for x in a for y in b]
        if any(x.edge and y.edge for x, y in pairs) and len(a) == len(b) == 1:
            continue
        fits = all(
            meet(x.bounds, y.bounds)
            and not _ends_exclude(x, y)
            and _judged(x, y, verdicts) is not False
            for x, y in pairs
        )
        if fits and any(_possibly_one(x, y, others) for x, y in pairs):
            near[i].add(j)
            near[j].add(i)
    return near


def _judged(a: Sign, b: Sign, verdicts: Verdicts) -> bool | None:
    if a.telling is None or b.telling is None:
        return None
    if verdicts.different(a.telling, b.telling):
        return False
    return True if verdicts.same(a.telling, b.telling) else None


def _ends_exclude(a: Sign, b: Sign) -> bool:
    """Two arrivals, or two departures, of different transfers end or begin different stays."""
    both = ((a.arrival, b.arrival), (a.departure, b.departure))
    return any(x is not None and y is not None and x != y for x, y in both)


def _certainly_overlap(a: Bounds, b: Bounds) -> bool:
    return a.start.hi <= b.end.lo and b.start.hi <= a.end.lo


def _possibly_one(a: Sign, b: Sign, others: Sequence[Sign]) -> bool:
    (a_first, a_last), (b_first, b_last) = _stated_days(a.stated), _stated_days(b.stated)
    least_gap = max(a_first - b_last, b_first - a_last)
    return least_gap <= 0 or (least_gap <= DAYS_APART and not _something_between(a, b, others))


def _stated_days(stated: Bounds) -> tuple[int, int]:
    """First and last day that the source may mean; an open end reaches no further than known."""
    first = stated.end.lo if stated.start.lo == OPEN_PAST else stated.start.lo
    last = stated.start.hi if stated.end.hi == OPEN_FUTURE else stated.end.hi
    return first, last


def _widest_gap(a: Bounds, b: Bounds) -> int:
    """Most days between the two, whatever the dates; 0 or less where they always overlap."""
    return max(a.start.hi - b.end.lo, b.start.hi - a.end.lo)


def _something_between(a: Sign, b: Sign, others: Sequence[Sign]) -> bool:
    """Whether a presence elsewhere, a departure or an arrival may lie between the two."""
    first, last = min(a.stated.end.lo, b.stated.end.lo), max(a.stated.start.hi, b.stated.start.hi)
    return any(
        other.stated.start.lo <= last and other.stated.end.hi >= first
        for other in others
        if other is not a
        and other is not b
        and (other.at != a.at or other.edge)
        and not _same_move(other, a)
        and not _same_move(other, b)
    )


def _same_move(a: Sign, b: Sign) -> bool:
    """Whether the two are the two ends of one transfer."""
    moves = {a.arrival, a.departure} - {None}
    return bool(moves & ({b.arrival, b.departure} - {None}))


def _stay(
    chain: Sequence[Sign], who: str, sources: Sources, kinds: dict[str, str], *, assumed: bool
) -> Stay:
    claims = {c.id: c for sign in chain for c in sign.claims}
    attested = any(sign.telling is not None for sign in chain)
    at = kinds[chain[0].at]
    kind = HopKind.ATTESTED if attested else HopKind.IMPLIED
    bounds = alternatives([s.bounds for s in chain])
    starts, ends = giving([(s.bounds, s.from_claims) for s in chain], bounds)
    return Stay(
        id=":".join(("stay", kind, kinds[who], at, min(claims))),
        who=kinds[who],
        at=at,
        kind=kind,
        bounds=bounds,
        support=sources.support(claims.values()),
        arrived_by=next((s.arrival for s in chain if s.arrival), None),
        left_by=next((s.departure for s in chain if s.departure), None),
        assumed=assumed,
        starts=starts,
        ends=ends,
    )
