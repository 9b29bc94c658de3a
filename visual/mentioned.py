"""How a source speaks of what has no name: its own words tell one such thing from another."""

from collections.abc import Callable

from graph.document import Text
from graph.knowledge import Knowledge
from visual.citation import quote

MOST_LETTERS = 48
FEWEST_LETTERS = 6  # of one word alone: "us", "нас" and "they" tell nothing


def mentioned(knowledge: Knowledge, entity: str, text_of: Callable[[str], Text]) -> str:
    """The longest of the short mentions, of texts that this reader may read whole; or nothing.

    A row of a table is no mention.
    """
    subjects = (knowledge.evidence.subjects[s] for s in knowledge.entities[entity].subjects)
    said = [
        quote(text_of(s.passage.text), s.passage, most=MOST_LETTERS + 1)
        for s in subjects
        if not s.key
        and s.passage.end - s.passage.start <= MOST_LETTERS
        and s.passage.text in knowledge.readable_texts
        and not knowledge.evidence.texts[s.passage.text].tabular
    ]
    telling = [words for words in said if " " in words or len(words) >= FEWEST_LETTERS]
    return max(telling, key=lambda words: (len(words), words), default="")
