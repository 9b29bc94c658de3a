"""What is in doubt in frames once all are told: a *he* of whom two could be meant, a late date."""

import re
from dataclasses import replace

from graph.claim import Polarity
from graph.period import OPEN_FUTURE, UNDATED, Range
from nlp.mention import Frame


def before_death(found: list[Frame], *, months: Range | None) -> list[Frame]:
    """A date that names no year is none, where reckoned later than a death that the text tells.

    One of the `months` that a report is about keeps its year.
    """
    deaths = [
        f.period.end.hi
        for f in found
        if f.property == "died" and f.polarity is Polarity.ASSERTED and f.period.words
    ]
    known = [day for day in deaths if day != OPEN_FUTURE]
    if not known:
        return found
    return [
        replace(f, period=replace(UNDATED, words=f.period.words))
        if f.property not in ("died", "body_returned")
        and f.period.words
        and not _YEAR.search(f.period.words)
        and f.period.start.lo > min(known)
        and not (months and months.lo <= f.period.start.lo and f.period.end.hi <= months.hi)
        else f
        for f in found
    ]


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\.\d\d?\.\d\d")


def of_the_known(frame: Frame, known: set[tuple[int, int]]) -> Frame:
    """The frame without a *he* or *she* of whom two could be meant; supposed, if nobody is left."""
    roles = tuple(
        (name, m)
        for name, m in frame.roles
        if name != "who"
        or m.label != "person"
        or m.feature("pronoun") in (None, "i", "relative")
        or (m.start, m.end) in known
    )
    left = any(name == "who" for name, _ in roles)
    whole = len(roles) == len(frame.roles)
    return (
        frame if whole else replace(frame, roles=roles, conditional=not left or frame.conditional)
    )
