"""Files are copied before they are hashed; what is no plain file is never read."""

import hashlib
import os
from pathlib import Path

import pytest

from ingest import files, limits
from ingest.code import Code
from ingest.extract import ParseRefused
from ingest.files import take, walk


def refused(path: Path, tmp_path: Path) -> Code:
    with pytest.raises(ParseRefused) as error:
        take(path, tmp_path / "copy")
    return error.value.code


def test_the_copy_is_what_is_hashed(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"invented")
    taken = take(path, tmp_path / "copy")
    assert taken.copy.read_bytes() == b"invented"
    assert (taken.sha256, taken.size) == (hashlib.sha256(b"invented").hexdigest(), 8)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    monkeypatch.setattr(files, "_BLOCK", 10)
    read = os.fdopen

    class Growing:
        def __init__(self, handle: int, mode: str) -> None:
            self.file = read(handle, mode)

        def __enter__(self):
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def read(self, size: int) -> bytes:
            with path.open("ab") as writer:
                writer.write(b"y")
            return self.file.read(size) if path.stat().st_size < 110 else b""

    monkeypatch.setattr(files.os, "fdopen", Growing)
    assert refused(path, tmp_path) is Code.CHANGED_WHILE_READ


def test_a_file_at_the_limit_is_taken_and_one_byte_more_is_not(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 10)
    assert take(path, tmp_path / "copy").size == 10
    path.write_bytes(b"x" * 11)
    assert refused(path, tmp_path) is Code.TOO_LARGE


def test_devices_and_what_is_not_there_are_told(tmp_path: Path):
    assert refused(Path("/dev/null"), tmp_path) is Code.NOT_REGULAR
    assert refused(tmp_path / "nowhere.txt", tmp_path) is Code.NOT_FOUND


def test_a_walk_passes_over_what_describes_other_files(tmp_path: Path):
    names = ["a.txt", "a.txt.source.yaml", "source.yaml", "mapping.yaml", "b.csv.mapping.yaml"]
    for name in [*names, ".hidden", "b/c.txt", "b/.git/d.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    met = {str(f.path.relative_to(tmp_path)): f.code for f in walk([tmp_path])}
    assert [name for name, code in met.items() if code is None] == ["a.txt", "b/c.txt"]
    assert [name for name, code in met.items() if code is Code.DESCRIBES_OTHERS] == sorted(
        names[1:]
    )
    assert [name for name, code in met.items() if code is Code.HIDDEN_FILE] == [".hidden", "b/.git"]


def test_a_readme_is_evidence_only_where_a_source_speaks_of_it_by_name(tmp_path: Path):
    for name in ("README.md", "a/README.txt", "b/readme", "c/README.md", "d/README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "a" / "README.txt.source.yaml").write_text("title: a")
    (tmp_path / "c" / "source.yaml").write_text("documents: {README.md: {title: c}}")
    (tmp_path / "d" / "source.yaml").write_text("publisher: of the other files")
    met = {str(f.path.relative_to(tmp_path)): f.code for f in walk([tmp_path])}
    readmes = {name: code for name, code in met.items() if not name.endswith(".yaml")}
    assert readmes == {
        "README.md": Code.READ_ME,
        "a/README.txt": None,
        "b/readme": Code.READ_ME,
        "c/README.md": None,
        "d/README.md": Code.READ_ME,
    }


def test_a_file_named_twice_is_met_once(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    assert len(list(walk([path, tmp_path, path]))) == 1


def test_a_link_that_is_named_is_followed_and_one_that_is_met_is_not(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("x")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    assert [f.code for f in walk([link])] == [None]
    assert sorted(f.code or "" for f in walk([tmp_path])) == ["", Code.LINK_NOT_FOLLOWED]


def test_a_path_that_is_not_there_is_told(tmp_path: Path):
    assert [f.code for f in walk([tmp_path / "nowhere"])] == [Code.NOT_FOUND]
