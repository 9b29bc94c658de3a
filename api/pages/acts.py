"""Forms that write: decide on a claim, retract a document, undo, send a file in."""

from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from api.acting import Acting
from api.pages.page import APage
from api.request import ADoor
from api.routes.intake import jobs_of
from graph.decision import Act

router = APIRouter(prefix="/{lang}")
Why = Annotated[str, Form(min_length=1, max_length=4000)]
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


@router.get("/acts/{uid}")
def act(page: APage, uid: str) -> HTMLResponse:
    """Where an act is undone; the same page whether or not there is such an act."""
    return page.answer("act.html", uid=uid)


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
    invented: Said = "",
) -> RedirectResponse:
    """Read a file in."""
    given = {
        "title": title,
        "publisher": publisher,
        "source_type": source_type,
        "clearance": clearance,
        "licence": licence,
        "invented": invented,
    }
    known = {name: value for name, value in given.items() if value}
    job = jobs_of(request).take(file.file, file.filename or "", known)
    return RedirectResponse(f"/{page.shown.lang}/jobs/{job.id}", status_code=HTTPStatus.SEE_OTHER)


@router.get("/jobs/{job}")
def job_page(page: APage, request: Request, job: str) -> HTMLResponse:
    """How far the reading-in has come."""
    return page.answer("job.html", job=jobs_of(request).job(job))
