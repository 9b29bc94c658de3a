"""Loading the graph: ours against a bare loop over the driver, and against neomodel's `save()`.

    python bench/store.py [--transfers 20000] [--saved 300] [--rounds 3] [--only embedded]

All three write the same rows (a transfer with OF, FROM, TO and DOCUMENTED_IN, a person for every
four): ours as the projection writes them; the bare loop the same statements with the same batches,
parameters made beforehand; neomodel node by node and relation by relation, fewer of them. The
embedded server and Neo4j (its newest, with the memory that tools/neo4j.py gives it) run in turn;
before each load the store is emptied, and of the rounds the best counts.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from neo4j import GraphDatabase
from neomodel import db

from graph.store import nodes as models
from graph.store.bolt import Bolt, open_bolt
from graph.store.projection import AT_ONCE, Projection
from graph.store.rows import Node, Relation, plain
from graph.store.shape import EMPTY, Shape
from graph.store.start import USER, free_ports
from tools.neo4j import NEWEST, Neo4jMissing, Release, Server, cache_folder, end

FACILITIES = 40
A_PERSON = 4  # transfers


def rows(count: int) -> Shape:
    """The rows of so many transfers."""
    nodes = [Node("Facility", f"f{n}", plain(name=f"Facility {n}")) for n in range(FACILITIES)]
    nodes.append(Node("Document", "d", plain(title="a table")))
    people = -(-count // A_PERSON)
    nodes += [Node("Person", f"p{n}", plain(name=f"Person {n}")) for n in range(people)]
    relations = []
    for n in range(count):
        day = date(2022, 1, 1) + timedelta(days=n % 900)
        carried = plain(
            kind="attested",
            departure_earliest=day,
            departure_latest=day,
            arrival_earliest=day,
            arrival_latest=day,
            grade="reported",
            lineages=1,
            claims=[f"claim {n}"],
            size_least=1,
            size_most=1,
        )
        here = ("Transfer", f"t{n}")
        nodes.append(Node(*here, carried))
        ends = (
            ("OF", ("Person", f"p{n // A_PERSON}"), ()),
            ("FROM", ("Facility", f"f{n % FACILITIES}"), ()),
            ("TO", ("Facility", f"f{(n * 7 + 1) % FACILITIES}"), ()),
            ("DOCUMENTED_IN", ("Document", "d"), plain(claims=[f"claim {n}"])),
        )
        relations += [Relation(kind, f"{kind}{n}", here, end, said) for kind, end, said in ends]
    return Shape(
        snapshot="bench",
        nodes={n.uid: n for n in nodes},
        relations={r.uid: r for r in relations},
    )


def ours(store: Bolt, shape: Shape) -> float:
    """Seconds of the projection."""
    projection = Projection(store)
    begun = time.monotonic()
    projection.update(shape)
    return time.monotonic() - begun


def bare(store: Bolt, shape: Shape) -> float:
    """Seconds of a loop over the driver with the same statements, batches and parameters."""
    batches = [_statements(part, _node) for part in _parts(shape.nodes.values())]
    batches += [_statements(part, _relation) for part in _parts(shape.relations.values())]
    with GraphDatabase.driver(_address(store), auth=_login(store)) as driver:
        driver.verify_connectivity()
        begun = time.monotonic()
        for batch in batches:
            with driver.session() as session:
                session.execute_write(_run, batch)
        return time.monotonic() - begun


def saved(store: Bolt, shape: Shape) -> float:
    """Seconds of neomodel's `save()` for each node and `connect()` for each relation."""
    made: dict[str, Any] = {}
    attributes = {"OF": "person", "FROM": "origin", "TO": "destination"}
    with GraphDatabase.driver(_address(store), auth=_login(store)) as driver:
        db.set_connection(driver=driver)
        begun = time.monotonic()
        for node in shape.nodes.values():
            model = getattr(models, node.kind)
            made[node.uid] = model(uid=node.uid, **dict(node.properties)).save()
        for link in shape.relations.values():
            name = attributes.get(link.kind, "documents")
            said = {"uid": link.uid, **dict(link.properties)}
            getattr(made[link.start[1]], name).connect(made[link.end[1]], said)
        return time.monotonic() - begun


def measure(store: Bolt, *, transfers: int, few: int, rounds: int) -> dict[str, object]:
    """Rates and ratios on one engine."""
    Projection(store).prepare()
    whole, part = rows(transfers), rows(few)
    ways: dict[str, tuple[Callable[[Bolt, Shape], float], Shape]] = {
        "ours": (ours, whole),
        "bare": (bare, whole),
        "saved": (saved, part),
    }
    best = dict.fromkeys(ways, 0.0)
    for number in range(rounds):  # in turn, so that no way always meets the colder server
        for name, (load, shape) in sorted(ways.items(), reverse=number % 2 == 1):
            _empty(store)
            size = len(shape.nodes) + len(shape.relations)
            best[name] = max(best[name], size / load(store, shape))
            held = store.read(lambda tx: tx.run("MATCH (t:Transfer) RETURN count(t) AS n"))
            if held[0]["n"] != sum(n.kind == "Transfer" for n in shape.nodes.values()):
                raise AssertionError(f"{name}: {held}")
    return {
        "transfers": transfers,
        "rows": len(whole.nodes) + len(whole.relations),
        "ours_rows_per_second": round(best["ours"]),
        "bare_rows_per_second": round(best["bare"]),
        "saved_rows_per_second": round(best["saved"]),
        "ours_to_bare": round(best["ours"] / best["bare"], 2),
        "ours_to_saved": round(best["ours"] / best["saved"]),
    }


def _parts(found: Any) -> Iterator[list[Any]]:  # noqa: ANN401
    source = iter(found)
    while part := list(islice(source, AT_ONCE)):
        yield part


def _statements(
    part: list[Any], of: Callable[[Any], tuple[str, dict[str, Any]]]
) -> list[tuple[str, list[dict[str, Any]]]]:
    """Statement and rows, a pair for each sort of row in the batch, in order of uid."""
    told = sorted((of(row) for row in part), key=lambda pair: (pair[0], pair[1]["uid"]))
    return [(text, [r for _, r in some]) for text, some in groupby(told, key=lambda pair: pair[0])]


def _node(row: Node) -> tuple[str, dict[str, Any]]:
    text = f"UNWIND $rows AS row MERGE (n:{row.kind} {{uid: row.uid}}) SET n = row"
    return text, _props(row)


def _relation(row: Relation) -> tuple[str, dict[str, Any]]:
    text = (
        f"UNWIND $rows AS row MATCH (a:{row.start[0]} {{uid: row.start}}) "
        f"MATCH (b:{row.end[0]} {{uid: row.end}}) "
        f"MERGE (a)-[r:{row.kind} {{uid: row.uid}}]->(b) SET r = row.props"
    )
    ends = {"uid": row.uid, "start": row.start[1], "end": row.end[1]}
    return text, {**ends, "props": _props(row)}


def _props(row: Node | Relation) -> dict[str, Any]:
    return {**dict(row.properties), "uid": row.uid, "row": row.digest}


def _run(tx: Any, batch: list[tuple[str, list[dict[str, Any]]]]) -> None:  # noqa: ANN401
    for text, some in batch:
        tx.run(text, rows=some).consume()


def _empty(store: Bolt) -> None:
    emptied = Projection(store)
    emptied.update(EMPTY)


def _address(store: Bolt) -> str:
    return store.url if store.server is None else store.server.address.url


def _login(store: Bolt) -> tuple[str, str] | None:
    return None if store.server is None else (USER, store.server.password)


@contextmanager
def engines(only: str) -> Iterator[Iterator[tuple[str, Bolt]]]:
    """Each engine in turn, in a folder of its own; Neo4j is left out where it cannot run."""
    with tempfile.TemporaryDirectory() as folder:
        yield _engines(Path(folder), only)


def _engines(folder: Path, only: str) -> Iterator[tuple[str, Bolt]]:
    if only in {"", "embedded"}:
        store = open_bolt(root=folder / "embedded", query_seconds=120)
        yield "embedded", store
        store.close()
    if only in {"", "neo4j"}:
        server = Server(
            release=Release(version=NEWEST), home=folder / "neo4j", port=free_ports()[0]
        )
        try:
            child = server.spawn(cache_folder())
        except Neo4jMissing as error:
            print(error)
            return
        try:
            store = open_bolt(server.url, query_seconds=120)
            yield f"neo4j {NEWEST}", store
            store.close()
        finally:
            end(child)


def main() -> None:
    """Measure, print, and keep the figures beside this file."""
    told = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    told.add_argument("--transfers", type=int, default=20_000)
    told.add_argument("--saved", type=int, default=300)
    told.add_argument("--rounds", type=int, default=3)
    told.add_argument("--only", choices=("embedded", "neo4j"), default="")
    options = told.parse_args()
    figures: dict[str, object] = {}
    with engines(options.only) as found:
        for name, store in found:
            figures[name] = measure(
                store, transfers=options.transfers, few=options.saved, rounds=options.rounds
            )
            print(name, json.dumps(figures[name], indent=1), flush=True)
    figures["load"] = round(os.getloadavg()[0], 1)
    kept = Path(__file__).with_name("store.json")
    kept.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
