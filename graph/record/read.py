"""Reads the record: everything, what came after a head, a text with its characters."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from graph.document import Text
from graph.errors import NotFound, RecordDamaged, WhereaboutsError
from graph.record.payload import FORMS, Said, Value, to_text
from graph.record.tables import content, entry, head

_STRIDE = 2_000


def head_of(connection: Connection) -> int:
    """The number of the last entry; 0 of an empty record."""
    return int(connection.execute(select(head.c.seq)).scalar_one())


def values_after(connection: Connection, after: int) -> dict[str, list[Any]]:
    """What was appended after that head and not erased, by kind, in order of appending."""
    values: dict[str, list[Any]] = {kind: [] for kind in FORMS}
    columns = (entry.c.seq, entry.c.kind, entry.c.object_id, entry.c.payload)
    asked = select(*columns).where(entry.c.seq > after, entry.c.payload.is_not(None))
    result = connection.execute(asked.order_by(entry.c.seq))
    for rows in result.partitions(_STRIDE):
        for (seq, kind, object_id, _), said in zip(
            rows, _said(row[3] for row in rows), strict=True
        ):
            if kind in FORMS:
                values[kind].append(_value(kind, object_id, seq, said))
    return values


def text_of(connection: Connection, text: str) -> Text:
    """A text with its characters.

    Raises:
        NotFound: there is none of that id, or it was erased.
    """
    found = list(_texts(connection, entry.c.object_id == text))
    if not found:
        raise NotFound(kind="text", wanted=text)
    return found[0]


def texts_of_document(connection: Connection, document: str) -> tuple[Text, ...]:
    """The texts of a document with their characters, in order of appending."""
    return tuple(_texts(connection, content.c.document == document))


def erased_after(connection: Connection, after: int) -> tuple[str, ...]:
    """The names of what was erased by entries after that head."""
    tombs = select(entry.c.payload).where(entry.c.kind == "erasure", entry.c.seq > after)
    return tuple(said["object_id"] for said in _said(connection.scalars(tombs)))


def _value(kind: str, object_id: str, seq: int, said: Said) -> Value:
    try:
        return FORMS[kind].value(object_id, seq, said)
    except (KeyError, TypeError, ValueError, WhereaboutsError) as error:
        raise RecordDamaged(reason=f"entry {seq} holds no {kind}: {error}") from error


def _texts(connection: Connection, which: ColumnElement[bool]) -> Iterator[Text]:
    asked = (
        select(entry.c.object_id, entry.c.seq, entry.c.payload, content.c.characters)
        .join(content, content.c.seq == entry.c.seq)
        .where(entry.c.kind == "text", which)
        .order_by(entry.c.seq)
    )
    for object_id, seq, payload, characters in connection.execute(asked):
        (said,) = _said([payload])
        yield to_text(object_id, seq, said, characters=characters.decode())


def _said(payloads: Iterable[bytes]) -> list[Said]:
    """Read many payloads in one go, which is three times as fast as one by one."""
    try:
        said: list[Said] = json.loads(b"[" + b",".join(payloads) + b"]")
    except ValueError as error:
        raise RecordDamaged(reason=f"a payload is no JSON: {error}") from None
    return said
