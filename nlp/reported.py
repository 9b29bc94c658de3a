"""Whom an English *he* cannot mean: the one who only tells of him, and the one beside him."""

import re

from nlp.findings import Findings, inside
from nlp.mention import Mention

_THIRD = frozenset(("he", "she"))


def tells_of(found: Findings, mention: Mention) -> list[Mention]:
    """`Rud believes that he …`, `According to Rud, he …`: Rud, where another was told of."""
    page = found.page
    if page.language != "en" or mention.feature("pronoun") not in _THIRD:
        return []
    before = _persons(found, mention)
    return [
        m
        for m in before[-1:]
        if _BELIEVES.fullmatch(page.low, m.end, mention.start)
        or (
            page.low.endswith("according to ", 0, m.start)
            and page.low[m.end : mention.start] == ", "
        )
    ]


def heads(found: Findings, mention: Mention) -> list[Mention]:
    """`Rud, who shared a cell with him`: Rud, who is another."""
    page = found.page
    object_ = mention.feature("nominative") == "no" and mention.feature("pronoun") in _THIRD
    if page.language != "en" or not object_:
        return []
    return [
        m
        for m in _persons(found, mention)[-1:]
        if _WHO_WITH.fullmatch(page.low, m.end, mention.start)
    ]


def described_as(found: Findings, mention: Mention) -> list[Mention]:
    """`a student from Kherson, Anna Mazur`: what the one is who is named after it."""
    page = found.page
    if page.language != "en" or not mention.named or mention.label != "person":
        return []
    return [
        m
        for m in inside(found.pronouns, max(0, mention.start - _FAR), mention.start)
        if m.label == "person"
        and m.feature("pronoun") is None
        and _NAMED_AFTER.fullmatch(page.low, m.end, mention.start)
    ][-1:]


_FAR = 90
_NAMED_AFTER = re.compile(r"(?:\s(?:from|of|with|in)\s[^,.;]{2,40})?,\s")


def _persons(found: Findings, mention: Mention) -> list[Mention]:
    start = found.page.sentence_at(mention.start)[0]
    return [m for m in inside(found.people, start, mention.start) if m.named]


_BELIEVES = re.compile(
    r"\s(?:\w+\s)?(?:believes?|believed|thinks?|thought|heard|hears|suspects?|suspected|fears?|feared|"
    r"hopes?|hoped|assumes?|assumed|learned|learnt|was told|had been told|guesses)\s(?:that\s)?"
)
_WHO_WITH = re.compile(r",\swho\s[^,.;:]{3,60}\s")
