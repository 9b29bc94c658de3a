"""Three answers about ways from A to B, of three types, never worded alike.

`Itinerary` (graph.answer.history): one person's stays in order. `TravelledAnswer`: the same person
was at A and later at B. `ReachableAnswer`: connections in time through different people; they do
not show that anybody travelled the whole way.
"""

from dataclasses import dataclass
from enum import StrEnum

from graph.answer.history import Presence, Step
from graph.answer.terms import AtLeast, DayCount, Tally, Terms
from graph.event import HopKind, Support
from graph.period import Certainty, Range


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An end of a path: the facilities that it stands for; `region` if a region was asked."""

    facilities: tuple[str, ...]
    region: str | None = None

    def is_place_of(self, other: "End") -> bool:
        """Whether both stand for one and the same facility."""
        return self.facilities == other.facilities and len(self.facilities) == 1


class Lack(StrEnum):
    """What readable claims lack where there is no path."""

    ONE_PLACE = "one_place"
    MAYBE_ONE_PLACE = "maybe_one_place"
    NO_STAY_AT_ORIGIN = "no_stay_at_origin"
    NO_STAY_AT_DESTINATION = "no_stay_at_destination"
    NOBODY_AT_BOTH = "nobody_at_both"
    NO_TRANSFER_FROM_ORIGIN = "no_transfer_from_origin"
    NO_TRANSFER_TO_DESTINATION = "no_transfer_to_destination"
    NOT_IN_THAT_ORDER = "not_in_that_order"
    NOT_IN_WINDOW = "not_in_window"
    NOT_WITHIN_HOPS = "not_within_hops"
    NO_CONNECTION = "no_connection"


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelledRoute:
    """A part of one itinerary, from a stay at A to a later stay at B.

    `certainty`: in this order, within the window, past each `via` in turn, and neither A nor B nor
    a place to be avoided in between. `maybe_between` are stays of which it is not determined
    whether they lie on the route.
    """

    certainty: Certainty | None
    presences: tuple[Presence, ...]
    steps: tuple[Step, ...]
    maybe_between: tuple[str, ...]
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """A person documented first at A, later at B.

    `certainty` is of the best pair of stays, whatever lies between them. `otherwise` is set if the
    person's claims contradict each other: the value without the constraints in `dropped`.
    """

    person: str
    certainty: Certainty | None
    otherwise: Certainty | None
    dropped: tuple[tuple[str, str], ...]
    routes: tuple[TravelledRoute, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelledAnswer:
    """Persons documented first at A, later at B: so many certainly, so many possibly."""

    terms: Terms
    origin: End
    destination: End
    via: tuple[End, ...]
    avoid: tuple[End, ...]
    tally: Tally
    travellers: tuple[Traveller, ...]
    unnamed: int  # transfers, from the origin or to the destination, of people nobody names
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """One hop of a chain through different people.

    `hop` is the transfer, or the step between two stays if inferred; `who` None is a row without a
    person.
    """

    hop: str
    kind: HopKind
    who: str | None
    origin: str
    destination: str
    departure: Range
    arrival: Range
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Hops that follow each other in time; `certainty` is of the chain as a whole.

    `otherwise` is set if the claims about one of the people contradict each other: the value
    without the conflicting constraints.
    """

    certainty: Certainty | None
    otherwise: Certainty | None
    connections: tuple[Connection, ...]
    elapsed: DayCount


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachableRoute:
    """A sequence of facilities, each at most once, and the best of the chains along it.

    `count` is of chains; a route on which more were tried than is allowed, and none held, is left
    with a certainty of None.
    """

    facilities: tuple[str, ...]
    certainty: Certainty | None
    count: AtLeast
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachableAnswer:
    """Connections in time from A to B through different people.

    Best route first: certain before possible, attested before inferred, strongest weakest grade,
    more lineages on the thinnest hop, fewer hops, shorter, earlier. `within` bounds the days from
    first departure to last arrival.
    """

    terms: Terms
    origin: End
    destination: End
    via: tuple[End, ...]
    avoid: tuple[End, ...]
    max_hops: int
    within: int | None
    routes: tuple[ReachableRoute, ...]
    found: AtLeast
    lacks: tuple[Lack, ...]
