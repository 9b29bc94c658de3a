"""27,780 real transfers from files to answers by the command line: time and memory of each step.

    python bench/nz.py [--neo4j 2026.09.0] [--json FILE]

A fresh home takes in the list of prisons and the transfers, then answers. Each command is a process
of its own, as at a terminal; memory is the most that it and the server it started held together,
seen every 50 ms. Then the parts of it are timed inside one process, on the same home. The file is
not shipped: it lies in ../shared/data, or where WHEREABOUTS_SHARED says.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from api.settings import from_environment
from api.wiring import Workspace, open_workspace
from graph.claim import Kind
from graph.questions.find import end, find
from graph.questions.flows import flows
from graph.questions.reachable import reachable
from graph.store.shape import EMPTY, shape
from tools.neo4j import running

ROOT = Path(__file__).parents[1]
FOLDER = Path("nz-prison-transfers")
TRANSFERS, PRISONS = "inter-prison-transfers-original.csv", "prison-locations.json"
ROWS = 27_780
PUBLISHER = "publisher: Department of Corrections, New Zealand\nclearance: public\nlanguage: en\n"
SOURCES = {
    PRISONS: "title: New Zealand prisons\nlicence: CC0-1.0\nsource_type: facility_list\n",
    TRANSFERS: "title: Transfers between prisons\nlicence: CC0-1.0\nsource_type: other\n",
}
MAPPINGS = {PRISONS: "nz-prisons.yaml", TRANSFERS: "nz-transfers.yaml"}
ROUTE = ("MECF", "Christchurch")
WITHIN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a step took: seconds by the clock, seconds of processors, megabytes at most."""

    wall: float
    cpu: float
    peak: float


def folder() -> Path:
    """Where the files lie, if they do."""
    return Path(os.environ.get("WHEREABOUTS_SHARED", ROOT.parent / "shared" / "data")) / FOLDER


def environment(home: Path, url: str | None = None) -> dict[str, str]:
    """The settings of a public reader at that home."""
    graph = {} if url is None else {"WHEREABOUTS_GRAPH_URL": url}
    return {"WHEREABOUTS_HOME": str(home), "WHEREABOUTS_CLEARANCE": "public", **graph}


def intakes(work: Path) -> Iterator[tuple[str, ...]]:
    """The two commands that take the files in; `work` gets a source file for each."""
    for file, said in SOURCES.items():
        source = work / f"{file}.yaml"
        source.write_text(said + PUBLISHER, encoding="utf-8")
        mapping = ROOT / "ingest" / "mappings" / MAPPINGS[file]
        yield (
            *("ingest", str(folder() / file)),
            *("--source", str(source), "--mapping", str(mapping)),
        )


def command(*words: str, environ: Mapping[str, str]) -> tuple[str, Taken]:
    """The output of one command, and what it took.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    started = time.monotonic()
    with tempfile.TemporaryFile("w+") as told:
        child = subprocess.Popen(
            [sys.executable, "-m", "api.cli", *words],
            env={**os.environ, **environ},
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        family, peak = psutil.Process(child.pid), 0
        while True:
            ended, status, used = os.wait4(child.pid, os.WNOHANG)
            if ended:
                break
            peak = max(peak, _resident(family))
            time.sleep(0.05)
        child.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        output = told.read()
    if child.returncode != 0:
        raise RuntimeError(output)
    wall, cpu = time.monotonic() - started, used.ru_utime + used.ru_stime
    return output, Taken(wall=wall, cpu=cpu, peak=peak / 1e6)


def _resident(family: psutil.Process) -> int:
    """Bytes that a process and those it started hold now."""
    total = 0
    try:
        for process in (family, *family.children(recursive=True)):
            total += process.memory_info().rss
    except psutil.NoSuchProcess:  # one of them ended in between: the next look counts
        return 0
    return total


def parts(workspace: Workspace) -> Iterator[tuple[str, Taken]]:
    """The steps behind the commands, one after the other in this process."""
    yield "read the record", _timed(workspace.current.evidence)
    yield "fold", _timed(workspace.knowledge)
    known = workspace.knowledge()
    if len(known.transfers) != ROWS:
        raise RuntimeError(f"{len(known.transfers)} transfers, not {ROWS}")
    store, outward = workspace.store(), workspace.outward(known)
    yield "shape", _timed(lambda: shape(known, outward))
    wanted = shape(known, outward)
    yield "empty the store", _timed(lambda: store.update(EMPTY))
    yield "load", _timed(lambda: store.update(wanted))
    yield "flows", _timed(lambda: flows(known))
    ends = [
        end(known, (found.entity or "",))
        for name in ROUTE
        for found in find(known, name, kinds=(Kind.FACILITY,))
    ]
    for words in ("reachable, first", "reachable, again"):
        yield words, _timed(lambda: reachable(known, ends[0], ends[1], within=WITHIN))


def _timed(work: Callable[[], object]) -> Taken:
    wall, cpu = time.monotonic(), time.process_time()
    work()
    resident = psutil.Process().memory_info().rss
    return Taken(wall=time.monotonic() - wall, cpu=time.process_time() - cpu, peak=resident / 1e6)


@contextmanager
def engine(version: str | None, work: Path) -> Iterator[str | None]:
    """The URL of a Neo4j for as long as the block lasts; None for the embedded server."""
    if version is None:
        yield None
    else:
        with running(version, work / "neo4j", heap="1g") as url:
            yield url


def main() -> None:
    """Print a line a step."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--neo4j", help="a version; the embedded server otherwise")
    asked.add_argument("--json", type=Path, help="write the figures here, too")
    options = asked.parse_args()
    if not folder().is_dir():
        print(f"left out: {FOLDER} is not on this machine")
        return
    load = os.getloadavg()[0]
    figures: dict[str, Taken] = {}

    def say(name: str, taken: Taken) -> None:
        figures[name] = taken
        print(f"{name:32} {taken.wall:7.1f} s {taken.cpu:7.1f} s cpu {taken.peak:7.0f} MB")

    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        with engine(options.neo4j, work) as url:
            environ = environment(work / "home", url)
            for words in intakes(work):
                say(f"ingest {Path(words[1]).name}"[:32], command(*words, environ=environ)[1])
            path = ("ask", "path", *ROUTE, "--mode", "reachable", "--within", str(WITHIN))
            say("ask path reachable", command(*path, environ=environ)[1])
            wall, cpu = (sum(getattr(t, n) for t in figures.values()) for n in ("wall", "cpu"))
            peak = max(t.peak for t in figures.values())
            say("from files to answer", Taken(wall=wall, cpu=cpu, peak=peak))
            with open_workspace(from_environment(environ)) as workspace:
                for name, taken in parts(workspace):
                    say(name, taken)
    print(f"load of the machine: {load:.1f} before, {os.getloadavg()[0]:.1f} after")
    if options.json:
        told = {name: asdict(taken) for name, taken in figures.items()}
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
