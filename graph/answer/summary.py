"""A summary: sentences as template keys with fields, each with the claims it rests on."""

from dataclasses import dataclass
from typing import TypeAlias

from graph.answer.terms import DayCount, Terms
from graph.claim import Kind
from graph.event import Bounds, Support
from graph.grade import Grade
from graph.period import Certainty, Range

Field: TypeAlias = str | int | Range | Bounds | DayCount | Grade | Certainty | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One value of a sentence; `kind` says what the words are made of.

    `entity`, `event`, `transfer`, `stay`: an inner id. `code`: a word of a vocabulary. `days`,
    `range`, `count`: numbers. `text`: verbatim from a source.
    """

    name: str
    kind: str
    value: Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What can be said; the verb is chosen from grade and certainty when it is worded.

    Of a sentence with two dates the slots `starts` and `ends` are the claims that give each.
    """

    template: str
    slots: tuple[Slot, ...]
    grade: Grade | None
    certainty: Certainty | None
    support: Support

    def by_date(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] | None:
        """The claims that give the first date, the second, and neither; None if all give both."""
        sides = {s.name: s.value for s in self.slots if s.kind == "claims"}
        first, then = _claims(sides.get("starts")), _claims(sides.get("ends"))
        if not first or not then or first == then == self.support.claims:
            return None
        rest = tuple(c for c in self.support.claims if c not in {*first, *then})
        return first, then, rest


def _claims(value: Field | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKnown:
    """What readable claims lack; never a hint that somebody else could read more."""

    template: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Sentences in order, then contradictions, then what is not known.

    Every sentence and contradiction has at least one claim.
    """

    terms: Terms
    kind: Kind
    about: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    contradictions: tuple[Sentence, ...]
    not_known: tuple[NotKnown, ...]
    documents: tuple[str, ...]
