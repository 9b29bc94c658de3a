"""One facility: who was there when, flows by month, events, disagreement; and flows in general."""

from dataclasses import dataclass

from graph.answer.history import Presence
from graph.answer.terms import Tally, Terms
from graph.entity import Attribute
from graph.event import Contradiction, Event, OneOf, Support
from graph.period import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupant:
    """A person or group at the facility; `certainty`: on a day of the window asked about.

    Without a window it says whether the presence has an admissible world at all.
    """

    who: str
    presence: Presence
    certainty: Certainty | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Transfers from one facility to another in one month, and the people they moved.

    `month` is ISO ("2022-05"). Certain: departed in that month (and in the window asked about) in
    all worlds; possible: in some, not all, so one transfer may count as possible in two months.
    People: at least those moved certainly, at most all; one told of alone who may have been of a
    convoy is not counted twice in the least, nor one who was a member of it in the most. An end of
    None is unknown.
    """

    origin: str | None
    destination: str | None
    month: str
    certain: int
    possible: int
    people_least: int
    people_most: int
    transfers: tuple[str, ...]
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """Transfers between two facilities which no month can be given to."""

    origin: str | None
    destination: str | None
    transfers: tuple[str, ...]
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowsAnswer:
    """Flows facility by facility by month; what is too vague for a month stands in `undated`."""

    terms: Terms
    flows: tuple[Flow, ...]
    undated: tuple[Undated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One property for which sources give different values, each with its claims."""

    property: str
    values: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastHere:
    """A person whose last documented place this is, unless an end of captivity certainly followed.

    `certainty` as in `LastDocumented`: possible where the order of the last stays is open.
    """

    who: str
    day: int | None
    certainty: Certainty | None
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityAnswer:
    """Everything about one facility that this reader may read.

    `unnamed` of the transfers that are counted here are of people whom no source names.
    """

    terms: Terms
    facility: str
    attributes: tuple[Attribute, ...]
    disagreements: tuple[Disagreement, ...]
    occupants: tuple[Occupant, ...]
    present: Tally
    last_here: tuple[LastHere, ...]
    arrivals: tuple[Flow, ...]
    departures: tuple[Flow, ...]
    undated: tuple[Undated, ...]
    unnamed: int
    events: tuple[Event, ...]
    contradictions: tuple[Contradiction, ...]
    one_of: tuple[OneOf, ...]
    documents: tuple[str, ...]
