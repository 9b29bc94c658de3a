"""Everything about one facility: who was there when, flows, events, disagreement, sources."""

from collections.abc import Iterable
from itertools import groupby

from graph.answer.place import Disagreement, FacilityAnswer, LastHere, Occupant
from graph.answer.terms import TIME_ASSUMPTIONS, Terms, strength, tally
from graph.claim import Kind
from graph.entity import Entity
from graph.fold.contradictions import ONE_VALUED
from graph.knowledge import Knowledge
from graph.period import Certainty, Range
from graph.questions.entities import contradictions_about, one_of_among, required
from graph.questions.flows import counted
from graph.questions.index import index, people_of, stays_of
from graph.questions.itinerary import presence, value
from graph.questions.network import EPOCH, Constraint
from graph.questions.person import closings, events_of, in_order_of_time, last_documented
from graph.questions.support import documents_of
from graph.questions.tied import histories


def facility(knowledge: Knowledge, which: str, *, window: Range | None = None) -> FacilityAnswer:
    """What this reader may read of one facility; occupants on a day of the window, if one is given.

    Raises:
        NotFound: there is no such facility.
    """
    entity = required(knowledge, which, Kind.FACILITY)
    at_hand = index(knowledge)
    stays = at_hand.stays_at.get(entity.id, ())
    occupants = occupants_of(knowledge, stays, window)
    came = [knowledge.transfers[t] for t in at_hand.transfers_to.get(entity.id, ())]
    left = [knowledge.transfers[t] for t in at_hand.transfers_from.get(entity.id, ())]
    arrivals, vague_arrivals = counted(knowledge, came, window)
    departures, vague_departures = counted(knowledge, left, window)
    happened = in_order_of_time(knowledge.events[e] for e in at_hand.events_at.get(entity.id, ()))
    supports = [o.presence.stay.support for o in occupants]
    supports += [t.support for t in (*came, *left)]
    supports += [e.support for e in happened]
    claims = {c for support in supports for c in support.claims} | set(entity.claims)
    against = contradictions_about(knowledge, entity.id, frozenset(claims))
    claims |= {c for x in against for c in (*x.one, *x.other)}
    happenings = {*stays, *(t.id for t in (*came, *left)), *(e.id for e in happened)}
    moves = {t for flow in (*arrivals, *departures) for t in flow.transfers}
    moves |= {t for vague in (*vague_arrivals, *vague_departures) for t in vague.transfers}
    return FacilityAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=TIME_ASSUMPTIONS, window=window),
        facility=entity.id,
        attributes=entity.attributes,
        disagreements=disagreements(entity),
        occupants=occupants,
        present=tally(list(_best(occupants).values())),
        last_here=_last_here(knowledge, entity.id),
        arrivals=arrivals,
        departures=departures,
        undated=(*vague_arrivals, *vague_departures),
        unnamed=sum(knowledge.transfers[t].who is None for t in moves),
        events=happened,
        contradictions=against,
        one_of=one_of_among(knowledge, frozenset(happenings)),
        documents=documents_of(knowledge, claims),
    )


def occupants_of(
    knowledge: Knowledge, stays: tuple[str, ...], window: Range | None
) -> tuple[Occupant, ...]:
    """Who those stays put there, in order of arrival; none that is impossible in the window."""
    found = []
    for i in stays:
        stay = knowledge.stays[i]
        worlds = histories(knowledge, stay.who)
        inside: list[Constraint] = []
        if window is not None:
            inside = [(EPOCH, worlds.start[i], window.hi), (worlds.end[i], EPOCH, -window.lo)]
        certainty = worlds.value(*inside)
        if value(worlds, *inside) is not Certainty.IMPOSSIBLE:
            there = presence(worlds, stay, stay.who)
            found.append(Occupant(who=stay.who, presence=there, certainty=certainty))
    return tuple(
        sorted(found, key=lambda o: (o.presence.start.hi, o.presence.end.lo, o.presence.stay.id))
    )


def _last_here(knowledge: Knowledge, facility: str) -> tuple[LastHere, ...]:
    stays = (knowledge.stays[s] for s in index(knowledge).stays_at.get(facility, ()))
    people = sorted({p for s in stays for p in people_of(knowledge, s.who)})
    found = []
    for who in people:
        last = last_documented(
            knowledge, histories(knowledge, who), stays_of(knowledge, who), on=None
        )
        ended = closings(events_of(knowledge, who), last)
        if any(c.certainty is Certainty.CERTAIN for c in ended):
            continue
        found += [
            LastHere(who=who, day=x.day, certainty=x.certainty, support=x.support)
            for x in last
            if x.facility == facility
        ]
    return tuple(found)


def _best(occupants: Iterable[Occupant]) -> dict[str, Certainty | None]:
    """Of each person or group the strongest of what holds of its stays: nobody counts twice."""
    best: dict[str, Certainty | None] = {}
    for occupant in occupants:
        known = best.get(occupant.who, Certainty.IMPOSSIBLE)
        best[occupant.who] = min(known, occupant.certainty, key=strength)
    return best


def disagreements(entity: Entity) -> tuple[Disagreement, ...]:
    """Properties that sources fill differently; not those of which a thing may have several."""
    found = []
    for name, attributes in groupby(entity.attributes, key=lambda a: a.property):
        values = tuple(attributes)
        if name in ONE_VALUED and len({v.value for v in values}) > 1:
            found.append(Disagreement(property=name, values=values))
    return tuple(found)
