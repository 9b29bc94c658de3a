"""Ways from one place to another: the same person's, or through different people."""

from typing import ClassVar

from api.asking import Asking
from api.models.base import Answer, DayCountModel, Days, Model, Ref, SupportModel, TallyModel
from api.models.history import PresenceModel, StepModel, presence_model, step_model
from api.models.outside import Outside, day_count, days, tally
from graph.answer.path import (
    Chain,
    Connection,
    End,
    ReachableAnswer,
    ReachableRoute,
    TravelledAnswer,
    TravelledRoute,
)


class EndModel(Model):
    """An end of a path: a facility, or all of a region."""

    facilities: list[Ref]
    region: str | None


class TravelledRouteModel(Model):
    """A part of one person's itinerary; `certainty` of null: order not determined."""

    certainty: str | None
    stays: list[PresenceModel]
    steps: list[StepModel]
    maybe_between: list[str]
    support: SupportModel


class TravellerModel(Model):
    """A person documented first at one end, later at the other."""

    person: Ref
    certainty: str | None
    otherwise: str | None
    routes: list[TravelledRouteModel]


class TravelledModel(Answer):
    """Persons documented first at the origin and later at the destination."""

    rows_in: ClassVar[str] = "travellers.routes.steps"
    mode: str = "travelled"
    origin: EndModel
    destination: EndModel
    via: list[EndModel]
    tally: TallyModel
    travellers: list[TravellerModel]
    unnamed: int
    lacks: list[str]


class ConnectionModel(Model):
    """One hop; `who` of null is a row without a person."""

    hop: str
    kind: str
    who: Ref | None
    origin: Ref
    destination: Ref
    departure: Days
    arrival: Days
    support: SupportModel


class ChainModel(Model):
    """Hops that follow each other in time."""

    certainty: str | None
    otherwise: str | None
    connections: list[ConnectionModel]
    elapsed_days: DayCountModel


class ReachableRouteModel(Model):
    """A sequence of facilities, and the chains found along it; `count` may be a lower bound."""

    facilities: list[Ref]
    certainty: str | None
    count: int
    exact: bool
    chains: list[ChainModel]


class ReachableModel(Answer):
    """Connections in time. No single person is documented on the whole of any of these routes."""

    rows_in: ClassVar[str] = "routes.chains.connections"
    mode: str = "reachable"
    origin: EndModel
    destination: EndModel
    via: list[EndModel]
    max_hops: int
    within: int | None
    routes: list[ReachableRouteModel]
    found: int
    exact: bool
    lacks: list[str]


def from_travelled(answer: TravelledAnswer, asking: Asking) -> TravelledModel:
    """The model of the same person's ways."""
    outside = Outside(asking)
    return TravelledModel(
        origin=_end(answer.origin, outside),
        destination=_end(answer.destination, outside),
        via=[_end(v, outside) for v in answer.via],
        tally=tally(answer.tally),
        travellers=[
            TravellerModel(
                person=outside.ref(t.person),
                certainty=t.certainty,
                otherwise=t.otherwise,
                routes=[_route(r, outside) for r in t.routes],
            )
            for t in answer.travellers
        ],
        unnamed=answer.unnamed,
        lacks=list(answer.lacks),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def from_reachable(answer: ReachableAnswer, asking: Asking) -> ReachableModel:
    """The model of connections through different people."""
    outside = Outside(asking)
    return ReachableModel(
        origin=_end(answer.origin, outside),
        destination=_end(answer.destination, outside),
        via=[_end(v, outside) for v in answer.via],
        max_hops=answer.max_hops,
        within=answer.within,
        routes=[_reachable(r, outside) for r in answer.routes],
        found=answer.found.number,
        exact=answer.found.exact,
        lacks=list(answer.lacks),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def _end(end: End, outside: Outside) -> EndModel:
    return EndModel(facilities=[outside.ref(f) for f in end.facilities], region=end.region)


def _route(route: TravelledRoute, outside: Outside) -> TravelledRouteModel:
    return TravelledRouteModel(
        certainty=route.certainty,
        stays=[presence_model(p, outside) for p in route.presences],
        steps=[step_model(s, outside) for s in route.steps],
        maybe_between=[outside.id(s) for s in route.maybe_between],
        support=outside.support(route.support),
    )


def _reachable(route: ReachableRoute, outside: Outside) -> ReachableRouteModel:
    return ReachableRouteModel(
        facilities=[outside.ref(f) for f in route.facilities],
        certainty=route.certainty,
        count=route.count.number,
        exact=route.count.exact,
        chains=[_chain(c, outside) for c in route.chains],
    )


def _chain(chain: Chain, outside: Outside) -> ChainModel:
    return ChainModel(
        certainty=chain.certainty,
        otherwise=chain.otherwise,
        connections=[_connection(c, outside) for c in chain.connections],
        elapsed_days=day_count(chain.elapsed),
    )


def _connection(connection: Connection, outside: Outside) -> ConnectionModel:
    return ConnectionModel(
        hop=outside.id(connection.hop),
        kind=connection.kind,
        who=outside.maybe(connection.who),
        origin=outside.ref(connection.origin),
        destination=outside.ref(connection.destination),
        departure=days(connection.departure),
        arrival=days(connection.arrival),
        support=outside.support(connection.support),
    )
