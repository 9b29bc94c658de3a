"""The part of a drafted mapping that says what happened."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from graph.schema import schema
from ingest.draft_columns import EVENTS, FORMS, Columns, reads

_NOT_DATES = ("edtf", "words")
_PAIRS = {"moved": (("departed", "arrived"),), "held_at": (("start", "end"),)}
_SINGLE = {"moved": ("moved_on", "departed", "arrived"), "held_at": ("start", "end", "date")}
_LEGAL = ("sentenced_on", "court", "judge", "article", "term")
_YEARS = re.compile(r"(?<!\w)(?:років|роки|лет|годы|years)(?!\w)")
_ABSENT = 8  # so many different words without a date are listed, no more
_MEANT = {
    "moved": "Somebody was moved: from, to and via are facilities.",
    "held_at": "Somebody was held at a facility: a date is a day there, from … to a stay.",
    "captured": "Captured; if it is the day of arrival at the facility, use it in held_at instead.",
    "exchanged": "Came back in an exchange.",
    "released": "Let go, outside any exchange.",
    "died": "Died, or was killed.",
    "sentenced": "Or charged, arrest_ordered, tried, appealed: say which it was.",
}


def claims(columns: Columns) -> Iterator[str]:
    """The lines under `claims`."""
    yield "# What happened, one claim a happening. `roles` name subjects from above; `only_if`"
    yield "# columns that must hold something (a list in the list: one of them). `period`: when:"
    yield "# {at: column} or {from: column, to: column}; `format` how dates are written (iso,"
    yield "# day-first, month-first, words …, tried in that order); `absent` what is no date."
    yield "claims:"
    who = [name for name in ("person", "group") if columns.of(name)]
    if not columns.of("group") and columns.of("size"):
        who.append("group")
    told = [m for m in ("mode", "reason", "told_by") if columns.of(m)]
    happened = {event: columns.all_of(event, f"{event}_at") for event in EVENTS if who}
    events = [event for event, known in happened.items() if known]
    if ends := columns.all_of("origin", "destination", "via"):
        names = {"origin": "origin", "destination": "destination", "via": "between"}
        roles = {"from": "origin", "to": "destination", "via": "via"}
        there = {role: names[m] for role, m in roles.items() if columns.of(m)}
        if _brought(columns):
            there["to"] = "facility"
        only = _any_of(ends, listed=True) if events or columns.of("facility") else ""
        yield from _claim(columns, "moved", who, there, (*told, "size"), only_if=only)
    if further := columns.of("next"):
        to = {"to": "next"}
        yield from _claim(columns, "moved", who, to, told, only_if=quoted(further), then=True)
    if place := columns.of("facility"):
        yield from _claim(columns, "held_at", who, {"at": "facility"}, told, only_if=quoted(place))
    for event in events:
        where = {"at": f"{event}_at"} if columns.of(f"{event}_at") else {}
        yield from _claim(columns, event, who, where, (), only_if=_any_of(happened[event]))
    legal = [m for m in ("article", "term") if columns.of(m)]
    said = columns.all_of(*_LEGAL)
    if who and said:
        courts = {role: role for role in ("court", "judge") if columns.of(role)}
        yield from _claim(columns, "sentenced", who, courts, legal, only_if=_any_of(said))
    if columns.of("unit") and columns.of("person"):
        yield "  - property: member_of"
        yield "    subject: person"
        yield f"    {line('only_if', columns.of('unit') or '')}"
        yield "    roles: {of: unit}"


def _any_of(names: Sequence[str], *, listed: bool = False) -> str:
    """The columns of which one must hold something."""
    if len(names) == 1 and not listed:
        return quoted(names[0])
    return f"[[{', '.join(map(quoted, names))}]]"


def _claim(
    columns: Columns,
    prop: str,
    who: Sequence[str],
    roles: Mapping[str, str],
    details: Iterable[str],
    *,
    only_if: str = "",
    then: bool = False,
) -> Iterator[str]:
    yield f"  - property: {prop}  # {_MEANT[prop]}"
    if only_if:
        yield f"    only_if: {only_if}"
    persons = [f"who: {' | '.join(who)}"] if who else []
    yield f"    roles: {{{', '.join([*persons, *(f'{r}: {s}' for r, s in roles.items())])}}}"
    lines: list[str] = []
    for detail in details:
        column = columns.of(detail)
        if column is not None and detail == "size":
            lines += [f"{end}: {cell(column, whole=True)}" for end in ("size_least", "size_most")]
        elif column is not None and (name := _detail(detail, prop)):
            lines.append(line(name, column))
            if detail == "term" and _in_years(columns, column):
                lines.append("unit: {constant: years}")
    if source := columns.of("source_url"):
        lines.append(line("lineage", source))
    if lines:
        yield "    details:"
        yield from (f"      {one}" for one in lines)
    yield from _period(columns, prop, then=then)


def _in_years(columns: Columns, column: str) -> bool:
    """Whether the heading says that its bare numbers are years."""
    return bool(_YEARS.search(column.casefold())) and all(
        value.isdecimal() for value in columns.values[column]
    )


def _brought(columns: Columns) -> bool:
    """Whether the table says from where people came to the place of their stay."""
    stay, origin = columns.of("facility"), columns.of("origin")
    return bool(stay and origin) and not columns.of("destination")


def _detail(meaning: str, prop: str) -> str | None:
    """The name under which a claim of that property keeps such a detail."""
    names = ("told_by", "confirmed_by") if meaning == "told_by" else (meaning,)
    return next((name for name in names if name in schema().properties[prop].details), None)


def _period(columns: Columns, prop: str, *, then: bool) -> Iterator[str]:
    pairs, singles = list(_PAIRS.get(prop, ())), list(_SINGLE.get(prop, (prop, "date")))
    if _brought(columns):  # so somebody arrived at the place of the stay, and left it later
        pairs = [] if prop == "moved" else [*pairs, ("arrived", "departed")]
        singles = ["moved_on", "arrived", "start"] if prop == "moved" else [*singles, "arrived"]
    if prop == "moved" and not columns.of("facility") and not columns.of("moved_on"):
        pairs.append(("start", "end"))
        singles += ["start", "end"]
    if prop == "held_at" and not columns.of("origin") and not columns.of("destination"):
        singles += ["arrived", "departed", "moved_on"]
    if prop == "moved":
        singles.append("date")
    if prop == "sentenced":  # the day of a stay beside it is none of a verdict
        singles = ["sentenced_on", *([] if columns.of("facility") else ["date"])]
    if then:
        pairs, singles = [], ["next_on"]
    if prop in EVENTS:
        singles = [prop]
    both = next(((a, b) for a, b in pairs if columns.of(a) and columns.of(b)), None)
    single = next((m for m in singles if columns.of(m)), None)
    words = columns.of("date_words") if prop not in EVENTS else None
    tail = "" if words is None else f", else: {{{line('at', words)}, format: words}}"
    if both is not None:
        first, last = (columns.of(m) or "" for m in both)
        where = f"{line('from', first)}, {line('to', last)}"
        yield from _dated(where, [*columns.values[first], *columns.values[last]], tail)
    elif single is not None:
        column = columns.of(single) or ""
        yield from _dated(line("at", column), columns.values[column], tail)
    elif words is not None:
        yield from _dated(line("at", words), columns.values[words], "")


def _dated(where: str, values: Sequence[str], tail: str) -> Iterator[str]:
    forms, unread = _forms(values)
    absent = f", absent: [{', '.join(map(quoted, unread[:_ABSENT]))}]" if unread else ""
    if unread:
        more = len(unread) - _ABSENT
        rest = f"; {more} more are not listed, and refuse their rows" if more > 0 else ""
        yield f"    # No date was read in what stands under `absent`: is there none?{rest}"
    if forms == "day-first" and all(reads(value, "month-first") for value in values):
        yield "    # No day is above 12, so day and month may be the other way round: month-first"
    yield f"    period: {{{where}, format: {forms}{absent}{tail}}}"


def _forms(values: Sequence[str]) -> tuple[str, list[str]]:
    """The first form that reads every value, else those that read some; what none reads."""
    fits = {form: [value for value in values if reads(value, form)] for form in FORMS}
    whole = next((f for f in FORMS if values and len(fits[f]) == len(values)), None)
    if whole is not None:
        return quoted(whole), []
    some = [f for f in FORMS if fits[f] and f not in {*_NOT_DATES, "month-first"}]
    chosen = [*some, *_NOT_DATES]
    read = {value for form in chosen for value in fits[form]}
    unread = [value for value in dict.fromkeys(values) if value not in read]
    return f"[{', '.join(map(quoted, chosen))}]", unread


def cell(column: str, *, whole: bool) -> str:
    """A column as a cell of the mapping."""
    return f"{{{line('column', column)}{', whole: true' if whole else ''}}}"


def line(name: str, value: str) -> str:
    """`name: value`, as YAML reads it back."""
    return f"{name}: {quoted(value)}"


def quoted(value: str) -> str:
    """The value as YAML reads it back, also inside braces."""
    return yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=10**6)[1:-2]
