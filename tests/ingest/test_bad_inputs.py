"""Bad files, each kind with its outcome by code, and neighbours that are none the worse for it."""

import io
import os
import socket
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.intake import State
from ingest.code import Code
from ingest.mapping_file import parse_mapping
from ingest.report import Report
from tests.ingest import bad_files as bad
from tests.ingest.conftest import Home, a_home

NEIGHBOURS = ("a-first.txt", "m-middle.txt", "z-last.txt")
GOOD_ROW = "Олесь Гай (вигаданий);СІЗО-2 Таганрог;10.06.2022\n"
MAPPING = parse_mapping(bad.MAPPING, file="mapping")

WHOLE_FILES = {
    # name: content, state, code
    "empty.txt": (b"", State.REFUSED, Code.EMPTY_FILE),
    "one-byte.txt": (b"a", State.REFUSED, Code.UNKNOWN_TYPE),
    "unknown.bin": (b"\0\1\2\3" * 100, State.REFUSED, Code.UNKNOWN_TYPE),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, State.REFUSED, Code.UNSUPPORTED),
    "letter.rtf": (b"{\\rtf1 text}", State.REFUSED, Code.UNSUPPORTED),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + b"\0" * 100, State.NEEDS, Code.TEXT_EMPTY),
    "cut.pdf": (bad.pdf("Invented. " * 20)[:-200], State.REFUSED, Code.TRUNCATED),
    "noise.pdf": (b"%PDF-1.7\n" + b"\x80noise" * 500 + b"%%EOF", State.REFUSED, Code.CORRUPT),
    "locked.pdf": (bad.encrypted_pdf("secret"), State.NEEDS, Code.PASSWORD),
    "scan.pdf": (bad.scan(), State.NEEDS, Code.TEXT_EMPTY),
    "bomb.docx": (bad.docx_bomb(), State.REFUSED, Code.DECOMPRESSION_LIMIT),
    "doctype.docx": (bad.docx_with_doctype(), State.REFUSED, Code.DTD_FORBIDDEN),
    "deep.docx": (bad.docx_deep(), State.REFUSED, Code.NEST_LIMIT),
    "many.docx": (bad.many_members(), State.REFUSED, Code.TOO_MANY_MEMBERS),
    "cut.docx": (bad.docx("Cut")[:-100], State.REFUSED, Code.ZIP_INVALID),
    "white.txt": (b" \n \n\t \n", State.NEEDS, Code.TEXT_EMPTY),
}


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Home, Report]]:
    """All of them in one folder with good neighbours, taken in once."""
    with a_home(tmp_path_factory.mktemp("bad")) as home:
        for name, (content, _, _) in WHOLE_FILES.items():
            home.write(name, content)
        for name in NEIGHBOURS:
            home.write(name, f"{name}, invented.")
        yield home, home.take()


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_a_file_that_cannot_be_read_ends_with_its_code(taken: tuple[Home, Report], name: str):
    _, report = taken
    (outcome,) = (o for o in report.outcomes if Path(o.file).name == name)
    assert (outcome.state, outcome.code) == WHOLE_FILES[name][1:]
    assert outcome.code in [finding.code for finding in outcome.findings]


def test_their_neighbours_are_none_the_worse(taken: tuple[Home, Report]):
    home, report = taken
    assert {Path(o.file).name for o in report.ended(State.DONE)} == set(NEIGHBOURS)
    assert set(home.texts().values()) == {f"{name}, invented." for name in NEIGHBOURS}


def test_what_was_received_is_the_sum_of_the_ends_and_originals_are_kept(
    taken: tuple[Home, Report],
):
    home, report = taken
    ends = [report.ended(state) for state in (State.DONE, State.REFUSED, State.NEEDS)]
    assert report.received == len(WHOLE_FILES) + len(NEIGHBOURS) == sum(map(len, ends))
    kept = {o.document for o in report.outcomes if o.document}
    assert kept == set(home.record.evidence().documents)
    assert all(home.record.original(document).stat().st_size for document in kept)


def test_a_bomb_of_a_pdf_ends_within_its_limits(home: Home):
    path = home.write("bomb.pdf", bad.pdf_bomb())
    started = time.monotonic()
    outcome = home.one(path)
    assert outcome.code in {Code.DECOMPRESSION_LIMIT, Code.MEMORY_LIMIT, Code.CORRUPT}
    assert time.monotonic() - started < 30


def test_three_hundred_thousand_nested_elements_lose_no_text(home: Home):
    deep = "<div>" * 300_000 + "глибоко" + "</div>" * 300_000
    path = home.write("deep.html", f"<html><body>{deep}<p>після</p></body></html>")
    assert home.one(path).state is State.DONE
    assert list(home.texts().values()) == ["глибоко\nпісля"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read_and_recorded(home: Home, encoding: str):
    words = "Полонених етапували з Оленівки до Таганрога у травні 2022 року. Усе вигадано."
    path = home.write("text.txt", words.encode(encoding))
    outcome = home.one(path)
    assert list(home.texts().values()) == [words]
    guessed = encoding in {"cp1251", "koi8-u", "utf-16-le"}
    assert (Code.ENCODING_GUESSED in [f.code for f in outcome.findings]) is guessed
    (text,) = home.record.evidence().texts.values()
    assert any(note.startswith("encoding=") for note in text.notes)


def test_names_with_odd_characters_are_kept_as_written_and_told(home: Home):
    names = ["Олесь\u00a0Гай", "Гaй Олесь", "Гай\u200b Олесь"]  # the second with a Latin a
    rows = "".join(f"{name};СІЗО-2 Таганрог;10.06.2022\n" for name in names)
    outcome = home.one(home.write("odd.csv", bad.STAYS + rows), mapping=MAPPING)
    assert [(f.code, f.row, f.value) for f in outcome.findings] == [
        (Code.ODD_CHARACTERS, 2, names[0]),
        (Code.MIXED_SCRIPTS, 3, names[1]),
        (Code.ODD_CHARACTERS, 4, names[2]),
    ]
    said = {c.value for c in home.record.evidence().claims.values() if c.property == "name"}
    assert set(names) <= said


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        ("Гай;СІЗО-2;31.02.2022", Code.DATE_INVALID, "seen_on"),
        ("Гай;СІЗО-2;10.06.22", Code.DATE_FORMAT, "seen_on"),
        ("Гай;СІЗО-2;06/10/2022", Code.DATE_FORMAT, "seen_on"),
        ("Гай;СІЗО-2", Code.ROW_INVALID, None),
        ("Гай;СІЗО-2;10.06.2022;more", Code.ROW_INVALID, None),
        ("Гай;;10.06.2022", Code.VALUE_MISSING, "held_at"),
        ('"Гай;СІЗО-2;10.06.2022', Code.QUOTE_UNCLOSED, None),
        ("x" * 1_100_000 + ";СІЗО-2;10.06.2022", Code.FIELD_TOO_LARGE, "person"),
    ],
)
def test_a_bad_row_is_refused_with_its_place_and_its_neighbours_stay(
    home: Home, row: str, code: Code, field: str | None
):
    path = home.write("rows.csv", f"{bad.STAYS}{GOOD_ROW}{row}\n{GOOD_ROW}")
    outcome = home.one(path, mapping=MAPPING)
    assert outcome.state is State.DONE
    assert (outcome.counts.rows, outcome.counts.claimed_rows, outcome.counts.refused_rows) == (
        3,
        2,
        1,
    )
    (finding,) = outcome.findings
    assert (finding.code, finding.row, finding.field) == (code, 3, field)
    assert finding.expected
    held = [c for c in home.record.evidence().claims.values() if c.property == "held_at"]
    assert len(held) == 2


def test_columns_may_move_but_not_go_missing_nor_come_unasked(home: Home):
    moved = "seen_on;person;facility\n10.06.2022;Гай;СІЗО-2\n"
    assert home.one(home.write("moved.csv", moved), mapping=MAPPING).counts.claimed_rows == 1
    for name, header, code, field in (
        ("missing.csv", "person;facility", Code.COLUMN_MISSING, "seen_on"),
        ("unknown.csv", "person;facility;seen_on;height", Code.COLUMN_UNKNOWN, "height"),
        ("twice.csv", "person;facility;seen_on;person", Code.COLUMN_TWICE, "person"),
    ):
        outcome = home.one(home.write(name, f"{header}\nx;y;10.06.2022;z\n"), mapping=MAPPING)
        (finding,) = outcome.findings
        assert (outcome.state, finding.code, finding.field) == (State.REFUSED, code, field)


def test_a_table_without_a_mapping_needs_one(home: Home):
    outcome = home.one(home.write("strange.csv", "a,b\n1,2\n"))
    assert (outcome.state, outcome.code) == (State.NEEDS, Code.MAPPING_MISSING)
    assert outcome.findings[0].value == "a, b"


def test_nul_is_removed_and_told(home: Home):
    path = home.write("nul.csv", (bad.STAYS + GOOD_ROW).replace("Гай", "Га\0й"))
    outcome = home.one(path, mapping=MAPPING)
    assert [f.code for f in outcome.findings] == [Code.NUL_REMOVED]
    assert outcome.counts.claimed_rows == 1


@pytest.mark.parametrize(
    ("content", "code", "field", "value"),
    [
        ('[{"person": "Гай", "person": "Бут"}]', Code.DUPLICATE_KEY, "person", "Гай, Бут"),
        (bad.deep_json(), Code.NEST_LIMIT, None, None),
        ('[{"person": 1e999}]', Code.NUMBER_INVALID, "person", "1e999"),
        ('[{"person": [NaN]}]', Code.NUMBER_INVALID, None, "NaN"),
        ('[{"person": ' + "9" * 5000 + "}]", Code.NUMBER_INVALID, "person", "9" * 40),
        ('[{"person": "\\ud800"}]', Code.CORRUPT, None, None),
        ('[{"person": "Гай"', Code.CORRUPT, None, None),
        ('{"person": "Гай"}', Code.CORRUPT, None, None),
        ("[   ]", Code.TABLE_EMPTY, None, None),
    ],
)
def test_json_that_is_ambiguous_deep_or_broken_is_refused(
    home: Home, content: str, code: Code, field: str | None, value: str | None
):
    outcome = home.one(home.write("rows.json", content), mapping=MAPPING)
    assert (outcome.state, outcome.code) == (State.REFUSED, code)
    assert [(f.field or None, f.value or None) for f in outcome.findings] == [(field, value)]


def test_a_broken_line_of_jsonl_costs_that_line(home: Home):
    good = '{"person": "Гай", "facility": "СІЗО-2", "seen_on": "10.06.2022"}'
    outcome = home.one(home.write("rows.jsonl", f"{good}\n{{broken\n{good}\n"), mapping=MAPPING)
    assert (outcome.counts.claimed_rows, outcome.counts.refused_rows) == (2, 1)
    assert outcome.findings[0].row == 2


def test_a_row_that_is_no_record_is_quoted(home: Home):
    good = '{"person": "Гай", "facility": "СІЗО-2", "seen_on": "10.06.2022"}'
    outcome = home.one(home.write("rows.jsonl", f'{good}\n["Гай"]\n'), mapping=MAPPING)
    (told,) = outcome.findings
    assert (told.code, told.row, told.value) == (Code.RECORD_INVALID, 2, '["Гай"]')


def test_jsonl_without_one_good_line_says_what_is_wrong_with_the_first(home: Home):
    outcome = home.one(home.write("rows.jsonl", '{"a": 1, "a": 2}\n'), mapping=MAPPING)
    (told,) = outcome.findings
    assert (told.code, told.row, told.field) == (Code.DUPLICATE_KEY, 1, "a")


def test_letters_turned_round_are_told(home: Home):
    outcome = home.one(home.write("a.txt", "Гай (вигаданий), \u202eСІЗО\u202c Таганрог"))
    assert [f.code for f in outcome.findings] == [Code.TEXT_TURNED]


def test_a_wrong_extension_is_told_and_the_content_counts(home: Home):
    table = [["person", "facility", "seen_on"], ["Гай", "СІЗО-2 Таганрог", "10.06.2022"]]
    for name, content, kind in (
        ("page.pdf", "<!doctype html><p>Вигадано</p>", "html"),
        ("list.csv", bad.workbook(table), "xlsx"),
    ):
        outcome = home.one(home.write(name, content), mapping=MAPPING)
        assert outcome.state is State.DONE
        assert (outcome.findings[0].code, outcome.findings[0].expected) == (
            Code.TYPE_MISMATCH,
            kind,
        )


def test_formula_cells_are_kept_and_told(home: Home):
    rows = [
        ["person", "facility", "seen_on"],
        ['=CONCATENATE("Гай", " Олесь")', "СІЗО-2 Таганрог", "10.06.2022"],
    ]
    outcome = home.one(home.write("formula.xlsx", bad.workbook(rows)), mapping=MAPPING)
    assert [(f.code, f.row, f.field, f.value) for f in outcome.findings] == [
        (Code.FORMULA, 2, "person", rows[1][0])
    ]
    csv = home.write("formula.csv", f"{bad.STAYS}=cmd|x;СІЗО-2 Таганрог;10.06.2022\n")
    home.one(csv, mapping=MAPPING)
    said = {c.value for c in home.record.evidence().claims.values() if c.property == "name"}
    assert {rows[1][0], "=cmd|x"} <= said


def test_links_pipes_and_sockets_are_never_read(home: Home, tmp_path):
    secret = tmp_path / "outside.txt"
    secret.write_text("Outside of the folder")
    (home.folder / "link.txt").symlink_to(secret)
    (home.folder / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(home.folder / "pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(home.folder / "socket.txt"))
    home.write("good.txt", "Inside, invented.")
    report = home.take()
    listener.close()
    ends = {Path(o.file).name: o.code for o in report.outcomes}
    assert ends == {
        "link.txt": Code.LINK_NOT_FOLLOWED,
        "dangling.txt": Code.LINK_NOT_FOLLOWED,
        "pipe.txt": Code.NOT_REGULAR,
        "socket.txt": Code.UNREADABLE,
        "good.txt": None,
    }
    assert list(home.texts().values()) == ["Inside, invented."]


def test_names_inside_a_package_are_data_never_paths(home: Home):
    evil = {"../../evil.txt": b"x", "/evil.txt": b"x", "C:\\evil.txt": b"x"}
    path = home.write("slip.docx", bad.repacked(bad.docx("Inside, invented."), {}, evil))
    before = sorted(home.folder.parent.rglob("evil*"))
    assert home.one(path).state is State.DONE
    assert sorted(home.folder.parent.rglob("evil*")) == before == []


def test_a_file_that_may_not_be_read_is_told(home: Home):
    path = home.write("denied.txt", "Denied, invented.")
    path.chmod(0)
    code = None if os.access(path, os.R_OK) else Code.UNREADABLE  # root reads everything
    assert home.one(path).code is code


def test_text_that_nobody_sees_is_read_and_told(home: Home):
    hidden = bad.pdf("Seen and invented, at some length", invisible=True)
    outcome = home.one(home.write("layer.pdf", hidden))
    assert Code.HIDDEN_TEXT in [f.code for f in outcome.findings]
    assert any("Seen and invented" in text for text in home.texts().values())


def test_a_table_without_rows_is_no_success(home: Home):
    outcome = home.one(home.write("header.csv", bad.STAYS), mapping=MAPPING)
    assert (outcome.state, outcome.code) == (State.REFUSED, Code.TABLE_EMPTY)


def test_a_sheet_with_one_cell_at_its_far_end_is_read_quickly(home: Home):
    content = bad.workbook([["person", "facility", "seen_on"], ["Гай", "x", "10.06.2022"]])
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>'
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    sheet = sheet.replace(b"</sheetData>", far + b"</sheetData>")
    path = home.write("far.xlsx", bad.repacked(content, {"xl/worksheets/sheet1.xml": sheet}))
    started = time.monotonic()
    outcome = home.one(path, mapping=MAPPING)
    assert time.monotonic() - started < 30
    assert outcome.counts.claimed_rows == 1
    assert [(f.code, f.row) for f in outcome.findings] == [(Code.ROW_INVALID, 1_048_576)]


def test_pages_that_a_pdf_declares_and_does_not_have_are_told(home: Home):
    content = bad.pdf("Invented, and longer than twenty characters.").replace(
        b"/Count 1", b"/Count 9"
    )
    outcome = home.one(home.write("count.pdf", content))
    assert Code.PAGES_MISMATCH in [f.code for f in outcome.findings]
