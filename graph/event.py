"""Happenings as the fold joined them: stays, transfers, other events, and what contradicts."""

from dataclasses import dataclass
from enum import StrEnum

from graph.grade import Grade
from graph.period import Certainty, Range


class HopKind(StrEnum):
    """How a stay or transfer is known."""

    ATTESTED = "attested"
    IMPLIED = "implied"  # a stay that a transfer bounds; never counted in co-detention
    INFERRED = "inferred"  # a transfer between two consecutive stays that nobody tells of


@dataclass(frozen=True, slots=True, order=True)
class Bounds:
    """One consistent pair of ranges: of a stay start and end, of a transfer departure, arrival."""

    start: Range
    end: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a statement rests on."""

    claims: tuple[str, ...]
    documents: tuple[str, ...]
    lineages: tuple[str, ...]
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One person or group at one facility; several bounds are alternatives that no day joins.

    `starts` and `ends` are the claims that bound its start and its end as they are.
    """

    id: str
    who: str
    at: str
    kind: HopKind
    bounds: tuple[Bounds, ...]
    support: Support
    arrived_by: str | None = None  # the transfer whose arrival is this stay's start
    left_by: str | None = None  # the transfer whose departure is this stay's end
    assumed: bool = False  # joined from sightings up to 31 days apart (A2)
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A move; either end may be unknown (None). Without `who` it is a row without a person.

    `starts` and `ends` are the claims that bound departure and arrival as they are.
    """

    id: str
    who: str | None
    origin: str | None
    destination: str | None
    kind: HopKind
    bounds: tuple[Bounds, ...]
    support: Support
    via: tuple[str, ...] = ()
    size_least: int = 1
    size_most: int = 1
    mode: str | None = None
    told_in: tuple[str, ...] = ()  # the happenings as told that it joins
    together: tuple[str, ...] = ()  # tellings that name several people: who was moved with whom
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Anything else that happened; `legal` tells the two sorts apart."""

    id: str
    type: str
    legal: bool
    who: str | None
    bounds: tuple[Bounds, ...]
    support: Support
    at: str | None = None
    roles: tuple[tuple[str, str], ...] = ()  # entity ids: court, judge, by …
    details: tuple[tuple[str, str], ...] = ()  # article, term, regime, …


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Two stays of one person of which nothing that is known lies between.

    *Attested* by a transfer, or *inferred*: "later documented at", never "moved". `order` says
    whether `earlier` comes first in all worlds or in some (one place at a time, W5); `adjacent`
    whether no other stay can lie between.
    """

    id: str
    who: str
    earlier: str
    later: str
    kind: HopKind
    order: Certainty
    adjacent: Certainty
    transfer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """A telling that fits several happenings which exclude each other: it joins none."""

    claim: str
    fits: tuple[str, ...]


class ContradictionType(StrEnum):
    """What kind of disagreement it is."""

    TWO_PLACES = "two_places"  # certainly at two facilities on one day
    END_BEFORE_START = "end_before_start"  # joined bounds that no day satisfies
    AFTER_END = "after_end"  # present or moved after death, exchange or release
    NUMBERS_DIFFER = "numbers_differ"  # one facility, two numbers, capacities …
    DATES_DIFFER = "dates_differ"  # tellings judged one happening, no common day
    PLACES_DIFFER = "places_differ"  # tellings of one happening, with other places
    TOLD_TWICE = "told_twice"  # two dates, nothing between that makes both possible
    TWO_HEADS = "two_heads"  # certainly two heads of one facility on one day
    DENIED = "denied"  # one source says so, another that it was not so
    CONTESTED_JOIN = "contested_join"  # a *same* that would join what is held apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two sides that cannot both hold; each with its claims."""

    id: str
    type: ContradictionType
    about: str  # the entity
    one: tuple[str, ...]
    other: tuple[str, ...]
    property: str | None = None
    judgements: tuple[str, ...] = ()  # of a contested join: its chain
