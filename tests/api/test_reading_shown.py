"""What a terminal shows of a text before anything is written down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

import nlp
from api.cli import main
from api.reading_shown import shown
from visual.words.catalogue import catalogue

TEXT = (
    "Invented for a test.\n\n"
    "Danylo Verbytskyi was held at Taganrog SIZO-2. On 12 September he was moved from Taganrog "
    "SIZO-2 to IK-10 in Mordovia.\n\n"
    "Two men were taken to SIZO-2.\n"
)
SOURCE = "title: Notes (invented)\nsource_type: news\npublished: 2023-10-01\nlanguage: en\n"


def lines(folder: Path, source: str | None, language: str = "en") -> list[str]:
    (folder / "a.txt").write_text(TEXT)
    if source is not None:
        (folder / "a.txt.source.yaml").write_text(source)
    return [click.unstyle(line) for line in shown(folder / "a.txt", language)]


def test_a_reading_uses_what_the_source_says(tmp_path: Path):
    told = lines(tmp_path, SOURCE)
    assert "published 2023-10-01" in told[0]
    assert "    when: 12 September = 2023-09-12" in told
    (tmp_path / "a.txt.source.yaml").unlink()
    told = lines(tmp_path, None)
    assert "nothing" in told[0]
    assert "    when: 12 September = no bounds" in told


def test_each_role_says_who_it_is_and_by_which_rule(tmp_path: Path):
    told = lines(tmp_path, SOURCE)
    (he,) = {line for line in told if line.startswith("    who: he")}
    assert "→ Danylo Verbytskyi (" in he
    assert "same-name/" in he
    assert any(
        line.startswith("  moved (asserted, told directly") and "rule frames-" in line
        for line in told
    )
    (origin,) = [line for line in told if line.startswith("    from: ")]
    assert "[ru-ros-sizo-2]" in origin


def test_a_facility_is_shown_with_the_listed_one_or_with_its_candidates(tmp_path: Path):
    told = lines(tmp_path, SOURCE)
    named = told[told.index("facilities named") :]
    at = named.index("  SIZO-2")
    assert named[at + 1].startswith("    not linked (several fit), may be: ")
    assert "Taganrog SIZO-2 [ru-ros-sizo-2]; " in named[at + 1]
    linked = named.index("  Taganrog SIZO-2")
    assert "[ru-ros-sizo-2] (by " in named[linked + 1]


def test_claims_stand_under_their_sentence_with_one_blank_line_between(tmp_path: Path):
    told = lines(tmp_path, SOURCE)
    sentences = [at for at, line in enumerate(told) if line.startswith("“")]
    assert len(sentences) == 3
    assert all(told[at - 1] == "" and told[at - 2] != "" for at in sentences)
    assert all(told[at + 1].startswith("  ") for at in sentences)


def test_colours_are_for_a_terminal_only(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT)
    read = CliRunner().invoke(main, ["read", str(tmp_path / "a.txt")])
    assert read.exit_code == 0
    assert "\x1b" not in read.output
    coloured = CliRunner().invoke(main, ["read", str(tmp_path / "a.txt")], color=True)
    assert "\x1b[" in coloured.output


def _reasons() -> Iterator[str]:
    """What the rules of `nlp` write as the reason of a join."""
    for file in Path(nlp.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            said: list[ast.expr] = []
            if isinstance(node, ast.keyword) and node.arg == "why":
                said = [node.value]
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_link":
                said = node.args[2:]
            elif isinstance(node, ast.Assign) and "why" in ast.unparse(node.targets[0]):
                said = getattr(node.value, "elts", [node.value])
            yield from (s.value for s in said if isinstance(s, ast.Constant) and s.value)


def test_every_reason_of_a_join_is_worded_as_it_was_written():
    written = set(_reasons())
    assert len(written) >= 13
    keys = {why: f"read.because.{'_'.join(why.split())}" for why in written}
    assert {why for why, key in keys.items() if key not in catalogue()} == set()
    assert all(catalogue()[key]["en"] == why for why, key in keys.items())


def test_it_is_in_the_language_of_its_reader(tmp_path: Path):
    told = {lang: "\n".join(lines(tmp_path, SOURCE, lang)) for lang in ("en", "uk", "ru")}
    assert "етапування [moved] (заявлено, безпосереднє повідомлення, правило frames-" in told["uk"]
    assert "этапирование [moved] (заявлено, непосредственное сообщение" in told["ru"]
    assert "СІЗО № 2, Таганрог [ru-ros-sizo-2]" in told["uk"]
    assert "вид джерела: новини" in told["uk"]
    assert "[установа: Taganrog SIZO-2]" in told["uk"]
    assert "he → Danylo Verbytskyi (одна особа перед ним узгоджується в роді; same-" in told["uk"]
    assert "he → Danylo Verbytskyi (одно лицо перед ним согласуется в роде; same-" in told["ru"]
    assert len({len(t.splitlines()) for t in told.values()}) == 1
    asked = CliRunner().invoke(main, ["read", str(tmp_path / "a.txt"), "--language", "uk"])
    assert asked.output.strip() == click.unstyle(told["uk"]).strip()
    environ = {"WHEREABOUTS_LANGUAGE": "ru"}
    by_setting = CliRunner().invoke(main, ["read", str(tmp_path / "a.txt")], env=environ)
    assert by_setting.output.strip() == click.unstyle(told["ru"]).strip()
