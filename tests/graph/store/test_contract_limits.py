"""What a query, a server and an address may not do."""

import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph.errors import (
    InvalidValue,
    QueryRefused,
    QueryTimedOut,
    StoreLoginRefused,
    StoreUnreachable,
)
from graph.store.bolt import Bolt, open_bolt
from graph.store.process import LOOPBACK, listeners
from graph.store.start import free_ports

ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN a"


@pytest.fixture
def hasty(engine: Bolt, tmp_path: Path) -> Iterator[Bolt]:
    """The engine, opened so that a query may take one second."""
    if engine.is_arcadedb:
        store = open_bolt(root=tmp_path, query_seconds=1, heap="128m")
    else:
        store = open_bolt(engine.url, query_seconds=1)
    yield store
    store.close()


def test_a_runaway_query_is_ended_and_writes_nothing(hasty: Bolt):
    for ask, text in (
        (hasty.read, ENDLESS),
        (hasty.write, f"CREATE (:Stray) WITH 1 AS x {ENDLESS}"),
    ):
        start = time.monotonic()
        with pytest.raises(QueryTimedOut) as told:
            ask(lambda tx, text=text: tx.run(text))
        assert time.monotonic() - start < 8
        assert told.value.seconds == 1
    assert hasty.read(lambda tx: tx.run("MATCH (n:Stray) RETURN count(n) AS n")) == [{"n": 0}]


def test_no_local_file_is_read(engine: Bolt, tmp_path: Path):
    secret = tmp_path / "secret.csv"
    secret.write_text("name\nОлесь\n", "utf-8")
    with pytest.raises(QueryRefused) as told:
        engine.read(lambda tx: tx.run(f"LOAD CSV FROM '{secret.as_uri()}' AS line RETURN line"))
    assert "Олесь" not in told.value.message


def test_a_server_listens_on_loopback_alone(engine: Bolt):
    port = int(engine.url.rpartition(":")[2])
    (pid,) = {
        found.pid
        for found in psutil.net_connections("tcp")
        if found.status == psutil.CONN_LISTEN and found.laddr.port == port
    }
    process = psutil.Process(pid)
    assert {ip for ip, _ in listeners(process)} <= LOOPBACK
    assert process.net_connections("udp") == []  # a broadcast would need one


@pytest.mark.neo4j
@pytest.mark.parametrize("version", ["neo4j_5", pytest.param("neo4j_2026", marks=pytest.mark.slow)])
def test_neo4j_reports_to_nobody(version: str, request: pytest.FixtureRequest):
    store: Bolt = request.getfixturevalue(version)
    rows = store.read(lambda tx: tx.run("SHOW SETTINGS YIELD name, value"))
    told = {row["name"]: row["value"] for row in rows}
    wanted = {"dbms.usage_report.enabled"}
    if version == "neo4j_2026":
        wanted |= {"dbms.fleet_manager.enabled", "server.fleet_discovery.enabled"}
    assert {name: told[name] for name in wanted} == dict.fromkeys(wanted, "false")
    talking = {n for n in told if "fleet" in n or "usage_report" in n or "udc" in n}
    assert {n for n in talking if told[n] == "true"} == set()


@pytest.mark.parametrize(
    "url", ["http://example.org", "bolt//host", "", "neo4j+x://h", "bolt://h:port"]
)
def test_an_address_that_is_none_is_refused(url: str):
    with pytest.raises(InvalidValue) as told:
        open_bolt(url)
    assert told.value.field == "graph URL"


def test_neither_address_nor_folder_is_refused():
    with pytest.raises(InvalidValue):
        open_bolt()


def test_an_address_where_nobody_answers_is_named_without_its_password():
    with pytest.raises(StoreUnreachable) as told:
        open_bolt(f"bolt://127.0.0.1:{free_ports()[0]}", user="neo4j", password="geheim")
    assert "127.0.0.1" in told.value.url
    assert "geheim" not in str(told.value)


def test_a_wrong_password_is_told_apart(embedded: Bolt):
    with pytest.raises(StoreLoginRefused) as told:
        open_bolt(embedded.url, user="root", password="wrong")
    assert told.value.url == embedded.url


def test_a_lost_server_is_told_apart(embedded: Bolt, tmp_path: Path):
    store = open_bolt(root=tmp_path, heap="128m", query_seconds=1)
    assert store.server is not None
    assert store.server.address.process is not None
    store.server.address.process.kill()
    with pytest.raises(StoreUnreachable):
        store.read_models(lambda: None)
    with pytest.raises(StoreUnreachable):
        store.read(lambda tx: tx.run("RETURN 1"))
    store.close()
    assert embedded.read_models(lambda: True)  # the next one is not disturbed
