"""Cells of dates: the first format that reads one counts, words are never made more exact."""

import pytest

from graph.edtf import to_edtf
from graph.period import OPEN_FUTURE, OPEN_PAST, UNDATED, Aspect, calendar_date
from ingest.cells import RowRefused, period
from ingest.code import Code
from ingest.dates import NotADate, formats_of, parse_date
from ingest.mapping import Dates

WORDS = ("words",)


def bounds(written: str, formats: tuple[str, ...] = WORDS, *, presence: bool = False):
    found = parse_date(written, formats, presence=presence)
    assert found.words == written
    return tuple(
        ".." if day in (OPEN_PAST, OPEN_FUTURE) else str(calendar_date(day))
        for day in (found.start.lo, found.end.hi)
    )


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("травень 2022", "2022-05-01", "2022-05-31"),
        ("май 2022", "2022-05-01", "2022-05-31"),
        ("may 2022", "2022-05-01", "2022-05-31"),
        ("осінь 2023", "2023-09-01", "2023-11-30"),
        ("осень 2023 г.", "2023-09-01", "2023-11-30"),
        ("autumn 2023", "2023-09-01", "2023-11-30"),
        ("до 01.07.2022", "..", "2022-07-01"),
        ("станом на 5 травня 2022", "2022-05-05", "2022-05-05"),
        ("по состоянию на 5 мая 2022", "2022-05-05", "2022-05-05"),
        ("з 3.05.2022", "2022-05-03", ".."),
        ("с 3.05.2022", "2022-05-03", ".."),
        ("from 3 May 2022", "2022-05-03", ".."),
        ("first half of February 2024", "2024-02-01", "2024-02-15"),
        ("mid-September 2022", "2022-09-11", "2022-09-20"),
        ("середина вересня 2022", "2022-09-11", "2022-09-20"),
        ("кінець травня 2022", "2022-05-21", "2022-05-31"),
        ("наприкінці травня 2022", "2022-05-21", "2022-05-31"),
        ("в начале июня 2023", "2023-06-01", "2023-06-10"),
        ("лютий-березень 2023", "2023-02-01", "2023-03-31"),
        ("03.05.2022–07.05.2022", "2022-05-03", "2022-05-07"),
        ("не пізніше 1 липня 2022", "..", "2022-07-01"),
        ("5 травня 2022 о 10:00", "2022-05-05", "2022-05-05"),
        ("2022 рік", "2022-01-01", "2022-12-31"),
    ],
)
def test_words_give_their_bounds_in_three_languages(written: str, first: str, last: str):
    assert bounds(written) == (first, last)


def test_the_last_days_of_a_month_are_in_that_month_and_are_no_single_day():
    first, last = bounds("last days of May 2022")
    assert "2022-05-01" <= first < "2022-05-28"
    assert last == "2022-05-31"


@pytest.mark.parametrize(
    "written",
    [
        "невідомо",
        "a long time ago",
        "не 5 травня 2022",
        "не ранее 1 июля 2022",
        "not before 5 May 2022",
        "5 травня 2022 або 6 червня 2022",
        "03.05-07.05.2022",
        "в 20-х числах мая 2022",
    ],
)
def test_words_that_were_not_understood_whole_are_no_date(written: str):
    with pytest.raises(NotADate) as refused:
        parse_date(written, WORDS)
    assert refused.value.code is Code.DATE_FORMAT


@pytest.mark.parametrize("written", ["30 лютого 2022", "32.05.2022", "05.13.2022"])
def test_a_day_of_no_calendar_is_refused_in_words_too(written: str):
    with pytest.raises(NotADate) as refused:
        parse_date(written, WORDS)
    assert refused.value.code is Code.DATE_INVALID


def test_a_day_without_a_year_keeps_its_words_and_has_no_bounds():
    found = parse_date("5 травня", WORDS)
    assert (found.start, found.end, found.words) == (UNDATED.start, UNDATED.end, "5 травня")


def test_what_lasts_lasts_on_from_a_day():
    assert to_edtf(parse_date("з 3.05.2022", WORDS, presence=True)) == "2022-05-03/.."
    assert parse_date("з 3.05.2022", WORDS).aspect is Aspect.WITHIN


def test_every_format_is_tried_before_a_cell_is_refused():
    formats = formats_of(["%b %Y", "day-first", "words"]) or ()
    assert bounds("осінь 2023", formats) == ("2023-09-01", "2023-11-30")
    assert bounds("травень 2022", formats) == ("2022-05-01", "2022-05-31")
    assert bounds("21.05.2022", formats) == ("2022-05-21", "2022-05-21")
    assert bounds("05/21/2022", ("%d/%m/%Y", "%m/%d/%Y")) == ("2022-05-21", "2022-05-21")
    with pytest.raises(NotADate) as refused:
        parse_date("31.02.2022", formats)
    assert refused.value.code is Code.DATE_INVALID


def test_a_cell_that_no_format_reads_names_its_field_its_value_and_what_is_expected():
    dates = Dates(aspect="at", first="коли", formats=("%b %Y", "words"), absent=("-",))
    with pytest.raises(RowRefused) as refused:
        period(dates, {"коли": "вчора"}, presence=False)
    said = refused.value
    assert (said.code, said.field, said.value) == (Code.DATE_FORMAT, "коли", "вчора")
    assert "May 2022 (%b %Y)" in said.expected
    assert "(words)" in said.expected
    assert period(dates, {"коли": "-"}, presence=False) == UNDATED
