"""Periods against brute force over days, and through EDTF and back."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.edtf import parse_edtf, to_edtf
from graph.errors import InvalidPeriod
from graph.period import (
    ANY_DAY,
    OPEN_FUTURE,
    OPEN_PAST,
    UNDATED,
    Aspect,
    Certainty,
    Period,
    Precision,
    Range,
    before,
    day_number,
    iso,
    overlaps,
    within,
)

SPAN = 9  # days in the little calendar of these tests
World = tuple[int, int]


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    first, last = sorted((draw(st.integers(0, SPAN)), draw(st.integers(0, SPAN))))
    return Range(first, last)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(ranges())
    if draw(st.booleans()):
        aspect = draw(st.sampled_from([Aspect.WITHIN, Aspect.AT]))
        return Period(start=start, end=start, aspect=aspect)
    end = draw(ranges().filter(lambda r: r.hi >= start.lo))
    return Period(start=start, end=end, aspect=Aspect.THROUGHOUT)


def worlds(period: Period) -> Iterator[World]:
    for start in range(period.start.lo, period.start.hi + 1):
        for end in range(period.end.lo, period.end.hi + 1):
            if start == end or (start < end and not period.momentary):
                yield start, end


def by_brute_force(a: Period, b: Period, holds: Callable[[World, World], bool]) -> Certainty:
    values = {holds(x, y) for x in worlds(a) for y in worlds(b)}
    if values == {True}:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if True in values else Certainty.IMPOSSIBLE


@given(periods(), periods())
def test_before_is_what_every_pair_of_worlds_says(a: Period, b: Period) -> None:
    assert before(a, b) is by_brute_force(a, b, lambda x, y: x[1] < y[0])


@given(periods(), periods())
def test_overlaps_is_what_every_pair_of_worlds_says(a: Period, b: Period) -> None:
    assert overlaps(a, b) is by_brute_force(a, b, lambda x, y: x[0] <= y[1] and y[0] <= x[1])


@given(periods(), periods())
def test_within_is_what_every_pair_of_worlds_says(a: Period, b: Period) -> None:
    assert within(a, b) is by_brute_force(a, b, lambda x, y: y[0] <= x[0] and x[1] <= y[1])


@given(ranges(), ranges())
def test_bounds_are_tightened_to_what_some_world_holds(start: Range, end: Range) -> None:
    pairs = [(s, e) for s in days(start) for e in days(end) if s <= e]
    if not pairs:
        with pytest.raises(InvalidPeriod):
            Period(start=start, end=end, aspect=Aspect.THROUGHOUT)
        return
    period = Period(start=start, end=end, aspect=Aspect.THROUGHOUT)
    assert period.start == Range(min(s for s, _ in pairs), max(s for s, _ in pairs))
    assert period.end == Range(min(e for _, e in pairs), max(e for _, e in pairs))


@given(periods(), st.integers(0, SPAN), st.integers(0, SPAN))
def test_presence_is_what_a_stay_that_was_told_of_can_be(
    period: Period, start: int, end: int
) -> None:
    """A stay fits if it holds the moment told of, or is the stretch told of."""
    if start > end:
        return
    told = list(worlds(period))
    fits = (start, end) in told
    if period.momentary:
        fits = any(start <= moment <= end for moment, _ in told)
    starts, ends = period.presence()
    assert fits == (starts.lo <= start <= starts.hi and ends.lo <= end <= ends.hi)


def days(span: Range) -> range:
    return range(span.lo, span.hi + 1)


@pytest.mark.parametrize(
    ("edtf", "first", "last", "aspect", "precision"),
    [
        ("2022-05-21", "2022-05-21", "2022-05-21", Aspect.AT, Precision.DAY),
        ("2022-05", "2022-05-01", "2022-05-31", Aspect.WITHIN, Precision.MONTH),
        ("2024-02", "2024-02-01", "2024-02-29", Aspect.WITHIN, Precision.MONTH),
        ("2022", "2022-01-01", "2022-12-31", Aspect.WITHIN, Precision.YEAR),
        ("2022-21", "2022-03-01", "2022-05-31", Aspect.WITHIN, Precision.SEASON),
        ("2022-24", "2021-12-01", "2022-02-28", Aspect.WITHIN, Precision.SEASON),
        ("2022-05-21~", "2022-05-21", "2022-05-21", Aspect.AT, Precision.DAY),
        ("[2022-05-21..2022-05-31]", "2022-05-21", "2022-05-31", Aspect.WITHIN, Precision.BETWEEN),
        ("[..2022-05-31]", "..", "2022-05-31", Aspect.WITHIN, Precision.BEFORE),
        ("[2022-05-21..]", "2022-05-21", "..", Aspect.WITHIN, Precision.AFTER),
        ("2022-02/2024-12", "2022-02-01", "2024-12-31", Aspect.THROUGHOUT, Precision.MONTH),
        ("../2022-05", "..", "2022-05-31", Aspect.THROUGHOUT, Precision.BEFORE),
        ("2022-05/..", "2022-05-01", "..", Aspect.THROUGHOUT, Precision.AFTER),
        ("", "..", "..", Aspect.WITHIN, Precision.UNKNOWN),
    ],
)
def test_edtf_is_read(
    edtf: str, first: str, last: str, aspect: Aspect, precision: Precision
) -> None:
    period = parse_edtf(edtf, words="as written")
    assert (iso(period.start.lo), iso(period.end.hi)) == (first, last)
    assert (period.aspect, period.precision, period.words) == (aspect, precision, "as written")


@pytest.mark.parametrize(
    "wrong",
    [
        "31.02.2022",
        "2022-02-31",
        "2022-13",
        "2022-5-1",
        "spring",
        "2022-05/2022-04",
        "[2022..",
        "22",
    ],
)
def test_what_no_calendar_holds_is_refused_with_its_words(wrong: str) -> None:
    with pytest.raises(InvalidPeriod) as refused:
        parse_edtf(wrong)
    assert refused.value.words == wrong
    assert refused.value.expected


_days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(_days, st.integers(0, 900), st.sampled_from([Aspect.WITHIN, Aspect.THROUGHOUT]))
def test_what_is_written_as_edtf_reads_back_to_the_same_bounds(
    first: date, length: int, aspect: Aspect
) -> None:
    last = first + timedelta(days=length)
    if aspect is Aspect.WITHIN:
        period = Period.within(first, last, precision=Precision.BETWEEN)
    else:
        ends = (Range(day_number(d), day_number(d)) for d in (first, last))
        period = Period.throughout(*ends, precision=Precision.DAY)
    again = parse_edtf(to_edtf(period))
    assert (again.start, again.end) == (period.start, period.end)


@pytest.mark.parametrize("edtf", ["2022-05", "2022", "2022-24", "2022-02/2024-12", "2022-05/.."])
def test_calendar_units_keep_their_names(edtf: str) -> None:
    assert to_edtf(parse_edtf(edtf)) == edtf


def test_an_open_side_stays_open() -> None:
    assert (UNDATED.start, to_edtf(UNDATED)) == (ANY_DAY, "")
    assert (iso(OPEN_PAST), iso(OPEN_FUTURE)) == ("..", "..")
