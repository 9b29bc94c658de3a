"""CSV in any encoding and with any delimiter; a broken row costs that row alone."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from ingest import limits
from ingest.code import Code
from ingest.encoding import decode
from ingest.extract import ParseRefused
from ingest.tables.heading import LOOKED_AT, headed, unheaded
from ingest.tables.sheet import BadRow, Line, Options, Sheet, checked, column_names

DELIMITERS = (",", ";", "\t", "|")
_EVERYTHING = 2**31 - 1  # fields are measured by us: csv's own limit would end the file
_SHOWN = 80


def read_delimited(content: bytes, options: Options) -> Sheet:
    """The table in a CSV file. The first line that is not blank is its header, unless declared.

    Raises:
        ParseRefused: no encoding fits, nothing in it, or a header that is none.
    """
    decoded = decode(content, declared=options.encoding)
    if decoded is None:
        raise ParseRefused(Code.ENCODING_UNKNOWN, expected="UTF-8")
    csv.field_size_limit(_EVERYTHING)
    lines = list(io.StringIO(decoded.characters, newline=""))
    top = next((at for at, line in enumerate(lines) if line.strip(" \t\r\n,;|")), None)
    if top is None:
        raise ParseRefused(Code.TABLE_EMPTY)
    delimiter = options.delimiter or _delimiter(lines[top], options.columns)
    if options.header:
        header, after, number = _declared(lines, delimiter, *options.header)
    else:
        header, after = _header(lines, top, delimiter)
        number = top + 1
    codes = list(decoded.codes)
    names = column_names(header)
    rows = _rows(lines, after, number, delimiter, names)
    return Sheet(
        header=names,
        lines=rows,
        codes=codes,
        notes=(f"encoding={decoded.encoding}", f"delimiter={delimiter}"),
    )


def _delimiter(line: str, columns: Sequence[str]) -> str:
    """The one that gives most of the known columns, else the one that gives most columns."""
    known = set(columns)

    def fit(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return len(known.intersection(cell.strip() for cell in cells)), len(cells)

    return max(DELIMITERS, key=fit)


def _header(lines: Sequence[str], top: int, delimiter: str) -> tuple[list[str], int]:
    reader = csv.reader(lines[top:], delimiter=delimiter, strict=True)
    try:
        return next(reader), top + reader.line_num
    except csv.Error:
        raise ParseRefused(Code.QUOTE_UNCLOSED, row=1, value=lines[top][:_SHOWN]) from None


def _declared(
    lines: Sequence[str], delimiter: str, first: int, last: int
) -> tuple[list[str], int, int]:
    """The header in the declared rows, the line after it, and the number of its last row."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        top = list(islice(reader, last or LOOKED_AT))
    except csv.Error:
        shown = lines[min(reader.line_num, len(lines) - 1)][:_SHOWN]
        raise ParseRefused(Code.QUOTE_UNCLOSED, row=1, value=shown) from None
    if not last:
        return unheaded(top), 0, 0
    return headed(top[first - 1 :] or [[]]), reader.line_num, last


def _rows(
    lines: Sequence[str], start: int, number: int, delimiter: str, header: Sequence[str]
) -> Iterator[Line]:
    """Rows in order, numbered by records: that of the header is the `number` before the first.

    A quote that never closes would swallow the rest of the file: its line is refused, and
    reading goes on with the next.
    """
    unclosed = 0
    while start < len(lines):
        reader = csv.reader(iter(lines[start:]), delimiter=delimiter, strict=True)
        read = 0
        try:
            for cells in reader:
                number += 1
                read = reader.line_num
                yield checked(number, cells, header)
        except csv.Error:
            number += 1
            unclosed += 1
            bad = lines[start + read][:_SHOWN].rstrip()
            yield BadRow(number=number, code=Code.QUOTE_UNCLOSED, value=bad, expected='"')
            read += 1
            if unclosed > limits.UNCLOSED_QUOTES:
                raise ParseRefused(Code.CORRUPT, row=number, expected="CSV") from None
        start += read
