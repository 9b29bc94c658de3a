"""`Дзьобу обміняли`, `Ilarion Kvasha was never there. He …`: names that no list knows."""

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
    if _after_a_stranger(found, sentence):
        return []
    parts = (at_rest(found, clause) for clause in clauses(found, sentence))
    return [clause for clause in parts if not _of_a_stranger(found, clause)]


_HE = re.compile(r"(?:he|she|his|her)\s")
_FULL_NAME = re.compile(
    r"[A-Z][a-z']+\s[A-Z][a-z']+(?=\s(?:was|is|had|has|did|died|never|spent|stayed|remained|told|said)\s)"
)


def _after_a_stranger(found: Findings, sentence: tuple[int, int]) -> bool:
    """`Ilarion Kvasha was never there. He …`: who has a name that no list knows may be meant."""
    page = found.page
    at = page.sentences.index(sentence) if sentence in page.sentences else 0
    if page.language != "en" or at == 0 or not _HE.match(page.low, sentence[0]):
        return False
    named = _FULL_NAME.match(page.text, *page.sentences[at - 1])
    return named is not None and not _known(found, *named.span())


def _known(found: Findings, start: int, end: int) -> bool:
    spans = [(m.start, m.end) for m in found.solid]
    spans += [(d.start, d.end) for d in found.dates]
    return any(a < end and start < b for a, b in spans)


def _of_a_stranger(found: Findings, clause: Clause) -> bool:
    """Whether nothing but such a word stands before the verb: nobody named earlier is meant."""
    page, trigger = found.page, clause.trigger
    if page.language != "uk" or trigger is None or trigger.property in LEGAL:
        return False
    first = _FIRST.fullmatch(page.text, clause.start, trigger.start)
    if first is None or page.words.pattern("people.first_words").fullmatch(first["word"].lower()):
        return False
    return not _known(found, *first.span("word"))
