"""Names, events, contradictions, relations, summaries."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api.answered import answered
from api.models.answer import model_of
from api.models.lookup import (
    CandidatesModel,
    ContradictionsModel,
    EventsModel,
    RelationModel,
)
from api.models.summary import SummaryModel
from api.request import Ask
from api.summaries import summary_of
from api.window import Window
from graph.claim import Kind
from graph.questions.events import contradictions, events
from graph.questions.find import EVERY_KIND, find
from graph.questions.relation import relation

router = APIRouter(tags=["look-ups"])
Words = Annotated[str, Query(min_length=1, max_length=200)]
Languages = Literal["en", "uk", "ru"]


@router.get("/search", response_model=CandidatesModel)
def search(
    request: Request, ask: Ask, q: Words, kind: Annotated[list[Kind] | None, Query()] = None
) -> Response:
    """Everything a name may mean, in any script; a number alone is never taken for one facility."""
    return answered(request, model_of(find(ask.knowledge, q, kinds=kind or EVERY_KIND), ask))


@router.get("/events", response_model=EventsModel)
def event_list(
    *,
    request: Request,
    ask: Ask,
    window: Window,
    type: Annotated[list[str] | None, Query(max_length=40)] = None,  # noqa: A002
    who: str | None = None,
    at: str | None = None,
    court: str | None = None,
    judge: str | None = None,
    article: Annotated[str | None, Query(max_length=80)] = None,
) -> Response:
    """Events by kind, person, place, court, judge, article and days."""
    entities = {"who": who, "at": at, "court": court, "judge": judge}
    ids = {name: ask.perhaps(uid) for name, uid in entities.items()}
    types = frozenset(type) if type else None
    answer = events(ask.knowledge, types=types, article=article, window=window, **ids)
    return answered(request, model_of(answer, ask))


@router.get("/contradictions", response_model=ContradictionsModel)
def contradiction_list(request: Request, ask: Ask, about: str | None = None) -> Response:
    """Where sources contradict each other, both sides with their claims."""
    answer = contradictions(ask.knowledge, about=ask.perhaps(about))
    return answered(request, model_of(answer, ask))


@router.get("/relation", response_model=RelationModel)
def one_relation(request: Request, ask: Ask, one: str, other: str) -> Response:
    """How two entities relate: ties, shared stays, moves, events, shortest connection."""
    answer = relation(ask.knowledge, ask.inner(one), ask.inner(other))
    return answered(request, model_of(answer, ask))


@router.get("/summary", response_model=SummaryModel)
def one_summary(
    request: Request, ask: Ask, about: str, other: str | None = None, lang: Languages = "en"
) -> Response:
    """A summary of a person, a facility or a relation; each sentence with its claims."""
    return answered(request, model_of(summary_of(ask, about, other), ask, language=lang))
