"""Acts in words: what was done, and to what, by the words of its source."""

from collections.abc import Callable

from graph.answer.acts import About, AboutKind, ActMade
from graph.document import Text
from graph.knowledge import Knowledge
from visual.citation import described, quote
from visual.words.plain import PlainWords

LONGEST = 120


def did(made: ActMade, words: PlainWords) -> str:
    """What was done, in a word or two."""
    vocabulary = "verdict" if made.judgement else "act"
    said = words.code(vocabulary, made.act)
    if made.value is None or made.act not in {"clearance", "protect"}:
        return said
    return f"{said}: {words.code('clearance', made.value)}"


def what(
    about: About,
    words: PlainWords,
    knowledge: Knowledge,
    *,
    text_of: Callable[[str], Text],
    uid: Callable[[str], str],
) -> str:
    """What an act is about: its words and their document; of an act its id."""
    if about.kind is AboutKind.ACT:
        return words.t("text.id", it=uid(about.id))
    if about.passage is None:
        title = described(knowledge, about.id, "title") or words.t("text.untitled")
        return words.t("part.quoted", it=title)
    text = text_of(about.passage.text)
    title = described(knowledge, text.document, "title") or words.t("text.untitled")
    said = quote(text, about.passage, most=LONGEST)
    if about.kind is AboutKind.CLAIM:
        quoted = f"{words.code('property', about.name or '')}: {words.t('part.quoted', it=said)}"
    else:
        quoted = words.t("part.quoted", it=about.name or said)
    return f"{quoted} ({title})"
