"""What is listed as a contradiction, and what only looks like one; the people are invented."""

import pytest

from graph.claim import Kind, Polarity
from graph.clearance import Clearance
from graph.event import ContradictionType
from graph.grade import Grade
from graph.judgement import Verdict
from tests.graph.fold.story import Story
from tests.graph.fold.test_histories import Case

TWICE = ContradictionType.TOLD_TWICE


@pytest.fixture
def case() -> Case:
    return Case()


def happened(case: Case, what: str, when: str | None, **roles: str) -> str:
    return case.story.say(case.text, None, what, who=case.who, when=when, **roles)


def types(case: Case) -> list[ContradictionType]:
    return [c.type for c in case.seen.contradictions.values()]


def test_two_captures_that_nothing_parts_are_two_dates_of_one(case: Case) -> None:
    one = happened(case, "captured", "2022-09-05")
    other = happened(case, "captured", "2022-10-05")
    seen = case.seen
    (problem,) = seen.contradictions.values()
    assert (problem.type, problem.property) == (TWICE, "captured")
    assert {*problem.one, *problem.other} == {one, other}
    assert {e.support.grade for e in seen.events.values()} == {Grade.DISPUTED}


@pytest.mark.parametrize("end", ["released", "exchanged", "escaped"])
@pytest.mark.parametrize("when", ["2022-09-20", "2022", None])
def test_who_may_have_been_free_between_can_be_captured_twice(
    case: Case, end: str, when: str | None
) -> None:
    happened(case, "captured", "2022-09-05")
    happened(case, "captured", "2022-10-05")
    happened(case, end, when)
    assert TWICE not in types(case)


def test_captures_that_people_judged_two_are_two(case: Case) -> None:
    told = [happened(case, "captured", f"2022-{month}-05") for month in ("09", "10")]
    case.story.judge(*(case.story.claims[c].subject for c in told), Verdict.DIFFERENT)
    assert types(case) == []


def test_captures_on_days_that_may_be_one_are_one(case: Case) -> None:
    happened(case, "captured", "2022-09")
    happened(case, "captured", "2022-09-05")
    assert types(case) == []


def test_who_was_exchanged_twice_was_captured_between(case: Case) -> None:
    happened(case, "exchanged", "2024-09-13")
    happened(case, "exchanged", "2024-12-30")
    assert types(case) == [TWICE]
    happened(case, "captured", "2024-10")
    assert types(case) == []


def test_who_was_released_is_not_exchanged_later_without_a_capture(case: Case) -> None:
    happened(case, "released", "2024-09-13")
    happened(case, "exchanged", "2024-12-30")
    assert types(case) == [ContradictionType.AFTER_END]


def test_all_that_is_told_of_a_later_time_stands_together_against_a_death(case: Case) -> None:
    died = happened(case, "died", "2023-08")
    later = [case.held("A", "2023-11-10"), case.moved("A", "B", "2023-12-20")]
    (problem,) = case.seen.contradictions.values()
    assert problem.type is ContradictionType.AFTER_END
    assert {problem.one, problem.other} == {(died,), tuple(sorted(later))}


def test_one_move_told_with_two_dates(case: Case) -> None:
    case.moved("A", "B", "2022-11-03")
    case.moved("A", "B", "2022-11-04")
    (problem,) = case.seen.contradictions.values()
    assert (problem.type, problem.property) == (TWICE, "moved")


@pytest.mark.parametrize(
    ("origin", "destination", "when"),
    [("A", "C", "2022-11-04"), ("A", "B", "2023-03-04"), ("A", "B", "2022-11")],
)
def test_two_moves_that_can_both_have_been(
    case: Case, origin: str, destination: str, when: str
) -> None:
    case.moved("A", "B", "2022-11-03")
    case.moved(origin, destination, when)
    assert TWICE not in types(case)


def test_who_was_brought_back_can_be_moved_again(case: Case) -> None:
    case.moved("A", "B", "2022-11-03")
    case.moved("A", "B", "2022-11-20")
    assert types(case) == [TWICE]
    case.moved("B", "A", "2022-11-10")
    assert types(case) == []


def test_who_was_seen_where_the_second_move_began_can_be_moved_again(case: Case) -> None:
    case.moved("A", "B", "2022-11-03")
    case.moved("A", "B", "2022-11-20")
    case.held("A", "2022-11-10/2022-11-20")
    assert TWICE not in types(case)


def test_to_a_court_people_are_taken_again_and_again(case: Case) -> None:
    case.story.say(case.text, case.places["B"], "facility_type", value="court")
    case.moved("A", "B", "2022-11-03")
    case.moved("A", "B", "2022-11-05")
    assert types(case) == []


def test_two_places_of_one_death(case: Case) -> None:
    happened(case, "died", "2024-10-14", at=case.places["A"])
    happened(case, "died", "2024-10", at=case.places["B"])
    happened(case, "died", "2024-10-14")
    (problem,) = case.seen.contradictions.values()
    assert (problem.type, problem.property) == (ContradictionType.PLACES_DIFFER, "died")


def test_a_town_and_the_prison_in_it_are_no_two_places_of_death(case: Case) -> None:
    town = case.story.mention(case.text, Kind.PLACE, "Taganrog")
    prison = case.story.mention(case.text, Kind.FACILITY, "Taganrog SIZO-2")
    happened(case, "died", "2024-10-14", at=town)
    happened(case, "died", "2024-10-14", at=prison)
    assert types(case) == []


def test_a_denial_without_date_and_place_speaks_of_no_day(case: Case) -> None:
    happened(case, "released", "2023-07-17")
    case.story.say(case.text, None, "released", who=case.who, polarity=Polarity.DENIED)
    assert types(case) == []


def test_a_denial_of_a_whole_region_is_one_of_each_prison_there(case: Case) -> None:
    prison = case.story.mention(case.text, Kind.FACILITY, "Novozybkov SIZO-2")
    case.story.say(case.text, prison, "region", value="RU-BRY")
    region = case.story.mention(case.text, Kind.PLACE, "Брянской области")
    case.story.say(case.text, None, "held_at", who=case.who, at=prison, when="2022-09")
    case.story.say(case.text, None, "held_at", who=case.who, at=region, polarity=Polarity.DENIED)
    assert types(case) == [ContradictionType.DENIED]


@pytest.mark.parametrize(
    ("other", "since", "found"),
    [
        ("Ivan Vyhadanyi", "2024-07-01/2024-12-31", [ContradictionType.TWO_HEADS]),
        ("Ivan Vyhadanyi", "2024-09-01/2024-12-31", []),
        ("Ivan Vyhadanyi", "2024-08", []),  # some day of it: perhaps after the other
        ("П. Вигаданий", "2024-07-01/2024-12-31", []),  # he may be the same
    ],
)
def test_two_heads_of_one_facility_at_one_time(
    other: str, since: str, found: list[ContradictionType]
) -> None:
    story = Story()
    text = story.document("first")
    at = story.mention(text, Kind.FACILITY, "Kizel SIZO-3")
    for name, when in (("Petro Vyhadanyi", "2024-06-01/2024-08-15"), (other, since)):
        who = story.mention(text, Kind.PERSON, name)
        story.say(text, None, "headed", who=who, at=at, when=when)
    seen = story.read_by(Clearance.PUBLIC)
    assert [c.type for c in seen.contradictions.values()] == found
    assert {c.about for c in seen.contradictions.values()} <= {seen.entity_of[at]}


@pytest.mark.parametrize(
    ("denied", "when", "found"),
    [
        ({"to": "A"}, None, [ContradictionType.DENIED]),
        ({"to": "B"}, None, []),
        ({"to": "A", "from_": "B"}, None, []),  # not from there: from elsewhere perhaps
        ({"to": "A"}, "2022-09", []),  # not in that month: before it perhaps
    ],
)
def test_who_is_said_never_to_have_come_was_not_held(
    case: Case, denied: dict[str, str], when: str | None, found: list[ContradictionType]
) -> None:
    case.held("A", "2022-09-10")
    roles = {role: case.places[place] for role, place in denied.items()}
    case.story.say(
        case.text, None, "moved", who=case.who, when=when, polarity=Polarity.DENIED, **roles
    )
    assert types(case) == found


def test_who_was_not_brought_a_second_time_was_brought_a_first(case: Case) -> None:
    case.moved("B", "A", "2022-05-10")
    case.held("A", "2022-06-01")
    case.story.say(
        case.text,
        None,
        "moved",
        who=case.who,
        to=case.places["A"],
        polarity=Polarity.DENIED,
        details=(("again", "yes"),),
    )
    assert types(case) == []
    case.moved("A", "B", "2022-07-01")
    second = case.moved("B", "A", "2022-09-10")
    (problem,) = case.seen.contradictions.values()
    assert problem.type is ContradictionType.DENIED
    assert (second,) in (problem.one, problem.other)


def test_who_is_said_not_to_have_been_held_was_not_brought(case: Case) -> None:
    case.moved("B", "A", "2022-09-10")
    case.story.say(
        case.text, None, "held_at", who=case.who, at=case.places["A"], polarity=Polarity.DENIED
    )
    assert types(case) == [ContradictionType.DENIED]


def test_a_prison_of_which_nobody_says_where_it_stood_is_in_no_town(case: Case) -> None:
    town = case.story.mention(case.text, Kind.PLACE, "Rostov")
    case.story.say(case.text, town, "name", value="Rostov")
    prison = case.story.mention(case.text, Kind.FACILITY)
    case.story.say(case.text, prison, "facility_type", value="sizo")
    happened(case, "held_at", "2023-03", at=prison)
    case.story.say(case.text, None, "held_at", who=case.who, at=town, polarity=Polarity.DENIED)
    assert types(case) == []
    case.story.say(case.text, prison, "settlement", value="Rostov-on-Don")
    assert types(case) == [ContradictionType.DENIED]


def test_two_heads_of_what_their_texts_call_the_organisation() -> None:
    story = Story()
    text = story.document("first")
    of = story.mention(text, Kind.FACILITY, "Kizel SIZO-3")
    for name, when in (("Petro Vyhadanyi", "2024-06/2024-12"), ("Ivan Lys", "2024-08/2024-09")):
        who = story.mention(text, Kind.PERSON, name)
        story.say(text, None, "headed", who=who, of=of, when=when)
    seen = story.read_by(Clearance.PUBLIC)
    assert [c.type for c in seen.contradictions.values()] == [ContradictionType.TWO_HEADS]


def test_two_dates_of_death_stand_against_each_other_with_all_who_give_them(case: Case) -> None:
    one = [happened(case, "died", "2024-10-14") for _ in range(2)]
    happened(case, "died", "2024-10")  # agrees with both
    happened(case, "died", None)
    other = happened(case, "died", "2024-10-19")
    (problem,) = case.seen.contradictions.values()
    assert problem.type is ContradictionType.DATES_DIFFER
    assert {problem.one, problem.other} == {tuple(sorted(one)), (other,)}


def test_nobody_sets_out_on_a_journey_amid_another(case: Case) -> None:
    case.moved("A", "B", "2022-03-01/2022-03-20")
    case.moved("A", "C", "2022-03-10/2022-03-30")
    assert ContradictionType.TWO_PLACES in types(case)


@pytest.mark.parametrize("leg", ["2022-03-05/2022-03-10", "2022-03-20/2022-03-30", "2022-03"])
def test_a_leg_of_a_journey_and_the_next_one_stand_beside_it(case: Case, leg: str) -> None:
    case.moved("A", "C", "2022-03-01/2022-03-20")
    case.moved("B", "C", leg)
    assert ContradictionType.TWO_PLACES not in types(case)
