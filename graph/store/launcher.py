"""The embedded graph server: a child process on loopback, shared by all who open its folder.

The first to open a folder starts the server, later ones attach, the last one to leave stops it.
A process that dies without leaving keeps nothing: whoever opens the folder next takes over.
"""

import atexit
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from graph.errors import StoreAlreadyOpen, StoreMute
from graph.store.address import Address
from graph.store.locks import Share, exclusive
from graph.store.process import stop
from graph.store.runtime import find_runtime
from graph.store.start import Answers, Start, free_ports, password

LOCK_SECONDS = 90  # longer than a slow start by somebody else takes
PATIENCE = 2.0  # how long a server may take to answer before it counts as mute
PATIENCE_SHARED = 20.0  # … while others use it: it may only be busy with their work


class EmbeddedServer:
    """One user's part in the running server of a folder."""

    def __init__(
        self, root: Path, address: Address, share: Share, child: subprocess.Popen[bytes] | None
    ) -> None:
        self.root = root
        self.address = address
        self._share: Share | None = share
        self._child = child
        self._opened_by = os.getpid()
        atexit.register(self.leave)

    @property
    def password(self) -> str:
        """The server's password; it stands in no command line, log or message."""
        return password(self.root)

    def leave(self) -> None:
        """Give the part up; the last one to leave stops the server. Twice is once."""
        if os.getpid() != self._opened_by:
            return  # a forked child has no part of its own
        if self._share is not None:
            with exclusive(self.root / "lock", seconds=LOCK_SECONDS):
                if self._share.alone():
                    _stop(self.root, self.address)
                self._share.leave()
                self._share = None
        # A server that others still use is reaped when this process ends.
        if self._child is None or self._child.poll() is not None:
            atexit.unregister(self.leave)


def launch(
    root: Path,
    *,
    answers: Answers,
    heap: str = "512m",
    query_seconds: float = 30,
    start_seconds: float = 60,
    stop_seconds: float = 10,
    ports: Callable[[], tuple[int, int]] = free_ports,
) -> EmbeddedServer:
    """The server of folder `root`: the one that runs already, or a new one."""
    root = root.resolve()
    start = Start(
        root=root,
        runtime=find_runtime(),
        answers=answers,
        heap=heap,
        query_seconds=query_seconds,
        seconds=start_seconds,
        ports=ports,
    )
    root.mkdir(parents=True, exist_ok=True)
    root.chmod(0o700)
    with exclusive(root / "lock", seconds=LOCK_SECONDS):
        share = Share(root / "in-use")
        try:
            running = _running(start, share, stop_seconds)
            address, child = (running, None) if running else start.run()
        except BaseException:
            share.leave()
            raise
        return EmbeddedServer(root, address, share, child)


def _running(start: Start, share: Share, stop_seconds: float) -> Address | None:
    """The server that serves the folder and can be shared; one that cannot is stopped."""
    address = Address.read(start.root)
    if address is None:
        return None
    alone = share.alone()
    if address.process is not None:
        patience = PATIENCE if alone else PATIENCE_SHARED
        answering = start.answers(address.url, password(start.root), patience)
        if answering and address.version == start.runtime.version:
            return address
        if not alone:
            kind = StoreAlreadyOpen if answering else StoreMute
            raise kind(str(start.root), address.pid)
    _stop(start.root, address, seconds=stop_seconds)
    return None


def _stop(root: Path, address: Address, *, seconds: float = 10) -> None:
    process = address.process
    if process is not None:
        stop(process, seconds=seconds)
    Address.remove(root)
