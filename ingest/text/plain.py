"""Plain text and Markdown: every character as written; a form feed starts a page."""

from ingest.code import Code
from ingest.encoding import decode
from ingest.extract import Extract, ParseRefused

EXTRACTOR = "plain/1"


def read_plain(content: bytes, *, encoding: str | None = None) -> Extract:
    """The text of a file, line ends as line feeds.

    Raises:
        ParseRefused: no encoding fits.
    """
    decoded = decode(content, declared=encoding)
    if decoded is None:
        raise ParseRefused(Code.ENCODING_UNKNOWN, expected="UTF-8")
    text = decoded.characters.replace("\r\n", "\n").replace("\r", "\n")
    pages = [0, *(at + 1 for at, character in enumerate(text) if character == "\f")]
    return Extract(
        extractor=EXTRACTOR,
        content=text,
        pages=pages,
        codes=decoded.codes,
        notes=(f"encoding={decoded.encoding}",),
    )
