"""From where to where a transfer went."""

import itertools
import re

from graph.claim import Polarity
from nlp.clauses import Trigger
from nlp.mention import Mention
from nlp.roles import Ends
from nlp.scene import Scene

Roles = list[tuple[str, Mention]]


def ways(scene: Scene, trigger: Trigger, where: Ends, base: Roles) -> list[Roles] | None:
    """The roles of a transfer, of several where one verb tells of ways one after the other."""
    both = (*where.origin, *where.to)
    away = _AWAY.match(scene.found.page.low, trigger.end) or _taken_off(scene, trigger)
    if not both and scene.place is not None and away:
        return [[*base, ("from", scene.place)]]
    on = len(where.to) > 1 and (where.origin or _goes_on(scene, where.to))
    if on and (legs := _legs(where)):
        return [[*base, *leg] for leg in legs]
    if not both or len(where.origin) > 1 or len(where.to) > 1:
        return None
    if len({(m.start, m.end) for m in both}) < len(both):
        return None
    page = scene.found.page
    detained = any(m.label == "facility" for m in both) or (
        trigger.mode == "object" and scene.narrative.detention
    )
    if not detained and not page.words.pattern("detention").search(page.low):
        return None
    told = bool(scene.frames) or scene.place is not None
    told = told or (page.language == "en" and scene.narrative.detention)
    gone = bool(where.to) and told and bool(_GONE.match(page.low, trigger.start))
    if trigger.mode == "self" and not (gone or (where.to and where.to[0].label == "facility")):
        return None  # who arrived in a town need not have been brought there
    roles = [*base, *(("from", m) for m in where.origin), *(("to", m) for m in where.to)]
    return [[*roles, *(("via", m) for m in where.via)]]


_AWAY = re.compile(
    r"\s(?:на етап|на этап|этапом|етапом)(?!\w)|"
    r"(?:\s(?:away|out))?,?\swith (?:all )?(?:(?:his|her|their|my|our) )?"
    r"(?:things|belongings)(?!\w)"
)


def _taken_off(scene: Scene, trigger: Trigger) -> bool:
    """`Дениса в ноябре забрали, куда — не сказали`, where the text has just told of a stay."""
    page = scene.found.page
    if page.language != "ru" or trigger.mode != "object" or not scene.narrative.detention:
        return False
    last = scene.frames[-1] if scene.frames else None
    if last is None or last.conditional or last.polarity is not Polarity.ASSERTED:
        return False
    if not _TOOK_OFF.match(page.low, trigger.start):
        return False
    dated = [d for d in scene.found.dates if d.start == trigger.end + 1]
    end = dated[0].end if dated else trigger.end
    start = page.sentence_at(trigger.start)[0]
    return bool(_ENDS.match(page.low, end)) and not _NEARBY.search(page.low, start, trigger.start)


_TOOK_OFF = re.compile(r"(?:забра|увез|вывез|этапирова)л[аи]?(?!\w)|ув[её]з(?!\w)")
_ENDS = re.compile(
    r"(?:\s(?:куда-то|от нас|оттуда|ночью|утром|первым|снова|тоже))?\s?(?:[.,;—–]|$)"
)
_NEARBY = re.compile(r"(?<!\w)(?:из|с|на|в)\s(?:дом|квартир|работ|улиц|допрос|двор|больниц)")
_GONE = re.compile(
    r"gone|got|ended up|wound up|landed|found|опини|потрапи|прибу|приїха|оказа|попа[влд]"
)


def _goes_on(scene: Scene, ends: tuple[Mention, ...]) -> bool:
    """`to A and, a month later, to B`: one place after the other."""
    page = scene.found.page
    if page.language != "en":
        return False
    inner = [m for m in scene.found.ends if any(scene.lift(m).start == e.start for e in ends)]
    gaps = [page.low[a.end : b.start] for a, b in itertools.pairwise(inner)]
    return len(inner) == len(ends) and all(_AND_TO.fullmatch(gap) for gap in gaps)


_AND_TO = re.compile(
    r",?\s(?:and|then|later)(?!\w)[^.;:]{0,50}?\s(?:on\s)?(?:to|into)\s(?:the\s|a\s)?"
)


def _legs(where: Ends) -> list[Roles] | None:
    """`to A, from A to B, and from B to C`: a way after the other, each with its own end."""
    told = [*(("from", m) for m in where.origin), *(("to", m) for m in where.to)]
    legs: list[Roles] = []
    for role, mention in sorted(told, key=lambda r: r[1].start):
        if role == "from" or not legs or any(name == "to" for name, _ in legs[-1]):
            legs.append([])
        legs[-1].append((role, mention))
    whole = all(
        leg[-1][0] == "to" and (at == 0 or leg[0][0] == "from" or not where.origin)
        for at, leg in enumerate(legs)
    )
    return legs if whole and len(legs) > 1 else None
