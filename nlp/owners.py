"""English nouns that say whose they are: `his trial`, `the hearings` after a charge."""

import re
from typing import Protocol

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.mention import Frame, Mention


class Telling(Protocol):
    """A paragraph so far: what it holds, and whom the last sentence told of."""

    found: Findings
    frames: list[Frame]
    beings: tuple[Mention, ...]
    sentence: tuple[int, int]


def owners(scene: Telling, clause: Clause) -> tuple[Mention, ...]:
    """`His trial opened in May`: he of whom the sentence before told."""
    trigger, page = clause.trigger, scene.found.page
    if trigger is None:
        return ()
    here = page.sentence_at(trigger.start)
    of_case = _CASE.search(page.low, trigger.start, trigger.end)
    of_case = of_case or _CHARGES.match(page.low, here[0], trigger.end)
    if trigger.mode != "noun" and trigger.property != "body_returned" and not of_case:
        return ()
    lead = of_case or _HIS.search(page.low, max(0, trigger.start - _BESIDE_NOUN), trigger.start)
    near = [s for s in page.sentences if s[0] <= here[0]][-_PAIR:]
    legal = any(f.property in _LEGAL for f in scene.frames)
    if of_case and of_case.group(1) == "the" and not legal:
        return ()
    if trigger.property == "moved" and not _TIMED.search(page.low, here[0], trigger.start):
        return ()  # a transfer that is asked for need not have been
    if lead is None and legal and trigger.property in _LEGAL:
        lead = _THE.search(page.low, max(here[0], trigger.start - _BESIDE_NOUN), trigger.start)
    bare = legal and trigger.property in _LEGAL and trigger.start == here[0]
    several = lead is not None and lead.group(1) in ("their", "the")
    if (lead is None and not bare) or scene.sentence not in near:
        return ()
    if len(scene.beings) != 1:
        return scene.beings if several else ()
    if inside(scene.found.people, scene.sentence[1], clause.start):
        return ()
    gender = scene.beings[0].feature("gender")
    whose = lead.group(1) if lead is not None else ""  # "Hearings began …", after a charge
    agrees_with = {"his": "m", "her": "f"}.get(whose, gender)
    one = scene.beings[0].label == "person"
    return scene.beings if one and gender in ("", None, agrees_with) else ()


_HIS = re.compile(r"(?<!\w)(his|her|their)\s(?:\w+\s)?$")
_THE = re.compile(r"(?<!\w)(the)\s(?:first\s|next\s)?$")  # "the trial opened", after a charge
_CASE = re.compile(r"(?<!\w)(his|her|their|the) (?:criminal )?case")
_CHARGES = re.compile(  # "No charges have been brought."
    r"\W*(no|)(?:\s?(?:formal|criminal|official))?\s?charges? (?:were|was|have|has|had)\b"
)
_TIMED = re.compile(r"(?<!\w)(?:after|before|since|until|following|upon|on)\s(?:his|her|their)\s$")
_BESIDE_NOUN = 24
_LEGAL = frozenset(("charged", "tried", "sentenced"))
_PAIR = 2
