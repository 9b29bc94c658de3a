"""Appends a batch: what is new in it, in one transaction, each value an entry of the chain."""

import os
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, select, update

from graph.clearance import Clearance
from graph.document import Text
from graph.errors import SealedRefused
from graph.evidence import Batch
from graph.identifier import Plain, canonical
from graph.record.chain import SALT_BYTES, commitment, entry_name, link, seal
from graph.record.payload import FORMS, values_of
from graph.record.references import check_references
from graph.record.tables import content, entry, head

_LOOKUP = 5_000

Saying = tuple[str, str, dict[str, Plain]]
"""Kind, id and payload of an entry to be."""


def append_batch(connection: Connection, batch: Batch, *, recorded_at: str, secret: bytes) -> int:
    """Append what the record does not hold yet; the new head.

    Raises:
        SealedRefused: a description is sealed, and there is no vault to put it in.
        DanglingReference: something names a value that is neither in the record nor in the batch,
            or a document whose original is not kept.
    """

    def held(kind: str, ids: Iterable[str]) -> set[str]:
        return present(connection, kind, ids, secret=secret)

    for description in batch.descriptions:
        if description.clearance is Clearance.SEALED:
            raise SealedRefused(file=description.title or description.document)
    news = {}
    for kind, values in values_of(batch).items():
        known = held(kind, values)
        news[kind] = {object_id: v for object_id, v in values.items() if object_id not in known}
    check_references(connection, news, held=held)
    sayings: list[Saying] = []
    for kind, values in news.items():
        say = FORMS[kind].say
        sayings.extend((kind, object_id, say(value)) for object_id, value in values.items())
    before = append_entries(connection, sayings, recorded_at=recorded_at, secret=secret)
    _append_contents(connection, news["text"].values(), sayings, first=before + 1)
    return before + len(sayings)


def append_entries(
    connection: Connection, sayings: Sequence[Saying], *, recorded_at: str, secret: bytes
) -> int:
    """Link entries to the chain and seal its new head; the head before them."""
    before, last = connection.execute(select(head.c.seq, head.c.hash)).one()
    salts = os.urandom(SALT_BYTES * len(sayings))
    rows = []
    for number, (kind, object_id, said) in enumerate(sayings):
        salt = salts[number * SALT_BYTES : (number + 1) * SALT_BYTES]
        payload = canonical(said)
        row = {
            "seq": before + number + 1,
            "kind": kind,
            "object_id": entry_name(secret, kind, object_id),
            "recorded_at": recorded_at,
            "commitment": commitment(salt, payload),
        }
        last = link(last, **row)
        rows.append({**row, "hash": last, "salt": salt, "payload": payload})
    if rows:
        connection.execute(insert(entry), rows)
        after = before + len(rows)
        sealed = seal(secret, seq=after, last=last)
        connection.execute(update(head).values(seq=after, hash=last, seal=sealed))
    return int(before)


def present(connection: Connection, kind: str, ids: Iterable[str], *, secret: bytes) -> set[str]:
    """Which of these ids the record holds, erased ones included."""
    wanted = {entry_name(secret, kind, object_id): object_id for object_id in ids}
    names = list(wanted)
    found: set[str] = set()
    for start in range(0, len(names), _LOOKUP):
        some = names[start : start + _LOOKUP]
        held = select(entry.c.object_id).where(entry.c.kind == kind, entry.c.object_id.in_(some))
        found.update(wanted[name] for name in connection.scalars(held))
    return found


def _append_contents(
    connection: Connection, texts: Iterable[object], sayings: Sequence[Saying], *, first: int
) -> None:
    seqs = {
        object_id: first + n for n, (kind, object_id, _) in enumerate(sayings) if kind == "text"
    }
    rows = [
        {"seq": seqs[text.id], "document": text.document, "characters": text.content.encode()}
        for text in texts
        if isinstance(text, Text)
    ]
    if rows:
        connection.execute(insert(content), rows)
