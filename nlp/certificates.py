"""The day of a death as a certificate gives it: `У свідоцтві про смерть стоїть 19 жовтня`."""

import re

from nlp.dates import Dated
from nlp.findings import inside
from nlp.mention import Frame, Mention
from nlp.scene import Scene
from nlp.version import rule

_CERTIFICATE = {
    "en": r"death certificates?|certificates? of death|medical certificates?",
    "uk": r"свідоцтв\w+ про смерть|довід\w+ про смерть",
    "ru": r"свидетельств\w+ о смерти|справк\w+ о смерти",
}
_STANDS = {
    "en": r"says?|said|gives?|gave|states?|stated|names?|named|lists?|listed|records?|recorded|"
    r"puts?|shows?|showed|has",
    "uk": r"стоїть|стояло|стояла|зазначен\w+|вказан\w+|записан\w+|значиться|датован\w+ смерть",
    "ru": r"стоит|стояло|стояла|указан\w*|записан\w*|значится|проставлен\w*",
}
_ISSUED = re.compile(
    r"(?:issued|dated|signed|drawn up|handed over|видан\w*|видали|датован\w*|від|"
    r"выдан\w*|выдали|датирован\w*|от)\s(?:on\s|було\s|было\s)?$"
)
_NOT = re.compile(r"(?<!\w)(?:no|not|without|never|не|ні|без|нет)(?!\w)")
_NEARBY = 2  # sentences since the death was told


def certificates(scene: Scene) -> list[Frame]:
    """A death for each certificate that states its day, of the one it names or was told of."""
    page = scene.found.page
    paper = re.compile(rf"(?<!\w)(?:{_CERTIFICATE[page.language]})(?!\w)")
    says = re.compile(rf"(?<!\w)(?:{_STANDS[page.language]})(?!\w)")
    made = []
    for number, sentence in enumerate(page.sentences):
        named = paper.search(page.low, *sentence)
        verb = says.search(page.low, named.end(), sentence[1]) if named is not None else None
        dated = _day(scene, sentence) if verb is not None else None
        who = _whose(scene, number) if dated is not None else None
        if named is None or dated is None or who is None or _NOT.search(page.low, *sentence):
            continue
        span = scene.span(*sentence)
        made.append(
            Frame(
                property="died",
                start=span[0],
                end=span[1],
                sentence=span,
                trigger=scene.span(*named.span()),
                rule=rule("certificates"),
                roles=(("who", who),),
                period=dated.period(presence=False),
                basis="document_seen",
            )
        )
    return made


def _day(scene: Scene, sentence: tuple[int, int]) -> Dated | None:
    """The one date of the sentence that is not the day on which the paper was issued."""
    low = scene.found.page.low
    days = [d for d in inside(scene.found.dates, *sentence) if not _ISSUED.search(low[: d.start])]
    return days[0] if len(days) == 1 and days[0].first is not None else None


def _whose(scene: Scene, number: int) -> Mention | None:
    """The person named in the sentence, else the one whose death was told just before."""
    sentences = scene.found.page.sentences
    here = [m for m in inside(scene.found.people, *sentences[number]) if m.named]
    if here:
        return scene.lift(here[0]) if len(here) == 1 else None
    near = [scene.span(*s) for s in sentences[max(0, number - _NEARBY) : number]]
    deaths = [f for f in scene.frames if f.property == "died" and f.sentence in near]
    who = [m for name, m in deaths[-1].roles if name == "who"] if deaths else []
    return who[0] if len(who) == 1 else None
