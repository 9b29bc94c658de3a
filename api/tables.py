"""Answers as CSV: one line for each value of the main list, nested fields by their path."""

import csv
import io
from collections.abc import Iterator

from pydantic import BaseModel

FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")


def as_csv(answer: BaseModel) -> str:
    """The rows that the model names in `rows_in`, else one row; no cell is a formula."""
    path: str | None = getattr(type(answer), "rows_in", None)
    rows = [dict(_flat(answer, ""))] if path is None else list(_rows(answer, path.split(".")))
    header = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(row.get(name)) for name in header] for row in rows)
    return out.getvalue()


def safe_cell(words: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words


def _rows(
    value: BaseModel, path: list[str], carried: dict[str, object] | None = None
) -> Iterator[dict[str, object]]:
    head, *rest = path
    found = getattr(value, head)
    if isinstance(found, BaseModel):
        yield from _rows(found, rest, carried)
        return
    for each in found:
        prefix = f"{head}." if carried is not None or rest else ""
        flat = {f"{prefix}{name}": v for name, v in _flat(each, "")}
        row = {**(carried or {}), **flat}
        if rest:
            yield from _rows(each, rest, row)
        else:
            yield row


def _flat(value: BaseModel, prefix: str) -> Iterator[tuple[str, object]]:
    for name in type(value).model_fields:
        field = getattr(value, name)
        if isinstance(field, BaseModel):
            yield from _flat(field, f"{prefix}{name}.")
        elif isinstance(field, dict):
            yield f"{prefix}{name}", "; ".join(f"{k}: {_word(v)}" for k, v in field.items())
        elif not isinstance(field, list):
            yield f"{prefix}{name}", field
        elif all(isinstance(x, str) for x in field):
            yield f"{prefix}{name}", " ".join(field)


def _word(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_word(v) for v in value)
    return str(getattr(value, "label", value))


def _cell(value: object) -> object:
    if value is None:
        return ""
    return safe_cell(value) if isinstance(value, str) else value
