"""Files sent in are read beside the requests; a job tells how far that has come."""

import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import BinaryIO, TypeAlias

from graph.clearance import Clearance
from graph.errors import NotFound, WhereaboutsError
from graph.schema import schema

MOST_BYTES = 100_000_000
MOST_JOBS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of one file: its state, why if it was not taken in, how many claims it gave.

    `told` says by language, a line a finding, what is wrong with it and what to do next.
    """

    file: str
    state: str
    code: str | None
    claims: int
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Intake: TypeAlias = Callable[[Path, Mapping[str, str]], tuple[TakenIn, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`outcomes` are there once `state` is *done*; of a *failed* one perhaps the error."""

    id: str
    state: str
    outcomes: tuple[TakenIn, ...]
    error: WhereaboutsError | None = None


class TooLarge(Exception):
    """More bytes than are taken in this way."""


class Jobs:
    """One file after another, in the order of arrival; jobs are forgotten at the end."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._runner = ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")
        self._lock = Lock()
        self._running: dict[str, Future[tuple[TakenIn, ...]]] = {}

    def take(self, content: BinaryIO, name: str, known: Mapping[str, str]) -> Job:
        """Start to read a file in.

        Raises:
            TooLarge: it is over the limit.
            InvalidValue: the kind of source or the clearance is none that there is.
        """
        schema().check_code("source_type", known.get("source_type", ""))
        Clearance.parse(known.get("clearance", ""))
        folder = Path(tempfile.mkdtemp(prefix="whereabouts-upload-"))
        try:
            file = folder / (Path(name).name or "unnamed")
            _copy(content, file)
        except BaseException:
            shutil.rmtree(folder)
            raise
        job = secrets.token_hex(12)
        with self._lock:
            while len(self._running) >= MOST_JOBS:
                del self._running[next(iter(self._running))]
            self._running[job] = self._runner.submit(self._read, folder, file, dict(known))
        return self.job(job)

    def job(self, job: str) -> Job:
        """How far it has come.

        Raises:
            NotFound: there is no such job.
        """
        with self._lock:
            future = self._running.get(job)
        if future is None:
            raise NotFound(kind="job", wanted=job)
        if not future.done():
            return Job(id=job, state="running" if future.running() else "waiting", outcomes=())
        if (error := future.exception()) is not None:
            ours = error if isinstance(error, WhereaboutsError) else None
            return Job(id=job, state="failed", outcomes=(), error=ours)
        return Job(id=job, state="done", outcomes=future.result())

    def close(self) -> None:
        """Wait for the file that is being read, and start no other."""
        self._runner.shutdown(wait=True, cancel_futures=True)

    def _read(self, folder: Path, file: Path, known: Mapping[str, str]) -> tuple[TakenIn, ...]:
        try:
            return self._intake(file, known)
        finally:
            shutil.rmtree(folder)


def _copy(content: BinaryIO, file: Path) -> None:
    size = 0
    with file.open("wb") as out:
        while piece := content.read(1 << 20):
            size += len(piece)
            if size > MOST_BYTES:
                raise TooLarge
            out.write(piece)
