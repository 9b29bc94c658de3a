"""First and last documented: by rows, stated stays and moves alike; the people are invented."""

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.period import iso
from graph.questions.documented import documented
from graph.questions.facility import facility
from graph.questions.summary import summary_of_facility
from tests.graph.fold.test_histories import Case


def first_and_last(case: Case) -> tuple[str, ...]:
    seen = case.story.read_by(Clearance.PUBLIC)
    stays = facility(seen, seen.entity_of[case.places["A"]]).occupants
    found = documented(seen, (o.presence.stay for o in stays))
    assert found is not None
    return tuple(iso(d) for r in (found.start, found.end) for d in (r.lo, r.hi))


def test_stated_stays_count_as_sightings_do() -> None:
    case = Case()
    case.held("A", "2023-04-09")
    other = case.story.mention(case.text, Kind.PERSON, "Ivan Vyhadanyi")
    case.story.say(
        case.text, None, "held_at", who=other, at=case.places["A"], when="2023-01-02/2023-06-05"
    )
    days = first_and_last(case)
    assert days == ("2023-01-02", "2023-01-02", "2023-06-05", "2023-06-05")
    seen = case.story.read_by(Clearance.PUBLIC)
    told = summary_of_facility(seen, seen.entity_of[case.places["A"]]).sentences
    (held,) = [s for s in told if s.template == "facility.held"]
    assert documented(seen, seen.stays.values()) in [s.value for s in held.slots]


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (["2023-04"], ("2023-04-01", "2023-04-30") * 2),
        (["2023-04", "2023-04-09"], ("2023-04-09", "2023-04-09") * 2),
        (["2023-04-09/..", "2023"], ("2023-04-09", "2023-04-09") * 2),
        (["2023-04-20", "2023-05"], ("2023-04-20", "2023-04-20", "2023-05-01", "2023-05-31")),
    ],
)
def test_a_month_stays_a_month_unless_a_day_in_it_is_named(
    told: list[str], days: tuple[str, ...]
) -> None:
    case = Case()
    for when in told:
        case.held("A", when)
    assert first_and_last(case) == days


def test_of_a_move_the_end_counts_that_lies_there() -> None:
    case = Case()
    case.held("A", "2023-04-20")
    case.moved("A", "B", "2023-05-02/2023-05-09")
    case.moved("C", "A", "2023-04-01/2023-04-05")
    days = first_and_last(case)
    assert (days[0], days[3]) == ("2023-04-05", "2023-05-02")
