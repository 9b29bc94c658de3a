"""The reference of this API as one plain page, and what each kind of problem means."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.problems import EVERY_PROBLEM
from visual.reference import reference_page

router = APIRouter(include_in_schema=False)


@router.get("/reference")
def reference(request: Request) -> HTMLResponse:
    """Made of the OpenAPI description; it loads nothing from outside and needs no JavaScript."""
    return HTMLResponse(reference_page(request.app.openapi(), problems=EVERY_PROBLEM))
