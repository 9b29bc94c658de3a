"""Everything about one person: itinerary, last documented place, what closes it, events."""

from collections.abc import Iterable
from dataclasses import replace

from graph.answer.history import Closing, LastDocumented, Membership, PersonAnswer
from graph.answer.terms import TIME_ASSUMPTIONS, DayCount, Terms
from graph.claim import Kind
from graph.event import Event, Stay, Support
from graph.fold.bounds import alternatives, meet
from graph.fold.events import CLOSING
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Certainty, Range
from graph.questions.entities import contradictions_about, one_of_among, required
from graph.questions.histories import Histories
from graph.questions.index import holders, index, may_be_one, stays_of
from graph.questions.itinerary import itinerary, value
from graph.questions.support import documents_of, joined
from graph.questions.tied import histories


def person(knowledge: Knowledge, who: str, *, on: int | None = None) -> PersonAnswer:
    """What this reader may read of one person (or group); `on` is a day to count up to.

    Raises:
        NotFound: there is no such person or group.
    """
    entity = required(knowledge, who, Kind.PERSON, Kind.GROUP)
    way = itinerary(knowledge, entity.id)
    happened = events_of(knowledge, entity.id)
    worlds = histories(knowledge, entity.id)
    last = last_documented(knowledge, worlds, stays_of(knowledge, entity.id), on=on)
    groups = memberships(knowledge, entity.id)
    claims = {c for g in groups for c in g.claims}
    claims |= {c for p in way.presences for c in p.stay.support.claims}
    claims |= {c for s in way.steps for c in s.support.claims}
    claims |= {c for t in way.unplaced for c in t.support.claims}
    claims |= {c for e in happened for c in e.support.claims} | set(entity.claims)
    happenings = {p.stay.id for p in way.presences} | {e.id for e in happened}
    happenings |= {s.transfer for s in way.steps if s.transfer} | {t.id for t in way.unplaced}
    against = contradictions_about(knowledge, entity.id, frozenset(claims))
    claims |= {c for x in against for c in (*x.one, *x.other)}
    return PersonAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=TIME_ASSUMPTIONS),
        person=entity.id,
        attributes=entity.attributes,
        groups=groups,
        itinerary=way,
        last=last,
        closings=closings(happened, last),
        events=happened,
        contradictions=against,
        one_of=one_of_among(knowledge, frozenset(happenings)),
        documents=documents_of(knowledge, claims),
    )


def memberships(knowledge: Knowledge, who: str) -> tuple[Membership, ...]:
    """The groups of a person, in any depth, each with the claims that say so."""
    chain = holders(knowledge, who)
    said: dict[str, list[str]] = {}
    for claim in knowledge.evidence.claims.values() if len(chain) > 1 else ():
        if claim.property == "member_of" and claim.makes_events():
            whole = knowledge.entity_of.get(claim.role("of") or "", "")
            if whole in chain[1:] and knowledge.entity_of.get(claim.subject) in chain:
                said.setdefault(whole, []).append(claim.id)
    return tuple(Membership(group=g, claims=tuple(sorted(said.get(g, ())))) for g in chain[1:])


def events_of(knowledge: Knowledge, who: str) -> tuple[Event, ...]:
    """Events of the person and of groups people joined it to, in order of time.

    What is told of the group and can be what is told of the person is one event.
    """
    by_holder = index(knowledge).events_of
    own = {i: knowledge.events[i] for i in by_holder.get(who, ())}
    shared = {i for holder in holders(knowledge, who)[1:] for i in by_holder.get(holder, ())}
    apart = []
    for event in (knowledge.events[i] for i in sorted(shared)):
        same = [e for e in own.values() if _can_be_one(knowledge, e, event)]
        if len(same) == 1:
            own[same[0].id] = _as_one(same[0], event)
        else:
            apart.append(event)
    return in_order_of_time((*own.values(), *apart))


def _can_be_one(knowledge: Knowledge, one: Event, other: Event) -> bool:
    ours, theirs = dict(one.details), dict(other.details)
    return (
        one.type == other.type
        and any(meet(x, y) for x in one.bounds for y in other.bounds)
        and (
            None in {one.at, other.at}
            or one.at == other.at
            or may_be_one(knowledge, one.at or "", other.at or "")
        )
        and all(theirs.get(name, value) == value for name, value in ours.items())
    )


def _as_one(own: Event, told: Event) -> Event:
    """The person's event, on the word of those too who tell it of the group."""
    support = joined((own.support, told.support))
    best = min((own.support.grade, told.support.grade), key=lambda g: g.rank)
    return replace(
        own,
        at=own.at or told.at,
        bounds=alternatives((*own.bounds, *told.bounds)),
        details=tuple(sorted({*own.details, *told.details})),
        support=replace(support, grade=best),
    )


def in_order_of_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """By earliest day, then latest, then id; what has no day comes last."""
    return tuple(sorted(events, key=_when))


def _when(event: Event) -> tuple[bool, int, int, str]:
    first = min(b.start.lo for b in event.bounds)
    last = max(b.end.hi for b in event.bounds)
    return (first == OPEN_PAST and last == OPEN_FUTURE, max(first, -last), last, event.id)


def last_documented(
    knowledge: Knowledge, worlds: Histories, stays: tuple[Stay, ...], *, on: int | None
) -> tuple[LastDocumented, ...]:
    """Every stay that may be the last, with the last day on which a source puts the person there.

    That day is the earliest possible end, never the latest: silence is not presence.
    """
    candidates = [s for s in stays if not any(_superseded(worlds, s, z) for z in stays)]
    found = []
    for stay in candidates:
        day = min(b.end.lo for b in stay.bounds)
        end = worlds.hull(worlds.end[stay.id])
        known = day > OPEN_PAST
        since = None
        if on is not None and known:
            since = DayCount(least=max(0, on - end.hi), most=max(0, on - day))
        pinning = _pinning(knowledge, stay, day) if known else stay.support
        found.append(
            LastDocumented(
                stay=stay.id,
                facility=stay.at,
                day=day if known else None,
                days=_meant(knowledge, pinning, day) if known else None,
                end=end,
                certainty=_last(worlds, len(candidates)),
                support=pinning,
                since=since,
            )
        )
    return tuple(sorted(found, key=lambda x: (-(x.day or OPEN_PAST), x.stay)))


def _meant(knowledge: Knowledge, pinning: Support, day: int) -> Range:
    """From that day to the last that the most exact of the claims which pin it may mean."""
    said = (knowledge.evidence.claims.get(claim) for claim in pinning.claims)
    latest = [
        c.period.end.hi for c in said if c is not None and day <= c.period.end.hi < OPEN_FUTURE
    ]
    return Range(day, min(latest, default=day))


def closings(happened: tuple[Event, ...], last: tuple[LastDocumented, ...]) -> tuple[Closing, ...]:
    """Ends of captivity, and whether they come after the last day documented.

    A capture that certainly follows an end opens captivity again.
    """
    day = max((x.day for x in last if x.day is not None), default=OPEN_PAST)
    captures = [min(b.start.lo for b in e.bounds) for e in happened if e.type == "captured"]
    found = []
    for event in happened:
        if event.type not in CLOSING:
            continue
        ended = max(b.end.hi for b in event.bounds)
        if any(again > ended for again in captures):
            continue
        sure = all(b.start.lo >= day for b in event.bounds)
        possible = any(b.end.hi >= day for b in event.bounds)
        certainty = Certainty.CERTAIN if sure else Certainty.POSSIBLE
        found.append(
            Closing(event=event, certainty=certainty if possible else Certainty.IMPOSSIBLE)
        )
    return tuple(found)


def _superseded(worlds: Histories, stay: Stay, other: Stay) -> bool:
    if stay.id == other.id:
        return False
    forth = value(worlds, worlds.before(stay.id, other.id)) is Certainty.CERTAIN
    back = value(worlds, worlds.before(other.id, stay.id)) is Certainty.CERTAIN
    return forth and (not back or stay.id < other.id)


def _last(worlds: Histories, candidates: int) -> Certainty | None:
    if not worlds.consistent:
        return Certainty.CONTRADICTORY
    if candidates == 1:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if worlds.complete else None


def _pinning(knowledge: Knowledge, stay: Stay, day: int) -> Support:
    claims = [
        c
        for c in stay.support.claims
        if c in knowledge.evidence.claims and day in _named_days(knowledge, c)
    ]
    if not claims:
        return stay.support
    return Support(
        claims=tuple(claims),
        documents=documents_of(knowledge, claims),
        lineages=stay.support.lineages,
        grade=stay.support.grade,
    )


def _named_days(knowledge: Knowledge, claim: str) -> tuple[int, int]:
    period = knowledge.evidence.claims[claim].period
    return period.start.lo, period.end.lo
