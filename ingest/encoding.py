"""Bytes to characters: by byte order mark, else UTF-8, else a declared or guessed code page.

A guess is always told; nothing is ever dropped or replaced in silence.
"""

import codecs
from dataclasses import dataclass

from ingest.code import Code

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = ["cp1251", "koi8_u", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "cp1252"]
_SAMPLE = 200_000
_CONTROLS = [chr(code) for code in range(1, 32) if chr(code) not in "\t\n\r\f\x1b"]
_CONTROL_SHARE = 0.05
_LOST = "\ufffd"
_LOST_SHARE = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Characters, the encoding they were in, and codes of what had to be done to get them."""

    characters: str
    encoding: str
    codes: tuple[Code, ...] = ()


def decode(content: bytes, *, declared: str | None = None) -> Decoded | None:
    """The characters of a file; None if no encoding fits.

    A byte order mark outranks what is declared, and valid UTF-8 outranks any guess.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    codes: list[Code] = []
    characters: str | None = None
    encoding = marked or declared or "utf-8"
    characters = _decoded(content, encoding)
    if characters is None and marked is None:
        encoding = "utf-8" if declared else _guess(content)
        characters = _decoded(content, encoding)
        if characters is None:
            encoding = _guess(content)
            characters = _decoded(content, encoding)
        codes.append(Code.ENCODING_GUESSED)
    if characters is None:
        return None
    if "\0" in characters:
        characters = characters.replace("\0", "")
        codes.append(Code.NUL_REMOVED)
    if characters.count(_LOST) > _LOST_SHARE * len(characters):
        codes.append(Code.CHARS_LOST)
    return Decoded(characters=characters, encoding=encoding, codes=tuple(codes))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        characters = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    # Cyrillic in UTF-16 without a mark is valid UTF-8, every second character a control
    controls = sum(map(characters.count, _CONTROLS))
    return None if controls > _CONTROL_SHARE * len(characters) else characters


def _guess(content: bytes) -> str:
    """The code page, by charset-normalizer; UTF-16 without its mark by its zero bytes."""
    import charset_normalizer

    sample = content[:_SAMPLE]
    high = [sum(half.count(byte) for byte in (0, 4)) for half in (sample[0::2], sample[1::2])]
    if max(high) > len(sample) // 4:
        return "utf-16-le" if high[1] > high[0] else "utf-16-be"
    best = charset_normalizer.from_bytes(sample, cp_isolation=_CODE_PAGES).best()
    return best.encoding if best is not None else "unknown"
