"""Networks as files for other tools: GEXF with time, GraphML, CSV; all of the same cut view."""

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.period import OPEN_FUTURE, OPEN_PAST, iso
from visual.view import Edge, Node, ViewGraph

if TYPE_CHECKING:
    import networkx as nx

DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'  # which networkx leaves out of its lines
FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
COLUMNS = ("id", "source", "source_name", "tie", "target", "target_name", "kind", "grade",
           "lineages", "count", "start_earliest", "start_latest", "end_earliest", "end_latest",
           "alternatives", "claims")  # fmt: skip


def to_gexf(view: ViewGraph, *, name: Callable[[Node], str]) -> str:
    """GEXF 1.2, dynamic: a tie lasts from its earliest possible to its latest possible day."""
    import networkx as nx

    graph = _graph(view, name)
    graph.graph["mode"] = "dynamic"
    return "\n".join((DECLARED, *nx.generate_gexf(graph, version="1.2draft")))


def to_graphml(view: ViewGraph, *, name: Callable[[Node], str]) -> str:
    """GraphML."""
    import networkx as nx

    graph = _graph(view, name)
    for *_, data in graph.edges(data=True):
        for side in ("start", "end"):
            data.pop(side, None)
    return "\n".join((DECLARED, *nx.generate_graphml(graph)))


def to_csv(view: ViewGraph, *, name: Callable[[Node], str]) -> str:
    """One line a tie; cells that a spreadsheet would run as a formula are quoted."""
    names = {n.id: name(n) for n in view.nodes}
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for edge in view.edges:
        row = (edge.id, edge.source, names[edge.source], edge.tie, edge.target, names[edge.target])
        facts = _facts(edge)
        writer.writerow([safe_cell(cell) for cell in (*row, *(facts[c] for c in COLUMNS[6:]))])
    return out.getvalue()


def safe_cell(cell: str | int) -> str | int:
    """Text that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _graph(view: ViewGraph, name: Callable[[Node], str]) -> "nx.MultiDiGraph[str]":
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(snapshot=view.snapshot, clearance=view.clearance)
    for node in view.nodes:
        graph.add_node(node.id, label=_plain(name(node)), kind=node.kind, degree=node.degree)
    for edge in view.edges:
        facts = {k: _plain(v) if isinstance(v, str) else v for k, v in _facts(edge).items()}
        spell = {side: day for side, day in _spell(edge).items() if day}
        facts |= {"id": edge.id, "tie": edge.tie, "label": edge.tie, "weight": edge.count, **spell}
        graph.add_edge(edge.source, edge.target, key=edge.id, **facts)
    return graph


def _facts(edge: Edge) -> dict[str, str | int]:
    """Days are those of the first alternative; `alternatives` counts further ones."""
    first = edge.bounds[0] if edge.count == 1 and edge.bounds else None
    days = dict.fromkeys(COLUMNS[10:14], "")
    if first is not None:
        ends = (first.start.lo, first.start.hi, first.end.lo, first.end.hi)
        days = {c: iso(d).replace("..", "") for c, d in zip(COLUMNS[10:14], ends, strict=True)}
    return {
        "kind": edge.kind.value,
        "grade": edge.grade.value,
        "lineages": edge.lineages,
        "count": edge.count,
        **days,
        "alternatives": max(0, len(edge.bounds) - 1) if edge.count == 1 else 0,
        "claims": " ".join(edge.claims),
    }


def _spell(edge: Edge) -> dict[str, str]:
    first = min((b.start.lo for b in edge.bounds), default=OPEN_PAST)
    last = max((b.end.hi for b in edge.bounds), default=OPEN_FUTURE)
    return {
        "start": "" if first <= OPEN_PAST else iso(first),
        "end": "" if last >= OPEN_FUTURE else iso(last),
    }


def _plain(said: str) -> str:
    """Without characters that XML cannot hold."""
    return "".join(c for c in said if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
