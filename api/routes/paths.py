"""Ways from A to B, as three questions that are never answered alike."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.answered import answered
from api.models.answer import model_of
from api.models.history import ItineraryModel
from api.models.path import ReachableModel, TravelledModel
from api.request import Ask
from api.window import Window, end
from graph.errors import InvalidValue
from graph.questions.itinerary import itinerary
from graph.questions.reachable import HIGHEST_ROUTES, MAX_HOPS, MOST_ROUTES, reachable
from graph.questions.travelled import travelled

router = APIRouter(tags=["paths"])
HIGHEST_HOPS = 8
AN_END = "id of a facility, or ISO 3166-2 code of a region"
LIMIT = "most chains of facilities of `reachable` that are shown; `found` counts them all"
Hops = Annotated[int, Query(ge=1, le=HIGHEST_HOPS)]


class Mode(StrEnum):
    """Which of the three questions."""

    ITINERARY = "itinerary"  # one person's own stays, in order
    TRAVELLED = "travelled"  # the same person, first at A, later at B
    REACHABLE = "reachable"  # connections in time through different people


@router.get("/paths", response_model=ItineraryModel | TravelledModel | ReachableModel)
def paths(
    *,
    request: Request,
    ask: Ask,
    window: Window,
    mode: Mode = Mode.TRAVELLED,
    person: str | None = None,
    origin: Annotated[str | None, Query(alias="from", description=AN_END)] = None,
    destination: Annotated[str | None, Query(alias="to", description=AN_END)] = None,
    via: Annotated[list[str] | None, Query(max_length=4)] = None,
    avoid: Annotated[list[str] | None, Query(max_length=4)] = None,
    max_hops: Hops = MAX_HOPS,
    within: Annotated[int | None, Query(ge=0, le=36_500, description="days")] = None,
    certain: bool = False,
    limit: Annotated[int, Query(ge=1, le=HIGHEST_ROUTES, description=LIMIT)] = MOST_ROUTES,
) -> Response:
    """One person's itinerary, who travelled from A to B, or what connects A and B in time."""
    known = ask.knowledge
    if mode is Mode.ITINERARY:
        return answered(request, model_of(itinerary(known, ask.inner(person)), ask))
    if not origin or not destination:
        raise InvalidValue(field="from, to", value="", expected="two ends")
    ends = end(ask, origin), end(ask, destination)
    past = tuple(end(ask, v) for v in via or ())
    not_past = tuple(end(ask, v) for v in avoid or ())
    if mode is Mode.TRAVELLED:
        same = travelled(
            known, *ends, window=window, via=past, avoid=not_past, possible=not certain
        )
        return answered(request, model_of(same, ask))
    others = reachable(
        known,
        *ends,
        window=window,
        within=within,
        via=past,
        avoid=not_past,
        max_hops=max_hops,
        possible=not certain,
        most_routes=limit,
    )
    return answered(request, model_of(others, ask))
