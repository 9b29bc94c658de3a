"""The graph store read over HTTP: a node, its relations a page at a time, and how many there are.

What one request reads belongs to one version of the store; while that is not whole, and where it
lacks what the record holds, the answer is a problem with what to do.
"""

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request, Response

from api.answered import answered
from api.asking import Asking, Door, Reading
from api.models.graph import (
    CountsModel,
    NeighbourhoodModel,
    NodePageModel,
    from_counts,
    from_neighbourhood,
    from_page,
)
from api.request import ADoor, Ask
from graph.errors import NotFound, StoreBehind

router = APIRouter(prefix="/graph", tags=["graph"])
T = TypeVar("T")
MOST_LINKS, MOST_IN_SECTION = 1_000, 100
Id = Annotated[str, Query(max_length=64)]


@router.get("/node", response_model=NodePageModel)
def one_node(
    *,
    request: Request,
    door: ADoor,
    ask: Ask,
    id: Id,  # noqa: A002
    limit: Annotated[int, Query(ge=1, le=MOST_IN_SECTION)] = 20,
) -> Response:
    """A node with its relations by sort: how many of each, and the first `limit`."""
    found = _read(door, ask, id, lambda graph, uid: graph.node(uid, limit=limit))
    return answered(request, from_page(found))


@router.get("/neighbourhood", response_model=NeighbourhoodModel)
def links(
    *,
    request: Request,
    door: ADoor,
    ask: Ask,
    id: Id,  # noqa: A002
    type: Annotated[list[str] | None, Query(max_length=20)] = None,  # noqa: A002
    limit: Annotated[int, Query(ge=1, le=MOST_LINKS)] = 60,
    after: Id = "",
) -> Response:
    """What a node is tied to directly, in order of id; `after` continues an earlier answer."""
    found = _read(
        door,
        ask,
        id,
        lambda graph, uid: graph.links(uid, types=type or (), limit=limit, after=after),
    )
    return answered(request, from_neighbourhood(found))


@router.get("/counts", response_model=CountsModel)
def how_many(request: Request, door: ADoor, ask: Ask, id: Id) -> Response:  # noqa: A002
    """How many relations a node has of each sort, before any is asked for."""
    return answered(
        request, from_counts(_read(door, ask, id, lambda graph, uid: graph.counts(uid)))
    )


def _read(door: Door, ask: Asking, asked: str, read: Callable[[Reading, str], T]) -> T:
    """What the store holds of the thing that an id, which may be a subject's, leads to now.

    Raises:
        NotFound: there is nothing by that id that this reader may see.
        StoreError: the store cannot be read; `StoreBehind` if it lacks what the record holds.
    """
    inner, known = ask.inner(asked), ask.knowledge
    nodes = (known.entities, known.stays, known.transfers, known.events, known.evidence.documents)
    if not any(inner in kind for kind in nodes):
        raise NotFound(kind="node", wanted=asked)
    uid = ask.outward(inner)
    try:
        return read(door.workspace.graph, uid)
    except NotFound as missing:
        raise StoreBehind from missing
