"""What people do to the record, and undo. The people are invented."""

from dataclasses import replace

import pytest

from graph.acts import Hand
from graph.claim import Kind
from graph.clearance import Clearance, Reader
from graph.decision import Act
from graph.document import Text
from graph.edtf import parse_edtf
from graph.errors import AlreadyOne, ContestedJoin, InvalidValue, NotFound
from graph.evidence import Batch, Evidence
from graph.fold import fold
from graph.judgement import Verdict
from graph.knowledge import Knowledge
from graph.rebuild import grown
from tests.graph.fold.story import SCRIBE, Story

ALL = Reader(clearance=Clearance.CONFIDENTIAL)


class Working:
    """A record that a person works on, act by act."""

    def __init__(self, story: Story) -> None:
        self.evidence: Evidence = story.evidence()
        self._acts = 0

    @property
    def hand(self) -> Hand:
        self._acts += 1
        return Hand(scribe=SCRIBE, author="an analyst", at=f"2026-01-01T00:00:{self._acts:02}")

    def write(self, batch: Batch) -> Batch:
        head = self.evidence.head + 1
        numbered = replace(
            batch,
            judgements=tuple(replace(j, seq=head) for j in batch.judgements),
            decisions=tuple(replace(d, seq=head) for d in batch.decisions),
            readings=tuple(replace(r, seq=head) for r in batch.readings),
        )
        self.evidence = grown(self.evidence, numbered, head=head)
        return numbered

    @property
    def seen(self) -> Knowledge:
        return fold(self.evidence, ALL).knowledge


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def text(story: Story) -> Text:
    return story.document("testimony")


def test_a_join_that_contradicts_people_is_refused_with_its_chain(story: Story, text: Text) -> None:
    a, b, c = (story.mention(text, Kind.PERSON, name) for name in ("A", "B", "C"))
    work = Working(story)
    same = work.write(work.hand.judge(work.evidence, a, b, Verdict.SAME, why="one date of birth"))
    apart = work.write(work.hand.judge(work.evidence, b, c, Verdict.DIFFERENT, why="two mothers"))
    with pytest.raises(ContestedJoin) as refused:
        work.hand.judge(work.evidence, a, c, Verdict.SAME, why="one name")
    assert set(refused.value.chain) == {same.judgements[0].id, apart.judgements[0].id}
    assert set(refused.value.withdraw) == set(refused.value.chain)
    work.write(work.hand.decide(work.evidence, Act.WITHDRAW, apart.judgements[0].id, why="wrong"))
    work.write(work.hand.judge(work.evidence, a, c, Verdict.SAME, why="one name"))
    assert len({work.seen.entity_of[s] for s in (a, b, c)}) == 1


def test_one_subject_twice_is_refused_with_what_joined_it(story: Story, text: Text) -> None:
    a, b, c = (story.mention(text, Kind.PERSON, name) for name in ("A", "B", "C"))
    work = Working(story)
    with pytest.raises(AlreadyOne) as alone:
        work.hand.judge(work.evidence, a, a, Verdict.DIFFERENT, why="two men")
    assert alone.value.joined_by == ()
    same = work.write(work.hand.judge(work.evidence, a, b, Verdict.SAME, why="one date of birth"))
    work.write(work.hand.judge(work.evidence, a, c, Verdict.DIFFERENT, why="two mothers"))
    with pytest.raises(AlreadyOne) as joined:
        work.hand.judge(work.evidence, b, b, Verdict.DIFFERENT, why="two men")
    assert joined.value.joined_by == (same.judgements[0].id,)


def test_judging_undoing_and_judging_again_are_three_acts(story: Story, text: Text) -> None:
    a, b = (story.mention(text, Kind.PERSON, name) for name in ("A", "B"))
    work = Working(story)
    before = work.seen
    first = work.write(work.hand.judge(work.evidence, a, b, Verdict.SAME, why="one name"))
    joined = work.seen
    work.write(work.hand.decide(work.evidence, Act.WITHDRAW, first.judgements[0].id, why="no"))
    undone = work.seen
    again = work.write(work.hand.judge(work.evidence, a, b, Verdict.SAME, why="yes after all"))
    assert first.judgements[0].id != again.judgements[0].id
    assert again.judgements[0].after == first.judgements[0].id
    assert undone.entities == before.entities  # byte for byte the former entities
    assert joined.entity_of == work.seen.entity_of != before.entity_of


def test_an_undone_undo_is_the_act_again(story: Story, text: Text) -> None:
    who = story.mention(text, Kind.PERSON, "A")
    place = story.mention(text, Kind.FACILITY, "F")
    claim = story.say(text, None, "held_at", who=who, at=place, when="2022-05-01")
    work = Working(story)
    assert work.seen.stays
    no = work.write(work.hand.decide(work.evidence, Act.REJECT, claim, why="misread"))
    assert not work.seen.stays
    undo = work.write(work.hand.decide(work.evidence, Act.WITHDRAW, no.decisions[0].id, why="no"))
    assert work.seen.stays
    work.write(work.hand.decide(work.evidence, Act.WITHDRAW, undo.decisions[0].id, why="yes"))
    assert not work.seen.stays


def test_a_rejection_follows_the_passage_into_a_newer_reading(story: Story, text: Text) -> None:
    who = story.mention(text, Kind.PERSON, "A")
    place = story.mention(text, Kind.FACILITY, "F")
    claim = story.say(text, None, "held_at", who=who, at=place, when="2022-05-01")
    other = story.say(text, None, "held_at", who=who, at=place, when="2022-09-01")
    work = Working(story)
    work.write(work.hand.decide(work.evidence, Act.REJECT, claim, why="misread"))
    wrong = work.evidence.claims[claim]
    said_anew = SCRIBE.claim(replace(wrong, period=parse_edtf("2022-05-02"), id=""))
    kept = [c for c in work.evidence.claims.values() if c.id != claim]
    newer = SCRIBE.reading(text.id, pipeline="test", version="2", claims=[*kept, said_anew])
    work.write(Batch(claims=(said_anew,), readings=(newer,)))
    (stay,) = work.seen.stays.values()
    assert stay.support.claims == (other,)


def test_an_accepted_claim_outlives_the_reading_that_found_it(story: Story, text: Text) -> None:
    who = story.mention(text, Kind.PERSON, "A")
    place = story.mention(text, Kind.FACILITY, "F")
    claim = story.say(text, None, "held_at", who=who, at=place, when="2022-05-01")
    work = Working(story)
    work.write(work.hand.decide(work.evidence, Act.ACCEPT, claim, why="read it myself"))
    empty = SCRIBE.reading(text.id, pipeline="test", version="2", claims=())
    work.write(Batch(readings=(empty,)))
    assert list(work.seen.evidence.claims) == [claim]


def test_a_correction_is_one_act_on_the_same_passage(story: Story, text: Text) -> None:
    who = story.mention(text, Kind.PERSON, "A")
    place = story.mention(text, Kind.FACILITY, "F")
    claim = story.say(text, None, "held_at", who=who, at=place, when="2022-05-01")
    work = Working(story)
    right = replace(work.evidence.claims[claim], period=parse_edtf("2023-05-01"), id="")
    act = work.write(work.hand.correct(work.evidence, claim, right, why="the year is 2023"))
    (stay,) = work.seen.stays.values()
    assert stay.support.claims == (act.claims[0].id,)
    work.write(work.hand.decide(work.evidence, Act.WITHDRAW, act.decisions[0].id, why="no"))
    assert {c for s in work.seen.stays.values() for c in s.support.claims} >= {claim}


def test_a_claim_by_hand_stands_on_the_words(story: Story) -> None:
    text = story.document("note")
    words = replace(text, content="Taras was seen in the colony on 5 May 2022.")
    work = Working(story)
    roles = (("who", Kind.PERSON, "Taras"), ("at", Kind.FACILITY, "the colony"))
    quote = "Taras was seen in the colony on 5 May 2022"
    made = work.write(
        work.hand.claim(
            words, quote=quote, says="held_at", roles=roles, period=parse_edtf("2022-05-05")
        )
    )
    assert len(made.claims) == 3
    (stay,) = work.seen.stays.values()
    assert work.seen.entities[stay.who].label == "Taras"
    with pytest.raises(InvalidValue):
        work.hand.claim(words, quote=quote, says="held_at", roles=(("who", Kind.PERSON, "Ivan"),))


def test_nothing_is_decided_without_a_reason_or_on_nothing(story: Story, text: Text) -> None:
    a, b = story.mention(text, Kind.PERSON, "A"), story.mention(text, Kind.FACILITY, "F")
    work = Working(story)
    with pytest.raises(InvalidValue):
        work.hand.judge(work.evidence, a, b, Verdict.SAME, why="two kinds")
    with pytest.raises(InvalidValue):
        work.hand.decide(work.evidence, Act.RETRACT, text.document, why=" ")
    with pytest.raises(NotFound):
        work.hand.decide(work.evidence, Act.REJECT, "no such claim", why="gone")
