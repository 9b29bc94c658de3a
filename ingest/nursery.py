"""Has documents parsed by processes of their own; one that fails, hangs or lies costs its file."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from ingest import limits
from ingest.code import Code
from ingest.extract import Extract, ParseRefused
from ingest.sniff import FileKind
from ingest.tables.sheet import BadRow, BlankRow, Flag, Line, Options, Row

_PREFIX = 4
_RECYCLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """A table with all its lines, as a worker gave it."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    codes: tuple[Code, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Nursery:
    """Starts the worker when first needed and renews it after 500 documents or its death."""

    wall_seconds: float = limits.WALL_SECONDS
    _process: subprocess.Popen[bytes] | None = None
    _channel: socket.socket | None = None
    _answers: BinaryIO | None = None
    _parsed: int = 0

    def __enter__(self) -> "Nursery":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def parse(self, path: Path, kind: FileKind, options: Options) -> Extract | SheetRead:
        """The text or table in a file.

        Raises:
            ParseRefused: the parser says why not; or it ran too long, took too much memory, or
                died.
        """
        if self._process is None or self._parsed >= _RECYCLE or self._process.poll() is not None:
            self._start()
        self._parsed += 1
        read_end, write_end = os.pipe()
        with os.fdopen(read_end, "rb", buffering=0) as answers:
            try:
                pid = self._request(path, kind, options, write_end)
            finally:
                os.close(write_end)
            try:
                frames = list(_frames(answers, until=time.monotonic() + self.wall_seconds))
            except ParseRefused:
                _kill(pid)
                self._number()
                raise
        status = self._number()
        if not frames or "end" not in frames[-1]:
            raise ParseRefused(_death(status))
        return _gathered(frames[:-1])

    def close(self) -> None:
        """End the worker."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        if self._answers is not None:
            self._answers.close()
            self._answers = None
        if self._process is not None:
            try:
                self._process.wait(timeout=2)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def _start(self) -> None:
        self.close()
        ours, theirs = socket.socketpair()
        # no settings, no secret: a parser has no use for them
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WHEREABOUTS_")}
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-m", "ingest.worker", str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            env=kept,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        theirs.close()
        self._channel, self._answers, self._parsed = ours, ours.makefile("rb"), 0

    def _request(self, path: Path, kind: FileKind, options: Options, write_end: int) -> int:
        request = json.dumps({"kind": kind, "options": asdict(options)}).encode()
        if self._channel is None:
            raise ParseRefused(Code.CRASH)
        with path.open("rb") as source:
            try:
                socket.send_fds(
                    self._channel,
                    [len(request).to_bytes(_PREFIX, "big"), request],
                    [source.fileno(), write_end],
                )
            except OSError:
                raise ParseRefused(Code.CRASH) from None
        return self._number()

    def _number(self) -> int:
        written = b"" if self._answers is None else self._answers.readline()
        if not written:
            self.close()
            raise ParseRefused(Code.CRASH)
        return int(written)


def _frames(answers: Any, *, until: float) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - raw file
    """Frames as they come; ends at the end marker or when the pipe closes.

    Raises:
        ParseRefused: too late, too much, or no frame.
    """
    total = 0
    while prefix := _exactly(answers, _PREFIX, until):
        size = int.from_bytes(prefix, "big")
        total += size
        if size > limits.FRAME_BYTES or total > limits.ANSWER_BYTES:
            raise ParseRefused(Code.TOO_LARGE)
        try:
            frame = json.loads(_exactly(answers, size, until))
        except (ValueError, RecursionError):
            raise ParseRefused(Code.CRASH) from None
        if not isinstance(frame, dict):
            raise ParseRefused(Code.CRASH)
        yield frame
        if "end" in frame:
            return


def _exactly(answers: Any, size: int, until: float) -> bytes:  # noqa: ANN401 - raw file
    pieces: list[bytes] = []
    while size:
        ready, _, _ = select.select([answers], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise ParseRefused(Code.TIMEOUT)
        piece = answers.read(min(size, 1 << 20))
        if not piece:
            return b""
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _kill(pid: int) -> None:
    for end in (os.killpg, os.kill):  # the group may not be there yet
        try:
            end(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
        return


def _death(status: int) -> Code:
    if os.WIFSIGNALED(status):
        if os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGKILL}:
            return Code.TIMEOUT
        return Code.CRASH
    return Code.CRASH if os.WEXITSTATUS(status) == 0 else Code.MEMORY_LIMIT


def _gathered(frames: list[dict[str, Any]]) -> Extract | SheetRead:
    """The frames as one value. They are checked: a parser may have been taken over."""
    try:
        for frame in frames:
            if "refused" in frame:
                raise _refused(frame["refused"])
        last = frames[-1]
        codes = tuple(Code(code) for code in last["codes"])
        notes = tuple(str(note) for note in last["notes"])
        if "header" not in frames[0]:
            return Extract(
                extractor=str(last["extractor"]),
                content="".join(frame["text"] for frame in frames[:-1]),
                pages=tuple(int(at) for at in last["pages"]),
                codes=codes,
                notes=notes,
            )
        header = tuple(str(name) for name in frames[0]["header"])
        lines = tuple(_line(line) for frame in frames[1:-1] for line in frame["lines"])
        return SheetRead(header=header, lines=lines, codes=codes, notes=notes)
    except (KeyError, IndexError, TypeError, ValueError):
        raise ParseRefused(Code.CRASH) from None


def _refused(reason: dict[str, Any]) -> ParseRefused:
    return ParseRefused(
        Code(reason["code"]),
        row=reason.get("row"),
        field=reason.get("field"),
        value=reason.get("value"),
        expected=reason.get("expected"),
    )


def _line(line: list[Any]) -> Line:
    number, *cells = line
    if cells and cells[0] is None:
        return BlankRow(number=number)
    if cells and isinstance(cells[0], dict):
        told = cells[0]
        if "flag" in told:
            return Flag(
                number=number, code=Code(told["flag"]), value=told["value"], field=told["field"]
            )
        return BadRow(
            number=number,
            code=Code(told["code"]),
            value=told["value"] or "",
            expected=told["expected"] or "",
            field=told["field"],
        )
    if not all(isinstance(cell, str) for cell in cells):
        raise TypeError(number)
    return Row(number=number, cells=cells)
