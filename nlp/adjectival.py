"""Participles that only say which man is meant: `Звільнений сусід по камері повідомив`."""

import re

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.mention import Mention
from nlp.who import attributive


def only_describes(found: Findings, clause: Clause) -> bool:
    """Whether the trigger stands before a noun for a man without a name, as what he is."""
    trigger, page = clause.trigger, found.page
    if trigger is None or not page.words.get("describes.nouns") or not attributive(found, clause):
        return False
    if not page.words.pattern("describes.participles").fullmatch(
        page.low, trigger.start, trigger.end
    ):
        return False
    noun = page.words.pattern("describes.nouns").search(page.low, trigger.end, clause.end)
    if noun is None or not _BETWEEN.fullmatch(page.low, trigger.end, noun.start()):
        return False
    return not _named_next(inside(found.people, noun.end(), clause.end), noun.end())


def _named_next(people: list[Mention], end: int) -> bool:
    return bool(people) and people[0].start - end <= 1 and people[0].feature("nominative") == "yes"


_BETWEEN = re.compile(r"\s(?:[\w-]+\s){0,4}")
