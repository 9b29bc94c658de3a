"""The rim: finds files, and takes a private copy of each, whose bytes are then hashed."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest import limits
from ingest.code import Code
from ingest.extract import ParseRefused
from ingest.source import FOLDER_FILE, SIDECAR, has_its_own

MAPPING_SIDECAR = ".mapping.yaml"
FOLDER_MAPPING = "mapping.yaml"
_READ_ME = "readme"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that was met, and why it cannot be taken if that is already known."""

    path: Path
    code: Code | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A private copy of a file."""

    copy: Path
    sha256: str
    size: int


def walk(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file below the paths, in order of name; links are named but never followed.

    What is no evidence has a code of `PASSED_OVER`: what is hidden in a folder, files that
    describe others (`source.yaml`, `mapping.yaml`, and `*` before them), and a `README` of which
    no source file speaks by name. A path that is given and is itself a link is followed.
    """
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        try:
            there = path.exists()
        except OSError:  # a folder above may not be looked into
            yield Found(path=path, code=Code.UNREADABLE)
            continue
        if not there:
            code = Code.LINK_NOT_FOLLOWED if path.is_symlink() else Code.NOT_FOUND
            yield Found(path=path, code=code)
            continue
        for found in _below(path.resolve() if path.is_symlink() else path):
            absolute = found.path.absolute()
            if absolute not in seen:
                seen.add(absolute)
                yield found


def size_of(found: Found) -> int:
    """The bytes of a file that was met, 0 where nobody can say."""
    try:
        return found.path.lstat().st_size if found.code is None else 0
    except OSError:
        return 0


def take(path: Path, copy: Path) -> Taken:
    """Copy a file and hash the copy; what is no plain file is never opened for reading.

    Raises:
        ParseRefused: it is a link, a pipe or a device, too large, unreadable, or changed meanwhile.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if path.is_symlink():
            raise ParseRefused(Code.LINK_NOT_FOLLOWED) from None
        missing = isinstance(error, FileNotFoundError)
        raise ParseRefused(Code.NOT_FOUND if missing else Code.UNREADABLE) from None
    with os.fdopen(handle, "rb") as source:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise ParseRefused(Code.NOT_REGULAR)
        if before.st_size > limits.FILE_BYTES:
            expected = f"<= {limits.FILE_BYTES} bytes"
            raise ParseRefused(Code.TOO_LARGE, value=str(before.st_size), expected=expected)
        digest, size = hashlib.sha256(), 0
        with copy.open("wb") as target:
            while block := source.read(_BLOCK):
                size += len(block)
                if size > limits.FILE_BYTES:
                    raise ParseRefused(Code.TOO_LARGE, expected=f"<= {limits.FILE_BYTES} bytes")
                target.write(block)
        after = os.fstat(handle)
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or (
        size != before.st_size
    ):
        raise ParseRefused(Code.CHANGED_WHILE_READ)
    with copy.open("rb") as copied:
        while block := copied.read(_BLOCK):
            digest.update(block)
    return Taken(copy=copy, sha256=digest.hexdigest(), size=size)


def _below(path: Path) -> Iterator[Found]:
    if path.is_symlink():
        yield Found(path=path, code=Code.LINK_NOT_FOLLOWED)
    elif path.is_dir():
        try:
            inside = sorted(path.iterdir())
        except OSError:
            yield Found(path=path, code=Code.UNREADABLE)
            return
        for child in inside:
            if child.name.startswith("."):
                yield Found(path=child, code=Code.HIDDEN_FILE)
            else:
                yield from _below(child)
    elif _describes(path.name):
        yield Found(path=path, code=Code.DESCRIBES_OTHERS)
    elif path.stem.casefold() == _READ_ME and not has_its_own(path):
        yield Found(path=path, code=Code.READ_ME)
    else:
        yield Found(path=path)


def _describes(name: str) -> bool:
    return name in {FOLDER_FILE, FOLDER_MAPPING} or name.endswith((SIDECAR, MAPPING_SIDECAR))
