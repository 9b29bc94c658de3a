"""The year of a month or season that counts from what was told before, or from the publication.

`that January`, `the following spring`, `last December`: the words before it say from what.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from graph.period import Period, calendar_date
from nlp.date_points import Point
from nlp.paragraph import Paragraph

_REACH = 24
_WINTER = 24
_STARTS = {21: 3, 22: 6, 23: 9, _WINTER: 12}  # the month in which a season starts


def anchored(
    page: Paragraph, before: Sequence[Point], point: Point, published: Period | None
) -> Point | None:
    """The point in the year that the words before it say; None if they say none that is known."""
    if page.language != "en" or not (point.month or point.season):
        return None
    lead = page.low[max(0, point.start - _REACH) : point.start]
    if page.words.pattern("dates.anchors.last").search(lead):
        return _latest(point, published)
    dated = [p for p in before if p.year is not None and (p.month or p.season)]
    if not dated:
        return None
    if page.words.pattern("dates.anchors.next").search(lead):
        return _first_after(point, dated[-1], strictly=True)
    if page.words.pattern("dates.anchors.same").search(lead):
        return _in_year(point, dated[-1].year or 0)
    if point.season and page.words.pattern("dates.anchors.spent").search(lead):
        return _first_after(point, dated[-1], strictly=False)
    return None


def _month(point: Point) -> int:
    return point.month or _STARTS[point.season or _WINTER]


def _in_year(point: Point, year: int) -> Point:
    known = point.in_year(year)
    return replace(known, to_year=year + 1) if point.season == _WINTER else known


def _first_after(point: Point, other: Point, *, strictly: bool) -> Point:
    year = other.year or 0
    mine = _month(point) + (0 if point.month else 2)  # a season that has begun is not over
    last = _month(other)
    return _in_year(point, year if mine > last or (mine == last and not strictly) else year + 1)


def _latest(point: Point, published: Period | None) -> Point:
    """The last one that was over, or had begun, at the publication."""
    day = None if published is None else calendar_date(published.start.lo)
    if day is None:
        return point
    return _in_year(point, day.year if _month(point) < day.month else day.year - 1)


def days_of_news(page: Paragraph, published: Period | None) -> list[Point]:
    """`on Thursday`, `yesterday`: days that news count back from the one of their publication."""
    day = None if published is None else calendar_date(published.start.lo)
    if page.language != "en" or published is None or published.start.lo != published.start.hi:
        return []
    found: list[Point] = []
    for match in page.words.pattern("dates.news_days").finditer(page.low):
        if day is None or any(q[0] <= match.start() < q[1] for q in page.quotes):
            continue  # who is quoted may speak of another week
        said = match.group().rsplit(" ", 1)[-1]
        name = said.removesuffix("'s")
        back = _BACK.get(name)
        if back is None:
            back = (day.weekday() - _WEEKDAYS.index(name)) % _WEEK
            back = _WEEK if not back and match.group().startswith("last") else back
        told = day - timedelta(days=back)
        at = match.end() - len(said)
        end = at + len(name)
        found.append(Point(start=at, end=end, year=told.year, month=told.month, day=told.day))
    return found


_WEEK = 7
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BACK = {"today": 0, "yesterday": 1}
