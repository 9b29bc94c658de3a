"""Bad files of the kinds that an ordinary folder holds, made when a test asks for them."""

import io
import json
import zipfile
import zlib

import openpyxl
from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

STAYS = "person;facility;seen_on\n"
MAPPING = """
name: invented-stays
version: 1
subjects:
  person: {kind: person, name: person}
  facility: {kind: facility, name: facility}
claims:
  - property: held_at
    roles: {who: person, at: facility}
    period: {at: seen_on, format: '%d.%m.%Y'}
links: false
"""


def pdf(*pages: str, invisible: bool = False) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in pages:
        if page:
            text = canvas.beginText(50, 700)
            text.setTextRenderMode(3 if invisible else 0)
            text.textLines(page)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan() -> bytes:
    """A page with a picture of a text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(100, 100, 200, 300, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def encrypted_pdf(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Invented and locked away."))))
    writer.encrypt(password, owner_password="owner")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 300 megabytes."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("small"))))
    stream = StreamObject()
    stream.set_data(zlib.compress(b" " * 300_000_000, 9))
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(package: bytes, changes: dict[str, bytes], extra: dict[str, bytes] | None = None):
    """A package with some members replaced and others added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            new.writestr(member.filename, changes.get(member.filename, old.read(member)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def document_xml(package: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return opened.read("word/document.xml")


def docx_bomb() -> bytes:
    package = docx("Bomb")
    xml = document_xml(package)
    return repacked(package, {"word/document.xml": xml.replace(b"Bomb", b"A" * 20_000_000)})


def docx_with_doctype() -> bytes:
    package = docx("Entities")
    xml = document_xml(package)
    head, _, rest = xml.partition(b"?>")
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    body = rest.replace(b"Entities", b"&e;")
    return repacked(package, {"word/document.xml": head + b"?>" + doctype + body})


def docx_deep() -> bytes:
    package = docx("Deep")
    deep = b"<w:sdt><w:sdtContent>" * 400 + b"<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    deep += b"</w:sdtContent></w:sdt>" * 400
    xml = document_xml(package).replace(b"<w:sectPr", deep + b"<w:sectPr", 1)
    return repacked(package, {"word/document.xml": xml})


def workbook(rows: list[list[object]], *, sheet: str = "Sheet") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def many_members() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<x/>")
        for number in range(10_001):
            package.writestr(f"m{number}", "")
    return out.getvalue()


def deep_json() -> str:
    return '[{"person":' + "[" * 200_000 + "]" * 200_000 + "}]"


def json_rows(*rows: dict[str, object]) -> str:
    return json.dumps(rows, ensure_ascii=False)
