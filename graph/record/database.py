"""Opens the database of the record: SQLite with what keeps evidence safe, at the newest schema."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from graph.errors import InvalidValue, RecordBusy, RecordDamaged, RecordFailed, RecordNewer
from graph.record.tables import SCHEMA

_WAIT_SECONDS = 30
_EXPECTED = "sqlite:///FILE"
# FULL syncs at each commit: with NORMAL, what was acknowledged dies with the power.
_PRAGMAS = (
    f"busy_timeout = {_WAIT_SECONDS * 1000}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


def open_engine(url: str) -> Engine:
    """The engine for a record at that URL; its file is made, for the owner alone, if missing.

    Raises:
        InvalidValue: for a URL that names no SQLite file.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise InvalidValue(field="record URL", value=url, expected=_EXPECTED) from None
    if parsed.get_backend_name() != "sqlite" or not parsed.database or ":" in parsed.database[:1]:
        shown = parsed.render_as_string(hide_password=True)
        raise InvalidValue(field="record URL", value=shown, expected=_EXPECTED)
    file = Path(parsed.database)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    engine = create_engine(parsed, connect_args={"timeout": _WAIT_SECONDS}, max_overflow=-1)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says so
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the record throughout."""
    with _named_troubles(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that alone may write; committed and on disk when the block ends.

    Raises:
        RecordBusy: another process wrote all the while.
    """
    with _named_troubles(), engine.connect() as bare:
        connection = bare.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def _named_troubles() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        cause = error.orig
        number = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if number in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise RecordBusy(reason=str(cause)) from error
        if number in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise RecordDamaged(reason=str(cause)) from error
        if isinstance(error, OperationalError):  # disk full, read-only, no such table …
            raise RecordFailed(reason=str(cause)) from error
        raise


def damage(connection: Connection) -> Iterator[str]:
    """What the database finds wrong with its own pages and indexes."""
    said = connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars()
    yield from (line for line in said if line != "ok")


def drop_old_pages(engine: Engine) -> None:
    """Empty the write-ahead log, so that no file holds what was overwritten or erased.

    Raises:
        RecordBusy: a reader still needs old pages.
    """
    with _named_troubles(), engine.connect() as connection:
        bare = connection.connection.driver_connection
        busy = bare is not None and bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise RecordBusy(reason="a reader still holds old pages of the write-ahead log")


def migrate(connection: Connection) -> bool:
    """Bring the schema to the newest revision; whether the record was new.

    Raises:
        RecordNewer: the record's revision is none that this program knows.
        RecordDamaged: the file is no record.
    """
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables and tables:
        raise RecordDamaged(reason=f"a database with other tables: {', '.join(sorted(tables))}")
    found = connection.scalar(text("SELECT version_num FROM alembic_version")) if tables else None
    if found == SCHEMA:
        return False
    _run_alembic(connection, found)
    return not tables


def _run_alembic(connection: Connection, found: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise RecordNewer(found=found, known=SCHEMA)
    config.attributes["connection"] = connection
    command.upgrade(config, SCHEMA)
