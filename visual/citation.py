"""A claim as it is cited: its document, its page or row, and its words."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.document import Passage, Text
from graph.knowledge import Knowledge
from graph.period import Period

LONGEST_QUOTE = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a claim stands; ids are inner ones. `line` is set of a table, `page` of a text."""

    claim: str
    document: str
    title: str
    language: str | None
    property: str
    quote: str
    start: int  # of the passage in its text
    page: int
    line: int | None
    polarity: str
    told: str
    period: Period


def citation(
    knowledge: Knowledge, claim_id: str, *, text_of: Callable[[str], Text] | None = None
) -> Citation:
    """The citation of a claim that this reader may read.

    Knowledge leaves the characters of texts in the record; `text_of` fetches a text with them.
    Without it the quote is empty where the characters are not at hand.

    Raises:
        KeyError: for any other claim.
    """
    claim = knowledge.evidence.claims[claim_id]
    known = claim.passage.text
    text = knowledge.evidence.texts[known] if text_of is None else text_of(known)
    start = claim.passage.start
    return Citation(
        claim=claim_id,
        document=text.document,
        title=described(knowledge, text.document, "title") or "",
        language=described(knowledge, text.document, "language"),
        property=claim.property,
        quote=quote(text, claim.passage, most=LONGEST_QUOTE),
        start=start,
        page=text.page(start),
        line=_line(text, start),
        polarity=claim.polarity,
        told=claim.told,
        period=claim.period,
    )


def quote(text: Text, passage: Passage, *, most: int) -> str:
    """The words of a passage in one line, cut where they are many."""
    said = " ".join(text.content[passage.start : passage.end].split())
    return said if len(said) <= most else f"{said[:most]}…"


def described(knowledge: Knowledge, document: str, field: str) -> str | None:
    """What the newest readable description says of a document in that field."""
    said = (
        getattr(d, field)
        for d in reversed(knowledge.evidence.descriptions)
        if d.document == document
    )
    return next((value for value in said if value is not None), None)


def _line(text: Text, offset: int) -> int | None:
    return text.content.count("\n", 0, offset) + 1 if text.tabular else None
