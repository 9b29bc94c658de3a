"""Pages of documents and claims: where every statement leads."""

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from types import MappingProxyType

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.meant import may_be_parted
from api.pages.page import APage, Page
from api.request import ADoor
from graph.claim import Claim
from graph.errors import NotFound
from graph.questions.acts import acts
from visual.acts import did
from visual.by_hand import happenings
from visual.passages import passages
from visual.taken_for import taken_for

EMPTY: Mapping[str, str] = MappingProxyType({})
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
def claim(page: APage, door: ADoor, uid: str) -> HTMLResponse:
    """A claim, its passage, what rests on it, and the buttons to accept or reject it.

    One that counts no longer stays an address: its page says who decided so, and why.
    """
    evidence = door.workspace.current.evidence()
    inner = page.asking.outward.decided_on(uid, evidence)
    known = page.knowledge.evidence
    if inner in known.claims:
        return claim_page(page, uid, known.claims[inner])
    if inner not in evidence.claims or evidence.claims[inner].passage.text not in known.texts:
        raise NotFound(kind="claim", wanted=uid)
    found = acts(evidence, door.workspace.reader).acts
    return page.answer(
        "claim_rejected.html",
        uid=uid,
        claim=evidence.claims[inner],
        acts=[made for made in found if inner in {about.id for about in made.about}],
        did=partial(did, words=page.shown.words),
    )


def claim_page(
    page: Page,
    uid: str,
    claim: Claim,
    *,
    given: Mapping[str, str] = EMPTY,
    wrong: Mapping[str, str] = EMPTY,
) -> HTMLResponse:
    """The page of a claim; `given` is what was typed into the form of whom it means."""
    return page.answer(
        "claim.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        uid=uid,
        claim=claim,
        happenings=happenings(),
        joined=may_be_parted(page.knowledge, claim),
        taken_for=partial(taken_for, page.shown, claim),
        given=given,
        wrong=wrong,
    )
