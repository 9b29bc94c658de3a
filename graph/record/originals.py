"""Originals: the bytes of documents as they came, on disk under random names, read-only.

A row is written before its file and marked as kept after the file is safe, so that a killed run
leaves no file that nobody knows of.
"""

import hashlib
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update

from graph.errors import InvalidValue, NotFound, OriginalDamaged, RecordFailed, WasErased
from graph.record.chain import entry_name
from graph.record.database import reading, writing
from graph.record.tables import entry, original

_BLOCK = 1 << 20
PART = ".part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """Bytes that are kept; `sha256` is the id of the document that they are."""

    sha256: str
    size: int


def keep_original(engine: Engine, folder: Path, source: Path | bytes, *, secret: bytes) -> Original:
    """Keep these bytes, once; they are on disk and verified when this returns.

    Raises:
        InvalidValue: there are no bytes.
        WasErased: these bytes were erased and do not come back.
        OriginalDamaged: what was written is not what was read.
        RecordFailed: the disk refused.
    """
    kept = _measure(source)
    if kept.size == 0:
        raise InvalidValue(field="original", value="0 bytes", expected="at least one byte")
    with writing(engine) as connection:
        _refuse_erased(connection, kept.sha256, secret)
        row = connection.execute(select(original).where(original.c.sha256 == kept.sha256)).first()
        name = secrets.token_hex(16) if row is None else row.name
        if row is None:
            values = {"sha256": kept.sha256, "name": name, "size": kept.size, "kept": 0}
            connection.execute(insert(original).values(values))
    place = place_of(folder, name)
    if row is not None and row.kept and place.exists():
        return kept
    try:
        _write(source, place, kept.sha256)
    except OSError as error:
        raise RecordFailed(reason=f"the original was not kept: {error.strerror}") from error
    with writing(engine) as connection:
        connection.execute(update(original).where(original.c.sha256 == kept.sha256).values(kept=1))
    return kept


def find_original(engine: Engine, folder: Path, sha256: str) -> Path:
    """Where the bytes with that SHA-256 lie.

    Raises:
        NotFound: they are not kept.
    """
    with reading(engine) as connection:
        asked = select(original.c.name).where(original.c.sha256 == sha256, original.c.kept == 1)
        name = connection.scalar(asked)
    if name is None:
        raise NotFound(kind="original", wanted=sha256)
    return place_of(folder, name)


def place_of(folder: Path, name: str) -> Path:
    """The file of an original by its random name, in one of 65,536 folders."""
    return folder / name[:2] / name[2:4] / name


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on disk."""
    if os.name == "nt":  # Windows opens no folders, and writes names through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_erased(connection: Connection, sha256: str, secret: bytes) -> None:
    name = entry_name(secret, "document", sha256)
    erased = select(entry.c.seq).where(
        entry.c.kind == "document", entry.c.object_id == name, entry.c.payload.is_(None)
    )
    if connection.scalar(erased) is not None:
        raise WasErased(sha256=sha256)


def _measure(source: Path | bytes) -> Original:
    if isinstance(source, bytes):
        return Original(sha256=hashlib.sha256(source).hexdigest(), size=len(source))
    return Original(sha256=file_sha256(source), size=source.stat().st_size)


def _write(source: Path | bytes, place: Path, sha256: str) -> None:
    _make_folders(place.parent)
    part = place.with_name(f"{place.name}.{secrets.token_hex(4)}{PART}")
    try:
        _copy(source, part, sha256)
        part.replace(place)
    except (OSError, OriginalDamaged):
        part.unlink(missing_ok=True)
        raise
    sync_folder(place.parent)


def _copy(source: Path | bytes, part: Path, sha256: str) -> None:
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o400)
    with os.fdopen(handle, "wb") as file:
        if isinstance(source, bytes):
            file.write(source)
        else:
            with source.open("rb") as given:
                shutil.copyfileobj(given, file, _BLOCK)
        file.flush()
        os.fsync(file.fileno())
    if file_sha256(part) != sha256:
        raise OriginalDamaged(sha256=sha256)


def _make_folders(folder: Path) -> None:
    """Make a folder and put its name, and those of the folders above that are new, on disk."""
    if folder.is_dir():
        return
    _make_folders(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)
