"""Who heads a facility, as a verb says it: `изолятором руководил …`, «обіймає посаду …».

Besides `nlp.posts`, where post, facility and name stand in one phrase. Of whom it is told in the
present heads it on the day of publication still.
"""

import re
from dataclasses import replace
from functools import cache

from graph.period import OPEN_FUTURE, UNDATED, Period, Range
from nlp.clauses import clauses
from nlp.findings import Findings, inside
from nlp.lexicon import lexicon
from nlp.mention import Frame, Mention
from nlp.scene import Scene
from nlp.version import rule

_LEADS = {
    "en": r"(?P<now>heads|runs|is in charge of|has headed|has run|has been in charge of)|"
    r"headed|ran|was in charge of",
    "uk": r"(?P<now>керує|очолює)|керува(?:в|ла)|очолюва(?:в|ла)|очоли(?:в|ла)",
    "ru": r"(?P<now>руководит|возглавляет|командует)|руководил[а]?|возглавлял[а]?|возглавил[а]?|"
    r"командовал[а]?",
}
_HOLDS = {
    "en": r"(?P<now>holds|has held)\sthe\spost\sof|held\sthe\spost\sof",
    "uk": r"(?P<now>обіймає|займає)\sпосаду|обійма(?:в|ла)\sпосаду|займа(?:в|ла)\sпосаду",
    "ru": r"(?P<now>занимает)\sдолжность|занимал[а]?\sдолжность",
}
_ACTING = {
    "en": r"acting\s",
    "uk": r"(?:виконувач\w{0,2}\sобов'язків|в\.\s?о\.)\s",
    "ru": r"(?:исполняющ\w{2,3}\sобязанности|и\.\s?о\.|врио)\s",
}
_ACCUSED = re.compile(
    r"(?:підозрюван\w+|обвинувачен\w+|подозреваем\w+|обвиняем\w+|подсудим\w+|"
    r"the (?:suspect|accused|defendant))\s(?:\w+\s)?$"
)
_NOT = re.compile(r"(?<!\w)(?:not|never|no longer|не|ніколи|никогда)\s(?:\w+\s)?$")
_OBJECT = re.compile(r"\s(?:the\s)?(?:notorious\s|former\s)?")
_BESIDE = 40  # characters between the verb and its facility or person


def leaders(scene: Scene) -> list[Frame]:
    """A frame for each facility that somebody is said to head by a verb of its own."""
    made = []
    for sentence in scene.found.page.sentences:
        for clause in clauses(scene.found, sentence):
            stretch = (clause.start, clause.end)
            told = [*_leading(scene, stretch), *_holding(scene, stretch)]
            told += _acting(scene, sentence, stretch)
            made += [_frame(scene, stretch, each) for each in told]
    return made


_Found = tuple[re.Match[str], Mention, Mention]


def _leading(scene: Scene, stretch: tuple[int, int]) -> list[_Found]:
    """`изолятором с 22 июля руководил …`: the one facility and the one person of the clause."""
    found = scene.found
    verb = _search(found, _LEADS, stretch)
    here = inside(found.facilities, *stretch)
    people = [m for m in inside(found.people, *stretch) if m.named]
    subjects = [m for m in people if m.feature("nominative") != "no"]
    if verb is None or len(here) != 1 or len(subjects) != 1:
        return []
    person, facility = subjects[0], here[0]
    english = found.page.language == "en"
    if english and not (
        person.end <= verb.start() and _OBJECT.fullmatch(found.page.low, verb.end(), facility.start)
    ):
        return []
    near = max(person.start - verb.end(), verb.start() - person.end) <= _BESIDE
    object_ = english or (facility.feature("cases") or "i")[:1] in ("i", "a")
    return [(verb, scene.lift(person), scene.lift(facility))] if near and object_ else []


def _holding(scene: Scene, stretch: tuple[int, int]) -> list[_Found]:
    """«підозрюваний обіймає посаду начальника …»: the facility right behind the post."""
    found = scene.found
    verb = _search(found, _HOLDS, stretch)
    head = _head(found.page.language).match(found.page.low, verb.end()) if verb else None
    if verb is None or head is None:
        return []
    behind = [m for m in found.facilities if m.start - head.end() in (0, 1)]
    before = [m for m in inside(found.people, stretch[0], verb.start()) if m.named]
    person = scene.lift(before[0]) if len(before) == 1 else None
    if not before and _ACCUSED.search(found.page.low, stretch[0], verb.start()):
        person = _charged(scene)
    return [(verb, person, scene.lift(m)) for m in behind if person is not None]


def _acting(scene: Scene, sentence: tuple[int, int], stretch: tuple[int, int]) -> list[_Found]:
    """`подписывал исполняющий обязанности начальника …`: of the one facility of the sentence."""
    found, low = scene.found, scene.found.page.low
    named = [m for m in inside(found.facilities, *sentence) if m.named]
    if len(named) != 1:
        return []
    for person in (m for m in inside(found.people, *stretch) if m.named):
        post = _acting_head(found.page.language).search(low, stretch[0], person.start)
        if post is not None and not _NOT.search(low, stretch[0], post.start()):
            return [(post, scene.lift(person), scene.lift(named[0]))]
    return []


def _charged(scene: Scene) -> Mention | None:
    """The one person of whom the paragraph has told a charge."""
    who = {
        (m.start, m.end): m
        for f in scene.frames
        if f.property == "charged"
        for name, m in f.roles
        if name == "who"
    }
    return next(iter(who.values())) if len(who) == 1 else None


def _frame(scene: Scene, stretch: tuple[int, int], told: _Found) -> Frame:
    said, person, facility = told
    span = scene.span(*stretch)
    return Frame(
        property="headed",
        start=span[0],
        end=span[1],
        sentence=scene.span(*scene.found.page.sentence_at(said.start())),
        trigger=scene.span(*said.span()),
        rule=rule("leaders"),
        roles=(("who", person), ("of", facility)),
        period=_period(scene, stretch, said),
    )


def _period(scene: Scene, stretch: tuple[int, int], said: re.Match[str]) -> Period:
    """By the one date of the clause; what is told in the present holds when it is published."""
    dates = inside(scene.found.dates, *stretch)
    if len(dates) != 1 or dates[0].first is None:
        return UNDATED
    period = dates[0].period(presence=True)
    published = scene.narrative.published
    now = said.groupdict().get("now") is not None and dates[0].form == "since"
    if not now or published is None or published.start.lo < period.end.lo:
        return period
    return replace(period, end=Range(published.start.lo, OPEN_FUTURE))


def _search(
    found: Findings, words: dict[str, str], stretch: tuple[int, int]
) -> re.Match[str] | None:
    page = found.page
    verb = re.compile(rf"(?<!\w)(?:{words[page.language]})(?!\w)").search(page.low, *stretch)
    return None if verb is None or _NOT.search(page.low, stretch[0], verb.start()) else verb


@cache
def _head(language: str) -> re.Pattern[str]:
    of = r"\sof(?:\sthe)?" if language == "en" else ""
    return re.compile(rf"\s(?:{lexicon(language)['people.head']}){of}")


@cache
def _acting_head(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_ACTING[language]})(?:{lexicon(language)['people.head']})[\s,]{{1,2}}$"
    )
