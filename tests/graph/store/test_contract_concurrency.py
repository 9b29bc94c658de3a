"""Several writers and readers at once: nothing lost, nothing twice, nothing half seen."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from graph.store.bolt import Bolt, Transaction

WRITERS = 4
HOT = 10
KEYS = 40


def test_counters_of_hot_nodes_are_exact(engine: Bolt):
    engine.execute_ddl(["CREATE CONSTRAINT h IF NOT EXISTS FOR (n:Hot) REQUIRE n.uid IS UNIQUE"])
    engine.write(lambda tx: tx.run("UNWIND range(0, 9) AS i CREATE (:Hot {uid: i, n: 0})"))

    def one_writer(_: int) -> None:
        for uid in range(HOT):
            engine.write(lambda tx, uid=uid: add_one(tx, uid))
            engine.write(lambda tx, uid=uid: add_one(tx, HOT - 1 - uid))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(one_writer, range(WRITERS)))
    rows = engine.read(
        lambda tx: tx.run("MATCH (h:Hot) RETURN h.n AS n, COUNT { (h)<-[:OF]-() } AS events")
    )
    assert rows == [{"n": 2 * WRITERS, "events": 2 * WRITERS}] * HOT


def add_one(tx: Transaction, uid: int) -> None:
    tx.run("MATCH (h:Hot {uid: $uid}) SET h.n = h.n + 1 CREATE (h)<-[:OF]-(:Happening)", uid=uid)


def test_all_merge_the_same_keys_and_each_is_there_once(engine: Bolt):
    engine.execute_ddl(["CREATE CONSTRAINT k IF NOT EXISTS FOR (n:Key) REQUIRE n.uid IS UNIQUE"])
    start = threading.Barrier(WRITERS)

    def one_writer(_: int) -> None:
        start.wait()
        for uid in range(KEYS):
            engine.write(lambda tx, uid=uid: tx.run("MERGE (:Key {uid: $uid})", uid=uid))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(one_writer, range(WRITERS)))
    rows = engine.read(lambda tx: tx.run("MATCH (k:Key) RETURN k.uid AS uid ORDER BY uid"))
    assert [row["uid"] for row in rows] == list(range(KEYS))


def test_a_reader_sees_nothing_that_is_not_committed(engine: Bolt):
    engine.execute_ddl(["CREATE CONSTRAINT n IF NOT EXISTS FOR (n:Note) REQUIRE n.uid IS UNIQUE"])
    written, looked = threading.Event(), threading.Event()

    def work(tx: Transaction) -> None:
        tx.run("CREATE (:Note {uid: 1})")
        written.set()
        assert looked.wait(10)

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(engine.write, work)
        assert written.wait(10)
        assert notes(engine) == 0
        looked.set()
        writing.result()
    assert notes(engine) == 1


def notes(store: Bolt) -> int:
    found: int = store.read(lambda tx: tx.run("MATCH (n:Note) RETURN count(n) AS n"))[0]["n"]
    return found


def test_a_reader_between_two_equal_versions_has_seen_no_mixture(engine: Bolt):
    """Neo4j lets one query see a part of what is being committed, so each change says "open".

    The change is marked before it begins and after it is whole, in transactions of their own; a
    reader that met the same closed version before and after its own query saw one state.
    """
    engine.write(lambda tx: tx.run("CREATE (:Version {uid: 'v', n: 0, open: false})"))
    engine.write(lambda tx: tx.run("UNWIND range(1, 200) AS i CREATE (:Part {n: 0})"))
    done = threading.Event()
    seen: list[int] = []

    def reader() -> None:
        while not done.is_set():
            before = engine.read(version)
            parts = engine.read(lambda tx: tx.run("MATCH (p:Part) RETURN DISTINCT p.n AS n"))
            if not before["open"] and engine.read(version) == before:
                assert parts == [{"n": before["n"]}]
                seen.append(before["n"])

    with ThreadPoolExecutor(2) as pool:
        reading = [pool.submit(reader) for _ in range(2)]
        deadline = time.monotonic() + 30
        while len(set(seen)) < 5 and time.monotonic() < deadline:
            engine.write(lambda tx: tx.run("MATCH (v:Version) SET v.open = true"))
            engine.write(lambda tx: tx.run("MATCH (p:Part) SET p.n = p.n + 1"))
            engine.write(lambda tx: tx.run("MATCH (v:Version) SET v.n = v.n + 1, v.open = false"))
            time.sleep(0.02)  # a reader needs a moment in which nothing changes
        done.set()
        for each in reading:
            each.result()
    assert len(set(seen)) >= 5


def version(tx: Transaction) -> dict[str, Any]:
    return tx.run("MATCH (v:Version) RETURN v.n AS n, v.open AS open")[0]
