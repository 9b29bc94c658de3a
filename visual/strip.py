"""A person's stays along a time axis: what is certain solid, what is possible hatched.

One row a stay, in order. Solid from the latest start to the earliest end; hatched from the
earliest start and to the latest end; a short fading tail where nothing bounds a side. Implied
stays are outlined with dashes. Columns between rows are days without any readable source.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from graph.period import OPEN_FUTURE, OPEN_PAST, Range, calendar_date, day_number
from visual.svg import (
    ATTESTED,
    DISPUTED,
    LINE,
    Number,
    element,
    fitting,
    link,
    picture,
    title,
    words,
)

WIDTH, LEFT, RIGHT = 960, 250, 24
ROW, BAR, TOP = 46, 16, 40
TAIL = 26  # pixels of a side that nothing bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One stay as it is drawn; `said` is its sentence for those who hear the picture."""

    name: str
    href: str
    said: str
    when: str
    start: Range
    end: Range
    implied: bool
    disputed: bool
    lineages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something else that happened; drawn on its earliest to latest day above the rows."""

    said: str
    days: Range
    closing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """What is drawn; `month` words a month for the axis."""

    label: str
    bars: Sequence[Bar]
    flags: Sequence[Flag]
    month: Callable[[date], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    first: int
    last: int

    def x(self, day: int) -> float:
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first) / max(1, self.last - self.first)
        return LEFT + TAIL + share * (WIDTH - LEFT - RIGHT - 2 * TAIL)


def draw(strip: Strip) -> Markup:
    """The picture; empty where there is nothing dated to draw."""
    axis = _axis(strip)
    if axis is None or not strip.bars:
        return Markup("")
    height = TOP + ROW * len(strip.bars) + 34
    return picture(
        [
            *_scale(axis, strip, height),
            *(_row(bar, TOP + ROW * i, axis) for i, bar in enumerate(strip.bars)),
            *(_flag(flag, axis) for flag in strip.flags if _known(flag.days)),
        ],
        width=WIDTH,
        height=height,
        label=strip.label,
        class_="strip",
    )


def _axis(strip: Strip) -> _Axis | None:
    ranges = [r for b in strip.bars for r in (b.start, b.end)] + [f.days for f in strip.flags]
    known = [d for r in ranges for d in (r.lo, r.hi) if OPEN_PAST < d < OPEN_FUTURE]
    if not known:
        return None
    margin = max(10, (max(known) - min(known)) // 40)
    return _Axis(first=min(known) - margin, last=max(known) + margin)


def _scale(axis: _Axis, strip: Strip, height: Number) -> list[Markup]:
    """Lines at starts of months or years, as many as can be read."""
    first, last = calendar_date(axis.first), calendar_date(axis.last)
    if first is None or last is None:
        return []
    months = (last.year - first.year) * 12 + last.month - first.month
    every = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if months / n <= 9 or n == 1200)
    made = []
    for at in range(months + 1):
        year, month = divmod(first.year * 12 + first.month + at, 12)
        if (year * 12 + month) % every:
            continue
        start = date(year, month + 1, 1)
        x = axis.x(day_number(start))
        if day_number(start) > axis.last or x > WIDTH - RIGHT - 30:
            continue
        made += [
            element("line", x1=x, y1=TOP - 12, x2=x, y2=height - 26, stroke=LINE, class_="grid"),
            words(strip.month(start), x + 3, height - 10, size=11, class_="muted"),
        ]
    return made


def _row(bar: Bar, y: Number, axis: _Axis) -> Markup:
    middle = y + 10
    colour = DISPUTED if bar.disputed else ATTESTED
    shade = "disputed" if bar.disputed else "attested"
    left, right = _side(bar.start.lo, axis, -1), _side(bar.end.hi, axis, 1)
    sure_from, sure_to = bar.start.hi, bar.end.lo
    sure = OPEN_PAST < sure_from <= sure_to < OPEN_FUTURE
    parts = [
        title(bar.said),
        element(
            "rect", x=0, y=y - 14, width=WIDTH, height=ROW - 6, fill="none", pointer_events="all"
        ),
        words(fitting(bar.name, LEFT - 22), 8, middle, bold=True, class_="ink link"),
        words(fitting(bar.when, LEFT - 22, 11.5), 8, middle + 16, size=11.5, class_="muted"),
        _possible(bar, left, right, middle + 4),
    ]
    if sure and not bar.implied:
        thick = BAR if bar.lineages > 1 else BAR - 6
        parts.append(
            element(
                "rect",
                x=axis.x(sure_from),
                y=middle - 4 + (BAR - thick) / 2,
                width=max(4.0, axis.x(sure_to) - axis.x(sure_from)),
                height=thick,
                rx=2,
                fill=colour,
                class_=f"sure {shade}",
            )
        )
    parts += [_chevron(left, middle + 4, -1)] if bar.start.lo <= OPEN_PAST else []
    parts += [_chevron(right, middle + 4, 1)] if bar.end.hi >= OPEN_FUTURE else []
    return link(bar.href, bar.said, *parts)


def _possible(bar: Bar, left: float, right: float, y: Number) -> Markup:
    """From the earliest start to the latest end; a mere line where no day is known at all."""
    colour = DISPUTED if bar.disputed else ATTESTED
    shade = "disputed" if bar.disputed else "attested"
    if not _known(bar.start) and not _known(bar.end):
        return element(
            "line",
            x1=left,
            y1=y,
            x2=right,
            y2=y,
            stroke=colour,
            stroke_width=1.4,
            stroke_dasharray="2 6",
            class_=f"possible {shade}",
        )
    return element(
        "rect",
        x=left,
        y=y - BAR / 2,
        width=max(3.0, right - left),
        height=BAR,
        rx=3,
        fill="none" if bar.implied else "url(#hatch)",
        stroke=colour,
        stroke_width=1.2,
        stroke_dasharray="5 3" if bar.implied else None,
        class_=f"possible {shade}",
    )


def _side(day: int, axis: _Axis, way: int) -> float:
    """Where a bar ends; a side that nothing bounds runs to the edge of the axis."""
    if day <= OPEN_PAST or day >= OPEN_FUTURE:
        return axis.x(axis.first if way < 0 else axis.last) + way * TAIL / 2
    return axis.x(day)


def _chevron(x: float, y: float, way: int) -> Markup:
    points = f"{x + 3 * way:.1f},{y - 6} {x + 10 * way:.1f},{y} {x + 3 * way:.1f},{y + 6}"
    return element(
        "polyline", points=points, fill="none", stroke=ATTESTED, class_="chevron", stroke_width=1.6
    )


def _flag(flag: Flag, axis: _Axis) -> Markup:
    middle = (axis.x(flag.days.lo) + axis.x(flag.days.hi)) / 2
    y = TOP - 24
    points = f"{middle:.1f},{y - 7} {middle + 7:.1f},{y} {middle:.1f},{y + 7} {middle - 7:.1f},{y}"
    fill = DISPUTED if flag.closing else ATTESTED
    return element(
        "g",
        title(flag.said),
        element(
            "line",
            x1=axis.x(flag.days.lo),
            x2=axis.x(flag.days.hi),
            y1=y,
            y2=y,
            stroke=fill,
            stroke_width=2,
            class_="flag",
        ),
        element(
            "polygon", points=points, fill=fill, class_="flag closing" if flag.closing else "flag"
        ),
    )


def _known(days: Range) -> bool:
    return days.lo > OPEN_PAST or days.hi < OPEN_FUTURE
