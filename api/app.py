"""The application: routes, protection around them, and one answer for each kind of error."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from api.answered import form
from api.asking import Door, Serving
from api.failing import answer_errors
from api.jobs import Intake, Jobs
from api.pages import pages
from api.protection import Protected
from api.routes import (
    acts,
    documents,
    exports,
    facilities,
    graph,
    intake,
    lookup,
    paths,
    people,
    reference,
)
from graph.errors import InvalidValue
from visual.pages import STATIC

VERSION = "/api/v1"


def create_app(
    workspace: Serving, *, intake_with: Intake | None = None, contained: bool = False
) -> FastAPI:
    """The API under /api/v1, and the pages under /en, /uk and /ru.

    `contained`: the process runs in a container that publishes its port on loopback alone, so it
    may listen on every address inside. `intake_with` reads one file that was sent in.

    Raises:
        InvalidValue: the settings name an address other than loopback; there are no accounts yet.
    """
    if not (workspace.settings.loopback or contained):
        raise InvalidValue(
            field="WHEREABOUTS_HOST",
            value=workspace.settings.host,
            expected="127.0.0.1: there are no accounts yet, so the pages are for this machine only",
        )
    jobs = None if intake_with is None else Jobs(intake_with)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        if jobs is not None:
            jobs.close()

    app = FastAPI(
        title="Whereabouts",
        version="1",
        openapi_url=f"{VERSION}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=life,
    )
    app.state.door = Door(workspace)
    app.state.jobs = jobs
    for module in (people, facilities, paths, lookup, graph, documents):
        app.include_router(module.router, prefix=VERSION, dependencies=[Depends(form)])
    for module in (acts, intake, exports, reference):
        app.include_router(module.router, prefix=VERSION)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.include_router(pages)
    language = workspace.settings.language

    @app.get("/", include_in_schema=False)
    def start() -> RedirectResponse:
        return RedirectResponse(f"/{language}/", status_code=303)

    answer_errors(app)
    app.add_middleware(Protected)
    return app
