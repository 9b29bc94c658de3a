"""Documents and claims as they stand in the record, as far as this reader may read them."""

from typing import ClassVar

from pydantic import Field

from api.asking import Asking
from api.models.base import Days, Model, Ref, SourceModel
from api.models.outside import Outside, days
from graph.errors import NotFound
from visual.citation import described


class DocumentModel(Model):
    """What is known about a document, and the claims it makes; `text` only if readable whole."""

    rows_in: ClassVar[str] = "claims"
    id: str
    title: str
    publisher: str | None
    author: str | None
    origin: str | None
    language: str | None
    source_type: str | None
    licence: str | None
    invented: bool
    text: str | None
    claims: list[SourceModel]


class DocumentsModel(Model):
    """Every document that this reader may see."""

    rows_in: ClassVar[str] = "documents"
    documents: list[Ref]


class ClaimModel(Model):
    """One claim, and the stays, transfers and events that rest on it."""

    id: str
    subject: Ref | None
    property: str
    value: str | None
    roles: dict[str, list[Ref]]
    as_told: dict[str, list[str]] = Field(
        description="By role, the ids of those whom this claim names: judgements part and join them"
    )
    details: dict[str, list[str]]
    start: Days
    end: Days
    words: str
    polarity: str
    told: str
    basis: str
    source: SourceModel
    supports: list[str]


def from_document(document: str, asking: Asking) -> DocumentModel:
    """The model of a document.

    Raises:
        NotFound: it is no document that this reader may see.
    """
    evidence = asking.knowledge.evidence
    if document not in evidence.documents:
        raise NotFound(kind="document", wanted=document)
    outside = Outside(asking)
    texts = [t for t in evidence.texts.values() if t.document == document]
    whole = [asking.text(t.id).content for t in texts if t.id in asking.knowledge.readable_texts]
    ids = {t.id for t in texts}
    outside.claims(
        sorted(
            (c for c, claim in evidence.claims.items() if claim.passage.text in ids),
            key=lambda c: (evidence.claims[c].passage, c),
        )
    )
    said = {
        field: described(asking.knowledge, document, field)
        for field in ("publisher", "author", "origin", "language", "source_type", "licence")
    }
    return DocumentModel(
        id=outside.id(document),
        title=described(asking.knowledge, document, "title") or "",
        invented=any(d.invented for d in evidence.descriptions if d.document == document),
        text="\n\f\n".join(whole) if len(whole) == len(texts) else None,
        claims=outside.sources(),
        **said,
    )


def from_documents(asking: Asking) -> DocumentsModel:
    """The model of the list of documents."""
    return DocumentsModel(documents=Outside(asking).documents(asking.knowledge.evidence.documents))


def from_claim(claim_id: str, asking: Asking) -> ClaimModel:
    """The model of a claim.

    Raises:
        NotFound: it is no claim that this reader may see.
    """
    known = asking.knowledge
    if claim_id not in known.evidence.claims:
        raise NotFound(kind="claim", wanted=claim_id)
    claim, outside = known.evidence.claims[claim_id], Outside(asking)
    outside.claims((claim_id,))
    roles: dict[str, list[Ref]] = {}
    as_told: dict[str, list[str]] = {}
    for role, subject in claim.roles:
        if subject in known.entity_of:
            as_told.setdefault(role, []).append(outside.id(subject))
            roles.setdefault(role, []).append(outside.ref(known.entity_of[subject]))
    details: dict[str, list[str]] = {}
    for name, value in claim.details:
        details.setdefault(name, []).append(value)
    return ClaimModel(
        id=outside.id(claim_id),
        subject=outside.maybe(known.entity_of.get(claim.subject)),
        property=claim.property,
        value=claim.value,
        roles=roles,
        as_told=as_told,
        details=details,
        start=days(claim.period.start),
        end=days(claim.period.end),
        words=claim.period.words,
        polarity=claim.polarity,
        told=claim.told,
        basis=claim.basis,
        source=outside.sources()[0],
        supports=[outside.id(e) for e in known.events_of.get(claim_id, ())],
    )
