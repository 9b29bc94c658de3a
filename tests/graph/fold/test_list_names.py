"""A facility is called as a list calls it, whoever calls it otherwise and how often."""

from dataclasses import replace

from graph.claim import Kind
from graph.clearance import Clearance
from tests.graph.fold.story import Story

LISTED = "Volnovakha Colony No. 120"


def facility_of(*, tabular: bool, source_type: str | None = None, typed: bool = True) -> Story:
    """A row, and two texts that call the same facility by its town."""
    story = Story()
    listed = story.document("a list", source_type=source_type)
    story.texts[listed.id] = replace(listed, tabular=tabular)
    row = story.mention(listed, Kind.FACILITY, LISTED)
    if typed:
        story.say(listed, row, "facility_type", value="ik")
    for name in ("a testimony", "a news item"):
        told = story.mention(story.document(name), Kind.FACILITY, "Olenivka")
        story.judge(told, row)
    return story


def label(story: Story) -> str:
    entities = story.read_by(Clearance.PUBLIC).entities.values()
    return next(e for e in entities if e.kind is Kind.FACILITY).label


def test_the_name_in_a_list_comes_before_one_claimed_more_often() -> None:
    assert label(facility_of(tabular=True)) == LISTED
    assert label(facility_of(tabular=True, source_type="facility_list", typed=False)) == LISTED


def test_outside_lists_the_name_most_often_claimed_counts() -> None:
    assert label(facility_of(tabular=False)) == "Olenivka"
    assert label(facility_of(tabular=True, typed=False)) == "Olenivka"


def test_both_names_are_kept() -> None:
    facility = next(
        e
        for e in facility_of(tabular=True).read_by(Clearance.PUBLIC).entities.values()
        if e.kind is Kind.FACILITY
    )
    assert facility.values("name") == (LISTED, "Olenivka")
