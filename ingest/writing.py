"""Odd writing in names: told, never repaired; the words stay as the source wrote them."""

import re
from functools import lru_cache

from ingest.code import Code

_ODD = re.compile(
    "[\u00a0\u00ad\u2007\u202f\u2009\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[\u0400-\u04ff]")


@lru_cache(maxsize=1 << 16)
def writing_codes(value: str) -> tuple[Code, ...]:
    """ODD_CHARACTERS for hard spaces and what cannot be seen, MIXED_SCRIPTS for look-alikes."""
    codes = []
    if _ODD.search(value):
        codes.append(Code.ODD_CHARACTERS)
    if any(_LATIN.search(word) and _CYRILLIC.search(word) for word in re.split(r"\W+", value)):
        codes.append(Code.MIXED_SCRIPTS)
    return tuple(codes)


def is_turned(text: str) -> bool:
    """Whether characters that turn the order of letters stand in it, all but mere marks."""
    return _TURNING.search(text) is not None
