"""Documents give every character they hold, with the pages they stand on."""

from graph.intake import State
from ingest.code import Code
from tests.ingest import bad_files as made
from tests.ingest.conftest import Home

W = b"<w:p><w:r><w:t>"
END = b"</w:t></w:r></w:p>"


def part(tag: str, inner: str) -> bytes:
    schema = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:{tag} xmlns:w="{schema}">{inner}</w:{tag}>'.encode()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def text_of(home: Home, name: str, content: bytes | str) -> str:
    outcome = home.one(home.write(name, content))
    assert outcome.state is State.DONE, outcome
    return home.texts()[outcome.document or ""]


def test_a_pdf_gives_its_text_with_pages(home: Home):
    pages = ["First page, invented, long enough to count.", "Second page, also invented."]
    text_of(home, "a.pdf", made.pdf(*pages))
    (text,) = home.record.evidence().texts.values()
    whole = home.record.text(text.id)
    assert [whole.page(whole.content.index(page)) for page in pages] == [1, 2]


def test_a_pdf_encrypted_without_a_password_is_read(home: Home):
    assert "Invented" in text_of(home, "a.pdf", made.encrypted_pdf(""))


def test_a_docx_gives_notes_comments_boxes_headers_and_deletions(home: Home):
    package = made.docx("Body")
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice Requires="wps"><w:txbxContent>'
        + paragraph("Box")
        + "</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        + paragraph("Box")
        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>Deleted</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>A</w:t></w:r><!-- x --><w:r><w:t>&amp;B</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>"
        + paragraph("Left")
        + "</w:tc><w:tc>"
        + paragraph("Right")
        + "</w:tc></w:tr></w:tbl>"
    ).encode()
    xml = made.document_xml(package).replace(b"<w:sectPr", box + b"<w:sectPr", 1)
    extra = {
        "word/header1.xml": part("hdr", paragraph("Header")),
        "word/footnotes.xml": part("footnotes", paragraph("Footnote")),
        "word/endnotes.xml": part("endnotes", paragraph("Endnote")),
        "word/comments.xml": part("comments", paragraph("Comment")),
        "word/footer2.xml": part("ftr", paragraph("Footer")),
    }
    path = home.write("a.docx", made.repacked(package, {"word/document.xml": xml}, extra))
    outcome = home.one(path)
    assert Code.HIDDEN_TEXT in [f.code for f in outcome.findings]
    words = home.texts()[outcome.document or ""].split()
    assert words == [
        "Header", "Body", "Box", "Deleted", "Hidden", "A&B", "Left", "Right",
        "Footnote", "Endnote", "Comment", "Footer",
    ]  # fmt: skip


def test_a_docx_with_macros_is_read_and_told(home: Home):
    extra = {"word/vbaProject.bin": b"macro"}
    outcome = home.one(home.write("a.docx", made.repacked(made.docx("Body"), {}, extra)))
    assert (outcome.state, outcome.findings[0].code) == (State.DONE, Code.ACTIVE_CONTENT)


def test_html_gives_blocks_as_lines_without_scripts(home: Home):
    page = (
        "<html><head><title>Title</title><style>p{}</style><script>var x='no'</script></head>"
        "<body><h1>Title</h1><p>One<br>two &amp; <b>three</b></p><noscript>no</noscript>"
        "<div hidden>hidden</div><table><tr><td>a</td><td>b</td></tr></table>tail</body></html>"
    )
    outcome = home.one(home.write("a.html", page))
    text = home.texts()[outcome.document or ""]
    assert text.split("\n") == ["Title", "One", "two & three", "hidden", "a", "b", "tail"]
    assert Code.HIDDEN_TEXT in [f.code for f in outcome.findings]


def test_html_is_read_in_the_encoding_it_declares(home: Home):
    page = '<html><head><meta charset="windows-1251"></head><p>Таганрог, вигадано</p></html>'
    assert text_of(home, "a.html", page.encode("cp1251")) == "Таганрог, вигадано"


def test_a_form_feed_starts_a_page_of_plain_text(home: Home):
    text_of(home, "a.txt", "one\r\ntwo\fthree")
    (text,) = home.record.evidence().texts.values()
    assert text.pages == (0, 8)
    assert home.record.text(text.id).content == "one\ntwo\fthree"


def test_a_workbook_gives_dates_as_iso_and_numbers_as_shown(home: Home):
    from datetime import date

    from ingest.mapping_file import parse_mapping

    mapping = parse_mapping(made.MAPPING.replace("'%d.%m.%Y'", "iso"), file="m")
    rows = [[], ["person", "facility", "seen_on"], ["Гай", 120, date(2022, 6, 10)], [], [None]]
    outcome = home.one(home.write("a.xlsx", made.workbook(rows)), mapping=mapping)
    assert outcome.counts.claimed_rows == 1
    assert home.texts()[outcome.document or ""] == "person=Гай; facility=120; seen_on=2022-06-10"


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(home: Home):
    from ingest.mapping_file import parse_mapping

    mapping = parse_mapping(made.MAPPING + "sheet: Other\n", file="m")
    rows = [["person", "facility", "seen_on"], ["Гай", "x", "10.06.2022"]]
    outcome = home.one(home.write("a.xlsx", made.workbook(rows, sheet="Mine")), mapping=mapping)
    (finding,) = outcome.findings
    assert (finding.code, finding.field, finding.expected) == (Code.SHEET_MISSING, "Other", "Mine")
