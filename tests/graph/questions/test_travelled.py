from graph.answer.path import End, Lack
from graph.answer.terms import Assumption
from graph.claim import Kind
from graph.event import HopKind
from graph.period import Certainty, Range
from graph.questions.travelled import travelled
from tests.graph.questions.factory import World

A, B, C = End(facilities=("A",)), End(facilities=("B",)), End(facilities=("C",))


def test_one_person_first_here_then_there_with_the_claims_of_each_hop() -> None:
    world = World()
    world.stay("p", "A", (None, 10), (10, None))
    world.stay("p", "B", (None, 50), (50, None))
    answer = travelled(world.knowledge(), A, B)
    (found,) = answer.travellers
    assert (found.person, found.certainty) == ("p", Certainty.CERTAIN)
    (route,) = found.routes
    assert [s.kind for s in route.steps] == [HopKind.INFERRED]
    assert route.steps[0].support.claims == ("claim-p@A0", "claim-p@B1")
    assert travelled(world.knowledge(), B, A).lacks == (Lack.NOT_IN_THAT_ORDER,)


def test_two_people_never_make_one_way() -> None:
    world = World()
    world.move("p", "A", "C", 5, 5)
    world.move("q", "C", "B", 9, 9)
    answer = travelled(world.knowledge(), A, B)
    assert not answer.travellers
    assert answer.lacks == (Lack.NOBODY_AT_BOTH,)


def test_a_row_without_a_person_is_no_way_of_anybody() -> None:
    world = World()
    world.transfer(None, "A", "B", 5, 5)
    assert travelled(world.knowledge(), A, B).lacks == (
        Lack.NO_STAY_AT_ORIGIN,
        Lack.NO_STAY_AT_DESTINATION,
    )


def test_a_month_in_which_a_stay_began_and_ended_keeps_the_whole_way_certain() -> None:
    """The second trap: arrival and departure of one stay are its own start and end."""
    world = World()
    world.stay("p", "A", (None, 0), (0, 0))
    world.stay("p", "C", (10, 40), (10, 40))
    world.stay("p", "B", (50, 50), (50, None))
    (found,) = travelled(world.knowledge(), A, B).travellers
    (route,) = found.routes
    assert (found.certainty, route.certainty) == (Certainty.CERTAIN, Certainty.CERTAIN)
    assert [(s.origin, s.destination) for s in route.steps] == [("A", "C"), ("C", "B")]
    assert {s.adjacent for s in route.steps} == {Certainty.CERTAIN}


def test_via_and_avoid_choose_among_routes() -> None:
    world = World()
    for person, middle in (("p", "C"), ("q", "D")):
        world.stay(person, "A", (0, 0), (1, 1))
        world.stay(person, middle, (2, 2), (3, 3))
        world.stay(person, "B", (4, 4), (5, 5))
    knowledge = world.knowledge()
    assert [t.person for t in travelled(knowledge, A, B).travellers] == ["p", "q"]
    assert [t.person for t in travelled(knowledge, A, B, via=(C,)).travellers] == ["p"]
    assert [t.person for t in travelled(knowledge, A, B, avoid=(C,)).travellers] == ["q"]


def test_a_window_asks_for_departure_and_arrival_inside_it() -> None:
    world = World()
    world.move("p", "A", "B", (3, 8), (3, 8))
    knowledge = world.knowledge()
    for window, expected in ((Range(0, 9), "certain"), (Range(5, 9), "possible")):
        assert travelled(knowledge, A, B, window=window).travellers[0].certainty == expected
    assert not travelled(knowledge, A, B, window=Range(9, 20)).travellers
    assert not travelled(knowledge, A, B, window=Range(5, 9), possible=False).travellers


def test_whoever_contradicts_himself_is_shown_as_such_with_the_value_of_the_rest() -> None:
    world = World()
    world.stay("p", "A", (0, 0), (9, 9))
    world.stay("p", "C", (5, 5), (12, 12))
    world.stay("p", "B", (20, 20), (30, 30))
    (found,) = travelled(world.knowledge(), A, B).travellers
    assert (found.certainty, found.otherwise) == (Certainty.CONTRADICTORY, Certainty.CERTAIN)
    assert found.dropped


def test_an_end_may_be_several_facilities() -> None:
    world = World()
    world.move("p", "A", "B", 5, 5)
    region = End(facilities=("B", "D"), region="RU-ROS")
    assert travelled(world.knowledge(), A, region).destination.region == "RU-ROS"
    assert travelled(world.knowledge(), A, region).tally.certain == 1


def test_whom_sources_place_in_a_town_alone_was_possibly_at_its_prison() -> None:
    world = World()
    world.entity("A", Kind.FACILITY, name="Taganrog SIZO-2", settlement="Taganrog", number="2")
    world.entity("town", Kind.PLACE, name="Taganrog")
    world.entity("elsewhere", Kind.PLACE, name="Kursk")
    world.entity("B", Kind.FACILITY, name="Kamyshin SIZO", settlement="Kamyshin")
    for person, first in (("p", "town"), ("q", "elsewhere"), ("r", "A")):
        world.stay(person, first, (0, 0), (1, 1))
        world.stay(person, "B", (4, 4), (5, 5))
    world.stay("r", "town", (-2, -2), (-1, -1))  # who is named at the prison is asked there alone
    knowledge = world.knowledge()
    answer = travelled(knowledge, A, B)
    found = {t.person: (t.certainty, len(t.routes)) for t in answer.travellers}
    assert found == {"p": (Certainty.POSSIBLE, 1), "r": (Certainty.CERTAIN, 1)}
    assert Assumption.T1 in answer.terms.assumptions
    sure = travelled(knowledge, A, B, possible=False)
    assert [t.person for t in sure.travellers] == ["r"]
    assert Assumption.T1 not in sure.terms.assumptions
