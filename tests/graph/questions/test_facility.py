from graph.claim import Kind
from graph.period import Certainty, Range
from graph.questions.facility import facility
from graph.questions.find import end
from graph.questions.flows import flows
from graph.questions.summary import summary_of_facility
from graph.questions.travelled import travelled
from tests.graph.questions.factory import World


def test_occupants_of_a_window_are_certain_possible_or_left_out() -> None:
    world = World()
    world.stay("sure", "A", (0, 0), (20, 20))
    world.stay("maybe", "A", (None, 3), (3, None))
    world.stay("never", "A", (11, 12), (13, 14))
    answer = facility(world.knowledge(), "A", window=Range(5, 10))
    assert [(o.who, o.certainty) for o in answer.occupants] == [
        ("sure", Certainty.CERTAIN),
        ("maybe", Certainty.POSSIBLE),
    ]
    assert (answer.present.certain, answer.present.possible) == (1, 1)


def test_a_sighting_elsewhere_bounds_who_may_have_been_there() -> None:
    world = World()
    world.stay("p", "A", (None, 3), (3, None))
    world.stay("p", "B", (None, 4), (4, None))
    assert not facility(world.knowledge(), "A", window=Range(5, 10)).occupants


def test_a_person_whose_claims_contradict_each_other_is_marked_so() -> None:
    world = World()
    world.stay("p", "A", (0, 0), (9, 9))
    world.stay("p", "B", (5, 5), (12, 12))
    (occupant,) = facility(world.knowledge(), "A").occupants
    assert occupant.certainty is Certainty.CONTRADICTORY


def test_flows_count_a_transfer_in_the_month_it_certainly_left_else_as_possible() -> None:
    world = World()
    first, last = 0, 31  # 1 January and 1 February 1970
    world.transfer("p", "A", "B", (first, first + 5), (40, 45))
    world.transfer("q", "A", "B", (first, last), (40, 45))
    world.transfer(None, "A", "B", last, 45, size=(200, 250))
    world.transfer("r", "A", "B", (None, 45), (None, 45))
    answer = flows(world.knowledge())
    january, february = answer.flows
    assert (january.month, january.certain, january.possible) == ("1970-01", 1, 1)
    assert (february.month, february.certain, february.possible) == ("1970-02", 1, 1)
    assert (february.people_least, february.people_most) == (200, 251)
    (undated,) = answer.undated
    assert undated.transfers == ("A>B3",)
    assert set(january.support.claims) == {"claim-A>B0", "claim-A>B1"}


def test_who_may_have_been_of_a_convoy_is_not_counted_besides() -> None:
    world = World()
    world.group("the convoy", "member")
    world.transfer("the convoy", "A", "B", 3, 4, size=(60, 60))
    world.transfer("member", "A", "B", 3, 4)
    world.transfer("perhaps of them", "A", "B", (2, 5), 6)
    world.transfer("of another day", "A", "B", 20, 20)
    (flow,) = flows(world.knowledge()).flows
    assert (flow.certain, flow.people_least, flow.people_most) == (4, 61, 62)


def test_a_window_cuts_flows_and_makes_the_half_inside_possible() -> None:
    world = World()
    world.transfer("p", "A", "B", (3, 8), (9, 9))
    (flow,) = flows(world.knowledge(), window=Range(5, 30)).flows
    assert (flow.certain, flow.possible) == (0, 1)
    assert not flows(world.knowledge(), window=Range(9, 30)).flows


def test_values_that_differ_stand_side_by_side() -> None:
    world = World()
    world.entity("A", Kind.FACILITY, number=("2", "3"), capacity="850")
    (found,) = facility(world.knowledge(), "A").disagreements
    assert found.property == "number"
    assert [v.value for v in found.values] == ["2", "3"]


def test_whose_last_documented_place_it_is_until_an_exchange_closes_it() -> None:
    world = World()
    for person in ("stayed", "exchanged", "moved"):
        world.stay(person, "A", (None, 3), (3, None))
    world.event("exchanged", "exchanged", 9)
    world.stay("moved", "B", (None, 7), (7, None))
    (last,) = facility(world.knowledge(), "A").last_here
    assert (last.who, last.day, last.certainty) == ("stayed", 3, Certainty.CERTAIN)


def test_transfers_of_people_without_names_are_counted_where_nobody_is_named() -> None:
    world = World()
    world.transfer(None, "A", "B", 3, 4, size=(60, 60))
    world.transfer(None, "B", "A", (None, 40), (None, 40))
    world.transfer("p", "A", "B", 3, 4)
    knowledge = world.knowledge()
    assert facility(knowledge, "A").unnamed == 2
    assert facility(knowledge, "A", window=Range(100, 120)).unnamed == 0
    (lack,) = [
        n
        for n in summary_of_facility(knowledge, "A").not_known
        if n.template == "facility.nobody_documented"
    ]
    assert ("unnamed", 2) in {(s.name, s.value) for s in lack.slots}
    there, here = (end(knowledge, (which,)) for which in "AB")
    assert travelled(knowledge, there, here).unnamed == 1
    assert travelled(knowledge, here, there).unnamed == 1
