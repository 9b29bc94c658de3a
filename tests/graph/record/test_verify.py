"""Every kind of change made behind the back of a record is found; none is in a sound one."""

# ruff: noqa: S608 (the columns are those of this file)

import json
import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from graph.identifier import canonical
from graph.record import Breach
from graph.record.chain import commitment, genesis, link, seal
from graph.record.originals import place_of
from graph.record.witness import NAME
from tests.graph.record.invented import SECRET, account

DOCUMENTS = 5
ENTRIES = DOCUMENTS * 11 + 1


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """The folder of a record with five testimonies, one claim of which was erased."""
    from graph.record import open_record

    home = tmp_path_factory.mktemp("sound")
    url = f"sqlite:///{home / 'record.sqlite'}"
    record = open_record(url, originals=home / "originals", secret=SECRET, kind="sample")
    for number in range(DOCUMENTS):
        content, batch = account(number)
        record.keep(content)
        record.append(batch)
    record.erase(batch.claims[0].id, author="A Custodian", why="asked for")
    assert record.verify() == ()
    record.close()
    return home


@pytest.fixture
def copy(sound, tmp_path) -> Path:
    shutil.copytree(sound, tmp_path / "copy")
    return tmp_path / "copy"


def alter(home: Path, *statements: str | tuple[str, tuple]) -> None:
    database = sqlite3.connect(home / "record.sqlite")
    for statement in statements:
        database.execute(*((statement,) if isinstance(statement, str) else statement))
    database.commit()
    database.close()


def verify(home: Path, open_at) -> tuple:
    record = open_at(home)
    breaks = record.verify()
    record.close()
    return breaks


def breaches(home: Path, open_at) -> list[tuple[Breach, int | None]]:
    return [(found.breach, found.seq) for found in verify(home, open_at)]


def test_a_copy_is_as_sound_as_its_original(copy, open_at):
    assert breaches(copy, open_at) == []


@pytest.mark.parametrize("column", ["kind", "object_id", "recorded_at", "commitment", "hash"])
def test_an_edited_entry_is_named(copy, open_at, column):
    value = b"x" * 32 if column in {"commitment", "hash"} else "edited"
    alter(copy, (f"UPDATE entry SET {column} = ? WHERE seq = 7", (value,)))
    assert breaches(copy, open_at)[0] == (Breach.ENTRY, 7)


@pytest.mark.parametrize("column", ["payload", "salt"])
def test_an_edited_payload_is_named(copy, open_at, column):
    alter(copy, f"UPDATE entry SET {column} = zeroblob(16) WHERE seq = 12")
    assert breaches(copy, open_at)[0] == (Breach.PAYLOAD, 12)


def test_a_deleted_entry_leaves_a_gap(copy, open_at):
    alter(copy, "DELETE FROM entry WHERE seq = 9")
    assert breaches(copy, open_at) == [(Breach.GAP, 9)]  # and the next entry is not blamed


def test_a_deleted_entry_is_found_though_the_rest_moved_up(copy, open_at):
    alter(
        copy,
        "DELETE FROM entry WHERE seq = 9",
        "UPDATE entry SET seq = -seq WHERE seq > 9",
        "UPDATE entry SET seq = -seq - 1 WHERE seq < 0",
    )
    assert breaches(copy, open_at)[0] == (Breach.ENTRY, 9)


def test_swapped_entries_are_found(copy, open_at):
    alter(
        copy,
        "UPDATE entry SET seq = -1 WHERE seq = 15",
        "UPDATE entry SET seq = 15 WHERE seq = 16",
        "UPDATE entry SET seq = 16 WHERE seq = -1",
    )
    assert breaches(copy, open_at)[0] == (Breach.ENTRY, 15)


def relinked(home: Path, *, first: int, secret: bytes | None = None) -> None:
    """Make the chain fit again from an entry on, as a forger without (or with) the secret would."""
    database = sqlite3.connect(home / "record.sqlite")
    last = genesis(dict(database.execute("SELECT name, value FROM meta")))
    columns = "seq, kind, object_id, recorded_at, commitment, hash"
    for seq, kind, object_id, recorded_at, committed, old in database.execute(
        f"SELECT {columns} FROM entry ORDER BY seq"
    ).fetchall():
        last = (
            old
            if seq < first
            else link(
                last,
                seq=seq,
                kind=kind,
                object_id=object_id,
                recorded_at=recorded_at,
                commitment=committed,
            )
        )
        database.execute("UPDATE entry SET hash = ? WHERE seq = ?", (last, seq))
    sealed = b"" if secret is None else seal(secret, seq=seq, last=last)
    database.execute("UPDATE head SET seq = ?, hash = ?, seal = ?", (seq, last, sealed))
    database.commit()
    database.close()


def test_a_chain_that_was_made_to_fit_again_does_not_fit_its_seal(copy, open_at):
    alter(copy, "UPDATE entry SET recorded_at = '2020-01-01T00:00:00Z' WHERE seq = 20")
    relinked(copy, first=20)
    assert {b for b, _ in breaches(copy, open_at)} == {Breach.FORGED_HEAD, Breach.REWRITTEN}


def test_even_with_the_secret_the_witness_saw_another_chain(copy, open_at):
    alter(copy, "UPDATE entry SET recorded_at = '2020-01-01T00:00:00Z' WHERE seq = 20")
    relinked(copy, first=20, secret=SECRET)
    assert breaches(copy, open_at) == [(Breach.REWRITTEN, ENTRIES)]


def test_an_entry_added_at_the_end_without_the_secret_is_found(copy, open_at):
    payload, salt, seq = canonical({"act": "accept"}), b"s" * 16, ENTRIES + 1
    row = (seq, "decision", "forged", "2026-01-01T00:00:00Z", commitment(salt, payload), b"")
    insert = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    alter(copy, (insert, (*row, salt, payload)))
    assert (Breach.BEYOND_HEAD, seq) in breaches(copy, open_at)
    relinked(copy, first=seq)
    assert breaches(copy, open_at) == [(Breach.FORGED_HEAD, seq)]


def test_a_truncated_record_is_found_by_its_head_and_by_the_witness(copy, open_at):
    alter(copy, "DELETE FROM entry WHERE seq > 30", "DELETE FROM content WHERE seq > 30")
    assert breaches(copy, open_at)[:2] == [(Breach.TRUNCATED, 31), (Breach.TRUNCATED, 31)]
    relinked(copy, first=31, secret=SECRET)
    assert breaches(copy, open_at)[0] == (Breach.TRUNCATED, 31)


def test_an_older_copy_of_the_whole_database_is_found(tmp_path, open_at):
    record = open_at(tmp_path)
    content, batch = account(1)
    record.keep(content)
    record.append(batch)
    record.close()
    older = (tmp_path / "record.sqlite").read_bytes()
    record = open_at(tmp_path)
    content, batch = account(2)
    record.keep(content)
    record.append(batch)
    record.close()
    (tmp_path / "record.sqlite").write_bytes(older)
    found = breaches(tmp_path, open_at)
    assert found[0] == (Breach.TRUNCATED, 12)
    # Appending to it does not make it whole again.
    record = open_at(tmp_path)
    for number in (3, 4):
        content, batch = account(number)
        record.keep(content)
        record.append(batch)
    assert (Breach.REWRITTEN, 22) in [(b.breach, b.seq) for b in record.verify()]


def test_a_witness_that_is_gone_or_forged_is_named(copy, open_at):
    witness = copy / "originals" / NAME
    said = json.loads(witness.read_bytes())
    witness.write_bytes(canonical({**said, "seq": said["seq"] - 1}))
    assert breaches(copy, open_at) == [(Breach.NO_WITNESS, None)]
    witness.unlink()
    record = open_at(copy)
    content, batch = account(77)
    record.keep(content)
    record.append(batch)  # which does not put a new one in its place
    assert [found.breach for found in record.verify()] == [Breach.NO_WITNESS]


def test_what_the_record_is_cannot_be_changed(copy, open_at):
    alter(copy, "UPDATE meta SET value = 'real' WHERE name = 'kind'")
    assert breaches(copy, open_at)[0] == (Breach.ENTRY, 1)


def test_a_payload_is_gone_only_by_erasure_and_then_for_good(copy, open_at, sound):
    alter(copy, "UPDATE entry SET payload = NULL, salt = NULL WHERE seq = 5")
    assert breaches(copy, open_at) == [(Breach.PAYLOAD_GONE, 5)]
    [(seq,)] = sqlite3.connect(copy / "record.sqlite").execute(
        "SELECT seq FROM entry WHERE payload IS NULL AND seq > 5"
    )
    alter(copy, (f"UPDATE entry SET payload = x'7b7d', salt = x'00' WHERE seq = {seq}"))
    assert (Breach.PAYLOAD, seq) in breaches(copy, open_at)


def test_characters_are_part_of_what_was_committed_to(copy, open_at):
    alter(
        copy,
        "UPDATE content SET characters = x'78' WHERE seq = 3",
        "UPDATE content SET document = 'another' WHERE seq = 14",
        "DELETE FROM content WHERE seq = 25",
        "INSERT INTO content VALUES (1, 'd', x'78')",
    )
    assert set(breaches(copy, open_at)) == {(Breach.CHARACTERS, seq) for seq in (1, 3, 14, 25)}


def originals_of(home: Path) -> list[Path]:
    return sorted(p for p in (home / "originals").rglob("*") if p.is_file() and p.name != NAME)


def overwrite(path: Path, content: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(content)


def test_originals_that_are_missing_changed_or_empty_are_named(copy, open_at):
    gone, changed, emptied, linked, _ = originals_of(copy)
    gone.unlink()
    overwrite(changed, changed.read_bytes()[::-1])
    overwrite(emptied, b"")
    aside = copy / "aside"
    linked.rename(aside)
    linked.symlink_to(aside)
    found = sorted(b for b, _ in breaches(copy, open_at))
    missing = [Breach.ORIGINAL_MISSING] * 2
    assert found == [Breach.ORIGINAL_CHANGED, Breach.ORIGINAL_EMPTY, *missing]


def test_an_original_whose_row_is_gone_is_missed_and_its_file_put_aside(copy, open_at):
    alter(copy, "DELETE FROM original WHERE rowid = 1")
    found = [b for b, _ in breaches(copy, open_at)]
    assert found == [Breach.ORIGINAL_MISSING, Breach.UNKNOWN_FILE]
    assert len(list((copy / "originals" / "quarantine").iterdir())) == 1
    assert [b for b, _ in breaches(copy, open_at)] == [Breach.ORIGINAL_MISSING]


def test_a_strange_file_is_put_aside_and_never_deleted(copy, open_at):
    strange = copy / "originals" / "ab" / "cd" / "abcd"
    strange.parent.mkdir(parents=True, exist_ok=True)
    strange.write_bytes(b"planted")
    moved = originals_of(copy)[0]
    (copy / "originals" / "zz").mkdir()
    moved.rename(copy / "originals" / "zz" / moved.name)
    found = sorted(b for b, _ in breaches(copy, open_at))
    assert found == [Breach.ORIGINAL_MISSING, Breach.UNKNOWN_FILE, Breach.UNKNOWN_FILE]
    aside = list((copy / "originals" / "quarantine").iterdir())
    assert sorted(path.read_bytes() for path in aside)[1] == b"planted"


def test_a_damaged_database_is_a_break_and_no_traceback(copy, open_at):
    file = copy / "record.sqlite"
    alter(copy, "DROP TABLE content")
    assert [b for b, _ in breaches(copy, open_at)] == [Breach.DATABASE]
    content = bytearray(file.read_bytes())
    content[8192:12288] = os.urandom(4096)
    file.write_bytes(content)
    assert breaches(copy, open_at)[0][0] == Breach.DATABASE


def mutate(home: Path, chance: random.Random) -> str:
    """Change one thing of a record behind its back; what was done."""
    database = sqlite3.connect(home / "record.sqlite")

    seq = chance.randint(1, ENTRIES)
    erased = database.execute("SELECT payload IS NULL FROM entry WHERE seq = ?", (seq,)).fetchone()[
        0
    ]
    files = originals_of(home)
    file = chance.choice(files)
    kind = chance.choice(
        [
            "byte",
            "delete",
            "swap",
            "insert",
            "truncate",
            "content",
            "head",
            "row",
            "file",
            "witness",
        ]
    )
    if kind == "byte":
        columns = ["commitment", "hash"] if erased else ["commitment", "hash", "payload", "salt"]
        column = chance.choice(columns)
        [old] = database.execute(f"SELECT {column} FROM entry WHERE seq = ?", (seq,)).fetchone()
        new = bytearray(old)
        new[chance.randrange(len(new))] ^= 1 << chance.randrange(8)
        database.execute(f"UPDATE entry SET {column} = ? WHERE seq = ?", (bytes(new), seq))
        kind = f"byte of {column} of {seq}"
    elif kind == "delete":
        database.execute("DELETE FROM entry WHERE seq = ?", (seq,))
    elif kind == "swap":
        other = seq % ENTRIES + 1
        for a, b in ((seq, -1), (other, seq), (-1, other)):
            database.execute("UPDATE entry SET seq = ? WHERE seq = ?", (b, a))
    elif kind == "insert":
        database.execute("UPDATE entry SET seq = -seq WHERE seq >= ?", (seq,))
        database.execute("UPDATE entry SET seq = 1 - seq WHERE seq < 0")
        database.execute(
            "INSERT INTO entry SELECT ?, kind, object_id || 'x', recorded_at, commitment, hash, "
            "salt, payload FROM entry WHERE seq = ?",
            (seq, seq + 1),
        )
    elif kind == "truncate":
        database.execute("DELETE FROM entry WHERE seq >= ?", (seq,))
    elif kind == "content":
        database.execute("UPDATE content SET characters = characters || x'20' WHERE seq = 3")
    elif kind == "head":
        column, value = chance.choice([("seq", seq - 1), ("hash", b"h"), ("seal", b"s")])
        database.execute(f"UPDATE head SET {column} = ?", (value,))
    elif kind == "row":
        column, value = chance.choice(
            [("name", "0" * 32), ("sha256", "0"), ("kept", 0), ("size", 1)]
        )
        database.execute(f"UPDATE original SET {column} = ? WHERE name = ?", (value, file.name))
    elif kind == "file":
        content = bytearray(file.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        overwrite(file, bytes(content[: chance.choice([len(content), -1, 0])]))
    else:
        witness = home / "originals" / NAME
        content = bytearray(witness.read_bytes())
        content[chance.randrange(len(content))] ^= 1
        witness.write_bytes(content)
    database.commit()
    database.close()
    return f"{kind} at {seq}"


@pytest.mark.parametrize("changes", [100, pytest.param(400, marks=pytest.mark.slow)])
def test_of_many_random_changes_every_one_is_found(sound, tmp_path, open_at, changes):
    chance = random.Random(2022)
    overlooked = []
    for number in range(changes):
        home = tmp_path / str(number)
        shutil.copytree(sound, home)
        done = mutate(home, chance)
        if not verify(home, open_at):
            overlooked.append(done)
        shutil.rmtree(home)
    assert overlooked == []


def test_a_sound_record_shows_no_break_however_often_it_is_asked(sound, open_at):
    assert [verify(sound, open_at) for _ in range(20)] == [()] * 20


def test_originals_lie_where_their_names_say(sound):
    names = [path.name for path in originals_of(sound)]
    assert len(names) == DOCUMENTS
    assert all(
        place_of(sound / "originals", name).stat().st_mode & 0o777 == 0o400 for name in names
    )
