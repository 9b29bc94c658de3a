"""The mappings that come with the program read the tables they are for, to the last row."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

import ingest
from graph.intake import State
from ingest.code import Code
from ingest.mapping_file import load_mapping, parse_mapping
from ingest.report import Refused
from ingest.shipped import shipped_mappings, templates
from tests.ingest.conftest import Home

ROOT = Path(ingest.__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"


def data(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is local data that is not shipped")
    return path


def claims(home: Home, prop: str):
    return [c for c in home.record.evidence().claims.values() if c.property == prop]


@pytest.mark.slow
def test_all_new_zealand_transfers_count(home: Home):
    path = data("nz-prison-transfers/inter-prison-transfers-original.csv")
    outcome = home.one(path)
    assert (outcome.counts.rows, outcome.counts.claimed_rows) == (27_780, 27_780)
    moved = claims(home, "moved")
    evidence = home.record.evidence()
    ends = Counter(
        tuple(evidence.subjects[c.role(role) or ""].key[0] for role in ("from", "to"))
        for c in moved
    )
    with path.open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(io.StringIO(opened.read().lstrip()))
        assert ends == Counter((row["From"], row["To"]) for row in rows)
    prisons = {s.id for s in evidence.subjects.values() if s.kind == "facility"}
    assert len(prisons) == 18
    assert len({c.subject for c in moved}) == 27_780
    assert all(c.role("who") is None for c in moved)


def test_new_zealand_prisons_are_keyed_as_the_transfers_are(home: Home):
    assert home.one(data("nz-prison-transfers/prison-locations.json")).counts.claimed_rows == 18
    keys = {s.key for s in home.record.evidence().subjects.values()}
    assert ("MECF",) in keys
    assert len(keys) == 18


def test_in_the_russian_list_crimea_is_ukraine_occupied(home: Home):
    outcome = home.one(data("ru-fsin/facilities_sheet0.csv"))
    assert (outcome.counts.rows, outcome.counts.claimed_rows) == (834, 834)
    said: dict[str, dict[str, str]] = {}
    for claim in home.record.evidence().claims.values():
        said.setdefault(claim.subject, {})[claim.property] = claim.value or ""
    crimea = [s for s in said.values() if "Крым" in s["address"] or "Донецк" in s["address"]]
    occupied = [s for s in crimea if s["country"] == "UA"]
    assert len(occupied) == 7
    assert {s["control"] for s in occupied} == {"occupied_UA"}
    assert {s.get("region") for s in occupied} == {"UA-43", "UA-14", None}
    assert sum(s.get("subordination") == "central" for s in said.values()) == 8
    assert sum("number" not in s for s in said.values()) == 25


def test_our_list_of_facilities_is_read_whole(home: Home):
    path = ROOT / "ingest" / "lists" / "facilities.csv"
    outcome = home.one(path)
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert outcome.counts.claimed_rows == len(rows)
    assert not outcome.findings
    keys = {s.key for s in home.record.evidence().subjects.values()}
    assert keys == {(row["id"],) for row in rows}
    marks = Counter(c.detail("mark") for c in claims(home, "alias"))
    seen = sum(bool(v) for r in rows for n in ("en", "uk", "ru") for v in r[f"seen_{n}"].split("|"))
    assert marks["S"] == seen
    numbers = {c.value: c for c in claims(home, "number")}
    assert (numbers["120"].detail("lineage") or "").startswith("https://")


def test_the_tables_of_the_sample_are_read_whole(home: Home):
    report = home.take(ROOT / "samples" / "tables", source=None)
    ends = {Path(o.file).name: o for o in report.outcomes}
    assert {o.state for o in report.outcomes} == {State.DONE}
    assert ends["official-list-2025-04.csv"].counts.claimed_rows == 22
    assert ends["transfers-ledger.xlsx"].counts.claimed_rows == 18
    assert not report.total("refused_rows")
    assert (len(claims(home, "held_at")), len(claims(home, "moved"))) == (21, 18)
    assert Counter(c.period.words for c in claims(home, "exchanged"))["13.09.2024"] == 4
    assert not [c for c in claims(home, "moved") if not c.period.words]


def test_templates_say_what_they_are_and_hold_no_data(home: Home):
    written = templates(home.folder)
    tables = [path for path in written if path.suffix == ".csv"]
    assert {path.stem for path in tables} == {
        "facilities",
        "persons",
        "stays",
        "transfers",
        "legal_events",
        "exchanges",
    }
    report = home.take()
    assert {o.state for o in report.outcomes} == {State.DONE}
    assert (report.total("rows"), report.total("skipped_rows")) == (6, 6)
    assert not home.record.evidence().claims


def test_templates_filled_in_give_their_claims(home: Home):
    templates(home.folder)
    for path in home.folder.glob("*.csv"):
        path.write_text(path.read_text().replace("EXAMPLE: ", ""))
    report = home.take()
    assert report.complete
    assert report.total("claimed_rows") == 6
    said = {c.property for c in home.record.evidence().claims.values()}
    assert {"moved", "held_at", "sentenced", "exchanged", "member_of", "facility_type"} <= said
    (moved,) = claims(home, "moved")
    assert moved.basis == "own_experience"
    assert moved.detail("lineage") == "https://example.org/interview"
    lifted = {d.target: d.value for d in home.record.evidence().decisions}
    assert lifted[moved.id] == "restricted"


def test_templates_are_never_overwritten(home: Home):
    (mine, *_) = templates(home.folder)
    mine.write_text("mine")
    assert templates(home.folder) == ()
    assert mine.read_text() == "mine"


def test_a_sealed_row_keeps_the_whole_table_out(home: Home):
    templates(home.folder)
    path = home.folder / "persons.csv"
    path.write_text(path.read_text().replace("EXAMPLE: ", "").replace("restricted", "sealed"))
    outcome = home.one(path)
    assert (outcome.state, outcome.code) == (State.REFUSED, Code.SEALED)
    assert not home.record.evidence().documents
    assert not list((home.folder.parent / "originals").rglob("??????????????????????????*"))


def test_every_shipped_mapping_has_a_name_of_its_own():
    files = list((ROOT / "ingest" / "mappings").glob("*.yaml"))
    assert len(shipped_mappings()) == len(files) >= 12


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("version: 1", "name"),
        ("name: m\nsubjects: {p: {kind: man}}", "p.kind"),
        ("name: m\nsubjects: {p: {kind: person, nick: x}}", "p"),
        ("name: m\nclaims: [{property: moved, roles: {who: nobody}}]", "moved"),
        ("name: m\nclaims: [{property: x, period: {at: d, format: soon}}]", "x.period.format"),
        ("name: m\nclaims: [{property: x, period: {from: d}}]", "x.period"),
        ("name: m\nsubjects: {p: {kind: person, name: a}}\nignore: [a]", "ignore"),
        ("name: m\ncolumns: [a]", "m"),
        ("name: m\nheader: first", "header"),
        ("name: m\nheader: 3-2", "header"),
        ("name: m\nsubjects: {p: {kind: person, name: {first: a}}}", "p.name"),
        ("name: m\nsubjects: {p: {kind: person, properties: {a: {vocabulary: v}}}}", "p.a"),
    ],
)
def test_what_means_nothing_in_a_mapping_is_an_error_with_its_place(written: str, field: str):
    with pytest.raises(Refused) as refused:
        parse_mapping(written, file="m.yaml")
    assert (refused.value.finding.code, refused.value.finding.field) == (
        Code.MAPPING_INVALID,
        field,
    )
    assert refused.value.finding.expected


def test_a_key_that_stands_twice_in_a_mapping_is_an_error(home: Home):
    path = home.write("m.yaml", "name: a\nversion: 1\nname: b\n")
    with pytest.raises(Refused) as refused:
        load_mapping(path)
    assert (refused.value.finding.code, refused.value.finding.field) == (Code.DUPLICATE_KEY, "name")
