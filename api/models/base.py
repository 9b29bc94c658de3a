"""Parts that many answers share: references, days, counts, what a statement rests on."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """A frozen model that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ref(Model):
    """An entity, document or happening by its permanent id; `label` is empty for the unnamed."""

    id: str
    kind: str
    label: str


class Days(Model):
    """A closed range of days; null where that side is open; never an invented date."""

    earliest: dt.date | None
    latest: dt.date | None


class BoundsModel(Model):
    """When it may have started and when it may have ended."""

    start: Days
    end: Days


class DayCountModel(Model):
    """A number of calendar days; `most` is null where nothing bounds it."""

    least: int
    most: int | None


class TallyModel(Model):
    """How many hold in all admissible worlds, how many in some, how many are not determined."""

    certain: int
    possible: int
    undetermined: int


class SupportModel(Model):
    """What a statement rests on; `claims` are resolved in `sources` of the same answer."""

    grade: str
    lineages: int = Field(description="independent sources, repetitions counted once")
    claims: list[str]
    documents: list[str]


class SourceModel(Model):
    """One claim: the document, where in it, and its words."""

    claim: str
    document: Ref
    property: str
    quote: str
    page: int
    polarity: str
    told: str


class TermsModel(Model):
    """Under which conditions the answer holds; `snapshot` names the knowledge that was asked."""

    snapshot: str
    assumptions: list[str]
    window: Days | None


class AttributeModel(Model):
    """One value of one property, and the claims that give it."""

    property: str
    value: str
    claims: list[str]


class ContradictionModel(Model):
    """Two sides that cannot both hold."""

    id: str
    type: str
    about: Ref
    property: str | None
    one: list[str]
    other: list[str]


class OneOfModel(Model):
    """A telling that fits several happenings which exclude each other, and so joins none."""

    claim: str
    fits: list[str]


class EventModel(Model):
    """Something that happened, other than being held or moved."""

    id: str
    type: str
    legal: bool
    who: Ref | None
    at: Ref | None
    bounds: list[BoundsModel]
    roles: dict[str, list[Ref]]
    details: dict[str, list[str]]
    support: SupportModel


class Answer(Model):
    """Every answer: its terms, and the sources that its statements cite."""

    terms: TermsModel
    sources: list[SourceModel]
