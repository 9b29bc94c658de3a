"""A stay that nobody saw end is drawn until captivity ended, and no further."""

import re

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.questions.person import person
from tests.graph.fold.story import Story
from visual.pictures import strip_of_person
from visual.shown import Shown


@pytest.mark.parametrize(
    ("happened", "when", "open_ends"),
    [
        ("exchanged", "2024-12-30", 0),
        ("released", "2024-12", 0),
        ("exchanged", "2022-12-30", 1),  # before he was seen there: he was taken again
        ("visited", "2024-12-30", 1),
        ("exchanged", None, 1),
    ],
)
def test_an_open_stay_is_drawn_until_captivity_ended(
    happened: str, when: str | None, open_ends: int
):
    story = Story()
    d = story.document("an invented list")
    who = story.mention(d, Kind.PERSON, "Invented Somebody")
    at = story.mention(d, Kind.FACILITY, "Colony A")
    start = story.mention(d, Kind.FACILITY, "Colony B")
    story.say(d, None, "moved", who=who, from_=start, to=at, when="2023-10-19")
    story.say(d, None, "held_at", who=who, at=at, when="2023-10-25")
    story.say(d, None, happened, who=who, when=when)
    seen = story.read_by(Clearance.PUBLIC)
    shown = Shown(knowledge=seen, uid=str, text=story.texts.__getitem__, lang="en")
    drawn = str(strip_of_person(shown, person(seen, seen.entity_of[who])))
    bar = drawn.rsplit("Colony A.", maxsplit=1)[-1]
    assert len(re.findall('class="chevron"', bar)) == open_ends
    assert "2023-10-19" in bar
