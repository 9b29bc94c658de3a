"""Cells to values, as a mapping declares; a value that fits nothing refuses the row."""

from collections.abc import Mapping, Sequence

from graph.period import UNDATED, Period
from ingest.code import Code
from ingest.dates import NotADate, between, parse_date
from ingest.mapping import Cell, Condition, Dates

_ANY_ENDING = "*"


class RowRefused(Exception):
    """A value of the row that the mapping has no place for."""

    def __init__(self, code: Code, field: str, value: str, expected: str) -> None:
        super().__init__(code)
        self.code, self.field, self.value, self.expected = code, field, value, expected


def several(cell: Cell, cells: Mapping[str, str]) -> Sequence[str]:
    """The values of a cell that are not empty, translated if the mapping says how.

    Raises:
        RowRefused: a value is not in the vocabulary, or no whole number where one is declared.
    """
    if cell.column is None:
        return (cell.constant or "",)
    written = cells.get(cell.column, "")
    if cell.joined:
        written = " ".join(w for c in cell.columns() if (w := cells.get(c, "").strip()))
    if not written or written.isspace() or written.strip() in cell.absent:
        return ()
    values: Sequence[str] = (written,)
    if cell.split is not None:
        values = [p.strip() for p in written.split(cell.split) if p.strip()]
    if cell.values is not None:
        values = [found for v in values if (found := _translated(cell, cell.values, v))]
    if cell.whole:
        values = [_whole(cell.column, value.strip()) for value in values]
    return values


def means_nothing(cell: Cell, cells: Mapping[str, str]) -> bool:
    """Whether the cell holds words, and the mapping says of each that it means nothing."""
    written = "" if cell.column is None else cells.get(cell.column, "").strip()
    return bool(written) and cell.values is not None and not several(cell, cells)


def one(cell: Cell, cells: Mapping[str, str], what: str) -> str:
    """The one value of a cell; raises as `several`, and if there is none or more than one."""
    values = several(cell, cells)
    if len(values) != 1:
        raise RowRefused(Code.VALUE_MISSING, cell.column or what, "", "one value")
    return values[0]


def holds(conditions: Sequence[Condition], cells: Mapping[str, str]) -> bool:
    """Whether each of the columns holds something, and opens with the words asked for."""
    return all(
        any(
            (written := cells.get(column, "").strip()) and written.startswith(condition.opening)
            for column in condition.columns()
        )
        for condition in conditions
    )


def dated(dates: Dates | None, cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells without what means *no date* in the columns of a period."""
    if dates is None or not dates.absent:
        return cells
    nothing = {c: "" for c in dates.columns() if cells.get(c, "").strip() in dates.absent}
    return {**cells, **nothing}


def period(dates: Dates | None, cells: Mapping[str, str], *, presence: bool) -> Period:
    """The period that the declared columns state; `presence`: of something that lasts.

    Raises:
        RowRefused: a cell holds no date of the declared formats, or the end lies before the start.
    """
    if dates is None:
        return UNDATED
    found = [_parsed(dates, column, cells, presence=presence) for column in dates.columns()]
    if all(part == UNDATED for part in found):
        return period(dates.otherwise, cells, presence=presence)
    if dates.aspect == "at":
        return found[0]
    try:
        return between(found[0], found[1], moment=dates.aspect == "within")
    except NotADate as bad:
        written = " – ".join(part.words for part in found)
        raise RowRefused(bad.code, ", ".join(dates.columns()), written, bad.expected) from None


def _parsed(dates: Dates, column: str, cells: Mapping[str, str], *, presence: bool) -> Period:
    written = cells.get(column, "").strip()
    if written in dates.absent:
        return UNDATED
    if dates.after and written.startswith(dates.after):
        written = written[len(dates.after) :]
    try:
        return parse_date(written, dates.formats, presence=presence)
    except NotADate as bad:
        raise RowRefused(bad.code, column, written, bad.expected) from None


def _translated(cell: Cell, vocabulary: Mapping[str, str], value: str) -> str:
    word = value.strip()
    if word in vocabulary:
        return vocabulary[word]
    for opening, meaning in vocabulary.items():
        if opening.endswith(_ANY_ENDING) and word.startswith(opening[:-1]):
            return meaning
    raise RowRefused(Code.VALUE_UNMAPPED, cell.column or "", value, ", ".join(vocabulary))


def _whole(column: str, value: str) -> str:
    digits = value.removesuffix(".0")
    if not digits.isdecimal():
        raise RowRefused(Code.VALUE_INVALID, column, value, "a whole number")
    return digits
