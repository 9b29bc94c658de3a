"""The network as one file that opens anywhere: no request to outside, works without a server.

The only file that imports pyvis, which carries vis-network. Positions come from our layout, the
template is our own, and the page's policy lists the hash of each script it may run. Each tie is
also in the table below the picture, with its passages, so that nothing needs JavaScript.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

from visual.layout import places
from visual.network_words import NetworkWords
from visual.pages import environment
from visual.view import Edge, Node, ViewGraph

MOST_NODES = 500
LABELLED = 18
COLOURS = {"facility": "#1f4e79", "person": "#22603a"}
_OUTSIDE = re.compile(r"<[^>]+\b(?:src|href)\s*=\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)


class OutsideReference(Exception):
    """The file would ask another host for something; it is not handed out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    title: str
    quote: str
    language: str | None


def to_html(view: ViewGraph, worded: NetworkWords) -> str:
    """The file, of at most 500 nodes: those with most ties; the same bytes for the same knowledge.

    Raises:
        OutsideReference: a tag refers to another host.
    """
    cut = view.most(MOST_NODES)
    words = NetworkWords(shown=worded.shown, view=cut)
    passages = {e.id: _passages(words, e) for e in cut.edges}
    scripts = [_vis_network(), _script(_network(cut, words), passages)]
    shown = words.shown
    html = (
        environment()
        .get_template("network_file.html")
        .render(
            shown=shown,
            view=cut,
            worded=words,
            passages=passages,
            invented=any(d.invented for d in shown.knowledge.evidence.descriptions),
            policy=_policy(scripts),
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - ours, or escaped JSON
        )
    )
    without_scripts = html
    for script in scripts:
        without_scripts = without_scripts.replace(script, "")
    if _OUTSIDE.search(without_scripts):
        raise OutsideReference
    return html


def vis_network_file() -> Path:
    """The library inside the installed wheel, found without importing pyvis."""
    spec = find_spec("pyvis")
    folders = [] if spec is None else list(spec.submodule_search_locations or ())
    return Path(folders[0]) / "lib" / "vis-9.1.2" / "vis-network.min.js"


def _network(view: ViewGraph, words: NetworkWords) -> Mapping[str, object]:
    from pyvis.network import Network

    made = Network(directed=True)
    made.toggle_physics(False)
    at = places(view, wide=True)
    labelled = {n.id for n in sorted(view.nodes, key=_first)[:LABELLED]}
    for node in view.nodes:
        x, y = at[node.id]
        name = words.name(node)
        made.add_node(
            node.id,
            label=name if node.id in labelled else " ",
            title=name,
            shape="square" if node.kind == "facility" else "dot",
            color=COLOURS.get(node.kind, "#5b6472"),
            size=min(30.0, 9 + 3 * node.degree**0.5),
            x=round(x, 1),
            y=round(y, 1),
            physics=False,
        )
    for edge in view.edges:
        disputed = edge.grade.value == "disputed"
        made.add_edge(
            edge.source,
            edge.target,
            id=edge.id,
            title=words.said(edge),
            width=min(6.0, 1 + 0.7 * edge.count**0.5),
            dashes=edge.kind.value != "attested",
            color="#a3430c" if disputed else "#1f4e79",
            arrows="to" if edge.tie in {"moved", "next"} else "",
        )
    nodes, edges, *_ = made.get_network_data()
    return {"nodes": nodes, "edges": edges, "names": {n.id: words.name(n) for n in view.nodes}}


def _first(node: Node) -> tuple[bool, int, str]:
    return (node.kind not in {"facility", "person"} or not node.label, -node.degree, node.id)


def _passages(words: NetworkWords, edge: Edge) -> list[_Passage]:
    cited = [words.shown.citation(claim) for claim in edge.cited[:40]]
    return [_Passage(title=c.title, quote=c.quote, language=c.language) for c in cited if c]


def _script(network: Mapping[str, object], passages: Mapping[str, Sequence[_Passage]]) -> str:
    said = {
        edge: [{"title": p.title, "quote": p.quote, "lang": p.language or ""} for p in listed]
        for edge, listed in passages.items()
    }
    program = (Path(__file__).parent / "templates" / "network_file.js").read_text("utf-8")
    return f"const network = {_json(network)};\nconst passages = {_json(said)};\n{program}"


def _vis_network() -> str:
    return vis_network_file().read_text("utf-8")


def _json(value: object) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False)
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _policy(scripts: Sequence[str]) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'"
        for s in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
