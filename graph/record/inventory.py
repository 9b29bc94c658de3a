"""Compares the originals on disk with what the record says of them."""

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from graph.record.breaks import Breach, Break
from graph.record.originals import PART, file_sha256, place_of
from graph.record.witness import NAME

QUARANTINE = "quarantine"


def files_among(folder: Path) -> list[Path]:
    """Every file among the originals, but for the witness and what lies in quarantine."""
    found = []
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder).parts
        beside = within[0] == QUARANTINE or (len(within) == 1 and within[0].startswith(NAME))
        if not beside and (path.is_symlink() or not path.is_dir()):
            found.append(path)
    return found


def check_originals(
    folder: Path,
    rows: Sequence[Any],
    files: Sequence[Path],
    *,
    documents: set[str],
    erased: set[str],
) -> Iterator[Break]:
    """Every row has its file, every document its row, every file its row."""
    kept = {row.sha256 for row in rows if row.kept == 1}
    for document in sorted(documents - kept):
        yield Break(breach=Breach.ORIGINAL_MISSING, name=document)
    for row in rows:
        if row.sha256 in erased:
            yield Break(breach=Breach.NOT_ERASED, name=row.sha256)
        elif row.kept == 1:
            yield from _file(folder, row)
    known = {str(row.name) for row in rows}
    for path in files:
        # A part of a known name is what a killed or a running process was writing.
        name = path.name.split(".")[0] if path.name.endswith(PART) else path.name
        if not path.is_symlink() and not path.exists():  # renamed or erased since it was listed
            continue
        if name not in known or path.parent != place_of(folder, name).parent:
            _quarantine(folder, path)
            yield Break(breach=Breach.UNKNOWN_FILE, name=str(path.relative_to(folder)))


def _file(folder: Path, row: Any) -> Iterator[Break]:  # noqa: ANN401
    path = place_of(folder, str(row.name))
    if path.is_symlink() or not path.is_file():
        yield Break(breach=Breach.ORIGINAL_MISSING, name=row.sha256)
        return
    size = path.stat().st_size
    if size == 0:
        yield Break(breach=Breach.ORIGINAL_EMPTY, name=row.sha256)
    elif size != row.size or file_sha256(path) != row.sha256:
        yield Break(breach=Breach.ORIGINAL_CHANGED, name=row.sha256)


def _quarantine(folder: Path, path: Path) -> None:
    aside = folder / QUARANTINE
    aside.mkdir(mode=0o700, exist_ok=True)
    path.rename(aside / f"{secrets.token_hex(4)}-{path.name}")
