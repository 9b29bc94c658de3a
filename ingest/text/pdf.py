"""PDF: text by pypdf, page by page, checked against pdfminer.six. What is a picture needs OCR."""

import io
import logging
import re
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

from ingest import limits
from ingest.code import Code
from ingest.extract import Extract, ParseRefused

EXTRACTOR = "pdf/1"
_TAIL = 2048
_CHECKED_PAGES = 20
_FEW = 20
_DISAGREE = 0.1
_LOST_SHARE = 0.001
_INVISIBLE = re.compile(rb"(?:^|\s)3\s+Tr\b")


def read_pdf(content: bytes) -> Extract:
    """The text of a PDF with the offsets of its pages.

    Where pypdf finds next to nothing on a page, pdfminer.six is asked; the fuller text counts.

    Raises:
        ParseRefused: cut short, broken, encrypted, too many pages, or no text at all.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    if b"%%EOF" not in content[-_TAIL:]:
        raise ParseRefused(Code.TRUNCATED, expected="%%EOF")
    codes: list[Code] = []
    try:
        reader = _opened(content)
        declared = _declared(reader)
        total = len(reader.pages)
        if total > limits.PAGES:
            raise ParseRefused(Code.TOO_MANY_PAGES, value=str(total), expected=f"<= {limits.PAGES}")
        pages = [page.extract_text() or "" for page in reader.pages]
        if any(_invisible(page) for page in list(reader.pages)[:_CHECKED_PAGES]):
            codes.append(Code.HIDDEN_TEXT)
        if reader.attachments:
            codes.append(Code.ATTACHMENTS)
    except LimitReachedError:
        raise ParseRefused(Code.DECOMPRESSION_LIMIT) from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        raise ParseRefused(Code.CORRUPT, expected="PDF") from None
    except RecursionError:
        raise ParseRefused(Code.NEST_LIMIT) from None
    if declared not in {None, total}:
        codes.append(Code.PAGES_MISMATCH)
    pages = _checked(content, pages, codes)
    if not any(page.strip() for page in pages):
        raise ParseRefused(Code.TEXT_EMPTY, value=str(total))
    text = "\n".join(pages)
    if text.count("\ufffd") > _LOST_SHARE * len(text):
        codes.append(Code.CHARS_LOST)
    starts, at = [], 0
    for page in pages:
        starts.append(at)
        at += len(page) + 1
    return Extract(
        extractor=EXTRACTOR, content=text, pages=starts, codes=tuple(dict.fromkeys(codes))
    )


def _opened(content: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ParseRefused(Code.PASSWORD)
    return reader


def _declared(reader: PdfReader) -> int | None:
    tree = reader.root_object.get("/Pages")
    count = None if tree is None else tree.get_object().get("/Count")
    return int(count) if isinstance(count, int) else None


def _invisible(page: object) -> bool:
    """Whether the page draws text in render mode 3: not to be seen."""
    contents = page.get_contents()  # type: ignore[attr-defined]
    return contents is not None and _INVISIBLE.search(contents.get_data()) is not None


def _checked(content: bytes, pages: Sequence[str], codes: list[Code]) -> list[str]:
    """The pages, each replaced by pdfminer's reading where that is the fuller by far."""
    numbers = [n for n, page in enumerate(pages) if n < _CHECKED_PAGES or _size(page) <= _FEW]
    second = _by_pdfminer(content, numbers)
    kept = list(pages)
    for number, page in second.items():
        ours, theirs = _size(kept[number]), _size(page)
        if abs(ours - theirs) > _DISAGREE * max(ours, theirs) and max(ours, theirs) > _FEW:
            codes.append(Code.TEXT_DISAGREE)
            if theirs > ours:
                kept[number] = page
    return kept


def _by_pdfminer(content: bytes, numbers: Sequence[int]) -> dict[int, str]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    try:
        found = extract_pages(io.BytesIO(content), page_numbers=list(numbers))
        return {
            number: "".join(box.get_text() for box in page if isinstance(box, LTTextContainer))
            for number, page in zip(sorted(numbers), found, strict=False)
        }
    except Exception:  # noqa: BLE001 - the second opinion may fail in any way; the first stands
        return {}


def _size(page: str) -> int:
    return sum(not character.isspace() for character in page)
