"""kill -9 at random moments of a long ingest, again and again: nothing is lost, nothing doubled."""

import csv
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from api.settings import from_environment
from api.wiring import open_workspace
from graph.store.dump import dump

KILLS, ROWS, DOCUMENTS = 20, 5_000, 30
PLACES = ("Taganrog SIZO-2", "Kursk SIZO-1", "Mordovia IK-10", "Volnovakha Colony No. 120")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """5,000 rows and 30 texts about people who do not exist."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "source.yaml").write_text(
        "title: invented\npublisher: nobody\nsource_type: news\nclearance: public\n"
        "licence: CC0-1.0\nlanguage: en\n"
    )
    with (folder / "moves.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("who", "left", "came", "day"))
        for number in range(ROWS):
            day = f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}"
            rows.writerow((f"Invented {number}", PLACES[number % 4], PLACES[(number + 1) % 4], day))
    (folder / "moves.csv.mapping.yaml").write_text(
        "name: moves\nversion: 1\nformat: csv\nsubjects:\n"
        "  person: {kind: person, key: who, name: who}\n"
        "  origin: {kind: facility, shared: place, key: left, name: left}\n"
        "  destination: {kind: facility, shared: place, key: came, name: came}\n"
        "claims:\n  - property: moved\n    roles: {who: person, from: origin, to: destination}\n"
        "    period: {at: day, format: iso}\n"
    )
    for number in range(DOCUMENTS):
        (folder / f"text{number}.txt").write_text(
            f"Danylo Bereza{number} is invented. In May 2022 he was moved from Kursk SIZO-1 to "
            "Mordovia IK-10. He was held there until December 2023.\n"
        )
    return folder


def begin(folder: Path, home: Path) -> subprocess.Popen[bytes]:
    """An ingest in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "api.cli", "ingest", str(folder)],
        env={**os.environ, "WHEREABOUTS_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def content(home: Path) -> tuple[str, int]:
    """The canonical dump of the store, and the length of a record that verifies."""
    with open_workspace(from_environment({"WHEREABOUTS_HOME": str(home)})) as workspace:
        assert workspace.record.verify() == ()
        workspace.publish()
        return dump(workspace.store().bolt), len(workspace.record.evidence().claims)


def fresh(home: Path) -> Path:
    """A home with one secret for all runs, so that ids can be compared."""
    home.mkdir(mode=0o700)
    (home / "secret").write_bytes(b"one secret for all runs, 32 byte")
    (home / "secret").chmod(0o600)
    return home


def test_twenty_kills_leave_what_a_clean_run_leaves(folder: Path, tmp_path: Path) -> None:
    clean = fresh(tmp_path / "clean")
    started = time.monotonic()
    assert begin(folder, clean).wait() == 0
    length = time.monotonic() - started
    wanted = content(clean)
    moment = random.Random(2022)
    landed = 0
    while landed < KILLS:  # a run that was killed goes on, and is killed again, until it is done
        home = fresh(tmp_path / f"killed after {landed}")
        while True:
            run = begin(folder, home)
            try:
                code = run.wait(timeout=moment.uniform(0.2, length / 2))
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                landed += 1
                run.wait()
            else:
                assert code == 0
                break
        assert content(home) == wanted
