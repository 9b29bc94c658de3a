"""kill -9 while loading: what was acknowledged stands, no batch is there in part."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import EmbeddedServerMissing
from graph.store.address import Address
from graph.store.bolt import Bolt, open_bolt
from graph.store.runtime import find_runtime
from tests.conftest import missing
from tests.graph.store.loader import SIZE

PROJECT = Path(__file__).parents[3]
ACKNOWLEDGED = 6


@pytest.fixture(autouse=True)
def _installed() -> None:
    try:
        find_runtime()
    except EmbeddedServerMissing as error:
        missing(f"the embedded graph server for {error.platform}")


@pytest.mark.parametrize("victim", [pytest.param("server", marks=pytest.mark.slow), "loader"])
def test_what_was_acknowledged_stands_and_no_batch_is_there_in_part(tmp_path: Path, victim: str):
    with subprocess.Popen(
        [sys.executable, "-m", "tests.graph.store.loader", str(tmp_path)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    ) as loader:
        assert loader.stdout is not None
        seen = [int(loader.stdout.readline()) for _ in range(ACKNOWLEDGED)]
        address = Address.read(tmp_path)
        assert address is not None
        assert address.process is not None
        if victim == "server":
            address.process.kill()
        loader.kill()  # in both cases: alone it would go on trying
        seen += [int(line) for line in loader.stdout.read().splitlines()]

    store = open_bolt(root=tmp_path, heap="128m")
    assert store.server is not None
    assert (store.server.address == address) == (victim == "loader")
    check(store, seen)
    serving = store.server.address.process
    assert serving is not None
    store.close()
    assert not serving.is_running()  # whoever attached took over the duty to stop it


def check(store: Bolt, acknowledged: list[int]) -> None:
    scan = "MATCH (e:Entry) RETURN e.batch AS batch, count(*) AS n ORDER BY batch"
    batches = {row["batch"]: row["n"] for row in store.read(lambda tx: tx.run(scan))}
    assert set(batches) >= set(acknowledged)
    assert set(batches.values()) == {SIZE}
    assert len(batches) <= len(acknowledged) + 1  # one may stand that was not told any more

    edges = "MATCH (:Entry)-[i:IN]->(b:Batch) RETURN b.uid AS batch, count(i) AS n"
    assert {row["batch"]: row["n"] for row in store.read(lambda tx: tx.run(edges))} == batches

    wanted = [f"{batch}-{n}" for batch in batches for n in range(SIZE)]
    lookup = "UNWIND $uids AS uid MATCH (e:Entry {uid: uid}) RETURN count(e) AS n"
    assert store.read(lambda tx: tx.run(lookup, uids=wanted)) == [{"n": len(wanted)}]
