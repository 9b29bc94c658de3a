"""The embedded server's whole life: start, sharing, end, and everything that can go wrong."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from graph.errors import (
    EmbeddedServerMissing,
    InvalidValue,
    StoreAlreadyOpen,
    StoreMute,
    StoreNotStarted,
)
from graph.store.address import Address
from graph.store.bolt import _answers, open_bolt
from graph.store.launcher import EmbeddedServer, launch
from graph.store.process import find_server_of, listens_on_loopback, stop
from graph.store.runtime import find_runtime
from graph.store.start import free_ports, root_flag
from tests.conftest import missing

ROOT = Path(__file__).parents[3]


ENDED = "ArcadeDB Server is down"  # what the server says when it ends in order
FOREIGN = {"JAVA_TOOL_OPTIONS": "-Xmx2m", "JAVA_HOME": "/nowhere", "CLASSPATH": "/nowhere"}


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    try:
        find_runtime()
    except EmbeddedServerMissing as error:
        missing(f"the embedded graph server for {error.platform}")


@contextmanager
def server(root: Path, **options) -> Iterator[EmbeddedServer]:
    started = launch(root, **{"answers": _answers, "heap": "128m"} | options)
    try:
        yield started
    finally:
        started.leave()


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> Iterator[EmbeddedServer]:
    """A server for all tests that leave it as it was; started in an unfriendly environment."""
    root = tmp_path_factory.mktemp("launcher") / "Сховище графа"
    with pytest.MonkeyPatch.context() as environment:
        for name, value in FOREIGN.items():
            environment.setenv(name, value)
        environment.setenv("PATH", "")
        environment.setenv("LANG", "C")
        first = launch(root, answers=_answers, heap="128m")
    yield first
    first.leave()


def process(server: EmbeddedServer) -> psutil.Process:
    found = server.address.process
    assert found is not None
    return found


def answers(server: EmbeddedServer) -> bool:
    return _answers(server.address.url, server.password, 2)


def abandon(server: EmbeddedServer) -> None:
    """Leave the server as a process does that is killed: it goes on, and nobody has a part."""
    server._share.leave()
    server._share = None


def test_it_starts_in_any_folder_and_environment(started):
    assert answers(started)
    assert "-Xmx128m" in process(started).cmdline()
    assert not set(FOREIGN) & set(process(started).environ())


def test_only_its_user_gets_in(started):
    root, child = started.root, process(started)
    assert root.stat().st_mode & 0o777 == 0o700
    assert (root / "pw").stat().st_mode & 0o777 == 0o600
    assert len(started.password) >= 40
    assert listens_on_loopback(child, started.address.bolt, started.address.http)
    assert child.net_connections("udp") == []
    assert not _answers(started.address.url, "wrong", 2)
    files = [file for file in root.rglob("*") if file.is_file() and file.name != "pw"]
    assert root / "server.log" in files
    assert all(started.password.encode() not in file.read_bytes() for file in files)
    assert all(started.password not in word for word in child.cmdline())
    assert started.password not in child.environ().values()


def test_a_mute_server_that_others_use_is_let_be(started):
    with pytest.raises(StoreMute) as told:
        launch(started.root, answers=lambda *_: False)
    assert told.value.pid == started.address.pid
    assert answers(started)


def test_a_server_that_nobody_wrote_down_is_named_and_let_be(started):
    Address.remove(started.root)
    try:
        with pytest.raises(StoreAlreadyOpen) as told:
            launch(started.root, answers=_answers, heap="128m")
        assert told.value.pid == started.address.pid
        assert answers(started)
    finally:
        started.address.write(started.root)


def test_a_forked_child_that_leaves_stops_nothing(started):
    child = os.fork()
    if child == 0:
        started.leave()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert answers(started)


def test_later_ones_attach_and_the_last_one_to_leave_stops_it(tmp_path):
    first = open_bolt(root=tmp_path, heap="128m")
    second = launch(tmp_path, answers=_answers, heap="128m")
    child = process(second)
    assert first.server is not None
    assert second.address == first.server.address

    first.write(lambda tx: tx.run("CREATE (:Facility {uid: 'f1'})"))
    first.close()
    first.close()
    assert child.is_running()
    second.leave()
    assert not child.is_running()
    assert Address.read(tmp_path) is None
    assert ENDED in (tmp_path / "server.log").read_text("utf-8")

    (tmp_path / "pw").unlink()  # a lost password is replaced, and the data stay
    third = open_bolt(root=tmp_path, heap="128m")
    assert third.read(lambda tx: tx.run("MATCH (f:Facility) RETURN f.uid AS uid")) == [
        {"uid": "f1"}
    ]
    third.close()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}'])
def test_a_spoilt_server_file_counts_as_none(tmp_path, content):
    (tmp_path / "server.json").write_text(content)
    assert Address.read(tmp_path) is None


def test_a_stale_server_file_harms_no_stranger(tmp_path):
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        started = psutil.Process(sleeper.pid).create_time()
        Address(pid=sleeper.pid, started=started, bolt=1, http=2, version="1").write(tmp_path)
        with server(tmp_path) as fresh:
            assert fresh.address.pid != sleeper.pid
            assert sleeper.poll() is None
    finally:
        sleeper.kill()
        sleeper.wait()


def taken_first(*taken: tuple[int | None, int | None]) -> Callable[[], tuple[int, int]]:
    """Port pairs; where one is given it stands for the free one of its pair."""
    rest = list(taken)

    def ports() -> tuple[int, int]:
        bolt, http = free_ports()
        wanted = rest.pop(0) if rest else (None, None)
        return wanted[0] or bolt, wanted[1] or http

    return ports


def test_a_port_taken_meanwhile_is_replaced(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        taken = holder.getsockname()[1]
        ports = taken_first((taken, None), (None, taken))
        with server(tmp_path, ports=ports) as started:
            assert taken not in {started.address.bolt, started.address.http}
            assert answers(started)


def test_a_server_of_another_version_and_a_frozen_one_are_replaced(tmp_path):
    with server(tmp_path) as old:
        noted = json.loads((tmp_path / "server.json").read_text())
        (tmp_path / "server.json").write_text(json.dumps(noted | {"version": "1.0"}))
        with pytest.raises(StoreAlreadyOpen):  # while somebody uses it
            launch(tmp_path, answers=_answers)
        abandon(old)
        with server(tmp_path) as frozen:
            assert frozen.address.pid != old.address.pid
            assert ENDED in (tmp_path / "server.log.1").read_text("utf-8")

            child = process(frozen)
            child.suspend()
            abandon(frozen)
            with server(tmp_path, stop_seconds=0.2) as fresh:
                assert fresh.address.pid != child.pid
                assert not child.is_running()
                assert ENDED not in (tmp_path / "server.log.1").read_text("utf-8")


def test_a_start_that_takes_too_long_leaves_no_process(tmp_path):
    with pytest.raises(StoreNotStarted):
        launch(tmp_path, answers=_answers, start_seconds=0.3)
    assert find_server_of(root_flag(tmp_path)) is None
    assert Address.read(tmp_path) is None


def test_a_start_that_fails_tells_what_java_said(tmp_path):
    with pytest.raises(StoreNotStarted) as told:
        launch(tmp_path, answers=_answers, heap="1k")
    assert "heap" in told.value.log


def test_a_heap_that_java_would_not_take_is_refused_before_anything_starts(tmp_path):
    with pytest.raises(InvalidValue, match="512 MB"):
        launch(tmp_path / "store", answers=_answers, heap="512 MB")
    assert not (tmp_path / "store").exists()


def test_without_the_package_the_error_names_the_platform():
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from graph.store.runtime import find_runtime\n"
        "find_runtime()\n"
    )
    told = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=False
    )
    assert f"EMBEDDED_SERVER_MISSING platform='{sys.platform}'" in told.stderr


def test_stop_kills_what_does_not_end_by_itself():
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", f"{deaf}; time.sleep(60)"], stdout=subprocess.PIPE
    )
    with child:
        assert child.stdout is not None
        child.stdout.readline()
        stop(psutil.Process(child.pid), seconds=0.2)
        assert not psutil.pid_exists(child.pid)
