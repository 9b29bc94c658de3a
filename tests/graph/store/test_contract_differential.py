"""Counts over random graphs equal SQL over the same rows; parallel edges, circles, loops included.

An engine that was tried and rejected miscounts exactly here, in silence.
"""

import random
import sqlite3
from typing import Any

import pytest

from graph.store.bolt import Bolt

GRAPHS = 12
Edge = tuple[int, int, int, int, int]  # id, from, to, departed, arrived
Stay = tuple[int, int, int, int, int]  # id, person, place, start, end

TRAILS = {
    1: "SELECT count(*) FROM e e1",
    2: "SELECT count(*) FROM e e1 JOIN e e2 ON e1.b = e2.a AND e1.id <> e2.id",
    3: "SELECT count(*) FROM e e1 JOIN e e2 ON e1.b = e2.a JOIN e e3 ON e2.b = e3.a "
    "AND e1.id <> e2.id AND e1.id <> e3.id AND e2.id <> e3.id",
}
# question: Cypher, SQL, parameters
QUESTIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "edges": ("MATCH ()-[m:MOVED]->() RETURN count(m) AS n", TRAILS[1], {}),
    "two hops": ("MATCH ()-[:MOVED]->()-[:MOVED]->() RETURN count(*) AS n", TRAILS[2], {}),
    "three hops": (
        "MATCH ()-[:MOVED]->()-[:MOVED]->()-[:MOVED]->() RETURN count(*) AS n",
        TRAILS[3],
        {},
    ),
    "two hops from one place": (
        "MATCH (:Place {uid: $a})-[:MOVED]->()-[:MOVED]->() RETURN count(*) AS n",
        f"{TRAILS[2]} WHERE e1.a = :a",
        {"a": 1},
    ),
    "three hops, counted by length": (
        "MATCH (:Place {uid: $a})-[:MOVED*3]->(:Place {uid: $b}) RETURN count(*) AS n",
        f"{TRAILS[3]} WHERE e1.a = :a AND e3.b = :b",
        {"a": 1, "b": 2},
    ),
    "up to three hops": (
        "MATCH p = (:Place {uid: $a})-[:MOVED*1..3]->(:Place {uid: $b}) RETURN count(p) AS n",
        "SELECT "
        + " + ".join(f"({sql} WHERE e1.a = :a AND e{n}.b = :b)" for n, sql in TRAILS.items()),
        {"a": 2, "b": 1},
    ),
    "in order of time": (
        "MATCH (:Place {uid: $a})-[rs:MOVED*1..3]->() "
        "WHERE all(i IN range(0, size(rs) - 2) WHERE rs[i].arrived <= rs[i + 1].departed) "
        "RETURN count(*) AS n",
        f"SELECT ({TRAILS[1]} WHERE e1.a = :a) "
        f"+ ({TRAILS[2]} WHERE e1.a = :a AND e1.came <= e2.gone) "
        f"+ ({TRAILS[3]} WHERE e1.a = :a AND e1.came <= e2.gone AND e2.came <= e3.gone)",
        {"a": 1},
    ),
    "parallel pairs": (
        "MATCH (a)-[m:MOVED]->(b), (a)-[o:MOVED]->(b) WHERE m.uid < o.uid RETURN count(*) AS n",
        "SELECT count(*) FROM e m JOIN e o ON m.a = o.a AND m.b = o.b AND m.id < o.id",
        {},
    ),
    "places two hops away": (
        "MATCH (:Place {uid: $a})-[:MOVED]->()-[:MOVED]->(c) RETURN count(DISTINCT c) AS n",
        f"{TRAILS[2].replace('count(*)', 'count(DISTINCT e2.b)')} WHERE e1.a = :a",
        {"a": 3},
    ),
    "held together": (
        "MATCH (p:Person)<-[:OF]-(x:Stay)-[:AT]->(f)<-[:AT]-(y:Stay)-[:OF]->(q:Person) "
        "WHERE p.uid < q.uid AND x.start <= y.end AND y.start <= x.end RETURN count(*) AS n",
        "SELECT count(*) FROM s x JOIN s y ON x.place = y.place AND x.person < y.person "
        "AND x.start <= y.end AND y.start <= x.end",
        {},
    ),
    "pairs held together": (
        "MATCH (p:Person)<-[:OF]-(x:Stay)-[:AT]->()<-[:AT]-(y:Stay)-[:OF]->(q:Person) "
        "WHERE p.uid < q.uid AND x.start <= y.end AND y.start <= x.end "
        "WITH DISTINCT p, q RETURN count(*) AS n",
        "SELECT count(*) FROM (SELECT DISTINCT x.person, y.person FROM s x JOIN s y "
        "ON x.place = y.place AND x.person < y.person AND x.start <= y.end AND y.start <= x.end)",
        {},
    ),
}


def load(store: Bolt) -> None:
    """The indexes of all graphs of this module; each graph then replaces the one before."""
    store.execute_ddl(
        f"CREATE CONSTRAINT {label.lower()}_uid IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE n.uid IS UNIQUE"
        for label in ("Place", "Person", "Stay")
    )


def random_graph(seed: int) -> tuple[list[Edge], list[Stay]]:
    """Few places, many edges: parallel ones and loops are the rule."""
    chance = random.Random(seed)
    places = chance.randint(2, 6)
    edges = []
    for uid in range(chance.randint(1, 24)):
        gone = chance.randint(0, 30)
        a, b = chance.randint(1, places), chance.randint(1, places)
        edges.append((uid, a, b, gone, gone + chance.randint(0, 3)))
    stays = []
    for uid in range(chance.randint(1, 24)):
        start = chance.randint(0, 30)
        person, place = chance.randint(1, 5), chance.randint(1, places)
        stays.append((uid, person, place, start, start + chance.randint(0, 9)))
    return edges, stays


def put(store: Bolt, edges: list[Edge], stays: list[Stay]) -> None:
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    store.write(lambda tx: tx.run("UNWIND range(1, 6) AS i CREATE (:Place {uid: i})"))
    store.write(
        lambda tx: tx.run(
            "UNWIND $rows AS r MATCH (a:Place {uid: r[1]}), (b:Place {uid: r[2]}) "
            "CREATE (a)-[:MOVED {uid: r[0], departed: r[3], arrived: r[4]}]->(b)",
            rows=edges,
        )
    )
    store.write(
        lambda tx: tx.run(
            "UNWIND $rows AS r MATCH (f:Place {uid: r[2]}) MERGE (p:Person {uid: r[1]}) "
            "CREATE (p)<-[:OF]-(:Stay {uid: r[0], start: r[3], end: r[4]})-[:AT]->(f)",
            rows=stays,
        )
    )


def tables(edges: list[Edge], stays: list[Stay]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE e (id, a, b, gone, came)")
    connection.execute("CREATE TABLE s (id, person, place, start, end)")
    connection.executemany("INSERT INTO e VALUES (?, ?, ?, ?, ?)", edges)
    connection.executemany("INSERT INTO s VALUES (?, ?, ?, ?, ?)", stays)
    return connection


@pytest.mark.parametrize("seed", range(GRAPHS))
def test_every_count_equals_sql_over_the_same_rows(loaded: Bolt, seed: int):
    edges, stays = random_graph(seed)
    put(loaded, edges, stays)
    connection = tables(edges, stays)
    wanted = {
        name: connection.execute(sql, parameters).fetchone()[0]
        for name, (_, sql, parameters) in QUESTIONS.items()
    }
    connection.close()
    counted = {
        name: loaded.read(lambda tx, t=text, p=parameters: tx.run(t, **p))[0]["n"]
        for name, (text, _, parameters) in QUESTIONS.items()
    }
    assert counted == wanted


def test_the_random_graphs_hold_what_engines_stumble_over():
    graphs = [random_graph(seed)[0] for seed in range(GRAPHS)]
    assert any(len({(a, b) for _, a, b, *_ in edges}) < len(edges) for edges in graphs)
    assert any(a == b for edges in graphs for _, a, b, *_ in edges)
