"""Knowledge by hand: invented people named by a letter, facilities by a capital."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.claim import Claim, Kind
from graph.clearance import Clearance, Reader
from graph.document import Passage
from graph.entity import Attribute, Entity
from graph.event import Bounds, Contradiction, Event, HopKind, OneOf, Stay, Support, Transfer
from graph.evidence import Evidence
from graph.fold.bounds import meet
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, UNDATED, Period, Range

Named = TypeVar("Named")
Days = tuple[int | None, int | None] | int


def days(stated: Days) -> Range:
    """A day, or first and last; None leaves a side open."""
    first, last = stated if isinstance(stated, tuple) else (stated, stated)
    return Range(OPEN_PAST if first is None else first, OPEN_FUTURE if last is None else last)


@dataclass
class World:
    """A Knowledge under construction; ids are the names given."""

    entities: dict[str, Entity] = field(default_factory=dict)
    stays: dict[str, Stay] = field(default_factory=dict)
    transfers: dict[str, Transfer] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    one_of: list[OneOf] = field(default_factory=list)
    contradictions: dict[str, Contradiction] = field(default_factory=dict)

    def entity(self, i: str, kind: Kind, **attributes: str | tuple[str, ...]) -> str:
        """An entity; a name is claimed of it unless one is given."""
        attributes.setdefault("name", f"name of {i}")
        made = [
            Attribute(property=p, value=v, claims=(f"{p}-of-{i}-{v}",))
            for p, values in sorted(attributes.items())
            for v in ((values,) if isinstance(values, str) else values)
        ]
        self.entities[i] = Entity(id=i, kind=kind, subjects=(i,), attributes=tuple(made))
        return i

    def stay(
        self,
        who: str,
        at: str,
        start: Days,
        end: Days,
        *more: tuple[Days, Days],
        kind: HopKind = HopKind.ATTESTED,
        arrived_by: str | None = None,
        left_by: str | None = None,
        grade: Grade = Grade.REPORTED,
    ) -> str:
        """A stay; `more` are alternatives."""
        self._known(who, at)
        name = f"{who}@{at}{len(self.stays)}"
        self.stays[name] = Stay(
            id=name,
            who=who,
            at=at,
            kind=kind,
            bounds=tuple(Bounds(start=days(s), end=days(e)) for s, e in ((start, end), *more)),
            support=self.support(name, grade=grade),
            arrived_by=arrived_by,
            left_by=left_by,
        )
        return name

    def transfer(
        self,
        who: str | None,
        origin: str | None,
        destination: str | None,
        departure: Days,
        arrival: Days,
        *more: tuple[Days, Days],
        grade: Grade = Grade.REPORTED,
        lineages: int = 1,
        told_in: tuple[str, ...] = (),
        size: tuple[int, int] = (1, 1),
    ) -> str:
        """A transfer, without the stays that it implies."""
        self._known(who, origin, destination)
        name = f"{origin}>{destination}{len(self.transfers)}"
        self.transfers[name] = Transfer(
            id=name,
            who=who,
            origin=origin,
            destination=destination,
            kind=HopKind.ATTESTED,
            bounds=tuple(
                Bounds(start=days(d), end=days(a)) for d, a in ((departure, arrival), *more)
            ),
            support=self.support(name, grade=grade, lineages=lineages),
            told_in=told_in,
            together=told_in,
            size_least=size[0],
            size_most=size[1],
        )
        return name

    def move(self, who: str, origin: str, destination: str, departure: Days, arrival: Days) -> str:
        """A transfer with the two stays that it implies."""
        made = self.transfer(who, origin, destination, departure, arrival)
        left, came = days(departure), days(arrival)
        self.stay(who, origin, (None, left.hi), departure, kind=HopKind.IMPLIED, left_by=made)
        self.stay(who, destination, arrival, (came.lo, None), kind=HopKind.IMPLIED, arrived_by=made)
        return made

    def event(
        self,
        kind: str,
        who: str | None,
        on: Days,
        *,
        at: str | None = None,
        legal: bool = False,
        roles: tuple[tuple[str, str], ...] = (),
        details: tuple[tuple[str, str], ...] = (),
    ) -> str:
        """An event on a day."""
        self._known(who, at)
        name = f"{kind}{len(self.events)}"
        self.events[name] = Event(
            id=name,
            type=kind,
            legal=legal,
            who=who,
            at=at,
            roles=roles,
            details=details,
            bounds=(Bounds(start=days(on), end=days(on)),),
            support=self.support(name),
        )
        return name

    def group(self, name: str, *members: str) -> str:
        """A group; people joined these to it."""
        self.entity(name, Kind.GROUP)
        self._known(*members)
        self.members[name] = members
        return name

    def before(
        self,
        first: str,
        then: str,
        *,
        least: int | None = None,
        most: int | None = None,
        told: Mapping[str, Period] = {},
    ) -> str:
        """A claim that one happening came before another; `told` dates the tellings of stays."""
        for item in (first, then):
            subject = f"told-{item}"
            self.claim(subject, "held_at", subject=subject, period=told.get(item, UNDATED))
            self.events_of[subject] = (item,)
        details = (("least_days", least), ("most_days", most))
        return self.claim(
            f"{first} before {then}",
            "before",
            roles=(("first", f"told-{first}"), ("then", f"told-{then}")),
            details=tuple((k, str(v)) for k, v in details if v is not None),
        )

    def claim(self, name: str, what: str, **fields: object) -> str:
        """A claim by itself."""
        known = {"subject": name, "passage": Passage(text="text", start=0, end=1), **fields}
        self.claims[name] = Claim(id=name, property=what, **known)
        return name

    def support(self, name: str, *, grade: Grade = Grade.REPORTED, lineages: int = 1) -> Support:
        """One claim in one document."""
        return Support(
            claims=(f"claim-{name}",),
            documents=(f"document-{name}",),
            lineages=tuple(f"lineage-{name}-{i}" for i in range(lineages)),
            grade=grade,
        )

    def _known(self, *names: str | None) -> None:
        for name in names:
            if name is not None and name not in self.entities:
                self.entity(name, Kind.FACILITY if name[0].isupper() else Kind.PERSON)

    def _shared(self) -> dict[str, tuple[str, ...]]:
        """What befell their groups, in any depth, for every member."""
        found: dict[str, set[str]] = {}

        def give(group: str, happenings: set[str]) -> None:
            for member in self.members.get(group, ()):
                if not happenings <= found.get(member, set()):
                    found.setdefault(member, set()).update(happenings)
                    give(member, happenings)

        for group in self.members:
            befell = {s.id for s in self.stays.values() if s.who == group}
            befell |= {t.id for t in self.transfers.values() if t.who == group}
            give(group, befell)
        return {
            member: tuple(sorted(i for i in ids if not self._told_already(member, i)))
            for member, ids in found.items()
        }

    def _told_already(self, member: str, happening: str) -> bool:
        """As in the fold: a stay of the member stands for one of the group that it can be."""
        stay = self.stays.get(happening)
        return stay is not None and any(
            own.who == member and own.at == stay.at and meet(a, b)
            for own in self.stays.values()
            for a in own.bounds
            for b in stay.bounds
        )

    def knowledge(self) -> Knowledge:
        """The value."""
        return Knowledge(
            reader=Reader(clearance=Clearance.PUBLIC),
            snapshot="by hand",
            evidence=Evidence(claims=self.claims),
            entities=_sorted(self.entities),
            stays=_sorted(self.stays),
            transfers=_sorted(self.transfers),
            events=_sorted(self.events),
            nexts={},
            members=self.members,
            shared=self._shared(),
            one_of=tuple(self.one_of),
            contradictions=self.contradictions,
            entity_of={s: e.id for e in self.entities.values() for s in e.subjects},
            events_of=self.events_of,
            readable_texts=frozenset(),
        )


def _sorted(values: Mapping[str, Named]) -> dict[str, Named]:
    return dict(sorted(values.items()))
