"""Question (b): the same person, first at A, later at B."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, product

from graph.answer.path import End, Lack, TravelledAnswer, TravelledRoute, Traveller
from graph.answer.terms import TIME_ASSUMPTIONS, Assumption, Terms, strength, tally
from graph.claim import Kind
from graph.event import Stay
from graph.knowledge import Knowledge
from graph.period import Certainty, Range
from graph.questions.ends import one_place, unnamed_between
from graph.questions.histories import Histories
from graph.questions.index import index, may_be_one, people_of, stays_of
from graph.questions.itinerary import (
    between,
    in_order,
    nothing_between,
    only_before,
    presence,
    step_between,
    value,
)
from graph.questions.network import EPOCH, Constraint
from graph.questions.support import joined
from graph.questions.tied import histories


def travelled(
    knowledge: Knowledge,
    origin: End,
    destination: End,
    *,
    window: Range | None = None,
    via: tuple[End, ...] = (),
    avoid: tuple[End, ...] = (),
    possible: bool = True,
) -> TravelledAnswer:
    """Persons with a stay at the origin that ended before a stay at the destination started.

    Nobody travels from a place to one that may be the same. Of somebody with no such stays, a town
    that a source names without its prison may stand for an end: that is possible at most (T1).
    In a window the stay at the origin ended, and that at the destination started, on its days.
    `possible=False` leaves out what does not hold in all worlds.
    """
    towns = {end: _towns_of(knowledge, end) for end in (origin, *via, destination)}
    there, here = (_people_at(knowledge, end, towns[end]) for end in (origin, destination))
    both = [] if origin.is_place_of(destination) else sorted(there & here)
    barred = frozenset(f for end in (origin, destination, *avoid) for f in end.facilities)
    by_town = _Asked(
        ends=(origin, *via, destination),
        towns=towns,
        barred=barred,
        window=window,
        strict=bool(avoid),
    )
    by_name = replace(by_town, towns=dict.fromkeys(towns, frozenset[str]()))
    named = [t for person in both if (t := _traveller(knowledge, person, by_name))]
    others = sorted({*both} - {t.person for t in named}) if any(towns.values()) and possible else ()
    placed = [t for person in others if (t := _traveller(knowledge, person, by_town))]
    travellers = [t for t in named if possible or t.certainty is Certainty.CERTAIN] + placed
    travellers.sort(key=lambda t: (strength(t.certainty), t.person))
    assumptions = (*TIME_ASSUMPTIONS, Assumption.T1) if placed else TIME_ASSUMPTIONS
    return TravelledAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=assumptions, window=window),
        origin=origin,
        destination=destination,
        via=via,
        avoid=avoid,
        tally=tally([t.certainty for t in travellers]),
        travellers=tuple(travellers),
        unnamed=unnamed_between(knowledge, origin, destination),
        lacks=() if travellers else _lacks(knowledge, (origin, destination), there, here, window),
    )


def _towns_of(knowledge: Knowledge, end: End) -> frozenset[str]:
    """Towns with a stay that somebody may have meant for a facility of the end."""
    return frozenset(
        place
        for place in index(knowledge).stays_at
        if knowledge.entities[place].kind is Kind.PLACE
        and knowledge.entities[place].label
        and any(may_be_one(knowledge, place, facility) for facility in end.facilities)
    )


def _people_at(knowledge: Knowledge, end: End, towns: frozenset[str]) -> set[str]:
    at_hand = index(knowledge)
    ids = (s for place in (*end.facilities, *towns) for s in at_hand.stays_at.get(place, ()))
    return {p for s in ids for p in people_of(knowledge, knowledge.stays[s].who)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a route has to be; `strict`: only what avoids the barred places counts.

    `towns`: those that may be meant for an end.
    """

    ends: tuple[End, ...]
    towns: Mapping[End, frozenset[str]]
    barred: frozenset[str]
    window: Range | None
    strict: bool

    def lie_at(self, end: End, stay: Stay) -> bool:
        """Whether the stay is at the end, or in a town that may be meant for it."""
        return stay.at in end.facilities or stay.at in self.towns[end]

    def at_most(self, held: Certainty | None, chain: Iterable[Stay]) -> Certainty | None:
        """What holds for certain of a stay in a town is only possible of its prison."""
        sure = all(s.at in end.facilities for s, end in zip(chain, self.ends, strict=True))
        return Certainty.POSSIBLE if held is Certainty.CERTAIN and not sure else held


def _traveller(knowledge: Knowledge, person: str, asked: _Asked) -> Traveller | None:
    worlds = histories(knowledge, person)
    stays = in_order(worlds, stays_of(knowledge, person))
    found = [
        (held, route)
        for chain, conditions in _chains(knowledge, worlds, stays, asked)
        if (held := asked.at_most(value(worlds, *conditions), chain)) is not Certainty.IMPOSSIBLE
        for route in (_route(knowledge, worlds, person, stays, (chain, conditions, asked)),)
        if route is not None or not asked.strict
    ]
    if not found:
        return None
    routes = [route for _, route in found if route is not None]
    values = [r.certainty for r in routes] if asked.strict else [held for held, _ in found]
    best = min(values, key=strength)
    routes.sort(key=lambda r: (strength(r.certainty), len(r.steps), r.presences[0].stay.id))
    consistent = worlds.consistent
    return Traveller(
        person=person,
        certainty=best if consistent else Certainty.CONTRADICTORY,
        otherwise=None if consistent else best,
        dropped=worlds.dropped,
        routes=tuple(routes),
    )


def _chains(
    knowledge: Knowledge, worlds: Histories, stays: tuple[Stay, ...], asked: _Asked
) -> Iterator[tuple[tuple[Stay, ...], list[Constraint]]]:
    """Stays at each of the ends in turn, and what must hold of them.

    Where the opposite order is certain, this one holds at most if all happened on one day: no way.
    """
    for chain in product(*([s for s in stays if asked.lie_at(end, s)] for end in asked.ends)):
        if len({s.id for s in chain}) < len(chain) or any(
            may_be_one(knowledge, x.at, y.at) or only_before(worlds, y, x)
            for x, y in pairwise(chain)
        ):
            continue
        conditions = [worlds.before(x.id, y.id) for x, y in pairwise(chain)]
        if asked.window is not None:
            conditions.append((worlds.end[chain[0].id], EPOCH, -asked.window.lo))
            conditions.append((EPOCH, worlds.start[chain[-1].id], asked.window.hi))
        yield chain, conditions


def _route(
    knowledge: Knowledge,
    worlds: Histories,
    person: str,
    stays: tuple[Stay, ...],
    wanted: tuple[tuple[Stay, ...], list[Constraint], _Asked],
) -> TravelledRoute | None:
    chain, conditions, asked = wanted
    first, last = chain[0], chain[-1]
    inner = [s for s in stays if s not in {first, last}]
    out = [s.id for s in inner if s.at in asked.barred and s not in chain]
    certainty = asked.at_most(nothing_between(worlds, first.id, last.id, out, *conditions), chain)
    if certainty is Certainty.IMPOSSIBLE:
        return None
    lying = {
        s.id: value(worlds, *between(worlds, first.id, s.id, last.id))
        for s in inner
        if s.id not in out
    }
    sure = [s for s in inner if lying.get(s.id) is Certainty.CERTAIN or s in chain]
    way = (first, *sure, last)
    steps = [step_between(knowledge, worlds, stays, x, y) for x, y in pairwise(way)]
    return TravelledRoute(
        certainty=certainty if worlds.consistent else Certainty.CONTRADICTORY,
        presences=tuple(presence(worlds, s, person) for s in way),
        steps=tuple(steps),
        maybe_between=tuple(
            s
            for s, v in lying.items()
            if v is not Certainty.IMPOSSIBLE and s not in {w.id for w in way}
        ),
        support=joined((*(s.support for s in way), *(s.support for s in steps))),
    )


def _lacks(
    knowledge: Knowledge,
    ends: tuple[End, End],
    there: set[str],
    here: set[str],
    window: Range | None,
) -> tuple[Lack, ...]:
    same = one_place(knowledge, *ends)
    if same is not None:
        return (same,)
    lacks = []
    if not there:
        lacks.append(Lack.NO_STAY_AT_ORIGIN)
    if not here:
        lacks.append(Lack.NO_STAY_AT_DESTINATION)
    if there and here:
        if not there & here:
            lacks.append(Lack.NOBODY_AT_BOTH)
        else:
            lacks.append(Lack.NOT_IN_THAT_ORDER)
            if window is not None:
                lacks.append(Lack.NOT_IN_WINDOW)
    return tuple(lacks)
