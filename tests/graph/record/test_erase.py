from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from graph.document import Passage
from graph.errors import InvalidValue, NotFound, RecordBusy, WasErased
from graph.evidence import Batch
from graph.intake import IntakeKey
from graph.record import Record
from graph.record.database import reading
from tests.graph.record.invented import SCRIBE, account


def filled(record: Record, *numbers: int) -> Batch:
    for number in numbers:
        content, batch = account(number)
        key = IntakeKey(record.keep(content).sha256, "plain/1", "none")
        record.attempt(key, name=f"Person-{number}.txt")
        record.append(batch, done=key)
    return batch


def on_disk(record: Record) -> bytes:
    folder = record.originals.parent
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_what_was_erased_is_gone_from_disk_and_the_chain_holds(record):
    batch = filled(record, 1, 4242)
    claim = batch.claims[0]
    assert b"Person-4242" in on_disk(record)
    before = record.evidence()

    head = record.erase(claim.id, author="A Custodian", why="the family asked")
    assert head == before.head + 1 == record.head()
    assert record.verify() == ()
    evidence = record.evidence()
    assert set(before.claims) - set(evidence.claims) == {claim.id}
    assert evidence.subjects == before.subjects
    assert record.erased(before.head) == (claim.id,)
    assert record.erased(head) == ()

    record.erase(batch.texts[0].id, author="A Custodian", why="the family asked")
    record.erase(batch.documents[0].id, author="A Custodian", why="the family asked")
    assert record.verify() == ()
    assert b"Person-4242" not in on_disk(record)  # neither database, write-ahead log nor original
    sha256 = batch.documents[0].id  # whoever holds the bytes knows it
    assert sha256.encode() in on_disk(record)
    for value in (*batch.descriptions, *batch.subjects):
        record.erase(value.id, author="A Custodian", why="the family asked")
    assert sha256.encode() not in on_disk(record)
    assert b"Person-1" in on_disk(record)
    assert record.verify() == ()
    assert record.texts_of(batch.documents[0].id) == ()
    with pytest.raises(NotFound):
        record.text(batch.texts[0].id)
    with pytest.raises(NotFound):
        record.original(batch.documents[0].id)


def test_what_was_erased_does_not_come_back(record):
    batch = filled(record, 1)
    content, _ = account(1)
    record.erase(batch.claims[0].id, author="A", why="w")
    record.erase(batch.documents[0].id, author="A", why="w")
    head, evidence = record.head(), record.evidence()
    with pytest.raises(WasErased):
        record.keep(content)
    assert record.append(batch) == head
    assert record.evidence() == evidence
    assert record.verify() == ()


def test_erasing_twice_is_once(record):
    batch = filled(record, 1)
    once = record.erase(batch.claims[0].id, author="A", why="w")
    assert record.erase(batch.claims[0].id, author="B", why="again") == once
    assert record.verify() == ()


def test_only_what_the_record_holds_can_be_erased_and_no_erasure_can(record):
    batch = filled(record, 1)
    head = record.erase(batch.claims[0].id, author="A", why="w")
    for unknown in ("nowhere", str(batch.claims[0]), str(head - 1), ""):
        with pytest.raises(NotFound):
            record.erase(unknown, author="A", why="w")
    text = batch.texts[0]
    passage = Passage(text=text.id, start=0, end=1)
    twin = SCRIBE.mention(batch.subjects[0].kind, batch.documents[0].id, passage)
    record.append(Batch(subjects=(replace(twin, id=text.id),)))
    with pytest.raises(InvalidValue):
        record.erase(text.id, author="A", why="w")


def test_a_reader_who_holds_old_pages_is_told_of_and_erasing_again_finishes(record, open_at):
    batch = filled(record, 4242)
    impatient = open_at(record.originals.parent)
    event.listen(impatient.engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout = 50"))
    with reading(record.engine) as connection:
        connection.exec_driver_sql("SELECT count(*) FROM entry").scalar()
        impatient.engine.dispose()
        with pytest.raises(RecordBusy):
            impatient.erase(batch.claims[0].id, author="A", why="w")
    impatient.erase(batch.claims[0].id, author="A", why="w")
    assert (record.originals.parent / "record.sqlite-wal").stat().st_size == 0
    assert record.verify() == ()


def test_a_part_of_an_erased_original_goes_with_it(record):
    batch = filled(record, 1)
    place = record.original(batch.documents[0].id)
    part = Path(f"{place}.0a0b0c0d.part")
    part.write_bytes(b"what a killed run had written")
    assert record.verify() == ()
    record.erase(batch.documents[0].id, author="A", why="w")
    assert not part.exists()
    assert not place.exists()
