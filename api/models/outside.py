"""Turns parts of answers into what may leave the process, and remembers what was cited."""

from collections.abc import Iterable

from api.asking import Asking
from api.models.base import (
    AttributeModel,
    BoundsModel,
    ContradictionModel,
    DayCountModel,
    Days,
    EventModel,
    OneOfModel,
    Ref,
    SourceModel,
    SupportModel,
    TallyModel,
    TermsModel,
)
from graph.answer.terms import DayCount, Tally, Terms
from graph.entity import Attribute
from graph.event import Bounds, Contradiction, Event, OneOf, Support
from graph.period import Range, calendar_date
from visual.citation import citation, described


class Outside:
    """For one answer. Only outward ids pass; `sources` lists every claim that was named."""

    def __init__(self, asking: Asking) -> None:
        self._knowledge = asking.knowledge
        self._outward = asking.outward
        self._text = asking.text
        self._cited: dict[str, None] = {}

    def id(self, inner: str) -> str:
        """The outward id."""
        return self._outward(inner)

    def ref(self, entity: str) -> Ref:
        """An entity."""
        known = self._knowledge.entities[entity]
        return Ref(id=self.id(entity), kind=known.kind, label=known.label)

    def maybe(self, entity: str | None) -> Ref | None:
        """An entity, if there is one."""
        return None if entity is None else self.ref(entity)

    def document(self, document: str) -> Ref:
        """A document by its title."""
        title = described(self._knowledge, document, "title") or ""
        return Ref(id=self.id(document), kind="document", label=title)

    def documents(self, documents: Iterable[str]) -> list[Ref]:
        """Documents in order of their titles."""
        return sorted((self.document(d) for d in documents), key=lambda r: (r.label, r.id))

    def claims(self, claims: Iterable[str]) -> list[str]:
        """Ids of claims, which become sources of this answer."""
        listed = list(claims)
        self._cited.update(dict.fromkeys(listed))
        return [self.id(claim) for claim in listed]

    def support(self, support: Support) -> SupportModel:
        """What a statement rests on."""
        return SupportModel(
            grade=support.grade,
            lineages=len(support.lineages),
            claims=self.claims(support.claims),
            documents=[self.id(d) for d in support.documents],
        )

    def sources(self) -> list[SourceModel]:
        """Every claim named so far, with its words."""
        return [self._source(claim) for claim in self._cited]

    def terms(self, terms: Terms) -> TermsModel:
        """The conditions under which the answer holds."""
        return TermsModel(
            snapshot=self.id(terms.snapshot),
            assumptions=list(terms.assumptions),
            window=None if terms.window is None else days(terms.window),
        )

    def attributes(self, attributes: Iterable[Attribute]) -> list[AttributeModel]:
        """What sources say of an entity."""
        return [
            AttributeModel(property=a.property, value=a.value, claims=self.claims(a.claims))
            for a in attributes
        ]

    def contradictions(self, found: Iterable[Contradiction]) -> list[ContradictionModel]:
        """Disagreements, both sides."""
        return [
            ContradictionModel(
                id=self.id(c.id),
                type=c.type,
                about=self.ref(c.about),
                property=c.property,
                one=self.claims(c.one),
                other=self.claims(c.other),
            )
            for c in found
            if c.about in self._knowledge.entities
        ]

    def one_of(self, found: Iterable[OneOf]) -> list[OneOfModel]:
        """Tellings that fit several happenings."""
        return [
            OneOfModel(claim=self.claims((o.claim,))[0], fits=[self.id(f) for f in o.fits])
            for o in found
        ]

    def event(self, event: Event) -> EventModel:
        """Something that happened."""
        roles: dict[str, list[Ref]] = {}
        for role, entity in event.roles:
            roles.setdefault(role, []).append(self.ref(entity))
        details: dict[str, list[str]] = {}
        for name, value in event.details:
            details.setdefault(name, []).append(value)
        return EventModel(
            id=self.id(event.id),
            type=event.type,
            legal=event.legal,
            who=self.maybe(event.who),
            at=self.maybe(event.at),
            bounds=bounds(event.bounds),
            roles=roles,
            details=details,
            support=self.support(event.support),
        )

    def _source(self, claim: str) -> SourceModel:
        cited = citation(self._knowledge, claim, text_of=self._text)
        return SourceModel(
            claim=self.id(claim),
            document=self.document(cited.document),
            property=cited.property,
            quote=cited.quote,
            page=cited.page,
            polarity=cited.polarity,
            told=cited.told,
        )


def days(within: Range) -> Days:
    """A range of days as dates."""
    return Days(earliest=calendar_date(within.lo), latest=calendar_date(within.hi))


def bounds(alternatives: Iterable[Bounds]) -> list[BoundsModel]:
    """Alternatives that no day joins, in order."""
    return [BoundsModel(start=days(b.start), end=days(b.end)) for b in alternatives]


def day_count(count: DayCount) -> DayCountModel:
    """A number of days."""
    return DayCountModel(least=count.least, most=count.most)


def tally(count: Tally) -> TallyModel:
    """How many hold in all worlds, in some, or undetermined."""
    return TallyModel(
        certain=count.certain, possible=count.possible, undetermined=count.undetermined
    )
