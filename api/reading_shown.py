"""A text with its marked passages, and the claims they give: what the pipeline sees of a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.clearance import Clearance
from graph.document import Description, Text
from graph.edtf import to_edtf
from graph.scribe import Scribe

if TYPE_CHECKING:
    from graph.claim import Claim
    from graph.names.facility_index import FacilityIndex
    from nlp.read import ReadingResult

_PASSING = Scribe(b"nothing of this is written down")


def shown(file: Path) -> Iterator[str]:
    """Lines for a terminal: the text with [label passage], then a claim a line with its words.

    Raises:
        Refused: the file cannot be read as a text.
    """
    from ingest.plain_text import text_of
    from nlp.read import read

    extract = text_of(file)
    document = _PASSING.document(file.read_bytes(), media_type="text/plain")
    text = _PASSING.text(
        Text(id="", document=document.id, extractor=extract.extractor, content=extract.content)
    )
    described = Description(id="", document=document.id, clearance=Clearance.PUBLIC)
    found = read(text, description=described, scribe=_PASSING, listed=_shipped_list())
    yield _marked(text.content, found)
    yield ""
    names = {c.subject: c.value or "" for c in found.claims if c.property == "name"}
    links = {j.a: j.b for j in found.judgements} | {j.b: j.a for j in found.judgements}
    for claim in found.claims:
        if claim.property != "name":
            yield _claim(claim, names, text.content)
    yield f"{len(found.claims)} claims, {len(links)} links"


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
            shown += [content[at : mention.start], f"[{mention.label}: {mention.words}]"]
            at = mention.end
    return "".join((*shown, content[at:]))


def _claim(claim: "Claim", names: dict[str, str], content: str) -> str:
    words = " ".join(content[claim.passage.start : claim.passage.end].split())
    roles = ", ".join(f"{role} {names.get(s, '…')}" for role, s in claim.roles)
    details = ", ".join(f"{name} {value}" for name, value in claim.details)
    when = to_edtf(claim.period)
    parts = (claim.property, claim.value or "", roles, details, when, claim.polarity, claim.told)
    return f"{' | '.join(p for p in parts if p)}\n    “{words}”"
