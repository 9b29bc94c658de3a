"""Who was held together: attested stays at one facility with a calendar day in common.

Certain iff each starts no later than the other ends in every world (the cross test): a latest
common start before an earliest common end is more than is needed. Days are counted over worlds.
Two who may be one and the same were at most possibly held together, whatever their dates.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from graph.answer.company import Codetained, CodetentionAnswer, SharedStay
from graph.answer.terms import TIME_ASSUMPTIONS, DayCount, Terms, strength, tally
from graph.claim import Kind
from graph.event import HopKind, Stay
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Certainty, Range
from graph.questions.entities import required
from graph.questions.histories import Histories
from graph.questions.index import holders, index, may_be_one, people_of, stays_of
from graph.questions.network import EPOCH, UNBOUNDED, Network
from graph.questions.support import joined
from graph.questions.tied import histories

_Nodes = tuple[int, int]


def codetention_of(
    knowledge: Knowledge,
    who: str,
    *,
    other: str | None = None,
    facility: str | None = None,
    window: Range | None = None,
) -> CodetentionAnswer:
    """With whom a person (or group) was held; `other`, `facility`, `window` narrow it down.

    Raises:
        NotFound: one of these is not there.
    """
    entity = required(knowledge, who, Kind.PERSON, Kind.GROUP)
    with_whom = None
    if other is not None:
        with_whom = required(knowledge, other, Kind.PERSON, Kind.GROUP).id
    where = None if facility is None else required(knowledge, facility, Kind.FACILITY).id
    at_hand = index(knowledge)
    found: defaultdict[str, list[SharedStay]] = defaultdict(list)
    for mine in _attested(stays_of(knowledge, entity.id), where):
        beside = _attested((knowledge.stays[s] for s in at_hand.stays_at[mine.at]), where)
        for theirs in beside:
            for person in people_of(knowledge, theirs.who):
                if _are_two(knowledge, entity.id, person) and with_whom in {None, person}:
                    kept = theirs in stays_of(knowledge, person)
                    both = (entity.id, person)
                    shared = (
                        shared_stay(knowledge, mine, theirs, window, people=both) if kept else None
                    )
                    if shared is not None:
                        found[person].append(shared)
    pairs = [_codetained(knowledge, (entity.id, p), shared) for p, shared in found.items()]
    return _answer(knowledge, pairs, where, window)


def codetention_at(
    knowledge: Knowledge, facility: str, *, window: Range | None = None
) -> CodetentionAnswer:
    """Every pair held together at a facility; with a window, on a day of it.

    Raises:
        NotFound: there is no such facility.
    """
    where = required(knowledge, facility, Kind.FACILITY).id
    stays = _attested((knowledge.stays[s] for s in index(knowledge).stays_at.get(where, ())), where)
    present = [
        (person, stay)
        for stay in stays
        for person in people_of(knowledge, stay.who)
        if stay in stays_of(knowledge, person)
    ]
    found: defaultdict[tuple[str, str], list[SharedStay]] = defaultdict(list)
    for (one, mine), (other, theirs) in combinations(sorted(present, key=_by_name), 2):
        if one != other and _are_two(knowledge, one, other):
            shared = shared_stay(knowledge, mine, theirs, window, people=(one, other))
            if shared is not None:
                found[one, other].append(shared)
    pairs = [_codetained(knowledge, both, shared) for both, shared in found.items()]
    return _answer(knowledge, pairs, where, window)


def shared_stay(
    knowledge: Knowledge,
    mine: Stay,
    theirs: Stay,
    window: Range | None = None,
    *,
    people: tuple[str, str] | None = None,
) -> SharedStay | None:
    """What two stays at one facility share; None if in no world they have a day in common.

    `people` are those meant, where a stay is that of a group.
    """
    one, other = (histories(knowledge, who) for who in people or (mine.who, theirs.who))
    pairs = list(_pairs(one, other, (mine.id, theirs.id)))
    days = [_days(network, a, b, window) for network, a, b in pairs]
    least = min((d.least for d in days), default=0)
    if all(d.most == 0 for d in days):
        return None
    most = None if any(d.most is None for d in days) else max(d.most or 0 for d in days)
    certainty: Certainty | None = Certainty.CERTAIN if least > 0 else Certainty.POSSIBLE
    if not (one.consistent and other.consistent):
        certainty = Certainty.CONTRADICTORY
    elif not all(w.complete for w in (one, other)):
        certainty = _settled(one, other, days, (mine.id, theirs.id), window)
    return SharedStay(
        facility=mine.at,
        stays=(mine.id, theirs.id),
        certainty=certainty,
        days=DayCount(least=least, most=most),
        touching=most == 1,
        common=_common(pairs, window),
        support=joined((mine.support, theirs.support)),
    )


def _settled(
    one: Histories,
    other: Histories,
    days: Sequence[DayCount],
    stays: tuple[str, str],
    window: Range | None,
) -> Certainty | None:
    """The certainty where not every order was followed, if what was followed settles it."""
    if not (one.proven and other.proven):
        return None
    if all(d.least > 0 for d in days):
        return Certainty.CERTAIN
    true = [_days(n, a, b, window) for n, a, b in _pairs(one, other, stays, followed=True)]
    both = any(d.most != 0 for d in true) and any(d.least == 0 for d in true)
    return Certainty.POSSIBLE if both else None


def _pairs(
    one: Histories, other: Histories, stays: tuple[str, str], *, followed: bool = False
) -> Iterable[tuple[Network, _Nodes, _Nodes]]:
    """Networks that hold both stays: one component, or every two of two independent ones."""
    mine, theirs = stays
    here = one.start[mine], one.end[mine]
    if one is other or theirs in one.start:
        there = one.start[theirs], one.end[theirs]
        for network in one.networks if followed else one.widest:
            yield network, here, there
        return
    there = other.start[theirs], other.end[theirs]
    for a in _projected(one.networks if followed else one.widest, here):
        for b in _projected(other.networks if followed else other.widest, there):
            yield a.beside(b), (1, 2), (3, 4)


def _projected(networks: Sequence[Network], nodes: _Nodes) -> list[Network]:
    """What the networks say of two days alone, each such once."""
    kept = (EPOCH, *nodes)
    found: dict[tuple[int, ...], Network] = {}
    for network in networks:
        small = network.only(kept)
        found[tuple(b for row in small.bound for b in row)] = small
    return list(found.values())


def _days(network: Network, one: _Nodes, other: _Nodes, window: Range | None) -> DayCount:
    """Least and most common days: 1 + the smallest of end minus start, over both of each."""
    starts, ends = [one[0], other[0]], [one[1], other[1]]
    pairs = [(s, e, 0) for s in starts for e in ends]
    if window is not None:
        pairs += [(s, EPOCH, window.hi) for s in starts] + [(EPOCH, e, -window.lo) for e in ends]
    bound = network.bound
    least = min(
        (window.hi - window.lo) if window else UNBOUNDED,
        *(shift - bound[e][s] for s, e, shift in pairs),
    )
    return DayCount(least=max(0, 1 + least), most=_most(network, pairs, window))


def _most(
    network: Network, pairs: Sequence[tuple[int, int, int]], window: Range | None
) -> int | None:
    """The most days such that one world gives each of these differences that much."""
    bound = network.bound
    high = min(
        (window.hi - window.lo) if window else UNBOUNDED,
        *(shift + bound[s][e] for s, e, shift in pairs),
    )
    if high < 0:
        return 0
    if high > OPEN_FUTURE:  # nothing bounds any of them: one world may hold arbitrarily many
        return None
    low = -1
    while low < high:  # the greatest t with all differences >= t in one world
        middle = (low + high + 1) // 2
        if network.allows([(e, s, shift - middle) for s, e, shift in pairs]):
            low = middle
        else:
            high = middle - 1
    return 1 + low


def _common(pairs: Iterable[tuple[Network, _Nodes, _Nodes]], window: Range | None) -> Range:
    """From the earliest possible common day to the latest."""
    first, last = OPEN_FUTURE, OPEN_PAST
    for network, one, other in pairs:
        bound = network.bound
        low = max(-min(bound[n][EPOCH], -OPEN_PAST) for n in (one[0], other[0]))
        high = min(min(bound[EPOCH][n], OPEN_FUTURE) for n in (one[1], other[1]))
        first, last = min(first, low), max(last, high)
    if window is not None:
        first, last = max(first, window.lo), min(last, window.hi)
    return Range(min(first, last), max(first, last))


def _attested(stays: Iterable[Stay], where: str | None) -> list[Stay]:
    """Implied stays are never counted: nobody saw the person there."""
    return [s for s in stays if s.kind is HopKind.ATTESTED and where in {None, s.at}]


def _are_two(knowledge: Knowledge, one: str, other: str) -> bool:
    return (
        one != other
        and other not in holders(knowledge, one)
        and one not in holders(knowledge, other)
    )


def _codetained(knowledge: Knowledge, both: tuple[str, str], found: list[SharedStay]) -> Codetained:
    """Bounds over all shared stays: at least the longest sure one, at most all of them."""
    one, other = both
    maybe_one = may_be_one(knowledge, one, other)
    shared = [_if_two(s) for s in found] if maybe_one else found
    most = [s.days.most for s in shared]
    return Codetained(
        one=one,
        other=other,
        maybe_one=maybe_one,
        certainty=min((s.certainty for s in shared), key=strength),
        days=DayCount(
            least=max(s.days.least for s in shared),
            most=None if None in most else sum(m or 0 for m in most),
        ),
        shared=tuple(sorted(shared, key=lambda s: (s.common.lo, s.stays))),
    )


def _if_two(shared: SharedStay) -> SharedStay:
    """The same where the two may be one: then no day of it is common to two people."""
    certain = shared.certainty is Certainty.CERTAIN
    return replace(
        shared,
        certainty=Certainty.POSSIBLE if certain else shared.certainty,
        days=DayCount(least=0, most=shared.days.most),
    )


def _answer(
    knowledge: Knowledge, pairs: list[Codetained], where: str | None, window: Range | None
) -> CodetentionAnswer:
    pairs.sort(key=lambda p: (strength(p.certainty), -p.days.least, p.one, p.other))
    return CodetentionAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=TIME_ASSUMPTIONS, window=window),
        facility=where,
        pairs=tuple(pairs),
        in_all=len(pairs),
        tally=tally([p.certainty for p in pairs]),
    )


def _by_name(present: tuple[str, Stay]) -> tuple[str, str]:
    return present[0], present[1].id
