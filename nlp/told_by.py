"""Whose word a frame is."""

from graph.claim import Told
from nlp.clauses import Trigger
from nlp.mention import Mention
from nlp.scene import Scene
from nlp.tellers import quoted, speaker


def teller_of(scene: Scene, sentence: tuple[int, int], trigger: Trigger) -> Mention | None:
    """The speaker of the quotation it stands in, else the sentence's source, else the teller."""
    narrator = scene.narrative.narrator
    quote = quoted(scene.found.page, trigger.start)
    if quote is not None:
        spoke = speaker(scene.found, quote)
        return scene.lift(spoke) if spoke is not None else None
    named = scene.tellers.get(sentence)
    if named is None or (named.feature("pronoun") == "i" and narrator is not None):
        return narrator
    return scene.lift(named)


def passed_on(scene: Scene, sentence: tuple[int, int], trigger: Trigger, told: Told) -> Told:
    """What somebody else has told the one who tells is hearsay, unless it stands in quotes."""
    named = scene.tellers.get(sentence)
    other = named is not None and named.feature("pronoun") not in ("i", "we")
    quoted_ = quoted(scene.found.page, trigger.start) is not None
    heard = other and scene.narrative.narrator is not None and not quoted_
    return Told.HEARSAY if told is Told.DIRECT and heard else told
