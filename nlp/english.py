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
    r"already|and|just|allegedly|now|currently|still|previously|earlier|once|recently|since)\s?){0,4}$"
)
_AGAINST = re.compile(r"\s(?:\w+\s){0,2}against\s(?:the\s|(?:mr|mrs|ms|dr)\.?\s)?")
_STOPS = re.compile(r"[,;.(]|(?<!\w)(?:to|from|in|at|by|with|for|that|when|and|into|on)(?!\w)")
_ACTIVIST = re.compile(  # "a local activist, Marko", "the activist Marko"
    r"\s(?:an?|the|his|her|their|two|three|four|five|six|\d+)\s(?:(?!to|from|in|at|by|with|for|that|and)[\w'-]+\s){0,6}"
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
    before = [m for m in before if not _in_relative(page, m, trigger)] or before[:1]
    after = [m for m in free if m.start >= trigger.start]
    lead = page.low[clause.start : trigger.start]
    if before and _YOU.search(page.low, before[-1].end, trigger.start):
        return ()  # "tell us how you were captured"
    charged = [m for m in after if _AGAINST.fullmatch(page.low, trigger.end, m.start)]
    named = _named_last(page, clause, trigger, after) or _counted(page, trigger, after)
    if named:
        return named
    passive = BE.search(lead) and not _active(page, trigger)
    if not charged and (trigger.mode == "self" or passive):
        return (*_one_of(page, before), *joined(page, before, last=True))
    if not charged and (first := _coordinated(page, clause, trigger, before)):
        return joined(page, before[: before.index(first) + 1], last=True)
    near = [m for m in after if _directly_after(page, trigger.start, trigger.end, m)]
    if objects := charged or near:
        return joined(page, [m for m in after if m.start >= objects[0].start], last=False)
    return _described(page, before, trigger) if before else ()


def _in_relative(page: Paragraph, mention: Mention, trigger: Trigger) -> bool:
    """`One of them, a cook whose name he would not give, died`: *he* is within the commas."""
    comma = page.low.rfind(", ", page.sentence_at(mention.start)[0], mention.start)
    closed = page.low.find(",", mention.end, trigger.start)
    if comma < 0 or closed < 0 or not mention.feature("pronoun"):
        return False
    return bool(_WHOSE.search(page.low, comma, mention.start))


_WHOSE = re.compile(r"(?<!\w)(?:whose|whom|which|that)(?!\w)[^,]*$")


def _active(page: Paragraph, trigger: Trigger) -> bool:
    """`the court is hearing the case of Hai`: no passive, though *is* stands before it."""
    return bool(_ING.match(page.low, trigger.start, trigger.end))


_ING = re.compile(r"\w+ing(?!\w)")


def _named_last(
    page: Paragraph, clause: Clause, trigger: Trigger, after: list[Mention]
) -> tuple[Mention, ...]:
    """`Among those who died in the blast was Hai`: the name stands last."""
    start = page.sentence_at(clause.start)[0]
    beside = bool(_WITH_ME.match(page.low, start)) and not trigger.strong
    among = _AMONG.match(page.low, start) and not _AMONG.search(page.low, trigger.end)
    if not after or not (among or beside):
        return ()
    was = list(_WAS.finditer(page.low, trigger.start if beside else trigger.end, clause.end))
    named = [m for m in after if was and m.named and m.start >= was[-1].end()]
    near = named and len(page.low[was[-1].end() : named[0].start].split()) <= _FEW
    return joined(page, named, last=False) if near else ()


_AMONG = re.compile(r"\W*(?:also )?among (?:those|the \w+|them) (?:who|whom|which|to be)?\b")
_WITH_ME = re.compile(r"\W*(?:also )?(?:with|next to|beside|alongside) (?:me|us|him|her|them)\b")
_WAS = re.compile(r"(?<!\w)(?:was|were|is|are)\s")
_FEW = 4  # words between *was* and the name


def _counted(page: Paragraph, trigger: Trigger, after: list[Mention]) -> tuple[Mention, ...]:
    """`There were twenty of us in the cell`: those who are counted right after."""
    there = page.low.startswith("there ", trigger.start)
    near = after and after[0].start - trigger.end <= 1
    if page.low.startswith("cellmate", trigger.start):  # "my cellmate was Hai"
        named = [m for m in after if m.named]
        return joined(page, named, last=False) if near and after[0].named else ()
    return (after[0],) if there and near and after[0].label == "group" else ()


def _one_of(page: Paragraph, before: list[Mention]) -> tuple[Mention, ...]:
    """`Hai is among 22 men on trial`: he and all of them."""
    if len(before) < len(("he", "they")) or before[-1].label != "group":
        return ()
    single = ONE_OF.fullmatch(page.low, before[-2].end, before[-1].start)
    return (before[-2],) if single and before[-2].label == "person" else ()


ONE_OF = re.compile(
    r",?\s(?:is|was|are|were)\s(?:also\s)?(?:one of|among|part of)\s(?:the\s|an?\s)?"
    r"(?:[\w-]+\s){0,4}"
)


def _coordinated(
    page: Paragraph, clause: Clause, trigger: Trigger, before: list[Mention]
) -> Mention | None:
    """`Hai was stopped near Kherson on 4 May and detained`: the subject of the first participle."""
    if trigger.mode != "object" or not _AND_THEN.search(page.low, clause.start, trigger.start):
        return None
    for mention in before:
        named = _WHO_HE_IS.match(page.low, mention.end, trigger.start)
        was = _BE_DONE.match(page.low, named.end() if named else mention.end, trigger.start)
        if was and not _SUBORDINATE.search(page.low, was.end(), trigger.start):
            return mention
    return None


_WHO_HE_IS = re.compile(r"(?:,\s\d\d)?,\s(?:an?|the)\s[^,;.]{3,60}(?=,\s(?:was|were|had|has)\s)")
_AND_THEN = re.compile(r"\sand\s(?:(?:then|later|subsequently|finally|immediately)\s)?$")
_BE_DONE = re.compile(
    r",?\s(?:(?:was|were|has been|have been|had been)\s(?:\w+ly\s)?"
    r"\w+(?:ed|en|ght|ot|ut|nd|wn)|got)(?!\w)"
)
_SUBORDINATE = re.compile(
    r"[;:]|(?<!\w)(?:who|which|that|where|when|while|but|he|she|they|it)(?!\w)"
)


def _described(page: Paragraph, before: list[Mention], trigger: Trigger) -> tuple[Mention, ...]:
    """The being right before a participle that describes it."""
    subject, between = before[-1], page.low[before[-1].end : trigger.start]
    if _APPOSED.match(between):
        if subject.feature("pronoun") and subject.feature("nominative") == "yes":
            return ()  # "he transferred": the doer
        return (*_one_of(page, before), *joined(page, before, last=True))
    described = subject.named and _DESCRIBED.fullmatch(between)
    return (subject,) if described or _ONE_OF_THEM.fullmatch(between) else ()


def participle(found: Findings, clause: Clause, free: list[Mention]) -> tuple[Mention, ...]:
    """`Riza is a member of …, sentenced to 19 years`: the one person named so far."""
    page, trigger = found.page, clause.trigger
    if page.language != "en" or trigger is None or trigger.mode != "object" or len(free) > 1:
        return ()
    near = [m for m in found.beings if m.end == trigger.start - 1 and m.end > clause.start - 2]
    if near and near[0].named and not free and _REDUCED.match(page.low, trigger.end):
        return (near[0],)  # "sentenced three men | captured in Kursk"
    if not page.low.endswith(", ", 0, trigger.start):
        return ()
    earlier = inside(found.beings, page.sentence_at(trigger.start)[0], trigger.start)
    alone = len(earlier) == 1 and earlier[0].named and free in ([], earlier)
    return (earlier[0],) if alone else ()


_REDUCED = re.compile(r"\s(?:in|at|near|on|by|during|outside|when|while)\s")


def past_relative(found: Findings, sentence: tuple[int, int], clause: Clause) -> Mention | None:
    """`Hai, who was seen in Kursk, died in May`: whom the verb after the relative clause means."""
    page, trigger = found.page, clause.trigger
    if trigger is None or trigger.mode == "noun":
        return None
    lead = page.low[clause.start : trigger.start]
    head = next((m for m in found.beings if m.start >= sentence[0]), None)
    if head is not None and head.named and _HEADED.fullmatch(page.low, head.end, trigger.start):
        return head if not page.low[sentence[0] : head.start].strip(" *_-–—•") else None
    who = _WHO_NEAR.search(page.low, sentence[0], clause.start) if not lead.strip() else None
    if who is not None and trigger.mode == "self" and trigger.strong and clause.head < 0:
        return next((m for m in found.beings if m.end == who.start()), None)
    own = trigger.mode == "self" and _VERB_ALONE.fullmatch(lead)
    if not own and not (trigger.mode == "object" and _WAS_ALONE.fullmatch(lead)):
        return None
    who = _WHO.search(page.low, sentence[0], clause.start)
    before = [
        m
        for m in found.beings
        if who is not None
        and (m.end == who.start() or _AGED.fullmatch(page.low, m.end, who.start()))
    ]
    return before[0] if before else None


_AGED = re.compile(r",\s(?:aged\s)?\d\d")
_VERB_ALONE = re.compile(r",\s(?:(?:has|had|then|later|also|still|never|not)\s){0,3}")
_WAS_ALONE = re.compile(
    r",\s(?:(?:then|later|also|still|never)\s)?(?:was|were|has been|have been|had been|is|are)\s"
    r"(?:(?:\w+ly|also|still|never|not|being|then|later)\s){0,2}"
)
_HEADED = re.compile(r"[*_]*:[*_]*\s(?:[^:]*[;,]\s)?(?:(?:and|was|then|later)\s){0,2}")
_WHO_NEAR = re.compile(r"\swho\s(?:\w+\s){0,2}(?:was|were|been|is|are)\s[^,;:]{3,60}$")
_WHO = re.compile(r",\s(?:who|whom|whose|(?:\d\d,\s)?(?:an?|the))\s[^,;:]*(?:,\s(?!who)[^,;:]*)?$")


_TITLE = re.compile(r"\s(?:mr|mrs|ms|dr|sgt|lt|capt|col)\.\s$")


def _directly_after(page: Paragraph, start: int, end: int, mention: Mention) -> bool:
    if mention.start < end:  # "taken him prisoner": inside the trigger
        return True
    between = _TITLE.sub(" ", page.low[end : mention.start])
    if _AGAINST.fullmatch(between):
        return True
    if mention.named and _ACTIVIST.fullmatch(between):
        return True
    return len(between.split()) <= 3 and not _STOPS.search(between)


def of_a_place(found: Findings, clause: Clause) -> bool:
    """`he was freed when Kherson was liberated`: the verb tells of the town."""
    trigger, page = clause.trigger, found.page
    if trigger is None:
        return False
    named = _NAME_WAS.search(page.text, clause.start, trigger.start)
    known = {m.end for m in found.beings} | {d.end for d in found.dates}
    return named is not None and named.end(1) not in known


_NAME_WAS = re.compile(r"([A-Z][\w'-]+)\s(?:was|were|had been|has been)\s")
