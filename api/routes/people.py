"""People and groups: where they were, with whom, who was moved with them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.answered import answered
from api.models.answer import model_of
from api.models.company import (
    CodetentionModel,
    MovedWithModel,
)
from api.models.entities import EntitiesModel, from_entities
from api.models.history import PersonModel
from api.request import Ask
from api.window import Window
from graph.answer.company import MOST_PAIRS
from graph.claim import Kind
from graph.questions.codetention import codetention_at, codetention_of
from graph.questions.movedwith import moved_with
from graph.questions.person import person

router = APIRouter(tags=["people"])

HIGHEST_PAIRS = 50_000
LIMIT = "pairs in the answer, the most certain first; `in_all` and Pairs-In-All count every one"


@router.get("/people", response_model=EntitiesModel)
def all_people(request: Request, ask: Ask) -> Response:
    """Every named person and every group."""
    return answered(request, from_entities(ask, (Kind.PERSON, Kind.GROUP)))


@router.get("/people/{uid}", response_model=PersonModel)
def one_person(request: Request, ask: Ask, uid: str) -> Response:
    """Stays in order, gaps, last documented place, events and contradictions of one person."""
    return answered(request, model_of(person(ask.knowledge, ask.inner(uid)), ask))


@router.get("/codetention", response_model=CodetentionModel)
def codetention(
    *,
    request: Request,
    ask: Ask,
    window: Window,
    person: str | None = None,
    other: str | None = None,
    facility: str | None = None,
    limit: Annotated[int, Query(ge=1, le=HIGHEST_PAIRS, description=LIMIT)] = MOST_PAIRS,
) -> Response:
    """Who was held with a person, with one other person, or together at a facility."""
    where = ask.perhaps(facility)
    if person is None:
        answer = codetention_at(ask.knowledge, ask.inner(facility), window=window)
    else:
        other_id = ask.perhaps(other)
        answer = codetention_of(
            ask.knowledge, ask.inner(person), other=other_id, facility=where, window=window
        )
    response = answered(request, model_of(answer.first(limit), ask))
    response.headers["Pairs-In-All"] = str(answer.in_all)
    return response


@router.get("/moved-with", response_model=MovedWithModel)
def companions(request: Request, ask: Ask, person: str) -> Response:
    """Who was moved together with a person, by what documents say."""
    answer = moved_with(ask.knowledge, ask.inner(person))
    return answered(request, model_of(answer, ask))
