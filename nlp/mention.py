"""What is found in a text: mentions (labelled passages) and the frames that tie them.

Offsets are half-open and count characters of the whole Text. Each carries the rule that found it
with the version of the pipeline, so that no finding is without its reason.
"""

from dataclasses import dataclass, field
from typing import Literal

from graph.claim import Kind, Polarity, Told
from graph.period import Period

Label = Literal[
    "facility", "person", "group", "organisation", "place", "date", "court", "article", "term"
]
KIND_OF = {
    "facility": Kind.FACILITY,
    "person": Kind.PERSON,
    "group": Kind.GROUP,
    "organisation": Kind.ORGANISATION,
    "court": Kind.ORGANISATION,
    "place": Kind.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A labelled passage. `features` are what the rule read in it (type, number, region, size …).

    `named` is false of what only says a kind ("a colony", "the prisoners", "he").
    """

    label: Label
    start: int
    end: int
    words: str
    rule: str  # name/version
    named: bool = True
    features: tuple[tuple[str, str], ...] = ()

    def feature(self, name: str) -> str | None:
        """What the rule read under that name, None if nothing."""
        return next((value for key, value in self.features if key == name), None)

    def covers(self, other: "Mention") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A trigger with its roles, as one stretch of a text tells it; claims are made of frames.

    `start` and `end` are the clause, `sentence` its sentence. Of a supposed happening
    (`conditional`) no claim is made.
    """

    property: str
    start: int
    end: int
    sentence: tuple[int, int]
    trigger: tuple[int, int]
    rule: str
    roles: tuple[tuple[str, Mention], ...]
    details: tuple[tuple[str, str], ...] = ()
    period: Period
    polarity: Polarity = Polarity.ASSERTED
    told: Told = Told.DIRECT
    hearsay_depth: int = 0
    teller: Mention | None = None
    basis: str = "unknown"
    conditional: bool = False
    gap: tuple[int, int] | None = None  # least and most days after the frame before; -1: unsaid

    def role(self, name: str) -> Mention | None:
        """The mention in that role, the first of several."""
        return next((mention for role, mention in self.roles if role == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two mentions of one text that a rule takes for one thing, and why."""

    a: Mention
    b: Mention
    rule: str
    why: str
    kinds: tuple[Kind, Kind] = field(default=(Kind.PERSON, Kind.PERSON))
