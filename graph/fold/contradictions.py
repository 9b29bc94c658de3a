"""What cannot both be true, each with the claims of both sides: printed, never resolved."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph.claim import Claim, Kind
from graph.entity import Attribute, Entity
from graph.event import Bounds, Contradiction, ContradictionType, Event, Stay, Transfer
from graph.fold.clusters import Clusters, Contested
from graph.fold.events import CLOSING, ONCE
from graph.fold.numbers import may_be_one_number
from graph.fold.order import Exclusive, first_of
from graph.fold.tellings import Telling
from graph.period import UNDATED, Certainty

ONE_VALUED = frozenset({"number", "capacity", "region"})


def between_stays(who: str, stays: Sequence[Stay], exclusive: Exclusive) -> Iterator[Contradiction]:
    """Two exclusive facilities that hold one person at once in every world."""
    for a, b in combinations(sorted(stays, key=lambda s: s.id), 2):
        if a.at != b.at and first_of(a, b, exclusive) is Certainty.CONTRADICTORY:
            yield contradiction(
                ContradictionType.TWO_PLACES, who, a.support.claims, b.support.claims
            )


def between_journeys(who: str, moves: Sequence[Transfer]) -> Iterator[Contradiction]:
    """Two journeys of one person of which each certainly begins or ends amid the other.

    One that lies within the other may be a leg of it.
    """
    for a, b in combinations(sorted(moves, key=lambda m: m.id), 2):
        if all(_cross(x, y) for x in a.bounds for y in b.bounds):
            yield contradiction(
                ContradictionType.TWO_PLACES, who, a.support.claims, b.support.claims
            )


def _cross(a: Bounds, b: Bounds) -> bool:
    first, second = sorted((a, b), key=lambda bounds: bounds.start.hi)
    return (
        first.start.hi < second.start.lo
        and second.start.hi < first.end.lo
        and first.end.hi < second.end.lo
    )


def after_the_end(
    who: str, stays: Sequence[Stay], moves: Sequence[Transfer], events: Sequence[Event]
) -> Iterator[Contradiction]:
    """Presence or transfer certainly after death, exchange or release, no capture between.

    After death nobody is captured, exchanged, released or escapes either; after another end
    nobody leaves captivity in another way without having been captured again. All that is told
    of a later time stands against the end together.
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
        after = (*captures, *ended) if event.type in ONCE else ended
        known += [
            (min(b.start.lo for b in e.bounds), e.support.claims)
            for e in after
            if e.type not in {event.type, *ONCE}
        ]
        later = [said for seen, said in known if seen > last]
        if later:
            against = tuple(claim for said in later for claim in said)
            yield contradiction(ContradictionType.AFTER_END, who, event.support.claims, against)


def within_one(
    who: str, happenings: Iterable[Stay | Transfer | Event], claims: Mapping[str, Claim]
) -> Iterator[Contradiction]:
    """Tellings joined into one happening whose dates no day satisfies, or whose ends differ."""
    for happening in happenings:
        if len(happening.bounds) == 1:
            continue
        told = [claims[c] for c in happening.support.claims]
        apart = next(((a, b) for a, b in combinations(told, 2) if not _dates_meet(a, b)), None)
        if apart is None:  # each end agrees, and yet the end lies before the start
            kind, sides = ContradictionType.END_BEFORE_START, ([told[0]], [told[-1]])
        else:
            kind, (a, b) = ContradictionType.DATES_DIFFER, apart
            sides = _dated_as(a, b, told), _dated_as(b, a, told)
        one, other = (tuple(c.id for c in side) for side in sides)
        yield contradiction(kind, who, one, other)


def _dated_as(claim: Claim, other: Claim, told: Sequence[Claim]) -> list[Claim]:
    """Those of them whose dates meet the one's and not the other's."""
    return [c for c in told if _dates_meet(c, claim) and not _dates_meet(c, other)]


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
                yield contradiction(
                    ContradictionType.PLACES_DIFFER, who, sides[0], sides[1], name=end
                )


def places_of_once(
    who: str,
    told: Sequence[Telling],
    events: Iterable[Event],
    maybe_one: Callable[[str, str], bool],
) -> Iterator[Contradiction]:
    """Two places of what happens once, as death does."""
    by_claim = {t.claim.id: t for t in told}
    for event in events:
        if event.type in ONCE:
            said = [by_claim[c] for c in event.support.claims if c in by_claim]
            for a, b in combinations([t for t in said if t.at is not None], 2):
                if not maybe_one(a.at or "", b.at or ""):
                    yield contradiction(
                        ContradictionType.PLACES_DIFFER,
                        who,
                        tuple(t.claim.id for t in said if t.at == a.at),
                        tuple(t.claim.id for t in said if t.at == b.at),
                        name=event.type,
                    )


def of_heads(
    events: Iterable[Event], maybe_one: Callable[[str, str], bool]
) -> Iterator[Contradiction]:
    """Two people who certainly headed one facility on one day."""
    heads = sorted((e for e in events if e.type == "headed" and e.at), key=lambda e: e.id)
    for a, b in combinations(heads, 2):
        if a.at != b.at or a.who is None or b.who is None or maybe_one(a.who, b.who):
            continue
        if all(
            x.start.hi <= y.end.lo and y.start.hi <= x.end.lo for x in a.bounds for y in b.bounds
        ):
            kind = ContradictionType.TWO_HEADS
            yield contradiction(kind, a.at or "", a.support.claims, b.support.claims)


def denials(
    who: str,
    denied: Sequence[Telling],
    told: Sequence[Telling],
    happenings: Iterable[Stay | Transfer | Event],
    covers: Callable[[str, str], bool],
) -> Iterator[Contradiction]:
    """What one source denies of a person and place that another asserts in the same days.

    All that stands against one denial stands together. `covers` says whether what is denied of
    the first place is denied of the second. A denial without a date speaks of all days only where
    it names the place; that of a second time, or of "any longer", leaves the first time alone.
    """
    if not denied:
        return
    by_claim = {t.claim.id: t for t in told}
    said = [[by_claim[c] for c in h.support.claims if c in by_claim] for h in happenings]
    for denial in denied:
        same = [[t for t in one if _speak_of_the_same(denial, t, covers)] for one in said]
        if denial.claim.detail("again") is not None:
            same = _later_ones(denial, same)
        against = tuple(t.claim.id for one in same for t in one)
        if against:
            yield contradiction(ContradictionType.DENIED, who, against, (denial.claim.id,))


def _speak_of_the_same(denial: Telling, told: Telling, covers: Callable[[str, str], bool]) -> bool:
    named = [(x, y) for x, y in _ends(denial, told) if x is not None and y is not None]
    return (
        _one_matter(denial, told)
        and all(covers(x, y) for x, y in named)
        and (bool(named) or denial.claim.period != UNDATED)
        and denial.bounds.start.lo <= told.bounds.end.hi
        and told.bounds.start.lo <= denial.bounds.end.hi
    )


def _later_ones(denial: Telling, same: Sequence[Sequence[Telling]]) -> list[list[Telling]]:
    """Of happenings of its own kind those that certainly began after the end of another."""
    kind = denial.claim.property
    told = [[t for t in one if t.claim.property == kind] for one in same]
    ends = [max(t.bounds.end.hi for t in one) for one in told if one]
    return [[t for t in one if min(ends) < t.bounds.start.lo] for one in told]


def _one_matter(denial: Telling, told: Telling) -> bool:
    """Who never came to a place was not held there, and who was not held there did not come."""
    kinds = denial.claim.property, told.claim.property
    never_came = denial.origin is None and denial.claim.period == UNDATED
    return (
        kinds[0] == kinds[1]
        or (kinds == ("moved", "held_at") and never_came and denial.destination is not None)
        or (
            kinds == ("held_at", "moved") and denial.at is not None and told.destination is not None
        )
    )


def _ends(denial: Telling, told: Telling) -> list[tuple[str | None, str | None]]:
    if denial.claim.property == told.claim.property:
        return [
            (denial.origin, told.origin),
            (denial.destination, told.destination),
            (denial.at, told.at),
        ]
    return [(denial.destination or denial.at, told.destination or told.at)]


def of_entity(entity: Entity) -> Iterator[Contradiction]:
    """Differing numbers (and other single-valued properties) for one facility."""
    if entity.kind is not Kind.FACILITY:
        return
    for name in sorted(ONE_VALUED):
        values = [a for a in entity.attributes if a.property == name]
        for a, b in combinations(sorted(values, key=lambda v: v.value), 2):
            if _same_time(a, b) and not may_be_one_number(a.value, b.value):
                yield contradiction(
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


def contradiction(
    kind: ContradictionType,
    about: str,
    one: tuple[str, ...],
    other: tuple[str, ...],
    *,
    name: str | None = None,
) -> Contradiction:
    """Two sides, whichever of them is named first."""
    sides = sorted((tuple(sorted(set(one))), tuple(sorted(set(other)))))
    return Contradiction(
        id=":".join((kind, about, name or "", *(min(side, default="") for side in sides))),
        type=kind,
        about=about,
        one=sides[0],
        other=sides[1],
        property=name,
    )
