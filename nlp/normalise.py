"""A copy of a text to match on, and the way back from it to the offsets of the text.

The copy has one space, one dash and one apostrophe, composed letters, no soft hyphens and no
stress marks; in mostly Cyrillic text, look-alikes of other scripts are Cyrillic. What is shown
and stored is always the text itself.
"""

import re
import unicodedata
from dataclasses import dataclass

from graph.names.scripts import is_cyrillic, repair

_SPACES = "\u00a0\u2007\u202f\u2009\u2002\u2003\u3000\t\r\n\f\v"
_DASHES = "\u2010\u2011\u2012\u2013\u2212"  # the long dash stays: it opens speech
_APOSTROPHES = "’ʼ‘`´′ʹ＇ʻ"
_ONE_FOR_ONE = str.maketrans(
    dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'")
)
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NOT_PLAIN = re.compile(rf"[{_DROPPED}]|[^{_DROPPED}\u0300-\u036f]?[\u0300-\u036f]+")
_STRESS = "\u0300\u0301"
_DIGIT_AMONG_CAPITALS = re.compile(r"(?<=[А-ЯІЇЄҐ])3(?=[А-ЯІЇЄҐ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The copy of one stretch of a text; `starts` and `ends` lead back, None where equal."""

    text: str
    low: str  # the same in small letters, of equal length
    offset: int
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stretch of the text that [start, end) of the copy was made of."""
        if self.starts is None or self.ends is None:
            return self.offset + start, self.offset + end
        return self.offset + self.starts[start], self.offset + self.ends[end - 1]


def match_copy(content: str, start: int, end: int) -> Copy:
    """Copies [start, end) of a text's content."""
    raw = content[start:end]
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    plain = True
    for match in _NOT_PLAIN.finditer(raw):
        plain = False
        _take(raw[last : match.start()], last, pieces, starts, ends)
        composed = _composed(match.group())
        for letter in composed:
            pieces.append(letter)
            starts.append(match.start())
            ends.append(match.end())
        last = match.end()
    text = raw
    if not plain:
        _take(raw[last:], last, pieces, starts, ends)
        text = "".join(pieces)
    text = _in_one_script(text.translate(_ONE_FOR_ONE))
    return Copy(
        text=text,
        low=_small(text),
        offset=start,
        starts=None if plain else tuple(starts),
        ends=None if plain else tuple(ends),
    )


def _take(raw: str, at: int, pieces: list[str], starts: list[int], ends: list[int]) -> None:
    pieces.append(raw)
    starts.extend(range(at, at + len(raw)))
    ends.extend(range(at + 1, at + len(raw) + 1))


def _composed(group: str) -> str:
    if group[0] in _DROPPED:
        return ""
    bare = "".join(c for c in group if c not in _STRESS)
    composed = unicodedata.normalize("NFC", bare)
    return composed[:1] if len(bare) > 1 else composed


def _in_one_script(text: str) -> str:
    """Look-alikes made Cyrillic, if most letters are; a text is left as it is otherwise."""
    letters = [c for c in text if c.isalpha()]
    cyrillic = sum(map(is_cyrillic, letters))
    if 2 * cyrillic <= len(letters):
        return text
    repaired = repair(text).text if cyrillic < len(letters) else text
    fixed = repaired if len(repaired) == len(text) else text
    return _DIGIT_AMONG_CAPITALS.sub("З", fixed)


def _small(text: str) -> str:
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
