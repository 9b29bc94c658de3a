"""XLSX, read-only: the rows of one sheet; dates as ISO, formulas with what they last gave."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import chain, islice, zip_longest
from typing import Any, TypeAlias

import openpyxl

from ingest import limits
from ingest.code import Code
from ingest.extract import ParseRefused
from ingest.package import active_content, open_package
from ingest.tables.heading import LOOKED_AT, headed, unheaded
from ingest.tables.sheet import Flag, Line, Options, Row, Sheet, checked, column_names

_Rows: TypeAlias = Iterator[tuple[int, list[tuple[str, str]]]]


def read_workbook(content: bytes, options: Options) -> Sheet:
    """The table in one sheet of a workbook. The first row with anything in it is its header,
    unless another is declared.

    Raises:
        ParseRefused: by the guards of the package, no such sheet, or nothing in it.
    """
    package = open_package(content)
    codes = [Code.ACTIVE_CONTENT] if active_content(package) else []
    try:
        formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (KeyError, ValueError, TypeError, OSError, zipfile.BadZipFile, SyntaxError):
        raise ParseRefused(Code.CORRUPT, expected="XLSX") from None
    name = options.sheet or formulas.sheetnames[0]
    if name not in formulas.sheetnames:
        raise ParseRefused(Code.SHEET_MISSING, field=name, expected=", ".join(formulas.sheetnames))
    if len(formulas.sheetnames) > 1:
        codes.append(Code.OTHER_SHEETS)
    if any(sheet.sheet_state != "visible" for sheet in formulas.worksheets):
        codes.append(Code.HIDDEN_TEXT)
    rows = _cells(formulas[name], values[name])
    names, below = _headed(rows, options.header)
    return Sheet(header=names, lines=_lines(below, names), codes=codes, notes=(f"sheet={name}",))


def _headed(rows: _Rows, declared: Sequence[int]) -> tuple[tuple[str, ...], _Rows]:
    """The names of the columns, and the rows below them."""
    if not declared:
        top = next((row for row in rows if any(cell for cell, _ in row[1])), None)
        lines = [] if top is None else [top]
    else:
        first, last = declared
        lines = list(islice(rows, LOOKED_AT)) if not last else []
        while last and (row := next(rows, None)) is not None:
            lines += [row] if row[0] >= first else []
            if row[0] >= last:
                break
    shown = [[cell for cell, _ in cells] for _, cells in lines]
    if declared and not declared[1]:
        return column_names(unheaded(shown)), chain(lines, rows)
    return column_names(_trimmed(headed(shown or [[]]))), rows


def _lines(rows: _Rows, header: Sequence[str]) -> Iterator[Line]:
    for number, cells in rows:
        shown = [cell for cell, _ in cells]
        padded = _trimmed(shown) + [""] * (len(header) - len(_trimmed(shown)))
        line = checked(number, padded, header)
        if isinstance(line, Row):
            yield from (
                Flag(number=number, code=Code.FORMULA, field=name, value=formula)
                for name, (_, formula) in zip(header, cells, strict=False)
                if formula
            )
        yield line


def _cells(formulas: Any, values: Any) -> Iterator[tuple[int, list[tuple[str, str]]]]:  # noqa: ANN401
    """Row numbers with (what is shown, formula or nothing) of each cell."""
    seen = 0
    for sheet in (formulas, values):
        sheet.reset_dimensions()
    pairs = zip_longest(
        formulas.iter_rows(values_only=True), values.iter_rows(values_only=True), fillvalue=()
    )
    for number, (written, given) in enumerate(pairs, 1):
        if not written and not given:
            continue  # a number without a row: the file may jump to its last one
        seen += len(written)
        if seen > limits.CELLS:
            raise ParseRefused(Code.TOO_MANY_ROWS, row=number, expected=f"<= {limits.CELLS} cells")
        cells = []
        for formula, value in zip_longest(written, given):
            is_formula = isinstance(formula, str) and formula.startswith("=") and formula != value
            shown = _shown(formula) if value is None or not is_formula else _shown(value)
            cells.append((shown, str(formula) if is_formula else ""))
        yield number, cells


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever a cell holds
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _trimmed(cells: Sequence[str]) -> list[str]:
    last = max((n for n, cell in enumerate(cells, 1) if cell), default=0)
    return list(cells[:last])
