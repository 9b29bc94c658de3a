"""Everything found in one paragraph, before frames tie it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from nlp.dates import Dated
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.stretches import Stretches

_M = TypeVar("_M", Mention, Dated)


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The mentions of one paragraph by label, in order, with the paragraph's own offsets."""

    page: Paragraph
    facilities: tuple[Mention, ...]
    people: tuple[Mention, ...]
    groups: tuple[Mention, ...]
    pronouns: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    places: tuple[Mention, ...]
    articles: tuple[Mention, ...]
    terms: tuple[Mention, ...]
    dates: tuple[Dated, ...]

    @cached_property
    def ends(self) -> list[Mention]:
        """Facilities and places, in order."""
        return sorted((*self.facilities, *self.places), key=lambda m: m.start)

    @cached_property
    def beings(self) -> list[Mention]:
        """Persons, groups and pronouns, in order."""
        return sorted((*self.people, *self.groups, *self.pronouns), key=lambda m: m.start)

    @cached_property
    def solid(self) -> list[Mention]:
        """What no trigger and no clause break may lie in."""
        return [*self.facilities, *self.people, *self.groups, *self.organisations, *self.places]

    @cached_property
    def busy(self) -> Stretches:
        """The stretches that no clause break may lie in, dates among them."""
        found = [(m.start, m.end) for m in self.solid]
        return Stretches([*found, *((d.start, d.end) for d in self.dates)])

    @cached_property
    def held(self) -> Stretches:
        """The stretches that no trigger may lie in."""
        return Stretches([(m.start, m.end) for m in self.solid])

    @cached_property
    def sources(self) -> list[Mention]:
        """Those who may tell: persons, bodies, and he, she and I."""
        bodies = [m for m in self.organisations if m.label == "organisation"]
        pronouns = [m for m in self.pronouns if m.feature("pronoun") in ("he", "she", "i")]
        return sorted((*self.people, *bodies, *pronouns), key=lambda m: m.start)


def inside(found: Sequence[_M], start: int, end: int) -> list[_M]:
    """Those that lie wholly in [start, end); `found` is in order of starts."""
    first = bisect_left(found, start, key=lambda m: m.start)
    last = bisect_left(found, end, key=lambda m: m.start)
    return [m for m in found[first:last] if m.end <= end]
