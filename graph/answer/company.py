"""Who was held with whom, who was moved with whom."""

from dataclasses import dataclass, replace
from enum import StrEnum

from graph.answer.terms import DayCount, Tally, Terms
from graph.event import Support
from graph.period import Certainty, Range

MOST_PAIRS = 200  # of an answer, where nobody asks for more: three hundred people make 45,000


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedStay:
    """Two attested stays at one facility that have, or may have, a calendar day in common.

    `days` counts common calendar days; *touching*: at most one, on which one of them ends, so that
    hours would decide. `common` is the hull of the common days of all worlds.
    """

    facility: str
    stays: tuple[str, str]
    certainty: Certainty | None
    days: DayCount
    touching: bool
    common: Range
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Codetained:
    """Two holders of shared stays; `days` are bounds over all of them.

    `maybe_one`: nothing that is read tells the two apart, so they may be one and the same; then
    nothing of it is certain, and the least number of days is 0.
    """

    one: str
    other: str
    maybe_one: bool
    certainty: Certainty | None
    days: DayCount
    shared: tuple[SharedStay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodetentionAnswer:
    """Co-detention of a person, of a pair, or at a facility in a period.

    `pairs` are the most certain and the longest first; `in_all` and `tally` count every pair, also
    where only the first are here.
    """

    terms: Terms
    facility: str | None
    pairs: tuple[Codetained, ...]
    in_all: int
    tally: Tally

    def first(self, most: int) -> "CodetentionAnswer":
        """The same with no more pairs than that."""
        return replace(self, pairs=self.pairs[:most])


class Together(StrEnum):
    """What ties two people to one move."""

    SAME_TRANSFER = "same_transfer"  # one transfer of a group both belong to
    SAME_TELLING = "same_telling"  # one claim names both


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """A person or group moved with the person asked about."""

    who: str
    tie: Together
    transfers: tuple[str, str]
    origin: str | None
    destination: str | None
    departure: Range
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedWithAnswer:
    """Who was moved with a person, by transfer."""

    terms: Terms
    person: str
    companions: tuple[Companion, ...]
