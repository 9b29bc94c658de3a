"""The process that parses: a single-threaded parent that forks one limited child a document.

It is given open files over a socket and never a path. What a child finds goes back as
length-prefixed JSON: nothing that a taken-over parser sends is ever executed.
"""

import ctypes
import json
import os
import resource
import socket
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from ingest import limits
from ingest.code import Code
from ingest.extract import Extract, ParseRefused
from ingest.parsers import parse
from ingest.sniff import FileKind
from ingest.tables.sheet import BadRow, BlankRow, Flag, Line, Options, Row, Sheet

_PREFIX = 4
_ROWS_A_FRAME = 500
_CHARACTERS_A_FRAME = 4_000_000
_NEW_USER_AND_NET = 0x10000000 | 0x40000000


def serve(channel: socket.socket) -> None:
    """Answer requests until the other side is gone: fork, tell the pid, wait, tell the status."""
    while True:
        prefix, files, _, _ = socket.recv_fds(channel, _PREFIX, 2)
        if not prefix:
            return
        request = json.loads(_exactly(channel, int.from_bytes(prefix, "big")))
        _warm(FileKind(request["kind"]))
        pid = os.fork()
        if pid == 0:
            channel.close()
            _child(request, *files)
        for handle in files:
            os.close(handle)
        channel.sendall(f"{pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        channel.sendall(f"{status}\n".encode())


def _exactly(channel: socket.socket, size: int) -> bytes:
    written = b""
    while len(written) < size and (piece := channel.recv(size - len(written))):
        written += piece
    return written


def _warm(kind: FileKind) -> None:
    """Import the parser before forking, so that each child finds it loaded."""
    if kind is FileKind.PDF:
        import pdfminer.high_level  # noqa: F401

        import ingest.text.pdf
    elif kind is FileKind.XLSX:
        import ingest.tables.workbook
    elif kind is FileKind.DOCX:
        import ingest.text.docx
    elif kind is FileKind.HTML:
        import ingest.text.html  # noqa: F401


def _child(request: dict[str, Any], source: int, target: int) -> None:
    """Parse one document and leave; whatever happens, this process does not return."""
    code = 1
    try:
        os.setpgid(0, 0)
        _limit()
        with os.fdopen(target, "wb") as out:
            with os.fdopen(source, "rb") as opened:
                content = opened.read(limits.FILE_BYTES + 1)
            _answer(content, FileKind(request["kind"]), Options(**request["options"]), out)
        code = 0
    except BrokenPipeError:
        code = 0  # the parent has heard enough
    finally:
        os._exit(code)


def _limit() -> None:
    """No network where the system allows it without rights; memory, time, files in any case."""
    if sys.platform == "linux":
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NET)
    for which, most in (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.CPU_SECONDS),
        (resource.RLIMIT_FSIZE, limits.WRITTEN_BYTES),
        (resource.RLIMIT_NOFILE, limits.OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        if which != resource.RLIMIT_AS or sys.platform == "linux":  # macOS refuses that one
            resource.setrlimit(which, (most, most))


def _answer(content: bytes, kind: FileKind, options: Options, out: BinaryIO) -> None:
    try:
        found = parse(content, kind, options)
        for frame in _text(found) if isinstance(found, Extract) else _rows(found):
            _send(out, frame)
    except ParseRefused as refused:
        _send(out, {"refused": _reason(refused)})
    except MemoryError:
        _send(out, {"refused": {"code": Code.MEMORY_LIMIT}})
    except RecursionError:
        _send(out, {"refused": {"code": Code.NEST_LIMIT}})
    except Exception as error:  # noqa: BLE001 - a parser may fail in any way: the file is broken
        _send(out, {"refused": {"code": Code.CORRUPT, "value": type(error).__name__}})
    _send(out, {"end": True})


def _send(out: BinaryIO, frame: dict[str, Any]) -> None:
    written = json.dumps(frame, ensure_ascii=False).encode("utf-8", "surrogatepass")
    out.write(len(written).to_bytes(4, "big") + written)
    out.flush()


def _text(found: Extract) -> Iterator[dict[str, Any]]:
    if len(found.content) > limits.CHARACTERS:
        raise ParseRefused(Code.TOO_LARGE, expected=f"<= {limits.CHARACTERS} characters")
    for start in range(0, len(found.content), _CHARACTERS_A_FRAME):
        yield {"text": found.content[start : start + _CHARACTERS_A_FRAME]}
    yield {
        "extractor": found.extractor,
        "pages": list(found.pages),
        "codes": list(found.codes),
        "notes": list(found.notes),
    }


def _rows(found: Sheet) -> Iterator[dict[str, Any]]:
    yield {"header": list(found.header)}
    lines, count = iter(found.lines), 0
    while some := list(islice(lines, _ROWS_A_FRAME)):
        count += len(some)
        if count > limits.ROWS:
            raise ParseRefused(Code.TOO_MANY_ROWS, expected=f"<= {limits.ROWS}")
        yield {"lines": [_line(line) for line in some]}
    yield {"codes": list(found.codes), "notes": list(found.notes)}


def _line(line: Line) -> list[Any]:
    if isinstance(line, Row):
        return [line.number, *line.cells]
    if isinstance(line, BlankRow):
        return [line.number, None]
    if isinstance(line, Flag):
        return [line.number, {"flag": line.code, "field": line.field, "value": line.value[:200]}]
    return [line.number, _reason(line)]


def _reason(bad: ParseRefused | BadRow) -> dict[str, Any]:
    return {
        "code": bad.code,
        "row": bad.row if isinstance(bad, ParseRefused) else bad.number,
        "field": bad.field,
        "value": None if bad.value is None else bad.value[:200],
        "expected": bad.expected,
    }


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
