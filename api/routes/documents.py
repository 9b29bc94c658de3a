"""Documents and claims: what a statement leads to."""

from fastapi import APIRouter, Request, Response

from api.answered import answered
from api.models.evidence import (
    ClaimModel,
    DocumentModel,
    DocumentsModel,
    from_claim,
    from_document,
    from_documents,
)
from api.request import Ask

router = APIRouter(tags=["documents"])


@router.get("/documents", response_model=DocumentsModel)
def all_documents(request: Request, ask: Ask) -> Response:
    """Every document that the reader of this process may see."""
    return answered(request, from_documents(ask))


@router.get("/documents/{uid}", response_model=DocumentModel)
def one_document(request: Request, ask: Ask, uid: str) -> Response:
    """What is known about a document, its text where readable whole, and its claims."""
    return answered(request, from_document(ask.inner(uid), ask))


@router.get("/claims/{uid}", response_model=ClaimModel)
def one_claim(request: Request, ask: Ask, uid: str) -> Response:
    """One claim with its passage, and what rests on it."""
    return answered(request, from_claim(ask.inner(uid), ask))
