"""Files sent in, and the jobs that read them."""

from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Request, UploadFile

from api.jobs import Jobs
from api.models.acts import JobModel, from_job
from api.problems import NoIntake

router = APIRouter(tags=["intake"])
Field = Annotated[str, Form(min_length=1, max_length=400)]
Optional = Annotated[str, Form(max_length=400)]
Languages = Literal["en", "uk", "ru"]


def jobs_of(request: Request) -> Jobs:
    """The jobs of this application.

    Raises:
        NoIntake: it was made without an intake.
    """
    jobs: Jobs | None = request.app.state.jobs
    if jobs is None:
        raise NoIntake
    return jobs


@router.post("/documents", status_code=HTTPStatus.ACCEPTED)
def send_in(
    *,
    request: Request,
    file: Annotated[UploadFile, File()],
    title: Field,
    publisher: Field,
    source_type: Field,
    clearance: Field,
    licence: Field,
    author: Optional = "",
    published: Optional = "",
    language: Optional = "",
    origin: Optional = "",
    invented: Optional = "",
) -> JobModel:
    """Read a file in; what is known of its source goes with it."""
    given = {
        "title": title,
        "publisher": publisher,
        "source_type": source_type,
        "clearance": clearance,
        "licence": licence,
        "author": author,
        "published": published,
        "language": language,
        "origin": origin,
        "invented": invented,
    }
    known = {name: value for name, value in given.items() if value}
    return from_job(jobs_of(request).take(file.file, file.filename or "", known))


@router.get("/jobs/{job}")
def one_job(request: Request, job: str, lang: Languages = "en") -> JobModel:
    """How far the reading-in of a file has come, and what became of it."""
    return from_job(jobs_of(request).job(job), language=lang)
