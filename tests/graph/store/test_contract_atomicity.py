"""All of a unit of work is written or nothing is, whichever way it goes in; and how it goes in."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j.exceptions import Neo4jError
from neomodel import db

import graph
from graph.errors import ConstraintViolated, QueryRefused
from graph.store.bolt import Bolt, Transaction

ROWS = [{"uid": f"u{n}", "bad": n == 50} for n in range(51)]
# The last row divides by zero.
FAILING = "1 / (CASE row.bad WHEN true THEN 0 ELSE 1 END)"
WRITES = {
    "create": f"UNWIND $rows AS row CREATE (n:Unit {{uid: row.uid, x: {FAILING}}})",
    "merge and set": f"UNWIND $rows AS row MERGE (n:Unit {{uid: row.uid}}) SET n.x = {FAILING}",
    "merge and create": "UNWIND $rows AS row MERGE (n:Unit {uid: row.uid}) "
    f"CREATE (n)-[:PART_OF {{x: {FAILING}}}]->(:Whole)",
}


def managed(store: Bolt, text: str) -> None:
    store.write(lambda tx: tx.run(text, rows=ROWS))


def begun(store: Bolt, text: str) -> None:
    with store._driver.session() as session, session.begin_transaction() as transaction:
        transaction.run(text, rows=ROWS)
        transaction.commit()


def executed(store: Bolt, text: str) -> None:
    store._driver.execute_query(text, rows=ROWS)


def through_neomodel(store: Bolt, text: str) -> None:
    db.set_connection(driver=store._driver)
    with db.transaction:
        db.cypher_query(text, {"rows": ROWS})


@pytest.mark.parametrize("way", [managed, begun, executed, through_neomodel])
def test_an_error_at_the_last_row_leaves_nothing(engine: Bolt, way: Callable[[Bolt, str], None]):
    engine.execute_ddl(["CREATE CONSTRAINT u IF NOT EXISTS FOR (n:Unit) REQUIRE n.uid IS UNIQUE"])
    for name, text in WRITES.items():
        with pytest.raises((QueryRefused, Neo4jError)):
            way(engine, text)
        assert count(engine) == 0, name


def test_an_error_of_the_caller_leaves_nothing_and_comes_through(engine: Bolt):
    def work(tx: Transaction) -> None:
        tx.run("CREATE (:Unit {uid: 'u1'})")
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        engine.write(work)
    assert count(engine) == 0


def test_a_unit_of_several_statements_is_one(engine: Bolt):
    engine.execute_ddl(["CREATE CONSTRAINT u IF NOT EXISTS FOR (n:Unit) REQUIRE n.uid IS UNIQUE"])

    def work(tx: Transaction) -> None:
        for uid in ("u1", "u2", "u1"):
            tx.run("CREATE (:Unit {uid: $uid})", uid=uid)

    with pytest.raises(ConstraintViolated):
        engine.write(work)
    assert count(engine) == 0


def test_a_batch_with_its_checkpoint_is_resumed_and_twice_is_once(engine: Bolt):
    batches = [ROWS[:20], ROWS[20:40], ROWS[40:]]

    def load(stop_before: int | None = None) -> None:
        for n, rows in enumerate(batches):
            if n == stop_before:
                return
            engine.write(lambda tx, n=n, rows=rows: load_batch(tx, n, rows))

    load(stop_before=2)
    assert count(engine) == 40 + 1
    load()
    whole = dump(engine)
    load()
    assert dump(engine) == whole
    assert len(whole) == 51 + 1


def load_batch(tx: Transaction, n: int, rows: list[dict[str, Any]]) -> None:
    done = tx.run("MERGE (c:Checkpoint {uid: 'load'}) RETURN coalesce(c.batch, -1) AS batch")
    if done[0]["batch"] >= n:
        return
    tx.run("UNWIND $rows AS row CREATE (n:Unit {uid: row.uid})", rows=rows)  # twice would show
    tx.run("MATCH (c:Checkpoint {uid: 'load'}) SET c.batch = $n", n=n)


def test_ddl_twice_is_once(engine: Bolt):
    statements = [
        "CREATE CONSTRAINT unit_uid IF NOT EXISTS FOR (n:Unit) REQUIRE n.uid IS UNIQUE",
        "CREATE INDEX unit_x IF NOT EXISTS FOR (n:Unit) ON (n.x)",
    ]
    engine.execute_ddl(statements)
    once = schema(engine)
    engine.execute_ddl(statements)
    assert schema(engine) == once
    assert len(once) == 2


def count(store: Bolt) -> int:
    nodes: int = store.read(lambda tx: tx.run("MATCH (n) RETURN count(n) AS n"))[0]["n"]
    return nodes


def dump(store: Bolt) -> list[dict[str, Any]]:
    text = "MATCH (n) RETURN labels(n) AS labels, n {.*} AS n ORDER BY labels[0], n.uid"
    return store.read(lambda tx: tx.run(text))


def schema(store: Bolt) -> set[tuple[str, str]]:
    shown = store.read(
        lambda tx: [
            (row["labelsOrTypes"], row["properties"])
            for kind in ("CONSTRAINTS", "INDEXES")
            for row in tx.run(f"SHOW {kind} YIELD labelsOrTypes, properties")
        ]
    )
    return {(labels[0], properties[0]) for labels, properties in shown if labels and properties}


# What would write outside a transaction: auto-commit is not atomic on the embedded engine.
AUTO_COMMIT = {"cypher_query", "save", "connect", "disconnect", "delete", "refresh"}
BULK = re.compile(r"bulk_\w+|create_or_update|get_or_create")
PROPERTY_OF_AGGREGATE = re.compile(
    r"\b(collect|max|min|head|last)\s*\((?:[^()]|\([^()]*\))*\)(\[[^]]*\])?\.\w", re.IGNORECASE
)


def store_files() -> Iterator[tuple[Path, ast.Module]]:
    folder = Path(graph.__file__).parent / "store"
    for file in sorted(folder.rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"))


def test_nothing_is_written_outside_a_transaction():
    calls = [
        (file.name, node.lineno, node.func.attr)
        for file, tree in store_files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in AUTO_COMMIT
        or BULK.fullmatch(node.func.attr)
        or (node.func.attr == "run" and "session" in ast.unparse(node.func.value).lower())
        or (node.func.attr == "execute_query" and file.name != "bolt.py")
    ]
    assert calls == []


def test_no_text_reads_the_property_of_an_aggregate():
    assert PROPERTY_OF_AGGREGATE.search("RETURN max(date(t.a)).year")
    texts = [
        (file.name, node.lineno)
        for file, tree in store_files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if PROPERTY_OF_AGGREGATE.search(node.value)
    ]
    assert texts == []
