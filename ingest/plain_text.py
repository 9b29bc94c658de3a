"""The text of one file, read as an ingest would read it, without writing anything down."""

from pathlib import Path

from ingest.code import Code
from ingest.extract import Extract, ParseRefused
from ingest.nursery import Nursery
from ingest.report import Finding, Refused
from ingest.sniff import sniff
from ingest.tables.sheet import Options


def text_of(path: Path) -> Extract:
    """The characters of a document.

    Raises:
        Refused: it is a table, or cannot be parsed.
    """
    try:
        with Nursery() as nursery:
            found = nursery.parse(path, sniff(path, name=path.name).kind, Options())
    except ParseRefused as bad:
        told = Finding(code=bad.code, file=str(path), value=bad.value, expected=bad.expected)
        raise Refused(told) from None
    if not isinstance(found, Extract):
        raise Refused(Finding(code=Code.MAPPING_MISSING, file=str(path)))
    return found
