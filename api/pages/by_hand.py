"""Forms in which a person says what a passage says: a claim is added, or corrected."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi import Form as Sent
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.acting import Acting
from api.asking import Door
from api.by_hand import Said, stands
from api.pages.evidence import claim_page
from api.pages.named import exactly
from api.pages.page import APage, Page
from api.request import ADoor
from graph.claim import Claim, Kind, Polarity
from graph.edtf import parse_edtf
from graph.errors import InvalidPeriod, InvalidValue, NotFound
from visual.by_hand import (
    FIRST,
    Form,
    blank,
    codes_of,
    details_of,
    form_of,
    happenings,
    roles_of,
)

router = APIRouter(prefix="/{lang}")
Line = Annotated[str, Sent(max_length=400)]
Lines = Annotated[list[Line], Sent(default_factory=list, max_length=60)]
Says = Annotated[str, Query(max_length=64)]


def typed(
    *,
    says: Line,
    quote: Annotated[str, Sent(max_length=4000)] = "",
    role: Lines,
    kind: Annotated[list[Kind], Sent(default_factory=list, max_length=60)],
    words: Lines,
    detail: Lines,
    value: Lines,
    when: Line = "",
    polarity: Annotated[Polarity, Sent()] = Polarity.ASSERTED,
    why: Annotated[str, Sent(max_length=4000)] = "",
) -> Form:
    """The form as it was sent; browsers send two characters for the end of a line."""
    given = [(r, k, w.strip()) for r, k, w in zip(role, kind, words, strict=False) if w.strip()]
    details = {d: v.strip() for d, v in zip(detail, value, strict=False) if v.strip()}
    return Form(
        says=_known(says),
        quote=quote.replace("\r\n", "\n").strip(),
        roles=roles_of(says, given),
        details=details,
        when=when.strip(),
        polarity=polarity,
        why=why.strip(),
    )


Typed = Annotated[Form, Depends(typed)]


@router.get("/documents/{uid}/claims")
def to_add(page: APage, uid: str, says: Says = FIRST[0], passage: Says = "") -> HTMLResponse:
    """The form that adds a claim, about the passage of another if one is named."""
    document = _document(page, uid)
    claim = _claim(page, passage) if passage else None
    texts = page.knowledge.evidence.texts
    if claim is not None and texts[claim.passage.text].document != document:
        raise NotFound(kind="claim", wanted=passage)
    quote = "" if claim is None else _quoted(page, claim)
    return _form(page, blank(_known(says), quote), uid=uid, document=document, passage=passage)


@router.post("/documents/{uid}/claims")
def add(page: APage, door: ADoor, uid: str, form: Typed) -> Response:
    """Add a claim."""
    document = _document(page, uid)
    texts = [t.id for t in page.knowledge.evidence.texts.values() if t.document == document]
    wrong = _wrong(page, door, form, texts)
    if wrong:
        return _form(page, form, uid=uid, document=document, wrong=wrong)
    return _recorded(page, Acting(door, page.asking).add(uid, _said(form)))


@router.get("/claims/{uid}/correct")
def to_correct(page: APage, uid: str, says: Says = "") -> HTMLResponse:
    """The form that corrects a claim, filled with what it says now."""
    claim = _claim(page, uid)
    said = _known(says or claim.property)
    form = form_of(claim, page.knowledge, says=said, text_of=page.asking.text)
    return _form(page, form, uid=uid, claim=claim)


@router.post("/claims/{uid}/correct")
def correct(page: APage, door: ADoor, uid: str, form: Typed) -> Response:
    """Reject a claim and put another in its stead."""
    claim = _claim(page, uid)
    wrong = _wrong(page, door, form, (claim.passage.text,))
    if wrong:
        return _form(page, form, uid=uid, claim=claim, wrong=wrong)
    return _recorded(page, Acting(door, page.asking).correct(uid, _said(form)))


@router.post("/claims/{uid}/meant")
def meant(
    *,
    page: APage,
    door: ADoor,
    uid: str,
    subject: Annotated[str, Sent(min_length=1, max_length=64)],
    other: Annotated[str, Sent(max_length=200)] = "",
    why: Annotated[str, Sent(max_length=4000)] = "",
) -> Response:
    """Part a subject of a claim from whom it was joined with, and join it to another if named."""
    claim, t = _claim(page, uid), page.shown.t
    wrong = {} if why.strip() else {"why": t("wrong_missing")}
    known, another = page.knowledge, None
    if other.strip():
        at = next((s for s in claim.subjects() if page.shown.uid(s) == subject), claim.subject)
        fit = exactly(page, other, known.entity_of.get(at))
        if len(fit) == 1 and fit[0] != known.entity_of.get(at):
            another = fit[0]
        else:
            wrong["other"] = t("wrong_several" if len(fit) > 1 else "wrong_name")
    if wrong:
        given = {"subject": subject, "other": other, "why": why}
        return claim_page(page, uid, claim, given=given, wrong=wrong)
    made = Acting(door, page.asking).part(claim, subject, another, why=why)
    return RedirectResponse(f"/{page.shown.lang}/acts#a-{made}", status_code=HTTPStatus.SEE_OTHER)


def _known(says: str) -> str:
    if says not in happenings():
        raise InvalidValue(field="says", value=says, expected=", ".join(happenings()))
    return says


def _document(page: Page, uid: str) -> str:
    inner = page.inner(uid)
    if inner not in page.knowledge.evidence.documents:
        raise NotFound(kind="document", wanted=uid)
    return inner


def _claim(page: Page, uid: str) -> Claim:
    found = page.knowledge.evidence.claims.get(page.inner(uid))
    if found is None:
        raise NotFound(kind="claim", wanted=uid)
    return found


def _quoted(page: Page, claim: Claim) -> str:
    at = claim.passage
    return page.asking.text(at.text).content[at.start : at.end]


def _said(form: Form) -> Said:
    return Said(
        quote=form.quote,
        says=form.says,
        roles=[(r.role, r.kind, r.words) for r in form.roles if r.words],
        when=form.when or None,
        details=list(form.details.items()),
        polarity=form.polarity,
        why=form.why,
    )


def _wrong(page: Page, door: Door, form: Form, texts: Iterable[str]) -> dict[str, str]:
    """What is to be corrected, by field; a role by its place."""
    t = page.shown.t
    lacking = {name: getattr(form, name) for name in ("quote", "why")}
    wrong = {name: t("wrong_missing") for name, said in lacking.items() if not said}
    if form.quote and not stands(door.workspace, page.knowledge, texts, form.quote):
        wrong["quote"] = t("wrong_quote")
    if not any(r.words for r in form.roles):
        wrong["words-0"] = t("wrong_nobody")
    if form.quote:
        strange = (n for n, filled in enumerate(form.roles) if filled.words not in form.quote)
        wrong |= {f"words-{n}": t("wrong_words") for n in strange}
    try:
        parse_edtf(form.when)
    except InvalidPeriod:
        wrong["when"] = t("wrong_when")
    return wrong


def _recorded(page: Page, act: str) -> RedirectResponse:
    return RedirectResponse(f"/{page.shown.lang}/acts/{act}", status_code=HTTPStatus.SEE_OTHER)


def _form(
    page: Page,
    form: Form,
    *,
    uid: str,
    document: str | None = None,
    claim: Claim | None = None,
    passage: str = "",
    wrong: dict[str, str] | None = None,
) -> HTMLResponse:
    texts = page.knowledge.evidence.texts
    return page.answer(
        "claim_form.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        form=form,
        uid=uid,
        claim=claim,
        document=document if claim is None else texts[claim.passage.text].document,
        passage=passage,
        wrong=wrong or {},
        happenings=happenings(),
        details_of=details_of,
        codes_of=codes_of,
    )
