"""The sentence and the row of the design, all the way; the person is invented."""

import pytest

from graph.claim import Kind, Told
from graph.clearance import Clearance
from graph.event import HopKind
from graph.grade import Grade
from graph.judgement import Verdict
from graph.period import Certainty, iso
from tests.graph.fold.story import Story


@pytest.fixture
def story() -> Story:
    story = Story()
    listed = story.document("list of facilities", source_type="academic")
    g120 = story.mention(listed, Kind.FACILITY, "Volnovakha Colony No. 120")
    tag = story.mention(listed, Kind.FACILITY, "Taganrog SIZO-2")
    d1 = story.document("testimony", Clearance.RESTRICTED)
    s0 = story.mention(d1, Kind.PERSON)
    s1 = story.mention(d1, Kind.PERSON, "Oles Hai")
    s2 = story.mention(d1, Kind.FACILITY, "Volnovakha Colony No. 120")
    s3 = story.mention(d1, Kind.FACILITY, "Taganrog SIZO-2")
    story.say(
        d1, None, "moved", who=s1, from_=s2, to=s3, when="[2022-05-21..2022-05-31]", teller=s0
    )
    d2 = story.document("official list", source_type="ua_official_list")
    s4 = story.mention(d2, Kind.PERSON, "Гай Олесь")
    s5 = story.mention(d2, Kind.FACILITY, "СИЗО-2 Таганрог")
    story.say(d2, None, "held_at", who=s4, at=s5, when="2022-06-10", told=Told.OFFICIAL)
    for mention, facility in ((s2, g120), (s3, tag), (s5, tag)):
        story.judge(mention, facility, Verdict.SAME, by_person=False)
    story.judge(s1, s4)
    return story


def test_the_cleared_reader_sees_one_person_moved_and_held(story: Story) -> None:
    seen = story.read_by(Clearance.RESTRICTED)
    persons = [e for e in seen.entities.values() if e.kind is Kind.PERSON and e.label]
    assert [sorted(p.values("name")) for p in persons] == [["Oles Hai", "Гай Олесь"]]
    (transfer,) = seen.transfers.values()
    assert transfer.support.grade is Grade.REPORTED
    left, came = sorted(seen.stays.values(), key=lambda s: s.kind is HopKind.ATTESTED)
    assert left.kind is HopKind.IMPLIED
    assert left.left_by == transfer.id
    assert came.kind is HopKind.ATTESTED
    assert came.arrived_by == transfer.id
    assert came.assumed
    (bounds,) = came.bounds
    assert [iso(d) for d in (bounds.start.lo, bounds.start.hi, bounds.end.lo, bounds.end.hi)] == [
        "2022-05-21",
        "2022-05-31",
        "2022-06-10",
        "..",
    ]
    assert len(came.support.lineages) == 2
    (hop,) = seen.nexts.values()
    assert (hop.kind, hop.order, hop.transfer) == (
        HopKind.ATTESTED,
        Certainty.CERTAIN,
        transfer.id,
    )


def test_the_public_sees_the_row_alone(story: Story) -> None:
    seen = story.read_by(Clearance.PUBLIC)
    (stay,) = seen.stays.values()
    assert not seen.transfers
    assert not seen.nexts
    assert not [j for j in seen.evidence.judgements if j.by_person]
    person = seen.entities[stay.who]
    assert person.values("name") == ("Гай Олесь",)
    assert len(stay.support.lineages) == 1
