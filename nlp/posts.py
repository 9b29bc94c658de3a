"""Who heads a facility, as an apposition says it: `начальник СІЗО-2 Аркадій Зима`."""

import re
from functools import cache

from graph.period import UNDATED
from nlp.findings import Findings
from nlp.lexicon import lexicon
from nlp.mention import Frame, Mention
from nlp.scene import Scene
from nlp.version import rule

_REACH = 40
_BESIDE = re.compile(r"[\s,–—(-]{1,3}(?:the |named )?")
_HOLDS_IT = re.compile(r"[\s,–—(-]{1,3}(?:(?:the|a|former|acting|колишній|бывший|в\.о\.)\s)*")


def posts(scene: Scene) -> list[Frame]:
    """A frame for each named facility with its head named right beside it."""
    found = scene.found
    frames = []
    for facility in found.facilities:
        lead = _head(found.page.language).search(
            found.page.low, max(0, facility.start - _REACH), facility.start
        )
        if lead is None or not facility.named:
            continue
        person = _beside(found, lead.start(), facility.end)
        if person is None:
            continue
        start, end = min(lead.start(), person.start), max(facility.end, person.end)
        frames.append(
            Frame(
                property="headed",
                start=scene.span(start, end)[0],
                end=scene.span(start, end)[1],
                sentence=scene.span(*found.page.sentence_at(start)),
                trigger=scene.span(*lead.span()),
                rule=rule("posts"),
                roles=(("who", scene.lift(person)), ("of", scene.lift(facility))),
                period=UNDATED,
            )
        )
    return frames


def _beside(found: Findings, start: int, end: int) -> Mention | None:
    """The person named right after the facility, else right before the post."""
    low = found.page.low
    for person in found.people:
        if person.start >= end and _BESIDE.fullmatch(low[end : person.start]):
            return person
        if person.end <= start and _HOLDS_IT.fullmatch(low[person.end : start]):
            return person
    return None


@cache
def _head(language: str) -> re.Pattern[str]:
    of = r"\sof(?:\sthe)?" if language == "en" else ""
    return re.compile(rf"(?<!\w)(?:{lexicon(language)['people.head']}){of}\s(?:of\s)?$")
