"""Cases of Ukrainian and Russian noun phrases, by the endings of heads and adjectives."""

from functools import lru_cache
from typing import Literal

from nlp.lexicon import Lexicon

Case = Literal["n", "g", "d", "a", "i", "l"]
NONE: frozenset[Case] = frozenset()
_CASES: dict[str, Case] = {"n": "n", "g": "g", "d": "d", "a": "a", "i": "i", "l": "l"}


def letters(cases: str) -> frozenset[Case]:
    """The set of cases that a string of their letters stands for."""
    return frozenset(_CASES[c] for c in cases if c in _CASES)


def head_cases(phrase: str, words: Lexicon) -> frozenset[Case]:
    """The cases that a type word may stand in: `колонію` is accusative."""
    return NONE if words.language == "en" else _head(phrase, words)


@lru_cache(maxsize=1 << 12)
def _head(phrase: str, words: Lexicon) -> frozenset[Case]:
    import re

    for stem, paradigm in words["facility.heads"]:
        match = re.match(stem, phrase)
        if match is None or paradigm == "fixed":
            continue
        ending = phrase[match.end() :]
        for line in str(words["paradigms"][paradigm]).split():
            known, _, cases = line.partition(":")
            if known == ending:
                first = phrase.split(maxsplit=1)[0]
                of_adjective = adjective_cases(first, words) if " " in phrase else NONE
                return (letters(cases) & of_adjective) or letters(cases)
    return NONE


@lru_cache(maxsize=1 << 12)
def adjective_cases(word: str, words: Lexicon) -> frozenset[Case]:
    """The cases that an adjective may stand in: `мордовскую` is accusative."""
    rules = dict(rule.split(":") for rule in str(words["cases.adjective"]).split())
    for size in (3, 2, 1):
        cases = rules.get(word[-size:])
        if cases is not None:
            return letters(cases)
    return NONE
