"""A text with its marked passages, and the claims they give: what the pipeline sees of a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.reading_named import Named
from graph.document import Description, Text
from graph.edtf import to_edtf
from graph.scribe import Scribe

if TYPE_CHECKING:
    from graph.claim import Claim
    from graph.names.facility_index import FacilityIndex
    from nlp.mention import Frame, Mention
    from nlp.read import ReadingResult

_PASSING = Scribe(b"nothing of this is written down")


def shown(file: Path) -> Iterator[str]:
    """Lines for a terminal: what is known of the file, its marked text, then what it gives.

    Claims stand under their sentence, each role with the words that fill it and whom those were
    joined to, by which rule; then the facilities named, each with the listed one that it means,
    or with those that it may mean. Nothing is written down.

    Raises:
        Refused: the file cannot be read as a text, or its source says what no document can.
    """
    from ingest.plain_text import text_of
    from nlp.read import read

    extract = text_of(file)
    document = _PASSING.document(file.read_bytes(), media_type="text/plain")
    text = _PASSING.text(
        Text(id="", document=document.id, extractor=extract.extractor, content=extract.content)
    )
    described, known = _described(file, document.id)
    listed = _shipped_list()
    found = read(text, description=described, scribe=_PASSING, listed=listed)
    named = Named.of(found, text.content, listed)
    yield known
    yield ""
    yield _marked(text.content, found)
    for (start, end), claims in _by_passage(found).items():
        yield ""
        yield f"“{' '.join(text.content[start:end].split())}”"
        for claim in claims:
            yield from _claim(claim, found, named)
    yield from _unclaimed(found, text.content)
    facilities = [m for m in found.mentions if m.label == "facility" and m.named]
    if facilities:
        yield ""
        yield click.style("facilities named", bold=True)
    for words in dict.fromkeys(m.words for m in facilities):
        first = next(m for m in facilities if m.words == words)
        yield f"  {words}"
        yield f"    {named.facility(first)}"
    yield ""
    yield f"{len(found.claims)} claims, {len(found.judgements)} links"


def _described(file: Path, document: str) -> tuple[Description, str]:
    """The file's description as an ingest would have it, as far as its source files go."""
    from ingest.source import known_of, of_reading

    known = known_of(file)
    told = [
        f"{field} {known[field]}"
        for field in ("title", "source_type", "published", "language")
        if known.get(field)
    ]
    shown = (
        ", ".join(told) or "nothing: no source.yaml speaks of it, so days without a year stay open"
    )
    return of_reading(known, document), f"known of it: {shown}"


def _shipped_list() -> "FacilityIndex":
    import csv

    from api.wiring import SHIPPED_LIST
    from graph.names.facility_index import FacilityIndex
    from graph.names.facility_list import facility_row

    with SHIPPED_LIST.open(encoding="utf-8", newline="") as file:
        return FacilityIndex.from_rows([facility_row(row) for row in csv.DictReader(file)])


def _marked(content: str, found: "ReadingResult") -> str:
    shown, at = [], 0
    for mention in sorted(found.mentions, key=lambda m: (m.start, -m.end)):
        if mention.start >= at:
            label = click.style(f"{mention.label}:", fg="cyan")
            shown += [content[at : mention.start], f"[{label} {mention.words}]"]
            at = mention.end
    return "".join((*shown, content[at:])).strip()


def _by_passage(found: "ReadingResult") -> "dict[tuple[int, int], list[Claim]]":
    """What happened, by the sentence that tells it, in the order of the text."""
    happened = [c for c in found.claims if c.roles]
    happened.sort(key=lambda c: (c.passage.start, c.property == "before"))
    told: dict[tuple[int, int], list[Claim]] = {}
    for claim in happened:
        told.setdefault((claim.passage.start, claim.passage.end), []).append(claim)
    return told


def _claim(claim: "Claim", found: "ReadingResult", named: Named) -> Iterator[str]:
    """A claim with its roles, one a line."""
    frame = _frame(claim, found.frames, named)
    how = [
        f"{claim.polarity}",
        f"{claim.told}",
        *([claim.basis] if claim.basis != "unknown" else []),
    ]
    rule = [] if frame is None else [f"rule {frame.rule}"]
    property_ = click.style(claim.property, fg="green", bold=True)
    yield f"  {property_} ({', '.join([*how, *rule])})"
    if claim.property == "member_of":
        yield f"    who: {named.role(claim.subject)}"
    for role, subject in claim.roles:
        yield f"    {role}: {named.role(subject)}"
    if claim.teller is not None:
        yield f"    told by: {named.role(claim.teller)}"
    if claim.period.words:
        bounds = to_edtf(claim.period) or "no bounds"
        yield f"    when: {claim.period.words} = {bounds}"
    elif when := to_edtf(claim.period):
        yield f"    when: {when}"
    if claim.details:
        yield f"    {', '.join(f'{name} {value}' for name, value in claim.details)}"


def _frame(claim: "Claim", frames: "tuple[Frame, ...]", named: Named) -> "Frame | None":
    """The frame that the claim was made of."""
    filled = {(role, named.place(subject)) for role, subject in claim.roles}
    for frame in frames:
        same = frame.property == claim.property and frame.sentence[0] == claim.passage.start
        if same and {(role, _at(m)) for role, m in frame.roles} == filled:
            return frame
    return None


def _at(mention: "Mention") -> tuple[int, int]:
    return mention.start, mention.end


def _unclaimed(found: "ReadingResult", content: str) -> Iterator[str]:
    """What was read and gives no claim, with its sentence."""
    for frame in found.frames:
        if frame.conditional:
            yield ""
            yield f"“{' '.join(content[slice(*frame.sentence)].split())}”"
            yield f"  {frame.property}: read, not claimed (supposed, or two may be meant)"
