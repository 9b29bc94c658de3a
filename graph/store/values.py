"""What may go into the store and what comes out of it: plain values, the same on every engine."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from neo4j import Record
from neo4j.time import Date, DateTime, Time

from graph.errors import ZonedTimeRefused

Row = dict[str, Any]

PLAIN = frozenset({str, int, float, bool, bytes, date, type(None)})
CONTAINERS = frozenset({dict, list, tuple})


def refuse_zoned_times(parameters: Mapping[str, Any]) -> None:
    """`ZonedTimeRefused`, naming the place, if a time with a zone is anywhere inside.

    The embedded engine stores such a time as UTC and gives it back without a zone.
    """
    if _plain_throughout(parameters):
        return
    found = _zoned(parameters)
    if found is not None:
        where, value = found
        raise ZonedTimeRefused(where.removeprefix("."), str(value))


def _plain_throughout(parameters: Mapping[str, Any]) -> bool:
    """Whether containers hold plain values alone: a level at a time, as this looks at every row."""
    level: list[Any] = [dict(parameters)]
    while level:
        level = [
            item
            for inside in level
            for item in (inside.values() if type(inside) is dict else inside)
            if type(item) not in PLAIN
        ]
        if not CONTAINERS.issuperset(map(type, level)):
            return False
    return True


def _zoned(value: object) -> tuple[str, object] | None:
    if isinstance(value, Mapping):
        inside = ((f".{key}", item) for key, item in value.items())
    elif isinstance(value, list | tuple):
        inside = ((f"[{n}]", item) for n, item in enumerate(value))
    elif isinstance(value, datetime | time | DateTime | Time) and value.tzinfo is not None:
        return "", value
    else:
        return None
    for step, item in inside:
        found = _zoned(item)
        if found is not None:
            return step + found[0], found[1]
    return None


def plain_row(record: Record) -> Row:
    """A row of an answer with Python's own dates; nodes as their properties, without element id."""
    return {key: _plain(value) for key, value in record.data().items()}


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
