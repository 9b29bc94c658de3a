"""Forms that write: judge, decide on a claim, retract a document, undo, send a file in."""

from functools import partial
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.acting import Acting
from api.pages.page import APage, Page
from api.request import ADoor
from api.routes.intake import jobs_of
from graph.answer.acts import About, AboutKind
from graph.decision import Act
from graph.errors import NotFound
from graph.judgement import Verdict
from graph.questions.acts import acts
from graph.questions.find import find
from visual.acts import did, what
from visual.words.problems import problem

router = APIRouter(prefix="/{lang}")
Why = Annotated[str, Form(min_length=1, max_length=4000)]
Id = Annotated[str, Form(min_length=1, max_length=64)]
Said = Annotated[str, Form(max_length=400)]


@router.post("/claims/{uid}/{verdict}")
def decide_claim(
    page: APage, door: ADoor, uid: str, verdict: Literal["accept", "reject"], why: Why
) -> RedirectResponse:
    """Accept or reject a claim."""
    made = Acting(door, page.asking).decide(Act(verdict), uid, why=why)
    return RedirectResponse(f"/{page.shown.lang}/acts/{made}", status_code=HTTPStatus.SEE_OTHER)


@router.post("/documents/{uid}/retract")
def retract(page: APage, door: ADoor, uid: str, why: Why) -> RedirectResponse:
    """Retract a document."""
    made = Acting(door, page.asking).decide(Act.RETRACT, uid, why=why)
    return RedirectResponse(f"/{page.shown.lang}/acts/{made}", status_code=HTTPStatus.SEE_OTHER)


@router.post("/judgements")
def judge(
    *,
    page: APage,
    door: ADoor,
    a: Id,
    b: Annotated[str, Form(min_length=1, max_length=200)],
    verdict: Annotated[Verdict, Form()],
    why: Why,
) -> Response:
    """Judge two entities the same or different; a name that several bear is shown to choose.

    Raises:
        NotFound, InvalidValue, ContestedJoin: nothing was written.
    """
    one, known = page.inner(a), page.knowledge.entities
    if one not in known:
        raise NotFound(kind="entity", wanted=a)
    other = _by_id(page, b)
    if other is None:
        fit = find(page.knowledge, b, kinds=(known[one].kind,))
        found = tuple(c for c in fit if c.entity and c.entity != one)
        if len(found) != 1 or not found[0].exact:
            return page.answer(
                "judge.html", uid=a, one=one, verdict=verdict, why=why, q=b, found=found[:100]
            )
        other = page.asking.outward(found[0].entity or "")
    made = Acting(door, page.asking).judge(a, other, verdict, why=why)
    return RedirectResponse(f"/{page.shown.lang}/acts/{made}", status_code=HTTPStatus.SEE_OTHER)


def _by_id(page: Page, words: str) -> str | None:
    try:
        return words.strip() if page.inner(words.strip()) in page.knowledge.entities else None
    except NotFound:
        return None


@router.get("/acts")
def every_act(page: APage, door: ADoor) -> HTMLResponse:
    """What people did about what this reader may see, the newest first."""
    workspace, shown = door.workspace, page.shown
    found = acts(workspace.current.evidence(), workspace.reader)
    worded = partial(
        what, words=shown.words, knowledge=page.knowledge, text_of=shown.text, uid=shown.uid
    )
    return page.answer(
        "acts.html",
        acts=found.acts,
        what=worded,
        did=partial(did, words=shown.words),
        href=partial(_href, page),
    )


def _href(page: Page, about: About) -> str | None:
    """Where the thing that an act is about stands now; of a retracted document nothing stands."""
    known, lang, uid = page.knowledge, page.shown.lang, page.shown.uid(about.id)
    if about.kind is AboutKind.SUBJECT and about.id in known.entity_of:
        return page.shown.href(known.entity_of[about.id])
    at = about.passage
    if about.kind is AboutKind.CLAIM and at is not None and at.text in known.evidence.texts:
        return f"/{lang}/claims/{uid}"
    if about.kind is AboutKind.DOCUMENT:
        return f"/{lang}/documents/{uid}"
    return f"#a-{uid}" if about.kind is AboutKind.ACT else None


@router.get("/acts/{uid}")
def act(page: APage, door: ADoor, uid: str) -> HTMLResponse:
    """Where an act is undone; the same page whether or not there is such an act."""
    workspace = door.workspace
    seen = acts(workspace.current.evidence(), workspace.reader).acts
    undone = any(page.shown.uid(a.id) == uid and a.undone_by for a in seen)
    return page.answer("act.html", uid=uid, undone=undone)


@router.post("/acts/{uid}/withdraw")
def withdraw(page: APage, door: ADoor, uid: str, why: Why) -> RedirectResponse:
    """Undo an act."""
    made = Acting(door, page.asking).withdraw(uid, why=why)
    return RedirectResponse(f"/{page.shown.lang}/acts/{made}", status_code=HTTPStatus.SEE_OTHER)


@router.post("/documents")
def send_in(
    *,
    page: APage,
    request: Request,
    file: Annotated[UploadFile, File()],
    title: Said,
    publisher: Said,
    source_type: Said,
    clearance: Said,
    licence: Said,
    published: Said = "",
    invented: Said = "",
) -> RedirectResponse:
    """Read a file in."""
    given = {
        "title": title,
        "publisher": publisher,
        "source_type": source_type,
        "clearance": clearance,
        "licence": licence,
        "published": published,
        "invented": invented,
    }
    known = {name: value for name, value in given.items() if value}
    job = jobs_of(request).take(file.file, file.filename or "", known)
    return RedirectResponse(f"/{page.shown.lang}/jobs/{job.id}", status_code=HTTPStatus.SEE_OTHER)


@router.get("/jobs/{job}")
def job_page(page: APage, request: Request, job: str) -> HTMLResponse:
    """How far the reading-in has come."""
    found = jobs_of(request).job(job)
    failure = () if found.error is None else problem(found.error, page.shown.lang)
    return page.answer("job.html", job=found, failure=failure)
