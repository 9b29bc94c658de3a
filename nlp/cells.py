"""Stays in a cell with somebody, whose place the sentences before have named."""

import re
from typing import Protocol

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.mention import Mention

WITH_ME = re.compile(r"(?<!\w)(?:зі мною|з нами|разом з нами|со мной|с нами|with me|with us)(?!\w)")
CELL = re.compile(
    r"(?:cells?|bunks?|barracks?|камер|барак|барац|нар[аи]|шконк|solitary|section|ward|dormitory|карцер|полон|плен|cust|captiv)"
)
_IN_A_CELL = re.compile(r"(?<!\w)(?:камер\w{1,3}|бара[кц]\w{1,2}|нарах|шконц\w|шконк\w)(?!\w)")
_NEARBY = 2  # sentences between the place and the cell


class Telling(Protocol):
    """A paragraph so far, and where the one before it has left those told of."""

    found: Findings
    carried: Mention | None

    def lift(self, mention: Mention, /) -> Mention:
        """The mention with offsets of the text."""


def celled_before(scene: Telling, clause: Clause) -> Mention | None:
    """`Таганрозьке СІЗО — найгірше. У камері зі мною сидів Гай`: the facility named last."""
    page, trigger = scene.found.page, clause.trigger
    if page.language == "en" or trigger is None or trigger.property != "held_at":
        return None
    beside = WITH_ME.search(page.low, clause.start, clause.end)
    celled = _IN_A_CELL.search(page.low, clause.start, clause.end)
    if not beside or not celled or inside(scene.found.ends, clause.start, clause.end):
        return None
    before = [s for s in page.sentences if s[0] <= clause.start][-_NEARBY - 1 :]
    near = inside(scene.found.ends, before[0][0], clause.start)
    if near:
        return scene.lift(near[-1]) if near[-1].label == "facility" and near[-1].named else None
    earlier = inside(scene.found.ends, 0, clause.start)
    return None if earlier else scene.carried
