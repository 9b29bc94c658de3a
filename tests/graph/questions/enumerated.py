"""Checks that answers about time equal enumeration of worlds, or say that it is not determined."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise, permutations

from graph.answer.path import End
from graph.answer.terms import strength
from graph.event import HopKind
from graph.knowledge import Knowledge
from graph.period import Certainty, Range
from graph.questions.codetention import codetention_of, shared_stay
from graph.questions.facility import facility
from graph.questions.hops import Asked, Hop, chain_value, hops
from graph.questions.index import may_be_one, people_of, stays_of
from graph.questions.itinerary import itinerary
from graph.questions.reachable import reachable
from graph.questions.tied import histories
from graph.questions.travelled import travelled
from graph.questions.worlds import World, value
from tests.graph.questions.random_worlds import horizon, part, worlds_of

Held = Callable[[World], bool]
MOST_CHAIN = 3
CUT_SHORT = False  # set by the test that follows few orders: then "not determined" is an answer


def agrees(knowledge: Knowledge) -> bool:
    """Every check on one Knowledge; False if it has no world as a whole.

    Then each person whose own part has one is checked in that.
    """
    found = worlds_of(knowledge)
    consistent(knowledge, found)
    if found:
        _all(knowledge, found)
        return True
    for person in people(knowledge):
        alone = part(knowledge, person)
        if histories(knowledge, person).consistent and alone.stays.keys() < knowledge.stays.keys():
            _all(alone, worlds_of(alone))
    return False


def _all(knowledge: Knowledge, found: list[World]) -> None:
    order(knowledge, found)
    presences(knowledge, found)
    codetention(knowledge, found)
    company(knowledge, found)
    occupants(knowledge, found)
    travellers(knowledge, found)
    chains(knowledge, found)


def consistent(knowledge: Knowledge, found: list[World]) -> None:
    """No world at all is found exactly where enumeration finds none, person by person."""
    sound = {p: histories(knowledge, p).consistent for p in people(knowledge)}
    if found:
        assert all(sound.values())
        return
    for person, said in sound.items():
        assert said == bool(worlds_of(part(knowledge, person)))


def order(knowledge: Knowledge, found: list[World]) -> None:
    """Order of two stays, and whether nothing lies between."""
    for person in people(knowledge):
        way = itinerary(knowledge, person)
        stays = [p.stay.id for p in way.presences]
        steps = {(s.earlier, s.later): s for s in way.steps}
        said = histories(knowledge, person)
        for x, y in permutations(stays, 2):
            holds = _value(found, lambda w, x=x, y=y: _before(w, x, y))
            _same(said.value(said.before(x, y)), holds)
            others = [z for z in stays if z not in {x, y}]
            if (x, y) in steps:
                alone = _value(
                    found,
                    lambda w, x=x, y=y, others=others: (
                        _before(w, x, y) and not _any_between(w, x, y, others)
                    ),
                )
                _same(steps[x, y].adjacent, alone)


def presences(knowledge: Knowledge, found: list[World]) -> None:
    """The days of a stay in its history are the hull of all worlds."""
    first, last = horizon(knowledge)
    for person in people(knowledge):
        for there in itinerary(knowledge, person).presences:
            for side, days in (("start", there.start), ("end", there.end)):
                seen = {w[side, there.stay.id] for w in found}
                low, high = max(days.lo, first), min(days.hi, last)
                assert low <= min(seen)
                assert high >= max(seen)
                assert CUT_SHORT or (low, high) == (min(seen), max(seen))


def codetention(knowledge: Knowledge, found: list[World]) -> None:
    """Certainty, least and most common days, and touching, of every pair of attested stays."""
    first, last = horizon(knowledge)
    attested = [s for s in knowledge.stays.values() if s.kind is HopKind.ATTESTED]
    for window in (None, Range(first + 3, first + 5)):
        for x, y in combinations(attested, 2):
            if x.at != y.at or x.who == y.who:
                continue
            days = [_common(w, x.id, y.id, window) for w in found]
            said = shared_stay(knowledge, x, y, window)
            if said is None:
                assert max(days) == 0
                continue
            _same(said.certainty, value(d > 0 for d in days))
            assert said.days.least == min(days) or CUT_SHORT
            assert said.days.least <= min(days)
            ends = {w[side, s] for w in found for side in ("start", "end") for s in (x.id, y.id)}
            if CUT_SHORT:
                assert said.days.most is None or said.days.most >= max(days)
            elif said.days.most is None:
                assert {first, last} & ends
            elif not {first, last} & ends:
                assert said.days.most == max(days)
                assert said.touching == (max(days) == 1)


def company(knowledge: Knowledge, found: list[World]) -> None:
    """Of two people, groups included: least and most days together bound every world."""
    for one, other in combinations(people(knowledge), 2):
        pairs = codetention_of(knowledge, one, other=other).pairs
        theirs = [
            (x.id, y.id)
            for x in stays_of(knowledge, one)
            for y in stays_of(knowledge, other)
            if x.at == y.at and x.kind is y.kind is HopKind.ATTESTED
        ]
        days = [len({d for x, y in theirs for d in _common_days(w, x, y)}) for w in found]
        if may_be_one(knowledge, one, other):  # there is a world in which nobody else was there
            days.append(0)
        if not pairs:
            assert max(days, default=0) == 0
            continue
        (pair,) = pairs
        assert pair.days.least <= min(days)
        assert pair.days.most is None or pair.days.most >= max(days)
        if len(theirs) == 1:
            _same(pair.certainty, value(d > 0 for d in days))


def _common_days(world: World, x: str, y: str) -> range:
    first = max(world["start", x], world["start", y])
    return range(first, min(world["end", x], world["end", y]) + 1)


def occupants(knowledge: Knowledge, found: list[World]) -> None:
    """Who was at a facility on a day of a window."""
    first, _ = horizon(knowledge)
    window = Range(first + 4, first + 5)
    for at in sorted({s.at for s in knowledge.stays.values()}):
        there = facility(knowledge, at, window=window).occupants
        said = {o.presence.stay.id: o.certainty for o in there}
        for i in (s.id for s in knowledge.stays.values() if s.at == at):
            held = _value(
                found, lambda w, i=i: w["start", i] <= window.hi and w["end", i] >= window.lo
            )
            _same(said.get(i, Certainty.IMPOSSIBLE), held)


def travellers(knowledge: Knowledge, found: list[World]) -> None:
    """The same person at A and later at B: by person, and by pair of stays."""
    first, last = horizon(knowledge)
    places = sorted({s.at for s in knowledge.stays.values()})
    for window in (None, _middle(first, last)):
        for a, b in permutations(places, 2):
            if may_be_one(knowledge, a, b):
                assert not travelled(
                    knowledge, End(facilities=(a,)), End(facilities=(b,))
                ).travellers
                continue
            answer = travelled(knowledge, End(facilities=(a,)), End(facilities=(b,)), window=window)
            said = {t.person: t.certainty for t in answer.travellers}
            routes = {
                (t.person, r.presences[0].stay.id, r.presences[-1].stay.id): r.certainty
                for t in answer.travellers
                for r in t.routes
            }
            for person in people(knowledge):
                best = Certainty.IMPOSSIBLE
                for pair, held, direct in _pairs(knowledge, found, person, (a, b, window)):
                    best = min(best, held, key=strength)
                    _same(routes.get((person, *pair), Certainty.IMPOSSIBLE), direct)
                _same(said.get(person, Certainty.IMPOSSIBLE), best)


def _pairs(
    knowledge: Knowledge,
    found: list[World],
    person: str,
    asked: tuple[str, str, Range | None],
) -> Iterator[tuple[tuple[str, str], Certainty, Certainty]]:
    a, b, window = asked
    stays = stays_of(knowledge, person)
    for x in (s.id for s in stays if s.at == a):
        for y in (s.id for s in stays if s.at == b):
            forth = _value(found, lambda w, x=x, y=y: _before(w, x, y))
            back = _value(found, lambda w, x=x, y=y: _before(w, y, x))
            if back is Certainty.CERTAIN and forth is not Certainty.CERTAIN:
                continue  # at most on one and the same day
            barred = [s.id for s in stays if s.at in {a, b} and s.id not in {x, y}]

            def held(w: World, x: str = x, y: str = y) -> bool:
                inside = window is None or (window.lo <= w["end", x] and w["start", y] <= window.hi)
                return inside and _before(w, x, y)

            direct = _value(
                found,
                lambda w, x=x, y=y, held=held, barred=barred: (
                    held(w) and not _any_between(w, x, y, barred)
                ),
            )
            yield (x, y), _value(found, held), direct


def chains(knowledge: Knowledge, found: list[World]) -> None:
    """The map from sequences of hops through different people to their values."""
    first, last = horizon(knowledge)
    every = list(hops(knowledge))
    simple = [
        chain
        for length in range(1, MOST_CHAIN + 1)
        for chain in permutations(every, length)
        if _is_simple(chain)
    ]
    for asked in (Asked(), Asked(window=_middle(first, last)), Asked(within=2)):
        expected = {}
        for chain in simple:
            held = _value(found, lambda w, c=chain, a=asked: _in_time(knowledge, w, c, a))
            _same(chain_value(chain, asked)[0], held)
            if held is not Certainty.IMPOSSIBLE:
                expected[tuple(h.id for h in chain)] = held
        said = _reached(knowledge, every, asked)
        assert expected.keys() <= said.keys()
        for hop_ids, certainty in said.items():
            _same(certainty, expected.get(hop_ids, Certainty.IMPOSSIBLE))


def _reached(
    knowledge: Knowledge, every: list[Hop], asked: Asked
) -> dict[tuple[str, ...], Certainty | None]:
    places = sorted({h.origin for h in every} | {h.destination for h in every})
    said = {}
    for a, b in permutations(places, 2):
        answer = reachable(
            knowledge,
            End(facilities=(a,)),
            End(facilities=(b,)),
            window=asked.window,
            within=asked.within,
            max_hops=MOST_CHAIN,
            most_routes=1000,
            most_chains=1000,
            most_tried=1000,
        )
        assert answer.found.exact
        for route in answer.routes:
            for chain in route.chains:
                said[tuple(c.hop for c in chain.connections)] = chain.certainty
    return said


def people(knowledge: Knowledge) -> list[str]:
    """Everybody who was anywhere; a group only if nobody was joined to it."""
    whos = {s.who for s in knowledge.stays.values()}
    return sorted({p for who in whos for p in people_of(knowledge, who)})


def _middle(first: int, last: int) -> Range:
    """A window that cuts off days on both sides, where there are enough."""
    return Range(first + 3, max(first + 3, last - 3))


def _same(said: Certainty | None, held: Certainty) -> None:
    assert said is not None or CUT_SHORT, "so small a history has to be determined"
    assert said in {held, None}


def _value(found: list[World], held: Held) -> Certainty:
    return value(held(w) for w in found)


def _before(world: World, x: str, y: str) -> bool:
    return world["end", x] <= world["start", y]


def _any_between(world: World, x: str, y: str, others: list[str]) -> bool:
    return any(_before(world, x, z) and _before(world, z, y) for z in others)


def _common(world: World, x: str, y: str, window: Range | None) -> int:
    first = max(world["start", x], world["start", y])
    last = min(world["end", x], world["end", y])
    if window is not None:
        first, last = max(first, window.lo), min(last, window.hi)
    return max(0, last - first + 1)


def _is_simple(chain: tuple[Hop, ...]) -> bool:
    passed = [chain[0].origin, *(h.destination for h in chain)]
    joined = all(x.destination == y.origin for x, y in pairwise(chain))
    return joined and len(set(passed)) == len(passed)


def _in_time(knowledge: Knowledge, world: World, chain: tuple[Hop, ...], asked: Asked) -> bool:
    days = [_days(knowledge, world, hop) for hop in chain]
    first, last = days[0][0], days[-1][1]
    return (
        all(d <= a for d, a in days)
        and all(x[1] <= y[0] for x, y in pairwise(days))
        and (asked.window is None or (asked.window.lo <= first and last <= asked.window.hi))
        and (asked.within is None or last - first <= asked.within)
    )


def _days(knowledge: Knowledge, world: World, hop: Hop) -> tuple[int, int]:
    if hop.id in knowledge.transfers:
        return world["start", hop.id], world["end", hop.id]
    earlier, later = hop.id.removeprefix(f"next:{hop.who}:").split(">")
    return world["end", earlier], world["start", later]
