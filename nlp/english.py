"""Whom an English clause tells of: by voice and by the place before or after the verb."""

import re

from nlp.clauses import Clause, Trigger
from nlp.findings import Findings, inside
from nlp.lists import joined
from nlp.mention import Mention
from nlp.paragraph import Paragraph

BE = re.compile(
    r"(?<!\w)(?:was|were|been|being|be|is|are|am|got|get|'s|'re|'m)\s(?:[a-z]+\s){0,2}$"
)
_APPOSED = re.compile(
    r"^,?\s?(?:(?:who|whom|was|were|had|has|have|been|being|later|then|first|also|reportedly|"
    r"already|and|just|allegedly)\s?){0,4}$"
)
_AGAINST = re.compile(r"\s(?:\w+\s){0,2}against\s(?:the\s)?")
_STOPS = re.compile(r"[,;.(]|(?<!\w)(?:to|from|in|at|by|with|for|that|when|and|into|on)(?!\w)")
_ACTIVIST = re.compile(  # "a local activist, Marko", "the activist Marko"
    r"\s(?:an?|the|his|her|their)\s(?:(?!to|from|in|at|by|with|for|that|and)[\w'-]+\s){0,6}"
    r"[\w'-]+,?\s"
)
_INTERVIEWED = re.compile(
    r"\s(?:interviewed|met|spoke to|spoke with|knew|talked to|contacted|saw)\s"
    r"(?:had|was|were|has|have)\b"
)
_SAY = re.compile(r"\s(?:say|says|said|believe|believes|think|thinks|claim|claims|add|adds),")
_YOU = re.compile(r"(?<!\w)you(?!\w)")
_DESCRIBED = re.compile(  # "Ivan, a civilian driver seized near Bucha"
    r",\s(?:\d\d,\s)?(?:an?|the)\s(?:(?!was|were|had|has|is|and|who|said|told|of)[\w'-]+\s){1,6}"
)
_ONE_OF_THEM = re.compile(r"\s(?:is|was|are|were)\s(?:also\s)?(?:one of|among)\s[^,.;:]{3,40}\s")


def english(page: Paragraph, clause: Clause, free: list[Mention]) -> tuple[Mention, ...]:
    """The subject of a passive or of a verb of its own, else the object right after the verb."""
    trigger = clause.trigger
    if trigger is None:
        return ()
    before = [m for m in free if m.end <= trigger.start and not _SAY.match(page.low, m.end)]
    if before and _INTERVIEWED.match(page.low, before[-1].end, trigger.start):
        before = before[:-1]  # "the prisoners we interviewed had passed through"
    after = [m for m in free if m.start >= trigger.start]
    lead = page.low[clause.start : trigger.start]
    if before and _YOU.search(page.low, before[-1].end, trigger.start):
        return ()  # "tell us how you were captured"
    charged = [m for m in after if _AGAINST.fullmatch(page.low, trigger.end, m.start)]
    if not charged and (trigger.mode == "self" or BE.search(lead)):
        return joined(page, before, last=True)
    near = [m for m in after if _directly_after(page, trigger.start, trigger.end, m)]
    if objects := charged or near:
        return joined(page, [m for m in after if m.start >= objects[0].start], last=False)
    return _described(page, before, trigger) if before else ()


def _described(page: Paragraph, before: list[Mention], trigger: Trigger) -> tuple[Mention, ...]:
    """The being right before a participle that describes it."""
    subject, between = before[-1], page.low[before[-1].end : trigger.start]
    if _APPOSED.match(between):
        if subject.feature("pronoun") and subject.feature("nominative") == "yes":
            return ()  # "he transferred": the doer
        return joined(page, before, last=True)
    described = subject.named and _DESCRIBED.fullmatch(between)
    return (subject,) if described or _ONE_OF_THEM.fullmatch(between) else ()


def participle(found: Findings, clause: Clause, free: list[Mention]) -> tuple[Mention, ...]:
    """`Riza is a member of …, sentenced to 19 years`: the one person named so far."""
    page, trigger = found.page, clause.trigger
    if page.language != "en" or trigger is None or trigger.mode != "object" or len(free) > 1:
        return ()
    if not page.low.endswith(", ", 0, trigger.start):
        return ()
    earlier = inside(found.beings, page.sentence_at(trigger.start)[0], trigger.start)
    alone = len(earlier) == 1 and earlier[0].named and free in ([], earlier)
    return (earlier[0],) if alone else ()


def _directly_after(page: Paragraph, start: int, end: int, mention: Mention) -> bool:
    if mention.start < end:  # "taken him prisoner": inside the trigger
        return True
    between = page.low[end : mention.start]
    if _AGAINST.fullmatch(between):
        return True
    if mention.named and _ACTIVIST.fullmatch(between):
        return True
    return len(between.split()) <= 3 and not _STOPS.search(between)
