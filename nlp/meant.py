"""Which places a clause means: named in it, *there*, or a town for its one facility."""

import re
from dataclasses import replace

from nlp.cells import CELL
from nlp.clauses import Clause, Trigger, opens_with
from nlp.findings import inside
from nlp.mention import Mention
from nlp.roles import Ends, belongs, ends
from nlp.scene import Scene
from nlp.towns import TOWN
from nlp.version import rule

_DETAINED = frozenset(("moved", "held_at", "died"))


def ends_meant(scene: Scene, clause: Clause, trigger: Trigger) -> Ends:
    """The places of a clause, lifted; *there* and *from there* where no name is given."""
    here = ends(scene.found, clause)
    where = Ends(
        origin=places_meant(scene, trigger, here.origin),
        to=places_meant(scene, trigger, here.to),
        at=places_meant(scene, trigger, here.at),
        via=tuple(map(scene.lift, here.via)),
    )
    if trigger.property == "moved":
        hence = scene.there(clause, hence=True) if not where.origin else None
        if hence is not None:
            return replace(where, origin=(hence,))
        there = scene.there(clause, hence=False) if not where.to else None
        return replace(where, to=(there,)) if there is not None else where
    its = len(here.at) == 1 and belongs(scene.found.page.low, here.at[0])
    there = scene.there(clause, hence=False) if not where.at or its else None
    return replace(where, at=(there,)) if there is not None else where


def _lasts(scene: Scene, mention: Mention) -> bool:
    """Whether a time that lasts is told right after."""
    after = [d for d in scene.found.dates if 0 <= d.start - mention.end <= _CLOSE]
    return bool(after) and after[0].form in ("since", "until", "range")


_CLOSE = 12


def places_meant(scene: Scene, trigger: Trigger, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, lifted; a town as the one facility that the document names in it.

    Not where a facility is named beside it, nor where somebody merely *was*: it may be his home.
    """
    lifted = tuple(map(scene.lift, found))
    merely = trigger.property == "held_at" and trigger.mode == "self" and not trigger.strong
    if merely and len(found) == 1 and _lasts(scene, found[0]):
        merely = False  # "who had been in Donskoy since May"
    if trigger.property not in _DETAINED or merely or any(m.label != "place" for m in lifted):
        return lifted
    known = scene.narrative.towns
    return tuple(
        replace(m, label="facility", named=False, rule=rule(TOWN))
        if (m.start, m.end) in known
        else m
        for m in lifted
    )


def stayed(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """`був в Оленівці до вересня`, in a text of captivity: a town where he was for a time."""
    if scene.found.page.language == "en" or not scene.narrative.detention:
        return False
    here = inside(scene.found.dates, clause.start, clause.end)
    lasts = any(d.form in ("since", "until", "range") for d in here)
    lasts = lasts or _for_long(scene, clause)
    return lasts and mention.label == "place"


def _for_long(scene: Scene, clause: Clause) -> bool:
    """`У Курську ми були два тижні`, `в камері зі мною був Гай`, once captivity is told of."""
    low = scene.found.page.low
    if scene.found.page.language == "en" or not any(f.property in _TAKEN for f in scene.frames):
        return False
    words = scene.found.page.words
    spent = _SPENT.search(low, clause.start, clause.end) or opens_with(
        clause, scene.found.page, words.pattern("order.first", "order.after")
    )
    return bool(spent or CELL.search(low, clause.start, clause.end))


_TAKEN = frozenset(("captured", "moved", "held_at", "exchanged"))
_SPENT = re.compile(
    r"(?<!\w)(?:ще (?:був|була|були)|тиж\w{2,3}|місяц\w{1,2}|рік|рок(?:и|ів)|дн(?:і|ів|я|ей)|діб|"
    r"півроку|ніч|ночі|недел\w|месяц\w{0,2}|год\w?|лет|суток|полгода|ночь)(?!\w)"
)


def without_town(scene: Scene, trigger: Trigger, places: list[Mention]) -> list[Mention]:
    """`У Херсоні Гая тримали в ІТТ`: the town says where the facility is."""
    if scene.found.page.language == "en" or [m.label for m in places] != ["place", "facility"]:
        return places
    said = scene.span(trigger.start, trigger.end)[0]
    return places[1:] if places[0].end <= said <= places[1].start else places
