"""Facilities, and flows between them."""

from fastapi import APIRouter, Request, Response

from api.answered import answered
from api.models.answer import model_of
from api.models.entities import EntitiesModel, from_entities
from api.models.place import FacilityModel, FlowsModel
from api.request import Ask
from api.window import Window, end
from graph.claim import Kind
from graph.questions.facility import facility
from graph.questions.flows import flows

router = APIRouter(tags=["facilities"])


@router.get("/facilities", response_model=EntitiesModel)
def all_facilities(request: Request, ask: Ask) -> Response:
    """Every facility."""
    return answered(request, from_entities(ask, (Kind.FACILITY,)))


@router.get("/facilities/{uid}", response_model=FacilityModel)
def one_facility(
    request: Request,
    ask: Ask,
    uid: str,
    window: Window,
) -> Response:
    """Who was there when, flows by month, events, disagreement and sources of one facility."""
    answer = facility(ask.knowledge, ask.inner(uid), window=window)
    return answered(request, model_of(answer, ask))


@router.get("/flows", response_model=FlowsModel)
def all_flows(
    request: Request,
    ask: Ask,
    window: Window,
    origin: str | None = None,
    destination: str | None = None,
) -> Response:
    """Transfers counted by origin, destination and month."""
    ends = [frozenset(end(ask, e).facilities) if e else None for e in (origin, destination)]
    answer = flows(ask.knowledge, origins=ends[0], destinations=ends[1], window=window)
    return answered(request, model_of(answer, ask))
