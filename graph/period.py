"""Uncertain time: four bounds, how they are meant, how precise they are, the words as written.

A day is an int, counted from 1970-01-01; ranges are closed. An open side is `OPEN_PAST` or
`OPEN_FUTURE` (±2^29, so that sums stay in 32 bits); it is printed "open", never as today.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graph.errors import InvalidPeriod

OPEN_PAST = -(2**29)
OPEN_FUTURE = 2**29
_EPOCH = date(1970, 1, 1)


class Aspect(StrEnum):
    """How a happening fills its bounds."""

    THROUGHOUT = "throughout"  # from its start to its end
    WITHIN = "within"  # one moment, somewhere inside
    AT = "at"  # one moment, on the day named


class Precision(StrEnum):
    """What the source pinned down (vocabulary `date_precision`)."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    RELATIVE = "relative"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """Of a statement about time: in all, some or none of the admissible worlds; or no world."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Closed range of days [lo, hi]; never empty."""

    lo: int
    hi: int

    def __post_init__(self) -> None:
        if self.lo > self.hi:
            raise InvalidPeriod(words=f"{iso(self.lo)}..{iso(self.hi)}", expected="lo <= hi")

    def meets(self, other: "Range") -> bool:
        """Whether the two have a day in common."""
        return self.lo <= other.hi and other.lo <= self.hi


ANY_DAY = Range(OPEN_PAST, OPEN_FUTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When something happened: start in `start`, end in `end`, start no later than end.

    Bounds are tightened on construction: no start lies after the latest end, no end before the
    earliest start. For the aspects *within* and *at* start and end are one and the same day, so
    both ranges are equal.

    Raises:
        InvalidPeriod: when no pair of days fits.
    """

    start: Range
    end: Range
    aspect: Aspect
    precision: Precision = Precision.UNKNOWN
    words: str = ""

    def __post_init__(self) -> None:
        if self.aspect is not Aspect.THROUGHOUT and self.start != self.end:
            raise InvalidPeriod(words=self.words, expected="one day, in one range")
        if self.start.lo > self.end.hi:
            raise InvalidPeriod(words=self.words, expected="start <= end")
        tight_start = Range(self.start.lo, min(self.start.hi, self.end.hi))
        tight_end = Range(max(self.end.lo, self.start.lo), self.end.hi)
        object.__setattr__(self, "start", tight_start)
        object.__setattr__(self, "end", tight_end)

    @classmethod
    def on(cls, day: date, *, words: str = "") -> "Period":
        """A happening on one known day."""
        at = Range(day_number(day), day_number(day))
        return cls(start=at, end=at, aspect=Aspect.AT, precision=Precision.DAY, words=words)

    @classmethod
    def within(
        cls, first: date | None, last: date | None, *, precision: Precision, words: str = ""
    ) -> "Period":
        """One moment between two days, both included; None leaves a side open."""
        inside = _range(first, last)
        return cls(start=inside, end=inside, aspect=Aspect.WITHIN, precision=precision, words=words)

    @classmethod
    def throughout(
        cls, start: Range, end: Range, *, precision: Precision, words: str = ""
    ) -> "Period":
        """A happening that fills the time from a day in `start` to a day in `end`."""
        return cls(start=start, end=end, aspect=Aspect.THROUGHOUT, precision=precision, words=words)

    @property
    def momentary(self) -> bool:
        """Whether start and end are one day."""
        return self.aspect is not Aspect.THROUGHOUT

    def presence(self) -> tuple[Range, Range]:
        """Bounds of start and end of a *stay* of which this period was stated.

        A sighting says only that the stay began no later and ended no earlier.
        """
        if self.momentary:
            return Range(OPEN_PAST, self.end.hi), Range(self.start.lo, OPEN_FUTURE)
        return self.start, self.end


UNDATED = Period(start=ANY_DAY, end=ANY_DAY, aspect=Aspect.WITHIN, precision=Precision.UNKNOWN)


def day_number(day: date) -> int:
    """Days from 1970-01-01 to that date."""
    return (day - _EPOCH).days


def calendar_date(day: int) -> date | None:
    """The date of a day number; None for an open side or a day no calendar of ours holds."""
    try:
        return _EPOCH + timedelta(days=day)
    except OverflowError:
        return None


def iso(day: int) -> str:
    """ISO 8601 date of a day number, `..` where the side is open (as in EDTF)."""
    day_in_calendar = calendar_date(day)
    return ".." if day_in_calendar is None else day_in_calendar.isoformat()


def _range(first: date | None, last: date | None) -> Range:
    return Range(
        OPEN_PAST if first is None else day_number(first),
        OPEN_FUTURE if last is None else day_number(last),
    )


def before(a: Period, b: Period) -> Certainty:
    """Whether `a` ends before the day on which `b` starts."""
    return _value(all_worlds=a.end.hi < b.start.lo, some_world=a.end.lo < b.start.hi)


def overlaps(a: Period, b: Period) -> Certainty:
    """Whether `a` and `b` have a calendar day in common."""
    return _value(
        all_worlds=a.start.hi <= b.end.lo and b.start.hi <= a.end.lo,
        some_world=a.start.lo <= b.end.hi and b.start.lo <= a.end.hi,
    )


def within(a: Period, b: Period) -> Certainty:
    """Whether `a` starts no earlier and ends no later than `b`."""
    first = max(a.start.lo, b.start.lo)
    last = min(a.end.hi, b.end.hi)
    some_world = first <= a.start.hi and last >= a.end.lo and first <= last
    if b.momentary:  # then `a` has to be that one day
        some_world = some_world and max(a.start.lo, a.end.lo, b.start.lo) <= min(
            a.start.hi, a.end.hi, b.end.hi
        )
    return _value(
        all_worlds=b.start.hi <= a.start.lo and a.end.hi <= b.end.lo, some_world=some_world
    )


def _value(*, all_worlds: bool, some_world: bool) -> Certainty:
    if all_worlds:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if some_world else Certainty.IMPOSSIBLE
