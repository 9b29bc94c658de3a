"""All words of one language: labels, codes, days, counts, and sentences of summaries."""

from dataclasses import dataclass
from functools import cache

from graph.answer.summary import NotKnown, Sentence
from graph.errors import InvalidValue
from graph.schema import LANGUAGES
from visual.names import Names
from visual.words.plain import PlainWords
from visual.words.sentences import worded


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(PlainWords):
    """How everything is called and said in one language."""

    def sentence(self, sentence: Sentence | NotKnown, names: Names) -> str:
        """A sentence of a summary, its verb by grade; citations are the door's."""
        return worded(self, sentence, names)


@cache
def language(code: str) -> Words:
    """The words of a language.

    Raises:
        InvalidValue: there are none in that language.
    """
    if code not in LANGUAGES:
        raise InvalidValue(field="language", value=code, expected=", ".join(LANGUAGES))
    return Words(language=code)
