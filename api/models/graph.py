"""Nodes and relations as the graph store holds them, by the same names as in Cypher."""

from typing import ClassVar

from api.models.base import Model
from graph.answer.stored import Counts, Neighbourhood, Page, Properties, Shown, Value


class NodeModel(Model):
    """A node; its id leads to the same thing everywhere."""

    id: str
    label: str
    properties: dict[str, Value]


class LinkModel(Model):
    """A relation of the node asked about, and the node at its other end."""

    id: str
    type: str
    outgoing: bool
    properties: dict[str, Value]
    other: NodeModel


class NeighbourhoodModel(Model):
    """Relations of a node; `after`, if not null, asks for the next of them."""

    rows_in: ClassVar[str] = "links"
    node: NodeModel
    links: list[LinkModel]
    after: str | None


class CountModel(Model):
    """So many relations of one type and direction lead to nodes of one label."""

    type: str
    outgoing: bool
    label: str
    count: int


class CountsModel(Model):
    """How many relations a node has of each sort."""

    rows_in: ClassVar[str] = "counts"
    node: NodeModel
    counts: list[CountModel]


class RelatedModel(Model):
    """What a relation leads to."""

    properties: dict[str, Value]
    node: NodeModel


class SectionModel(Model):
    """The relations of one sort: how many, and the first few."""

    name: str
    count: int
    first: list[RelatedModel]


class NodePageModel(Model):
    """A node, and its relations by the names that its class gives them."""

    rows_in: ClassVar[str] = "sections"
    node: NodeModel
    sections: list[SectionModel]


def from_neighbourhood(found: Neighbourhood) -> NeighbourhoodModel:
    """The model of a page of relations."""
    return NeighbourhoodModel(
        node=_node(found.node),
        links=[
            LinkModel(
                id=link.uid,
                type=link.type,
                outgoing=link.outgoing,
                properties=_carried(link.properties),
                other=_node(link.other),
            )
            for link in found.links
        ],
        after=found.after,
    )


def from_counts(found: Counts) -> CountsModel:
    """The model of how many relations there are."""
    return CountsModel(
        node=_node(found.node),
        counts=[
            CountModel(type=c.type, outgoing=c.outgoing, label=c.label, count=c.count)
            for c in found.counts
        ],
    )


def from_page(found: Page) -> NodePageModel:
    """The model of a node's page."""
    return NodePageModel(
        node=_node(found.node),
        sections=[
            SectionModel(
                name=section.name,
                count=section.count,
                first=[
                    RelatedModel(properties=_carried(r.properties), node=_node(r.node))
                    for r in section.first
                ],
            )
            for section in found.sections
        ],
    )


def _node(shown: Shown) -> NodeModel:
    return NodeModel(id=shown.uid, label=shown.label, properties=_carried(shown.properties))


def _carried(properties: Properties) -> dict[str, Value]:
    return dict(properties)
