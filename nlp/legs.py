"""Where the next leg of a journey begins that a date opens, without a verb of its own."""

import re

from nlp.findings import Findings, inside
from nlp.paragraph import Paragraph


def dated_legs(found: Findings, sentence: tuple[int, int], moves: list[int]) -> list[int]:
    """`to A, and two weeks later to B`: the conjunction before the date.

    `moves` are the offsets of the verbs that tell of a transfer.
    """
    page, breaks = found.page, list[int]()
    before = _AND_ON if page.language == "en" else _BEFORE_LATER
    for dated in inside(found.dates, *sentence):
        joint = before.search(page.low, max(sentence[0], dated.start - _LEAD), dated.start)
        if joint is None:
            continue
        way = way_on(page, dated.end) and any(at < joint.start() for at in moves)
        if dated.least is not None or dated.form == "since" or way:
            breaks.append(joint.start())
    return breaks


def way_on(page: Paragraph, at: int) -> bool:
    """Whether a way follows: `… and in October from A to B`."""
    return bool(_WAY.match(page.low, at))


_BEFORE_LATER = re.compile(r",?\s(?:and|а|і|й|та|и),?\s(?:(?:in|on|by|у|в|на)\s)?$")
_LEAD = 45
_AND_ON = re.compile(
    r",?\s(?:and|then),?\s(?:then\s|later\s|finally\s)?(?:(?:in|on|by|at|around|during|about|from)\s)?"
    r"(?:(?:an?|the|some)\s)?(?:(?:unknown|unspecified|unclear|later|early|late|some)\s)?"
    r"(?:(?:date|day|point|time|start|end|beginning|middle|autumn|half)\s(?:in|of)\s)?(?:the\s)?$"
)
_WAY = re.compile(
    r"(?:,\s(?:(?:together|along)\s)?with\s[^,;.]{3,60})?"
    r",?\s(?:(?:on|onward|onwards|back|further)\s)?(?:from|to|into|до|з|із|зі|из)\s"
)
