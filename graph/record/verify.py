"""Verifies the record: streams through the chain, the characters of texts and the originals."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from graph.errors import RecordDamaged, RecordFailed
from graph.record.breaks import Breach, Break
from graph.record.chain import commitment, entry_name, genesis, link, seal
from graph.record.database import damage, reading
from graph.record.inventory import check_originals, files_among
from graph.record.witness import Witness, read_witness

_STRIDE = 2_000


@dataclass(slots=True)
class _Seen:
    """What the pass over the chain gathers for the passes after it."""

    gone: dict[int, tuple[str, str]] = field(default_factory=dict)
    erased: dict[int, tuple[str, str]] = field(default_factory=dict)
    texts: dict[int, tuple[str, str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)


def verify_record(engine: Engine, folder: Path, secret: bytes) -> tuple[Break, ...]:
    """Everything found wrong, the chain first, in its order; empty if all holds.

    Files that no row knows are moved to quarantine.
    """
    # In this order, a record that others append to is only ever ahead of what was looked at.
    files = files_among(folder)
    witness = read_witness(folder, secret)
    seen = _Seen()
    try:
        with reading(engine) as connection:
            breaks = [Break(breach=Breach.DATABASE, name=reason) for reason in damage(connection)]
            breaks += _chain(connection, seen, secret, witness)
            breaks += _erasures(seen)
            breaks += _characters(connection, seen)
            rows = connection.execute(text("SELECT sha256, name, size, kept FROM original")).all()
    except (RecordDamaged, RecordFailed) as error:
        return (Break(breach=Breach.DATABASE, name=error.reason),)
    names = {name for kind, name in seen.erased.values() if kind == "document"}
    erased = {r.sha256 for r in rows if entry_name(secret, "document", r.sha256) in names}
    breaks += check_originals(folder, rows, files, documents=seen.documents, erased=erased)
    return tuple(breaks)


def _chain(
    connection: Connection, seen: _Seen, secret: bytes, witness: Witness | None
) -> Iterator[Break]:
    meta = connection.execute(text("SELECT name, value FROM meta"))
    said = {str(row.name): str(row.value) for row in meta}
    last, number = genesis(said), 0
    linked = True
    # Columns without types: what was tampered with may hold anything.
    columns = "seq, kind, object_id, recorded_at, commitment, hash, salt, payload"
    result = connection.execute(text(f"SELECT {columns} FROM entry ORDER BY seq"))  # noqa: S608
    at_witness = last if witness is not None and witness.seq == 0 else None
    head = connection.execute(text("SELECT seq, hash, seal FROM head WHERE id = 1")).first()
    for rows in result.partitions(_STRIDE):
        for row in rows:
            if row.seq != number + 1:
                yield Break(breach=Breach.GAP, seq=number + 1)
                linked = False
            number = row.seq
            yield from _entry(row, last if linked else None)
            yield from _payload(row, seen)
            last, linked = row.hash, isinstance(row.hash, bytes)
            if witness is not None and number == witness.seq:
                at_witness = last
    yield from _head(head, number, last, secret)
    yield from _witness(witness, number, at_witness)


def _entry(row: Any, before: bytes | None) -> Iterator[Break]:  # noqa: ANN401
    words = (row.kind, row.object_id, row.recorded_at)
    sound = isinstance(row.commitment, bytes) and all(isinstance(word, str) for word in words)
    if sound and before is not None:
        sound = row.hash == link(
            before,
            seq=row.seq,
            kind=row.kind,
            object_id=row.object_id,
            recorded_at=row.recorded_at,
            commitment=row.commitment,
        )
    if not sound:
        yield Break(breach=Breach.ENTRY, seq=row.seq, name=str(row.object_id))


def _payload(row: Any, seen: _Seen) -> Iterator[Break]:  # noqa: ANN401
    if row.payload is None and row.salt is None:
        seen.gone[row.seq] = (row.kind, row.object_id)
        return
    whole = isinstance(row.payload, bytes) and isinstance(row.salt, bytes)
    if not whole or commitment(row.salt, row.payload) != row.commitment:
        yield Break(breach=Breach.PAYLOAD, seq=row.seq, name=str(row.object_id))
        return
    try:
        _note(row, seen)
    except (ValueError, KeyError, TypeError):  # committed to, and yet nothing that we write
        yield Break(breach=Breach.PAYLOAD, seq=row.seq, name=str(row.object_id))


def _note(row: Any, seen: _Seen) -> None:  # noqa: ANN401
    if row.kind == "erasure":
        said = json.loads(row.payload)
        seen.erased[int(said["seq"])] = (said["kind"], said["object_id"])
    elif row.kind == "text":
        said = json.loads(row.payload)
        seen.texts[row.seq] = (said["document"], said["sha256"])
    elif row.kind == "document":
        seen.documents.add(json.loads(row.payload)["sha256"])


def _head(head: Any, number: int, last: bytes, secret: bytes) -> Iterator[Break]:  # noqa: ANN401
    if head is None or not isinstance(head.seq, int) or not isinstance(head.hash, bytes):
        yield Break(breach=Breach.FORGED_HEAD)
        return
    if head.seq < 0 or head.seal != seal(secret, seq=head.seq, last=head.hash):
        yield Break(breach=Breach.FORGED_HEAD, seq=head.seq)
    elif number < head.seq:
        yield Break(breach=Breach.TRUNCATED, seq=number + 1)
    elif number > head.seq:
        yield Break(breach=Breach.BEYOND_HEAD, seq=head.seq + 1)
    elif last != head.hash:
        yield Break(breach=Breach.REWRITTEN, seq=number)


def _witness(witness: Witness | None, number: int, at_witness: bytes | None) -> Iterator[Break]:
    if witness is None:
        yield Break(breach=Breach.NO_WITNESS)
    elif witness.seq > number:
        yield Break(breach=Breach.TRUNCATED, seq=number + 1)
    elif at_witness is not None and at_witness != witness.hash:
        yield Break(breach=Breach.REWRITTEN, seq=witness.seq)


def _erasures(seen: _Seen) -> Iterator[Break]:
    for seq, (_, object_id) in seen.gone.items():
        if seq not in seen.erased:
            yield Break(breach=Breach.PAYLOAD_GONE, seq=seq, name=str(object_id))
    for seq, (_, object_id) in seen.erased.items():
        if seq not in seen.gone:
            yield Break(breach=Breach.NOT_ERASED, seq=seq, name=object_id)


def _characters(connection: Connection, seen: _Seen) -> Iterator[Break]:
    wanted = dict(seen.texts)
    result = connection.execute(text("SELECT seq, document, characters FROM content ORDER BY seq"))
    for row in result:
        found = row.characters
        said = wanted.pop(row.seq, None)
        sha256 = hashlib.sha256(found).hexdigest() if isinstance(found, bytes) else None
        if said != (row.document, sha256):
            yield Break(breach=Breach.CHARACTERS, seq=row.seq, name=str(row.document))
    for seq, (document, _) in wanted.items():
        yield Break(breach=Breach.CHARACTERS, seq=seq, name=document)
