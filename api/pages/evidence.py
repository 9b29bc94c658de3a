"""Pages of documents and claims: where every statement leads."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.pages.page import APage
from graph.errors import NotFound
from visual.by_hand import happenings
from visual.passages import passages

router = APIRouter(prefix="/{lang}")


@router.get("/documents")
def documents(page: APage) -> HTMLResponse:
    """Every document that the reader may see, and a form to add one."""
    evidence = page.knowledge.evidence
    of_text = {t.id: t.document for t in evidence.texts.values()}
    counts: dict[str, int] = dict.fromkeys(evidence.documents, 0)
    for claim in evidence.claims.values():
        counts[of_text[claim.passage.text]] += 1
    return page.answer("documents.html", counts=counts, may_add=page.takes_files)


@router.get("/documents/{uid}")
def document(page: APage, uid: str) -> HTMLResponse:
    """A document with its marked passages."""
    inner, evidence = page.inner(uid), page.knowledge.evidence
    if inner not in evidence.documents:
        raise NotFound(kind="document", wanted=uid)
    texts = [page.asking.text(t.id) for t in evidence.texts.values() if t.document == inner]
    ids = {t.id for t in texts}
    claims = [c for c in evidence.claims.values() if c.passage.text in ids]
    claims.sort(key=lambda c: (c.passage, c.id))
    shown = [(text, passages(page.knowledge, text)) for text in texts]
    return page.answer(
        "document.html",
        uid=uid,
        document=inner,
        texts=shown,
        claims=claims,
        happenings=happenings(),
    )


@router.get("/claims/{uid}")
def claim(page: APage, uid: str) -> HTMLResponse:
    """A claim, its passage, what rests on it, and the buttons to accept or reject it."""
    inner = page.inner(uid)
    if inner not in page.knowledge.evidence.claims:
        raise NotFound(kind="claim", wanted=uid)
    claim = page.knowledge.evidence.claims[inner]
    return page.answer("claim.html", uid=uid, claim=claim, happenings=happenings())
