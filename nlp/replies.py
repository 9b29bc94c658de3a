"""What an authority answers: `в учреждениях области не содержится`, `указанные лица не поступали`.

Such a letter names people once with all their data, then *the said persons*; and it denies of all
institutions of a region what verbs of one prison do not reach.
"""

import re

from graph.claim import Polarity, Told
from graph.period import UNDATED
from nlp.findings import inside
from nlp.mention import Frame, Mention
from nlp.modality import OFFICIAL
from nlp.paragraph import Paragraph
from nlp.places import features, place_at
from nlp.scene import Scene
from nlp.version import rule

_INSTITUTIONS = {
    "en": r"in\s(?:any\s)?(?:of\s)?(?:the\s|its\s)?(?:institutions?|facilities|facility|prisons?)",
    "uk": r"(?:у|в)\s(?:(?:всіх|жодній|жодному|підпорядкованих)\s)?(?:установ\w+|закла\w+)",
    "ru": r"во?\s(?:(?:всех|подведомственных|каком-либо)\s)?учреждени\w+",
}
_NOT = {
    "en": r"(?:(?:is|are|was|were)\s(?:not|never)|(?:has|have)\s(?:not|never)\sbeen)"
    r"(?:\sand\s(?:was|were|has\sbeen|have\sbeen)\s(?:not|never))?\s(?:held|kept|detained)",
    "uk": r"не\s(?:утриму\w+|перебува\w+|значат\w+|значит\w+|числ\w+)",
    "ru": r"не\s(?:содерж\w+|удержива\w+|значат\w+|значит\w+|числ\w+)",
}
_NEVER_CAME = {
    "en": r"(?:(?:has|have)\s(?:not|never)|did\snot|never)\s"
    r"(?:been\s(?:brought|admitted)|arrived?)",
    "uk": r"не\s(?:надходи\w+|прибува\w+|доставля\w+|етапува\w+)",
    "ru": r"не\s(?:поступал\w?|прибывал\w?|доставлял\w+|этапировал\w+)",
}
_THE_SAID = {
    "en": r"(?:the\s)?(?:said|named|aforesaid|abovementioned|above-mentioned)\s"
    r"(?:persons?|people|individuals|citizens)",
    "uk": r"(?:за|вище|вищеза)?(?:значен|назван|згадан|вказан)\w+\s(?:особ\w+|громадян\w+)",
    "ru": r"(?:выше)?(?:указанн|названн|упомянут|поименованн)\w+\s(?:лиц\w*|граждан\w*)",
}
_BUT = re.compile(r"(?<!\w)(?:except|besides|other than|крім|окрім|за винятком|кроме|помимо)(?!\w)")
_REACH = 90  # characters from the word for institutions to the name of the region


def replies(scene: Scene) -> list[Frame]:
    """A frame for each sentence that denies so of people it names, or *the said persons*."""
    page = scene.found.page
    made = []
    known = {f.sentence for f in scene.frames}
    for number, sentence in enumerate(page.sentences):
        span = scene.span(*sentence)
        if span in known or _BUT.search(page.low, *sentence):
            continue
        people = _people(scene, number)
        where = _where(scene, sentence)
        if not people or where is None:
            continue
        trigger, role, place = where
        made.append(
            Frame(
                property="moved" if role == "to" else "held_at",
                start=span[0],
                end=span[1],
                sentence=span,
                trigger=scene.span(*trigger),
                rule=rule("replies"),
                roles=(*(("who", scene.lift(m)) for m in people), (role, scene.lift(place))),
                period=UNDATED,
                polarity=Polarity.DENIED,
                told=Told.OFFICIAL if scene.narrative.source_type in OFFICIAL else Told.DIRECT,
            )
        )
    return made


def _people(scene: Scene, number: int) -> list[Mention]:
    """Persons named in the sentence; for *the said persons* those of the last that named any."""
    page, people = scene.found.page, scene.found.people
    sentence = page.sentences[number]
    if not _said(page, _THE_SAID, sentence):
        return [m for m in inside(people, *sentence) if m.named]
    before = [[m for m in inside(people, *s) if m.named] for s in page.sentences[:number]]
    return next((named for named in reversed(before) if named), [])


def _where(scene: Scene, sentence: tuple[int, int]) -> tuple[tuple[int, int], str, Mention] | None:
    """What is denied, as which role, and of which facility or region."""
    page = scene.found.page
    named = [m for m in inside(scene.found.facilities, *sentence) if m.named]
    came = _said(page, _NEVER_CAME, sentence)
    held = _said(page, _NOT, sentence)
    if len(named) == 1 and (came or held):
        verb = came or held
        return (verb.span(), "to" if came else "at", named[0]) if verb is not None else None
    all_ = _said(page, _INSTITUTIONS, sentence)
    region = _region(page, all_.end(), sentence[1]) if all_ is not None else None
    if named or held is None or region is None:
        return None
    return held.span(), "at", region


def _said(
    page: Paragraph, words: dict[str, str], sentence: tuple[int, int]
) -> re.Match[str] | None:
    return re.compile(rf"(?<!\w){words[page.language]}(?!\w)").search(page.low, *sentence)


def _region(page: Paragraph, start: int, end: int) -> Mention | None:
    """The one region named close behind."""
    for word in re.finditer(r"[A-ZА-ЯІЇЄҐ]", page.text[start : min(end, start + _REACH)]):
        hit = place_at(page, start + word.start())
        if hit is not None and hit[1].regions and not hit[1].settlements:
            at = start + word.start()
            return Mention(
                label="place",
                start=at,
                end=hit[0],
                words=page.text[at : hit[0]],
                rule=rule("replies"),
                features=features(hit[1]),
            )
    return None
