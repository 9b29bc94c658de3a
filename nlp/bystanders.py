"""Persons who are named but to whom nothing happens: lawyers, officials, relatives, tellers."""

import re
from collections.abc import Sequence
from functools import cache

from nlp.book import Book
from nlp.lexicon import lexicon
from nlp.mention import Frame, Mention
from nlp.paragraph import Paragraph

_REACH = 40


def bystanders(book: Book, told: Sequence[Frame]) -> set[tuple[int, int]]:
    """Stretches of the mentions that a role beside the name, or their telling, sets aside."""
    tellers = [f.teller for f in told if f.teller is not None]
    judges = [m for f in told for name, m in f.roles if name in ("judge", "of")]
    heads = [m for f in told if f.property == "headed" for name, m in f.roles if name == "who"]
    found = {(m.start, m.end) for m in (*tellers, *judges, *heads)}
    for findings in book.found:
        for person in findings.people:
            if _set_aside(findings.page, person):
                lifted = book.lift(findings.page, person)
                found.add((lifted.start, lifted.end))
    return found


def _set_aside(page: Paragraph, person: Mention) -> bool:
    """`his lawyer Petro Savchuk`, `Petro Savchuk, a spokesman for …`; not the teller's own kin."""
    if _LABEL.match(page.low, person.end) and not page.low[: person.start].strip(" *_#"):
        return True  # "Roman: I was …" in an interview
    if page.language == "uk" and _has_kin(page, person):
        return True
    before, after = _roles(page.language)
    lead = page.low[max(0, person.start - _REACH) : person.start]
    if before.search(lead) and not _MINE.search(lead):
        return True
    return bool(after.match(page.low, person.end, min(len(page.low), person.end + _REACH)))


def _has_kin(page: Paragraph, person: Mention) -> bool:
    """`У Олени Рудь чоловік помер у Курську`: of whose husband it tells."""
    at = person.start - 2
    starts = page.low.startswith("у ", at) and page.sentence_at(person.start)[0] == at
    whose = page.words.pattern("people.whose")
    return starts and bool(whose.match(page.low, person.end + 1))


_LABEL = re.compile(r"[*_]*:[*_]*\s")
_MINE = re.compile(r"(?<!\w)(?:my|our|мо\w{1,2}|наш\w{0,2})\s(?:[\w-]+\s){0,3}$")


@cache
def _roles(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon(language)["people.bystanders"]
    return (
        re.compile(rf"(?<!\w)(?:{words})\s(?:of\s)?$"),
        re.compile(rf",\s(?:(?!who)[\w'’-]+\s){{0,3}}?(?:{words})(?!\w)"),
    )
