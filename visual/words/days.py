"""Ranges of days in words: a whole month is called by its name, an open side is called open."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from babel.dates import get_month_names

from graph.period import OPEN_FUTURE, OPEN_PAST, Range, calendar_date, day_number
from visual.words.catalogue import catalogue


class Case(StrEnum):
    """How the words stand in their sentence."""

    BARE = "bare"  # by itself, as in a table
    OF = "of"  # after "from" or "to"
    AT = "at"  # when something happened


def in_words(days: Range, case: Case, language: str) -> str:
    """The range, no more exact than it is."""
    first = None if days.lo <= OPEN_PAST else calendar_date(days.lo)
    last = None if days.hi >= OPEN_FUTURE else calendar_date(days.hi)
    said = catalogue()[f"days.{case}.{_shape(first, last)}"][language]
    return str(said).format_map(_parts("1", first, language) | _parts("2", last, language))


def moment_in_words(instant: str, language: str) -> str:
    """An ISO 8601 instant to the minute, in UTC; one that names no zone is taken for UTC."""
    at = datetime.fromisoformat(instant)
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    day = day_number(at.date())
    return f"{in_words(Range(day, day), Case.BARE, language)}, {at:%H:%M} UTC"


def _shape(first: date | None, last: date | None) -> str:
    if first is None:
        return "open" if last is None else "until"
    if last is None:
        return "since"
    if first == last:
        return "day"
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if first.year != last.year:
        return _across_years(first, last, whole_months=whole)
    if whole and (first.month, last.month) == (1, 12):
        return "year"
    if first.month == last.month:
        return "month" if whole else "days"
    return "months" if whole else "across_months"


def _across_years(first: date, last: date, *, whole_months: bool) -> str:
    if whole_months and (first.month, last.month) == (1, 12):
        return "years"
    return "months_across_years" if whole_months else "across_years"


def _parts(end: str, day: date | None, language: str) -> dict[str, str]:
    if day is None:
        return {}
    inside = str(catalogue()["months.in"][language]).split()
    return {
        f"d{end}": str(day.day),
        f"y{end}": str(day.year),
        f"m{end}": get_month_names("wide", "format", language)[day.month],
        f"n{end}": get_month_names("wide", "stand-alone", language)[day.month],
        f"l{end}": inside[day.month - 1],
    }
