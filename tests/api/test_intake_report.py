"""The report of an ingest, in three languages, with what to do about what it lacks."""

import re
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from api import intake_report
from api.cli import main
from api.intake_report import asked_for, report_lines
from api.settings import LANGUAGES
from graph.clearance import Clearance
from graph.document import Document
from graph.intake import State
from graph.scribe import Scribe
from ingest.code import Code
from ingest.report import Counts, Finding, Outcome, Report
from ingest.source import REQUIRED, codes_of, describe, missing, read_source

TABLE = Outcome(
    file="t.csv",
    state=State.DONE,
    counts=Counts(rows=9, claimed_rows=6, refused_rows=2, skipped_rows=1, claims=1234),
    ignored_columns=("зріст",),
    findings=(
        Finding(code=Code.DATE_INVALID, file="t.csv", row=4, field="дата", value="31.02.2022"),
    ),
    more={Code.DATE_INVALID: 3},
)
LACKING = Outcome(
    file="a.txt",
    state=State.NEEDS,
    code=Code.SOURCE_INCOMPLETE,
    findings=(Finding(code=Code.SOURCE_INCOMPLETE, file="a.txt", field="publisher"),),
)
PASSED = tuple(
    Finding(code=code, file=name, field=f"{name}.source.yaml")
    for code, name in (
        (Code.READ_ME, "README.md"),
        (Code.DESCRIBES_OTHERS, "a.yaml"),
        (Code.DESCRIBES_OTHERS, "b.yaml"),
    )
)
REPORT = Report(outcomes=(TABLE, LACKING), passed_over=PASSED)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "Files: 2 (read in: 1, waits for somebody: 1).",
                "row 4",
                "2 files that describe",
                "\nWAITS FOR SOMEBODY ",
            ),
        ),
        (
            "uk",
            (
                "Файли: 2 (прийнято: 1, чекає на людину: 1).",
                "рядок 4",
                "Пропущено 2 файли",
                "\nЧЕКАЄ НА ЛЮДИНУ ",
            ),
        ),
        (
            "ru",
            (
                "Файлы: 2 (принято: 1, ждёт человека: 1).",
                "строка 4",
                "Пропущено 2 файла",
                "\nЖДЁТ ЧЕЛОВЕКА ",
            ),
        ),
    ],
)
def test_the_report_is_in_the_language_asked_for(language: str, words: tuple[str, ...]):
    told = "\n".join(report_lines(REPORT, language))
    assert all(said in told for said in words)
    assert "зріст" in told
    assert "README.md: " in told
    assert "README.md.source.yaml" in told
    assert re.search(r"\b1.?234\b", told)
    if language != "en":
        english = set(re.findall(r"[a-z]{4,}", "\n".join(report_lines(REPORT, "en"))))
        known = {"README", "source", "yaml", "whereabouts", *"none asked invented".split()}
        shown = "\n".join(line for line in told.splitlines() if not line.startswith("  "))
        assert set(re.findall(r"[a-z]{4,}", shown)) & english <= known | {"title", "publisher"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lacking_source_ends_in_an_example_that_can_be_copied(language: str, tmp_path: Path):
    told = list(report_lines(REPORT, language))
    example = [line.removeprefix("  ") for line in told if line.startswith("  ")]
    path = tmp_path / "source.yaml"
    path.write_text("\n".join(example))
    known = dict(read_source(path)[0])
    assert not missing(known)
    document = Document(id="0" * 64, size=1, media_type="text/plain")
    said = describe(known, document, scribe=Scribe(b"a secret"))
    assert said.clearance is Clearance.RESTRICTED
    (types,) = [line for line in example if line.startswith("source_type: ")]
    assert all(code in types for code in codes_of("source_type"))
    (clearances,) = [line for line in example if line.startswith("clearance: ")]
    assert clearances.endswith("public, restricted, confidential")
    assert set(yaml.safe_load("\n".join(example))) >= set(REQUIRED)


def test_no_example_is_shown_where_nothing_is_lacking():
    told = list(report_lines(Report(outcomes=(TABLE,)), "en"))
    assert not [line for line in told if line.startswith("  ")]


def test_the_option_outranks_the_environment(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "README.md").write_text("What this folder holds.")
    env = {"WHEREABOUTS_HOME": str(tmp_path / "home"), "WHEREABOUTS_LANGUAGE": "ru"}
    arguments = ["ingest", str(tmp_path / "in"), "--language", "uk"]
    said = CliRunner().invoke(main, arguments, env=env)
    assert said.exit_code == 0, said.output
    assert "Жодного файла" in said.output
    assert "README.md.source.yaml" in said.output


def test_what_is_lacking_is_asked_for_once_with_the_codes_to_choose_from(
    tmp_path: Path, monkeypatch
):
    for name in ("a.txt", "b.txt", "README.md"):
        (tmp_path / name).write_text("Invented.")
    (tmp_path / "source.yaml").write_text("publisher: Nobody (invented)")
    monkeypatch.setattr(intake_report.sys.stdin, "isatty", lambda: True, raising=False)
    asked: list[tuple[str, object]] = []

    def prompt(field: str, *, type: object, err: bool) -> str:  # noqa: A002
        asked.append((field.strip(), type))
        return "x"

    monkeypatch.setattr(click, "prompt", prompt)
    assert set(asked_for([tmp_path], {}, "uk")) == {"title", "source_type", "clearance", "licence"}
    choices = {field: kind.choices for field, kind in asked if isinstance(kind, click.Choice)}
    assert tuple(choices["clearance"]) == ("public", "restricted", "confidential")
    assert "ngo_report" in choices["source_type"]
