"""Ukrainian and Russian clauses whose subject stands in another part of their sentence."""

import re

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.lists import joined
from nlp.mention import Mention
from nlp.who import attributive, candidates


def opens_for(found: Findings, sentence: tuple[int, int], clause: Clause) -> Mention | None:
    """`Засуджений до 10 років, Гай …`: a participle that opens is about the subject after it."""
    trigger, page = clause.trigger, found.page
    if trigger is None or not attributive(found, clause) or trigger.mode == "noun":
        return None
    if _LETTER.search(page.low, sentence[0], clause.start):
        return None
    lead = page.low[clause.start : trigger.start]
    if len(lead) > _OPENING or inside(found.beings, clause.start, trigger.start):
        return None
    after = inside(found.beings, trigger.end, sentence[1])
    if not after or after[0].feature("nominative") != "yes" or after[0].label == "group":
        return None
    return after[0] if _MAIN.search(page.low, trigger.end, after[0].start) else None


_LETTER = re.compile(r"[^\W\d_]")
_OPENING = 20  # characters of adverbs before a participle that opens its sentence
_MAIN = re.compile(r",\s(?:[\w«»-]+\s){0,3}$")


def objects_before(found: Findings, start: int, clause: Clause) -> tuple[Mention, ...]:
    """`Гая включали у списки, але так і не обміняли`: the object, or list, of the verb before."""
    before = Clause(start=start, end=clause.start, trigger=None, opening="")
    free = candidates(found, before)
    if any(m.label != "person" or not m.named for m in free):
        return ()
    chain = joined(found.page, free, last=False)
    oblique = not any(m.feature("nominative") == "yes" for m in chain)
    return chain if len(chain) == len(free) and oblique else ()
