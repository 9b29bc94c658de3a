"""Transfers that take more than one clause: left here and brought there, put on a train that ended.

Two halves are one transfer only where nothing is told between them and the same are meant.
"""

import re
from dataclasses import dataclass, replace

from graph.claim import Polarity
from graph.period import UNDATED, Aspect, Period
from nlp.clauses import Clause, Trigger
from nlp.findings import Findings, inside
from nlp.mention import Frame, Mention
from nlp.roles import ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """They were put on a train: who, in which sentence, when; where it ends comes later."""

    frame: Frame
    after: int  # offset in the paragraph
    sentence: int  # its place among the sentences of the paragraph


def leaves(found: Findings, trigger: Trigger) -> bool:
    """Whether the trigger puts somebody on a vehicle, which is yet to arrive."""
    page = found.page
    return bool(page.words.pattern("journey.leaves").search(page.low, trigger.start, trigger.end))


_WAIT = 2  # sentences after the departure in which the arrival may be told


def arrival(
    found: Findings, departed: Departure, at: int
) -> tuple[tuple[int, int], Mention] | None:
    """The stretch of the arrival in sentence number `at`, and the one facility that it names."""
    page = found.page
    if not 0 <= at - departed.sentence <= _WAIT:
        return None
    start, end = page.sentences[at]
    lead = page.words.pattern("journey.arrives").search(page.low, max(start, departed.after), end)
    if lead is None:
        return None
    trigger = Trigger(
        start=lead.start(), end=lead.start(), property="moved", mode="self", strong=True
    )
    there = ends(found, Clause(start=lead.start(), end=end, trigger=trigger, opening="")).to
    if len(there) != 1 or there[0].label != "facility" or there[0].start - lead.end() > _NEAR:
        return None
    return (lead.start(), end), there[0]


_NEAR = 60


def whole(frames: list[Frame]) -> list[Frame]:
    """`taken from A on the 17th and brought to B on the 19th`: one transfer from A to B."""
    out: list[Frame] = []
    for frame in frames:
        if out and _halves(out[-1], frame):
            first = out[-1]
            period = _both(first.period, frame.period)
            whos = [r for r in first.roles if r[0] == "who"]
            roles = (*whos, *(r for r in (*first.roles, *frame.roles) if r[0] != "who"))
            details = tuple(sorted({*first.details, *frame.details}))
            out[-1] = replace(first, end=frame.end, roles=roles, period=period, details=details)
        else:
            out.append(frame)
    return out


def _halves(a: Frame, b: Frame) -> bool:
    names = [{name for name, _ in f.roles} for f in (a, b)]
    return (
        (a.property, b.property) == ("moved", "moved")
        and a.sentence == b.sentence
        and "from" in names[0]
        and "to" not in names[0]
        and "to" in names[1]
        and names[1].isdisjoint({"from", "via"})
        and (a.polarity, b.polarity) == (Polarity.ASSERTED, Polarity.ASSERTED)
        and not (a.conditional or b.conditional)
        and a.told == b.told
        and _same(a, b)
    )


def _same(a: Frame, b: Frame) -> bool:
    one, other = ([m for name, m in f.roles if name == "who"] for f in (a, b))
    if [m.start for m in one] == [m.start for m in other]:
        return True
    return (
        len(one) == len(other) == 1
        and one[0].label == other[0].label
        and other[0].feature("pronoun") in ("he", "she", "they", "we", "i")
        and one[0].feature("pronoun") in (None, other[0].feature("pronoun"))
        and other[0].feature("gender") in ("", None, one[0].feature("gender"))
    )


def _both(first: Period, last: Period) -> Period:
    """From the day of leaving to the day of coming; where one has no bounds, those of the other."""
    if first.start == UNDATED.start or first == last:
        return last if last.start != UNDATED.start else first
    if last.start == UNDATED.start or last.end.hi < first.start.lo:
        return first
    return replace(first, start=first.start, end=last.end, aspect=Aspect.THROUGHOUT)


_NAMED_AMONG = re.compile(
    r"(?<!\w)(?:was|were|is|are) (?:also )?(?:among|one of) those (?:who )?(?:were )?"
    r"(?:returned|freed|released|exchanged|came home|came back|brought home)(?!\w)|"
    r"(?<!\w)(?:was|were|is|are|are|being) (?:also )?(?:among|one of|amongst|part of) "
    r"(?:them|those|the (?:\w+ )?(?:group|number|first|second))(?!\w)"
)
_AMONG_NAMED = re.compile(
    r"(?<!\w)(?:among (?:them|those(?: [^,.;]{3,40}?)?|the [^,.;]{3,60}?)|"
    r"one of (?:them|those)|also (?:on the list|freed|released|exchanged|back|returning|home)) "
    r"(?:was|were|is|are) "
    r"(?:also )?(?:the )?(?:[\w'’-]+ ){0,4}?$"
)


def among(found: Findings, sentence: tuple[int, int]) -> list[Mention]:
    """`Hai was among them`, `among them was Hai`: those named of the group just told of."""
    page = found.page
    people = [
        m
        for m in found.people
        if sentence[0] <= m.start < sentence[1]
        and m.named
        and not page.low.startswith(("'s ", "’s "), m.end)
    ]
    if page.language != "en":
        among_them = _SLAVIC_AMONG.search(page.low, *sentence)
        after = [m for m in people if among_them and m.start >= among_them.end()]
        own = among_them and inside(found.groups, sentence[0], among_them.start())
        if own and page.language != "ru":
            return []  # "восемь человек, среди них Гай": they, and not those before
        if among_them and after and _LEAD_IN.fullmatch(page.low, among_them.end(), after[0].start):
            return _chain(page.low, after)
        return []
    for said in _NAMED_AMONG.finditer(page.low, *sentence):
        before = [m for m in people if m.end < said.start()]
        if before and not _LAST_STOP.sub("", page.low[sentence[0] : before[0].start]).strip(
            " -–—•"
        ):
            return _chain(page.low, before)
    for person in people:
        if _AMONG_NAMED.search(page.low, sentence[0], person.start):
            return _chain(page.low, [m for m in people if m.start >= person.start])
    return []


_LAST_STOP = re.compile(r"^.*[;:]\s(?:and\s)?")
_SLAVIC_AMONG = re.compile(
    r"(?<!\w)(?:среди них|в их числе|в числе (?:них|\w+(?:ых|их))|серед (?:них|яких)|"
    r"(?:у|в) їх(?:ньому)? числі|(?:у|в) числі (?:них|\w+их))(?!\w)"
)
_LEAD_IN = re.compile(
    r"\s?(?:[—–-]\s|(?:был\w?|есть|оказал\w+|и|также|бу(?:в|ла|ли)|є|й|і|також|опини\w+)\s){0,3}(?:[\w«»\"-]+:?\s){0,6}"
)


def not_among(found: Findings, sentence: tuple[int, int]) -> list[Mention]:
    """`Hai was not among them`: those of whom what was told of the group is denied."""
    page = found.page
    if page.language != "en":
        return []
    people = [m for m in found.people if sentence[0] <= m.start < sentence[1] and m.named]
    said = _NOT_AMONG.search(page.low, *sentence)
    before = [m for m in people if said is not None and m.end <= said.start()]
    return _chain(page.low, before) if before and before[0].start - sentence[0] <= _LEAD else []


_LEAD = 30  # characters before the name
_NOT_AMONG = re.compile(
    r"(?<!\w)(?:(?:was|were|is|are) not|(?:was|were|is|are)n't) (?:\w+ )?(?:among|one of|part of) "
    r"(?:them|those(?! who)|the (?:\w+ )?(?:group|freed|released|returned|exchanged))(?!\w)"
)


def _chain(low: str, people: list[Mention]) -> list[Mention]:
    out = people[:1]
    for mention in people[1:]:
        if not _JOINED.fullmatch(low[out[-1].end : mention.start]):
            break
        out.append(mention)
    return out


_JOINED = re.compile(
    r",?\s(?:(?:and|и)\s)?(?:the\s(?:[\w-]+\s){1,3}|(?:\w+\s){0,2})|,\s\d\d,\s(?:and\s)?"
)
