"""Pages that list: network, flows, events, contradictions, and how to read all of it."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.pages.days import AskedDays
from api.pages.page import APage
from api.window import Window
from graph.fold.events import EVENTS
from graph.grade import Grade
from graph.questions.events import contradictions, events
from graph.questions.flows import flows
from visual.drawing import draw
from visual.layout import places
from visual.network_words import NetworkWords
from visual.view import facilities_view, people_view

router = APIRouter(prefix="/{lang}")
MOST_NODES = 120


@router.get("/network")
def network(page: APage, window: Window, around: str | None = None) -> HTMLResponse:
    """Facilities and the moves between them, or everything tied to one entity."""
    uid = page.asking.outward
    inner = page.inner(around) if around else None
    if inner is None:
        view = facilities_view(page.knowledge, uid)
    else:
        view = people_view(page.knowledge, uid, each_move=False).around(uid(inner))
    view = view.within(window=window).most(MOST_NODES)
    worded = NetworkWords(shown=page.shown, view=view)
    label = page.shown.t("network_title")
    svg = draw(
        view, places(view), label=label, name=worded.name, href=worded.href, said=worded.said
    )
    return page.answer(
        "network.html", view=view, svg=svg, inner=inner, around=around, worded=worded
    )


@router.get("/flows")
def flow_page(page: APage, window: Window) -> HTMLResponse:
    """Transfers by month."""
    return page.answer("flows.html", answer=flows(page.knowledge, window=window))


@router.get("/events")
def event_page(
    page: APage,
    days: AskedDays,
    kind: Annotated[str, Query(alias="type", max_length=40)] = "",
    article: Annotated[str, Query(max_length=80)] = "",
) -> HTMLResponse:
    """Events by kind, article and days."""
    types = frozenset({kind}) if kind else None
    answer = events(page.knowledge, types=types, article=article or None, window=days.window)
    wrong = {field: page.shown.t("wrong_day") for field in days.wrong}
    form = {**days.typed, "type": kind, "article": article}
    return page.answer("events.html", answer=answer, types=sorted(EVENTS), form=form, wrong=wrong)


@router.get("/contradictions")
def contradiction_page(page: APage) -> HTMLResponse:
    """Where sources contradict each other, both sides."""
    return page.answer("contradictions.html", answer=contradictions(page.knowledge))


@router.get("/method")
def method(page: APage) -> HTMLResponse:
    """How to read these pages, and what they must never be used for."""
    return page.answer("method.html", grades=tuple(Grade))
