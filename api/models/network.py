"""A network: what is tied to what, with counts and sources."""

from typing import ClassVar

from api.models.base import BoundsModel, Model
from api.models.outside import bounds
from visual.view import ViewGraph


class NodeModel(Model):
    """An entity; `degree` counts what is in this answer."""

    id: str
    kind: str
    label: str
    degree: int


class EdgeModel(Model):
    """A tie; it stands for `count` happenings."""

    id: str
    source: str
    target: str
    tie: str
    kind: str
    grade: str
    lineages: int
    count: int
    bounds: list[BoundsModel]
    claims: list[str]


class NetworkModel(Model):
    """Nodes and ties."""

    rows_in: ClassVar[str] = "edges"
    snapshot: str
    nodes: list[NodeModel]
    edges: list[EdgeModel]


def from_view(view: ViewGraph) -> NetworkModel:
    """The model of a network."""
    return NetworkModel(
        snapshot=view.snapshot,
        nodes=[NodeModel(id=n.id, kind=n.kind, label=n.label, degree=n.degree) for n in view.nodes],
        edges=[
            EdgeModel(
                id=e.id,
                source=e.source,
                target=e.target,
                tie=e.tie,
                kind=e.kind,
                grade=e.grade,
                lineages=e.lineages,
                count=e.count,
                bounds=bounds(e.bounds),
                claims=list(e.claims),
            )
            for e in view.edges
        ],
    )
