"""A text cut at its passages is the text, and every claim has one place in it."""

from dataclasses import replace

from graph.claim import Claim
from graph.clearance import Clearance
from graph.decision import Act
from graph.document import Passage
from tests.graph.fold.story import SCRIBE, Story
from visual.passages import passages


def overlapping() -> tuple[Story, str]:
    story = Story()
    text = story.document("notes", Clearance.PUBLIC, language="en")
    words = "Hai was held at Taganrog in May. He was moved to Mordovia later.\fPage two."
    held = replace(text, content=words, pages=(0, words.index("\f") + 1))
    story.texts[text.id] = held
    who = story.mention(held, "person")
    for start, end in ((0, 3), (0, 32), (16, 24), (20, 40), (33, 64), (0, 32)):
        claim = Claim(
            id="",
            passage=Passage(text=text.id, start=start, end=end),
            subject=who,
            property="alias",
            value=f"{start}-{end}-{len(story.claims)}",
        )
        made = SCRIBE.claim(claim)
        story.claims[made.id] = made
    return story, text.id


def test_the_pieces_are_the_text_and_each_claim_has_one_anchor():
    story, text = overlapping()
    known = story.read_by(Clearance.PUBLIC)
    cut = passages(known, story.texts[text])
    assert cut.whole
    assert "".join(p.words for p in cut.pieces) == story.texts[text].content
    anchors = [c for p in cut.pieces for c in p.anchors]
    assert sorted(anchors) == sorted(known.evidence.claims)
    at = 0
    for piece in cut.pieces:
        for claim in piece.anchors:
            assert known.evidence.claims[claim].passage.start == at
        covered = any(c.passage.start <= at < c.passage.end for c in known.evidence.claims.values())
        assert piece.marked == covered
        at += len(piece.words)
    assert [p.page for p in cut.pieces if p.page] == [1, 2]


def test_of_a_text_with_a_hidden_part_only_readable_passages_are_shown():
    story, text = overlapping()
    hidden = next(c for c in story.claims.values() if c.passage.start == 33)
    story.decide(Act.CLEARANCE, hidden.id, "confidential")
    known = story.read_by(Clearance.PUBLIC)
    cut = passages(known, story.texts[text])
    assert not cut.whole
    shown = " ".join(p.words for p in cut.pieces)
    assert "moved to Mordovia" not in shown
    assert "Page two" not in shown
    assert sorted(c for p in cut.pieces for c in p.anchors) == sorted(known.evidence.claims)
