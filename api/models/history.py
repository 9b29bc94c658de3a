"""One person (or group): stays in order, steps between them, last documented, events."""

from typing import ClassVar

from api.asking import Asking
from api.models.base import (
    Answer,
    AttributeModel,
    BoundsModel,
    ContradictionModel,
    DayCountModel,
    Days,
    EventModel,
    Model,
    OneOfModel,
    Ref,
    SupportModel,
)
from api.models.outside import Outside, bounds, day_count, days
from graph.answer.history import Itinerary, LastDocumented, PersonAnswer, Presence, Step
from graph.event import Transfer


class PresenceModel(Model):
    """A stay; `start` and `end` are what the whole history leaves of its days.

    `narrowed_by` are claims of other happenings that give days which the stay's own do not.
    """

    id: str
    kind: str
    at: Ref
    group: Ref | None
    start: Days
    end: Days
    stated: list[BoundsModel]
    assumed: bool
    support: SupportModel
    narrowed_by: list[str]


class StepModel(Model):
    """From one stay to the next; *inferred* means later documented at, not moved.

    Of a move that is told of `starts` and `ends` are the claims that date departure and arrival.
    """

    kind: str
    earlier: str
    later: str
    origin: Ref
    destination: Ref
    transfer: str | None
    departure: Days
    arrival: Days
    order: str | None
    adjacent: str | None
    undocumented_days: DayCountModel
    support: SupportModel
    starts: list[str]
    ends: list[str]


class TransferModel(Model):
    """A move of which one end is unknown, or that no stay borders on."""

    id: str
    kind: str
    origin: Ref | None
    destination: Ref | None
    bounds: list[BoundsModel]
    size_least: int
    size_most: int
    support: SupportModel


class ItineraryModel(Answer):
    """Where a person was, in order; `order` of null says "order not determined"."""

    rows_in: ClassVar[str] = "stays"
    person: Ref
    stays: list[PresenceModel]
    steps: list[StepModel]
    undecided: list[list[str]]
    unplaced: list[TransferModel]
    consistent: bool


class LastModel(Model):
    """Where the person may have been last, and when a source last puts them there."""

    at: Ref
    stay: str
    days: Days | None
    certainty: str | None
    support: SupportModel


class ClosingModel(Model):
    """An end of captivity; `certainty`: that it comes after the last documented day."""

    event: EventModel
    certainty: str


class MembershipModel(Model):
    """A group that the person belongs to, and the claims that say so."""

    group: Ref
    claims: list[str]


class PersonModel(Answer):
    """Everything about one person that this reader may read."""

    rows_in: ClassVar[str] = "itinerary.stays"
    person: Ref
    attributes: list[AttributeModel]
    groups: list[MembershipModel]
    itinerary: ItineraryModel
    last: list[LastModel]
    closings: list[ClosingModel]
    events: list[EventModel]
    contradictions: list[ContradictionModel]
    one_of: list[OneOfModel]
    documents: list[Ref]


def from_person(answer: PersonAnswer, asking: Asking) -> PersonModel:
    """The model of a person's answer."""
    outside = Outside(asking)
    return PersonModel(
        person=outside.ref(answer.person),
        attributes=outside.attributes(answer.attributes),
        groups=[
            MembershipModel(group=outside.ref(g.group), claims=outside.claims(g.claims))
            for g in answer.groups
        ],
        itinerary=itinerary_model(answer.itinerary, outside, sources=False),
        last=[_last(x, outside) for x in answer.last],
        closings=[
            ClosingModel(event=outside.event(c.event), certainty=c.certainty)
            for c in answer.closings
        ],
        events=[outside.event(e) for e in answer.events],
        contradictions=outside.contradictions(answer.contradictions),
        one_of=outside.one_of(answer.one_of),
        documents=outside.documents(answer.documents),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def from_itinerary(answer: Itinerary, asking: Asking) -> ItineraryModel:
    """The model of an itinerary."""
    return itinerary_model(answer, Outside(asking), sources=True)


def itinerary_model(answer: Itinerary, outside: Outside, *, sources: bool) -> ItineraryModel:
    """An itinerary; inside another answer it lists no sources of its own."""
    return ItineraryModel(
        person=outside.ref(answer.person),
        stays=[presence_model(p, outside) for p in answer.presences],
        steps=[step_model(s, outside) for s in answer.steps],
        undecided=[[outside.id(s) for s in u.stays] for u in answer.undecided],
        unplaced=[_transfer(t, outside) for t in answer.unplaced],
        consistent=answer.consistent,
        terms=outside.terms(answer.terms),
        sources=outside.sources() if sources else [],
    )


def presence_model(presence: Presence, outside: Outside) -> PresenceModel:
    """A stay in its place in a history."""
    stay = presence.stay
    return PresenceModel(
        id=outside.id(stay.id),
        kind=stay.kind,
        at=outside.ref(stay.at),
        group=outside.maybe(presence.group),
        start=days(presence.start),
        end=days(presence.end),
        stated=bounds(stay.bounds),
        assumed=stay.assumed,
        support=outside.support(stay.support),
        narrowed_by=outside.claims(presence.beside),
    )


def step_model(step: Step, outside: Outside) -> StepModel:
    """A step between two stays."""
    return StepModel(
        kind=step.kind,
        earlier=outside.id(step.earlier),
        later=outside.id(step.later),
        origin=outside.ref(step.origin),
        destination=outside.ref(step.destination),
        transfer=None if step.transfer is None else outside.id(step.transfer),
        departure=days(step.departure),
        arrival=days(step.arrival),
        order=step.order,
        adjacent=step.adjacent,
        undocumented_days=day_count(step.gap),
        support=outside.support(step.support),
        starts=outside.claims(step.starts),
        ends=outside.claims(step.ends),
    )


def _transfer(transfer: Transfer, outside: Outside) -> TransferModel:
    return TransferModel(
        id=outside.id(transfer.id),
        kind=transfer.kind,
        origin=outside.maybe(transfer.origin),
        destination=outside.maybe(transfer.destination),
        bounds=bounds(transfer.bounds),
        size_least=transfer.size_least,
        size_most=transfer.size_most,
        support=outside.support(transfer.support),
    )


def _last(last: LastDocumented, outside: Outside) -> LastModel:
    return LastModel(
        at=outside.ref(last.facility),
        stay=outside.id(last.stay),
        days=None if last.days is None else days(last.days),
        certainty=last.certainty,
        support=outside.support(last.support),
    )
