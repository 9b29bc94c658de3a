"""The type words of a name: each with the types and families it may mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.names.facility_type import FacilityTypes
from graph.names.facility_words import FacilityWords
from graph.names.scripts import is_cyrillic
from graph.names.tokens import Token

_SHORT = 2  # letters up to which an abbreviation means too much to stand in small letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A type word at [start, end) of the tokens; `types` is empty for a broad word."""

    start: int
    end: int
    types: frozenset[str]
    families: frozenset[str]
    usual: str


def find_heads(
    tokens: Sequence[Token], types: FacilityTypes, words: FacilityWords, language: str
) -> list[Head]:
    """All type words from left to right, the longest at each place."""
    keys = [t.key for t in tokens]
    heads: list[Head] = []
    at = 0
    while at < len(tokens):
        head = _phrase(keys, at, types, language)
        if head is None and tokens[at].key in types.abbreviations:
            unnumbered = words.no_number.longest(keys, at + 1)[0] > 0
            numbered = unnumbered or _number_follows(tokens, at + 1)
            head = _abbreviation(tokens[at], at, types, language, numbered=numbered)
        if head is not None:
            heads.append(head)
        at = head.end if head is not None else at + 1
    return heads


def is_latin(text: str) -> bool:
    """True if the text has letters and none is Cyrillic."""
    return any(map(str.isalpha, text)) and not any(map(is_cyrillic, text))


def _phrase(keys: list[str], at: int, types: FacilityTypes, language: str) -> Head | None:
    size, values = types.words.longest(keys, at)
    wide, broad = types.broad_words.longest(keys, at)
    if not size and not wide:
        return None
    if wide > size:
        word = types.broad[min(broad)]
        return Head(
            start=at, end=at + wide, types=frozenset(), families=word.may_be, usual=word.usual
        )
    return _exact(at, at + size, [tuple(v.split(":")) for v in values], types, language)


def _abbreviation(
    word: Token, at: int, types: FacilityTypes, language: str, *, numbered: bool
) -> Head | None:
    """`Т`, `ИК`, `ик` are words of other meanings: short ones need a number, or capitals."""
    short = len(word.text) <= _SHORT
    if short and not numbered and (len(word.text) == 1 or not word.text.isupper()):
        return None
    return _exact(at, at + 1, types.abbreviations[word.key], types, language)


def _number_follows(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at : at + 2]
    if not following:
        return False
    sign = following[0].text in ("№", "#")
    return following[0].number is not None or (sign and following[-1].number is not None)


def _exact(
    start: int, end: int, pairs: Sequence[tuple[str, ...]], types: FacilityTypes, language: str
) -> Head:
    """Of a word that several languages share, the meaning in the language of the text."""
    own = {code for lang, code in pairs if lang == language}
    codes = frozenset(own or {code for _, code in pairs})
    families = frozenset(types.family(code) for code in codes)
    usual = next(iter(families)) if len(families) == 1 else ""
    return Head(start=start, end=end, types=codes, families=families, usual=usual)
