"""Erases what an entry says, with salt, characters, original and intake; the chain holds."""

from pathlib import Path

from sqlalchemy import Connection, Engine, delete, select, update

from graph.errors import InvalidValue, NotFound
from graph.identifier import Plain
from graph.record.append import append_entries
from graph.record.chain import entry_name
from graph.record.database import drop_old_pages, writing
from graph.record.originals import place_of
from graph.record.tables import content, entry, intake, original


def erase_object(
    engine: Engine, folder: Path, object_id: str, *, author: str, why: str, at: str, secret: bytes
) -> None:
    """Erase one value for good and append who erased it and why.

    Erasing again finishes what a killed process had left.

    Raises:
        NotFound: the record never held that id.
        InvalidValue: the id is that of an erasure, or of values of two kinds.
        RecordBusy: it is erased, but a reader still holds old pages; erase again to be rid of them.
    """
    with writing(engine) as connection:
        kind, name, seq, there = _find(connection, object_id, secret)
        if there:
            said: dict[str, Plain] = {
                "seq": seq,
                "kind": kind,
                "object_id": name,
                "author": author,
                "why": why,
            }
            append_entries(connection, [("erasure", str(seq), said)], recorded_at=at, secret=secret)
            gone = update(entry).where(entry.c.seq == seq).values(salt=None, payload=None)
            connection.execute(gone)
            connection.execute(delete(content).where(content.c.seq == seq))
    if kind == "document":
        _erase_original(engine, folder, object_id)
    drop_old_pages(engine)


def _find(connection: Connection, object_id: str, secret: bytes) -> tuple[str, str, int, bool]:
    names = {object_id, entry_name(secret, "document", object_id)}
    asked = select(entry.c.kind, entry.c.object_id, entry.c.seq, entry.c.payload.is_not(None))
    found = connection.execute(
        asked.where(entry.c.object_id.in_(names), entry.c.kind != "erasure")
    ).all()
    if not found:
        raise NotFound(kind="entry", wanted=object_id)
    if len(found) > 1:
        raise InvalidValue(field="id", value=object_id, expected="the id of one value")
    kind, name, seq, there = found[0]
    return kind, name, seq, there


def _erase_original(engine: Engine, folder: Path, sha256: str) -> None:
    with writing(engine) as connection:
        connection.execute(delete(intake).where(intake.c.original == sha256))
        name = connection.scalar(select(original.c.name).where(original.c.sha256 == sha256))
        if name is None:
            return
        place = place_of(folder, name)
        for file in place.parent.glob(f"{name}*"):
            file.unlink()
        connection.execute(delete(original).where(original.c.sha256 == sha256))
