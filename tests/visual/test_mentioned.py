"""What has no name is told from its like by the words of its source; all invented."""

from graph.claim import Kind
from graph.clearance import Clearance
from graph.decision import Act
from graph.document import Passage, Text
from graph.knowledge import Knowledge
from tests.graph.fold.story import SCRIBE, Story
from visual.mentioned import mentioned
from visual.names import names_of
from visual.words import language
from visual.words.called import called

SAID = "about forty of us were moved; they moved us; "


def _told(words: str, *, protected: bool = False) -> tuple[Knowledge, str, str]:
    """A group that a text calls so; `protected`: another part of the text is not for everybody."""
    story = Story()
    text = story.document("a testimony")
    del story.texts[text.id]
    text = SCRIBE.text(Text(id="", document=text.document, extractor="test/1", content=SAID))
    story.texts[text.id] = text
    start = SAID.index(words)
    passage = Passage(text=text.id, start=start, end=start + len(words))
    group = SCRIBE.mention(Kind.GROUP, text.document, passage)
    story.subjects[group.id] = group
    story.say(text, None, "moved", who=group.id, when="2023-09", passage=passage)
    if protected:
        teller = story.mention(text, Kind.PERSON, "a protected man")
        story.decide(Act.PROTECT, teller, Clearance.CONFIDENTIAL.word)
    seen = story.read_by(Clearance.PUBLIC)
    names = names_of(seen, str, text_of=story.texts.__getitem__)
    entity = seen.entity_of[group.id]
    return seen, entity, called(language("en"), entity, names)


def test_a_group_without_a_name_is_called_by_its_mention() -> None:
    assert _told("about forty of us")[2] == "a group without a name (“about forty of us”)"


def test_a_word_that_tells_nothing_is_left_out() -> None:
    assert _told("they")[2] == "a group without a name"


def test_words_of_a_text_that_may_not_be_read_whole_are_not_shown() -> None:
    seen, entity, said = _told("about forty of us", protected=True)
    assert not seen.readable_texts
    assert said == "a group without a name"
    assert (
        mentioned(seen, entity, lambda _: Text(id="", document="", extractor="", content="")) == ""
    )
