"""DOCX: all its text, also of notes, comments, boxes, headers and footers.

Walked as XML events: python-docx' paragraphs leave out boxes, notes, comments and deletions.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from ingest import limits
from ingest.code import Code
from ingest.extract import Extract, ParseRefused
from ingest.package import active_content, open_package, part_names

EXTRACTOR = "docx/1"
_PARTS = {
    "header": "header",
    "document": "",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "footer": "footer",
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read_docx(content: bytes) -> Extract:
    """The text of a document, one line a paragraph; deletions and hidden text are told.

    Raises:
        ParseRefused: by the guards of the package, or markup that cannot be read to its end.
    """
    package = open_package(content)
    codes: list[Code] = []
    if active_content(package):
        codes.append(Code.ACTIVE_CONTENT)
    pieces: list[str] = []
    for name, _ in part_names(package, _PARTS):
        pieces += _part(package, name, codes)
    lines = (line.rstrip("\t ") for line in "".join(pieces).split("\n"))
    text = "\n".join(line for line in lines if line.strip())
    return Extract(extractor=EXTRACTOR, content=text, codes=tuple(dict.fromkeys(codes)))


def _part(package: zipfile.ZipFile, name: str, codes: list[Code]) -> Iterator[str]:
    depth = 0
    skipping = 0  # inside the fall-back copy of a text box
    try:
        events = etree.iterparse(
            io.BytesIO(package.read(name)),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,  # or libxml2 ends at depth 256 with half of the text
        )
        for event, element in events:
            if event == "start":
                depth += 1
                if depth > limits.XML_DEPTH:
                    raise ParseRefused(Code.NEST_LIMIT, field=name)
                skipping += element.tag == _FALLBACK
                continue
            depth -= 1
            skipping -= element.tag == _FALLBACK
            if not skipping:
                yield from _words(element, codes)
            if _local(element) == "p" and not _inside_paragraph(element):
                element.clear()
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError):
        raise ParseRefused(Code.PARSE_FATAL, field=name) from None
    yield "\n"


def _words(element: etree._Element, codes: list[Code]) -> Iterator[str]:
    local = _local(element)
    if local in {"t", "delText"}:
        if local == "delText":
            codes.append(Code.HIDDEN_TEXT)
        yield (element.text or "") + "".join(child.tail or "" for child in element)
    elif local in _BREAKS:
        yield _BREAKS[local]
    elif local in {"p", "tr"}:
        yield "\n"
    elif local == "tc":
        yield "\t"
    elif local == "vanish":
        codes.append(Code.HIDDEN_TEXT)


def _local(element: etree._Element) -> str:
    tag = str(element.tag)  # of a comment or instruction: no name at all
    return tag.rpartition("}")[2] if tag.startswith((_W, _STRICT)) else ""


def _inside_paragraph(element: etree._Element) -> bool:
    """A paragraph of a text box lies in a paragraph, whose own text comes after it."""
    return any(True for _ in element.iterancestors(_W + "p", _STRICT + "p"))
