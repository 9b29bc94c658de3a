"""A network as SVG: facilities as squares, people as circles; each node leads to its page."""

import math
from collections.abc import Callable, Mapping

from markupsafe import Markup

from graph.event import HopKind
from graph.grade import Grade
from visual.layout import Place
from visual.svg import (
    ATTESTED,
    DISPUTED,
    MUTED,
    PAPER,
    element,
    fitting,
    link,
    picture,
    title,
    width_of,
    words,
)
from visual.view import Edge, Node, ViewGraph

FILL = {"facility": ATTESTED, "person": "#22603a"}
LABELLED = 45


def draw(
    view: ViewGraph,
    places: Mapping[str, Place],
    *,
    label: str,
    name: Callable[[Node], str],
    href: Callable[[Node], str],
    said: Callable[[Edge], str],
) -> Markup:
    """The picture; `name`, `href` and `said` give words and addresses in the reader's language."""
    if not view.nodes:
        return Markup("")
    width = max(x for x, _ in places.values()) + 90
    height = max(y for _, y in places.values()) + 60
    by_degree = sorted(view.nodes, key=lambda n: (n.kind != "facility", -n.degree, n.id))
    labelled = {n.id for n in by_degree[:LABELLED]}
    sizes = {n.id: _size(n) for n in view.nodes}
    return picture(
        [
            *(_edge(e, places, sizes, said(e)) for e in view.edges),
            *(_node(n, places[n.id], sizes[n.id], name(n), href(n)) for n in view.nodes),
            *_labels([n for n in by_degree if n.id in labelled], places, sizes, name),
        ],
        width=round(width),
        height=round(height),
        label=label,
        class_="network",
    )


def _size(node: Node) -> float:
    return min(20.0, 6.5 + 1.8 * math.sqrt(node.degree))


def _edge(edge: Edge, places: Mapping[str, Place], sizes: Mapping[str, float], said: str) -> Markup:
    (x, y), (u, v) = places[edge.source], places[edge.target]
    far = math.hypot(u - x, v - y) or 1.0
    bend = 0.12 * far  # there and back again are two lines
    mx, my = (x + u) / 2 - (v - y) / far * bend, (y + v) / 2 + (u - x) / far * bend
    last = math.hypot(u - mx, v - my) or 1.0
    reach = sizes[edge.target] + 4
    tx, ty = u - (u - mx) / last * reach, v - (v - my) / last * reach
    disputed = edge.grade is Grade.DISPUTED
    colour = DISPUTED if disputed else ATTESTED if edge.kind is HopKind.ATTESTED else MUTED
    kind = "disputed" if disputed else "attested"
    dashed = edge.kind is not HopKind.ATTESTED
    line = element(
        "path",
        d=f"M{x:.1f} {y:.1f}Q{mx:.1f} {my:.1f} {tx:.1f} {ty:.1f}",
        fill="none",
        stroke=colour,
        stroke_opacity=0.65,
        stroke_width=min(6.0, 1.1 + 0.7 * math.sqrt(edge.count) + 0.6 * (edge.lineages > 1)),
        stroke_dasharray="6 4" if dashed else None,
        class_=f"edge {kind}",
    )
    parts = [title(said), line]
    if edge.tie in {"moved", "next"}:
        ux, uy = (u - mx) / last, (v - my) / last
        ex, ey = tx + ux * 3, ty + uy * 3
        points = (
            f"{ex:.1f},{ey:.1f} {ex - ux * 9 - uy * 4.5:.1f},{ey - uy * 9 + ux * 4.5:.1f} "
            f"{ex - ux * 9 + uy * 4.5:.1f},{ey - uy * 9 - ux * 4.5:.1f}"
        )
        parts.append(element("polygon", points=points, fill=colour, class_=f"tip {kind}"))
    return element("g", *parts)


def _node(node: Node, place: Place, size: float, name: str, href: str) -> Markup:
    x, y = place
    shape = (
        element(
            "rect",
            x=x - size,
            y=y - size,
            width=2 * size,
            height=2 * size,
            rx=3,
            fill=FILL["facility"],
            stroke=PAPER,
            stroke_width=2,
            class_="node node-facility",
        )
        if node.kind == "facility"
        else element(
            "circle",
            cx=x,
            cy=y,
            r=size,
            fill=FILL.get(node.kind, MUTED),
            stroke=PAPER,
            stroke_width=2,
            class_=f"node node-{'person' if node.kind == 'person' else 'group'}",
        )
    )
    return link(href, name, title(name), shape)


def _labels(
    nodes: list[Node],
    places: Mapping[str, Place],
    sizes: Mapping[str, float],
    name: Callable[[Node], str],
) -> list[Markup]:
    """Names under, over or beside their nodes, where none covers another; the rest on hover."""
    taken = [
        (x - sizes[i], y - sizes[i], x + sizes[i], y + sizes[i]) for i, (x, y) in places.items()
    ]
    drawn = []
    for node in nodes:
        x, y = places[node.id]
        said = fitting(name(node), 230, 12)
        wide, size = width_of(said, 12), sizes[node.id]
        for cx, cy in (
            (x, y + size + 13),
            (x, y - size - 6),
            (x + size + 5 + wide / 2, y + 4),
            (x - size - 5 - wide / 2, y + 4),
        ):
            box = (cx - wide / 2, cy - 11, cx + wide / 2, cy + 3)
            if box[0] > 2 and not any(_cover(box, other) for other in taken):
                taken.append(box)
                drawn.append(
                    words(said, round(cx, 1), round(cy, 1), size=12, anchor="middle", haloed=True)
                )
                break
    return drawn


def _cover(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
