"""HTML: all text of the page in order, however deep; script and style are none.

Parsed by lexbor (as browsers do) and walked without recursion: libxml2 loses what is nested
deeper than 256, in silence.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

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


def read_html(content: bytes, *, encoding: str | None = None) -> Extract:
    """The text of a page, one line a block.

    Raises:
        ParseRefused: no encoding fits, or there was text and none was found.
    """
    found = _DECLARED.search(content[:_HEAD])
    declared = encoding or (found.group(1).decode("ascii") if found else None)
    decoded = decode(content, declared=declared)
    if decoded is None:
        raise ParseRefused(Code.ENCODING_UNKNOWN, expected="UTF-8")
    root = LexborHTMLParser(decoded.characters).root
    codes = list(decoded.codes)
    lines = "".join(_pieces(root, codes) if root is not None else ()).split("\n")
    told = [line for line in (_SPACES.sub(" ", line).strip(" ") for line in lines) if line]
    if len(told) > 1 and told[0] in told[1:]:
        del told[0]  # the title of the window, said again by a heading
    if not told and _has_words(decoded.characters):
        raise ParseRefused(Code.PARSE_FATAL)
    return Extract(
        extractor=EXTRACTOR,
        content="\n".join(told),
        codes=tuple(dict.fromkeys(codes)),
        notes=(f"encoding={decoded.encoding}",),
    )


def _pieces(root: LexborNode, codes: list[Code]) -> Iterator[str]:
    """Text in order of the document; a line feed where a block starts and where it ends."""
    node: LexborNode | None = root
    while node is not None:
        if node.is_text_node:
            yield (node.text_content or "").replace("\n", " ")
        elif node.tag in _BLOCKS:
            yield "\n"
        if node.is_element_node and "hidden" in node.attributes:
            codes.append(Code.HIDDEN_TEXT)
        below = None if node.tag in _NO_TEXT else node.first_child
        if below is not None:
            node = below
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is not None and node.tag in _BLOCKS:
                yield "\n"
        node = None if node is None else node.next


def _has_words(characters: str) -> bool:
    """Whether anything but markup stands in the source."""
    return bool(re.search(r">[^<>]*\w[^<>]*<", _SCRIPTS.sub("", characters)))
