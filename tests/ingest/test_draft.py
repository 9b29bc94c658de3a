"""A draft of a mapping is a mapping, uses or ignores every column, and reads most rows."""

import csv
from pathlib import Path

import pytest

import ingest
from ingest.draft import draft_mapping
from ingest.mapping_file import parse_mapping
from ingest.report import Refused
from tests.ingest.conftest import Home

ROOT = Path(ingest.__file__).parents[1]

TABLES = {
    "en.csv": (
        "Full name,Date of birth,From,To,Departed,Arrived,Source\n"
        "Oles Hai (invented),1990,Olenivka 120,Taganrog SIZO-2,21.05.2022,22.05.2022,x\n",
        {"moved", "name", "birth_year"},
    ),
    "uk.csv": (
        "Прізвище;Місце утримання;Дата;Статус;Зріст\n"
        "Гай (вигаданий);СІЗО-2 Таганрог;13.06.2022;полонений;180\n",
        {"held_at", "name", "status"},
    ),
    "ru.csv": (
        "ФИО\tСуд\tСтатья\tСрок\tДата\n"
        "Гай (вымышлен)\tРостовский суд\tст. 205\t10 лет\t2024-02-14\n",
        {"sentenced", "name"},
    ),
    "dates.csv": (
        "Detainee,Facility,From,To\nHai (invented),Olenivka 120,2022-05-21,2022-06\n",
        {"held_at", "name"},
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_draft_reads_the_table_it_was_made_from(home: Home, name: str):
    content, properties = TABLES[name]
    path = home.write(name, content)
    written = draft_mapping(path)
    outcome = home.one(path, mapping=parse_mapping(written, file=name))
    assert (outcome.counts.claimed_rows, outcome.findings) == (1, ())
    said = home.record.evidence().claims.values()
    assert {c.property for c in said} == properties
    assert all(c.period.words for c in said if c.roles)


@pytest.mark.parametrize("table", ["official-list-2025-04.csv", "transfers-ledger.xlsx"])
def test_a_draft_reads_the_tables_of_the_sample(home: Home, table: str):
    path = ROOT / "samples" / "tables" / table
    mapping = parse_mapping(draft_mapping(path), file=table)
    outcome = home.one(path, mapping=mapping)
    assert outcome.counts.refused_rows == 0
    assert outcome.counts.claimed_rows == outcome.counts.rows


def test_every_column_is_used_or_stands_under_ignore(home: Home):
    content, _ = TABLES["uk.csv"]
    mapping = parse_mapping(draft_mapping(home.write("uk.csv", content)), file="m")
    header = next(csv.reader([content.split("\n")[0]], delimiter=";"))
    assert set(header) == mapping.columns() | set(mapping.ignored)
    assert mapping.ignored == ("Зріст",)


def test_a_text_is_no_table(home: Home):
    with pytest.raises(Refused) as refused:
        draft_mapping(home.write("a.txt", "A text, invented."))
    assert refused.value.code == "UNSUPPORTED"
