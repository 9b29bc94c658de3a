"""Who belongs to whom: the teller to his *we*, a group or person to the unit named with it."""

import re
from dataclasses import dataclass

from nlp.book import Book
from nlp.mention import Frame, Mention
from nlp.plurals import many
from nlp.version import rule

_OF_UNIT = re.compile(
    r"^,?\s(?:(?:of|from|з|із|зі|из|с|со)\s)?(?:(?:the|a|an|soldier|fighter|marine|member|officer|of|"
    r"боє?ць|бійц\w{1,2}|боец|бойц\w{1,2}|військовослужбов\w{2,4}|военнослужащ\w{2,3}|солдат\w{0,2}|"
    r"морпіх\w{0,2}|офіцер\w{0,2}|офицер\w{0,2}|сержант\w{0,2}|з|із|из)\s){0,4}$",
    re.IGNORECASE,
)
_FAR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One belongs to the other, as a stretch of the text says it."""

    member: Mention
    of: Mention
    passage: tuple[int, int]
    rule: str


def memberships(book: Book, frames: list[Frame]) -> list[Membership]:
    """Of every *we* that a frame speaks of, and of every unit right after a name or a group."""
    found: list[Membership] = []
    for frame in frames:
        for _, mention in frame.roles:
            ours = mention.words.lower().endswith("of us") and many(mention)
            if mention.feature("pronoun") != "we" and not ours:
                continue
            member = _teller_of(book, mention)
            if member is not None and not frame.conditional:
                found.append(
                    Membership(member=member, of=mention, passage=frame.sentence, rule=rule("we"))
                )
    return [*found, *_units(book)]


def _teller_of(book: Book, we: Mention) -> Mention | None:
    quote = book.quote_of(we)
    if quote < 0:
        return book.narrative.narrator
    known = book.quotes.get(quote)
    return None if known is None else known.speaker


def _units(book: Book) -> list[Membership]:
    units = [p.mention for p in book.placed if p.mention.feature("is") == "unit"]
    beings = [
        p.mention for p in book.placed if p.mention.label in ("person", "group") and p.mention.named
    ]
    found: list[Membership] = []
    for unit in units:
        before = [m for m in beings if m.end <= unit.start and unit.start - m.end <= _FAR]
        if before and _OF_UNIT.match(book.text.content[before[-1].end : unit.start]):
            passage = (before[-1].start, unit.end)
            found.append(Membership(member=before[-1], of=unit, passage=passage, rule=rule("unit")))
    return found
