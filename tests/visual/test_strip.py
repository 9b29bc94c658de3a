"""The strip draws what is certain solid, what is possible open, and invents no day."""

import re
from datetime import date
from xml.etree import ElementTree as ET

from graph.period import OPEN_FUTURE, OPEN_PAST, Range, day_number
from visual.strip import Bar, Flag, Strip, draw

SVG = "{http://www.w3.org/2000/svg}"


def day(iso: str) -> int:
    return day_number(date.fromisoformat(iso))


def bar(start: Range, end: Range, *, name: str = "A", implied: bool = False, lineages: int = 1):
    return Bar(
        name=name,
        href="/en/facilities/x",
        said=f"{name}.",
        when="",
        start=start,
        end=end,
        implied=implied,
        disputed=False,
        lineages=lineages,
    )


def drawn(*bars: Bar, flags: tuple[Flag, ...] = ()) -> ET.Element:
    strip = Strip(label="stays", bars=bars, flags=flags, month=str)
    return ET.fromstring(str(draw(strip)))  # noqa: S314 - our own


def rects(root: ET.Element, kind: str) -> list[ET.Element]:
    return [r for r in root.iter(f"{SVG}rect") if kind in r.get("class", "")]


def span(rect: ET.Element) -> tuple[float, float]:
    left = float(rect.get("x", "0"))
    return left, left + float(rect.get("width", "0"))


JANUARY, MARCH = day("2023-01-01"), day("2023-03-01")


def test_solid_is_from_the_latest_start_to_the_earliest_end():
    root = drawn(bar(Range(JANUARY, JANUARY + 30), Range(MARCH, MARCH + 30)))
    (sure,), (possible,) = rects(root, "sure"), rects(root, "possible")
    assert span(possible)[0] < span(sure)[0] < span(sure)[1] < span(possible)[1]


def test_nothing_is_solid_where_the_bounds_overlap_or_nobody_saw_it():
    bounds = Range(JANUARY, MARCH), Range(JANUARY + 5, MARCH + 5)
    assert rects(drawn(bar(*bounds)), "sure") == []
    known = Range(JANUARY, JANUARY), Range(MARCH, MARCH)
    implied = drawn(bar(*known, implied=True))
    assert rects(implied, "sure") == []
    assert rects(implied, "possible")[0].get("stroke-dasharray") is not None


def test_more_independent_sources_draw_a_thicker_bar():
    known = Range(JANUARY, JANUARY), Range(MARCH, MARCH)
    thin, thick = (rects(drawn(bar(*known, lineages=n)), "sure")[0] for n in (1, 2))
    assert float(thin.get("height", "0")) < float(thick.get("height", "0"))


def test_a_side_that_nothing_bounds_ends_in_a_chevron():
    open_end = drawn(bar(Range(JANUARY, JANUARY), Range(MARCH, OPEN_FUTURE)))
    closed = drawn(bar(Range(JANUARY, JANUARY), Range(MARCH, MARCH)))
    assert len(list(open_end.iter(f"{SVG}polyline"))) == 1
    assert list(closed.iter(f"{SVG}polyline")) == []


def test_a_stay_without_any_day_is_a_line_and_no_bar():
    anywhen = Range(OPEN_PAST, OPEN_FUTURE)
    known = bar(Range(JANUARY, JANUARY), Range(MARCH, MARCH), name="B")
    root = drawn(bar(anywhen, anywhen), known)
    assert len(rects(root, "possible")) == 1


def test_nothing_dated_draws_nothing():
    anywhen = Range(OPEN_PAST, OPEN_FUTURE)
    strip = Strip(label="stays", bars=[bar(anywhen, anywhen)], flags=(), month=str)
    assert draw(strip) == ""


def test_hostile_names_stay_words():
    hostile = bar(
        Range(JANUARY, JANUARY), Range(MARCH, MARCH), name='"><script>alert(1)</script>' * 9
    )
    picture = str(draw(Strip(label="<b>", bars=[hostile], flags=(), month=str)))
    assert "<script" not in picture
    assert "style=" not in picture
    assert re.search(r"href=\"(?!/en/)", picture) is None
    ET.fromstring(picture)  # noqa: S314 - our own
