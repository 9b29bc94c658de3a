"""Who was held with whom, who was moved with whom."""

from typing import ClassVar

from api.asking import Asking
from api.models.base import Answer, DayCountModel, Days, Model, Ref, SupportModel, TallyModel
from api.models.outside import Outside, day_count, days, tally
from graph.answer.company import Codetained, CodetentionAnswer, Companion, MovedWithAnswer


class SharedStayModel(Model):
    """Two attested stays with a day in common; `touching`: at most one, at the edge of one."""

    at: Ref
    stays: list[str]
    certainty: str | None
    days: DayCountModel
    touching: bool
    common: Days
    support: SupportModel


class CodetainedModel(Model):
    """Two people, and the stays they shared; `maybe_one`: they may be one and the same."""

    one: Ref
    other: Ref
    maybe_one: bool
    certainty: str | None
    days: DayCountModel
    shared: list[SharedStayModel]


class CodetentionModel(Answer):
    """Who was held together with whom; `in_all` pairs, of which `pairs` are the first."""

    rows_in: ClassVar[str] = "pairs.shared"
    facility: Ref | None
    pairs: list[CodetainedModel]
    in_all: int
    tally: TallyModel


class CompanionModel(Model):
    """A person or group moved with the one asked about, and what ties them."""

    who: Ref
    tie: str
    transfers: list[str]
    origin: Ref | None
    destination: Ref | None
    departure: Days
    support: SupportModel


class MovedWithModel(Answer):
    """Who was moved together with a person."""

    rows_in: ClassVar[str] = "companions"
    person: Ref
    companions: list[CompanionModel]


def from_codetention(answer: CodetentionAnswer, asking: Asking) -> CodetentionModel:
    """The model of co-detention."""
    outside = Outside(asking)
    return CodetentionModel(
        facility=outside.maybe(answer.facility),
        pairs=[codetained_model(p, outside) for p in answer.pairs],
        in_all=answer.in_all,
        tally=tally(answer.tally),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def from_moved_with(answer: MovedWithAnswer, asking: Asking) -> MovedWithModel:
    """The model of companions."""
    outside = Outside(asking)
    return MovedWithModel(
        person=outside.ref(answer.person),
        companions=[companion_model(c, outside) for c in answer.companions],
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )


def codetained_model(pair: Codetained, outside: Outside) -> CodetainedModel:
    """Two people held together."""
    return CodetainedModel(
        one=outside.ref(pair.one),
        other=outside.ref(pair.other),
        maybe_one=pair.maybe_one,
        certainty=pair.certainty,
        days=day_count(pair.days),
        shared=[
            SharedStayModel(
                at=outside.ref(s.facility),
                stays=[outside.id(x) for x in s.stays],
                certainty=s.certainty,
                days=day_count(s.days),
                touching=s.touching,
                common=days(s.common),
                support=outside.support(s.support),
            )
            for s in pair.shared
        ],
    )


def companion_model(companion: Companion, outside: Outside) -> CompanionModel:
    """Somebody moved with the person asked about."""
    return CompanionModel(
        who=outside.ref(companion.who),
        tie=companion.tie,
        transfers=[outside.id(t) for t in companion.transfers],
        origin=outside.maybe(companion.origin),
        destination=outside.maybe(companion.destination),
        departure=days(companion.departure),
        support=outside.support(companion.support),
    )
