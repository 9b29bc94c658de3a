"""Who the teller is, where the text says it: "my name is …", "interview with …"."""

import re
from collections.abc import Sequence

from nlp.book import Book
from nlp.findings import Findings, inside
from nlp.mention import Link, Mention
from nlp.paragraph import Paragraph, spoken_line
from nlp.topics import people_of
from nlp.version import rule

_SAYS = {
    "en": re.compile(r"(?<!\w)(?:my (?:full )?name is|i am called|i am|i'm)\s$"),
    "uk": re.compile(r"(?<!\w)(?:мене (?:звати|звуть)|звати мене|звуть мене|звати)\s$"),
    "ru": re.compile(r"(?<!\w)(?:меня зовут|зовут меня|зовут)\s$"),
}
_TITLED = {
    "en": re.compile(
        r"(?:interview with|conversation with|testimony of|statement of|story of|account of|"
        r"told by|witness:?)\s(?:(?!and\b)[\w'-]+,?\s){0,4}$"
    ),
    "uk": re.compile(
        r"(?:інтерв.ю (?:з|із)|розмова (?:з|із)|свідчення|розповідь|спогади|розповідає)"
        r"\s(?:[\w'-]+,?\s){0,4}$"
    ),
    "ru": re.compile(
        r"(?:интервью (?:с|со)|беседа (?:с|со)|разговор (?:с|со)|свидетельство|показания|рассказ|"
        r"воспоминания|рассказывает)\s(?:[\w'-]+,?\s){0,4}$"
    ),
}
_FIRST = 3  # paragraphs that may be a title
_LONGEST_TITLE = 200


def narrator_link(book: Book) -> list[Link]:
    """The narrator and the one person that the text says he is; none if it says it of two."""
    narrator = book.narrative.narrator
    if narrator is None:
        return []
    named = [
        book.lift(f.page, m)
        for f in book.found
        for m in f.people
        if m.named and _SAYS[f.page.language].search(f.page.low, max(0, m.start - 30), m.start)
    ]
    why = "the teller says his name"
    if not named:
        why = "the title names the one who tells"
        titled = [m for f in book.found[:_FIRST] if (m := _in_title(f)) is not None]
        named = [book.lift(f.page, m) for f, m in titled]
    if len(people_of(named)) != 1:
        return []
    return [Link(a=named[0], b=narrator, rule=rule("named-narrator"), why=why)]


def reads_as(pages: Sequence[Paragraph], source_type: str | None) -> str | None:
    """The kind of source; a testimony where a newspaper or a report prints what one tells.

    That is, where every third paragraph, and three at least, say *I* outside quotations.
    """
    own = sum(map(_says_i, pages)) if source_type in _PRINTING else 0
    printed = own >= _FEWEST and own * _SHARE >= len(pages)
    return "survivor_published" if printed else source_type


def _says_i(page: Paragraph) -> bool:
    if spoken_line(page):
        return False
    said = _I.finditer(page.text)
    return any(not any(q[0] <= m.start() < q[1] for q in page.quotes) for m in said)


_I = re.compile(r"(?<!\w)(?:[Яя]|I)(?![\w-])")
_FEWEST = 3
_SHARE = 3
_PRINTING = frozenset(("news", "ngo_report", "investigative"))


def _in_title(found: Findings) -> tuple[Findings, Mention] | None:
    page = found.page
    people = inside(found.people, 0, len(page.text))
    if len(page.text) > _LONGEST_TITLE or len(people_of(people)) != 1:
        return None
    lead = _TITLED[page.language].search(page.low, 0, people[0].start)
    return (found, people[0]) if lead and people[0].named else None
