"""The record: everything that is known, appended and never overwritten."""

import secrets as random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, cast, get_args

from sqlalchemy import Connection, Engine, insert, select

from graph.document import Text
from graph.errors import InvalidValue, OtherSecret, WrongHome
from graph.evidence import Batch, Evidence
from graph.intake import Intake, IntakeKey, State
from graph.record import progress, read
from graph.record.append import append_batch
from graph.record.breaks import Break
from graph.record.chain import fingerprint, genesis, seal
from graph.record.database import migrate, open_engine, reading, writing
from graph.record.erase import erase_object
from graph.record.originals import Original, find_original, keep_original
from graph.record.tables import entry, head, meta
from graph.record.verify import verify_record
from graph.record.witness import Witness, read_witness, write_witness

HomeKind = Literal["real", "sample"]


@dataclass(frozen=True, slots=True)
class Record:
    """Documents, texts, claims, judgements and decisions, and the originals they rest on.

    Safe for several threads and several processes: who appends waits for the others, who reads
    waits for nobody. What a call has appended or kept is on disk when it returns.
    """

    engine: Engine
    originals: Path
    kind: HomeKind
    secret: bytes

    def append(
        self,
        batch: Batch,
        *,
        recorded_at: str | None = None,
        done: IntakeKey | None = None,
        refused_rows: int = 0,
    ) -> int:
        """Append what is new in a batch, and mark an intake as done with it; the new head.

        `refused_rows`: how many rows of that intake were not taken in.

        Raises:
            SealedRefused: a description is sealed, and there is no vault to put it in.
            DanglingReference: a value names another that is neither held nor in the batch.
            NotFound: the intake was never attempted.
        """
        at = now() if recorded_at is None else recorded_at
        with writing(self.engine) as connection:
            after = append_batch(connection, batch, recorded_at=at, secret=self.secret)
            if done is not None:
                progress.set_done(connection, done, refused_rows=refused_rows, at=at)
        self._witness()
        return after

    def head(self) -> int:
        """The number of the last entry; 0 of an empty record."""
        with reading(self.engine) as connection:
            return read.head_of(connection)

    def evidence(self, *, since: int | None = None) -> Evidence:
        """Everything that was appended (after the head `since`) and not erased.

        Texts come without their characters: `content` is empty. A reading goes on naming claims
        that were erased.
        """
        with reading(self.engine) as connection:
            values = read.values_after(connection, since or 0)
            return Evidence(
                documents={v.id: v for v in values["document"]},
                descriptions=tuple(values["description"]),
                texts={v.id: v for v in values["text"]},
                subjects={v.id: v for v in values["subject"]},
                claims={v.id: v for v in values["claim"]},
                readings=tuple(values["reading"]),
                judgements=tuple(values["judgement"]),
                decisions=tuple(values["decision"]),
                head=read.head_of(connection),
            )

    def changes(self, after_head: int) -> Batch:
        """What was appended after a head, for who follows the record; see also `erased`."""
        with reading(self.engine) as connection:
            values = read.values_after(connection, after_head)
        return Batch(
            documents=tuple(values["document"]),
            descriptions=tuple(values["description"]),
            texts=tuple(values["text"]),
            subjects=tuple(values["subject"]),
            claims=tuple(values["claim"]),
            readings=tuple(values["reading"]),
            judgements=tuple(values["judgement"]),
            decisions=tuple(values["decision"]),
        )

    def erased(self, after_head: int) -> tuple[str, ...]:
        """What was erased after a head: who holds copies drops them.

        Ids as they were; only of a document a keyed name, so that nobody learns what it was.
        """
        with reading(self.engine) as connection:
            return read.erased_after(connection, after_head)

    def text(self, text: str) -> Text:
        """A text with its characters.

        Raises:
            NotFound: there is none of that id, or it was erased.
        """
        with reading(self.engine) as connection:
            return read.text_of(connection, text)

    def texts_of(self, document: str) -> tuple[Text, ...]:
        """The texts of a document with their characters, in order of appending."""
        with reading(self.engine) as connection:
            return read.texts_of_document(connection, document)

    def keep(self, source: Path | bytes) -> Original:
        """Keep the bytes of a file, once; they are on disk and verified when this returns.

        Raises:
            InvalidValue: there are no bytes.
            WasErased: these bytes were erased and do not come back.
            OriginalDamaged: what was written is not what was read.
        """
        return keep_original(self.engine, self.originals, source, secret=self.secret)

    def original(self, sha256: str) -> Path:
        """Where the bytes of a document lie; read-only.

        Raises:
            NotFound: they are not kept.
        """
        return find_original(self.engine, self.originals, sha256)

    def attempt(self, key: IntakeKey, *, name: str) -> Intake:
        """Count an attempt before its work starts; a key that is done stays done."""
        with writing(self.engine) as connection:
            return progress.count_attempt(connection, key, name=name, at=now())

    def mark(self, key: IntakeKey, state: State, *, code: str | None = None) -> None:
        """Set the state of a key that was attempted.

        Raises:
            NotFound: it was not.
        """
        with writing(self.engine) as connection:
            progress.set_state(connection, key, state, code=code, at=now())

    def intake_state(self, key: IntakeKey) -> Intake | None:
        """The state of a key; None if it was never attempted."""
        with reading(self.engine) as connection:
            return progress.intake_of(connection, key)

    def intakes(self, *, state: State | None = None) -> tuple[Intake, ...]:
        """Every key in that state, or every key, by the time of its newest state."""
        with reading(self.engine) as connection:
            return progress.all_intake(connection, state=state)

    def verify(self) -> tuple[Break, ...]:
        """Everything found wrong with the record and the originals; empty if all holds.

        Files among the originals that no row knows are moved to quarantine.
        """
        return verify_record(self.engine, self.originals, self.secret)

    def erase(self, object_id: str, *, author: str, why: str) -> int:
        """Erase one value for good (of a document, its original too); the new head.

        The chain stays whole, and the same value offered again is passed over. Claims on an erased
        text or document are values of their own: who calls erases them too.

        Raises:
            NotFound: the record never held that id.
            InvalidValue: values of two kinds have that id.
            RecordBusy: it is erased, but a reader still holds old pages; erase again.
        """
        erase_object(
            self.engine,
            self.originals,
            object_id,
            author=author,
            why=why,
            at=now(),
            secret=self.secret,
        )
        self._witness()
        return self.head()

    def require(self, *, invented: bool) -> None:
        """Refuse real material in the sample's home, and invented material in a real one.

        Raises:
            WrongHome: it does not belong here.
        """
        if invented is not (self.kind == "sample"):
            raise WrongHome(home=self.kind)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def _witness(self) -> None:
        """Put the head in the second place; under the lock, so that it only moves on."""
        with writing(self.engine) as connection:
            seen = read_witness(self.originals, self.secret)
            now_at = connection.execute(select(head.c.seq, head.c.hash)).one()
            if seen is not None and seen.seq < now_at.seq and _on_chain(connection, seen):
                latest = Witness(seq=now_at.seq, hash=now_at.hash)
                write_witness(self.originals, self.secret, latest)


def open_record(
    url: str, *, originals: Path, secret: bytes, kind: HomeKind | None = None
) -> Record:
    """Open a record, made if missing and brought to the newest schema.

    `secret` is what its ids are keyed with. `kind` says what a new home is for (real material
    unless told otherwise); None takes an existing one as it is.

    Raises:
        InvalidValue: for a URL that names no SQLite file.
        RecordNewer: it was written by a newer version of this program.
        RecordDamaged: the file is no record.
        OtherSecret: it was made with another secret.
        WrongHome: it is for the other kind of material.
    """
    engine = open_engine(url)
    originals.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        return Record(engine, originals, _known(engine, originals, secret, kind), secret)
    except BaseException:
        engine.dispose()
        raise


def now() -> str:
    """This instant, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _known(engine: Engine, originals: Path, secret: bytes, kind: HomeKind | None) -> HomeKind:
    """What the record is for, after making or migrating it and comparing it with what is wanted."""
    with writing(engine) as connection:
        if migrate(connection):
            _begin(connection, originals, secret, kind or "real")
        said = dict(connection.execute(select(meta.c.name, meta.c.value)).all())
    if said["secret"] != fingerprint(secret):
        raise OtherSecret(record=engine.url.database or "")
    if kind is not None and said["kind"] != kind:
        raise WrongHome(home=said["kind"])
    return cast("HomeKind", said["kind"])


def _begin(connection: Connection, originals: Path, secret: bytes, kind: HomeKind) -> None:
    if kind not in get_args(HomeKind):
        raise InvalidValue(field="kind", value=kind, expected=" or ".join(get_args(HomeKind)))
    said = {"kind": kind, "record": random.token_hex(16), "secret": fingerprint(secret)}
    connection.execute(insert(meta), [{"name": n, "value": v} for n, v in said.items()])
    start = genesis(said)
    sealed = seal(secret, seq=0, last=start)
    connection.execute(insert(head).values(id=1, seq=0, hash=start, seal=sealed))
    write_witness(originals, secret, Witness(seq=0, hash=start))


def _on_chain(connection: Connection, seen: Witness) -> bool:
    if seen.seq == 0:
        said = dict(connection.execute(select(meta.c.name, meta.c.value)).all())
        return seen.hash == genesis(said)
    return seen.hash == connection.scalar(select(entry.c.hash).where(entry.c.seq == seen.seq))
