"""Names looked up, events listed, contradictions, and how two entities relate."""

from dataclasses import dataclass
from enum import StrEnum

from graph.answer.company import Codetained, Companion
from graph.answer.terms import Tally, Terms
from graph.claim import Kind
from graph.event import Contradiction, Event, Support
from graph.period import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a name may mean: an entity, or a region by its ISO 3166-2 code.

    `name` is the variant that fitted; `exact` says that the whole of it did. `context` are
    attributes that tell it from its namesakes (number, settlement, region, year of birth …).
    """

    entity: str | None
    region: str | None
    kind: Kind
    label: str
    name: str
    exact: bool
    context: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event and whether it lies in the window asked about."""

    event: Event
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsAnswer:
    """Events of the kinds, courts, articles, judges and days asked for, in order of time."""

    terms: Terms
    events: tuple[FoundEvent, ...]
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionsAnswer:
    """Contradictions about one entity, or all of them."""

    terms: Terms
    contradictions: tuple[Contradiction, ...]


class Tie(StrEnum):
    """One kind of documented link between two entities."""

    HELD_AT = "held_at"
    MOVED = "moved"
    EVENT = "event"
    MEMBER = "member"
    KIN = "kin"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of a documented connection; `through` is the stay, transfer or event, if any."""

    one: str
    other: str
    tie: Tie
    property: str
    through: str | None
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDocument:
    """A document that speaks of both, and the claims in which it does."""

    document: str
    about_one: tuple[str, ...]
    about_other: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationAnswer:
    """How two entities relate, by what is documented; `connection` is a shortest chain of links.

    A shared document is no relation: it says where to look. `maybe_one`: nothing that is read
    tells the two apart, so they may be one and the same.
    """

    terms: Terms
    one: str
    other: str
    maybe_one: bool
    direct: tuple[Link, ...]
    codetention: Codetained | None
    companions: tuple[Companion, ...]
    events: tuple[Event, ...]
    documents: tuple[SharedDocument, ...]
    connection: tuple[Link, ...]
