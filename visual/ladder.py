"""A way as a ladder: stations below each other, hops between them, solid or dashed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visual.svg import (
    ATTESTED,
    DISPUTED,
    PAPER,
    Number,
    element,
    fitting,
    link,
    picture,
    title,
    words,
)

WIDTH, X, TOP, RUNG = 620, 26, 30, 92
STATION = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A facility on the way, and when somebody was there."""

    name: str
    href: str
    when: str
    implied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The hop from one station to the next; `said` and `detail` are two lines of words."""

    said: str
    detail: str
    dashed: bool
    thick: bool
    disputed: bool


def draw(label: str, stations: Sequence[Station], rungs: Sequence[Rung]) -> Markup:
    """The picture of one way; there is one rung fewer than stations."""
    height = TOP + RUNG * max(0, len(stations) - 1) + 44
    return picture(
        [
            *(_rung(rung, TOP + RUNG * i) for i, rung in enumerate(rungs)),
            *(_station(station, TOP + RUNG * i) for i, station in enumerate(stations)),
        ],
        width=WIDTH,
        height=height,
        label=label,
        class_="ladder",
    )


def _station(station: Station, y: Number) -> Markup:
    circle = element(
        "circle",
        cx=X,
        cy=y,
        r=STATION,
        fill=PAPER,
        stroke=ATTESTED,
        stroke_width=3,
        stroke_dasharray="4 3" if station.implied else None,
        class_="station",
    )
    return link(
        station.href,
        f"{station.name}. {station.when}",
        title(f"{station.name}. {station.when}"),
        circle,
        words(
            fitting(station.name, WIDTH - 70, 15),
            X + 24,
            y + 1,
            size=15,
            bold=True,
            class_="ink link",
        ),
        words(fitting(station.when, WIDTH - 70, 12), X + 24, y + 18, size=12, class_="muted"),
    )


def _rung(rung: Rung, y: Number) -> Markup:
    start, end = y + STATION + 2, y + RUNG - STATION - 3
    colour = DISPUTED if rung.disputed else ATTESTED
    kind = "disputed" if rung.disputed else "attested"
    line = element(
        "line",
        x1=X,
        y1=start,
        x2=X,
        y2=end - 8,
        stroke=colour,
        stroke_width=6 if rung.thick else 2.5,
        stroke_dasharray="7 5" if rung.dashed else None,
        class_=f"hop {kind}",
    )
    tip = f"{X - 6},{end - 9} {X + 6},{end - 9} {X},{end + 1}"
    return element(
        "g",
        title(f"{rung.said}. {rung.detail}"),
        line,
        element("polygon", points=tip, fill=colour, class_=f"tip {kind}"),
        words(fitting(rung.said, WIDTH - 100, 12.5), X + 44, y + 46, size=12.5),
        words(fitting(rung.detail, WIDTH - 100, 11.5), X + 44, y + 62, size=11.5, class_="muted"),
    )
