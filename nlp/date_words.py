"""The words that lead a date in: since, until, before, by, after, between, about, as of."""

import re
from functools import cache
from typing import Literal

from nlp.lexicon import lexicon
from nlp.paragraph import Paragraph

Opener = Literal["", "as_of", "around", "since", "until", "before", "by", "after", "between", "all"]
_REACH = 40
_STRICT = frozenset(("before", "prior to", "раніше", "перед", "раньше", "ранее"))
_ALL = {
    "en": "throughout|all(?: of)?|during all of|(?:all|right) through|the (?:whole|entire) of",
    "uk": "протягом|упродовж|впродовж|весь|всю|усю|увесь|цілий|цілу",
    "ru": "в течение|на протяжении|весь|всю|целый|целую",
}
_ARTICLE = {"en": r"(?:the\s)?", "uk": "", "ru": ""}


def lead(page: Paragraph, at: int) -> tuple[Opener, int]:
    """How the phrase that starts at an offset is led in, and where the leading word starts."""
    before = page.low[max(0, at - _REACH) : at]
    for name, pattern in _openers(page.language):
        match = pattern.search(before)
        if match is None:
            continue
        start = at - len(before) + match.start()
        opener: Opener = name
        if name == "until" and _NOT_UNTIL.search(before, 0, match.start()):
            return "", at  # "it was not until May that": in May
        if name == "before" and match.group(1) not in _STRICT:
            opener = "until" if match.group(1) == "до" else "by"
        if opener == "until" and _at_least(page.language).search(before, 0, match.start()):
            return "", at  # seen there on that day; when it ended is not said
        return opener, start
    return "", at


_NOT_UNTIL = re.compile(r"(?<!\w)(?:not|only)\s$")


@cache
def _at_least(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon(language)['dates.at_least']})\s$")


@cache
def _openers(language: str) -> tuple[tuple[Opener, re.Pattern[str]], ...]:
    words = lexicon(language)
    names: tuple[Opener, ...] = ("as_of", "between", "before", "until", "after", "since", "around")
    found: list[tuple[Opener, re.Pattern[str]]] = []
    for name in names:
        source = words[f"dates.{name}"]
        found.append((name, _before(source, language)))
    found.insert(0, ("all", _before(_ALL[language], language)))
    return tuple(found)


def _before(source: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({source})\s{_ARTICLE[language]}$")
