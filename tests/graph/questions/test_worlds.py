"""Every answer about time equals enumeration of worlds, or says that it is not determined."""

from collections.abc import Callable
from itertools import combinations, pairwise, permutations

import pytest

from graph.answer.path import End
from graph.event import HopKind
from graph.knowledge import Knowledge
from graph.period import Certainty, Range
from graph.questions.codetention import shared_stay
from graph.questions.facility import facility
from graph.questions.histories import histories
from graph.questions.hops import Asked, Hop, chain_value, hops
from graph.questions.index import people_of, stays_of
from graph.questions.itinerary import itinerary
from graph.questions.reachable import reachable
from graph.questions.travelled import travelled
from graph.questions.worlds import World, value
from tests.graph.questions.random_worlds import part, random_record, worlds_of

SEEDS = range(240)
Held = Callable[[World], bool]


def _value(found: list[World], held: Held) -> Certainty:
    return value(held(w) for w in found)


def _agree(said: Certainty | None, found: list[World], held: Held) -> None:
    assert said is not None, "so small a history has to be determined"
    assert said == _value(found, held)


def _people(knowledge: Knowledge) -> list[str]:
    whos = {s.who for s in knowledge.stays.values()}
    return sorted({p for who in whos for p in people_of(knowledge, who)})


def _before(world: World, x: str, y: str) -> bool:
    return world["end", x] <= world["start", y]


@pytest.fixture(scope="module", params=SEEDS)
def record(request: pytest.FixtureRequest) -> tuple[Knowledge, list[World]]:
    knowledge = random_record(request.param)
    return knowledge, worlds_of(knowledge)


def _consistent(knowledge: Knowledge) -> bool:
    return all(histories(knowledge, p).consistent for p in _people(knowledge))


def test_no_world_at_all_is_found_where_enumeration_finds_none(record) -> None:
    knowledge, found = record
    assert bool(found) == _consistent(knowledge)
    if not found:
        for person in _people(knowledge):
            alone = worlds_of(part(knowledge, person))
            assert histories(knowledge, person).consistent == bool(alone)


def test_order_and_adjacency_of_stays(record) -> None:
    knowledge, found = record
    if not found:
        return
    for person in _people(knowledge):
        way = itinerary(knowledge, person)
        stays = [p.stay.id for p in way.presences]
        steps = {(s.earlier, s.later): s for s in way.steps}
        for x, y in permutations(stays, 2):
            said = histories(knowledge, person)
            _agree(said.value(said.before(x, y)), found, lambda w, x=x, y=y: _before(w, x, y))
            others = [z for z in stays if z not in {x, y}]

            def adjacent(w: World, x: str = x, y: str = y, others: list[str] = others) -> bool:
                return _before(w, x, y) and not any(
                    _before(w, x, z) and _before(w, z, y) for z in others
                )

            if (x, y) in steps:
                _agree(steps[x, y].adjacent, found, adjacent)


def test_days_of_a_presence_are_the_hull_of_all_worlds(record) -> None:
    knowledge, found = record
    if not found:
        return
    for person in _people(knowledge):
        for there in itinerary(knowledge, person).presences:
            for side, days in (("start", there.start), ("end", there.end)):
                seen = {w[side, there.stay.id] for w in found}
                assert max(days.lo, -2) == min(seen)
                assert min(days.hi, 7) == max(seen)


def test_codetention_and_its_days(record) -> None:
    knowledge, found = record
    if not found:
        return
    attested = [s for s in knowledge.stays.values() if s.kind is HopKind.ATTESTED]
    for window in (None, Range(1, 3)):
        for x, y in combinations(attested, 2):
            if x.at != y.at or x.who == y.who:
                continue
            days = [_common(w, x.id, y.id, window) for w in found]
            said = shared_stay(knowledge, x, y, window)
            if said is None:
                assert max(days) == 0
                continue
            assert said.certainty == value(d > 0 for d in days)
            assert said.days.least == min(days)
            if said.days.most is None:
                ends = {w["end", s] for w in found for s in (x.id, y.id)}
                starts = {w["start", s] for w in found for s in (x.id, y.id)}
                assert 7 in ends or -2 in starts
            elif said.days.most <= 7:
                assert said.days.most == max(days)
                assert said.touching == (max(days) == 1)


def _common(world: World, x: str, y: str, window: Range | None) -> int:
    first = max(world["start", x], world["start", y])
    last = min(world["end", x], world["end", y])
    if window is not None:
        first, last = max(first, window.lo), min(last, window.hi)
    return max(0, last - first + 1)


def test_who_was_there_on_a_day_of_a_window(record) -> None:
    knowledge, found = record
    if not found:
        return
    window = Range(2, 3)
    for at in sorted({s.at for s in knowledge.stays.values()}):
        said = {
            o.presence.stay.id: o.certainty
            for o in facility(knowledge, at, window=window).occupants
        }
        for stay in knowledge.stays.values():
            if stay.at == at:
                _agree(
                    said.get(stay.id, Certainty.IMPOSSIBLE),
                    found,
                    lambda w, s=stay.id: w["start", s] <= window.hi and w["end", s] >= window.lo,
                )


@pytest.mark.parametrize("window", [None, Range(1, 4)], ids=["ever", "window"])
def test_travelled_by_person_and_by_pair_of_stays(record, window: Range | None) -> None:
    knowledge, found = record
    if not found:
        return
    places = sorted({s.at for s in knowledge.stays.values()})
    for a, b in permutations(places, 2):
        said = travelled(knowledge, End(facilities=(a,)), End(facilities=(b,)), window=window)
        by_person = {t.person: t for t in said.travellers}
        for person in _people(knowledge):
            _one_traveller(knowledge, found, (person, a, b, window), by_person.get(person))


def _one_traveller(knowledge, found, asked, traveller) -> None:
    person, a, b, window = asked
    stays = stays_of(knowledge, person)
    best = Certainty.IMPOSSIBLE
    ranks = [Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.IMPOSSIBLE]
    routes = {}
    if traveller is not None:
        routes = {
            (r.presences[0].stay.id, r.presences[-1].stay.id): r.certainty for r in traveller.routes
        }
    for x in (s.id for s in stays if s.at == a):
        for y in (s.id for s in stays if s.at == b):
            forth = _value(found, lambda w, x=x, y=y: _before(w, x, y))
            back = _value(found, lambda w, x=x, y=y: _before(w, y, x))
            if back is Certainty.CERTAIN and forth is not Certainty.CERTAIN:
                continue  # at most on one and the same day

            def held(w: World, x: str = x, y: str = y) -> bool:
                return _before(w, x, y) and (
                    window is None or (window.lo <= w["end", x] and w["start", y] <= window.hi)
                )

            barred = [s.id for s in stays if s.at in {a, b} and s.id not in {x, y}]

            def direct(
                w: World, x: str = x, y: str = y, held: Held = held, barred: list[str] = barred
            ) -> bool:
                return held(w) and not any(_before(w, x, z) and _before(w, z, y) for z in barred)

            best = min(best, _value(found, held), key=ranks.index)
            _agree(routes.get((x, y), Certainty.IMPOSSIBLE), found, direct)
    assert (Certainty.IMPOSSIBLE if traveller is None else traveller.certainty) == best


@pytest.mark.parametrize(
    "asked",
    [Asked(), Asked(window=Range(1, 4)), Asked(within=2)],
    ids=["ever", "window", "within"],
)
def test_chains_through_different_people(record, asked: Asked) -> None:
    knowledge, found = record
    if not found:
        return
    every = list(hops(knowledge))
    expected = {}
    for length in (1, 2, 3):
        for chain in permutations(every, length):
            if _is_simple(chain):
                held = _value(found, lambda w, chain=chain: _in_time(knowledge, w, chain, asked))
                assert chain_value(chain, asked) == (held, None)
                if held is not Certainty.IMPOSSIBLE:
                    expected[tuple(h.id for h in chain)] = held
    places = sorted({h.origin for h in every} | {h.destination for h in every})
    said = {}
    for a, b in permutations(places, 2):
        answer = reachable(
            knowledge,
            End(facilities=(a,)),
            End(facilities=(b,)),
            window=asked.window,
            within=asked.within,
            max_hops=3,
            most_routes=1000,
            most_chains=1000,
            most_tried=1000,
        )
        assert answer.found.exact
        for route in answer.routes:
            for chain in route.chains:
                said[tuple(c.hop for c in chain.connections)] = chain.certainty
    assert said == expected


def _is_simple(chain: tuple[Hop, ...]) -> bool:
    passed = [chain[0].origin, *(h.destination for h in chain)]
    return len(set(passed)) == len(passed) and all(
        x.destination == y.origin for x, y in pairwise(chain)
    )


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
    if (earlier, later) not in {(x, y) for x in knowledge.stays for y in knowledge.stays}:
        raise AssertionError(hop.id)
    return world["end", earlier], world["start", later]
