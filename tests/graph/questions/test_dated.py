"""Each bound of a date is cited from the claims that give it; the people are invented."""

from graph.clearance import Clearance
from graph.period import iso
from graph.questions.itinerary import itinerary
from graph.questions.summary import summary_of_person
from tests.graph.fold.test_histories import Case


def test_a_day_that_a_stay_gives_is_cited_from_who_tells_of_the_stay() -> None:
    case = Case()
    told = case.moved("A", "B", "2022-05")
    seen_there = case.held("B", "2022-05-28/2022-08-03")
    knowledge = case.story.read_by(Clearance.PUBLIC)
    who = knowledge.entity_of[case.who]
    (step,) = [s for s in itinerary(knowledge, who).steps if s.transfer]
    assert [iso(d) for d in (step.departure.lo, step.departure.hi)] == ["2022-05-01", "2022-05-28"]
    assert iso(step.arrival.lo) == iso(step.arrival.hi) == "2022-05-28"
    assert step.support.claims == (told,)
    assert set(step.starts) == {told, seen_there}
    assert step.ends == (seen_there,)
    sentences = summary_of_person(knowledge, who).sentences
    (moved,) = [s for s in sentences if s.template == "person.moved"]
    assert moved.by_date() == (step.starts, step.ends, ())
    assert set(moved.support.claims) == {told, seen_there}


def test_the_days_of_a_stay_that_others_narrow_are_cited_from_there() -> None:
    case = Case()
    case.moved("A", "B", "2022-05")
    seen_there = case.held("B", "2022-05-28/2022-08-03")
    knowledge = case.story.read_by(Clearance.PUBLIC)
    first, then = itinerary(knowledge, knowledge.entity_of[case.who]).presences
    assert iso(first.end.hi) == "2022-05-28"
    assert first.beside == (seen_there,)
    assert then.beside == ()


def test_a_day_that_only_follows_is_told_as_far_as_it_is_said() -> None:
    case = Case()
    told = case.moved("A", "B", "2022-05")
    case.held("C", "2022-05-10")
    knowledge = case.story.read_by(Clearance.PUBLIC)
    steps = itinerary(knowledge, knowledge.entity_of[case.who]).steps
    for step in (s for s in steps if s.transfer):
        assert step.starts == step.ends == (told,)
        assert [iso(d) for d in (step.departure.lo, step.arrival.hi)] == [
            "2022-05-01",
            "2022-05-31",
        ]
