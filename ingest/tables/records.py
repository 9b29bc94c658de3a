"""JSON and JSONL: a list of objects, nested ones flattened to dotted names, values verbatim."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ingest.code import Code
from ingest.encoding import Decoded, decode
from ingest.extract import ParseRefused
from ingest.report import Refused
from ingest.strict import parse_json
from ingest.tables.sheet import BadRow, BlankRow, Line, Options, Sheet, checked, column_names

SHOWN = 80  # characters of what is wrong


def read_json(content: bytes, options: Options) -> Sheet:
    """The table in a JSON file: the list at `rows_at`, or at the top.

    Raises:
        ParseRefused: it is no JSON of that form.
    """
    decoded = _decoded(content, options)
    tree = _parsed(decoded.characters)
    for step in options.rows_at:
        if not isinstance(tree, dict) or step not in tree:
            raise ParseRefused(Code.MAPPING_INVALID, field="rows_at", value=step)
        tree = tree[step]
    if not isinstance(tree, list):
        raise ParseRefused(Code.CORRUPT, expected="[{…}, …]")
    return _sheet(list(enumerate(tree, 1)), decoded)


def read_jsonl(content: bytes, options: Options) -> Sheet:
    """The table in a JSONL file: one object a line; a broken line costs that line alone."""
    decoded = _decoded(content, options)
    found: list[tuple[int, Any]] = []
    for number, line in enumerate(decoded.characters.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append((number, parse_json(line, file="", row=number)))
        except Refused as refused:
            bad = refused.finding
            told = BadRow(
                number=number,
                code=bad.code,
                field=bad.field,
                value=bad.value or line[:SHOWN],
                expected=bad.expected or "JSON",
            )
            found.append((number, told))
    return _sheet(found, decoded)


def _decoded(content: bytes, options: Options) -> Decoded:
    decoded = decode(content, declared=options.encoding)
    if decoded is None:
        raise ParseRefused(Code.ENCODING_UNKNOWN, expected="UTF-8")
    return decoded


def _parsed(characters: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return parse_json(characters, file="")
    except Refused as refused:
        found = refused.finding
        raise ParseRefused(
            found.code, row=found.row, field=found.field or "", value=found.value or ""
        ) from None


def _sheet(found: Sequence[tuple[int, Any]], decoded: Decoded) -> Sheet:
    flat = [(number, _flat(value) if isinstance(value, dict) else value) for number, value in found]
    names = dict.fromkeys(n for _, value in flat if isinstance(value, dict) for n in value)
    if not names:
        raise _nothing_else([value for _, value in found])
    header = column_names(tuple(names))
    return Sheet(
        header=header,
        lines=_lines(flat, tuple(names)),
        codes=list(decoded.codes),
        notes=(f"encoding={decoded.encoding}",),
    )


def _nothing_else(found: Sequence[Any]) -> ParseRefused:
    """Why no row of a table can be read."""
    bad = next((value for value in found if isinstance(value, BadRow)), None)
    if bad is None:
        return ParseRefused(Code.TABLE_EMPTY)
    return ParseRefused(
        bad.code,
        row=bad.number,
        field=bad.field or "",
        value=bad.value or "",
        expected=bad.expected or "",
    )


def _lines(found: Sequence[tuple[int, Any]], names: Sequence[str]) -> Iterator[Line]:
    for number, value in found:
        if isinstance(value, BadRow | BlankRow):
            yield value
        elif isinstance(value, dict):
            yield checked(number, [value.get(name, "") for name in names], names)
        else:
            yield BadRow(
                number=number,
                code=Code.RECORD_INVALID,
                value=json.dumps(value, ensure_ascii=False)[:SHOWN],
                expected='{"name": "value", …}',
            )


def _flat(tree: dict[str, Any], before: str = "") -> dict[str, str]:
    cells: dict[str, str] = {}
    for name, value in tree.items():
        if isinstance(value, dict):
            cells |= _flat(value, f"{before}{name}.")
        elif isinstance(value, str):
            cells[before + name] = value
        elif value is not None:
            cells[before + name] = json.dumps(value, ensure_ascii=False)
    return cells
