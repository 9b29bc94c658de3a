"""Drafts a mapping from a table: headers in three languages and the look of the values."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.code import Code
from ingest.draft_claims import claims, quoted
from ingest.draft_columns import Columns, guessed, heading_rows, lexicon
from ingest.draft_subjects import subjects
from ingest.extract import Extract, ParseRefused
from ingest.nursery import Nursery, SheetRead
from ingest.report import Finding, Refused
from ingest.sniff import FileKind, sniff
from ingest.tables.heading import NO_HEADING
from ingest.tables.sheet import Options, Row

_SHOWN = 3
_LOOKED_AT = 500
_IN_ROWS = (FileKind.CSV, FileKind.XLSX)


def draft_mapping(path: Path) -> str:
    """A mapping in YAML with comments, to be checked by who knows the table.

    Raises:
        Refused: the file is no table.
    """
    kind, sheet, heading = _read(path)
    rows = [line for line in sheet.lines if isinstance(line, Row)][:_LOOKED_AT]
    values = {
        name: [row.cells[at].strip() for row in rows if row.cells[at].strip()]
        for at, name in enumerate(sheet.header)
    }
    columns = guessed(sheet.header, values)
    body = [*subjects(columns, rows=len(rows)), *claims(columns)]
    return "\n".join([*_top(path, kind, sheet, heading), *body, *_rest(columns, body)]) + "\n"


def _top(path: Path, kind: FileKind, sheet: SheetRead, heading: Sequence[int]) -> Iterator[str]:
    yield f"# A draft, guessed from the headings and cells of {path.name}. Check every line;"
    yield f"# save it beside the table as {path.name}.mapping.yaml; then ingest {path.name}."
    yield "# Each column is used below, or stands under `ignore`; what is not said is not claimed."
    yield "# Everything that a mapping can say stands in ingest/mappings/README.md."
    yield f"name: {quoted(path.stem)}"
    yield "version: 1  # any change here reads the table anew"
    yield f"format: {kind.value}"
    if tuple(heading) == NO_HEADING:
        yield "header: none  # no row looks like headings; if one does: its number, as in header: 2"
    elif heading:
        first, last = heading
        yield f"header: {first if first == last else f'{first}-{last}'}  # the rows of headings"
    yield "told: direct  # how the source knows: direct, hearsay or official"
    for note in sheet.notes:
        if note.startswith("sheet="):
            yield f"sheet: {quoted(note.partition('=')[2])}"


def _read(path: Path) -> tuple[FileKind, SheetRead, Sequence[int]]:
    """The table, and which rows head its columns."""
    heading: Sequence[int] = ()
    try:
        kind = sniff(path, name=path.name).kind
        with Nursery() as nursery:
            if kind in _IN_ROWS:
                whole = nursery.parse(path, kind, Options(header=NO_HEADING))
                heading = heading_rows(_rows(whole))
            options = Options(header=heading, columns=tuple(lexicon()))
            found = nursery.parse(path, kind, options)
    except OSError:
        raise Refused(Finding(code=Code.UNREADABLE, file=str(path))) from None
    except ParseRefused as bad:
        raise Refused(
            Finding(
                code=bad.code,
                file=str(path),
                row=bad.row,
                field=bad.field,
                value=bad.value,
                expected=bad.expected,
            )
        ) from None
    if isinstance(found, Extract):
        expected = ", ".join(k for k in FileKind if k.tabular)
        raise Refused(Finding(code=Code.UNSUPPORTED, file=str(path), expected=expected))
    return kind, found, heading


def _rows(found: Extract | SheetRead) -> list[tuple[int, Sequence[str]]]:
    if isinstance(found, Extract):
        return []
    return [(line.number, line.cells) for line in found.lines if isinstance(line, Row)]


def _rest(columns: Columns, body: Sequence[str]) -> Iterator[str]:
    used = "\n".join(line.partition("  # ")[0] for line in body)
    spare = [c for c in columns.by_meaning.values() if quoted(c) not in used]
    if clearance := columns.of("clearance"):
        yield "# Who may read the row: public, restricted or confidential; sealed is not taken in."
        yield f"clearance: {quoted(clearance)}"
        spare = [c for c in spare if c != clearance]
    rest = [*spare, *columns.unknown]
    if rest:
        yield "# Kept in the text of the row, but nothing is claimed from these columns. To use"
        yield "# one, take it out here and name it above: as a property, or in a claim."
        yield "ignore:"
    for name in rest:
        shown = " | ".join(dict.fromkeys(columns.values[name][:_SHOWN]))[:60].replace("\n", " ")
        yield f"  - {quoted(name)}  # {shown or 'empty'}"
