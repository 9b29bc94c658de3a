from graph.answer.path import End, Lack
from graph.event import HopKind
from graph.grade import Grade
from graph.period import Certainty, Range
from graph.questions.reachable import reachable
from tests.graph.questions.factory import World

A, B = End(facilities=("A",)), End(facilities=("B",))


def test_hops_of_different_people_connect_in_time_each_with_its_claims() -> None:
    world = World()
    one = world.transfer("p", "A", "C", 5, 6)
    other = world.transfer(None, "C", "B", 6, 7)
    answer = reachable(world.knowledge(), A, B)
    (route,) = answer.routes
    (chain,) = route.chains
    assert route.facilities == ("A", "C", "B")
    assert [(c.hop, c.who) for c in chain.connections] == [(one, "p"), (other, None)]
    assert [c.support.claims for c in chain.connections] == [(f"claim-{one}",), (f"claim-{other}",)]
    assert (chain.certainty, chain.elapsed.least, chain.elapsed.most) == (Certainty.CERTAIN, 2, 2)
    assert (answer.found.number, answer.found.exact) == (1, True)


def test_what_departs_before_the_arrival_connects_nothing() -> None:
    world = World()
    world.transfer(None, "A", "C", 5, 6)
    world.transfer(None, "C", "B", 4, 4)
    answer = reachable(world.knowledge(), A, B)
    assert not answer.routes
    assert answer.lacks == (Lack.NO_CONNECTION,)


def test_a_chain_possible_at_each_junction_may_be_impossible_as_a_whole() -> None:
    """The first trap: the arrival so far has to be carried along the whole chain."""
    world = World()
    world.transfer(None, "A", "C", 10, 10)
    world.transfer(None, "C", "D", (0, 10), (0, 20))
    world.transfer(None, "D", "B", (0, 5), (0, 9))
    assert not reachable(world.knowledge(), A, B).routes


def test_one_group_on_two_hops_is_one_and_the_same_history() -> None:
    """Hop by hop the days fit, but the two hops share a stay that cannot be so short."""
    world = World()
    van = world.transfer("p", "A", "C", (0, 10), (0, 10))
    on = world.transfer("p", "C", "B", (5, 20), (5, 20))
    world.stay("p", "C", (0, 10), (5, 20), arrived_by=van, left_by=on)
    (route,) = reachable(world.knowledge(), A, B).routes
    assert route.certainty is Certainty.CERTAIN  # s <= e of the stay between, in every world


def test_a_facility_is_passed_once() -> None:
    world = World()
    world.transfer(None, "A", "C", 1, 1)
    world.transfer(None, "C", "D", 2, 2)
    world.transfer(None, "D", "C", 3, 3)
    world.transfer(None, "C", "B", 4, 4)
    assert [r.facilities for r in reachable(world.knowledge(), A, B).routes] == [("A", "C", "B")]


def test_certain_comes_first_then_attested_then_grade_then_lineages() -> None:
    world = World()
    world.transfer(None, "A", "C", (0, 9), (0, 9))
    world.transfer(None, "C", "B", (5, 12), (5, 12))
    world.transfer(None, "A", "D", 1, 1, grade=Grade.ALLEGED)
    world.transfer(None, "D", "B", 2, 2)
    world.transfer(None, "A", "E", 1, 1, lineages=2)
    world.transfer(None, "E", "B", 2, 2, lineages=2)
    world.transfer(None, "A", "F", 1, 1)
    world.transfer(None, "F", "B", 2, 2)
    middles = [r.facilities[1] for r in reachable(world.knowledge(), A, B).routes]
    assert middles == ["E", "F", "D", "C"]


def test_inferred_hops_are_told_apart() -> None:
    world = World()
    world.stay("p", "A", (None, 1), (1, None))
    world.stay("p", "B", (None, 5), (5, None))
    (route,) = reachable(world.knowledge(), A, B).routes
    (hop,) = route.chains[0].connections
    assert (hop.kind, route.certainty) == (HopKind.INFERRED, Certainty.CERTAIN)


def test_window_hops_days_via_and_avoid_each_narrow() -> None:
    world = World()
    world.transfer(None, "A", "C", 1, 1)
    world.transfer(None, "C", "B", 30, 30)
    world.transfer(None, "A", "D", 10, 10)
    world.transfer(None, "D", "B", 12, 12)
    knowledge = world.knowledge()

    def middles(**asked: object) -> list[str]:
        return [r.facilities[1] for r in reachable(knowledge, A, B, **asked).routes]

    assert middles() == ["D", "C"]
    assert middles(window=Range(0, 20)) == ["D"]
    assert middles(within=5) == ["D"]
    assert middles(within=1) == []
    assert middles(via=(End(facilities=("C",)),)) == ["C"]
    assert middles(avoid=(End(facilities=("C",)),)) == ["D"]
    assert middles(max_hops=1) == []
    assert reachable(knowledge, A, B, max_hops=1).lacks == (Lack.NOT_WITHIN_HOPS,)
    assert reachable(knowledge, A, B, within=1).lacks == (Lack.NOT_IN_WINDOW,)


def test_whose_claims_contradict_each_other_taints_the_chain_and_shows_the_rest() -> None:
    world = World()
    world.stay("p", "X", (0, 0), (9, 9))
    world.stay("p", "Y", (5, 5), (12, 12))
    world.transfer("p", "A", "B", 20, 20)
    (route,) = reachable(world.knowledge(), A, B).routes
    (chain,) = route.chains
    assert (chain.certainty, chain.otherwise) == (Certainty.CONTRADICTORY, Certainty.CERTAIN)


def test_more_than_the_cap_is_at_least() -> None:
    world = World()
    for day in range(6):
        world.transfer(None, "A", "B", day, day)
    (route,) = reachable(world.knowledge(), A, B, most_tried=4).routes
    assert (route.count.number, route.count.exact) == (4, False)
    (route,) = reachable(world.knowledge(), A, B, most_tried=6).routes
    assert (route.count.number, route.count.exact) == (6, True)
