"""A parser that hangs, dies or eats memory costs its document and nothing else."""

import os
import signal
import time
from pathlib import Path

import pytest

from ingest.code import Code
from ingest.extract import Extract, ParseRefused
from ingest.nursery import Nursery
from ingest.sniff import FileKind
from ingest.tables.sheet import Options


def parsed(nursery: Nursery, path: Path, kind: FileKind = FileKind.TXT) -> str:
    found = nursery.parse(path, kind, Options())
    assert isinstance(found, Extract)
    return found.content


def test_one_worker_parses_many_documents(tmp_path: Path):
    path = tmp_path / "a.txt"
    with Nursery() as nursery:
        for number in range(5):
            path.write_text(f"text {number}")
            assert parsed(nursery, path) == f"text {number}"


def test_a_worker_that_was_killed_is_started_again(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("invented")
    with Nursery() as nursery:
        parsed(nursery, path)
        assert nursery._process is not None
        os.kill(nursery._process.pid, signal.SIGKILL)
        nursery._process.wait()
        assert parsed(nursery, path) == "invented"


def test_what_takes_too_long_is_ended(tmp_path: Path):
    path = tmp_path / "rows.csv"
    path.write_text("a,b\n" + "1,2\n" * 2_000_000)
    started = time.monotonic()
    with Nursery(wall_seconds=0.5) as nursery:
        with pytest.raises(ParseRefused) as refused:
            nursery.parse(path, FileKind.CSV, Options())
        assert refused.value.code is Code.TIMEOUT
        assert time.monotonic() - started < 10
        path.write_text("neighbour, invented")
        nursery.wall_seconds = 60
        assert parsed(nursery, path) == "neighbour, invented"


def test_a_parser_is_given_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WHEREABOUTS_HOME", "secret place")
    path = tmp_path / "a.txt"
    path.write_text("invented")
    with Nursery() as nursery:
        parsed(nursery, path)
        assert nursery._process is not None
        environ = Path(f"/proc/{nursery._process.pid}/environ")
        if not environ.exists():
            pytest.skip("no /proc on this system")
        assert b"WHEREABOUTS" not in environ.read_bytes()


def test_the_worker_ends_with_its_owner(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("invented")
    with Nursery() as nursery:
        parsed(nursery, path)
        assert nursery._process is not None
        process = nursery._process
    assert process.poll() is not None
