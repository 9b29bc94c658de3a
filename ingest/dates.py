"""A cell of a table to a period, by the date format that its mapping declares."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from graph.edtf import parse_edtf
from graph.errors import InvalidPeriod
from graph.period import UNDATED, Aspect, Period, Precision, Range, day_number
from ingest.code import Code

NAMED = {
    "iso": ("%Y-%m-%d",),
    "day-first": ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"),
    "month-first": ("%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d"),
    "edtf": ("edtf",),
    "words": ("words",),
}
"""Formats by name; any other is written with %d %m %b %Y %y. Workbooks give real dates as ISO."""

_DIRECTIVES = {
    "%d": r"(?P<day>\d{1,2})",
    "%m": r"(?P<month>\d{1,2})",
    "%b": r"(?P<name>[^\W\d_]+)\.?",
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<short>\d{2})",
}
_EXAMPLES = {"%d": "21", "%m": "05", "%b": "May", "%Y": "2022", "%y": "22"}
_WRITTEN = {"edtf": "2022-05 (edtf)", "words": "at the end of May 2022 (words)"}
_CENTURY_TURN = 69  # POSIX: 69 to 99 are 1969 to 1999
_MONTHS = (
    ("jan", "січ", "янв"),
    ("feb", "лют", "фев"),
    ("mar", "берез", "мар"),
    ("apr", "квіт", "апр"),
    ("may", "трав", "май", "мая", "мае"),
    ("jun", "черв", "июн"),
    ("jul", "лип", "июл"),
    ("aug", "серп", "авг"),
    ("sep", "верес", "сен"),
    ("oct", "жовт", "окт"),
    ("nov", "листоп", "ноя"),
    ("dec", "груд", "дек"),
)


class NotADate(Exception):
    """The cell holds no date of the declared format, or no day of the calendar."""

    def __init__(self, code: Code, expected: str) -> None:
        super().__init__(code)
        self.code, self.expected = code, expected


def formats_of(declared: Sequence[str]) -> tuple[str, ...] | None:
    """The declared formats with named ones written out; None if one of them is no format."""
    found: list[str] = []
    for one in declared:
        if one not in NAMED and not any(directive in one for directive in _DIRECTIVES):
            return None
        found += NAMED.get(one, (one,))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def parse_date(written: str, formats: tuple[str, ...], *, presence: bool = False) -> Period:
    """The period that a cell states, by the first format that reads it; the empty cell is undated.

    `presence`: of what lasts.

    Raises:
        NotADate: none of the formats reads it; if one of them met no day of the calendar, with
            DATE_INVALID, else with DATE_FORMAT.
    """
    words = written.strip()
    if not words:
        return UNDATED
    invalid: NotADate | None = None
    for form in formats:
        try:
            found = _by(form, words, presence=presence)
        except NotADate as bad:
            invalid = invalid or bad
            continue
        if found is not None:
            return found
    raise invalid or NotADate(Code.DATE_FORMAT, " | ".join(map(_exemplified, formats)))


def _by(form: str, words: str, *, presence: bool) -> Period | None:
    """The period by one format; None if it is not of that format.

    Raises:
        NotADate: it is of that format, but no day of the calendar.
    """
    try:
        if form == "words":
            from ingest.date_words import period_of_words  # only such columns need the grammar

            return period_of_words(words, presence=presence)
        if form == "edtf":
            return parse_edtf(words, words=words)
    except InvalidPeriod as error:
        if "calendar" in error.expected:
            raise NotADate(Code.DATE_INVALID, error.expected) from None
        return None
    match = _pattern(form).fullmatch(words)
    return None if match is None else _from(match.groupdict(), words)


def between(first: Period, last: Period, *, moment: bool) -> Period:
    """From a day in `first` to a day in `last`; or one moment between them.

    Raises:
        NotADate: the last day lies before the first.
    """
    if first == UNDATED and last == UNDATED:
        return UNDATED
    words = " – ".join(dict.fromkeys((first.words, last.words))).strip()
    precision = _precision(first, last)
    try:
        if moment:
            inside = Range(first.start.lo, last.end.hi)
            return Period(
                start=inside, end=inside, aspect=Aspect.WITHIN, precision=precision, words=words
            )
        return Period.throughout(first.start, last.end, precision=precision, words=words)
    except InvalidPeriod:
        raise NotADate(Code.DATE_INVALID, "start <= end") from None


def _precision(first: Period, last: Period) -> Precision:
    if first == UNDATED:
        return Precision.BEFORE
    if last == UNDATED:
        return Precision.AFTER
    return max(first.precision, last.precision, key=list(Precision).index)


def _exemplified(form: str) -> str:
    """How a date of that format looks, and what the format is called in a mapping."""
    shown = re.sub("%[dmbYy]", lambda found: _EXAMPLES[found.group()], form)
    return _WRITTEN.get(form, f"{shown} ({form})")


@lru_cache(maxsize=256)
def _pattern(form: str) -> re.Pattern[str]:
    pieces = re.split("(%[dmbYy])", form)
    return re.compile("".join(_DIRECTIVES.get(piece, re.escape(piece)) for piece in pieces))


def _from(found: dict[str, str | None], words: str) -> Period | None:
    year = int(found.get("year") or 0)
    if short := found.get("short"):
        year = int(short) + (1900 if int(short) >= _CENTURY_TURN else 2000)
    month = int(found.get("month") or 0) or None
    if name := found.get("name"):
        month = _month(name)
        if month is None:
            return None
    day = found.get("day")
    try:
        if day is not None:
            at = day_number(date(year, month or 0, int(day)))
            return Period(
                start=Range(at, at),
                end=Range(at, at),
                aspect=Aspect.AT,
                precision=Precision.DAY,
                words=words,
            )
        edtf = f"{year:04d}" if month is None else f"{year:04d}-{month:02d}"
        return parse_edtf(edtf, words=words)
    except (ValueError, InvalidPeriod):
        raise NotADate(Code.DATE_INVALID, "a day of the calendar") from None


def _month(name: str) -> int | None:
    folded = name.casefold()
    return next(
        (number for number, stems in enumerate(_MONTHS, 1) if folded.startswith(stems)), None
    )
