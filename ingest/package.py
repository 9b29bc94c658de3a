"""Office files: guards before anything in them is parsed. Names inside are data, never paths."""

import io
import zipfile
from collections.abc import Mapping

from ingest import limits
from ingest.code import Code
from ingest.extract import ParseRefused

_BLOCK = 1 << 16
_ENCRYPTED = 0x1
_SMALL = limits.MEGABYTE  # below this any ratio is harmless
_DOCTYPE = b"<!DOCTYPE"
_DOCTYPE_WIDE = (_DOCTYPE.decode().encode("utf-16-le"), _DOCTYPE.decode().encode("utf-16-be"))
_MARKUP = (".xml", ".rels", ".vml")
_ACTIVE = ("vbaproject.bin", "/activex/", "/embeddings/", "oleobject", "/afchunk")


def open_package(content: bytes) -> zipfile.ZipFile:
    """The package, once every member has been unpacked and counted within the limits.

    Raises:
        ParseRefused: too many members, too large, encrypted, no sound ZIP, or with a DOCTYPE.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise ParseRefused(Code.ZIP_INVALID) from None
    members = package.infolist()
    if len(members) > limits.MEMBERS:
        raise ParseRefused(
            Code.TOO_MANY_MEMBERS, value=str(len(members)), expected=f"<= {limits.MEMBERS}"
        )
    if len({member.filename for member in members}) != len(members):
        raise ParseRefused(Code.ZIP_INVALID, expected="one member a name")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ParseRefused(Code.PASSWORD)
    unpacked = 0
    for member in members:
        unpacked += _unpack(package, member, before=unpacked)
    return package


def active_content(package: zipfile.ZipFile) -> tuple[str, ...]:
    """Names of members that would run or load something; none is ever opened."""
    names = (member.filename for member in package.infolist())
    return tuple(n for n in names if any(word in f"/{n.lower()}" for word in _ACTIVE))


def part_names(package: zipfile.ZipFile, kinds: Mapping[str, str]) -> list[tuple[str, str]]:
    """(name, kind) of the members whose file name starts with a word of `kinds`, in order."""
    found = []
    for rank, (opening, kind) in enumerate(kinds.items()):
        for member in package.infolist():
            folder, _, file = member.filename.rpartition("/")
            rest = file.removeprefix(opening).removesuffix(".xml")
            if folder == "word" and file.startswith(opening) and (not rest or rest.isdigit()):
                found.append((rank, int(rest or 0), member.filename, kind))
    return [(name, kind) for _, _, name, kind in sorted(found)]


def _unpack(package: zipfile.ZipFile, member: zipfile.ZipInfo, *, before: int) -> int:
    """The real size of a member, unpacked and thrown away; nothing the header says is believed."""
    size, tail = 0, b""
    markup = member.filename.lower().endswith(_MARKUP)
    try:
        with package.open(member) as opened:
            while block := opened.read(_BLOCK):
                size += len(block)
                if before + size > limits.UNPACKED_BYTES or (
                    size > _SMALL and size > limits.UNPACKED_RATIO * member.compress_size
                ):
                    raise ParseRefused(Code.DECOMPRESSION_LIMIT, field=member.filename)
                if markup:
                    seen = tail + block
                    if _DOCTYPE in seen.upper() or any(wide in seen for wide in _DOCTYPE_WIDE):
                        raise ParseRefused(Code.DTD_FORBIDDEN, field=member.filename)
                    tail = block[-len(_DOCTYPE) * 2 :]
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise ParseRefused(Code.ZIP_INVALID, field=member.filename) from None
    return size
