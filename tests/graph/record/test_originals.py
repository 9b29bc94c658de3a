import hashlib
import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import update

from graph.errors import InvalidValue, NotFound, OriginalDamaged
from graph.record import originals as module
from graph.record.database import writing
from graph.record.tables import original
from graph.record.witness import NAME


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
