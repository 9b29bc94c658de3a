"""EDTF (ISO 8601-2) in and out, level 1 with sets of level 2.

Written by hand because the `edtf` package gives winter its wrong end, open intervals an infinite
float, and moves fuzzy dates by up to 13 months. *Throughout* is written `A/B`, *within* `[A..B]`.
The four bounds of a `Period` decide; where a range is no calendar unit its EDTF is the hull.
"""

import calendar
import re
from datetime import date

from graph.errors import InvalidPeriod
from graph.period import (
    ANY_DAY,
    OPEN_FUTURE,
    OPEN_PAST,
    Aspect,
    Period,
    Precision,
    Range,
    day_number,
    iso,
)

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?")
_MONTHS = 12
_FIRST_MONTH_OF_SEASON = {21: 3, 22: 6, 23: 9, 24: _MONTHS}
_EXPECTED = "EDTF such as 2022-05-21, 2022-05, 2022-24, 2022-02/2024-12, [2022-05-21..2022-05-31]"


def parse_edtf(edtf: str, *, words: str = "") -> Period:
    """Read EDTF into a period; `words` are the source's own.

    A single date is a moment (*at* a day, *within* a month, season or year), `A/B` is
    *throughout*, `[A..B]` *within*. Winter of year Y runs from December of Y-1 to February of Y.

    Raises:
        InvalidPeriod: for what is no EDTF of these forms, or no day of the calendar.
    """
    text = edtf.strip()
    shown = words or text
    if not text or text == "XXXX":
        return Period(
            start=ANY_DAY,
            end=ANY_DAY,
            aspect=Aspect.WITHIN,
            precision=Precision.UNKNOWN,
            words=words,
        )
    if text.startswith("[") and text.endswith("]"):
        low, dots, high = text[1:-1].partition("..")
        if not dots:
            raise InvalidPeriod(words=shown, expected=_EXPECTED)
        inside = Range(
            _side(low, shown, open_day=OPEN_PAST).lo, _side(high, shown, open_day=OPEN_FUTURE).hi
        )
        precision = _one_sided(low, high) or Precision.BETWEEN
        return Period(
            start=inside, end=inside, aspect=Aspect.WITHIN, precision=precision, words=words
        )
    if "/" in text:
        low, _, high = text.partition("/")
        start, end = _side(low, shown), _side(high, shown)
        if start.lo > end.hi:
            raise InvalidPeriod(words=shown, expected="start <= end")
        precision = _one_sided(low, high) or max(
            _precision(low), _precision(high), key=list(Precision).index
        )
        return Period.throughout(start, end, precision=precision, words=words)
    point = _point(text, shown)
    precision = _precision(text)
    aspect = Aspect.AT if precision is Precision.DAY else Aspect.WITHIN
    return Period(start=point, end=point, aspect=aspect, precision=precision, words=words)


def to_edtf(period: Period) -> str:
    """Write a period as EDTF; the empty string when nothing is known of it."""
    if period.start == period.end == ANY_DAY:
        return ""
    if period.aspect is Aspect.THROUGHOUT:
        return f"{_unit(period.start)}/{_unit(period.end, end=True)}"
    unit = _exact_unit(period.start)
    if unit is not None and (period.aspect is Aspect.AT or len(unit) < len("2022-05-21")):
        return unit
    low, high = (iso(day).strip(".") for day in (period.start.lo, period.start.hi))
    return f"[{low}..{high}]"


def _one_sided(low: str, high: str) -> Precision | None:
    if low in {"", ".."}:
        return Precision.BEFORE
    return Precision.AFTER if high in {"", ".."} else None


def _side(text: str, words: str, *, open_day: int | None = None) -> Range:
    if text in {"", ".."}:
        return ANY_DAY if open_day is None else Range(open_day, open_day)
    return _point(text, words)


def _point(text: str, words: str) -> Range:
    match = _POINT.fullmatch(text)
    if match is None:
        raise InvalidPeriod(words=words, expected=_EXPECTED)
    year, month, day = (int(group) if group else None for group in match.groups()[:3])
    try:
        return _calendar_unit(year or 0, month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise InvalidPeriod(words=words, expected="a day of the calendar") from None


def _calendar_unit(year: int, month: int | None, day: int | None) -> Range:
    if day is not None and month is not None:
        exact = day_number(date(year, month, day))
        return Range(exact, exact)
    if month is None:
        return Range(day_number(date(year, 1, 1)), day_number(date(year, 12, 31)))
    if month in _FIRST_MONTH_OF_SEASON:
        first = _FIRST_MONTH_OF_SEASON[month]
        opens = date(year - (first == _MONTHS), first, 1)
        closes_in = (first + 1) % _MONTHS + 1
        return Range(day_number(opens), _month(year, closes_in).hi)
    return _month(year, month)


def _month(year: int, month: int) -> Range:
    last = calendar.monthrange(year, month)[1]
    return Range(day_number(date(year, month, 1)), day_number(date(year, month, last)))


def _precision(text: str) -> Precision:
    bare = text.rstrip("?~%")
    if len(bare) == len("2022-05-21"):
        return Precision.DAY
    if len(bare) == len("2022-05"):
        return Precision.SEASON if int(bare[-2:]) > _MONTHS else Precision.MONTH
    return Precision.YEAR if bare.isdigit() else Precision.UNKNOWN


def _exact_unit(days: Range) -> str | None:
    """The calendar unit that is exactly these days, if one is."""
    first, last = iso(days.lo), iso(days.hi)
    if ".." in {first, last}:
        return None
    candidates = [first, first[:7], first[:4]]
    candidates += [f"{last[:4]}-{season}" for season in _FIRST_MONTH_OF_SEASON]
    return next((c for c in candidates if _point(c, c) == days), None)


def _unit(days: Range, *, end: bool = False) -> str:
    return _exact_unit(days) or iso(days.hi if end else days.lo)
