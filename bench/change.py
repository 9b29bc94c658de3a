"""One claim among 27,780 transfers is rejected and accepted: what it takes until readers see it.

    python bench/change.py [--url bolt://…] [--rows 27780] [--acts 6]

Each act goes through the workspace as it does from the terminal; meanwhile two readers poll the
store and compare what they see with the version that it belongs to. Without `--url` it is the
embedded server. The rows are those of the New Zealand file where it lies beside the checkout, else
made up: as many, between as many prisons.
"""

import argparse
import csv
import json
import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from api.settings import from_environment
from api.wiring import Workspace, open_workspace
from graph.acts import Hand
from graph.decision import Act
from graph.errors import StoreRebuilding
from graph.store.projection import Projection
from graph.store.shape import Shape
from ingest.shipped import shipped_mappings

ROWS = 27_780
PRISONS = 18
POLL_SECONDS = 0.02
FILE = (
    Path(__file__)
    .resolve()
    .parents[2]
    .joinpath("shared", "data", "nz-prison-transfers", "inter-prison-transfers-original.csv")
)
SOURCE = {
    "title": "Transfers between prisons",
    "publisher": "Department of Corrections",
    "source_type": "ru_official",
    "clearance": "public",
    "licence": "CC BY 4.0",
}


@dataclass(kw_only=True)
class Measured:
    """What one run saw: of each act its seconds and the rows of the graph that it changed."""

    engine: str
    rows: int
    seconds: list[float] = field(default_factory=list)
    changed: list[frozenset[str]] = field(default_factory=list)
    answers: int = 0  # of the readers
    mixtures: int = 0


def transfers_file(folder: Path, *, rows: int) -> Path:
    """The New Zealand file, or made-up rows of the same form."""
    if rows == ROWS and FILE.is_file():
        return FILE
    made = folder / "transfers.csv"
    chance = random.Random(3)
    with made.open("w", encoding="utf-8", newline="") as handle:
        written = csv.writer(handle)
        written.writerow(("From", "To", "Reason", "Transfer Date", "Status At Transfer"))
        for _ in range(rows):
            origin, destination = chance.sample(range(PRISONS), 2)
            day = date(2018, 7, 1) + timedelta(days=chance.randrange(1000))
            words = f"{day.day}-{day:%b-%y}"
            ends = (f"Prison {origin}", f"Prison {destination}")
            written.writerow((*ends, "Placement Management", words, "Remand Accused"))
    return made


def look(store: Projection) -> tuple[int, int, int]:
    """Version of the store, its transfers, and its transfers as the routes count them."""
    state, found = store.consistent(
        lambda tx: (
            tx.run("MATCH (t:Transfer) RETURN count(t) AS n")[0]["n"],
            tx.run("MATCH (:Facility)-[r:ROUTE]->(:Facility) RETURN sum(r.possible) AS n")[0]["n"],
        )
    )
    return (state.version, *found)


@contextmanager
def polling(store: Projection, measured: Measured, *, whole: int) -> Iterator[None]:
    """Two readers that look at the store as long as the block lasts.

    The count of transfers and the sum over routes change with every act, together or never.
    """
    stop = threading.Event()

    def reader() -> None:
        while not stop.is_set():
            try:
                _, transfers, routed = look(store)
            except StoreRebuilding:
                continue
            measured.answers += 1
            measured.mixtures += transfers != routed or transfers not in {whole, whole - 1}
            time.sleep(POLL_SECONDS)  # they share this process with the writer

    readers = [threading.Thread(target=reader) for _ in range(2)]
    for thread in readers:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in readers:
            thread.join()


def change(workspace: Workspace, *, acts: int) -> Measured:
    """Reject and accept one claim in turn while readers look on."""
    workspace.publish()  # warm: what the process knows of the store it need not ask
    store, known = workspace.store(), workspace.knowledge()
    claim = next(c for c in known.evidence.claims.values() if c.property == "moved")
    whole = len(known.transfers)
    engine = "embedded" if store.bolt.is_arcadedb else "neo4j"
    measured = Measured(engine=engine, rows=whole)
    with polling(store, measured, whole=whole):
        for number in range(acts):
            act = Act.ACCEPT if number % 2 else Act.REJECT
            hand = Hand(scribe=workspace.scribe, author="bench", at=f"act {number}")
            batch = hand.decide(workspace.current.evidence(), act, claim.id, why="to measure it")
            before = store.shape
            begun = time.monotonic()
            workspace.append(batch)
            _, transfers, _ = look(store)
            measured.seconds.append(time.monotonic() - begun)
            if transfers != whole - (act is Act.REJECT):
                raise AssertionError(f"after {act} the store shows {transfers} transfers")
            measured.changed.append(difference(before, store.shape))
    return measured


def difference(before: Shape, after: Shape) -> frozenset[str]:
    """What the rows that differ are made of: names of sources, an inner id of a happening first."""
    names = before.sources.keys() | after.sources.keys()
    return frozenset(n for n in names if before.sources.get(n) is not after.sources.get(n))


@contextmanager
def transfers(home: Path, *, rows: int = ROWS, url: str = "") -> Iterator[Workspace]:
    """A workspace that has taken the transfers in, on the embedded server or the one at `url`."""
    told = {
        "WHEREABOUTS_HOME": str(home),
        "WHEREABOUTS_CLEARANCE": "public",
        "WHEREABOUTS_GRAPH_URL": url,
    }
    with open_workspace(from_environment(told)) as workspace:
        file = transfers_file(home, rows=rows)
        mapping = shipped_mappings()["nz-transfers"]
        report = workspace.ingest([file], source=SOURCE, mapping=mapping)
        if not report.complete:
            raise AssertionError(str(report))
        yield workspace


def main() -> None:
    """Measure, print, and keep the figures beside this file."""
    told = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    told.add_argument("--url", default="", help="an empty Neo4j; default: the embedded server")
    told.add_argument("--rows", type=int, default=ROWS)
    told.add_argument("--acts", type=int, default=8)
    options = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        with transfers(Path(folder), rows=options.rows, url=options.url) as workspace:
            taken_in = time.monotonic() - begun
            measured = change(workspace, acts=options.acts)
    figures = {
        "engine": measured.engine,
        "rows": measured.rows,
        "taken_in_seconds": round(taken_in, 1),
        "median_seconds": round(statistics.median(measured.seconds), 2),
        "worst_seconds": round(max(measured.seconds), 2),
        "sources_changed": sorted({len(names) for names in measured.changed}),
        "answers_meanwhile": measured.answers,
        "mixtures": measured.mixtures,
        "load": os.getloadavg()[0],
    }
    print(json.dumps(figures, indent=1))
    kept = Path(__file__).with_name(f"change.{measured.engine}.json")
    kept.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
