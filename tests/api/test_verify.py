"""What `verify` finds, as whoever runs it reads it; the story is invented."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli import main
from api.settings import from_environment
from api.wiring import open_workspace
from graph.clearance import Clearance
from graph.record.breaks import Breach
from tests.api.served import as_batch, two_prisoners
from visual.words import language
from visual.words.breaks import MOST_OF_A_KIND, breaks_in_words

LANGUAGES = ("en", "uk", "ru")
CLEARANCES = ("restricted", "public")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    story = two_prisoners()
    with open_workspace(from_environment({"WHEREABOUTS_HOME": str(home)}), sample=True) as at:
        for described in story.descriptions:
            at.record.keep(described.title.encode())
        at.record.append(as_batch(story))
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "home"))


def verify(home: Path, code: str = "en", clearance: str = "restricted") -> Result:
    environ = {
        "WHEREABOUTS_HOME": str(home),
        "WHEREABOUTS_LANGUAGE": code,
        "WHEREABOUTS_CLEARANCE": clearance,
    }
    return CliRunner().invoke(main, ["verify", "--sample"], env=environ)


def originals(home: Path) -> list[Path]:
    found = (home / "sample" / "originals").rglob("*")
    return sorted(p for p in found if p.is_file() and p.name != "head.json")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_whole_record_is_called_whole(home: Path, code: str) -> None:
    result = verify(home, code)
    assert result.exit_code == 0, result.output
    (line,) = result.output.splitlines()  # without a count: that would count what is hidden
    assert line == language(code).t("break.whole")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_changed_entry_is_told_by_number_with_what_to_do(home: Path, code: str) -> None:
    database = sqlite3.connect(home / "sample" / "record.db")
    database.execute("UPDATE entry SET payload = zeroblob(16) WHERE seq = 7")
    database.commit()
    (inner,) = database.execute("SELECT object_id FROM entry WHERE seq = 7").fetchone()
    database.close()
    result = verify(home, code)
    assert result.exit_code == 1
    words = language(code)
    assert words.t("break.payload.title") in result.output
    assert words.t("break.payload.next") in result.output
    assert words.t("break.entry", it=7) in result.output
    assert inner not in result.output
    assert "Break(" not in result.output


def test_a_lost_original_is_told_by_the_title_of_its_document(home: Path) -> None:
    originals(home)[0].unlink()
    result = verify(home)
    assert result.exit_code == 1
    assert "The record is not whole: 1 thing is wrong." in result.output
    (line,) = [line for line in result.output.splitlines() if line.startswith("  – ")]
    assert any(d.title in line for d in two_prisoners().descriptions)


def test_no_title_is_told_to_whom_the_document_is_closed(home: Path) -> None:
    for lost in originals(home):
        lost.unlink()
    told = {clearance: verify(home, clearance=clearance).output for clearance in CLEARANCES}
    titles = {d.title: d.clearance for d in two_prisoners().descriptions if d.title}
    closed = [title for title, high in titles.items() if high is not Clearance.PUBLIC]
    assert closed
    assert all(title in told["restricted"] for title in closed)
    assert not any(title in told["public"] for title in closed)


def test_a_file_that_belongs_to_nothing_is_named(home: Path) -> None:
    stray = originals(home)[0].with_name("stray.pdf")
    stray.write_bytes(b"left here by hand")
    result = verify(home)
    assert "stray.pdf" in result.output
    assert "whereabouts ingest FILE" in result.output


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("breach", list(Breach))
def test_every_kind_of_break_has_its_words(breach: Breach, code: str) -> None:
    said = breaks_in_words({breach.value: [(3, "")]}, code)
    assert len(said) == 5
    assert not any("{" in line for line in said)


def test_very_many_of_a_kind_are_counted() -> None:
    said = breaks_in_words({"payload": [(n, "") for n in range(50)]}, "en")
    assert sum(line.startswith("  – ") for line in said) == MOST_OF_A_KIND
    assert "  … and 30 more of this kind" in said
