"""neomodel reads through the store's own driver, in one transaction, from the store asked for."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from neomodel import One, RelationshipTo, StringProperty, StructuredNode, db

from graph.errors import QueryRefused
from graph.store.bolt import Bolt


class Waypoint(StructuredNode):
    """A label of this test alone."""

    uid = StringProperty(unique_index=True)
    following = RelationshipTo("Waypoint", "FOLLOWED_BY", cardinality=One)


def names() -> list[str]:
    return sorted(node.uid for node in Waypoint.nodes.all())


def put(store: Bolt, *uids: str) -> None:
    text = "UNWIND $uids AS uid CREATE (:Waypoint {uid: uid})"
    store.write(lambda tx: tx.run(text, uids=list(uids)))


def test_classes_read_and_walk(engine: Bolt):
    engine.write(
        lambda tx: tx.run("CREATE (:Waypoint {uid: 'a'})-[:FOLLOWED_BY]->(:Waypoint {uid: 'b'})")
    )
    assert engine.read_models(lambda: Waypoint.nodes.get(uid="a").following.single().uid) == "b"
    assert db.driver is engine._driver


def test_nothing_is_written_there(engine: Bolt):
    put(engine, "a")

    def work() -> list[str]:
        Waypoint(uid="stray").save()
        return names()

    if engine.is_arcadedb:  # it does as told, and the transaction is taken back
        assert engine.read_models(work) == ["a", "stray"]
    else:
        with pytest.raises(QueryRefused, match="AccessMode"):
            engine.read_models(work)
    assert engine.read_models(names) == ["a"]


def test_an_error_of_the_caller_comes_through_and_the_next_read_works(engine: Bolt):
    put(engine, "a")
    with pytest.raises(Waypoint.DoesNotExist):
        engine.read_models(lambda: Waypoint.nodes.get(uid="none"))
    assert engine.read_models(names) == ["a"]


@pytest.mark.neo4j
def test_each_store_answers_for_itself_also_at_once(embedded: Bolt, neo4j_5: Bolt):
    for store, uid in ((embedded, "here"), (neo4j_5, "there")):
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        put(store, uid)
    with ThreadPoolExecutor(4) as pool:
        asked = [
            (uid, pool.submit(store.read_models, names))
            for _ in range(25)
            for store, uid in ((embedded, "here"), (neo4j_5, "there"))
        ]
    assert [answer.result() for _, answer in asked] == [[uid] for uid, _ in asked]
