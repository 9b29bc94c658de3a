"""Which parser reads which kind of file; heavy libraries are imported with their parser alone."""

from ingest.code import Code
from ingest.extract import Extract, ParseRefused
from ingest.sniff import FileKind
from ingest.tables.sheet import Options, Sheet


def parse(content: bytes, kind: FileKind, options: Options) -> Extract | Sheet:
    """The text or the table in these bytes.

    Raises:
        ParseRefused: they are not of that kind, or go beyond a limit.
    """
    if kind.tabular:
        return _sheet(content, kind, options)
    extract = _extract(content, kind, options)
    if not extract.content.strip():
        raise ParseRefused(Code.TEXT_EMPTY)
    return extract


def _sheet(content: bytes, kind: FileKind, options: Options) -> Sheet:
    if kind is FileKind.XLSX:
        from ingest.tables.workbook import read_workbook

        return read_workbook(content, options)
    if kind is FileKind.CSV:
        from ingest.tables.delimited import read_delimited

        return read_delimited(content, options)
    from ingest.tables.records import read_json, read_jsonl

    return (read_json if kind is FileKind.JSON else read_jsonl)(content, options)


def _extract(content: bytes, kind: FileKind, options: Options) -> Extract:
    if kind is FileKind.PDF:
        from ingest.text.pdf import read_pdf

        return read_pdf(content)
    if kind is FileKind.DOCX:
        from ingest.text.docx import read_docx

        return read_docx(content)
    if kind is FileKind.HTML:
        from ingest.text.html import read_html

        return read_html(content, encoding=options.encoding)
    from ingest.text.plain import read_plain

    return read_plain(content, encoding=options.encoding)
