"""Neo4j Community without Docker: its Maven artifacts, run on loopback.

    python -m tools.neo4j run                       in the foreground, until Ctrl-C
    python -m tools.neo4j start --version 2026.09.0 in the background; prints the Bolt URL
    python -m tools.neo4j stop --version 2026.09.0

Neo4j is GPLv3: a program of its own that is fetched, never shipped. It asks for no password here,
so it listens on loopback alone; a server for a team is set up by docker-compose.yml.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.errors import EmbeddedServerMissing
from graph.store.process import stop
from graph.store.runtime import find_runtime
from graph.store.start import free_ports

OLDEST = "5.26.16"  # the long-term release, the oldest that Neo4j supports
NEWEST = "2026.09.0"
POM = Path(__file__).parent / "neo4j" / "pom.xml"
CACHE_VARIABLE = "WHEREABOUTS_NEO4J_CACHE"
START_SECONDS = 90
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


class Neo4jMissing(Exception):
    """This machine cannot run Neo4j; the text says what it lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What differs between the releases of Neo4j."""

    version: str

    @property
    def by_year(self) -> bool:
        """Whether it is one of the releases numbered by year, from 2025 on."""
        return int(self.version.split(".")[0]) >= 2025

    @property
    def main_class(self) -> str:
        """The class that starts the server."""
        return "org.neo4j.server." + ("Neo4jCommunity" if self.by_year else "CommunityEntryPoint")

    def runs_on(self, java: int) -> bool:
        """Whether this release supports that version of Java."""
        return java >= 21 if self.by_year else java in {17, 21}

    @property
    def switched_off(self) -> tuple[str, ...]:
        """Whatever would talk to another host: reports, a web console, discovery."""
        reports = ("dbms.usage_report.enabled=false",)
        if not self.by_year:
            return reports  # 5.x refuses to start with settings that it does not know
        return (
            *reports,
            "dbms.fleet_manager.enabled=false",
            "server.fleet_discovery.enabled=false",
        )


def cache_folder() -> Path:
    """Where servers are kept, a folder a version."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else Path.home() / ".cache" / "whereabouts" / "neo4j"


def find_java(release: Release) -> Path:
    """A Java that the release supports: the machine's own, or the one of the embedded server."""
    candidates = [Path(home) / "bin" / "java" for home in (os.environ.get("JAVA_HOME"),) if home]
    if found := shutil.which("java"):
        candidates.append(Path(found))
    with suppress(EmbeddedServerMissing):
        candidates.append(find_runtime().java)
    for java in candidates:
        if java.is_file() and release.runs_on(_java_version(java)):
            return java
    raise Neo4jMissing(f"Neo4j {release.version}: no Java of a version that it supports")


def _java_version(java: Path) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    number = re.search(r'version "(\d+)', told)
    return int(number[1]) if number else 0


def fetch(version: str, cache: Path) -> Path:
    """The folder with the server's jars; fetched with Maven when they are not there."""
    jars = cache / version / "lib"
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jMissing(f"Neo4j {version}: Maven (mvn), which fetches it")
    jars.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=jars.parent) as folder:
        fetched = subprocess.run(
            [
                *(maven, "-q", "-B", "--strict-checksums", "-f", POM, f"-Dneo4j.version={version}"),
                *("dependency:copy-dependencies", "-DincludeScope=runtime"),
                f"-DoutputDirectory={folder}/lib",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if fetched.returncode != 0:
            told = (fetched.stdout + fetched.stderr).strip().splitlines()
            raise Neo4jMissing(f"Neo4j {version}: Maven could not fetch it ({told[:1]})")
        try:
            (Path(folder) / "lib").rename(jars)
        except OSError:
            if not jars.is_dir():  # another process may have been first
                raise
    return jars


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """One Neo4j server: its release, its folder, its port on loopback, its memory."""

    release: Release
    home: Path
    port: int
    heap: str = "1g"
    page_cache: str = "512m"
    java_options: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What it prints."""
        return self.home / "console.log"

    @property
    def settings(self) -> tuple[str, ...]:
        """The lines of its `neo4j.conf`."""
        return (
            f"server.bolt.listen_address=127.0.0.1:{self.port}",
            "server.http.enabled=false",
            "server.https.enabled=false",
            "dbms.security.auth_enabled=false",
            "dbms.security.allow_csv_import_from_file_urls=false",  # else any file of this user
            f"server.memory.heap.max_size={self.heap}",
            f"server.memory.pagecache.size={self.page_cache}",
            *self.release.switched_off,
        )

    def spawn(self, cache: Path) -> subprocess.Popen[bytes]:
        """Its process, once it says that it has started; `Neo4jMissing` if it never does."""
        java, jars = find_java(self.release), fetch(self.release.version, cache)
        for part in ("conf", "data", "logs", "plugins", "run"):
            (self.home / part).mkdir(parents=True, exist_ok=True)
        (self.home / "conf" / "neo4j.conf").write_text("\n".join((*self.settings, "")), "utf-8")
        with self.log.open("wb") as output:
            child = subprocess.Popen(
                self._command(java, jars),
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.home,
                start_new_session=True,  # Ctrl-C reaches it through us
            )
        deadline = time.monotonic() + START_SECONDS
        while b"Started." not in self.log.read_bytes():
            if child.poll() is not None or time.monotonic() > deadline:
                end(child)
                told = self.log.read_text("utf-8", "replace")[-1500:]
                raise Neo4jMissing(f"Neo4j {self.release.version}: it did not start\n{told}")
            time.sleep(0.05)
        return child

    def _command(self, java: Path, jars: Path) -> list[str]:
        return [
            str(java),
            f"-Xmx{self.heap}",
            *self.java_options,
            "-cp",
            f"{self.home}/plugins/*:{self.home}/conf/*:{jars}/*",
            *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            self.release.main_class,
            f"--home-dir={self.home}",
            f"--config-dir={self.home}/conf",
            "--console-mode",
        ]


def end(child: subprocess.Popen[bytes]) -> None:
    """Stop the server and wait for it."""
    if child.poll() is None:
        stop(psutil.Process(child.pid), seconds=30)
    child.wait()


@contextmanager
def running(version: str, home: Path, *, heap: str = "512m") -> Iterator[str]:
    """A server on a free port for as long as the block lasts; its Bolt URL.

    For tests: its data are dropped, so it is killed; an orderly end takes ten seconds.
    """
    server = Server(
        release=Release(version=version),
        home=home,
        port=free_ports()[0],
        heap=heap,
        page_cache="128m",
        java_options=("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),  # starts sooner
    )
    child = server.spawn(cache_folder())
    try:
        yield server.url
    finally:
        child.kill()
        child.wait()


def main() -> None:
    """Run, start or stop a server as the command line says."""
    told = argparse.ArgumentParser(prog="tools.neo4j", description="Neo4j Community on loopback")
    told.add_argument("action", choices=("run", "start", "stop"))
    told.add_argument("--version", default=OLDEST, help=f"for example {OLDEST} or {NEWEST}")
    told.add_argument("--port", type=int, default=7687)
    told.add_argument("--heap", default="1g")
    told.add_argument("--home", type=Path, help="folder of its database; default: in the cache")
    options = told.parse_args()
    cache = cache_folder()
    home = (options.home or cache / options.version / "home").resolve()
    pid_file = home / "run" / "pid"
    if options.action == "stop":
        _stop_by(pid_file)
        return
    server = Server(
        release=Release(version=options.version), home=home, port=options.port, heap=options.heap
    )
    try:
        child = server.spawn(cache)
    except Neo4jMissing as error:
        sys.exit(str(error))
    print(server.url, flush=True)
    if options.action == "start":
        pid_file.write_text(f"{child.pid} {psutil.Process(child.pid).create_time()}", "ascii")
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        child.wait()
    except KeyboardInterrupt:
        pass
    finally:
        end(child)


def _stop_by(pid_file: Path) -> None:
    try:
        pid, started = pid_file.read_text("ascii").split()
        process = psutil.Process(int(pid))
        if abs(process.create_time() - float(started)) < 2:
            stop(process, seconds=30)
    except (FileNotFoundError, psutil.NoSuchProcess):
        sys.exit("No Neo4j was started from this folder, or it has ended.")
    finally:
        pid_file.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
