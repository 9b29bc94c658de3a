"""What is told by a town in one source and by the prison in it in another; people are invented."""

import pytest

from graph.claim import Kind
from tests.graph.fold.test_histories import Case


@pytest.fixture
def case() -> Case:
    return Case()


def test_a_move_told_by_a_town_and_by_the_prison_in_it_is_one_from_the_prison(case: Case) -> None:
    prison = case.story.mention(case.text, Kind.FACILITY, "Stary Oskol SIZO-2")
    case.places["P"] = prison
    case.moved("P", "A", "2024-02")
    for document in ("second", "third"):
        text = case.story.document(document)
        who = case.story.mention(text, Kind.PERSON, "Taras Invented")
        case.story.judge(case.who, who)
        town = case.story.mention(text, Kind.PLACE, "Stary Oskol")
        case.story.say(text, town, "name", value="Stary Oskol")
        case.story.say(text, None, "moved", who=who, from_=town, when="2024-02")
    seen = case.seen
    (move,) = seen.transfers.values()
    assert move.origin == seen.entity_of[prison]
    assert len(move.support.lineages) == 3
    assert seen.entity_of[prison] in {s.at for s in seen.stays.values()}


def test_a_move_told_of_a_prison_without_a_name_too_is_from_the_one_with_a_name(case: Case) -> None:
    unnamed = case.story.mention(case.text, Kind.FACILITY)
    for which, kind in ((unnamed, "sizo"), (case.places["A"], "sizo"), (case.places["B"], "ik")):
        case.story.say(case.text, which, "facility_type", value=kind)
    case.moved("A", "B", "2023-05-05")
    case.story.say(case.text, None, "moved", who=case.who, from_=unnamed, when="2023-05-05")
    (move,) = case.seen.transfers.values()
    assert move.origin == case.seen.entity_of[case.places["A"]]


def test_what_is_told_of_a_move_of_his_group_is_told_of_his_move_too(case: Case) -> None:
    group = case.story.mention(case.text, Kind.GROUP)
    case.story.say(case.text, case.who, "member_of", of=group)
    ends = {"from_": case.places["A"], "to": case.places["B"]}
    case.story.say(
        case.text, None, "moved", who=group, when="2023-01", details=(("size_least", "30"),), **ends
    )
    case.moved(None, "B", "2023")
    seen = case.seen
    (own,) = (t for t in seen.transfers.values() if t.who == seen.entity_of[case.who])
    assert own.origin == seen.entity_of[case.places["A"]]
    assert (own.size_least, own.size_most) == (1, 1)  # he is one, however many went with him
    assert len(own.support.claims) == 2
    left = {s.left_by for s in seen.stays.values() if s.who == seen.entity_of[case.who]}
    assert own.id in left
