"""Stays in a cell with somebody, whose place the sentences before have named."""

import re
from typing import Protocol

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.mention import Frame, Mention

WITH_ME = re.compile(
    r"(?<!\w)(?:(?:ми|мы) (?:з|із|с) (?:ним|нею|ними|ней|\w+(?:ом|єм|ем|ою))|зі мною|з нами|"
    r"разом з нами|со мной|с нами|with me|with us)(?!\w)"
)
CELL = re.compile(
    r"(?:cells?|bunks?|barracks?|камер|барак|барац|намет|палатк|нар[аи]|шконк|solitary|section|ward|"
    r"dormitory|карцер|полон|плен|cust|captiv)"
)
NEXT_CELL = re.compile(r"(?<!\w)(?:сусідній|нашій|тій самій|одній) (?:\w+ )?камері(?!\w)")
_MY_CELL = re.compile(
    r"(?<!\w)(?:my|our) (?:\w+ )?(?:cell|cellmates?|barracks?|ward|dormitory)(?!\w)"
)
_NEARBY = 2  # sentences between the place and the cell


class Telling(Protocol):
    """A paragraph so far, and where the one before it has left those told of."""

    found: Findings
    carried: Mention | None
    frames: list[Frame]
    place: Mention | None

    def lift(self, mention: Mention, /) -> Mention:
        """The mention with offsets of the text."""


def celled_before(scene: Telling, clause: Clause) -> Mention | None:
    """`Таганрозьке СІЗО — найгірше. У камері зі мною сидів Гай`: the facility named last."""
    page, trigger = scene.found.page, clause.trigger
    if page.language == "en" or trigger is None or trigger.property != "held_at":
        return None
    beside = WITH_ME.search(page.low, clause.start, clause.end)
    celled = trigger.strong or CELL.search(page.low, clause.start, clause.end)
    if not beside or not celled or inside(scene.found.ends, clause.start, clause.end):
        return None
    before = [s for s in page.sentences if s[0] <= clause.start][-_NEARBY - 1 :]
    near = inside(scene.found.ends, before[0][0], clause.start)
    if near and page.language == "uk" and scene.place == scene.lift(near[-1]):
        return scene.place  # "перевезли до Камишина. У камері зі мною був Гай"
    if near:
        return scene.lift(near[-1]) if near[-1].label == "facility" and near[-1].named else None
    earlier = inside(scene.found.ends, 0, clause.start)
    return None if earlier else scene.carried


def carried_there(scene: Telling, clause: Clause, *, hence: bool) -> Mention | None:
    """`Там я просидів до весни`, opening a paragraph: where the one before has left them."""
    page, trigger = scene.found.page, clause.trigger
    if page.language == "en" or trigger is None or inside(scene.found.ends, 0, clause.start):
        return None
    first = page.sentences and clause.start < page.sentences[0][1]
    stays = trigger.property == "held_at" and trigger.strong
    return scene.carried if first and (hence or stays) else None


def in_my_cell(scene: Telling, clause: Clause) -> bool:
    """`I spent a year in Vyazma. Ivan was in my cell`: beside the teller, of whom was told."""
    last = [m for name, m in scene.frames[-1].roles if name == "who"] if scene.frames else []
    told = any(m.feature("pronoun") in ("i", "we") for m in last)
    return told and _MY_CELL.search(scene.found.page.low, clause.start, clause.end) is not None


def mixed(scene: Telling, clause: Clause) -> bool:
    """Whether the clause tells of the teller and the frame before does not, or the reverse."""
    here, last = _told(scene, clause)
    mine = [any(m.feature("pronoun") in ("i", "we") for m in some) for some in (here, last)]
    return bool(here) and mine[0] != mine[1]


def of_narrator(scene: Telling, clause: Clause) -> bool:
    """Whether the teller is in it, and those of the frame before were with him."""
    return all(
        any(m.feature("pronoun") in ("i", "we") or m.words.endswith(" of us") for m in some)
        for some in _told(scene, clause)
    )


def _told(scene: Telling, clause: Clause) -> tuple[list[Mention], list[Mention]]:
    """The pronouns of the clause, and those of the frame before."""
    here = inside(scene.found.pronouns, clause.start, clause.end)
    last = [m for name, m in scene.frames[-1].roles if name == "who"] if scene.frames else []
    return here, last
