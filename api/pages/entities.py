"""Pages of a person, a group, a facility, and of what is neither."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.pages.page import APage
from api.window import Window
from graph.claim import Kind
from graph.errors import NotFound
from graph.questions.events import contradictions
from graph.questions.facility import facility
from graph.questions.movedwith import moved_with
from graph.questions.person import events_of, in_order_of_time, person
from visual.pictures import strip_of_facility, strip_of_person
from visual.shown import FOLDERS

router = APIRouter(prefix="/{lang}")


@router.get("/people/{uid}")
def person_page(page: APage, uid: str) -> HTMLResponse:
    """Where a person was, with gaps, contradictions and sources."""
    answer = person(page.knowledge, page.inner(uid))
    picture = strip_of_person(page.shown, answer)
    return page.answer("person.html", uid=uid, answer=answer, strip=picture)


@router.get("/moved-with/{uid}")
def moved_with_page(page: APage, uid: str) -> HTMLResponse:
    """Who was moved together with a person."""
    answer = moved_with(page.knowledge, page.inner(uid))
    return page.answer("moved_with.html", uid=uid, answer=answer)


@router.get("/facilities/{uid}")
def facility_page(page: APage, uid: str, window: Window) -> HTMLResponse:
    """Who was at a facility, who came and left, and what sources say of it."""
    answer = facility(page.knowledge, page.inner(uid), window=window)
    picture = strip_of_facility(page.shown, answer)
    return page.answer("facility.html", uid=uid, answer=answer, strip=picture)


@router.get("/entities/{uid}")
def entity_page(page: APage, uid: str) -> Response:
    """An organisation or a place; what has a page of its own is found there."""
    inner = page.inner(uid)
    entity = page.knowledge.entities.get(inner)
    if entity is None:
        raise NotFound(kind="entity", wanted=uid)
    if entity.kind in FOLDERS:
        return RedirectResponse(page.shown.href(inner), status_code=303)
    named = [
        e
        for e in page.knowledge.events.values()
        if inner in {entity for _, entity in e.roles} or e.at == inner
    ]
    own = events_of(page.knowledge, inner) if entity.kind is not Kind.PLACE else ()
    return page.answer(
        "entity.html",
        uid=uid,
        entity=entity,
        happened=in_order_of_time({e.id: e for e in (*own, *named)}.values()),
        against=contradictions(page.knowledge, about=inner).contradictions,
    )
