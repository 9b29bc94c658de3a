"""Names looked up, events, contradictions, and how two entities relate."""

from typing import ClassVar

from api.asking import Asking
from api.models.base import (
    Answer,
    ContradictionModel,
    EventModel,
    Model,
    Ref,
    SupportModel,
    TallyModel,
)
from api.models.company import CodetainedModel, CompanionModel, codetained_model, companion_model
from api.models.outside import Outside, tally
from graph.answer.lookup import (
    Candidate,
    ContradictionsAnswer,
    EventsAnswer,
    Link,
    RelationAnswer,
    SharedDocument,
)


class CandidateModel(Model):
    """What a name may mean: an entity, or a region by its ISO 3166-2 code."""

    entity: Ref | None
    region: str | None
    kind: str
    label: str
    name: str
    exact: bool
    context: dict[str, str]


class CandidatesModel(Model):
    """Everything a name may mean; more than one is for the asker to decide."""

    rows_in: ClassVar[str] = "candidates"
    candidates: list[CandidateModel]


class FoundEventModel(Model):
    """An event, and whether it lies in the window asked about."""

    event: EventModel
    certainty: str


class EventsModel(Answer):
    """Events in order of time."""

    rows_in: ClassVar[str] = "events"
    events: list[FoundEventModel]
    tally: TallyModel


class ContradictionsModel(Answer):
    """Contradictions, both sides with their claims."""

    rows_in: ClassVar[str] = "contradictions"
    contradictions: list[ContradictionModel]


class LinkModel(Model):
    """One step of a documented connection."""

    one: Ref
    other: Ref
    tie: str
    property: str
    through: str | None
    support: SupportModel


class SharedDocumentModel(Model):
    """A document that speaks of both; no relation, but where to look."""

    document: Ref
    about_one: list[str]
    about_other: list[str]


class RelationModel(Answer):
    """How two entities relate, by what is documented."""

    rows_in: ClassVar[str] = "connection"
    one: Ref
    other: Ref
    maybe_one: bool
    direct: list[LinkModel]
    codetention: CodetainedModel | None
    companions: list[CompanionModel]
    events: list[EventModel]
    documents: list[SharedDocumentModel]
    connection: list[LinkModel]


def from_candidates(found: tuple[Candidate, ...], asking: Asking) -> CandidatesModel:
    """The model of what a name may mean."""
    outside = Outside(asking)
    return CandidatesModel(
        candidates=[
            CandidateModel(
                entity=outside.maybe(c.entity),
                region=c.region,
                kind=c.kind,
                label=c.label,
                name=c.name,
                exact=c.exact,
                context=dict(c.context),
            )
            for c in found
        ]
    )


def from_events(answer: EventsAnswer, asking: Asking) -> EventsModel:
    """The model of a list of events."""
    outside = Outside(asking)
    return EventsModel(
        events=[
            FoundEventModel(event=outside.event(f.event), certainty=f.certainty)
            for f in answer.events
        ],
        tally=tally(answer.tally),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def from_contradictions(answer: ContradictionsAnswer, asking: Asking) -> ContradictionsModel:
    """The model of contradictions."""
    outside = Outside(asking)
    return ContradictionsModel(
        contradictions=outside.contradictions(answer.contradictions),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def from_relation(answer: RelationAnswer, asking: Asking) -> RelationModel:
    """The model of a relation."""
    outside = Outside(asking)
    together = answer.codetention
    return RelationModel(
        one=outside.ref(answer.one),
        other=outside.ref(answer.other),
        maybe_one=answer.maybe_one,
        direct=[_link(x, outside) for x in answer.direct],
        codetention=None if together is None else codetained_model(together, outside),
        companions=[companion_model(c, outside) for c in answer.companions],
        events=[outside.event(e) for e in answer.events],
        documents=[_shared(d, outside) for d in answer.documents],
        connection=[_link(x, outside) for x in answer.connection],
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def _link(link: Link, outside: Outside) -> LinkModel:
    return LinkModel(
        one=outside.ref(link.one),
        other=outside.ref(link.other),
        tie=link.tie,
        property=link.property,
        through=None if link.through is None else outside.id(link.through),
        support=outside.support(link.support),
    )


def _shared(shared: SharedDocument, outside: Outside) -> SharedDocumentModel:
    return SharedDocumentModel(
        document=outside.document(shared.document),
        about_one=outside.claims(shared.about_one),
        about_other=outside.claims(shared.about_other),
    )
