"""One person's itinerary: stays in order, the steps between, where last documented, what closes it.

In every answer a `certainty` of None says "order not determined": there are more admissible orders
than were tried, and those that were tried do not settle it. *Contradictory*: no world is admissible
with everything that is claimed; `otherwise` then holds the value without the constraints named in
`dropped`.
"""

from dataclasses import dataclass

from graph.answer.terms import DayCount, Terms
from graph.entity import Attribute
from graph.event import Contradiction, Event, HopKind, OneOf, Stay, Support, Transfer
from graph.period import Certainty, Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A stay in its place in a history.

    `stay` is as its own claims bound it; `start` and `end` are what the whole history leaves
    (hulls of all worlds). `group` is set if the person is there as a member of that group.
    `beside` are claims of other happenings that give those of the days which its own do not.
    """

    stay: Stay
    start: Range
    end: Range
    group: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one stay to the one that follows.

    Attested: a transfer tells of it. Inferred: "later documented at", never "moved". `order`:
    whether `earlier` ends no later than `later` starts; `adjacent`: that, and no other stay of the
    person lies between. `gap`: undocumented days between. Of a move that is told of, `starts` and
    `ends` are the claims that give departure and arrival as they are, of the move and beside it.
    """

    kind: HopKind
    earlier: str
    later: str
    origin: str
    destination: str
    transfer: str | None
    departure: Range
    arrival: Range
    order: Certainty | None
    adjacent: Certainty | None
    gap: DayCount
    support: Support
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @property
    def dated_beside(self) -> bool:
        """Whether a date is given by claims that do not tell of the move itself."""
        return not {*self.starts, *self.ends} <= set(self.support.claims)

    @property
    def sure(self) -> bool:
        """Whether the one certainly follows the other next, or a transfer tells of it."""
        certain = self.order is Certainty.CERTAIN and self.adjacent is Certainty.CERTAIN
        return certain or self.transfer is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndecidedOrder:
    """Two stays of which neither certainly comes first: "order not determined"."""

    stays: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDocumented:
    """A stay that may be the last one, and the last day of it that is documented.

    `day` is the earliest possible end, None where no day of it is documented; `days` is as far as
    the sources that pin it may mean: what is said "in April" is never told as 1 April. `since`
    counts from there to a date that was given, never to today.
    """

    stay: str
    facility: str
    day: int | None
    days: Range | None
    end: Range
    certainty: Certainty | None
    support: Support
    since: DayCount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Exchange, release, death or another end; `certainty`: it comes after the last stay."""

    event: Event
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Itinerary:
    """What is known of one person's way; `unplaced` are transfers with an unknown end.

    `dropped` are pairs of stays that contradict each other: that one of them came first was not
    asked of the rest. `aside` are people who share days with this one but whose own claims
    contradict each other: their histories bound nothing here.
    """

    terms: Terms
    person: str
    presences: tuple[Presence, ...]
    steps: tuple[Step, ...]
    undecided: tuple[UndecidedOrder, ...]
    unplaced: tuple[Transfer, ...]
    consistent: bool
    dropped: tuple[tuple[str, str], ...]
    aside: tuple[str, ...]

    @property
    def anywhere(self) -> frozenset[str]:
        """Stays that certainly come neither before nor after any other of at least two."""
        beside: dict[str, set[str]] = {p.stay.id: set() for p in self.presences}
        for pair in self.undecided:
            one, other = pair.stays
            beside[one].add(other)
            beside[other].add(one)
        others = len(beside) - 1
        return frozenset(s for s, open_to in beside.items() if len(open_to) == others > 1)

    def surely_after(self, stay: str) -> list[Step]:
        """What certainly follows a stay next, or is told of."""
        return [s for s in self.steps if s.earlier == stay and s.sure]

    def perhaps_after(self, stay: str) -> list[Step]:
        """What may follow a stay, at another facility; one step for each.

        What may come anywhere in the order is told by itself, and follows nothing.
        """
        maybe = [
            s
            for s in self.steps
            if s.earlier == stay
            and not s.sure
            and s.origin != s.destination
            and self.anywhere.isdisjoint((s.earlier, s.later))
        ]
        return list({s.destination: s for s in maybe}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A group that the person belongs to, by itself or by way of another, and who says so."""

    group: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswer:
    """Everything about one person that this reader may read."""

    terms: Terms
    person: str
    attributes: tuple[Attribute, ...]
    groups: tuple[Membership, ...]
    itinerary: Itinerary
    last: tuple[LastDocumented, ...]
    closings: tuple[Closing, ...]
    events: tuple[Event, ...]
    contradictions: tuple[Contradiction, ...]
    one_of: tuple[OneOf, ...]
    documents: tuple[str, ...]

    @property
    def dated_last(self) -> tuple[LastDocumented, ...]:
        """Those that may be the last and have a documented day; if none has one, all."""
        return tuple(x for x in self.last if x.day is not None) or self.last

    def later_than(self, last: LastDocumented) -> tuple[Event, ...]:
        """What certainly happened after the last day documented, and puts the person nowhere."""
        if last.days is None:
            return ()
        day = last.days.hi
        return tuple(e for e in self.events if all(b.start.lo > day for b in e.bounds))
