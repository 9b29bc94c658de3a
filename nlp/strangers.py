"""`Дзьобу обміняли`: a first word that no list knows may name whom the sentence is about."""

import re

from nlp.clauses import Clause, clauses
from nlp.findings import Findings
from nlp.kinds import at_rest
from nlp.trials import LEGAL

_FIRST = re.compile(
    r"(?:[АІЙ]\s)?(?P<word>[А-ЯІЇЄҐ][а-яіїєґ']+(?:[ауюяойь]|[бвгґджзклмнпрстфхцчшщ]))\s$"
)


def clauses_of_the_known(found: Findings, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of a sentence without those that speak of somebody whom no rule can name."""
    parts = (at_rest(found, clause) for clause in clauses(found, sentence))
    return [clause for clause in parts if not _of_a_stranger(found, clause)]


def _of_a_stranger(found: Findings, clause: Clause) -> bool:
    """Whether nothing but such a word stands before the verb: nobody named earlier is meant."""
    page, trigger = found.page, clause.trigger
    if page.language != "uk" or trigger is None or trigger.property in LEGAL:
        return False
    first = _FIRST.fullmatch(page.text, clause.start, trigger.start)
    if first is None or page.words.pattern("people.first_words").fullmatch(first["word"].lower()):
        return False
    start, end = first.span("word")
    spans = [(m.start, m.end) for m in (*found.people, *found.groups, *found.facilities)]
    spans += [(d.start, d.end) for d in found.dates]
    return not any(a < end and start < b for a, b in spans)
