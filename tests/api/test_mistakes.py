"""Typical mistakes at the terminal: what is wrong and what to do next, in words, no traceback."""

import errno
import re
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import click
import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

import visual
from api import commands as main_commands
from api.cli import main
from api.telling import told

SOURCE = "title: T\npublisher: P\nsource_type: news\nclearance: public\nlicence: none\n"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on a home of its own; `environ` are further settings."""

    def run(*words: str, **environ: str) -> Result:
        settings = {f"WHEREABOUTS_{name}": value for name, value in environ.items()}
        env = {"WHEREABOUTS_HOME": str(tmp_path / "home"), **settings}
        result = CliRunner().invoke(main, words, env=env)
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        assert "Traceback" not in result.output
        return result

    return run


@pytest.mark.parametrize(
    ("words", "environ", "says"),
    [
        (("ask", "find", "x"), {"LANGUAGE": "de"}, ("WHEREABOUTS_LANGUAGE", "de", "en, uk, ru")),
        (
            ("ask", "find", "x"),
            {"CLEARANCE": "secret"},
            ("WHEREABOUTS_CLEARANCE", "secret", "public, restricted, confidential"),
        ),
        (("serve",), {"PORT": "abc"}, ("WHEREABOUTS_PORT", "abc", "65535")),
        (("serve",), {"HOST": "192.0.2.1"}, ("WHEREABOUTS_HOST", "192.0.2.1", "127.0.0.1")),
        (("ask", "flows", "--since", "31.02.2022"), {}, ("31.02.2022", "2022-05")),
        (("ask", "facility", "Nowhere"), {}, ("Nowhere", "whereabouts ask find")),
        (("withdraw", "abc", "--why", "x"), {}, ("abc", "whereabouts acts")),
        (("ask", "find", "x"), {"RECORD_URL": "postgresql://x"}, ("postgresql", "sqlite:///")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_mistake_names_what_is_wrong_and_what_to_do(
    run: Run, words: tuple[str, ...], environ: dict[str, str], says: tuple[str, ...]
):
    result = run(*words, **environ)
    assert result.exit_code == 1
    assert all(said in result.output for said in says), result.output


@pytest.mark.parametrize(
    ("language", "asked", "next_"),
    [
        ("en", 'cannot be "media"', "Expected: "),
        ("uk", "не може мати значення «media»", "Очікується: "),
        ("ru", "не может иметь значение «media»", "Ожидается: "),
    ],
)
def test_a_source_file_that_cannot_be_is_told_by_file_and_field(
    run: Run, tmp_path: Path, language: str, asked: str, next_: str
):
    (tmp_path / "a.txt").write_text("Words.")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("source_type: media\n")
    result = run("ingest", str(tmp_path / "a.txt"), "--source", str(wrong), LANGUAGE=language)
    assert result.exit_code == 1
    assert f"{wrong}, source_type: " in result.output
    assert asked in result.output
    assert f"{next_}survivor_published" in result.output


def test_what_cannot_be_read_as_a_text_or_table_is_told_why(run: Run, tmp_path: Path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("publisher: [X\n")
    odd = tmp_path / "odd.zip"
    odd.write_bytes(b"PK")
    for words in (
        ("read", str(odd)),
        ("mapping", str(odd)),
        ("ingest", str(odd), "--source", str(broken)),
        ("ingest", str(odd), "--mapping", str(broken)),
    ):
        result = run(*words)
        named = str(odd if words[-1] == str(odd) else broken)
        assert result.exit_code == 1
        assert f"{named}" in result.output
        assert "fields of the error" not in result.output


def test_a_file_where_a_folder_is_wanted_is_told(run: Run, tmp_path: Path):
    (tmp_path / "file").write_text("x")
    result = run("template", str(tmp_path / "file"))
    assert result.exit_code == 1
    assert str(tmp_path / "file") in result.output
    home = run("ask", "find", "x", HOME=str(tmp_path / "file"))
    assert home.exit_code == 1
    assert "WHEREABOUTS_HOME" in home.output


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.EACCES, "may not read or write"), (errno.ENOSPC, "no space left")],
)
def test_what_the_system_refuses_is_told_with_its_file(number: int, says: str):
    said = told(OSError(number, "as the system says", "/there/file"), "en")
    assert says in said
    assert "/there/file" in said
    assert len(said.splitlines()) == 2
    assert told(OSError(number, "as", "/there/file"), "uk") != said


def test_a_port_that_is_taken_is_told_before_anything_is_done(run: Run):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = run("serve", PORT=port)
    assert result.exit_code == 1
    assert port in result.output
    assert "WHEREABOUTS_PORT=" in result.output
    assert "http://" not in result.output


def test_an_empty_record_tells_of_the_sample_and_only_that_one(run: Run, tmp_path: Path):
    asked = run("ask", "find", "Hai")
    assert "--sample" in asked.stderr
    assert "--sample" in run("ask", "person", "Hai").stderr
    answer = run("ask", "find", "Hai", "--json")
    assert answer.stdout.startswith("{")
    assert "--sample" not in run("ask", "find", "Hai", "--sample").stderr


def test_a_mistake_is_told_in_the_language_that_the_command_asked_for(run: Run):
    for language, says in (("uk", "Ніщо з доступного вам"), ("ru", "Ничто из доступного вам")):
        for words in (("ask", "facility", "Nowhere"), ("ask", "path", "Nowhere", "Nowhere")):
            assert says in run(*words, "--language", language).output
            assert says in run(*words, LANGUAGE=language).output
    assert (
        "Nothing that you may"
        in run("ask", "facility", "X", "--language", "en", LANGUAGE="uk").output
    )


REFUSED_BY_CLICK = (
    ("ask", "persn"),
    ("ask", "person"),
    ("--nope",),
    ("ask", "person", "x", "--nope"),
    ("ask", "person", "x", "--language", "de"),
    ("read", "nowhere.txt"),
    ("claim", "accept", "x"),
    ("judge", "maybe", "a", "b", "--why", "x"),
    ("judge", "same", "a", "b", "--why"),
    ("ask", "path", "a", "b", "c", "d"),
    ("ask", "path", "a", "b", "--max-hops", "x"),
    ("verify", "extra"),
    ("verify", "--sample=1"),
    ("ask", "codetention"),
    ("ask", "path", "x"),
)


@pytest.mark.parametrize("words", REFUSED_BY_CLICK, ids=" ".join)
def test_what_click_refuses_is_said_in_the_language_of_the_settings(
    run: Run, words: tuple[str, ...]
):
    english = run(*words).output
    assert "Error: " in english
    for language in ("uk", "ru"):
        result = run(*words, LANGUAGE=language)
        assert result.exit_code == 2
        prose = re.sub(r"'[^']*'|--?\w+|\[[^]]*]|\{[^}]*}|\([^)]*\)|\bx<=\S+", "", result.output)
        left = [w for w in re.findall(r"[a-z]{3,}", prose) if w not in {*words, "main"}]
        assert left == [], result.output
        for named in re.findall(r"'([^']*)'", english.split("Error: ")[1]):
            assert named in result.output


def _all(message: str | Sequence[str]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def test_the_words_of_click_are_compiled_as_they_are_written_and_are_used():
    sources = (Path(click.__file__).parent, Path(main_commands.__file__).parent)
    said = "".join(f.read_text("utf-8") for folder in sources for f in folder.glob("*.py"))
    said = re.sub(r'"\s+"', "", said)
    folders = list((Path(visual.__file__).parent / "languages" / "terminal").iterdir())
    assert {f.name for f in folders} == {"uk", "ru"}
    for folder in folders:
        with (folder / "LC_MESSAGES" / "messages.po").open("rb") as source:
            written = {_all(m.id): _all(m.string) for m in read_po(source) if m.id}
        with (folder / "LC_MESSAGES" / "messages.mo").open("rb") as compiled:
            assert {_all(m.id): _all(m.string) for m in read_mo(compiled) if m.id} == written
        for ids, strings in written.items():
            for one in ids:
                assert f'"{one}"'.replace("\n", "\\n").replace("\t", "\\t") in said
            fields = set(re.findall(r"\{\w+", " ".join(ids)))
            assert set(re.findall(r"\{\w+", " ".join(strings))) <= fields
