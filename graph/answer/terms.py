"""What an answer rests on: version, assumptions, window, and how it counts."""

from dataclasses import dataclass
from enum import StrEnum

from graph.period import Certainty, Range


class Assumption(StrEnum):
    """What is taken for granted in answers about time, and printed with them."""

    A1 = "a1"  # one stated date of a transfer bounds departure and arrival alike
    A2 = "a2"  # sightings up to 31 days apart, and nothing between, are one stay
    W5 = "w5"  # nobody is at two places that exclude each other at one time
    T1 = "t1"  # a town that a source names alone may stand for the facility asked about


TIME_ASSUMPTIONS = (Assumption.A1, Assumption.A2, Assumption.W5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which conditions the answer holds.

    `snapshot` names the knowledge asked; `window` the days asked about, None for all.
    """

    snapshot: str
    assumptions: tuple[Assumption, ...] = ()
    window: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """A number of calendar days between `least` and `most`; None: without a bound."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many hold in all worlds, how many in some, for how many the order is not determined."""

    certain: int = 0
    possible: int = 0
    undetermined: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    """A count; where `exact` is false counting was cut short: "at least `number`"."""

    number: int
    exact: bool = True


def tally(values: "list[Certainty | None]") -> Tally:
    """Counts by value; None is "order not determined"; impossible ones are not counted."""
    return Tally(
        certain=values.count(Certainty.CERTAIN),
        possible=values.count(Certainty.POSSIBLE),
        undetermined=values.count(None),
    )


def strength(certainty: Certainty | None) -> int:
    """For sorting: certain, possible, order not determined, contradictory, impossible."""
    return _ORDER.index(certainty)


_ORDER = (
    Certainty.CERTAIN,
    Certainty.POSSIBLE,
    None,
    Certainty.CONTRADICTORY,
    Certainty.IMPOSSIBLE,
)
