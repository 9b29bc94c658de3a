"""Stays told without a verb: `Потом Таганрог, СИЗО-2`, `Десять месяцев в Вязьме`."""

import re

from nlp.clauses import Clause, Trigger
from nlp.findings import inside
from nlp.interview import asks
from nlp.mention import Mention
from nlp.scene import Scene

_COPULA = r"(?:\s(?:был\w{0,2}|стал\w{0,2}))?(?:\s?[—–:-])?\s?(?:(?:в|на)\s)?"
_SAYS_NO = re.compile(r"(?<!\w)(?:не|ни|нет|без)(?!\w)")
_TOLD = frozenset(("moved", "held_at", "captured"))
_IN_TOWN = re.compile(r",\s")
_REACH = 3  # sentences since the last thing told of those who were held


def stay(scene: Scene, sentence: tuple[int, int], parts: list[Clause]) -> Clause | None:
    """The sentence as the clause of a stay; None unless all of it is a time and one place.

    It goes on from what was told of the same people just before.
    """
    page = scene.found.page
    if page.language == "en":
        return _english(scene, sentence, parts)
    if page.language != "ru" or asks(page.text[slice(*sentence)]):
        return None
    if [
        p for p in parts if p.trigger is not None and (p.trigger.strong or p.trigger.mode != "self")
    ]:
        return None
    if _SAYS_NO.search(page.low, *sentence) or not scene.frames or not scene.beings:
        return None
    near = [s for s in page.sentences if s[0] < sentence[0]][-_REACH:]
    if scene.sentence not in near or scene.frames[-1].property not in _TOLD:
        return None
    place = _place(scene, sentence)
    if place is None or inside(scene.found.people, *sentence):
        return None
    trigger = Trigger(
        start=sentence[0], end=sentence[0], property="held_at", mode="object", strong=True
    )
    return Clause(start=sentence[0], end=sentence[1], trigger=trigger, opening="")


def _english(scene: Scene, sentence: tuple[int, int], parts: list[Clause]) -> Clause | None:
    """`Ten months in Vyazma, then they drove us on.`: the first clause, where it has no verb."""
    page = scene.found.page
    known = scene.narrative.narrator is not None or scene.beings
    if not parts or parts[0].trigger is not None or not known:
        return None
    first = parts[0]
    ends = inside(scene.found.ends, first.start, first.end)
    if len(ends) != 1 or inside(scene.found.beings, first.start, first.end):
        return None
    if not _LASTED.fullmatch(page.low, first.start, ends[0].start):
        return None
    trigger = Trigger(
        start=first.start, end=first.start, property="held_at", mode="object", strong=True
    )
    return Clause(start=first.start, end=first.end, trigger=trigger, opening="")


_LASTED = re.compile(
    r"\W*(?:(?:then|first|after that|and)\s)?(?:(?:about|almost|nearly|some|over|more than|another|"
    r"the next|the last|altogether|in all)\s)?(?:[\w-]+\s){1,4}?"
    r"(?:and a half\s)?(?:days?|nights?|weeks?|months?|years?)\s(?:in|at)\s(?:the\s)?(?:\w+\s)?"
)


def place_of(scene: Scene, clause: Clause) -> Mention | None:
    """The one place that the sentence names after its lead."""
    return _place(scene, (clause.start, clause.end))


def _place(scene: Scene, sentence: tuple[int, int]) -> Mention | None:
    page = scene.found.page
    ends = inside(scene.found.ends, *sentence)
    if not ends:
        return None
    if page.language == "en":
        return ends[0]
    lead = page.low[sentence[0] : ends[0].start]
    words = [page.words.get(f"order.{name}") for name in ("after", "first", "lasting")]
    if not re.fullmatch(rf"(?:{'|'.join(w for w in words if w)}){_COPULA}", lead):
        return None
    if len(ends) == 1:
        return ends[0]
    town = ends[0].label == "place" and ends[1].label == "facility" and len(ends) == _PAIR
    beside = _IN_TOWN.fullmatch(page.low, ends[0].end, ends[1].start)
    return ends[1] if town and beside else None


_PAIR = 2
