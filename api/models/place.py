"""One facility, and flows between facilities by month."""

from typing import ClassVar

from api.asking import Asking
from api.models.base import (
    Answer,
    AttributeModel,
    ContradictionModel,
    EventModel,
    Model,
    OneOfModel,
    Ref,
    SupportModel,
    TallyModel,
)
from api.models.history import PresenceModel, presence_model
from api.models.outside import Outside, tally
from graph.answer.place import Disagreement, FacilityAnswer, Flow, FlowsAnswer, Undated


class OccupantModel(Model):
    """Who was there; `certainty`: on a day of the window asked about."""

    who: Ref
    presence: PresenceModel
    certainty: str | None


class FlowModel(Model):
    """Transfers from one facility to another in one month; an end of null is unknown."""

    origin: Ref | None
    destination: Ref | None
    month: str
    certain: int
    possible: int
    people_least: int
    people_most: int
    transfers: list[str]
    grade: str
    lineages: int
    documents: list[str]


class UndatedModel(Model):
    """Transfers which no month can be given to."""

    origin: Ref | None
    destination: Ref | None
    transfers: list[str]
    support: SupportModel


class DisagreementModel(Model):
    """One property for which sources give different values."""

    property: str
    values: list[AttributeModel]


class FacilityModel(Answer):
    """Everything about one facility that this reader may read."""

    rows_in: ClassVar[str] = "occupants"
    facility: Ref
    attributes: list[AttributeModel]
    disagreements: list[DisagreementModel]
    occupants: list[OccupantModel]
    present: TallyModel
    arrivals: list[FlowModel]
    departures: list[FlowModel]
    undated: list[UndatedModel]
    unnamed: int
    events: list[EventModel]
    contradictions: list[ContradictionModel]
    one_of: list[OneOfModel]
    documents: list[Ref]


class FlowsModel(Answer):
    """Flows by facility and month; what is too vague for a month stands in `undated`."""

    rows_in: ClassVar[str] = "flows"
    flows: list[FlowModel]
    undated: list[UndatedModel]


def from_facility(answer: FacilityAnswer, asking: Asking) -> FacilityModel:
    """The model of a facility's answer."""
    outside = Outside(asking)
    return FacilityModel(
        facility=outside.ref(answer.facility),
        attributes=outside.attributes(answer.attributes),
        disagreements=[_disagreement(d, outside) for d in answer.disagreements],
        occupants=[
            OccupantModel(
                who=outside.ref(o.who),
                presence=presence_model(o.presence, outside),
                certainty=o.certainty,
            )
            for o in answer.occupants
        ],
        present=tally(answer.present),
        arrivals=[_flow(f, outside) for f in answer.arrivals],
        departures=[_flow(f, outside) for f in answer.departures],
        undated=[_undated(u, outside) for u in answer.undated],
        unnamed=answer.unnamed,
        events=[outside.event(e) for e in answer.events],
        contradictions=outside.contradictions(answer.contradictions),
        one_of=outside.one_of(answer.one_of),
        documents=outside.documents(answer.documents),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def from_flows(answer: FlowsAnswer, asking: Asking) -> FlowsModel:
    """The model of flows. Its transfers lead to their claims; the words are not repeated here."""
    outside = Outside(asking)
    return FlowsModel(
        flows=[_flow(f, outside) for f in answer.flows],
        undated=[_undated(u, outside) for u in answer.undated],
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def _disagreement(disagreement: Disagreement, outside: Outside) -> DisagreementModel:
    return DisagreementModel(
        property=disagreement.property, values=outside.attributes(disagreement.values)
    )


def _flow(flow: Flow, outside: Outside) -> FlowModel:
    return FlowModel(
        origin=outside.maybe(flow.origin),
        destination=outside.maybe(flow.destination),
        month=flow.month,
        certain=flow.certain,
        possible=flow.possible,
        people_least=flow.people_least,
        people_most=flow.people_most,
        transfers=[outside.id(t) for t in flow.transfers],
        grade=flow.support.grade,
        lineages=len(flow.support.lineages),
        documents=[outside.id(d) for d in flow.support.documents],
    )


def _undated(undated: Undated, outside: Outside) -> UndatedModel:
    return UndatedModel(
        origin=outside.maybe(undated.origin),
        destination=outside.maybe(undated.destination),
        transfers=[outside.id(t) for t in undated.transfers],
        support=outside.support(undated.support),
    )
