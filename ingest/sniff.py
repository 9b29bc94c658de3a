"""What a file is, by its content; its name decides only among kinds of plain text."""

import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ingest.code import Code
from ingest.extract import ParseRefused


class FileKind(StrEnum):
    """A kind of file that can be read."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    TXT = "txt"
    MD = "md"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"

    @property
    def tabular(self) -> bool:
        """Whether it holds rows, so that a mapping has to say what they mean."""
        return self in {FileKind.CSV, FileKind.XLSX, FileKind.JSON, FileKind.JSONL}


MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.HTML: "text/html",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.TXT: "text/plain",
    FileKind.MD: "text/markdown",
    FileKind.CSV: "text/csv",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.JSON: "application/json",
    FileKind.JSONL: "application/jsonl",
}
_BY_SUFFIX = {
    ".txt": FileKind.TXT,
    ".text": FileKind.TXT,
    ".md": FileKind.MD,
    ".markdown": FileKind.MD,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".tab": FileKind.CSV,
    ".json": FileKind.JSON,
    ".jsonl": FileKind.JSONL,
    ".ndjson": FileKind.JSONL,
    ".htm": FileKind.HTML,
    ".html": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".xlsx": FileKind.XLSX,
    ".xlsm": FileKind.XLSX,
}
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"ID3", b"OggS")
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")
_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_SHORTEST = 4
_HEAD = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Sniffed:
    """What a file is, and whether its name says something else."""

    kind: FileKind
    mismatch: bool = False


def sniff(path: Path, *, name: str) -> Sniffed:
    """The kind of the file at `path`, which its sender calls `name`.

    Raises:
        ParseRefused: it is empty, or of a kind that is not read.
    """
    named = _BY_SUFFIX.get(Path(name).suffix.lower())
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if not head:
        raise ParseRefused(Code.EMPTY_FILE)
    if len(head) < _SHORTEST:
        raise ParseRefused(Code.UNKNOWN_TYPE, value=head.hex())
    kind = _binary(path, head) or _text(head, named)
    if kind is None:
        raise ParseRefused(Code.UNKNOWN_TYPE, expected=", ".join(FileKind))
    return Sniffed(kind=kind, mismatch=named is not None and named is not kind)


def _binary(path: Path, head: bytes) -> FileKind | None:
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if head.startswith(_OLE):
        encrypted = _ENCRYPTED_OFFICE in path.read_bytes()
        raise ParseRefused(
            Code.PASSWORD if encrypted else Code.UNSUPPORTED, expected=".docx, .xlsx, .pdf"
        )
    if head.startswith(_IMAGES):
        raise ParseRefused(Code.TEXT_EMPTY)
    if head.startswith(_OTHERS):
        raise ParseRefused(Code.UNSUPPORTED, expected=", ".join(FileKind))
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(path)
    return None


def _package(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ParseRefused(Code.ZIP_INVALID) from None
    if "word/document.xml" in names:
        return FileKind.DOCX
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    raise ParseRefused(Code.UNSUPPORTED, expected=", ".join(FileKind))


def _text(head: bytes, named: FileKind | None) -> FileKind | None:
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(_HTML) or (opening.startswith(b"<?xml") and b"<html" in opening):
        return FileKind.HTML
    plain = {FileKind.TXT, FileKind.MD, FileKind.CSV, FileKind.JSON, FileKind.JSONL, FileKind.HTML}
    if named in plain:
        return named
    if b"\0" in head and not head.startswith(_UTF_MARKS):
        return None
    return FileKind.TXT
