"""The part of a drafted mapping that says who and what a row speaks of."""

from collections.abc import Iterator, Mapping

from ingest.draft_claims import cell, line, quoted
from ingest.draft_columns import Columns

_YEAR_DIGITS = 4
_FACILITIES = (
    ("origin", "origin", "from_region"),
    ("destination", "destination", "to_region"),
    ("next", "next", ""),
    ("between", "via", ""),
    ("facility", "facility", "region"),
)


def subjects(columns: Columns, *, rows: int) -> Iterator[str]:
    """The lines under `subjects`."""
    yield "# Who and what a row speaks of. The first word is a name of your own, for the claims;"
    yield "# `kind` is person, group, facility, organisation or place; `name` the column that names"
    yield "# it; `properties` further columns about it. Delete what the table does not speak of."
    yield "subjects:"
    yield from _person(columns, rows)
    yield from _group(columns)
    for name, meaning, region in _FACILITIES:
        if column := columns.of(meaning):
            more = {"region": columns.of(region) or ""} if columns.of(region) else {}
            if meaning == "facility" and (town := columns.of("settlement")):
                more["settlement"] = town
            yield from _subject(name, "facility", quoted(column), more)
    if column := columns.of("captured_at"):
        yield from _subject("captured_at", "place", quoted(column), {})
    for name, kind in (("court", "organisation"), ("judge", "person"), ("unit", "organisation")):
        if column := columns.of(name):
            yield from _subject(name, kind, quoted(column), {}, key=[column])


def _person(columns: Columns, rows: int) -> Iterator[str]:
    if columns.of("person") is None:
        return
    names = columns.all_of("person", "given", "patronymic")
    listed = ", ".join(map(quoted, names))
    name = f"{{joined: [{listed}]}}" if len(names) > 1 else listed
    more = {m: column for m in ("category", "status") if (column := columns.of(m))}
    if born := columns.of("birth_year"):
        years = all(v.isdecimal() and len(v) == _YEAR_DIGITS for v in columns.values[born])
        more = {("birth_year" if years else "born"): born, **more}
    known = columns.of("person_id")
    key = [known] if known else [*names, *([born] if born else [])]
    yield "  person:"
    yield "    kind: person"
    if known is not None or (born and _filled(columns, born, rows)):
        yield "    # Rows with the same words in all of these columns speak of one person:"
        yield f"    key: [{', '.join(map(quoted, key))}]"
    else:
        yield "    # Each row is somebody else, as not every row says when they were born. If rows"
        yield "    # with the same words in some columns surely speak of one person, name those:"
        yield f"    # key: [{', '.join(map(quoted, key))}]"
    yield f"    name: {name}"
    yield from _properties(more)


def _filled(columns: Columns, column: str, rows: int) -> bool:
    """Whether every row that may name somebody holds something in the column."""
    return len(columns.values[column]) >= min(rows, len(columns.values[columns.of("person") or ""]))


def _group(columns: Columns) -> Iterator[str]:
    name, size, person = columns.of("group"), columns.of("size"), columns.of("person")
    if name is None and size is None:
        return
    yield "  group:  # where no person is named"
    yield "    kind: group"
    if person is not None:
        yield f"    {line('unless', person)}"
    if name is not None:
        yield f"    {line('name', name)}"
    if size is not None:
        yield "    properties:"
        yield f"      size_least: {cell(size, whole=True)}"
        yield f"      size_most: {cell(size, whole=True)}"


def _subject(
    name: str, kind: str, column: str, more: Mapping[str, str], *, key: list[str] | None = None
) -> Iterator[str]:
    yield f"  {name}:"
    yield f"    kind: {kind}"
    if key:
        yield f"    key: [{', '.join(map(quoted, key))}]"
    yield f"    name: {column}"
    yield from _properties(more)


def _properties(more: Mapping[str, str]) -> Iterator[str]:
    if more:
        yield "    properties:"
        yield from (f"      {line(prop, source)}" for prop, source in more.items())
