"""What the graph store holds of one thing: the node, its relations, the network around it.

Everything in one answer belongs to one version of the store.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Value: TypeAlias = str | int | bool | date | list[str]
Properties: TypeAlias = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A node as a page shows it."""

    label: str
    uid: str
    properties: Properties


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation of the node asked about, and the node at its other end."""

    type: str
    outgoing: bool
    uid: str
    properties: Properties
    other: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many relations of one type and direction lead to nodes of one label."""

    type: str
    outgoing: bool
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """Links of a node in order of their uid; `after` is where the next page begins, if any."""

    version: int
    node: Shown
    links: tuple[Link, ...]
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many links a node has, by what they are: known before anything is expanded."""

    version: int
    node: Shown
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Attested transfers between two facilities: those nobody disputes, and all of them."""

    origin: str
    destination: str
    certain: int
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The facilities, and the routes between them."""

    version: int
    facilities: tuple[Shown, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What one relation leads to: the relation's own properties, and the node."""

    properties: Properties
    node: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One relation of a class, by the name that it has there; the first few, and how many."""

    name: str
    count: int
    first: tuple[Related, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One node with its sections, all of one version; a section without any is left out."""

    version: int
    node: Shown
    sections: tuple[Section, ...]
