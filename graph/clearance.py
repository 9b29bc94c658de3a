"""Who may read what: four clearances and a reader who holds one of them."""

from dataclasses import dataclass
from enum import IntEnum

from graph.errors import InvalidValue


class Clearance(IntEnum):
    """How narrow the circle of readers is; the strictest of several counts."""

    PUBLIC = 0
    RESTRICTED = 1
    CONFIDENTIAL = 2
    SEALED = 3

    @classmethod
    def parse(cls, word: str) -> "Clearance":
        """Read a clearance by its English word.

        Raises:
            InvalidValue: for any other word.
        """
        try:
            return cls[word.strip().upper()]
        except KeyError:
            expected = ", ".join(c.name.lower() for c in cls)
            raise InvalidValue(field="clearance", value=word, expected=expected) from None

    @property
    def word(self) -> str:
        """The word used in files, settings and vocabularies."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The one who asks. Comes from the settings of the process, never from a request."""

    clearance: Clearance

    def may_read(self, clearance: Clearance) -> bool:
        """Whether material of that clearance is open to this reader."""
        return clearance <= self.clearance
