"""Single dates in words: day, month, season or year, with early, mid and late."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from graph.edtf import parse_edtf
from graph.errors import InvalidPeriod
from graph.period import Precision, Range, calendar_date, day_number
from nlp.lexicon import Lexicon, lexicon
from nlp.paragraph import Paragraph

_PART_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "half_1": (1, 15)}
_PART_OF_MONTH["half_2"] = (16, 31)
_PART_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "half_1": (1, 6)}
_PART_OF_YEAR["half_2"] = (7, 12)
_PARTS = ("early", "mid", "late", "half_1", "half_2")
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_CENTURY = 2000
_RECENT = 150  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One date as written; `days()` is None where year, or the day itself, is not of a calendar."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None  # "12-14 May"
    season: int | None = None
    to_year: int | None = None  # "winter 2022-2023"
    part: str = ""
    least: int | None = None
    most: int | None = None

    @property
    def precision(self) -> Precision:
        """The smallest unit that was named."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.SEASON if self.season is not None else Precision.YEAR

    def in_year(self, year: int) -> "Point":
        """The same in a year that was said elsewhere."""
        return replace(self, year=year)

    def nearest_before(self, last: int, first: int) -> "Point":
        """In the latest year in which it lies no later than that day number, if not long before.

        Not long before is also what lies after `first`.

        Of what lies further back news give the year; where they do not, it is not known.
        """
        published = calendar_date(last)
        if published is None:
            return self
        for year in (published.year, published.year - 1):
            days = self.in_year(year).days()
            if days is not None and days.lo <= last:
                return self.in_year(year) if last - days.hi <= max(_RECENT, last - first) else self
        return self

    def day_range(self) -> tuple[Range | None, Range | None]:
        """Both ends of "12-14 May"."""
        return self.days(), replace(self, day=self.last_day, last_day=None).days()

    def days(self) -> Range | None:
        """The days it may mean."""
        if self.year is None:
            return None
        try:
            return self._days(self.year)
        except (ValueError, InvalidPeriod):
            return None

    def _days(self, year: int) -> Range:
        if self.season is not None:
            return _season(year, self.season, self.to_year)
        if self.month is None:
            first, last = _PART_OF_YEAR.get(self.part, (1, 12))
            return Range(_number(year, first, 1), _number(year, last, _length(year, last)))
        if self.day is not None:
            exact = _number(year, self.month, self.day)
            return Range(exact, exact)
        first, last = _PART_OF_MONTH.get(self.part, (1, 31))
        last = min(last, _length(year, self.month))
        return Range(_number(year, self.month, first), _number(year, self.month, last))


def points(page: Paragraph) -> list[Point]:
    """Every date of the paragraph, in order, without overlaps."""
    words = page.words
    found: list[Point] = []
    for pattern, build in ((_numeric(), _from_numbers), (_worded(page.language), _from_words)):
        for match in pattern.finditer(page.low):
            point = build(match, page, words)
            if point is not None:
                found.append(point)
    found += _later(page, words)
    found.sort(key=lambda p: (p.start, -p.end))
    out: list[Point] = []
    for point in found:
        if not out or point.start >= out[-1].end:
            out.append(point)
    return out


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d.№/-])(?:(?P<Y>(?:19|20)\d\d)-(?P<M>\d\d)-(?P<D>\d\d)|"
        r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d))(?![\d]|\.\d)(?:\sр\.|\sг\.)?"
    )


def _from_numbers(match: re.Match[str], page: Paragraph, words: Lexicon) -> Point | None:
    iso_order = match.group("Y") is not None
    year, month, day = (int(match.group(g)) for g in (("Y", "M", "D") if iso_order else "ymd"))
    year += _CENTURY if year < 100 else 0
    return Point(start=match.start(), end=match.end(), year=year, month=month, day=day)


@cache
def _worded(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    months = "|".join(f"(?P<m{i}>{m})" for i, m in enumerate(words["months"], 1))
    seasons = "|".join(f"(?P<s{i}>{s})" for i, s in words["seasons"].items())
    parts = "|".join(f"(?P<{p}>{words[f'dates.{p}']})" for p in _PARTS)
    suffix, mark = words["dates.day_suffix"], words["dates.year"]
    short = words.get("dates.short_year") or "(?!x)x"
    year = rf"(?P<y>(?:19|20)\d\d|{short})(?![\d])(?:-?(?:го|му|м))?(?:{mark or '(?!x)x'})?"
    ordinals = "|".join(words["dates.days"]) or "(?!x)x"
    days = (
        rf"(?:(?P<dw>{ordinals})\s|"
        rf"(?:(?P<d1>\d{{1,2}}){suffix}\s?(?:-|–|—|по|до|to|and|та|і|и)\s?)?"
        rf"(?P<d>\d{{1,2}}){suffix}\s)?"
    )
    spelt = _spelt(words)
    after = (
        r"(?:\s(?P<e>\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?(?P<e2>\d{1,2})(?:st|nd|rd|th)?)?"
        r"(?![\d:]|\s(?:people|men|prisoners|years)))?"
        if language == "en"
        else ""
    )
    until = r"(?:[-–/](?P<sy2>\d{4}|\d\d)(?!\d))?"
    season_year = rf"(?:(?:\sof)?\s(?:(?P<sy>(?:19|20)\d\d|{short}){until}"
    season_year += (rf"(?:{mark})?" if mark else "") + rf"|{spelt.replace('NAME', 'syw')}))?"
    only = (
        rf"(?P<yp>{words['dates.year_in']})?(?P<yo>(?:19|20)\d\d|'[0-3]\d(?!\d))(?![\d.]\d)"
        rf"(?:-?(?:го|му|м)(?!\w))?(?P<ym>{mark or '(?!x)x'})?"
        rf"|{_spelt(words, alone=True).replace('NAME', 'yow')}"
    )
    dated = rf"(?:(?:,|\sof)?\s(?:{year}|{spelt.replace('NAME', 'yw')}))?"
    return re.compile(
        rf"(?<![\w№/])(?:(?:{parts})(?:\s|-))?(?:"
        rf"{days}(?:{months})(?!\w){after}{dated}|(?:{seasons})(?!\w){season_year}|{only})"
    )


def _spelt(words: Lexicon, *, alone: bool = False) -> str:
    """`двадцять третього`, `22-го` after a month or a season; `у двадцять другому` by itself."""
    if not words.get("dates.years"):
        return "(?!)"
    stems = "|".join(words["dates.years"])
    months = "|".join(words["months"])
    mark = rf"(?:{words['dates.year']})?(?!\w)(?!\s(?:{months})(?!\w))"
    if alone:
        return rf"[ву]о?\s(?P<NAME>(?:{stems}){words['dates.year_alone']}){mark}"
    return rf"(?P<NAME>(?:{stems}){words['dates.year_case']}|2\d-?(?:го|му|й|м)(?!\w)){mark}"


def _year_of(said: str, words: Lexicon) -> int:
    """The year that such words name."""
    if said[0].isdigit():
        return _CENTURY + int(said[:2])
    return next(int(y) for stem, y in words["dates.years"].items() if re.match(stem, said))


def _from_words(match: re.Match[str], page: Paragraph, words: Lexicon) -> Point | None:
    groups = match.groupdict()
    part = next((p for p in _PARTS if groups[p]), "")
    month = next((i for i in range(1, 13) if groups[f"m{i}"]), None)
    season = next((i for i in (21, 22, 23, 24) if groups[f"s{i}"]), None)
    start, end = match.span()
    if month is not None:
        return _month_point(match, page, part, month)
    if season is not None:
        year = groups["sy"]
        if groups.get("syw"):
            year = str(_year_of(groups["syw"], words))
        if year is None and not _bare_season(page, match, season):
            return None
        until = groups["sy2"]
        to_year = int(until) if until and len(until) == 4 else _short(year, until)
        return Point(
            start=start,
            end=end,
            year=_year(year),
            season=season,
            to_year=to_year,
            part=part,
        )
    if groups.get("yow"):
        return Point(start=start, end=end, year=_year_of(groups["yow"], words), part=part)
    prefix = groups["yp"] or ""
    if not (prefix or groups["ym"] or part or _in_year_range(page, match)):
        return None
    return Point(
        start=start + (len(prefix) if not part else 0), end=end, year=_year(groups["yo"]), part=part
    )


def _in_year_range(page: Paragraph, match: re.Match[str]) -> bool:
    """The second of "from 2021 to 2023" or "2022-2023" stands without a preposition of its own."""
    return bool(_YEAR_BEFORE.search(page.low, max(0, match.start() - 14), match.start())) or bool(
        _YEAR_AFTER.match(page.low, match.end())
    )


_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s?(?:-|–|—|to|until|по|до)\s?$")
_YEAR_AFTER = re.compile(r"\s?(?:-|–|—)\s?(?:19|20)\d\d")
_NEEDS_COMPANY = frozenset(("may", "march", "mar.", "jun.", "mar"))
_IN_ENGLISH = re.compile(
    r"(?:in|of|since|until|by|from|to|between|and|last|this|that|during|before|after|early|late|mid|through|"
    r"following|till)[\s-](?:the\s)?$"
)


def _month_point(match: re.Match[str], page: Paragraph, part: str, month: int) -> Point | None:
    groups = match.groupdict()
    start, end = match.span()
    day, last_day = groups["d"], None
    if groups["dw"]:
        day = str(page.words["dates.days"][groups["dw"]])
    if groups["d1"]:
        day, last_day = groups["d1"], groups["d"]
    if groups.get("e") and day is None:
        day, last_day = groups["e"], groups.get("e2")
    name = groups[f"m{month}"]
    if page.language == "en":
        written = page.text[match.start(f"m{month}")]
        alone = not (day or groups["y"] or part)
        led = _IN_ENGLISH.search(page.low, max(0, start - 16), start)
        if written.islower() or (alone and name in _NEEDS_COMPANY and not led):
            return None
    year = int(groups["y"]) if groups["y"] else None
    if groups.get("yw"):
        year = _year_of(groups["yw"], page.words)
    return Point(
        start=start,
        end=end,
        year=year,
        month=month,
        day=int(day) if day else None,
        last_day=int(last_day) if last_day else None,
        part=part,
    )


def _year(said: str | None) -> int | None:
    """`2022`, `'22`, `twenty-two` or `twenty twenty-two`."""
    if not said:
        return None
    digits = said.strip("'")
    if digits.isdigit():
        return int(digits) + (_CENTURY if len(digits) == _SHORT_YEAR else 0)
    return _CENTURY + _TWENTY + _UNITS.index(re.split(r"[\s-]", said)[-1])


_SHORT_YEAR, _TWENTY = 2, 20
_UNITS = ("", "one", "two", "three", "four", "five", "six")
_SEASON_LED = re.compile(
    r"(?:in|during|last|this|that|by|following|next|same|until|since|through|throughout|spent|all|"
    r"whole|entire)\s(?:the\s)?(?:(?:whole|entire|following|next|whole of the|same)\s)?$"
)
_ADVERBS = frozenset("навесні влітку восени взимку узимку весной летом осенью зимой".split())


def _bare_season(page: Paragraph, match: re.Match[str], season: int) -> bool:
    if page.language == "en":
        return bool(_SEASON_LED.search(page.low, max(0, match.start() - 16), match.start()))
    return match.group(f"s{season}") in _ADVERBS


def _short(year: str | None, until: str | None) -> int | None:
    known = _year(year)
    return None if known is None or until is None else known // 100 * 100 + int(until)


def _later(page: Paragraph, words: Lexicon) -> list[Point]:
    """`two weeks later`: least and most days after the happening before."""
    found = [
        Point(start=m.start(), end=m.end(), least=days, most=days)
        for days, name in enumerate(("same_day", "next_day"))
        for m in words.pattern(f"dates.{name}").finditer(page.low)
    ]
    for match in _later_pattern(page.language).finditer(page.low):
        unit = next(u for u in _DAYS if match.group(u))
        said = match.group("count")
        few = bool(said) and _FEW.search(said)
        count = 2 if few else (words.number(said) if said else 1)
        if count is None or (unit == "year" and page.language != "en" and not said):
            continue
        days = _DAYS[unit]
        least, most = (
            (count, count) if unit == "day" else ((count - 1) * days + 1, (count + 1) * days - 1)
        )
        most = days * _AT_MOST if few else most
        found.append(Point(start=match.start(), end=match.end(), least=least, most=most))
    return found


_FEW = re.compile(r"few|couple")
_AT_MOST = 6  # days, weeks or months that are still a few


@cache
def _later_pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    units = "|".join(f"(?P<{name}>{source})" for name, source in words["dates.units"].items())
    count = rf"\d{{1,3}}|{words.numbers()}"
    source = words["dates.later"].replace("{count}", count).replace("{unit}", units)
    return re.compile(rf"(?<!\w)(?:{source})(?!\w)")


def _season(year: int, season: int, to_year: int | None) -> Range:
    if season == 24:  # winter of a year may be the one before or the one after
        first = date(year - 1, 12, 1) if to_year is None else date(year, 12, 1)
        last_year = year + 1 if to_year is None else to_year
        return Range(day_number(first), _number(last_year, 2, _length(last_year, 2)))
    return parse_edtf(f"{year}-{season}").start


def _number(year: int, month: int, day: int) -> int:
    return day_number(date(year, month, day))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
