"""Dates in words to four bounds: own grammar, three languages, no invented days.

A point without a year is anchored only by the same range, by an earlier date of its sentence, or
by the day of publication of a news text; otherwise its words are kept without bounds. What no
calendar holds (30 February) is refused the same way.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from graph.edtf import to_edtf
from graph.period import (
    OPEN_FUTURE,
    OPEN_PAST,
    UNDATED,
    Aspect,
    Period,
    Precision,
    Range,
)
from nlp.date_anchors import anchored as counted
from nlp.date_anchors import days_of_news
from nlp.date_points import Point, points
from nlp.date_words import lead
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.version import rule

Form = Literal[
    "point", "range", "span", "between", "since", "until", "before", "by", "after", "all", "later"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date phrase: where it stands, what it bounds. `first` None: no bounds are known.

    For `later`, `least` and `most` are days after the happening before it.
    """

    start: int
    end: int
    form: Form
    words: str
    precision: Precision
    first: Range | None = None
    last: Range | None = None
    least: int | None = None
    most: int | None = None

    def period(self, *, presence: bool) -> Period:
        """As a period: of a presence, which lasts, or of a momentary happening."""
        if self.first is None:
            return replace(UNDATED, words=self.words)
        last = self.last or self.first
        if presence and self.form in ("range", "span", "all"):
            start, end = self.first, last
            if self.form == "all":
                start, end = Range(start.lo, start.lo), Range(end.hi, end.hi)
            return Period.throughout(start, end, precision=self.precision, words=self.words)
        if presence and self.form == "since":
            open_end = Range(self.first.lo, OPEN_FUTURE)
            return Period.throughout(
                self.first, open_end, precision=Precision.AFTER, words=self.words
            )
        if presence and self.form == "until":
            open_start = Range(OPEN_PAST, self.first.hi)
            return Period.throughout(
                open_start, self.first, precision=Precision.BEFORE, words=self.words
            )
        return self._moment(last)

    def _moment(self, last: Range) -> Period:
        first = self.first or last
        inside, precision = Range(first.lo, last.hi), self.precision
        if self.form in ("range", "span", "between"):
            precision = Precision.BETWEEN
        if self.form in ("since", "after"):
            inside, precision = Range(first.lo, OPEN_FUTURE), Precision.AFTER
        elif self.form in ("until", "by"):
            inside, precision = Range(OPEN_PAST, last.hi), Precision.BEFORE
        elif self.form == "before":
            inside, precision = Range(OPEN_PAST, first.lo - 1), Precision.BEFORE
        exact = inside.lo == inside.hi and precision is Precision.DAY
        return Period(
            start=inside,
            end=inside,
            aspect=Aspect.AT if exact else Aspect.WITHIN,
            precision=precision,
            words=self.words,
        )


def dates(page: Paragraph, published: Period | None, *, news: bool) -> list[Dated]:
    """The date phrases of a paragraph in order; ranges are one phrase."""
    plain = [p for p in points(page) if not _birth(page, p)]
    if news and (days := days_of_news(page, published)):
        plain = sorted((*plain, *days), key=lambda p: p.start)
    anchored = _anchored(page, plain, published, news=news)
    found: list[Dated] = []
    at = 0
    while at < len(anchored):
        here = anchored[at]
        following = anchored[at + 1] if at + 1 < len(anchored) else None
        joined = _joined(page, here, following) if following is not None else None
        found.append(joined or _single(page, here))
        at += 2 if joined else 1
    return found


def _birth(page: Paragraph, point: Point) -> bool:
    """`1988 года рождения`, `born on 3 May 1988`: no date of a happening that we read."""
    before = page.low[max(0, point.start - 20) : point.start]
    return bool(_BORN_AFTER.match(page.low, point.end) or _BORN_BEFORE.search(before))


_BORN_AFTER = re.compile(r"\s?(?:года? рожд|г\.\s?р|рожд|року народ|р\.\s?н|народж|birth)")
_BORN_BEFORE = re.compile(r"(?:born(?: in| on)?|народи\w+|родил\w+|рожд\w+|народж\w+)\s$")
_STILL = re.compile(
    r"(?<!\w)(?:still|to this day|досі|й досі|все ще|ще й|до сих пор|всё ещё|все еще)(?!\w)"
)


def date_mentions(found: list[Dated]) -> list[Mention]:
    """The phrases as mentions, with their EDTF where bounds are known."""
    return [
        Mention(
            label="date",
            start=d.start,
            end=d.end,
            words=d.words,
            rule=rule("dates"),
            named=d.first is not None,
            features=(("edtf", to_edtf(d.period(presence=d.form in ("range", "since", "until")))),),
        )
        for d in found
    ]


def _joined(page: Paragraph, a: Point, b: Point) -> Dated | None:
    between = page.low[a.end : b.start]
    if len(between) > _LONGEST_JOINT or a.least is not None or b.least is not None:
        return None
    opener, start = lead(page, a.start)
    joint = page.words
    form: Form | None = None
    if between.strip() in ("-", "–", "—"):
        form, start = "span", a.start
        if opener == "since":
            form, start = "range", lead(page, a.start)[1]
    elif opener == "since" and joint.pattern("dates.range_to").fullmatch(between.strip()):
        form = "range"
    elif opener == "between" and joint.pattern("dates.and").fullmatch(between.strip()):
        form = "between"
    if form is None:
        return None
    first, last = _years_of_range(a, b)
    words = page.text[start : b.end]
    if first is None or last is None or first.lo > last.hi:
        return Dated(start=start, end=b.end, form=form, words=words, precision=Precision.UNKNOWN)
    precision = max(a.precision, b.precision, key=list(Precision).index)
    return Dated(
        start=start, end=b.end, form=form, words=words, precision=precision, first=first, last=last
    )


_LONGEST_JOINT = 12


def _years_of_range(a: Point, b: Point) -> tuple[Range | None, Range | None]:
    """A year said once counts for both ends, going round the turn of a year."""
    if a.year is None and b.year is not None:
        turned = (a.month or 0) > (b.month or 0)
        a = a.in_year(b.year - (1 if turned and a.month and b.month else 0))
    elif b.year is None and a.year is not None:
        turned = bool(a.month and b.month and b.month < a.month)
        b = b.in_year(a.year + (1 if turned else 0))
    return a.days(), b.days()


def _single(page: Paragraph, point: Point) -> Dated:
    if point.least is not None:
        return Dated(
            start=point.start,
            end=point.end,
            form="later",
            words=page.text[point.start : point.end],
            precision=Precision.RELATIVE,
            least=point.least,
            most=point.most,
        )
    opener, start = lead(page, point.start)
    form: Form = "span" if point.last_day else "point"
    if opener == "since" and point.last_day:
        form = "range"
    elif opener in ("since", "until", "before", "by", "after", "all"):
        form = opener
    else:
        start = point.start if opener not in ("as_of", "around") else start
    first = point.days()
    if first is not None and opener == "around" and point.precision is Precision.DAY:
        first = Range(first.lo - _ABOUT, first.hi + _ABOUT)  # "about": no source says how far
    last = None
    if first is not None and point.last_day:
        first, last = point.day_range()
    return Dated(
        start=start,
        end=point.end,
        form=form,
        words=page.text[start : point.end],
        precision=point.precision if first is not None else Precision.UNKNOWN,
        first=first,
        last=last,
    )


_ABOUT = 3
_OTHER_YEAR = re.compile(  # counted from a year that the phrase does not name
    r"\s(?:of )?(?:the |that )?(?:previous|last|following|next|same) year|"
    r"\s(?:минул|попередн|наступн|того)\w* (?:ж )?року|"
    r"\s(?:прошл|предыдущ|следующ|того)\w* (?:же )?года"
)


_NEXT_YEAR = re.compile(
    r"\s(?:of )?the (?:following|next) year|\sнаступного року|\sследующего года"
)
_SAME_YEAR = re.compile(
    r"\s(?:of )?(?:the |that )?same year|\sтого (?:ж|самого) року|\sтого же года"
)
_FRESH = 92  # days before its publication of which news speak without a year


def _anchored(
    page: Paragraph, found: list[Point], stated: Period | None, *, news: bool
) -> list[Point]:
    out: list[Point] = []
    published = stated if news else None
    for at, point in enumerate(found):
        known = counted(page, out, point, stated) if point.year is None else None
        if known is not None:
            out.append(known)
            continue
        if point.year is not None or point.least is not None or point.month is None:
            out.append(point)
            continue
        dated = [p for p in out if p.year is not None and p.month]
        if dated and _SAME_YEAR.match(page.low, point.end):
            out.append(point.in_year(dated[-1].year or 0))
            continue
        if _OTHER_YEAR.match(page.low, point.end):
            year = next((p.year for p in reversed(out) if p.year is not None), None)
            follows = year is not None and _NEXT_YEAR.match(page.low, point.end)
            out.append(point.in_year((year or 0) + 1) if follows else point)
            continue
        sentence = page.sentence_at(point.start)
        year_follows = (
            at + 1 < len(found)
            and found[at + 1].year is not None
            and _joined(page, point, found[at + 1]) is not None
        )
        before = [p for p in dated if p.start >= sentence[0]]
        if year_follows:
            out.append(point)
        elif (
            before
            and _after(point, before[-1])
            and not _STILL.search(page.low, before[-1].end, point.start)
        ):
            told = point.in_year(before[-1].year or 0)
            days = told.days()
            late = published is not None and days is not None and days.lo > published.end.hi
            out.append(point if late else told)  # news tell of nothing that is yet to come
        else:
            out.append(_told_year(page, out, point, published, stated))
    return out


def _told_year(
    page: Paragraph,
    before: list[Point],
    point: Point,
    published: Period | None,
    stated: Period | None,
) -> Point:
    """In the year of the telling before it, or of the publication; in none where they differ and
    the day may be one of the last months before the publication.

    A telling goes on in its year only forwards, in the next sentence or the one after it, and not
    past a stretch of years or a word that turns back.
    """
    dated = [p for p in before if p.year is not None and p.month]
    same = next((p for p in dated if (p.month, p.day) == (point.month, point.day)), None)
    if same is not None and point.day is not None:
        return point.in_year(same.year or 0)
    news = (
        point.nearest_before(published.start.hi, published.start.lo)
        if published is not None and published.start.hi != OPEN_FUTURE
        else None
    )
    if not dated:
        return news or point
    last = dated[-1]
    between = page.low[last.end : point.start]
    goes_on = (
        _after(point, last)
        and sum(last.end <= s[0] < point.start for s in page.sentences) <= _NEXT
        and not _YEARS_PASS.search(between)
        and not page.words.pattern("order.before").search(between)
    )
    told = point.in_year(last.year or 0) if goes_on else None
    if told is not None and _headed(page, before) and before[0].year != told.year:
        return point  # "Ростов, 19 февраля. … 13 марта 2022 года …; в декабре": of which year?
    if published is None:
        return point if told is None or _fresh(told, point, stated) else told
    if told is None:
        return (news or point) if last.year == (news.year if news else None) else point
    return point if _fresh(told, point, published) else told


def _fresh(told: Point, point: Point, published: Period | None) -> bool:
    """Whether it may be one of the last months before the publication, in another year."""
    if published is None or published.start.hi == OPEN_FUTURE:
        return False
    news = point.nearest_before(published.start.hi, published.start.lo)
    days = news.days()
    near = days is not None and published.start.hi - days.hi <= _FRESH
    return near and told.year != news.year


def _headed(page: Paragraph, before: list[Point]) -> bool:
    """Whether the paragraph opens with a day of its own: `Ростов, 19 февраля.`"""
    first = before[0]
    return first.end <= _HEAD and first.day is not None and page.text.startswith(".", first.end)


_HEAD = 60


_NEXT = 2
_YEARS_PASS = re.compile(
    r"(?<!\w)(?:years?|months|рок(?:ів|и|у)|рік|місяц\w+|год(?:а|у)?|лет|месяц\w+|півтора|полтора|"
    r"next|наступн\w+|следующ\w+|later|згодом|спустя)(?!\w)"
)


def _after(point: Point, other: Point) -> bool:
    return (point.month or 0, point.day or 99) >= (other.month or 0, other.day or 0)
