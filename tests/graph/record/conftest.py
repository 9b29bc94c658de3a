"""A record of its own for each test, and invented things to put into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.record import HomeKind, Record, open_record
from tests.graph.record.invented import SECRET

Open = Callable[..., Record]


@pytest.fixture
def open_at() -> Iterator[Open]:
    """Opens the record of a folder; closes what was opened."""
    opened: list[Record] = []

    def opening(folder: Path, *, secret: bytes = SECRET, kind: HomeKind | None = None) -> Record:
        record = open_record(
            f"sqlite:///{folder / 'record.sqlite'}",
            originals=folder / "originals",
            secret=secret,
            kind=kind,
        )
        opened.append(record)
        return record

    yield opening
    for record in opened:
        record.close()


@pytest.fixture
def record(tmp_path: Path, open_at: Open) -> Record:
    """A new record for the sample."""
    return open_at(tmp_path / "home", kind="sample")
