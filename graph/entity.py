"""Entities: subjects that judgements join. They keep what their sources disagree on."""

from dataclasses import dataclass

from graph.claim import Kind
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
        """The name most often claimed, of a person the fullest, of a facility in a list the list's;
        empty for the unnamed.
        """
        names = self.values("name")
        if self.kind is Kind.PERSON:
            name = max(names, key=lambda name: len(name.split()), default="")
        else:
            name = next(iter(names), "")
        return " ".join(name.split())

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that its attributes rest on."""
        return tuple(dict.fromkeys(c for a in self.attributes for c in a.claims))
