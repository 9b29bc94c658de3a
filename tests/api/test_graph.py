"""The graph store over HTTP: it answers what the record's knowledge says, or says why not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from graph.clearance import Clearance
from graph.errors import EmbeddedServerMissing
from graph.store.bolt import open_bolt
from graph.store.projection import Projection, State, _mark
from graph.store.shape import Shape, shape
from tests.api.served import ids, served, two_prisoners
from tests.conftest import missing


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    home = tmp_path_factory.mktemp("graph")
    try:
        bolt = open_bolt(root=home / "store")
    except EmbeddedServerMissing as error:
        missing(f"the embedded graph server for {error.platform}")
    with served(two_prisoners(), home / "home", clearance=Clearance.RESTRICTED) as one:
        one.workspace.store = Projection(bolt)
        one.workspace.store.prepare()
        yield one
    bolt.close()


def computed(one: SimpleNamespace) -> Shape:
    known = one.workspace.knowledge()
    return shape(known, one.workspace.outward(known))


def sent(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def carried(properties: tuple[tuple[str, object], ...]) -> dict[str, object]:
    return {name: sent(value) for name, value in properties}


def test_an_empty_store_is_a_problem_with_what_to_do(running: SimpleNamespace) -> None:
    for way in ("node", "neighbourhood", "counts"):
        answer = running.client.get(f"/api/v1/graph/{way}?id={ids(running.client).hai}")
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["type"] == "/api/v1/problems#graph-not-ready"
        assert "whereabouts rebuild" in answer.json()["detail"]


def test_neighbours_and_counts_are_those_of_the_knowledge(running: SimpleNamespace) -> None:
    rows = computed(running)
    running.workspace.store.update(rows)
    for uid, node in rows.nodes.items():
        ties = [r for r in rows.relations.values() if uid in (r.start[1], r.end[1])]
        answer = running.client.get(f"/api/v1/graph/neighbourhood?id={uid}&limit=1000").json()
        assert answer["node"] == {
            "id": uid, "label": node.kind, "properties": carried(node.properties)
        }  # fmt: skip
        assert answer["links"] == [
            {
                "id": tie.uid,
                "type": tie.kind,
                "outgoing": tie.start[1] == uid,
                "properties": carried(tie.properties),
                "other": {
                    "id": (other := tie.end[1] if tie.start[1] == uid else tie.start[1]),
                    "label": rows.nodes[other].kind,
                    "properties": carried(rows.nodes[other].properties),
                },
            }
            for tie in sorted(ties, key=lambda tie: tie.uid)
        ]
        assert answer["after"] is None
        counted = Counter((link["type"], link["outgoing"]) for link in answer["links"])
        found = running.client.get(f"/api/v1/graph/counts?id={uid}").json()
        assert (
            Counter(
                {
                    sort: sum(
                        c["count"] for c in found["counts"] if (c["type"], c["outgoing"]) == sort
                    )
                    for sort in counted
                }
            )
            == counted
        )
        page = running.client.get(f"/api/v1/graph/node?id={uid}").json()
        assert page["node"] == answer["node"]
        assert sum(s["count"] for s in page["sections"]) == sum(counted.values())


def test_pages_of_relations_continue_where_the_last_one_ended(running: SimpleNamespace) -> None:
    running.workspace.store.update(computed(running))
    uid = ids(running.client).hai
    whole = running.client.get(f"/api/v1/graph/neighbourhood?id={uid}").json()["links"]
    links: list[object] = []
    after: str | None = ""
    while after is not None:
        part = running.client.get(
            "/api/v1/graph/neighbourhood", params={"id": uid, "limit": 2, "after": after}
        ).json()
        links += part["links"]
        after = part["after"]
    assert links == whole
    assert len(whole) > 4


def test_what_is_no_node_or_not_there_is_not_found(running: SimpleNamespace) -> None:
    running.workspace.store.update(computed(running))
    person = running.client.get(f"/api/v1/people/{ids(running.client).hai}").json()
    for uid in ("unknown", person["sources"][0]["claim"]):
        assert running.client.get(f"/api/v1/graph/node?id={uid}").status_code == 404
    odd = running.client.get(f"/api/v1/graph/neighbourhood?id={person['person']['id']}&type=NO")
    assert odd.status_code == 422


def test_a_store_that_is_being_rebuilt_is_not_read(
    running: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = running.workspace.store
    store.update(computed(running))
    monkeypatch.setattr("graph.store.projection.PAUSE", 0)
    whole: State = store.state()
    store.bolt.write(lambda tx: _mark(tx, replace(whole, whole=False)))
    answer = running.client.get(f"/api/v1/graph/node?id={ids(running.client).hai}")
    store.bolt.write(lambda tx: _mark(tx, whole))
    assert (answer.status_code, answer.json()["status"]) == (503, 503)


def test_without_a_server_the_record_still_answers(home: SimpleNamespace) -> None:
    uid = ids(home.client).hai
    assert home.client.get(f"/api/v1/graph/node?id={uid}").status_code == 503
    assert home.client.get(f"/api/v1/people/{uid}").status_code == 200
