"""Entities: subjects that judgements join. They keep what their sources disagree on."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.claim import Kind
from graph.names.upright import upright
from graph.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One value of one property (a name, a type, a number, a region …) and who says so."""

    property: str
    value: str
    claims: tuple[str, ...]
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A facility, person, group, organisation or place.

    `id` is made of the kind and the least of the subjects this reader sees, so it says nothing
    of hidden ones. Attributes are sorted by property, number of claims, value; the names that a
    list gives a facility come before those in other sources.
    """

    id: str
    kind: Kind
    subjects: tuple[str, ...]
    attributes: tuple[Attribute, ...]

    def values(self, name: str) -> tuple[str, ...]:
        """All values of a property, most often claimed first."""
        return tuple(a.value for a in self.attributes if a.property == name)

    def first(self, name: str) -> str | None:
        """The value most often claimed, None if there is none."""
        return next(iter(self.values(name)), None)

    @property
    def label(self) -> str:
        """The name most often claimed, of a person the fullest, of a facility in a list the list's,
        of another in the nominative; empty for the unnamed.
        """
        names = self.values("name")
        name = fullest(names if self.kind is Kind.PERSON else names[:1])
        return upright(name) if self.kind is Kind.FACILITY else name

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that its attributes rest on."""
        return tuple(dict.fromkeys(c for a in self.attributes for c in a.claims))


def fullest(names: Sequence[str]) -> str:
    """The first of the names with the most words besides initials, not in capitals, longest."""

    def fullness(words: list[str]) -> tuple[int, bool, int]:
        full = [w for w in words if len(w.rstrip(".")) > 1]
        return len(full), not any(w.isupper() for w in full), len(words)

    best = max((name.split() for name in names), key=fullness, default=[])
    return " ".join(best)
