import hashlib
import os
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, update

from graph.document import Text
from graph.errors import InvalidValue, NotFound, OriginalDamaged, RecordFailed
from graph.evidence import Batch
from graph.record import originals as module
from graph.record.database import writing
from graph.record.tables import original
from graph.record.witness import NAME
from tests.graph.record.invented import SCRIBE


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != NAME]


@pytest.mark.parametrize("size", [1, 2**20 - 1, 2**20, 2**20 + 1, 50 * 2**20])
def test_bytes_come_back_byte_for_byte_from_a_file_and_from_memory(record, tmp_path, size):
    content = os.urandom(size)
    file = tmp_path / "letter.pdf"
    file.write_bytes(content)
    kept = record.keep(file)
    assert (kept.sha256, kept.size) == (hashlib.sha256(content).hexdigest(), size)
    place = record.original(kept.sha256)
    assert place.read_bytes() == content
    assert stat.S_IMODE(place.stat().st_mode) == 0o400
    assert record.keep(content) == kept
    assert files(record.originals) == [place]
    assert record.verify() == ()


def test_the_name_tells_nothing_of_the_bytes(record):
    kept = record.keep(b"(invented) a letter")
    place = record.original(kept.sha256)
    assert place.relative_to(record.originals).parts == (
        place.name[:2],
        place.name[2:4],
        place.name,
    )
    assert place.name not in {kept.sha256[: len(place.name)], "letter"}
    assert record.keep(b"another") != kept
    assert len(files(record.originals)) == 2


def test_no_bytes_are_no_original(record):
    with pytest.raises(InvalidValue):
        record.keep(b"")
    with pytest.raises(NotFound):
        record.original(hashlib.sha256(b"").hexdigest())


def test_a_file_that_changes_while_it_is_read_is_refused(record, tmp_path, monkeypatch):
    file = tmp_path / "growing.txt"
    file.write_bytes(b"first")
    place_of = module.place_of

    def grows(folder: Path, name: str) -> Path:
        file.write_bytes(b"first and second")  # between measuring and copying
        return place_of(folder, name)

    monkeypatch.setattr(module, "place_of", grows)
    with pytest.raises(OriginalDamaged):
        record.keep(file)
    monkeypatch.undo()
    assert files(record.originals) == []
    with pytest.raises(NotFound):
        record.original(hashlib.sha256(b"first").hexdigest())
    assert record.verify() == ()


@contextmanager
def small_disk(limit: int) -> Iterator[None]:
    """No file may grow beyond the limit, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_an_error_and_leaves_nothing_behind(record):
    content = b"x" * 3_000_000
    with small_disk(2_000_000), pytest.raises(RecordFailed):
        record.keep(content)
    assert files(record.originals) == []
    assert record.verify() == ()

    kept = record.keep(content)
    document = SCRIBE.document(content, media_type="text/plain")
    text = Text(id="t", document=kept.sha256, extractor="plain/1", content="x" * 3_000_000)
    batch = Batch(documents=(document,), texts=(text,))
    with small_disk(2_000_000), pytest.raises(RecordFailed):
        record.append(batch)
    assert record.head() == 0
    assert record.verify() == ()
    assert record.append(batch) == 2
    assert record.verify() == ()


def test_bytes_are_on_disk_under_their_name_before_the_record_refers_to_them(record, monkeypatch):
    acts: list[str] = []

    def noted(act: str, of: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*arguments: Any) -> Any:
            if act == "sync":
                mode = os.fstat(arguments[0]).st_mode
                acts.append("sync folder" if stat.S_ISDIR(mode) else "sync file")
            else:
                acts.append(act)
            return of(*arguments)

        return noting

    record.keep(b"makes the folders of no other")
    monkeypatch.setattr(os, "fsync", noted("sync", os.fsync))
    monkeypatch.setattr(Path, "replace", noted("rename", Path.replace))
    monkeypatch.setattr(module, "file_sha256", noted("verify", module.file_sha256))
    event.listen(record.engine, "commit", lambda _: acts.append("commit"))
    record.keep(b"(invented) a letter")
    new_folders = acts.index("sync file") - 1
    assert acts[1 : 1 + new_folders] == ["sync folder"] * new_folders
    assert acts[:1] + acts[1 + new_folders :] == [
        "commit",
        "sync file",
        "verify",
        "rename",
        "sync folder",
        "commit",
    ]


def test_what_a_killed_run_left_is_no_break_and_the_next_run_finishes_it(record):
    kept = record.keep(b"(invented) a letter")
    place = record.original(kept.sha256)
    # Killed after the rename, before the row was marked: nobody refers to the file.
    with writing(record.engine) as connection:
        connection.execute(update(original).values(kept=0))
    with pytest.raises(NotFound):
        record.original(kept.sha256)
    assert record.verify() == ()
    # Killed before the rename.
    place.rename(f"{place}.00112233.part")
    assert record.verify() == ()
    assert record.keep(b"(invented) a letter") == kept
    assert record.original(kept.sha256) == place
    assert place.read_bytes() == b"(invented) a letter"
    assert record.verify() == ()


def test_an_original_that_was_lost_is_kept_again_when_it_comes_again(record):
    kept = record.keep(b"(invented) a letter")
    place = record.original(kept.sha256)
    place.unlink()
    assert len(record.verify()) == 1
    record.keep(b"(invented) a letter")
    assert record.verify() == ()
