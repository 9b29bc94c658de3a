"""Drafts a mapping from a table: headers in three languages and the look of the values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from graph.schema import schema
from ingest.code import Code
from ingest.dates import NAMED, NotADate, parse_date
from ingest.extract import Extract, ParseRefused
from ingest.nursery import Nursery, SheetRead
from ingest.report import Finding, Refused
from ingest.sniff import FileKind, sniff
from ingest.strict import read_yaml
from ingest.tables.sheet import Options, Row

_SHOWN = 3
_LOOKED_AT = 500
_FORMS = ("iso", "day-first", "month-first", "%d-%b-%y", "%d %b %Y", "%m.%Y", "edtf", "words")
_NOT_DATES = ("edtf", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Which column means what, and some values of each."""

    by_meaning: Mapping[str, str]
    unknown: tuple[str, ...]
    values: Mapping[str, Sequence[str]]

    def of(self, meaning: str) -> str | None:
        return self.by_meaning.get(meaning)


def draft_mapping(path: Path) -> str:
    """A mapping in YAML with comments, to be checked by who knows the table.

    Raises:
        Refused: the file is no table.
    """
    kind, sheet = _read(path)
    rows = [line for line in sheet.lines if isinstance(line, Row)][:_LOOKED_AT]
    values = {
        name: [row.cells[at] for row in rows if row.cells[at].strip()]
        for at, name in enumerate(sheet.header)
    }
    columns = _guessed(sheet.header, values)
    lines = [
        f"# A draft, guessed from the headers and values of {path.name}. Check every line:",
        "# each column is used below, or stands under `ignore`; what is not said is not claimed.",
        _line("name", path.stem),
        "version: 1",
        f"format: {kind.value}",
        "told: direct  # or official, hearsay",
    ]
    lines += [_line("sheet", n.partition("=")[2]) for n in sheet.notes if n.startswith("sheet=")]
    lines += [*_subjects(columns), *_claims(columns), *_rest(columns)]
    return "\n".join(lines) + "\n"


def _read(path: Path) -> tuple[FileKind, SheetRead]:
    try:
        kind = sniff(path, name=path.name).kind
        with Nursery() as nursery:
            found = nursery.parse(path, kind, Options(columns=tuple(_lexicon())))
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
    return kind, found


def _guessed(header: Sequence[str], values: Mapping[str, Sequence[str]]) -> _Columns:
    found: dict[str, str] = {}
    for name in header:
        meaning = next((m for m in _lexicon() if m not in found and _means(name, m)), None)
        if meaning in {"origin", "destination"} and _dates(values[name]):
            meaning = "start" if meaning == "origin" else "end"  # `from` may be a place or a day
        if meaning is not None:
            found[meaning] = name
    known = set(found.values())
    unknown = tuple(name for name in header if name not in known)
    return _Columns(by_meaning=found, unknown=unknown, values=values)


def _dates(values: Sequence[str]) -> bool:
    forms = [form for form in _FORMS if form != "words"]
    return bool(values) and all(any(_reads(value, form) for form in forms) for value in values)


def _means(name: str, meaning: str) -> bool:
    exact, opening = _lexicon()[meaning]
    told = " ".join(name.casefold().replace("_", " ").split())
    return told in exact or any(word.startswith(opening) for word in told.split() if opening)


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    tree = read_yaml(Path(__file__).with_name("headers.yaml"), code=Code.CORRUPT)
    return {
        meaning: (frozenset(map(str, said["is"])), tuple(map(str, said["has"])))
        for meaning, said in tree.items()
        if isinstance(said, dict)
    }


def _subjects(columns: _Columns) -> Iterable[str]:
    yield "subjects:"
    person, group = columns.of("person"), columns.of("group") or columns.of("size")
    if person is not None:
        more = {m: columns.of(m) for m in ("birth_year", "category", "status") if columns.of(m)}
        yield from _subject("person", "person", person, key=columns.of("person_id"), more=more)
    if group is not None:
        yield "  group:  # where no person is named"
        yield "    kind: group"
        if person is not None:
            yield _line("    unless", person)
        if columns.of("group"):
            yield _line("    name", columns.of("group"))
        if size := columns.of("size"):
            yield "    properties:"
            yield f"      size_least: {_cell(size, whole=True)}"
            yield f"      size_most: {_cell(size, whole=True)}"
    for name, meaning, region in (
        ("origin", "origin", "from_region"),
        ("destination", "destination", "to_region"),
        ("between", "via", ""),
        ("facility", "facility", "region"),
    ):
        if column := columns.of(meaning):
            more = {"region": columns.of(region)} if columns.of(region) else {}
            if meaning == "facility" and columns.of("settlement"):
                more["settlement"] = columns.of("settlement")
            yield from _subject(name, "facility", column, key=None, more=more)
    for name, kind in (("court", "organisation"), ("judge", "person"), ("unit", "organisation")):
        if column := columns.of(name):
            yield from _subject(name, kind, column, key=column, more={})


def _subject(
    name: str, kind: str, column: str, *, key: str | None, more: Mapping[str, str | None]
) -> Iterable[str]:
    yield f"  {name}:"
    yield f"    kind: {kind}"
    if key is not None:
        yield _line("    key", key)
    yield _line("    name", column)
    if more:
        yield "    properties:"
        yield from (_line(f"      {prop}", source) for prop, source in more.items())


def _claims(columns: _Columns) -> Iterable[str]:
    yield "claims:"
    who = [name for name in ("person", "group") if columns.of(name)]
    if not columns.of("group") and columns.of("size"):
        who.append("group")
    told = [m for m in ("mode", "reason", "told_by") if columns.of(m)]
    if columns.of("origin") or columns.of("destination"):
        roles = {"from": "origin", "to": "destination", "via": "via"}
        names = {"origin": "origin", "destination": "destination", "via": "between"}
        ends = {role: names[m] for role, m in roles.items() if columns.of(m)}
        yield from _claim(columns, "moved", who, ends, (*told, "size"))
    if columns.of("facility"):
        yield from _claim(columns, "held_at", who, {"at": "facility"}, told)
    legal = [m for m in ("article", "term") if columns.of(m)]
    if who and (legal or columns.of("court")):
        courts = {role: role for role in ("court", "judge") if columns.of(role)}
        yield "  # charged, arrest_ordered, tried, sentenced or appealed?"
        yield from _claim(columns, "sentenced", who, courts, legal)
    if columns.of("unit") and columns.of("person"):
        yield "  - property: member_of"
        yield "    subject: person"
        yield _line("    only_if", columns.of("unit"))
        yield "    roles: {of: unit}"


def _claim(
    columns: _Columns,
    prop: str,
    who: Sequence[str],
    roles: Mapping[str, str],
    details: Iterable[str],
) -> Iterable[str]:
    yield f"  - property: {prop}"
    if prop == "held_at":
        yield _line("    only_if", columns.of("facility"))
    persons = [f"who: {' | '.join(who)}"] if who else []
    yield f"    roles: {{{', '.join([*persons, *(f'{r}: {s}' for r, s in roles.items())])}}}"
    lines: list[str] = []
    for detail in details:
        column = columns.of(detail)
        if column is not None and detail == "size":
            lines += [f"{end}: {_cell(column, whole=True)}" for end in ("size_least", "size_most")]
        elif column is not None and (name := _detail(detail, prop)):
            lines.append(_line(name, column))
    if source := columns.of("source_url"):
        lines.append(_line("lineage", source))
    if lines:
        yield "    details:"
        yield from (f"      {line}" for line in lines)
    yield from _period(columns, prop)


def _detail(meaning: str, prop: str) -> str | None:
    """The name under which a claim of that property keeps such a detail."""
    names = ("told_by", "confirmed_by") if meaning == "told_by" else (meaning,)
    return next((name for name in names if name in schema().properties[prop].details), None)


def _period(columns: _Columns, prop: str) -> Iterable[str]:
    pairs = [("departed", "arrived"), ("start", "end")]
    both = next(((a, b) for a, b in pairs if columns.of(a) and columns.of(b)), None)
    single = next((m for m in ("date", "departed", "arrived", "start") if columns.of(m)), None)
    words = columns.of("date_words")
    tail = "" if words is None else f", else: {{{_line('at', words)}, format: words}}"
    if both is not None and prop != "sentenced":
        ends = [columns.of(m) or "" for m in both]
        form = _format([*columns.values[ends[0]], *columns.values[ends[1]]])
        between = f"{_line('from', ends[0])}, {_line('to', ends[1])}"
        yield f"    period: {{{between}, format: {form}{tail}}}"
    elif single is not None:
        column = columns.of(single) or ""
        form = _format(columns.values[column])
        yield f"    period: {{{_line('at', column)}, format: {form}{tail}}}"
    elif words is not None:
        yield f"    period: {{{_line('at', words)}, format: words}}"


def _format(values: Sequence[str]) -> str:
    """The first form that reads every value; else all forms that read some, and words."""
    fits = {form: sum(_reads(value, form) for value in values) for form in _FORMS}
    whole = next((f for f in _FORMS if values and fits[f] == len(values)), None)
    if whole is not None and whole != "words":
        return _quoted(whole)
    some = [f for f in _FORMS if fits[f] and f not in {*_NOT_DATES, "month-first"}]
    return f"[{', '.join(map(_quoted, [*some, 'edtf', 'words']))}]"


def _reads(value: str, form: str) -> bool:
    try:
        parse_date(value, NAMED.get(form, (form,)))
    except NotADate:
        return False
    return True


def _rest(columns: _Columns) -> Iterable[str]:
    used = "\n".join([*_subjects(columns), *_claims(columns)])
    spare = [c for c in columns.by_meaning.values() if _quoted(c) not in used]
    if clearance := columns.of("clearance"):
        yield _line("clearance", clearance)
        spare = [c for c in spare if c != clearance]
    rest = [*spare, *columns.unknown]
    if rest:
        yield "ignore:"
    for name in rest:
        shown = " | ".join(dict.fromkeys(columns.values[name][:_SHOWN]))[:60].replace("\n", " ")
        yield f"  - {_quoted(name)}  # {shown or 'empty'}"


def _cell(column: str, *, whole: bool) -> str:
    return f"{{{_line('column', column)}{', whole: true' if whole else ''}}}"


def _line(name: str, value: str | None) -> str:
    return f"{name}: {_quoted(value or '')}"


def _quoted(value: str) -> str:
    """The value as YAML reads it back, also inside braces."""
    return yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=10**6)[1:-2]
