"""A person's stays as a strip of months: one row a stay, one sign a month or a few."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.answer.history import Presence
from graph.event import HopKind
from graph.period import OPEN_FUTURE, OPEN_PAST, calendar_date
from visual.text.sheet import Sheet

LABEL = 30
MOST_SIGNS = 66
SCALES = (1, 2, 3, 6, 12, 24, 60, 120, 1200)
SURE, MAYBE, IMPLIED, BEFORE, AFTER = "█", "░", "▒", "←", "→"
LEGEND = {SURE: "strip.sure", MAYBE: "strip.maybe", IMPLIED: "strip.implied"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    first: int  # months since the year 0
    last: int
    scale: int

    def column(self, month: int) -> int:
        return (month - self.first) // self.scale

    @property
    def width(self) -> int:
        return self.column(self.last) + 1


def strip(sheet: Sheet, presences: Sequence[Presence]) -> None:
    """The strip with its years and legend; nothing where no stay has a date."""
    dated = [p for p in presences if _days(p)]
    if not dated:
        return
    axis = _axis([d for p in dated for d in _days(p)])
    sheet.raw("")
    sheet.raw(" " * (LABEL + 4) + _years(axis))
    drawn = ""
    for presence in dated:
        label = sheet.name(presence.stay.at)
        short = label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"
        drawn += (row := _row(presence, axis))
        sheet.raw(f"  {short.ljust(LABEL)} {row}")
    legend = [sheet.t(key) for sign, key in LEGEND.items() if sign in drawn]
    if BEFORE in drawn or AFTER in drawn:
        legend.append(sheet.t("strip.open"))
    if axis.scale > 1:
        legend.append(sheet.t("strip.scale", n=axis.scale))
    sheet.raw(f"  {'   '.join(legend)}")


def _days(presence: Presence) -> list[int]:
    bounds = (presence.start.lo, presence.start.hi, presence.end.lo, presence.end.hi)
    return [d for d in bounds if OPEN_PAST < d < OPEN_FUTURE]


def _month(day: int) -> int:
    date = calendar_date(day)
    return 0 if date is None else date.year * 12 + date.month - 1


def _axis(days: Sequence[int]) -> _Axis:
    first, last = _month(min(days)), _month(max(days))
    scale = next(s for s in SCALES if (last - first) // s < MOST_SIGNS or s == SCALES[-1])
    return _Axis(first=first - first % scale, last=last, scale=scale)


def _years(axis: _Axis) -> str:
    """Each year where it starts, as many as fit; the first where the strip starts."""
    signs = [" "] * (axis.width + 4)
    free = 0
    for month in range(axis.first, axis.last + 1):
        at = axis.column(month)
        starts = month % 12 == 0 or month == axis.first
        room = month == axis.first and axis.column(month + 12 - month % 12) < at + 5
        if starts and at >= free and not (room and month % 12):
            signs[at : at + 4] = str(month // 12)
            free = at + 5
    return "".join(signs).rstrip()


def _row(presence: Presence, axis: _Axis) -> str:
    start, end = presence.start, presence.end
    known = _days(presence)
    signs = [" "] * axis.width
    possible = IMPLIED if presence.stay.kind is not HopKind.ATTESTED else MAYBE
    for at in range(axis.column(_month(min(known))), axis.column(_month(max(known))) + 1):
        signs[at] = possible
    if OPEN_PAST < start.hi <= end.lo < OPEN_FUTURE and possible is MAYBE:
        for at in range(axis.column(_month(start.hi)), axis.column(_month(end.lo)) + 1):
            signs[at] = SURE
    left = BEFORE if start.lo <= OPEN_PAST else " "
    right = AFTER if end.hi >= OPEN_FUTURE else ""
    body = "".join(signs)
    return left.rjust(1) + body.rstrip() + right if body.strip() else body
