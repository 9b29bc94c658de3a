"""Everything found in one paragraph, before frames tie it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from nlp.dates import Dated
from nlp.mention import Mention
from nlp.paragraph import Paragraph

_M = TypeVar("_M", Mention, Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
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

    @property
    def ends(self) -> list[Mention]:
        """Facilities and places, in order."""
        return sorted((*self.facilities, *self.places), key=lambda m: m.start)

    @property
    def beings(self) -> list[Mention]:
        """Persons, groups and pronouns, in order."""
        return sorted((*self.people, *self.groups, *self.pronouns), key=lambda m: m.start)

    @property
    def solid(self) -> list[Mention]:
        """What no trigger and no clause break may lie in."""
        return [*self.facilities, *self.people, *self.groups, *self.organisations, *self.places]

    @property
    def busy(self) -> list[tuple[int, int]]:
        """The stretches that no clause break may lie in, dates among them."""
        return [(m.start, m.end) for m in self.solid] + [(d.start, d.end) for d in self.dates]


def inside(found: Sequence[_M], start: int, end: int) -> list[_M]:
    """Those that lie wholly in [start, end)."""
    return [m for m in found if start <= m.start and m.end <= end]
