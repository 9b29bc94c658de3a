"""The schema holds every code that the program uses, in words, and refuses what means nothing."""

import shutil
import subprocess
import sys
from enum import Enum
from pathlib import Path

import pytest

from graph.answer.company import Together
from graph.answer.lookup import Tie
from graph.answer.path import Lack
from graph.answer.terms import Assumption
from graph.claim import Kind, Polarity, Told
from graph.clearance import Clearance
from graph.decision import Act
from graph.errors import InvalidValue
from graph.event import ContradictionType, HopKind
from graph.fold.contradictions import ONE_VALUED
from graph.fold.events import EVENTS, LEGAL
from graph.grade import INTERESTED, WEAK_BASES, Grade
from graph.intake import State
from graph.judgement import Verdict
from graph.period import Aspect, Certainty, Precision
from graph.questions.find import NAMES
from graph.questions.relation import KIN
from graph.schema import schema
from graph.schema.model import FOLDER, load
from ingest.mapping_file import load_mapping

ENUMS: dict[str, type[Enum]] = {
    "kind": Kind,
    "polarity": Polarity,
    "told": Told,
    "grade": Grade,
    "date_precision": Precision,
    "aspect": Aspect,
    "verdict": Verdict,
    "act": Act,
    "hop_kind": HopKind,
    "contradiction_type": ContradictionType,
    "tie": Tie,
    "together": Together,
    "lack": Lack,
    "assumption": Assumption,
    "intake_state": State,
}
MAPPINGS = sorted((Path(__file__).parents[3] / "ingest" / "mappings").glob("*.yaml"))


@pytest.mark.parametrize("name", ENUMS)
def test_a_vocabulary_is_its_enum_code_for_code(name: str) -> None:
    assert set(schema().vocabularies[name].values) == {m.value for m in ENUMS[name]}


def test_clearances_and_certainties_have_words_and_the_open_order_has_one_too() -> None:
    words = schema().vocabularies
    assert set(words["clearance"].values) == {c.word for c in Clearance}
    assert set(words["certainty"].values) == {*(c.value for c in Certainty), "undetermined"}


def test_events_of_the_fold_are_the_properties_that_make_events() -> None:
    made = {n: p.makes for n, p in schema().properties.items()}
    assert {n for n, m in made.items() if m == "legal_event"} == LEGAL
    assert {n for n, m in made.items() if m == "event"} == EVENTS - LEGAL
    assert set(schema().vocabularies["event_type"].values) == EVENTS


def test_what_questions_and_grades_rely_on_is_stated() -> None:
    known = schema()
    assert {n for n, p in known.properties.items() if p.one_value} == ONE_VALUED
    assert set(known.properties) >= {*NAMES, *KIN}
    assert set(known.vocabularies["basis"].values) >= WEAK_BASES
    assert set(known.vocabularies["source_type"].values) >= INTERESTED


@pytest.mark.parametrize("file", MAPPINGS, ids=lambda f: f.stem)
def test_every_shipped_mapping_speaks_of_what_the_schema_knows(file: Path) -> None:
    known, mapping = schema(), load_mapping(file)
    said = [*mapping.said, *(claim for thing in mapping.things for claim in thing.said)]
    for claim in said:
        cell = claim.property
        names = [cell.constant] if cell.constant else [*(cell.values or {}).values()]
        assert set(names) <= set(known.properties), names
        assert {name for name, _ in claim.details} <= set(known.vocabularies["detail"].values)
        for name in names:
            stated = known.properties[str(name)]
            allowed = set(stated.roles) or {"of"}
            if claim.roles and len(names) == 1:
                assert {role for role, _ in claim.roles} <= allowed, name
            coded = known.vocabularies.get(stated.vocabulary or "")
            if coded is not None and claim.value is not None and claim.value.values:
                assert set(claim.value.values.values()) - {""} <= set(coded.values), name


def test_traps_of_the_trade_are_kept_apart() -> None:
    words = schema().vocabularies
    for language in ("en", "uk", "ru"):
        ended = words["event_type"].values
        assert ended["released"].label[language] != ended["exchanged"].label[language]
        assert "напевно" not in words["certainty"].values["certain"].label[language]
    types = words["facility_type"].values
    assert "ВК" in types["ik"].label["uk"]  # an adult colony in Ukrainian
    assert "ВК" in types["vk_juv"].label["ru"]  # a juvenile one in Russian


def test_nothing_is_read_when_the_schema_is_imported() -> None:
    asked = "import graph.schema as s; print(s.schema.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize(
    ("file", "change", "named", "expected"),
    [
        ("types/stay", ("ru: пребывание}", "}"), "types/stay.yaml: label", "en, uk, ru"),
        ("types/stay", ("says:", "sais:"), "types/stay.yaml: says", "words"),
        ("types/stay", ("name: stay", "name: stays"), "types/stay.yaml: name", "stay"),
        ("types/stay", ("says:", "colour: red\nsays:"), "stay.yaml: colour", "no such key"),
        ("properties/moved", ("  from:", "  origin:"), "moved.yaml: roles", "role.yaml"),
        ("properties/region", ("y: region", "y: oblast"), "region.yaml: voc", "vocabularies/"),
        ("properties/number", ("holds: text", "holds: digits"), "number.yaml: holds", "text"),
        ("vocabularies/told", ("hearsay:", "no:"), "told.yaml: values.False", "quotes"),
        (
            "vocabularies/grade",
            ("established: {", "established: {red: 1, "),
            "established",
            "label",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_file_key_and_expectation(
    tmp_path: Path, file: str, change: tuple[str, str], named: str, expected: str
) -> None:
    old, new = change
    shutil.copytree(FOLDER, tmp_path / "schema")
    wrong = tmp_path / "schema" / f"{file}.yaml"
    written = wrong.read_text("utf-8")
    assert old in written
    wrong.write_text(written.replace(old, new, 1), "utf-8")
    with pytest.raises(InvalidValue) as caught:
        load(tmp_path / "schema")
    assert named in caught.value.field
    assert expected in caught.value.expected
