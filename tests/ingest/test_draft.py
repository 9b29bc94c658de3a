"""A draft of a mapping is a mapping, uses or ignores every column, and reads most rows."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

import ingest
from graph.period import calendar_date
from ingest.draft import draft_mapping
from ingest.mapping_file import parse_mapping
from ingest.report import Refused
from ingest.tables.heading import headed
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


def test_arrival_and_departure_beside_a_place_of_stay_are_those_of_the_stay(home: Home):
    path = home.write(
        "volunteers.csv",
        "ФИО;Откуда перевели;Где содержался;Прибыл;Убыл;Отпущен;Со слов кого\n"
        "Гай Олесь (вымышлен);Еленовка 120;СИЗО-2 Таганрог;01.06.2022;15.03.2023;20.03.2023;брат\n",
    )
    outcome = home.one(path, mapping=parse_mapping(draft_mapping(path), file=path.name))
    assert (outcome.counts.claimed_rows, outcome.findings) == (1, ())
    said = {c.property: c for c in home.record.evidence().claims.values()}
    stay, move = said["held_at"].period, said["moved"].period
    assert (calendar_date(stay.start.lo), calendar_date(stay.end.hi)) == (
        date(2022, 6, 1),
        date(2023, 3, 15),
    )
    assert calendar_date(move.start.lo) == calendar_date(move.end.hi) == date(2022, 6, 1)
    assert dict(said["moved"].roles).keys() >= {"who", "from", "to"}
    assert "released" in said


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


HEADINGS = {
    "uk": (
        "Прізвище, ім'я|Рік народження|Коли потрапив|Де тримали|Перебував з|Перебував по"
        "|Звідки перевели|Куди перевели|Дата переведення|Обмін|Примітки"
    ),
    "ru": (
        "Фамилия, имя|Год рождения|Когда попал|Где держали|Находился с|Находился по"
        "|Откуда перевели|Куда перевели|Дата перевода|Обмен|Примечания"
    ),
    "en": (
        "Surname, first name|Year of birth|When captured|Where held|Held from|Held until"
        "|Moved from|Moved to|Date of transfer|Exchanged|Notes"
    ),
    "merged": (
        "Особа||Полон|Перебування|||Переведення|||Обмін|Примітки\n"
        "Прізвище, ім'я|Рік народження|Коли|Де|З|По|Звідки|Куди|Дата||"
    ),
    "titled": (
        "Список (вигаданий), 2025 рік\n\n"
        "Прізвище, ім’я|Рік народження|Коли потрапив|Де тримали|Перебував з|Перебував по"
        "|Звідки перевели|Куди перевели|Дата переведення|Обмін|Примітки"
    ),
}
PEOPLE = (
    "Гай Олесь (вигаданий)|1990|16.05.2022|Оленівка, колонія №120|17.05.2022|28.05.2022"
    "|Оленівка 120|СІЗО-2 Таганрог|28.05.2022|30.12.2024|вигадано",
    "Ярмак Лев (вигаданий)|1995|травень 2022|Донецьке СІЗО|з 3.05.2022|до 01.07.2022||||ні|",
    "Стецюк Ярина (вигадана)|1993|квітень 2022|СІЗО-2 Таганрог|осінь 2022|невідомо"
    "|Оленівка 120|СІЗО-2 Таганрог|наприкінці травня 2022|17.10.2022|",
    "Пелех Мирон (вигаданий)|1968||Курське СІЗО-1|05.2023||Новозибків СІЗО-2||02.07.2023"
    "|13.09.2024|",
)
ODD = (9, 6, 7, 8, 3, 4, 5, 10, 0, 1, 2)
SAID = {"name": 13, "birth_year": 4, "held_at": 4, "moved": 3, "captured": 3, "exchanged": 3}


def spreadsheet(top: str) -> bytes:
    """A workbook with days as a spreadsheet keeps them."""
    book, written = Workbook(), io.BytesIO()
    for row in (line.split("|") for line in [*top.split("\n"), *PEOPLE]):
        book.active.append([cell_of(cell) for cell in row])
    book.save(written)
    return written.getvalue()


def cell_of(written: str) -> date | int | str | None:
    if written.isdecimal():
        return int(written)
    parts = written.split(".")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        day, month, year = map(int, parts)
        return date(year, month, day)
    return written or None


def text_table(top: str, order: Sequence[int]) -> bytes:
    rows = [line.split("|") for line in [*top.split("\n"), *PEOPLE]]
    return "\n".join(";".join(row[at] for at in order) for row in rows).encode("cp1251")


def what_was_said(home: Home, path: Path) -> tuple[Counter[str], str]:
    written = draft_mapping(path)
    outcome = home.one(path, mapping=parse_mapping(written, file=path.name))
    assert (outcome.counts.claimed_rows, outcome.counts.refused_rows) == (len(PEOPLE), 0)
    return Counter(c.property for c in home.record.evidence().claims.values()), written


@pytest.mark.parametrize("language", HEADINGS)
def test_the_columns_of_a_spreadsheet_are_drafted_as_they_are_meant(language: str, tmp_path: Path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(spreadsheet(HEADINGS[language]))
    mapping = parse_mapping(draft_mapping(path), file="m")
    named = headed([line.split("|") for line in HEADINGS[language].split("\n")[-2:] if line])
    if language != "merged":
        named = HEADINGS[language].split("\n")[-1].split("|")
    things = {t.name: [named.index(c) for c in (*t.key, *t.named_by)] for t in mapping.things}
    assert things == {"person": [0, 1, 0], "origin": [6], "destination": [7], "facility": [3]}
    happened = {
        claim.property.constant: [named.index(c) for c in claim.period.columns()]
        for claim in mapping.said
        if claim.period is not None
    }
    assert happened == {"moved": [8], "held_at": [4, 5], "captured": [2], "exchanged": [9]}
    assert mapping.ignored == (named[10],)


def test_the_draft_of_a_spreadsheet_of_people_reads_it(home: Home):
    said, _ = what_was_said(home, home.write("t.xlsx", spreadsheet(HEADINGS["merged"])))
    assert said == SAID
    evidence = home.record.evidence()
    kinds = {s.id: s.kind.value for s in evidence.subjects.values()}
    claims = evidence.claims.values()
    assert {len(c.roles) for c in claims if c.property == "moved"} == {2, 3}
    assert all(kinds[c.role("who") or ""] == "person" for c in claims if c.roles)
    (ended,) = [c for c in claims if c.period.words == "17.05.2022 – 28.05.2022"] or [
        c for c in claims if c.period.words == "2022-05-17 – 2022-05-28"
    ]
    assert ended.property == "held_at"


def test_columns_in_another_order_and_days_as_text_are_drafted_the_same(home: Home):
    path = home.write("odd.csv", text_table(HEADINGS["uk"], ODD))
    said, written = what_was_said(home, path)
    assert said == SAID
    assert "absent: [ні]" in written
    assert "absent: [невідомо]" in written


def test_a_table_without_headings_loses_no_row(home: Home):
    content = "\n".join(";".join(row.split("|")[at] for at in (0, 1, 3, 4)) for row in PEOPLE)
    said, written = what_was_said(home, home.write("bare.csv", content))
    assert "header: none" in written
    assert said == {"name": 8, "birth_year": 4, "held_at": 4}


def test_names_in_several_columns_are_one_name(home: Home):
    path = home.write(
        "split.csv",
        "№;Прізвище;Ім’я;По батькові;Місце утримання;Дата\n"
        "1;Гай;Олесь;(вигаданий);Оленівка 120;05/06/2022\n",
    )
    written = draft_mapping(path)
    outcome = home.one(path, mapping=parse_mapping(written, file="m"))
    assert outcome.counts.claimed_rows == 1
    assert "Гай Олесь (вигаданий)" in {c.value for c in home.record.evidence().claims.values()}
    assert "# key: [Прізвище, Ім’я, По батькові]" in written  # nobody's birth is known
    assert "month-first" in written  # and nobody can tell 5 June from 6 May


def test_what_was_not_understood_stands_under_ignore_with_some_of_its_cells(home: Home):
    path = home.write(
        "odd.csv", "ПІБ;Де;Дата;Позивний\nГай О. (вигаданий);СІЗО-2;13.06.2022;Дрозд\n"
    )
    written = draft_mapping(path)
    assert "  - Позивний  # Дрозд" in written.splitlines()
    assert "ingest/mappings/README.md" in written
