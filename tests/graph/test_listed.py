"""What names may be linked to: rows of lists that everybody may read."""

from dataclasses import replace

from graph.claim import Kind
from graph.clearance import Clearance
from graph.listed import listed
from tests.graph.fold.story import Story


def with_list(clearance: Clearance) -> Story:
    story = Story()
    text = story.document("list", clearance)
    story.texts[text.id] = replace(text, tabular=True)
    facility = story.mention(text, Kind.FACILITY, "Taganrog SIZO-2")
    for name, value in (("facility_type", "sizo"), ("number", "2"), ("region", "RU-ROS")):
        story.say(text, facility, name, value=value)
    return story


def test_a_row_of_a_public_list_is_there() -> None:
    (facility,) = listed(with_list(Clearance.PUBLIC).evidence()).facilities.values()
    assert facility.numbers == {2}
    assert facility.regions == {"RU-ROS"}


def test_a_hidden_list_is_not_even_counted() -> None:
    assert not listed(with_list(Clearance.RESTRICTED).evidence()).facilities
