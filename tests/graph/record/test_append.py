import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.clearance import Clearance
from graph.decision import Act
from graph.document import Passage
from graph.errors import DanglingReference, NotFound, SealedRefused
from graph.evidence import Batch, Evidence
from graph.intake import IntakeKey, State
from graph.record import Record, open_record
from tests.graph.record.invented import SCRIBE, SECRET, account, batches

NAMES = [field.name for field in fields(Batch)]


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    """The folder of an empty record: a copy is made faster than a new one."""
    home = tmp_path_factory.mktemp("empty")
    opened(home).close()
    return home


def opened(home: Path) -> Record:
    url = f"sqlite:///{home / 'record.sqlite'}"
    return open_record(url, originals=home / "originals", secret=SECRET, kind="sample")


@contextmanager
def fresh_record(empty: Path) -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(empty, folder, dirs_exist_ok=True)
        record = opened(Path(folder))
        yield record
        record.close()


def once(batch: Batch) -> dict[str, list]:
    """The values of a batch by name, of one id the first."""
    values = {}
    for name in NAMES:
        by_id = {}
        for value in getattr(batch, name):
            by_id.setdefault(value.id, value)
        values[name] = list(by_id.values())
    return values


def listed(evidence: Evidence | Batch) -> dict[str, list]:
    """The values of evidence by name, without what the record adds."""
    found = {}
    for name in NAMES:
        held = getattr(evidence, name)
        values = list(held.values()) if hasattr(held, "values") else list(held)
        found[name] = [replace(v, seq=0) if hasattr(v, "seq") else v for v in values]
    return found


def without_characters(values: dict[str, list]) -> dict[str, list]:
    return {**values, "texts": [replace(text, content="") for text in values["texts"]]}


@given(offered=batches(), shuffled=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_what_is_read_is_what_was_appended_and_twice_is_once(empty, offered, shuffled):
    contents, batch = offered
    with fresh_record(empty) as record:
        for content in contents:
            record.keep(content)
        head = record.append(batch)
        evidence = record.evidence()
        assert evidence.head == head == record.head() == sum(map(len, once(batch).values()))
        assert listed(evidence) == without_characters(once(batch))
        assert listed(record.changes(0)) == listed(evidence)
        for text in once(batch)["texts"]:
            assert record.text(text.id) == text
            assert text in record.texts_of(text.document)

        mixed = once(batch)
        for values in mixed.values():
            shuffled.shuffle(values)
        assert (
            record.append(Batch(**{name: tuple(values) for name, values in mixed.items()})) == head
        )
        assert record.evidence() == evidence
        assert record.verify() == ()


@given(offered=batches(), seed=st.integers(0, 999))
@settings(max_examples=30, deadline=None)
def test_order_within_a_batch_changes_no_value(empty, offered, seed):
    contents, batch = offered
    mixed = {name: random.Random(seed).sample(v, len(v)) for name, v in once(batch).items()}
    held = []
    for values in (once(batch), mixed):
        with fresh_record(empty) as record:
            for content in contents:
                record.keep(content)
            record.append(Batch(**{name: tuple(some) for name, some in values.items()}))
            held.append(listed(record.evidence()))
    for name in NAMES:
        assert sorted(held[0][name], key=lambda v: v.id) == sorted(
            held[1][name], key=lambda v: v.id
        )


def test_who_follows_sees_what_came_after_and_seq_is_the_order_of_appending(record):
    heads = []
    for number in (1, 2, 3):
        content, batch = account(number)
        record.keep(content)
        heads.append(record.append(batch))
    content, last = account(3)
    assert listed(record.changes(heads[1])) == without_characters(once(last))
    assert listed(record.evidence(since=heads[1])) == without_characters(once(last))
    assert listed(record.changes(heads[2])) == listed(Batch())
    evidence = record.evidence()
    for acts in (evidence.readings, evidence.judgements, evidence.decisions):
        seqs = [act.seq for act in acts]
        assert seqs == sorted(set(seqs))
        assert [sum(seq > head for head in heads) for seq in seqs] == [0, 1, 2]


@pytest.mark.parametrize(
    ("left_out", "field"),
    [
        ("documents", "document"),
        ("texts", "passage"),
        ("subjects", "subjects"),
        ("claims", "claims"),
    ],
)
def test_nothing_enters_that_names_what_is_not_there(record, left_out, field):
    content, batch = account(1)
    record.keep(content)
    with pytest.raises(DanglingReference) as refused:
        record.append(replace(batch, **{left_out: ()}))
    assert refused.value.field == field
    assert refused.value.wanted in {value.id for value in getattr(batch, left_out)}
    assert record.head() == 0


def test_a_document_enters_only_after_its_bytes(record):
    content, batch = account(1)
    with pytest.raises(DanglingReference) as refused:
        record.append(batch)
    assert (refused.value.field, refused.value.wanted) == ("original", batch.documents[0].id)
    record.keep(content)
    assert record.append(batch) == 11


def test_sealed_material_is_not_taken_in(record):
    content, batch = account(1)
    record.keep(content)
    sealed = tuple(replace(d, clearance=Clearance.SEALED) for d in batch.descriptions)
    with pytest.raises(SealedRefused):
        record.append(replace(batch, descriptions=sealed))
    assert record.head() == 0


def test_a_correction_names_a_claim_that_is_there(record):
    decision = SCRIBE.decision(Act.CORRECT, "c1", author="A", why="w", at="", value="nowhere")
    with pytest.raises(DanglingReference):
        record.append(Batch(decisions=(decision,)))


def test_what_the_record_holds_may_be_named_later(record):
    content, batch = account(1)
    record.keep(content)
    record.append(replace(batch, claims=(), readings=(), decisions=()))
    assert record.append(batch) == 11
    assert set(record.evidence().claims) == {claim.id for claim in batch.claims}


def test_the_last_mark_and_the_batch_are_one_act(record):
    content, batch = account(1)
    key = IntakeKey(record.keep(content).sha256, "plain/1", "none")
    with pytest.raises(NotFound):
        record.append(batch, done=key)
    assert record.head() == 0  # the mark failed, so nothing was appended

    record.attempt(key, name="t.txt")
    with pytest.raises(DanglingReference):
        record.append(replace(batch, texts=()), done=key)
    assert record.intake_state(key).state is State.RECEIVED

    record.append(batch, done=key)
    assert record.intake_state(key).state is State.DONE


def test_characters_beyond_every_plane_come_back(record):
    content, batch = account(1)
    record.keep(content)
    text = SCRIBE.text(replace(batch.texts[0], content="Їжак\x00𝕏\r\n\u2028\u200f\u05d0\ufeff"))
    claim = SCRIBE.claim(
        replace(batch.claims[0], passage=Passage(text=text.id, start=0, end=1), value="\x00'\"\\")
    )
    record.append(batch)
    record.append(Batch(texts=(text,), claims=(claim,)))
    assert record.text(text.id).content == text.content
    assert record.evidence().claims[claim.id] == claim
    with pytest.raises(NotFound):
        record.text("nowhere")


def test_threads_that_append_at_once_wait_for_each_other(record):
    def append(numbers):
        for number in numbers:
            content, batch = account(number)
            record.keep(content)
            record.append(batch)

    threads = [Thread(target=append, args=(range(some, some + 6),)) for some in (0, 3, 6, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert record.head() == 15 * 11  # each of the 15 once, though most were appended twice
    assert record.verify() == ()
