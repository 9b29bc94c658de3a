"""A text with its marked passages, and the claims they give: what the pipeline sees of a file."""

from collections.abc import Iterator, Mapping
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
    from visual.words.words import Words

_PASSING = Scribe(b"nothing of this is written down")


def shown(file: Path, language: str) -> Iterator[str]:
    """Lines for a terminal: what is known of the file, its marked text, then what it gives.

    Claims stand under their sentence, each role with the words that fill it and whom those were
    joined to, by which rule; then the facilities named, each with the listed one that it means,
    or with those that it may mean. Nothing is written down.

    Raises:
        Refused: the file cannot be read as a text, or its source says what no document can.
    """
    from ingest.plain_text import text_of
    from nlp.read import read
    from visual.words.words import language as words_of

    extract = text_of(file)
    document = _PASSING.document(file.read_bytes(), media_type="text/plain")
    text = _PASSING.text(
        Text(id="", document=document.id, extractor=extract.extractor, content=extract.content)
    )
    words = words_of(language)
    described, known = _described(file, document.id, words)
    listed, called = _shipped_list(language)
    found = read(text, description=described, scribe=_PASSING, listed=listed)
    named = Named.of(found, text.content, listed, called=called, words=words)
    yield known
    yield ""
    yield _marked(text.content, found, words)
    for (start, end), claims in _by_passage(found).items():
        yield ""
        yield _quoted(text.content[start:end], words)
        for claim in claims:
            yield from _claim(claim, found, named)
    yield from _unclaimed(found, text.content, words)
    facilities = [m for m in found.mentions if m.label == "facility" and m.named]
    if facilities:
        yield ""
        yield click.style(words.t("read.facilities"), bold=True)
    for name in dict.fromkeys(m.words for m in facilities):
        first = next(m for m in facilities if m.words == name)
        yield f"  {name}"
        yield f"    {named.facility(first)}"
    yield ""
    yield words.t("intake.claims", claims=len(found.claims), links=len(found.judgements))


def _described(file: Path, document: str, words: "Words") -> tuple[Description, str]:
    """The file's description as an ingest would have it, as far as its source files go."""
    from ingest.source import known_of, of_reading

    known = known_of(file)
    told = [
        words.t(f"read.{field}", it=words.value(field, known[field]))
        for field in ("title", "source_type", "published", "language")
        if known.get(field)
    ]
    shown = ", ".join(told) or words.t("read.nothing_known")
    return of_reading(known, document), words.t("read.known", it=shown)


def _shipped_list(language: str) -> "tuple[FacilityIndex, Mapping[str, str]]":
    """The list that comes with the program, and what each facility is called in that language."""
    import csv

    from api.wiring import SHIPPED_LIST
    from graph.names.facility_index import FacilityIndex
    from graph.names.facility_list import facility_row

    with SHIPPED_LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    called = {row["id"]: row[f"name_{language}"] for row in rows}
    return FacilityIndex.from_rows([facility_row(row) for row in rows]), called


def _quoted(content: str, words: "Words") -> str:
    return words.t("part.quoted", it=" ".join(content.split()))


def _marked(content: str, found: "ReadingResult", words: "Words") -> str:
    shown, at = [], 0
    for mention in sorted(found.mentions, key=lambda m: (m.start, -m.end)):
        if mention.start >= at:
            label = click.style(f"{_label(mention.label, words)}:", fg="cyan")
            shown += [content[at : mention.start], f"[{label} {mention.words}]"]
            at = mention.end
    return "".join((*shown, content[at:])).strip()


def _label(label: str, words: "Words") -> str:
    """What the mention is of: a kind of thing, or a part of a sentence of a court."""
    vocabulary = {"court": "role", "article": "detail", "term": "detail"}.get(label, "kind")
    return words.t("read.date") if label == "date" else words.code(vocabulary, label)


def _by_passage(found: "ReadingResult") -> "dict[tuple[int, int], list[Claim]]":
    """What happened, by the sentence that tells it, in the order of the text."""
    happened = [c for c in found.claims if c.roles]
    happened.sort(key=lambda c: (c.passage.start, c.property == "before"))
    told: dict[tuple[int, int], list[Claim]] = {}
    for claim in happened:
        told.setdefault((claim.passage.start, claim.passage.end), []).append(claim)
    return told


def _claim(claim: "Claim", found: "ReadingResult", named: Named) -> Iterator[str]:
    """A claim with its roles, one a line; its property by name, and by code for `claim add`."""
    words, frame = named.words, _frame(claim, found.frames, named)
    how = [
        words.code("polarity", claim.polarity),
        words.code("told", claim.told),
        *([words.code("basis", claim.basis)] if claim.basis != "unknown" else []),
    ]
    rule = [] if frame is None else [words.t("read.rule", it=frame.rule)]
    label = words.code("property", claim.property)
    shown = label if label == claim.property else f"{label} [{claim.property}]"
    property_ = click.style(shown, fg="green", bold=True)
    yield f"  {property_} ({', '.join([*how, *rule])})"
    if claim.property == "member_of":
        yield f"    {words.code('role', 'who')}: {named.role(claim.subject)}"
    for role, subject in claim.roles:
        yield f"    {words.code('role', role)}: {named.role(subject)}"
    if claim.teller is not None:
        yield f"    {words.t('read.told_by', it=named.role(claim.teller))}"
    if claim.period.words:
        bounds = to_edtf(claim.period) or words.t("read.no_bounds")
        yield f"    {words.t('read.when', it=f'{claim.period.words} = {bounds}')}"
    elif when := to_edtf(claim.period):
        yield f"    {words.t('read.when', it=when)}"
    if claim.details:
        said = (f"{words.code('detail', n)}: {words.value(n, v)}" for n, v in claim.details)
        yield f"    {'; '.join(said)}"


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


def _unclaimed(found: "ReadingResult", content: str, words: "Words") -> Iterator[str]:
    """What was read and gives no claim, with its sentence."""
    for frame in found.frames:
        if frame.conditional:
            yield ""
            yield _quoted(content[slice(*frame.sentence)], words)
            yield f"  {words.code('property', frame.property)}: {words.t('read.not_claimed')}"
