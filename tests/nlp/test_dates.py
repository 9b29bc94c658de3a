"""Dates in words: the traps of other parsers, each with the days that it may mean."""

import pytest

from graph.edtf import parse_edtf, to_edtf
from nlp.dates import Dated, dates
from nlp.paragraph import paragraphs
from tests.nlp.reader import told


def found(words: str, *, published: str | None = None) -> list[Dated]:
    day = None if published is None else parse_edtf(published)
    return [d for page in paragraphs(words) for d in dates(page, day, news=published is not None)]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("наприкінці травня 2022 року він", "[2022-05-21..2022-05-31]"),
        ("осенью 2022 года его", "2022-23"),
        ("в 2022 году его", "2022"),
        ("he was held in 2022", "2022"),
        ("12-14 травня 2022 його", "[2022-05-12..2022-05-14]"),
        ("с 12 по 15 мая 2022 его", "[2022-05-12..2022-05-15]"),
        ("до травня 2022 його", "[..2022-05-31]"),
        ("після 5 травня 2022 року його", "[2022-05-05..]"),
        ("before 3 May 2022 he", "[..2022-05-02]"),
        ("by May 2022 he", "[..2022-05-31]"),
        ("since June 2022 he", "[2022-06-01..]"),
        ("станом на 5 червня 2023 він", "2023-06-05"),
        ("зимой 2022-2023 его", "[2022-12-01..2023-02-28]"),
        ("зимой 2022 года его", "[2021-12-01..2023-02-28]"),
        ("його 12.05.22 перевели", "2022-05-12"),
        ("его 05.06.2022 перевели", "2022-06-05"),
        ("між березнем та травнем 2023 року його", "[2023-03-01..2023-05-31]"),
        ("у січні-лютому 2022 його", "[2022-01-01..2022-02-28]"),
        ("mid-2022 he", "[2022-05-01..2022-08-31]"),
        ("on September 9, 2024 he", "2024-09-09"),
        ("at the end of May 2022 I", "[2022-05-21..2022-05-31]"),
        ("9 вересня 2024 р. його", "2024-09-09"),
        ("about 12 May 2022 he", "[2022-05-09..2022-05-15]"),
    ],
)
def test_a_moment_lies_in_the_days_that_the_words_allow(words: str, moment: str) -> None:
    assert [_edtf(d.period(presence=False)) for d in found(words)] == [_edtf(parse_edtf(moment))]


def _edtf(period: object) -> tuple[int, int]:
    return (period.start.lo, period.start.hi)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "stay"),
    [
        ("з лютого по грудень 2024 його", "2024-02/2024-12"),
        ("з травня 2022 по січень 2023 його", "2022-05/2023-01"),
        ("from May 2022 to January 2023 he", "2022-05/2023-01"),
        ("з листопада по січень 2023 його", "2022-11/2023-01"),
        ("с 12 по 15 мая 2022 его", "2022-05-12/2022-05-15"),
        ("since June 2022 he", "2022-06/.."),
        ("до травня 2022 його", "../2022-05"),
        ("протягом 2022 року його", "2022-01-01/2022-12-31"),
        ("from 2021 to 2023 he", "2021/2023"),
    ],
)
def test_a_stay_starts_and_ends_where_the_words_say(words: str, stay: str) -> None:
    assert [to_edtf(d.period(presence=True)) for d in found(words)] == [stay]


@pytest.mark.parametrize(
    "words", ["30 февраля 2022 его", "у травні його", "5-го травня його", "in May it", "весной его"]
)
def test_what_no_calendar_or_no_year_holds_keeps_its_words_without_bounds(words: str) -> None:
    (only,) = found(words)
    assert only.first is None
    assert only.period(presence=False).words


@pytest.mark.parametrize("words", ["he may go", "they march on", "№ 2022", "fall down", "9.5 кг"])
def test_other_words_and_numbers_are_no_dates(words: str) -> None:
    assert found(words) == []


def test_a_year_less_date_of_news_is_the_last_one_before_publication() -> None:
    (only,) = found("17 жовтня його обміняли", published="2023-03-01")
    assert to_edtf(only.period(presence=False)) == "2022-10-17"


def test_a_year_said_in_the_sentence_counts_for_a_later_date_of_it() -> None:
    both = found("12 травня 2022 року його взяли, а 15 червня перевезли")
    assert [to_edtf(d.period(presence=False)) for d in both] == ["2022-05-12", "2022-06-15"]


def test_two_weeks_later_is_a_number_of_days_and_no_date() -> None:
    (only,) = found("через два тижні його")
    assert (only.least, only.most, only.first) == (8, 20, None)


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Marko Bilan was held in Taganrog SIZO-2 at least until 20 February 2023.",
            "held_at | at=Taganrog SIZO-2 | who=Marko Bilan | 2023-02-20",
        ),
        (
            "Марка Білана тримали в СІЗО-2 Таганрога щонайменше до 20 лютого 2023 року.",
            "held_at | at=СІЗО-2 Таганрога | who=Марка Білана | 2023-02-20",
        ),
        (
            "Марка Белана держали в СИЗО-2 Таганрога как минимум до 20 февраля 2023 года.",
            "held_at | at=СИЗО-2 Таганрога | who=Марка Белана | 2023-02-20",
        ),
    ],
)
def test_at_least_until_a_day_says_only_that_he_was_there_that_day(sentence: str, line: str):
    assert told(sentence) == {line}


def test_who_was_moved_after_a_stay_was_moved_on_its_last_day_or_later():
    text = (
        "До 2 жовтня 2022 року Марка Білана тримали в СІЗО-2 Курська, "
        "а потім етапували до СІЗО-2 міста Таганрог."
    )
    assert "moved | to=СІЗО-2 міста Таганрог | who=Марка Білана | [2022-10-02..]" in told(text)
