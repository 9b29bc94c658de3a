"""The store as doors read it: bound to one projection, never written."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.answer.stored import Counts, Neighbourhood, Page
from graph.store import read
from graph.store.page import page
from graph.store.projection import Projection
from graph.store.shape import RELATIONS


@dataclass(frozen=True, slots=True)
class StoreReading:
    """Each call gives one version, or raises `StoreRebuilding`, or `NotFound` for no such node."""

    projection: Projection

    def node(self, uid: str, *, limit: int) -> Page:
        """A node, read through its class, with the first of its relations by sort."""
        return page(self.projection, uid, limit=limit)

    def links(self, uid: str, *, types: Sequence[str], limit: int, after: str) -> Neighbourhood:
        """The relations of a node, of these types or all, a page at a time."""
        return read.neighbourhood(
            self.projection, uid, types=types or RELATIONS, limit=limit, after=after
        )

    def counts(self, uid: str) -> Counts:
        """How many relations of each sort a node has."""
        return read.counts(self.projection, uid)
