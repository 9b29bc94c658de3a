"""A short account of an answer: what was found, and one passage that it rests on."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from graph.answer.company import CodetentionAnswer
from graph.answer.path import TravelledAnswer
from graph.answer.summary import Sentence, Summary
from graph.event import Support
from visual.citation import Citation
from visual.names import Names
from visual.text.sheet import Sheet
from visual.words import language as words_in

MOST_LINES = 8
Accounted: TypeAlias = TravelledAnswer | CodetentionAnswer | Summary


def account(answer: Accounted, names: Names, language: str, *, quoted: set[str]) -> list[str]:
    """Lines under a heading of the door's own; every source stands in the whole answer.

    `quoted` are passages that were shown before; the one shown here is added to them.
    """
    words = words_in(language)
    sheet = Sheet(words, names)
    lines = list(_lines(sheet, answer))
    for line in lines[:MOST_LINES]:
        sheet.line(line)
    if len(lines) > MOST_LINES:
        sheet.line(words.t("account.more", n=len(lines) - MOST_LINES))
    told = _told(names, _support(answer), quoted)
    if told is not None:
        quoted.add(told.quote)
        quote = words.t("part.quoted", it=told.quote)
        title = told.title or words.t("text.untitled")
        sheet.line(words.t("account.says", quote=quote, title=title))
    return sheet.lines()


def _lines(sheet: Sheet, answer: Accounted) -> Iterator[str]:
    words = sheet.words
    if isinstance(answer, Summary):
        said = [s for s in answer.sentences if _happened(s)]  # what happened, not its name
        yield from (words.sentence(s, sheet.names) for s in said)
    elif isinstance(answer, CodetentionAnswer):
        for pair in answer.pairs:
            places = words.listed([sheet.name(s.facility) for s in pair.shared])
            who = f"{sheet.name(pair.one)} – {sheet.name(pair.other)}"
            yield f"{who}: {words.certainty(pair.certainty)}; {places}; {words.count(pair.days)}"
    else:
        for found in answer.travellers:
            known = max((r.support for r in found.routes), key=_independent)
            rests = f"{words.grade(known.grade)}, {words.t('text.lineages', n=_independent(known))}"
            yield f"{sheet.name(found.person)}: {words.certainty(found.certainty)}; {rests}"


def _support(answer: Accounted) -> Iterator[Support]:
    if isinstance(answer, Summary):
        return (s.support for s in answer.sentences if _happened(s))
    if isinstance(answer, CodetentionAnswer):
        return (s.support for pair in answer.pairs[:1] for s in pair.shared)
    moves = (s for t in answer.travellers for r in t.routes for s in r.steps if s.transfer)
    return (s.support for s in moves)


def _happened(sentence: Sentence) -> bool:
    return all(slot.name != "values" for slot in sentence.slots)  # else what it is called, or is


def _independent(support: Support) -> int:
    return len(support.lineages)


def _told(names: Names, supports: Iterable[Support], quoted: set[str]) -> Citation | None:
    """A passage of the best supported statement: a whole sentence rather than a row or a name."""
    best = max(supports, key=_independent, default=None)
    cited = [c for c in map(names.cite, best.claims) if c is not None] if best else []
    fresh = [c for c in cited if c.quote not in quoted]
    return max(fresh, key=lambda c: (c.line is None, len(c.quote)), default=None)
