"""Names, addresses and sentences of a network in the reader's language."""

from dataclasses import dataclass

from markupsafe import Markup

from graph.period import Range
from visual.shown import Shown
from visual.view import Edge, Node, ViewGraph


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkWords:
    """For one view."""

    shown: Shown
    view: ViewGraph

    def name(self, node: Node) -> str:
        """The name of a node; what has none is described."""
        return self.shown.name(node.inner)

    def href(self, node: Node) -> str:
        """The page of a node."""
        return self.shown.href(node.inner)

    def said(self, edge: Edge) -> str:
        """A tie as a sentence without a verb: who, what, whom, how well supported."""
        ends = (self._inner(edge.source), self._inner(edge.target))
        many = f" ×{edge.count}" if edge.count > 1 else ""
        return (
            f"{self.shown.name(ends[0])} — {self.shown.t(f'tie_{edge.tie}')}{many} → "
            f"{self.shown.name(ends[1])}; {self.shown.words.grade(edge.grade)}, "
            f"{self.shown.t('lineages', n=edge.lineages)}"
        )

    def link(self, uid: str) -> Markup:
        """The name at one end of a tie, as a link."""
        return self.shown.link(self._inner(uid))

    def end(self, uid: str) -> str:
        """The name at one end of a tie."""
        return self.shown.name(self._inner(uid))

    def when(self, edge: Edge) -> str:
        """When it was; of many happenings, from the first to the last of the days they may be."""
        if not edge.bounds:
            return ""
        if len(edge.bounds) <= 2:
            return self.shown.bounds(edge.bounds)
        first = min(b.start.lo for b in edge.bounds)
        return self.shown.days(Range(first, max(b.end.hi for b in edge.bounds)))

    def _inner(self, uid: str) -> str:
        return next(n.inner for n in self.view.nodes if n.id == uid)
