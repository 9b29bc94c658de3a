"""A cell of dates in words, by the grammar that reads texts; never more exact than the words."""

import re
from dataclasses import replace

from graph.edtf import parse_edtf
from graph.errors import InvalidPeriod
from graph.period import UNDATED, Period
from nlp.dates import Dated, dates
from nlp.language import LANGUAGES
from nlp.normalise import match_copy
from nlp.paragraph import Paragraph

_LONGEST = 200
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(r"(?<![\d.:])\d{1,2}:\d\d(?![\d.:])")
_JOINED = re.compile(r"(?<=\d{4})[-–—](?=\d{1,2}\.)")
_TURNED = re.compile(r"(?<!\w)(?:not|no|never|n't|не|ні|нет|немає)(?!\w)", re.IGNORECASE)


def period_of_words(words: str, *, presence: bool) -> Period | None:
    """The bounds that words give; without bounds where they name a date but no year.

    A cell is too short to tell its language: the one whose grammar understands most of it counts.
    None where that finds no date, or several, or leaves a number or a negation over.

    Raises:
        InvalidPeriod: it names a day that no calendar holds.
    """
    try:
        return parse_edtf(words, words=words)
    except InvalidPeriod:
        pass
    if len(words) > _LONGEST:
        return None
    readings = [_read(words, language) for language in LANGUAGES]
    found = max(readings, key=lambda dated: sum(d.end - d.start for d in dated))
    if len(found) != 1 or found[0].least is not None:
        return None
    (dated,) = found
    copied = _copied(words)
    rest = _TIME.sub(" ", f"{copied[: dated.start]} {copied[dated.end :]}")
    if _TURNED.search(rest) or any(letter.isdigit() for letter in rest):
        return None
    if dated.first is None:
        if _YEAR.search(dated.words):
            raise InvalidPeriod(words=words, expected="a day of the calendar")
        return replace(UNDATED, words=words)
    return replace(dated.period(presence=presence), words=words)


def _read(words: str, language: str) -> list[Dated]:
    spaced = _copied(words)
    page = Paragraph(match_copy(spaced, 0, len(spaced)), language, 0)
    return dates(page, None, news=False)


def _copied(words: str) -> str:
    """With capitals, as English months are written, and room around the dash between two days."""
    return _JOINED.sub(" – ", words.title())
