"""Errors as they are answered: a problem detail under /api, a page elsewhere; never a trace."""

from dataclasses import replace
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from api.jobs import TooLarge
from api.problems import (
    INVALID,
    NO_INTAKE,
    NOT_FOUND,
    TOO_LARGE,
    UNFORESEEN,
    NoIntake,
    Problem,
    problem_of,
)
from api.request import door_of
from graph.errors import WhereaboutsError
from visual.fields import field_name, may_hold
from visual.labels import LANGUAGES
from visual.pages import render
from visual.shown import Shown

SLUGS = {HTTPStatus.NOT_FOUND: "not_found", HTTPStatus.CONFLICT: "contested"}


def answer_errors(app: FastAPI) -> None:
    """Register one answer for each kind of error."""

    @app.exception_handler(WhereaboutsError)
    def known(request: Request, error: Exception) -> Response:
        return problem(
            request, problem_of(error) if isinstance(error, WhereaboutsError) else UNFORESEEN
        )

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: Exception) -> Response:
        unknown_page = request.path_params.get("lang", "en") not in LANGUAGES
        named = replace(INVALID, fields=_declared(error))
        return problem(request, NOT_FOUND if unknown_page else named)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if status == HTTPStatus.NOT_FOUND:
            return problem(request, NOT_FOUND)
        return problem(request, _plain(HTTPStatus(status)))

    @app.exception_handler(TooLarge)
    def too_large(request: Request, _: Exception) -> Response:
        return problem(request, TOO_LARGE)

    @app.exception_handler(NoIntake)
    def no_intake(request: Request, _: Exception) -> Response:
        return problem(request, NO_INTAKE)

    @app.exception_handler(Exception)
    def unforeseen(request: Request, _: Exception) -> Response:
        return problem(request, UNFORESEEN)


def _declared(error: Exception) -> tuple[str, ...]:
    """The declared fields that are missing or wrong; a field that is too much is not declared."""
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    ends = (e["loc"][-1] for e in found if e["type"] != "extra_forbidden" and len(e["loc"]) > 1)
    return tuple(sorted({end for end in ends if isinstance(end, str)}))


def problem(request: Request, found: Problem) -> Response:
    """The same bytes for every request that fails in this way."""
    language = request.url.path.strip("/").split("/")[0]
    if language in LANGUAGES and found is not UNFORESEEN:
        return _page(request, found, language)
    return JSONResponse(
        found.body(), status_code=found.status.value, media_type="application/problem+json"
    )


def _page(request: Request, found: Problem, language: str) -> HTMLResponse:
    asking = door_of(request).asking()
    shown = Shown(knowledge=asking.knowledge, uid=asking.outward, text=asking.text, lang=language)
    slug = SLUGS.get(
        found.status, "invalid" if found.status < HTTPStatus.INTERNAL_SERVER_ERROR else "inside"
    )
    wrong = [(field_name(shown, f), may_hold(shown, f, found.expected)) for f in found.fields]
    html = render("error.html", shown, here="", elsewhere="", slug=slug, wrong=wrong)
    return HTMLResponse(html, status_code=found.status.value)


def _plain(status: HTTPStatus) -> Problem:
    return Problem(
        status=status,
        slug="http",
        title=status.phrase,
        do="Compare the request with GET /api/v1/reference.",
    )
