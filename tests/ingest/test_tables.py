"""A table gives one text line and the declared claims a row, verbatim and in order."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.edtf import parse_edtf
from graph.period import Aspect, Period, iso
from graph.scribe import Scribe
from ingest.code import Code
from ingest.findings import Findings
from ingest.mapping_file import parse_mapping
from ingest.table_reading import Link, line_of, read_table
from ingest.tables.sheet import Row
from tests.ingest.conftest import SECRET, Home

TRANSFERS = """
name: moves
version: 1
subjects:
  person: {kind: person, key: id, name: who}
  group: {kind: group, unless: who, properties: {size_least: {column: size, whole: true}}}
  origin: {kind: facility, shared: prison, key: from, name: from}
  destination: {kind: facility, shared: prison, key: to, name: to}
claims:
  - property: moved
    roles: {who: person | group, from: origin, to: destination}
    details: {mode: {column: by, values: {bus: bus, air*: plane}}}
    period: {from: left, to: came, format: day-first, else: {at: told, format: words}}
"""
HEADER = ("id", "who", "size", "from", "to", "by", "left", "came", "told")
MAPPING = parse_mapping(TRANSFERS, file="m")


def read(*rows: tuple[str, ...], mapping=MAPPING, header=HEADER):
    findings = Findings("t")
    lines = [Row(number=n, cells=cells) for n, cells in enumerate(rows, 2)]
    scribe = Scribe(SECRET)
    said = read_table(
        header, lines, mapping, file="t", document="d", scribe=scribe, findings=findings
    )
    return said, findings


def days(period: Period) -> tuple[str, ...]:
    ranges = (period.start, period.end)
    return tuple(iso(day) for r in ranges for day in (r.lo, r.hi))


def moved(said):
    return [claim for claim in said.claims if claim.property == "moved"]


def test_a_transfer_is_one_claim_whose_roles_are_other_subjects():
    said, _ = read(("1", "Гай", "", "A", "B", "bus", "21.05.2022", "22.05.2022", ""))
    (claim,) = moved(said)
    kinds = {s.id: (s.kind.value, s.key) for s in said.subjects}
    assert kinds[claim.subject] == ("happening", ())
    assert {role: kinds[s] for role, s in claim.roles} == {
        "who": ("person", ("1",)),
        "from": ("facility", ("A",)),
        "to": ("facility", ("B",)),
    }
    assert claim.details == (("mode", "bus"),)
    assert days(claim.period) == ("2022-05-21", "2022-05-21", "2022-05-22", "2022-05-22")
    assert claim.period.words == "21.05.2022 – 22.05.2022"


def test_every_passage_is_its_whole_line():
    rows = [
        ("1", "Гай; Олесь", "", "A\nB", "B", "", "", "", ""),
        ("", "", "40", "B", "A", "airplane", "", "", "in late May 2022"),
    ]
    said, _ = read(*rows)
    lines = said.text.content.split("\n")
    assert lines == [line_of(HEADER, row) for row in rows]
    passages = {claim.passage for claim in said.claims}
    assert {said.text.content[p.start : p.end] for p in passages} == set(lines)
    assert said.text.tabular


@given(st.lists(st.text(max_size=6), min_size=3, max_size=3).map(tuple), st.data())
def test_two_rows_give_one_line_only_if_they_are_equal(one: tuple[str, ...], data):
    other = data.draw(st.one_of(st.permutations(one).map(tuple), st.tuples(*[st.text()] * 3)))
    header = ("a", "b=", "c;")
    assert "\n" not in line_of(header, one)
    assert (line_of(header, one) == line_of(header, other)) is (one == other)


def test_identical_rows_are_separate_transfers_between_the_same_prisons():
    row = ("", "", "1", "MECF", "SHCF", "", "", "", "")
    said, _ = read(row, row)
    first, second = moved(said)
    assert first.subject != second.subject
    assert first.role("from") == second.role("from") != first.role("to")
    assert first.role("who") != second.role("who")  # groups without names: only people join two


def test_what_a_keyed_subject_is_called_is_said_once():
    row = ("7", "Гай", "", "A", "B", "", "", "", "")
    other = ("7", "Hai", "", "B", "A", "", "", "", "")
    said, _ = read(row, row, other)
    names = sorted(c.value for c in said.claims if c.property == "name")
    assert names == ["A", "B", "Hai", "Гай"]
    assert len({s.id for s in said.subjects if s.kind.value == "person"}) == 1


def test_a_refused_row_says_nothing_and_takes_nothing_from_its_neighbours():
    bad = ("7", "Гай", "", "A", "B", "rocket", "", "", "")
    good = ("7", "Гай", "", "A", "B", "bus", "", "", "")
    said, findings = read(bad, good)
    assert [(f.code, f.row, f.field, f.value) for f in findings.kept] == [
        (Code.VALUE_UNMAPPED, 2, "by", "rocket")
    ]
    alone, _ = read(good)
    told = [(c.property, c.value, c.details) for c in said.claims]
    assert told == [(c.property, c.value, c.details) for c in alone.claims]


def test_words_of_time_count_where_no_day_is_known():
    said, findings = read(
        ("1", "Гай", "", "A", "B", "", "", "", "наприкінці травня 2022 року"),
        ("2", "Ярмак", "", "A", "B", "", "", "", "5 травня"),
    )
    first, second = (claim.period for claim in moved(said))
    assert days(first)[:2] == ("2022-05-21", "2022-05-31")
    assert first.aspect is Aspect.WITHIN
    assert (days(second)[:2], second.words) == (("..", ".."), "5 травня")
    assert [(f.code, f.row) for f in findings.kept] == [(Code.DATE_UNBOUNDED, 3)]


def test_an_end_before_its_start_is_refused():
    _, findings = read(("1", "Гай", "", "A", "B", "", "22.05.2022", "21.05.2022", ""))
    assert [(f.code, f.field) for f in findings.kept] == [(Code.DATE_INVALID, "left, came")]


def test_a_row_that_says_nothing_of_a_transfer_is_refused():
    _, findings = read(("1", "Гай", "", "", "", "bus", "", "", ""))
    assert [(f.code, f.expected) for f in findings.kept] == [
        (Code.VALUE_MISSING, "from | to | via")
    ]


def test_reading_twice_gives_the_same_ids_in_the_same_order():
    rows = [(str(n), f"P{n}", "", "A", "B", "bus", "21.05.2022", "", "") for n in range(20)]
    first, second = read(*rows)[0], read(*rows)[0]
    assert first == second


def test_a_row_of_lower_clearance_says_again_what_it_says():
    mapping = parse_mapping(TRANSFERS + "clearance: secrecy\n", file="m")
    header = (*HEADER, "secrecy")
    row = ("7", "Гай", "", "A", "B", "", "", "", "")
    said, _ = read(
        (*row, "confidential"), (*row, "public"), (*row, "public"), mapping=mapping, header=header
    )
    names = [c for c in said.claims if c.property == "name" and c.value == "Гай"]
    assert len(names) == 2
    lifted = {d.target: d.value for d in said.decisions}
    assert [lifted[c.id] for c in names] == ["confidential", "public"]
    assert {c.id for c in said.claims} == set(lifted)


def test_a_facility_links_by_what_its_row_says(home: Home):
    asked = []

    def link(words: str, context) -> str | None:
        asked.append((words, dict(context)))
        return "listed" if "Таганрог" in words else None

    mapping = parse_mapping(
        "name: m\nsubjects:\n  prison: {kind: facility, name: place,"
        " properties: {region: region}}\n",
        file="m",
    )
    findings = Findings("t")
    rows = [
        Row(number=2, cells=("СІЗО-2 Таганрог", "RU-ROS")),
        Row(number=3, cells=("SIZO-2", "")),
    ]
    said = read_table(
        ("place", "region"),
        rows,
        mapping,
        file="t",
        document="d",
        scribe=home.scribe,
        findings=findings,
        link=Link(find=link, version="1"),
    )
    assert [words for words, _ in asked] == ["СІЗО-2 Таганрог", "SIZO-2"]
    assert asked[0][1]["region_name"] == "Rostov Oblast"
    (judgement,) = said.judgements
    assert "listed" in judgement.pair
    assert (judgement.author, judgement.by_person) == ("gazetteer", False)
    assert said.reading.judgements == (judgement.id,)


LIST = """
name: list
header: {header}
subjects:
  person: {{kind: person, key: [{name}, {given}], name: {{joined: [{name}, {given}]}}}}
  origin: {{kind: facility, name: {origin}}}
  destination: {{kind: facility, name: {destination}}}
claims:
  - property: moved
    only_if: [[{origin}, {destination}]]
    roles: {{who: person, from: origin, to: destination}}
    period: {{at: {day}, format: [day-first, words], absent: ["-"]}}
  - property: exchanged
    only_if: {exchange}
    roles: {{who: person}}
    period: {{at: {exchange}, format: day-first, absent: [ні]}}
"""
NAMES = ("name", "given", "origin", "destination", "day", "exchange")
BELOW = (
    "Гай;Олесь (вигаданий);Оленівка 120;СІЗО-2 Таганрог;травень 2022;30.12.2024\n"
    "Ярмак;Лев (вигаданий);;;-;ні\n"
)
HEADINGS = {
    "2": (
        "Список (вигаданий);;;;;\nПрізвище;Ім'я;Звідки;Куди;Дата;Обмін\n",
        ("Прізвище", "Ім'я", "Звідки", "Куди", "Дата", "Обмін"),
    ),
    "1-2": (
        "Особа;;Переведення;;;Обмін\nПрізвище;Ім'я;Звідки;Куди;Дата;\n",
        (
            "Особа Прізвище",
            "Особа Ім'я",
            "Переведення Звідки",
            "Переведення Куди",
            "Переведення Дата",
            "Обмін",
        ),
    ),
    "none": ("", tuple(f"column {n}" for n in range(1, 7))),
}


def _workbook(text: str) -> bytes:
    book, written = Workbook(), io.BytesIO()
    for line in text.splitlines():
        book.active.append([cell or None for cell in line.split(";")])
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("header", HEADINGS)
def test_headings_stand_where_the_mapping_says(home: Home, header: str, suffix: str):
    top, names = HEADINGS[header]
    quoted = {one: f'"{name}"' for one, name in zip(NAMES, names, strict=True)}
    mapping = parse_mapping(LIST.format(header=header, **quoted), file="m")
    content = _workbook(top + BELOW) if suffix == "xlsx" else top + BELOW
    outcome = home.one(home.write(f"list.{suffix}", content), mapping=mapping)
    assert (outcome.counts.claimed_rows, outcome.findings) == (2, ())
    said = home.record.evidence().claims.values()
    assert sorted(c.property for c in said) == [
        "exchanged",
        "moved",
        "name",
        "name",
        "name",
        "name",
    ]
    assert "Гай Олесь (вигаданий)" in {c.value for c in said}


def test_a_row_is_numbered_as_a_spreadsheet_shows_it(home: Home):
    top, names = HEADINGS["1-2"]
    quoted = {one: f'"{name}"' for one, name in zip(NAMES, names, strict=True)}
    mapping = parse_mapping(LIST.format(header="1-2", **quoted), file="m")
    broken = BELOW.replace("травень 2022", "колись")
    for path in (
        home.write("list.csv", top + broken),
        home.write("list.xlsx", _workbook(top + broken)),
    ):
        (finding,) = home.one(path, mapping=mapping).findings
        assert (finding.code, finding.row, finding.value) == (Code.DATE_FORMAT, 3, "колись")


def test_what_is_dated_after_its_source_is_kept_and_flagged():
    findings = Findings("t")
    lines = [
        Row(number=n, cells=("1", "Гай", "", "A", "B", "bus", day, day, ""))
        for n, day in ((2, "21.05.2022"), (3, "21.05.2122"))
    ]
    said = read_table(
        HEADER,
        lines,
        MAPPING,
        file="t",
        document="d",
        scribe=Scribe(SECRET),
        findings=findings,
        last_day=parse_edtf("2022").end.hi,
    )
    assert len(moved(said)) == 2
    assert [(f.code, f.row, f.expected) for f in findings.kept] == [
        (Code.DATE_AHEAD, 3, "2022-12-31")
    ]


def test_two_prisons_of_a_row_are_two_also_where_no_key_is_given():
    mapping = parse_mapping(
        "name: m\nversion: 1\nsubjects:\n"
        "  origin: {kind: facility, shared: prison, name: from}\n"
        "  destination: {kind: facility, shared: prison, name: to}\n"
        "claims:\n"
        "  - {property: moved, roles: {from: origin, to: destination}}\n",
        file="m",
    )
    said, _ = read(("A", "B"), ("B", "C"), mapping=mapping, header=("from", "to"))
    first, second = (dict(claim.roles) for claim in moved(said))
    assert len({*first.values(), *second.values()}) == 3
    assert first["to"] == second["from"]


def test_a_word_of_which_the_mapping_says_that_it_means_nothing_claims_nothing():
    mapping = parse_mapping(
        "name: m\nversion: 1\nsubjects:\n  person: {kind: person, name: who}\n"
        "claims:\n"
        "  - property: {column: now, values: {freed: released, held: ''}}\n"
        "    only_if: now\n    roles: {who: person}\n",
        file="m",
    )
    rows = (("Hai", "freed"), ("Bilan", "held"), ("Drach", ""))
    said, findings = read(*rows, mapping=mapping, header=("who", "now"))
    assert [c.property for c in said.claims if c.property != "name"] == ["released"]
    assert not findings.kept
