"""File locks of a store's folder; the kernel frees them when a process dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreMute


@contextmanager
def exclusive(path: Path, *, seconds: float) -> Iterator[None]:
    """Hold the lock on `path`; `StoreMute` if others keep it that long."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    deadline = time.monotonic() + seconds
    try:
        while not _take(handle, fcntl.LOCK_EX):
            if time.monotonic() > deadline:
                raise StoreMute(str(path.parent), 0)
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


class Share:
    """One user's part in a folder. Taken, tested and given up under the folder's lock only."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Whether nobody else has a part; the own one is kept."""
        try:
            return _take(self._handle, fcntl.LOCK_EX)
        finally:
            # A refused change of a lock may have lost it.
            fcntl.flock(self._handle, fcntl.LOCK_SH)

    def leave(self) -> None:
        """Give the part up."""
        # Unlocked, not only closed: a forked child may still hold the same handle.
        fcntl.flock(self._handle, fcntl.LOCK_UN)
        os.close(self._handle)


def _take(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
