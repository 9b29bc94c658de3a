"""Tellings: one claim about one person, group or nobody in particular, ready to be joined."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.claim import Claim
from graph.event import Bounds
from graph.fold.clusters import Clusters
from graph.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one claim says of one happening; entities by the least subject of their cluster.

    Of a transfer `bounds` are departure and arrival (A1: one stated date bounds both), of a stay
    start and end as the source states them, of another event its first and last day.
    """

    claim: Claim
    who: str | None
    bounds: Bounds
    origin: str | None = None
    destination: str | None = None
    at: str | None = None

    @property
    def happening(self) -> str:
        """The happening as told."""
        return self.claim.subject


def tellings(claim: Claim, joined: Clusters) -> Iterator[Telling]:
    """One telling a person or group in the role *who*, one without any if there is none."""

    def entity(role: str) -> str | None:
        subject = claim.role(role)
        return None if subject is None else joined.of(subject)

    bounds = Bounds(start=claim.period.start, end=claim.period.end)
    named: list[str | None] = [*sorted({joined.of(s) for s in claim.all_in_role("who")})]
    for who in named or [None]:
        yield Telling(
            claim=claim,
            who=who,
            bounds=bounds,
            origin=entity("from"),
            destination=entity("to"),
            at=entity("at") or (entity("of") if claim.property == "headed" else None),
        )


def presence(period: Period) -> Bounds:
    """What a stated period says of the stay: a sighting leaves both of its ends open."""
    start, end = period.presence()
    return Bounds(start=start, end=end)


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """What people judged of happenings: which tellings are one and which are two."""

    one: Mapping[str, str]  # happening → least happening judged the same
    two: frozenset[tuple[str, str]]  # pairs of those, in order

    def same(self, a: Telling, b: Telling) -> bool:
        """Whether people joined the two."""
        return self._of(a) == self._of(b)

    def different(self, a: Telling, b: Telling) -> bool:
        """Whether people hold the two apart."""
        low, high = sorted((self._of(a), self._of(b)))
        return (low, high) in self.two

    def _of(self, telling: Telling) -> str:
        return self.one.get(telling.happening, telling.happening)
