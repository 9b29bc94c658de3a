"""All admissible worlds of people whose histories hang together, as a union of networks.

A world gives a day to the start and end of each stay and transfer (definition: worlds.py). Shared
days are one node (W3), orders that nothing decides branch (W5), alternatives branch. What the
networks say together is exact unless `complete` is false: then more branches exist than were
followed, and `value` says None, "order not determined", wherever the others might tip it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.period import OPEN_FUTURE, OPEN_PAST, Certainty, Range
from graph.questions.network import EPOCH, UNBOUNDED, Constraint, Network


@dataclass(frozen=True, kw_only=True, eq=False)
class Histories:
    """The worlds of one component of people.

    `start` and `end` give the nodes of stays and transfers. `loosest` are networks that leave
    undecided orders open: their union holds every world, and more. `proven`: each of `networks`
    holds a world of the whole component. If nothing is admissible, `consistent` is false and the
    networks are those without the constraints `dropped` between two stays. `aside` are people tied
    to these whose own claims contradict each other: their histories bound nothing here.
    """

    people: tuple[str, ...]
    start: dict[str, int]
    end: dict[str, int]
    networks: tuple[Network, ...]
    loosest: tuple[Network, ...]
    complete: bool
    proven: bool
    consistent: bool
    dropped: tuple[tuple[str, str], ...] = ()
    aside: tuple[str, ...] = ()

    def value(self, *constraints: Constraint) -> Certainty | None:
        """In all, some or none of the worlds these hold together; None: not determined."""
        if not self.consistent:
            return Certainty.CONTRADICTORY
        return self.otherwise([constraints])

    def otherwise(self, cases: Sequence[Sequence[Constraint]]) -> Certainty | None:
        """The value of "one of these cases holds" once the conflicting constraints are dropped.

        Certain only if one case alone holds in all worlds.
        """
        if not self.networks or not self.proven:
            return None
        if self.complete:
            return _value(self.networks, cases)
        outer = _value(self.loosest, cases)
        if outer is not Certainty.POSSIBLE:
            return outer
        inner = _value(self.networks, cases)
        return inner if inner is Certainty.POSSIBLE else None

    def possibly(self, cases: Sequence[Sequence[Constraint]]) -> Certainty | None:
        """Possible if one of the cases holds in some world; for what is known not to be certain."""
        found = self.otherwise(cases)
        return Certainty.POSSIBLE if found is Certainty.CERTAIN else found

    def before(self, earlier: str, later: str) -> Constraint:
        """The earlier ends no later than the later starts."""
        return (self.start[later], self.end[earlier], 0)

    def starts_before_end(self, item: str, of: str) -> Constraint:
        """The item starts on a day before the other ends."""
        return (self.end[of], self.start[item], -1)

    def ends_after_start(self, item: str, of: str) -> Constraint:
        """The item ends on a day after the other starts."""
        return (self.end[item], self.start[of], -1)

    @property
    def widest(self) -> tuple[Network, ...]:
        """Networks that together miss no world."""
        return self.networks if self.complete else self.loosest or self.networks

    def hull(self, node: int) -> Range:
        """The days of a node over all worlds, from the least to the greatest."""
        low = max((n.bound[node][EPOCH] for n in self.widest), default=UNBOUNDED)
        high = max((n.bound[EPOCH][node] for n in self.widest), default=UNBOUNDED)
        return Range(
            OPEN_PAST if low >= UNBOUNDED else -low, OPEN_FUTURE if high >= UNBOUNDED else high
        )

    def least(self, i: int, j: int) -> int | None:
        """The least of day j minus day i over all worlds; None: no bound."""
        found = max((n.bound[j][i] for n in self.widest), default=UNBOUNDED)
        return None if found >= UNBOUNDED else -found


def _value(networks: Sequence[Network], cases: Sequence[Sequence[Constraint]]) -> Certainty:
    if any(all(n.implies(c) for n in networks for c in case) for case in cases):
        return Certainty.CERTAIN
    if any(n.allows(case) for n in networks for case in cases):
        return Certainty.POSSIBLE
    return Certainty.IMPOSSIBLE
