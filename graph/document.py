"""Documents, what is known about them, their texts, and stretches of a text."""

from dataclasses import dataclass, field

from graph.clearance import Clearance
from graph.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes, named by their SHA-256; immutable."""

    id: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What one act said about a document; None where it said nothing.

    Descriptions are appended: the newest readable one counts field by field, but the strictest
    clearance and the earliest publication of all of them.
    """

    id: str
    document: str
    clearance: Clearance
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    origin: str | None = None  # the address it was found at, or the place it came from
    published: Period | None = None
    retrieved: str | None = None  # ISO date
    language: str | None = None
    licence: str | None = None
    source_type: str | None = None
    lineage: str | None = None  # the source that it repeats; None: it speaks for itself
    consent: str | None = None
    series: str | None = None
    invented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The characters of a document as one extractor version gave them.

    `pages` are the offsets at which pages start. Of a table, one line a row: `tabular` is true
    and a passage is always a whole line.
    """

    id: str
    document: str
    extractor: str
    content: str
    pages: tuple[int, ...] = (0,)
    tabular: bool = False
    notes: tuple[str, ...] = field(default=())  # codes such as HIDDEN_TEXT, CHARS_LOST

    def page(self, offset: int) -> int:
        """Number, from 1, of the page that holds this offset."""
        return sum(start <= offset for start in self.pages)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Passage:
    """The stretch [start, end) of one text."""

    text: str
    start: int
    end: int

    def overlaps(self, other: "Passage") -> bool:
        """Whether the two share a character of one text."""
        return self.text == other.text and self.start < other.end and other.start < self.end
