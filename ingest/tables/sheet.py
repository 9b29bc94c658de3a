"""A table as its file holds it: a header, then rows with their numbers, good and bad."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest import limits
from ingest.code import Code
from ingest.extract import ParseRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row, one a column of the header, verbatim."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that is none: why, and what was expected."""

    number: int
    code: Code
    value: str = ""
    expected: str = ""
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankRow:
    """A row without anything in it."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something to tell about a row that is read all the same."""

    number: int
    code: Code
    value: str = ""
    field: str | None = None


Line = Row | BadRow | BlankRow | Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Header, rows, and codes of what was found about the file as a whole.

    Codes that only the reading of rows brings to light are in `codes` when the rows are read.
    """

    header: Sequence[str]
    lines: Iterator[Line]
    codes: list[Code] = field(default_factory=list)
    notes: Sequence[str] = ()  # such as the encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a mapping declares of the file."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    rows_at: Sequence[str] = ()
    header: Sequence[int] = ()  # first and last line of headings; (0, 0): there is none
    columns: Sequence[str] = ()  # that the mapping knows: they tell delimiter and header


def checked(number: int, cells: Sequence[str], header: Sequence[str]) -> Line:
    """The row, if it has one cell a column and none beyond the limit."""
    if not any(cell.strip() for cell in cells):
        return BlankRow(number=number)
    large = next((i for i, cell in enumerate(cells) if len(cell) > limits.FIELD_CHARACTERS), None)
    if large is not None:
        name = header[large] if large < len(header) else None
        expected = f"<= {limits.FIELD_CHARACTERS}"
        value = str(len(cells[large]))
        return BadRow(
            number=number, code=Code.FIELD_TOO_LARGE, field=name, value=value, expected=expected
        )
    if len(cells) != len(header):
        return BadRow(
            number=number,
            code=Code.ROW_INVALID,
            value=str(len(cells)),
            expected=str(len(header)),
        )
    return Row(number=number, cells=cells)


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Names of the columns; one without a name is called by its number.

    Raises:
        ParseRefused: too many columns, or two of one name.
    """
    if len(cells) > limits.COLUMNS:
        expected = f"<= {limits.COLUMNS}"
        raise ParseRefused(Code.TOO_MANY_COLUMNS, value=str(len(cells)), expected=expected)
    names = tuple(cell.strip() or f"column {number}" for number, cell in enumerate(cells, 1))
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ParseRefused(Code.COLUMN_TWICE, field=twice)
    return names
