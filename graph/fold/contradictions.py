"""What cannot both be true, each with the claims of both sides: printed, never resolved."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph.claim import Claim, Kind
from graph.entity import Attribute, Entity
from graph.event import Contradiction, ContradictionType, Event, Stay, Transfer
from graph.fold.clusters import Clusters, Contested
from graph.fold.events import CLOSING, ONCE
from graph.fold.order import Exclusive, first_of
from graph.fold.tellings import Telling
from graph.period import Certainty

ONE_VALUED = frozenset({"number", "capacity", "region"})


def between_stays(who: str, stays: Sequence[Stay], exclusive: Exclusive) -> Iterator[Contradiction]:
    """Two exclusive facilities that hold one person at once in every world."""
    for a, b in combinations(sorted(stays, key=lambda s: s.id), 2):
        if a.at != b.at and first_of(a, b, exclusive) is Certainty.CONTRADICTORY:
            yield _contradiction(
                ContradictionType.TWO_PLACES, who, a.support.claims, b.support.claims
            )


def after_the_end(
    who: str, stays: Sequence[Stay], moves: Sequence[Transfer], events: Sequence[Event]
) -> Iterator[Contradiction]:
    """Presence or transfer certainly after death, exchange or release, no capture between.

    After death nobody is captured, exchanged, released or escapes either.
    """
    ended = [e for e in events if e.type in CLOSING]
    captures = [e for e in events if e.type == "captured"]
    for event in ended:
        last = max(b.end.hi for b in event.bounds)
        taken_again = any(max(b.end.hi for b in c.bounds) > last for c in captures)
        if taken_again and event.type not in ONCE:
            continue
        known = [(min(b.end.lo for b in s.bounds), s.support.claims) for s in stays]
        known += [(min(b.start.lo for b in m.bounds), m.support.claims) for m in moves]
        if event.type in ONCE:
            known += [
                (min(b.start.lo for b in e.bounds), e.support.claims)
                for e in (*captures, *ended)
                if e.type not in ONCE
            ]
        for seen, said in known:
            if seen > last:
                kind = ContradictionType.AFTER_END
                yield _contradiction(kind, who, event.support.claims, said)


def within_one(
    who: str, happenings: Iterable[Stay | Transfer | Event], claims: Mapping[str, Claim]
) -> Iterator[Contradiction]:
    """Tellings joined into one happening whose dates no day satisfies, or whose ends differ."""
    for happening in happenings:
        told = [claims[c] for c in happening.support.claims]
        if len(happening.bounds) != 1:
            a, b = told[0], next((c for c in told if not _dates_meet(told[0], c)), told[-1])
            kind = ContradictionType.DATES_DIFFER
            if _dates_meet(a, b):  # each end agrees, and yet the end lies before the start
                kind = ContradictionType.END_BEFORE_START
            yield _contradiction(kind, who, (a.id,), (b.id,))


def _dates_meet(a: Claim, b: Claim) -> bool:
    return a.period.start.meets(b.period.start) and a.period.end.meets(b.period.end)


def ends_differ(
    who: str,
    told: Sequence[Telling],
    moves: Iterable[Transfer],
    maybe_one: Callable[[str, str], bool],
) -> Iterator[Contradiction]:
    """Tellings that people judged one transfer, which name two facilities at one end."""
    by_claim = {t.claim.id: t for t in told}
    for move in moves:
        joined = [by_claim[c] for c in move.support.claims if c in by_claim]
        for end in ("origin", "destination"):
            named = sorted({e for t in joined if (e := getattr(t, end)) is not None})
            for other in (o for o in named[1:] if not maybe_one(named[0], o)):
                sides = [
                    tuple(t.claim.id for t in joined if getattr(t, end) == place)
                    for place in (named[0], other)
                ]
                yield _contradiction(
                    ContradictionType.PLACES_DIFFER, who, sides[0], sides[1], name=end
                )


def denials(
    who: str,
    denied: Sequence[Telling],
    told: Sequence[Telling],
    happenings: Iterable[Stay | Transfer | Event],
) -> Iterator[Contradiction]:
    """What one source denies of a person and place that another asserts in the same days."""
    if not denied:
        return
    by_claim = {t.claim.id: t for t in told}
    for happening in happenings:
        said = [by_claim[c] for c in happening.support.claims if c in by_claim]
        for denial in denied:
            against = tuple(t.claim.id for t in said if _speak_of_the_same(denial, t))
            if against:
                yield _contradiction(ContradictionType.DENIED, who, against, (denial.claim.id,))


def _speak_of_the_same(a: Telling, b: Telling) -> bool:
    ends = ((a.origin, b.origin), (a.destination, b.destination), (a.at, b.at))
    return (
        a.claim.property == b.claim.property
        and all(x is None or y is None or x == y for x, y in ends)
        and a.bounds.start.lo <= b.bounds.end.hi
        and b.bounds.start.lo <= a.bounds.end.hi
    )


def of_entity(entity: Entity) -> Iterator[Contradiction]:
    """Differing numbers (and other single-valued properties) for one facility."""
    if entity.kind is not Kind.FACILITY:
        return
    for name in sorted(ONE_VALUED):
        values = [a for a in entity.attributes if a.property == name]
        for a, b in combinations(sorted(values, key=lambda v: v.value), 2):
            if _same_time(a, b):
                yield _contradiction(
                    ContradictionType.NUMBERS_DIFFER, entity.id, a.claims, b.claims, name=name
                )


def _same_time(a: Attribute, b: Attribute) -> bool:
    if a.period is None or b.period is None:
        return True
    return a.period.start.lo <= b.period.end.hi and b.period.start.lo <= a.period.end.hi


def contested(
    found: Iterable[Contested], joined: Clusters, kinds: Mapping[str, str]
) -> Iterator[Contradiction]:
    """Joins that were not made because people or rules hold the two apart."""
    for case in found:
        ends = (case.judgement.a, case.judgement.b)
        about = next((kinds[r] for s in ends if (r := joined.of(s)) in kinds), "")
        yield Contradiction(
            id=f"{ContradictionType.CONTESTED_JOIN}:{case.judgement.id}",
            type=ContradictionType.CONTESTED_JOIN,
            about=about,
            one=case.judgement.relies_on,
            other=(),
            judgements=(case.judgement.id, *case.chain),
        )


def _contradiction(
    kind: ContradictionType,
    about: str,
    one: tuple[str, ...],
    other: tuple[str, ...],
    *,
    name: str | None = None,
) -> Contradiction:
    sides = sorted((tuple(sorted(set(one))), tuple(sorted(set(other)))))
    return Contradiction(
        id=":".join((kind, about, name or "", *(min(side, default="") for side in sides))),
        type=kind,
        about=about,
        one=sides[0],
        other=sides[1],
        property=name,
    )
