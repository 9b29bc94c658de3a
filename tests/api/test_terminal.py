"""The terminal by itself: acts and their undoing, files, and mistakes told in words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from api.cli import main
from api.settings import from_environment
from api.wiring import open_workspace
from graph.errors import EmbeddedServerMissing
from tests.api.served import as_batch, two_prisoners
from tests.conftest import missing

NOTE = "Petro Zhuk was held at Taganrog SIZO-2 in June 2022"


@dataclass(frozen=True, kw_only=True)
class Terminal:
    """Runs commands on the home of an invented story, whose graph server is kept running."""

    environ: dict[str, str]

    def run(self, *words: str) -> Result:
        """What a command gives; it ends by itself, never by a traceback."""
        result = CliRunner().invoke(main, [*words, "--sample"], env=self.environ)
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        assert "Traceback" not in result.output
        return result

    def told(self, *words: str) -> str:
        """What a command prints that succeeds."""
        result = self.run(*words)
        assert result.exit_code == 0, result.output
        return result.output

    def ask(self, *words: str) -> Any:
        """The answer to a question."""
        return json.loads(self.told("ask", *words, "--json"))

    def act(self, *words: str) -> str:
        """The id of an act."""
        return self.told(*words, "--why", "for the test").strip().splitlines()[-1]


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    environ = {
        "WHEREABOUTS_HOME": str(tmp_path_factory.mktemp("home")),
        "WHEREABOUTS_CLEARANCE": "restricted",
        "WHEREABOUTS_AUTHOR": "an analyst",
    }
    story = two_prisoners()
    story.document(NOTE, language="en", invented=True)
    with open_workspace(from_environment(environ), sample=True) as workspace:
        for described in story.descriptions:
            workspace.record.keep((described.title or "").encode())
        try:
            workspace.append(as_batch(story))
        except EmbeddedServerMissing as error:
            missing(f"the embedded graph server for {error.platform}")
        yield Terminal(environ=environ)


def uid(terminal: Terminal, name: str) -> str:
    (found,) = terminal.ask("find", name)["candidates"]
    return str(found["entity"]["id"])


def exchange(terminal: Terminal) -> list[str]:
    events = terminal.ask("events", "--type", "exchanged")["events"]
    return [e["event"]["support"]["claims"][0] for e in events]


def people(terminal: Terminal) -> set[str]:
    found = terminal.ask("codetention", "--facility", "Mordovia IK-10")["pairs"]
    return {p[side]["id"] for p in found for side in ("one", "other")}


def document(terminal: Terminal, title: str) -> str:
    with open_workspace(from_environment(terminal.environ), sample=True) as workspace:
        known = workspace.knowledge()
        (found,) = (d.document for d in known.evidence.descriptions if d.title == title)
        return workspace.outward(known)(found)


def test_find_says_what_a_name_may_mean(terminal: Terminal) -> None:
    assert uid(terminal, "Oles Hai") in terminal.told("ask", "find", "Олесь Гай")


def test_a_name_that_several_bear_ends_with_three_and_the_candidates(terminal: Terminal) -> None:
    asked = terminal.run("ask", "facility", "SIZO-2")
    assert asked.exit_code == 3
    assert "Taganrog SIZO-2" in asked.output
    as_json = terminal.run("ask", "facility", "SIZO-2", "--json")
    assert as_json.exit_code == 3
    labels = [c["label"] for c in json.loads(as_json.output)["candidates"]]
    assert labels == ["Taganrog SIZO-2"]


def test_two_are_judged_the_same_and_parted_again(terminal: Terminal) -> None:
    both = people(terminal)
    assert len(both) == 2
    made = terminal.act("judge", "same", *sorted(both))
    assert people(terminal) == set()
    terminal.act("withdraw", made)
    assert people(terminal) == both


def test_two_are_judged_by_names_that_fit_one_alone(terminal: Terminal) -> None:
    made = terminal.act("judge", "unsure", "Oles Hai", "Вербицький Данило")
    again = terminal.run("judge", "unsure", "SIZO-2", "Taganrog SIZO-2", "--why", "x")
    assert again.exit_code == 3
    assert "Taganrog SIZO-2" in again.output
    undone = terminal.act("withdraw", made)
    acts = terminal.told("acts")
    assert terminal.act("withdraw", made) == undone  # undone already: nothing is written
    assert terminal.told("acts") == acts


def test_who_is_asked_about_as_what_it_is_not_is_shown_as_what_it_is(terminal: Terminal) -> None:
    asked = terminal.run("ask", "person", "Mordovia IK-10")
    assert asked.exit_code == 3
    assert "Mordovia IK-10" in asked.output
    assert "whereabouts ask facility NAME" in asked.output
    other = terminal.run("ask", "facility", "Oles Hai", "--language", "uk")
    assert "whereabouts ask person ІМ’Я" in other.output


def test_a_claim_is_rejected_accepted_and_neither_again(terminal: Terminal) -> None:
    (claim,) = exchange(terminal)
    rejected = terminal.act("claim", "reject", claim)
    assert exchange(terminal) == []
    terminal.act("withdraw", rejected)
    terminal.act("claim", "accept", claim)
    assert exchange(terminal) == [claim]


def test_a_claim_is_added_and_corrected_word_for_word(terminal: Terminal) -> None:
    assert terminal.run("ask", "find", "Petro Zhuk").exit_code == 0
    note = document(terminal, NOTE)
    said = ("--role", "who=person:Petro Zhuk", "--role", "at=facility:Taganrog SIZO-2")
    quote = ("--quote", NOTE, "--says", "held_at")
    undone = terminal.act("claim", "add", note, *quote, *said, "--when", "2022-05")
    assert terminal.run("ask", "person", "Petro Zhuk").exit_code == 0
    terminal.act("withdraw", undone)
    assert terminal.run("ask", "person", "Petro Zhuk").exit_code == 1
    terminal.act("claim", "add", note, *quote, *said, "--when", "2022-06")
    answer = terminal.ask("person", "Petro Zhuk")
    (stay,) = answer["itinerary"]["stays"]
    assert stay["stated"][0]["start"]["latest"] == "2022-06-30"
    (claim,) = stay["support"]["claims"]
    made = terminal.act("claim", "correct", claim, *quote, *said, "--when", "2022-07")
    (stay,) = terminal.ask("person", "Petro Zhuk")["itinerary"]["stays"]
    assert stay["stated"][0]["start"]["latest"] == "2022-07-31"
    terminal.act("withdraw", made)
    (stay,) = terminal.ask("person", "Petro Zhuk")["itinerary"]["stays"]
    assert stay["stated"][0]["start"]["latest"] == "2022-06-30"
    wrong = terminal.run(
        "claim", "add", note, "--quote", "not there", "--says", "held_at", "--why", "x"
    )
    assert wrong.exit_code == 1


def test_a_retracted_document_counts_no_longer(terminal: Terminal) -> None:
    before = exchange(terminal)
    made = terminal.act("retract", document(terminal, "official list"))
    assert exchange(terminal) == []
    terminal.act("withdraw", made)
    assert exchange(terminal) == before


def test_a_protected_person_leaves_the_public_view(terminal: Terminal) -> None:
    public = Terminal(environ={**terminal.environ, "WHEREABOUTS_CLEARANCE": "public"})
    assert public.run("ask", "person", "Вербицький Данило").exit_code == 0
    made = terminal.act("decide", "protect", uid(terminal, "Вербицький Данило"), "restricted")
    hidden = public.run("ask", "person", "Вербицький Данило")
    assert hidden.exit_code == 1
    assert terminal.run("ask", "person", "Вербицький Данило").exit_code == 0
    terminal.act("withdraw", made)
    assert public.run("ask", "person", "Вербицький Данило").exit_code == 0


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("network", "<!doctype html>"),
        ("gexf", "<?xml "),
        ("graphml", "<?xml "),
        ("csv", "id,source,"),
    ],
)
def test_the_network_is_written_in_every_form(
    terminal: Terminal, tmp_path: Path, form: str, beginning: str
) -> None:
    file = tmp_path / "network"
    terminal.told("export", form, "--people", "--to", str(file))
    written = file.read_text("utf-8")
    assert written.lower().startswith(beginning.lower()), written[:40]
    assert "Taganrog SIZO-2" in written


def test_the_record_is_whole_and_the_graph_is_made_again(terminal: Terminal) -> None:
    assert terminal.told("verify").startswith("The record is whole: ")
    first, second = (terminal.told("rebuild").split(" rows")[0] for _ in range(2))
    assert first == second
    assert int(first) > 20


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ask", "person", "Nobody Atall"), "Nobody Atall"),
        (("judge", "same", "0" * 24, "1" * 24, "--why", "x"), "0" * 24),
        (("claim", "accept", "0" * 24, "--why", "x"), "0" * 24),
        (("retract", "0" * 24, "--why", "x"), "0" * 24),
        (("withdraw", "0" * 24, "--why", "x"), "0" * 24),
        (("ask", "flows", "--since", "31.02.2022"), "31.02.2022"),
        (("export", "csv", "--around", "Nobody Atall"), "Nobody Atall"),
    ],
)
def test_a_mistake_is_told_in_words_with_what_to_do(
    terminal: Terminal, words: tuple[str, ...], says: str
) -> None:
    result = terminal.run(*words)
    assert result.exit_code == 1
    assert says in result.output
    assert len(result.output.strip().splitlines()) >= 2  # what went wrong, what to do


@pytest.mark.parametrize(
    "words",
    [("judge", "perhaps", "a", "b"), ("claim", "accept", "a"), ("ask", "path", "Taganrog SIZO-2")],
)
def test_a_command_that_cannot_be_read_is_told_how_to_write_it(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    result = terminal.run(*words)
    assert result.exit_code == 2
    assert "Usage:" in result.output
