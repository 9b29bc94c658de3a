"""HTML: all text of the page in order, however deep; script and style are none.

Read as events: a tree of libxml2 loses what is nested deeper than 256, in silence, and the parsers
of browsers take quadratic time over depth.
"""

import re
from typing import cast

from lxml import etree

from ingest.code import Code
from ingest.encoding import decode
from ingest.extract import Extract, ParseRefused

EXTRACTOR = "html/1"
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_NO_TEXT = frozenset("script style template noscript svg math iframe object embed".split())
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p "
    "pre section summary table tbody td tfoot th thead title tr ul".split()
)
_SCRIPTS = re.compile(r"<(script|style)\b.*?</\1>", re.IGNORECASE | re.DOTALL)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FATAL = 3


class _Page:
    """Gathers text as the parser meets it; a line feed where a block starts and where it ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.hidden = False
        self._silent = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._silent += tag in _NO_TEXT
        if tag in _BLOCKS:
            self.pieces.append("\n")
        if "hidden" in attributes or _UNSEEN.search(attributes.get("style", "")):
            self.hidden = True

    def end(self, tag: str) -> None:
        self._silent -= tag in _NO_TEXT
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def comment(self, words: str) -> None:
        """Comments are no text."""

    def data(self, words: str) -> None:
        if not self._silent:
            self.pieces.append(words.replace("\n", " "))

    def close(self) -> list[str]:
        lines = "".join(self.pieces).split("\n")
        return [line for line in (_SPACES.sub(" ", line).strip(" ") for line in lines) if line]


def read_html(content: bytes, *, encoding: str | None = None) -> Extract:
    """The text of a page, one line a block.

    Raises:
        ParseRefused: no encoding fits, the markup cannot be read to its end, or there was text
            and none was found.
    """
    found = _DECLARED.search(content[:_HEAD])
    declared = encoding or (found.group(1).decode("ascii") if found else None)
    decoded = decode(content, declared=declared)
    if decoded is None:
        raise ParseRefused(Code.ENCODING_UNKNOWN, expected="UTF-8")
    page = _Page()
    target = cast("etree.ParserTarget", page)  # lxml hands text over as str
    parser = etree.HTMLParser(target=target, huge_tree=True, encoding="utf-8", no_network=True)
    try:
        parser.feed(decoded.characters.encode())
        lines = cast("list[str]", parser.close())
    except etree.LxmlError:
        raise ParseRefused(Code.PARSE_FATAL) from None
    fatal = any(entry.level >= _FATAL for entry in parser.error_log)
    if fatal or (not lines and _has_words(decoded.characters)):
        raise ParseRefused(Code.PARSE_FATAL)
    if len(lines) > 1 and lines[0] in lines[1:]:
        del lines[0]  # the title of the window, said again by a heading
    return Extract(
        extractor=EXTRACTOR,
        content="\n".join(lines),
        codes=(*decoded.codes, *([Code.HIDDEN_TEXT] if page.hidden else ())),
        notes=(f"encoding={decoded.encoding}",),
    )


def _has_words(characters: str) -> bool:
    """Whether anything but markup stands in the source."""
    return bool(re.search(r">[^<>]*\w[^<>]*<", _SCRIPTS.sub("", characters)))
