"""Reads a sentence for a test and says what it gave in one line a claim. People are invented."""

from graph.clearance import Clearance
from graph.document import Description, Text
from graph.edtf import parse_edtf, to_edtf
from graph.names.facility_index import FacilityIndex
from graph.scribe import Scribe
from nlp.read import ReadingResult, read

SCRIBE = Scribe(b"a fixed secret of invented records")


def reading(
    content: str,
    *,
    source_type: str = "survivor_published",
    published: str | None = None,
    listed: FacilityIndex | None = None,
) -> ReadingResult:
    """What the text gives, as a public document of that type."""
    document = SCRIBE.document(content.encode(), media_type="text/plain")
    text = SCRIBE.text(Text(id="", document=document.id, extractor="test", content=content))
    description = Description(
        id="",
        document=document.id,
        clearance=Clearance.PUBLIC,
        source_type=source_type,
        published=None if published is None else parse_edtf(published),
    )
    return read(text, description=description, scribe=SCRIBE, listed=listed)


def told(
    content: str, *, source_type: str = "survivor_published", published: str | None = None
) -> set[str]:
    """Each happening as `moved who=… from=… to=… when`, words of the text as they stand."""
    result = reading(content, source_type=source_type, published=published)
    return {line for line in _lines(result, content) if not line.startswith("member_of")}


def _lines(result: ReadingResult, content: str) -> list[str]:
    words = {s.id: content[s.passage.start : s.passage.end] for s in result.subjects}
    lines = []
    for claim in result.claims:
        if not claim.roles or claim.property == "before":
            continue
        parts = [claim.property]
        parts += [
            f"{name}={words[s]}"
            for name, s in sorted(claim.roles, key=lambda r: (r[0], words[r[1]]))
        ]
        when = to_edtf(claim.period)
        parts += [when] if when else []
        parts += [] if claim.polarity == "asserted" else [str(claim.polarity)]
        parts += [] if claim.told == "direct" else [str(claim.told)]
        lines.append(" | ".join(parts))
    return lines


def claims(content: str, name: str) -> set[tuple[str, str | None]]:
    """Words of the subject and value of every claim of one property."""
    result = reading(content)
    words = {s.id: content[s.passage.start : s.passage.end] for s in result.subjects}
    return {(words[c.subject], c.value) for c in result.claims if c.property == name}


def joined(content: str) -> set[frozenset[str]]:
    """Pairs of words that a rule joined."""
    result = reading(content)
    words = {s.id: content[s.passage.start : s.passage.end] for s in result.subjects}
    return {frozenset((words.get(j.a, j.a), words.get(j.b, j.b))) for j in result.judgements}
