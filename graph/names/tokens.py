"""A written name as words, numbers and breaks, each with its place in the cleaned text."""

import re
from dataclasses import dataclass

from graph.names.forms import key
from graph.names.scripts import plain, repair

MOST_TOKENS = 100  # a longer text is no name of a facility: the rest is left unread
_LONGEST = 2_000  # characters looked at, of a text that may be of any size
_TOKEN = re.compile(r"\d+(?:\.0(?!\d))?|[^\W\d_]+(?:'[^\W\d_]+)*|№|#|[,;()\[\]«»\"“”„]")
_NUMBER_LENGTH = 4
_POSSESSIVE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """`key` is casefolded and without apostrophes; empty for a break (comma, bracket, quote).

    `glued`: a hyphen and nothing else stands before it.
    """

    text: str
    key: str
    start: int
    end: int
    glued: bool = False
    number: int | None = None

    @property
    def capital(self) -> bool:
        """True if it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens and the cleaned text they lie in; `cut` if the text went on."""

    text: str
    tokens: tuple[Token, ...]
    cut: bool


def tokens(name: str) -> Tokens:
    """Words, numbers (`2.0` is 2), number signs and breaks; hyphens, points, slashes are gaps."""
    text = repair(plain(name[:_LONGEST])).text
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        if len(found) == MOST_TOKENS:
            break
        hyphen = match.start() - 1
        glued = bool(found) and found[-1].end == hyphen and text[hyphen] == "-"
        found.append(_token(match.group(), match.start(), glued=glued))
    return Tokens(
        text=text, tokens=tuple(found), cut=len(found) == MOST_TOKENS or len(name) > _LONGEST
    )


def _token(text: str, start: int, *, glued: bool) -> Token:
    end = start + len(text)
    if text[0].isdigit():
        digits = text.removesuffix(".0")
        small = len(digits) <= _NUMBER_LENGTH and digits.isdecimal()
        number = int(digits) if small else None
        return Token(text=text, key=digits, start=start, end=end, glued=glued, number=number)
    word = text.removesuffix("'s") if len(text) > _POSSESSIVE and text.isascii() else text
    is_break = not (text[0].isalpha() or text in "№#")
    shown = "" if is_break else key(word)
    return Token(text=word, key=shown, start=start, end=end, glued=glued)
