"""Start of the embedded server: command line, environment, and waiting until it answers."""

import os
import re
import secrets
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil

from graph.errors import InvalidValue, StoreAlreadyOpen, StoreNotStarted
from graph.store.address import Address
from graph.store.process import MAIN_CLASS, find_server_of, listens_on_loopback, stop
from graph.store.runtime import Runtime

DATABASE = "graph"
USER = "root"
ATTEMPTS = 3  # a port found free may be taken by another before the server has it
LOG_TAIL = 3_000
PORT_TAKEN = "Unable to listen"
FOLDER_TAKEN = "is locked by another process"
# Java reads options from these, and a foreign one may keep it from starting.
FOREIGN = re.compile(r"_?JAVA_|JDK_JAVA_|CLASSPATH$|ARCADEDB_")

# Does the server at this URL, with this password, answer within so many seconds?
Answers = Callable[[str, str, float], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How a server is to be started on a folder."""

    root: Path
    runtime: Runtime
    answers: Answers
    heap: str
    query_seconds: float
    seconds: float
    ports: Callable[[], tuple[int, int]]

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[1-9]\d*[kmgKMG]", self.heap):
            raise InvalidValue("heap", self.heap, "a number with k, m or g, such as 512m")

    def run(self) -> tuple[Address, subprocess.Popen[bytes]]:
        """A server that answers, and its process; `StoreNotStarted` when none comes up."""
        secret = password(self.root)
        for _ in range(ATTEMPTS):
            child, address = self._spawn()
            try:
                ready = self._wait(child, address, secret)
            except BaseException:
                self._abandon(child)
                raise
            if ready:
                return address, child
            self._abandon(child)
        raise StoreNotStarted(str(self.root), self._log())

    def command(self, bolt: int, http: int) -> list[str]:
        """The command line; it holds no password."""
        root = self.root
        return [
            str(self.runtime.java),
            f"-Xmx{self.heap}",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
            "--add-exports=java.management/sun.management=ALL-UNNAMED",
            "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "-cp",
            str(self.runtime.jars / "*"),
            root_flag(root),
            f"-Darcadedb.server.databaseDirectory={root / 'databases'}",
            f"-Darcadedb.server.rootPasswordPath={root / 'pw'}",
            "-Darcadedb.server.plugins=Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "-Darcadedb.bolt.host=127.0.0.1",  # by itself it listens on all interfaces
            f"-Darcadedb.bolt.port={bolt}",
            "-Darcadedb.server.httpIncomingHost=127.0.0.1",
            f"-Darcadedb.server.httpIncomingPort={http}",
            f"-Darcadedb.server.defaultDatabases={DATABASE}[{USER}]",
            f"-Darcadedb.bolt.defaultDatabase={DATABASE}",
            # "production" hides every client error; the two flags below harden "development"
            "-Darcadedb.server.mode=development",
            "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
            f"-Darcadedb.command.timeout={round(self.query_seconds * 1000)}",
            "-Darcadedb.txWalFlush=1",
            MAIN_CLASS,
        ]

    def _spawn(self) -> tuple[subprocess.Popen[bytes], Address]:
        bolt, http = self.ports()
        log = self.root / "server.log"
        if log.exists():
            log.replace(self.root / "server.log.1")
        kept = {name: value for name, value in os.environ.items() if not FOREIGN.match(name)}
        with log.open("wb") as output:
            child = subprocess.Popen(  # noqa: S603  (the package's own Java, no user text)
                self.command(bolt, http),
                cwd=self.root,
                env=kept | {"LC_ALL": "C.UTF-8"},  # else Java cannot open a path in Cyrillic
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started = psutil.Process(child.pid).create_time()
        address = Address(
            pid=child.pid, started=started, bolt=bolt, http=http, version=self.runtime.version
        )
        # Written before the server is ready: if we die now, the next one finds it.
        address.write(self.root)
        return child, address

    def _wait(self, child: subprocess.Popen[bytes], address: Address, secret: str) -> bool:
        """True once it answers, False if a port was taken from under it."""
        deadline = time.monotonic() + self.seconds
        while time.monotonic() < deadline:
            log = self._log()
            if PORT_TAKEN in log:
                return False
            if child.poll() is not None:
                if FOLDER_TAKEN in log:
                    other = find_server_of(root_flag(self.root))
                    raise StoreAlreadyOpen(str(self.root), other.pid if other else 0)
                break
            # The password goes only to a port that this very process holds.
            if (
                listens_on_loopback(psutil.Process(child.pid), address.bolt, address.http)
                and _online(address.http)
                and self.answers(address.url, secret, 2)
            ):
                return True
            time.sleep(0.05)
        raise StoreNotStarted(str(self.root), self._log())

    def _abandon(self, child: subprocess.Popen[bytes]) -> None:
        if child.poll() is None:
            stop(psutil.Process(child.pid))
        child.wait()
        Address.remove(self.root)

    def _log(self) -> str:
        return (self.root / "server.log").read_text("utf-8", "replace")[-LOG_TAIL:]


def root_flag(root: Path) -> str:
    """The part of the command line by which the server of a folder is known."""
    return f"-Darcadedb.server.rootPath={root}"


def free_ports() -> tuple[int, int]:
    """Two ports of the loopback interface that nobody holds at this moment."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def password(root: Path) -> str:
    """The password of the folder's server; made when there is none."""
    file = root / "pw"
    if not file.exists():
        # The server keeps the first password it saw; without the file nobody knows it any more.
        (root / "config" / "server-users.jsonl").unlink(missing_ok=True)
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "w", encoding="ascii") as handle:
            handle.write(secrets.token_urlsafe(32))
    return file.read_text("ascii")


def _online(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=2)  # knows no proxy
    try:
        connection.request("GET", "/api/v1/ready")
        return connection.getresponse().status in {200, 204}
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
