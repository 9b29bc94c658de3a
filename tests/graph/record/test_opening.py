import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import graph.record
from graph.errors import InvalidValue, OtherSecret, RecordDamaged, RecordNewer, WrongHome
from graph.record import installation_secret, open_record
from graph.record.database import reading
from graph.record.tables import SCHEMA, metadata
from tests.graph.record.invented import SECRET, account


def test_what_keeps_evidence_safe_is_switched_on(record):
    with reading(record.engine) as connection:

        def said(pragma: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()

        assert said("journal_mode") == "wal"
        assert said("synchronous") == 2  # FULL
        assert said("foreign_keys") == 1
        assert said("secure_delete") == 1
        assert said("trusted_schema") == 0
        assert said("busy_timeout") == 30_000
    assert stat.S_IMODE(Path(record.engine.url.database).stat().st_mode) == 0o600


def test_the_migrations_make_the_tables_that_the_code_names(record):
    with reading(record.engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    config = Config()
    folder = Path(graph.record.__file__).with_name("migrations")
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]


def test_a_record_opened_again_is_the_same(tmp_path, open_at):
    first = open_at(tmp_path, kind="sample")
    content, batch = account(1)
    first.keep(content)
    head = first.append(batch)
    evidence = first.evidence()
    first.close()
    again = open_at(tmp_path)
    assert (again.kind, again.head(), again.evidence()) == ("sample", head, evidence)
    assert again.verify() == ()


def test_a_newer_schema_is_refused_and_left_alone(tmp_path, open_at):
    open_at(tmp_path).close()
    database = sqlite3.connect(tmp_path / "record.sqlite")
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    with pytest.raises(RecordNewer) as refused:
        open_at(tmp_path)
    assert (refused.value.found, refused.value.known) == ("9999", SCHEMA)


def test_a_file_that_is_no_record_is_refused(tmp_path, open_at):
    (tmp_path / "record.sqlite").write_bytes(b"a letter, and no database at all" * 100)
    with pytest.raises(RecordDamaged):
        open_at(tmp_path)
    (tmp_path / "record.sqlite").unlink()
    database = sqlite3.connect(tmp_path / "record.sqlite")
    database.execute("CREATE TABLE recipes (name)")
    database.close()
    with pytest.raises(RecordDamaged) as refused:
        open_at(tmp_path)
    assert "recipes" in refused.value.reason


@pytest.mark.parametrize(
    "url", ["", "record.sqlite", "sqlite://", "sqlite:///:memory:", "mysql://u:pw@h/d"]
)
def test_a_url_that_names_no_file_is_refused_without_its_password(tmp_path, url):
    with pytest.raises(InvalidValue) as refused:
        open_record(url, originals=tmp_path, secret=SECRET)
    assert "pw" not in refused.value.value


def test_another_secret_is_refused(tmp_path, open_at):
    open_at(tmp_path).close()
    with pytest.raises(OtherSecret):
        open_at(tmp_path, secret=b"another")


def test_invented_and_real_material_never_share_a_home(tmp_path, open_at):
    sample = open_at(tmp_path / "sample", kind="sample")
    real = open_at(tmp_path / "real")
    assert (sample.kind, real.kind) == ("sample", "real")
    sample.require(invented=True)
    real.require(invented=False)
    with pytest.raises(WrongHome):
        sample.require(invented=False)
    with pytest.raises(WrongHome):
        real.require(invented=True)
    with pytest.raises(WrongHome):
        open_at(tmp_path / "real", kind="sample")
    with pytest.raises(InvalidValue):
        open_at(tmp_path / "other", kind="both")
    assert open_at(tmp_path / "other").kind == "real"  # of the refused attempt nothing was left


def test_the_secret_is_made_once_for_the_owner_alone(tmp_path):
    home = tmp_path / "home"
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(installation_secret(home))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    assert len(found[0]) == 32
    assert stat.S_IMODE((home / "secret").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["secret"]
    assert installation_secret(tmp_path / "another") != found[0]
    (home / "secret").write_bytes(b"")
    with pytest.raises(RecordDamaged):
        installation_secret(home)


def test_processes_that_open_a_new_record_at_once_all_get_it(tmp_path):
    code = (
        "import sys; from pathlib import Path; from graph.record import open_record; "
        "home = Path(sys.argv[1]); "
        "r = open_record(f'sqlite:///{home}/record.sqlite', originals=home / 'o', secret=b's'); "
        "sys.exit(len(r.verify()))"
    )
    home = str(tmp_path / "home")
    children = [subprocess.Popen([sys.executable, "-c", code, home]) for _ in range(4)]
    assert [child.wait(60) for child in children] == [0, 0, 0, 0]
