"""Sentences that only name who shared what was told before: `With me were Hai and Rud.`"""

import re
from dataclasses import replace

from nlp.findings import inside
from nlp.lists import joined
from nlp.scene import Scene

_SHARED = frozenset(("captured", "exchanged", "released", "moved"))
_FEW = 4  # words between the verb and the first name


def alongside(scene: Scene, sentence: tuple[int, int], told: int) -> None:
    """Adds the happening of the sentence before for those who are named beside *me* or *him*."""
    page = scene.found.page
    if page.language == "uk" or len(scene.frames) != told or not scene.frames:
        return
    cue = _WITH.match(page.low, sentence[0], sentence[1])
    last, at = scene.frames[-1], page.sentences.index(sentence)
    if cue is None or not at or last.property not in _SHARED:
        return
    if last.sentence != scene.span(*page.sentences[at - 1]):
        return
    named = [m for m in inside(scene.found.beings, cue.end(), sentence[1]) if m.named]
    if not named or len(page.low[cue.end() : named[0].start].split()) > _FEW:
        return
    people = tuple(scene.lift(m) for m in joined(page, named, last=False))
    start, end = scene.span(*sentence)
    scene.frames.append(
        replace(
            last,
            start=start,
            end=end,
            sentence=(start, end),
            trigger=(start, end),
            details=tuple(d for d in last.details if not d[0].startswith("size")),
            roles=(*(("who", m) for m in people), *(r for r in last.roles if r[0] != "who")),
            gap=None,
        )
    )


_WITH = re.compile(
    r"(?:together |along )?with (?:me|us|him|her|them)(?: on (?:that|the same) (?:day|bus|plane))? "
    r"(?:was|were|came|went|returned|travelled|rode|flew)(?: also)?(?: back| home)? |"
    r"(?:вместе )?со? (?:мной|мною|нами|ним|ней|ними) (?:\w+ ){0,2}?"
    r"(?:был[аои]?|верну(?:лся|лась|лись)|ехал[аи]?|попал[аи]?|вышел|вышл[аи]|"
    r"оказал(?:ся|ась|ись)) "
)
