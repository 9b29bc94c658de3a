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
