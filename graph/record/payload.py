"""Payloads: what an entry says of a value, as canonical JSON, and the value back again. Pure.

The seq is the entry's, and so is the id (but for documents); the characters of a text lie apart,
by their SHA-256. What has its usual value is left out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from graph.claim import Claim, Kind, Polarity, Subject, Told
from graph.clearance import Clearance
from graph.decision import Act, Decision
from graph.document import Description, Document, Passage, Text
from graph.evidence import Batch
from graph.identifier import Plain, sha256
from graph.judgement import Judgement, Verdict
from graph.period import UNDATED, Aspect, Period, Precision, Range
from graph.reading import Reading

Value: TypeAlias = Document | Description | Text | Subject | Claim | Reading | Judgement | Decision

Said: TypeAlias = Mapping[str, Any]
"""A payload read back; the chain holds its shape."""

_KINDS = {kind.value: kind for kind in Kind}
_OPTIONAL_WORDS = tuple(
    f.name
    for f in fields(Description)
    if f.name not in {"id", "document", "clearance", "published", "invented"}
)


def period_said(period: Period) -> Plain:
    """A period as a row of its four bounds, aspect, precision and words."""
    bounds = (period.start.lo, period.start.hi, period.end.lo, period.end.hi)
    return [*bounds, period.aspect.value, period.precision.value, period.words]


@lru_cache(maxsize=4096)
def _period(said: tuple[int, int, int, int, str, str, str]) -> Period:
    start_lo, start_hi, end_lo, end_hi, aspect, precision, words = said
    return Period(
        start=Range(start_lo, start_hi),
        end=Range(end_lo, end_hi),
        aspect=Aspect(aspect),
        precision=Precision(precision),
        words=words,
    )


def _place(passage: Passage) -> list[Plain]:
    return [passage.text, passage.start, passage.end]


def document_said(document: Document) -> dict[str, Plain]:
    """What an entry says of a document."""
    return {"sha256": document.id, "size": document.size, "media_type": document.media_type}


def description_said(description: Description) -> dict[str, Plain]:
    """What an entry says of a description."""
    said: dict[str, Plain] = {
        "document": description.document,
        "clearance": description.clearance.word,
        "invented": description.invented,
    }
    for name in _OPTIONAL_WORDS:
        word: str | None = getattr(description, name)
        if word is not None:
            said[name] = word
    if description.published is not None:
        said["published"] = period_said(description.published)
    return said


def text_said(text: Text) -> dict[str, Plain]:
    """What an entry says of a text: all but its characters."""
    return {
        "document": text.document,
        "extractor": text.extractor,
        "pages": list(text.pages),
        "tabular": text.tabular,
        "notes": list(text.notes),
        "sha256": sha256(text.content.encode()),
    }


def subject_said(subject: Subject) -> dict[str, Plain]:
    """What an entry says of a subject."""
    said: dict[str, Plain] = {
        "kind": subject.kind.value,
        "document": subject.document,
        "passage": _place(subject.passage),
    }
    if subject.key:
        said["key"] = list(subject.key)
    return said


def claim_said(claim: Claim) -> dict[str, Plain]:
    """What an entry says of a claim."""
    said: dict[str, Plain] = {
        "passage": _place(claim.passage),
        "subject": claim.subject,
        "property": claim.property,
    }
    if claim.value is not None:
        said["value"] = claim.value
    if claim.roles:
        said["roles"] = [list(role) for role in claim.roles]
    if claim.details:
        said["details"] = [list(detail) for detail in claim.details]
    if claim.period != UNDATED:
        said["period"] = period_said(claim.period)
    if claim.polarity is not Polarity.ASSERTED:
        said["polarity"] = claim.polarity.value
    if claim.told is not Told.DIRECT:
        said["told"] = claim.told.value
    if claim.hearsay_depth:
        said["hearsay_depth"] = claim.hearsay_depth
    if claim.teller is not None:
        said["teller"] = claim.teller
    if claim.basis != "unknown":
        said["basis"] = claim.basis
    return said


def reading_said(reading: Reading) -> dict[str, Plain]:
    """What an entry says of a reading."""
    return {
        "text": reading.text,
        "pipeline": reading.pipeline,
        "version": reading.version,
        "claims": list(reading.claims),
        "judgements": list(reading.judgements),
    }


def judgement_said(judgement: Judgement) -> dict[str, Plain]:
    """What an entry says of a judgement."""
    return {
        "a": judgement.a,
        "b": judgement.b,
        "verdict": judgement.verdict.value,
        "author": judgement.author,
        "by_person": judgement.by_person,
        "why": judgement.why,
        "at": judgement.at,
        "after": judgement.after,
        "relies_on": list(judgement.relies_on),
    }


def decision_said(decision: Decision) -> dict[str, Plain]:
    """What an entry says of a decision."""
    return {
        "act": decision.act.value,
        "target": decision.target,
        "author": decision.author,
        "why": decision.why,
        "at": decision.at,
        "value": decision.value,
        "after": decision.after,
    }


def to_document(_name: str, _seq: int, said: Said) -> Document:
    """The document of an entry."""
    return Document(id=said["sha256"], size=said["size"], media_type=said["media_type"])


def to_description(object_id: str, _seq: int, said: Said) -> Description:
    """The description of an entry."""
    words = {name: said.get(name) for name in _OPTIONAL_WORDS}
    published = said.get("published")
    return Description(
        id=object_id,
        document=said["document"],
        clearance=Clearance.parse(said["clearance"]),
        published=None if published is None else _period(tuple(published)),
        invented=said["invented"],
        **words,
    )


def to_text(object_id: str, _seq: int, said: Said, *, characters: str = "") -> Text:
    """The text of an entry; without characters unless they are given."""
    return Text(
        id=object_id,
        document=said["document"],
        extractor=said["extractor"],
        content=characters,
        pages=tuple(said["pages"]),
        tabular=said["tabular"],
        notes=tuple(said["notes"]),
    )


def to_subject(object_id: str, _seq: int, said: Said) -> Subject:
    """The subject of an entry."""
    text, start, end = said["passage"]
    return Subject(
        id=object_id,
        kind=_KINDS[said["kind"]],
        document=said["document"],
        passage=Passage(text=text, start=start, end=end),
        key=tuple(said.get("key", ())),
    )


def to_claim(object_id: str, _seq: int, said: Said) -> Claim:
    """The claim of an entry."""
    text, start, end = said["passage"]
    period = said.get("period")
    return Claim(
        id=object_id,
        passage=Passage(text=text, start=start, end=end),
        subject=said["subject"],
        property=said["property"],
        value=said.get("value"),
        roles=tuple([(role, subject) for role, subject in said.get("roles", ())]),
        details=tuple([(name, value) for name, value in said.get("details", ())]),
        period=UNDATED if period is None else _period(tuple(period)),
        polarity=Polarity(said["polarity"]) if "polarity" in said else Polarity.ASSERTED,
        told=Told(said["told"]) if "told" in said else Told.DIRECT,
        hearsay_depth=said.get("hearsay_depth", 0),
        teller=said.get("teller"),
        basis=said.get("basis", "unknown"),
    )


def to_reading(object_id: str, seq: int, said: Said) -> Reading:
    """The reading of an entry."""
    return Reading(
        id=object_id,
        text=said["text"],
        pipeline=said["pipeline"],
        version=said["version"],
        seq=seq,
        claims=tuple(said["claims"]),
        judgements=tuple(said["judgements"]),
    )


def to_judgement(object_id: str, seq: int, said: Said) -> Judgement:
    """The judgement of an entry."""
    parts = {**said, "verdict": Verdict(said["verdict"]), "relies_on": tuple(said["relies_on"])}
    return Judgement(id=object_id, seq=seq, **parts)


def to_decision(object_id: str, seq: int, said: Said) -> Decision:
    """The decision of an entry."""
    return Decision(id=object_id, seq=seq, **{**said, "act": Act(said["act"])})


class Form(NamedTuple):
    """How the values of one kind are written as a payload and read back."""

    say: Callable[[Any], dict[str, Plain]]
    value: Callable[[str, int, Said], Value]


FORMS: Mapping[str, Form] = {
    "document": Form(document_said, to_document),
    "description": Form(description_said, to_description),
    "text": Form(text_said, to_text),
    "subject": Form(subject_said, to_subject),
    "claim": Form(claim_said, to_claim),
    "reading": Form(reading_said, to_reading),
    "judgement": Form(judgement_said, to_judgement),
    "decision": Form(decision_said, to_decision),
}
"""Every kind of value, in the order in which a batch is appended."""


def values_of(batch: Batch) -> dict[str, dict[str, Value]]:
    """The values of a batch by kind and id, of one id the first."""
    values: dict[str, Sequence[Value]] = {
        "document": batch.documents,
        "description": batch.descriptions,
        "text": batch.texts,
        "subject": batch.subjects,
        "claim": batch.claims,
        "reading": batch.readings,
        "judgement": batch.judgements,
        "decision": batch.decisions,
    }
    return {kind: _first_by_id(some) for kind, some in values.items()}


def _first_by_id(values: Sequence[Value]) -> dict[str, Value]:
    by_id: dict[str, Value] = {}
    for value in values:
        by_id.setdefault(value.id, value)
    return by_id
