"""Days in words: whole months by name, open sides said as open, nothing more exact than known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph.event import Bounds
from graph.period import ANY_DAY, OPEN_FUTURE, OPEN_PAST, Period, Range, day_number
from visual.words import language


def _day(iso: str) -> int:
    return day_number(date.fromisoformat(iso))


def _range(first: str | None, last: str | None) -> Range:
    return Range(
        OPEN_PAST if first is None else _day(first), OPEN_FUTURE if last is None else _day(last)
    )


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2022-05-21", "2022-05-31", ("21–31 May 2022", "21–31 травня 2022", "21–31 мая 2022")),
        ("2022-05-01", "2022-05-31", ("May 2022", "травень 2022", "май 2022")),
        ("2022-05-01", "2022-05-30", ("1–30 May 2022", "1–30 травня 2022", "1–30 мая 2022")),
        ("2022-02-01", "2022-02-28", ("February 2022", "лютий 2022", "февраль 2022")),
        ("2024-02-01", "2024-02-29", ("February 2024", "лютий 2024", "февраль 2024")),
        ("2024-03-01", "2024-03-30", ("1–30 March 2024", "1–30 березня 2024", "1–30 марта 2024")),
        ("2022-01-01", "2022-12-31", ("2022", "2022 рік", "2022 год")),
        ("2022-06-10", "2022-06-10", ("10 June 2022", "10 червня 2022", "10 июня 2022")),
        (None, "2022-06-10", ("no later than 10 June 2022", "не пізніше 10 червня 2022",
         "не позднее 10 июня 2022")),
        ("2022-06-10", None, ("no earlier than 10 June 2022", "не раніше 10 червня 2022",
         "не раньше 10 июня 2022")),
        (None, None, ("open", "відкрито", "открыто")),
    ],
)  # fmt: skip
def test_a_range_by_itself(first: str, last: str, said: tuple[str, str, str]) -> None:
    days = _range(first, last)
    assert [language(c).days(days) for c in ("en", "uk", "ru")] == list(said)


def test_when_something_happened_takes_the_preposition_of_its_language() -> None:
    may = _range("2022-05-01", "2022-05-31")
    assert [language(c).when(may) for c in ("en", "uk", "ru")] == [
        "in May 2022",
        "у травні 2022",
        "в мае 2022",
    ]
    assert language("en").when(_range("2022-05-21", "2022-05-31")) == "between 21 and 31 May 2022"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_stands_in_the_locative_after_in(month: int) -> None:
    first = date(2023, month, 1)
    after = date(2023 + month // 12, month % 12 + 1, 1)
    days = Range(day_number(first), day_number(after) - 1)
    assert language("uk").when(days).split()[1].endswith(("ні", "ому", "ді", "пні"))
    assert language("ru").when(days).split()[1].endswith("е")


def test_a_sighting_says_that_both_ends_are_open() -> None:
    seen = Bounds(_range(None, "2022-06-10"), _range("2022-06-10", None))
    assert language("en").period(seen) == "on 10 June 2022 (start and end open)"
    assert language("uk").period(seen) == "10 червня 2022 (початок і кінець відкриті)"
    may = Bounds(_range(None, "2022-05-31"), _range("2022-05-01", None))
    assert language("ru").period(may) == "в мае 2022 (начало и конец открыты)"


def test_a_stay_says_of_each_end_what_bounds_it() -> None:
    stay = Bounds(_range("2022-05-21", "2022-05-31"), _range("2022-06-10", None))
    assert language("en").period(stay) == "from 21–31 May 2022 to 10 June 2022 or later"
    assert language("uk").period(stay) == "з 21–31 травня 2022 до 10 червня 2022 або пізніше"
    assert language("ru").period(stay) == "с 21–31 мая 2022 до 10 июня 2022 или позже"
    unknown = Bounds(_range(None, None), _range("2022-06-10", None))
    assert language("en").period(unknown) == "from an unknown day to 10 June 2022 or later"


def test_alternatives_are_either_or() -> None:
    one = Bounds(_range("2022-05-01", "2022-05-01"), _range("2022-05-01", "2022-05-01"))
    other = Bounds(_range("2022-07-01", "2022-07-31"), _range("2022-07-01", "2022-07-31"))
    assert language("en").bounds((one, other)) == "either on 1 May 2022 or in July 2022"
    assert language("uk").bounds((one, other)) == "або 1 травня 2022, або у липні 2022"
    assert language("ru").bounds((one, other)) == "либо 1 мая 2022, либо в июле 2022"
    assert language("en").bounds((one,)) == "on 1 May 2022"


def test_a_period_as_stated_is_worded_like_bounds() -> None:
    assert language("en").period(Period.on(date(2022, 5, 1))) == "on 1 May 2022"
    assert language("en").when(ANY_DAY) == "at an unknown time"


def test_a_move_with_one_date_has_one_and_a_journey_two() -> None:
    left, came = _range("2024-10-03", "2024-10-03"), _range("2024-10-06", "2024-10-06")
    assert language("en").move(left, left) == "on 3 October 2024"
    assert language("uk").move(left, came) == "відбуття 3 жовтня 2024, прибуття 6 жовтня 2024"


_DAYS = some.integers(_day("2014-01-01"), _day("2026-12-31"))


@given(_DAYS, _DAYS, some.sampled_from(["en", "uk", "ru"]))
def test_two_ranges_with_one_wording_are_one(a: int, b: int, code: str) -> None:
    """Words lose nothing: they name the first and the last day, or the month or year they fill."""
    days = Range(min(a, b), max(a, b))
    said = language(code).days(days)
    for other in (Range(days.lo, days.hi + 1), Range(days.lo - 1, days.hi)):
        assert language(code).days(other) != said


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        ("2026-11-25T13:52:07+00:00", "25 листопада 2026, 13:52 UTC"),
        ("2026-11-26T00:30:00+02:00", "25 листопада 2026, 22:30 UTC"),
        ("2025-09-02T10:00:00Z", "2 вересня 2025, 10:00 UTC"),
        ("2025-09-02T10:00:00", "2 вересня 2025, 10:00 UTC"),
    ],
)
def test_a_moment_is_said_in_words_in_utc(instant: str, said: str) -> None:
    assert language("uk").moment(instant) == said
