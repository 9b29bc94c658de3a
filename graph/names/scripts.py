"""Letters: one spelling of apostrophes, spaces and dashes; words that mix scripts repaired."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_PAIRS = ("aа", "eе", "oо", "pр", "cс", "xх", "yу", "iі", "jј", "ĸк")
_CAPITALS = ("AА", "BВ", "CС", "EЕ", "HН", "IІ", "KК", "MМ", "OО", "PР", "TТ", "XХ", "YУ", "JЈ")
TO_CYRILLIC = {pair[0]: pair[1] for pair in (*_PAIRS, *_CAPITALS)}
TO_LATIN = {pair[1]: pair[0] for pair in (*_PAIRS, *_CAPITALS)} | {"к": "k"}
_ALIKE = TO_CYRILLIC.keys() | TO_LATIN.keys()
_DIGITS = {"3": "З", "0": "О"}

_APOSTROPHES = "’ʼ‘`´′ʹ＇ʻ"
_SPACES = "\u00a0\u2007\u202f\u2009\u2002\u2003\u3000\t\r\n"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"
_PLAIN: dict[int, str | None] = {
    **{ord(c): "'" for c in _APOSTROPHES},
    **{ord(c): " " for c in _SPACES},
    **{ord(c): "-" for c in _DASHES},
    **dict.fromkeys(map(ord, _DROPPED)),
}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A text of the same length, and the half-open stretches where letters were replaced."""

    text: str
    changed: tuple[tuple[int, int], ...]


def plain(text: str) -> str:
    """NFC, one apostrophe, one dash, one space; soft hyphens and stress marks are gone.

    Not length-preserving: what must keep its offsets goes through a map of its own.
    """
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


def is_cyrillic(letter: str) -> bool:
    """True of the letters of the Cyrillic blocks."""
    return "\u0400" <= letter <= "\u052f"


def script_of(text: str) -> str:
    """`cyrillic`, `latin`, `mixed` or `none`, by the letters of the text."""
    cyrillic = any(map(is_cyrillic, text))
    latin = any(c.isalpha() and not is_cyrillic(c) for c in text)
    return ("mixed" if latin else "cyrillic") if cyrillic else ("latin" if latin else "none")


def repair(text: str) -> Repaired:
    """Turns look-alikes into the script of their word; words of look-alikes alone follow the text.

    A word is left as it stands where some letter has no look-alike in either direction, and a
    wholly Latin word of capitals (`BK`) turns Cyrillic only in a text that is otherwise Cyrillic.
    """
    clear = _replaced(text, _clear)
    around = sum(1 if is_cyrillic(c) else -1 for c in clear if c.isalpha() and c not in _ALIKE)
    fixed = _replaced(clear, lambda word: _alike(word, around))
    words = (match.span() for match in _WORD.finditer(text))
    changed = tuple((start, end) for start, end in words if text[start:end] != fixed[start:end])
    return Repaired(text=fixed, changed=changed)


def _replaced(text: str, change: Callable[[str], str]) -> str:
    return _WORD.sub(lambda match: change(match.group()), text)


def _clear(word: str) -> str:
    """A word whose other letters say which script it is; any other word as it stands."""
    if word.isascii() or all(c in _ALIKE for c in word if c.isalpha()):
        return word
    for table, script in ((TO_CYRILLIC, "cyrillic"), (TO_LATIN, "latin")):
        fixed = _swap(word, table)
        if script_of(fixed) == script:
            return _digits(fixed)
    return word


def _alike(word: str, around: int) -> str:
    """A word of look-alikes alone: mixed ones follow the text, else their majority."""
    letters = [c for c in word if c.isalpha()]
    cyrillic = sum(map(is_cyrillic, letters))
    if not letters or not all(c in _ALIKE for c in letters) or cyrillic == len(letters):
        return _digits(word)
    if not cyrillic:
        abbreviation = len(letters) > 1 and word.isupper()
        return _digits(_swap(word, TO_CYRILLIC)) if abbreviation and around > 0 else word
    leaning = around or 2 * cyrillic - len(letters)
    return _digits(_swap(word, TO_CYRILLIC)) if leaning >= 0 else _swap(word, TO_LATIN)


def _swap(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(c, c) for c in word)


def _digits(word: str) -> str:
    """A 3 or 0 with Cyrillic capitals on both sides is a З or О: `СІ3О`."""
    if not any(c in _DIGITS for c in word):
        return word
    out = list(word)
    for i in range(1, len(word) - 1):
        beside = word[i - 1] + word[i + 1]
        if word[i] in _DIGITS and beside.isupper() and script_of(beside) == "cyrillic":
            out[i] = _DIGITS[word[i]]
    return "".join(out)
