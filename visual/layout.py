"""Where nodes stand: the same view gives the same places, components apart and packed in rows."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from visual.view import ViewGraph

if TYPE_CHECKING:
    import networkx as nx

Place = tuple[float, float]
ROOM = 74.0  # between two nodes of a component, about
MARGIN = 62.0


PAGE = 1120.0


def places(view: ViewGraph, *, wide: bool = False) -> Mapping[str, Place]:
    """A place for each node of the view, by id; `wide` fills a screen rather than a page."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(n.id for n in view.nodes)
    graph.add_edges_from((e.source, e.target) for e in view.edges if e.source != e.target)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    laid = [_component(graph.subgraph(sorted(part))) for part in parts]
    return _packed(laid, wide=wide)


def _component(graph: "nx.Graph[str]") -> dict[str, Place]:
    """One component round its middle; two or three nodes stand in a line."""
    import networkx as nx

    names = sorted(graph)
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(names)
    ordered.add_edges_from(sorted((min(e), max(e)) for e in graph.edges))
    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    if len(names) == 2:
        return {names[0]: (-ROOM, 0.0), names[1]: (ROOM, 0.0)}
    spread = ROOM * math.sqrt(len(names)) * 1.25
    laid = nx.spring_layout(ordered, seed=1, iterations=120, k=1.9 / math.sqrt(len(names)))
    far = sorted(math.hypot(*place) for place in laid.values())
    usual = far[min(len(far) - 1, int(len(far) * 0.99))] or 1.0
    found = {}
    for name in names:
        x, y = (float(value) for value in laid[name])
        reach = math.hypot(x, y) or 1.0
        scale = spread * min(1.0, usual / reach) / usual
        found[name] = (x * scale * 1.35, y * scale)
    return _apart(found)


def _apart(found: dict[str, Place]) -> dict[str, Place]:
    """Push nodes that stand too near one another apart, a few times, in a fixed order."""
    names = list(found)
    for _ in range(40):
        moved = False
        for i, one in enumerate(names):
            for other in names[i + 1 :]:
                (x, y), (u, v) = found[one], found[other]
                dx, dy = u - x, (v - y) * 1.8  # labels are wider than high
                near = math.hypot(dx, dy) or 0.01
                if near < ROOM:
                    push = (ROOM - near) / near / 2
                    found[one] = (x - dx * push, y - dy * push / 1.8)
                    found[other] = (u + dx * push, v + dy * push / 1.8)
                    moved = True
        if not moved or len(names) > 200:
            break
    return found


def _packed(laid: list[dict[str, Place]], *, wide: bool) -> dict[str, Place]:
    """Components beside each other in rows, as wide as the largest or as a page."""
    sizes = [_size(part) for part in laid]
    area = sum(width * height for width, height in sizes)
    page = max([1.75 * math.sqrt(area) if wide else 0.0, PAGE, *(width for width, _ in sizes)])
    found: dict[str, Place] = {}
    x = y = high = 0.0
    for part, (width, height) in zip(laid, sizes, strict=True):
        if x and x + width > page:
            x, y, high = 0.0, y + high, 0.0
        left = min(px for px, _ in part.values())
        top = min(py for _, py in part.values())
        for name, (px, py) in part.items():
            found[name] = (x + px - left + MARGIN, y + py - top + MARGIN)
        x, high = x + width, max(high, height)
    return found


def _size(part: dict[str, Place]) -> Place:
    xs, ys = [x for x, _ in part.values()], [y for _, y in part.values()]
    return max(xs) - min(xs) + 2 * MARGIN, max(ys) - min(ys) + 2 * MARGIN
