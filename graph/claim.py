"""Subjects and claims: what a source says, of what, and in which words."""

from dataclasses import dataclass
from enum import StrEnum

from graph.document import Passage
from graph.period import UNDATED, Period


class Kind(StrEnum):
    """What a subject is: five sorts of thing, and happenings as told."""

    FACILITY = "facility"
    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    PLACE = "place"
    HAPPENING = "happening"


class Polarity(StrEnum):
    """Whether the source says that it was so; only *asserted* makes events."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    REFUSED = "refused"


class Told(StrEnum):
    """How the source knows; *coerced* makes no events."""

    DIRECT = "direct"
    HEARSAY = "hearsay"
    COERCED = "coerced"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing, or one happening, as one place in one document speaks of it.

    A mention is keyed by its passage; a row's role by the verbatim values of the columns that the
    mapping declares as identifying (`key`), else by the row. Never by a normalised value.
    """

    id: str
    kind: Kind
    document: str
    passage: Passage
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion of one document: subject, property, value or roles, period, passage.

    `roles` name other subjects (who, from, to, via, at, by, court, of, first, then …) and may
    repeat a name; `details` are literals (mode, size_least, size_most, article, term, regime,
    least_days, most_days …). Both are sorted. Grade, status and effective clearance are computed,
    never stored here.
    """

    id: str
    passage: Passage
    subject: str
    property: str
    value: str | None = None
    roles: tuple[tuple[str, str], ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    period: Period = UNDATED
    polarity: Polarity = Polarity.ASSERTED
    told: Told = Told.DIRECT
    hearsay_depth: int = 0
    teller: str | None = None
    basis: str = "unknown"

    def role(self, name: str) -> str | None:
        """The subject in that role, None if the claim names none; the first of several."""
        return next((subject for role, subject in self.roles if role == name), None)

    def all_in_role(self, name: str) -> tuple[str, ...]:
        """Every subject in that role."""
        return tuple(subject for role, subject in self.roles if role == name)

    def detail(self, name: str) -> str | None:
        """The literal of that name, None if the claim gives none."""
        return next((value for key, value in self.details if key == name), None)

    def subjects(self) -> tuple[str, ...]:
        """Every subject this claim speaks of: its own, those in roles, the teller."""
        named = [subject for _, subject in self.roles]
        if self.teller is not None:
            named.append(self.teller)
        return (self.subject, *named)

    def makes_events(self) -> bool:
        """Only what is asserted, and not under coercion, becomes part of a history."""
        return self.polarity is Polarity.ASSERTED and self.told is not Told.COERCED
