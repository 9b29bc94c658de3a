"""Whether a clause passes on what somebody else told: `relatives were told that Hai had died`.

Who tells of himself is a witness, and so is a body that reports what it knows; *they say*, kin,
lawyers, guards and cellmates who tell of another are not.
"""

import re
from collections.abc import Sequence
from functools import cache

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.hearsay_slavic import told_of_another
from nlp.lexicon import lexicon
from nlp.mention import Mention


def told_by_others(
    found: Findings, clause: Clause, sentence: tuple[int, int], beings: Sequence[Mention]
) -> bool:
    """Whether the teller that the sentence names is none of those whom it befell.

    `beings` are those of the frame as mentions of the paragraph.
    """
    page, trigger = found.page, clause.trigger
    if page.language != "en":
        return told_of_another(found, clause, sentence, beings)
    if page.language != "en" or trigger is None or trigger.sighting:
        return False
    start = max(sentence[0], _quote_end(found, trigger.start))
    told, named, according, after = _patterns()
    for cue in told.finditer(page.low, start, trigger.start):
        aside = _ASIDE.search(page.low, cue.end(), trigger.start)
        notified = _NOTIFIED.search(cue.group()) is not None
        itself = notified and _told_himself(found, start, cue.start(), beings)
        if not aside and not itself:
            return True
    if after.search(page.low, trigger.end, sentence[1]):
        return True
    for cue in according.finditer(page.low, *sentence):
        if not _own(found, cue.end(), beings):
            return True
    for cue in page.words.pattern("modality.according").finditer(page.low, *sentence):
        near = [m for m in inside(found.people, cue.end(), sentence[1]) if m.start - cue.end() == 1]
        if near and near[0].named and not any(_is(near[0], m) for m in beings):
            return True
    for verb in named.finditer(page.low, start, trigger.start):
        speaker = [m for m in inside(found.people, start, verb.start()) if m.end == verb.start()]
        if speaker and (
            _SUPPOSES.search(verb.group())
            or not _same(found, speaker[0], verb.end(), trigger.start, beings)
        ):
            return True
    return False


def _told_himself(found: Findings, start: int, at: int, beings: Sequence[Mention]) -> bool:
    """`She was told that she would be exchanged`: what somebody is told about his own case."""
    said = [m for m in inside(found.beings, start, at) if m.label == "person"]
    lead = found.page.low[said[-1].end : at] if said else "-"
    pronoun = any(m.feature("pronoun") in ("he", "she") for m in beings)
    return pronoun and bool(_HAD.fullmatch(lead)) and any(_is(said[-1], m) for m in beings)


def _quote_end(found: Findings, at: int) -> int:
    """Where the quotation starts that an offset lies in: what is outside does not rule it."""
    return next((q[0] for q in found.page.quotes if q[0] <= at < q[1]), -1)


def _own(found: Findings, at: int, beings: Sequence[Mention]) -> bool:
    """`According to Hai, he was …`: he is the one who tells."""
    near = [m for m in inside(found.people, at, at + _REACH) if m.start - at <= 1]
    if not near:
        return False
    return any(_is(near[0], m) for m in beings)


def _same(
    found: Findings, speaker: Mention, start: int, end: int, beings: Sequence[Mention]
) -> bool:
    """`Hai said he was held`: *he* is the one who tells, if nobody else is named before it."""
    between = [m for m in inside(found.beings, start, end) if m.label == "person"]
    if any(_is(speaker, m) for m in beings):
        return not [m for m in between if m.named]
    return not beings or any(m.feature("pronoun") in ("i", "we", "they") for m in beings)


def _is(teller: Mention, being: Mention) -> bool:
    if being.feature("pronoun") in ("he", "she"):
        return being.feature("gender") in ("", None, teller.feature("gender") or "") or not (
            teller.feature("gender")
        )
    same = teller.feature("surname") or teller.words
    return same == (being.feature("surname") or being.words)


_REACH = 40
_SUPPOSES = re.compile(r"\s(?:believes?|believed|thinks?|thought|suspects?|heard|hears)\s")
_ASIDE = re.compile(r",\s(?:when|where|who|which|while)\s")
_NOTIFIED = re.compile(r"(?:was|were|been|being)\s(?:\w+\s)?(?:told|informed)")
_HAD = re.compile(r",?\s(?:(?:had|has|have|was|were|been|twice|once|then|later|also|\w+ly)\s){0,4}")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon("en")
    third = words["hearsay.third"]
    told = words["hearsay.told"].replace("{third}", third)
    according = words["hearsay.according"].replace("{third}", third)
    after = words["hearsay.after"].replace("{third}", third)
    return (
        re.compile(rf"(?<!\w)(?:{told})"),
        re.compile(rf"(?:{words['hearsay.says']})"),
        re.compile(rf"(?<!\w)(?:{according})"),
        re.compile(rf"(?:{after})"),
    )
