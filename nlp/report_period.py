"""Whether a report says in its title which months it is about, as one of each half-year does."""

import itertools
import re
from collections.abc import Iterator, Sequence

from graph.period import OPEN_FUTURE, Period
from nlp.dates import dates
from nlp.paragraph import Paragraph

_TITLES = 4  # paragraphs, each of a line
_LINE = 160
_LEAST, _MOST = 27, 370  # days that a report covers
_AFTERWARDS = 200  # days until it is published


def tells_of_its_time(pages: Sequence[Paragraph], published: Period | None) -> bool:
    """`Update on civilians, 1 June to 30 November 2024`: a day without a year is of those months.

    So it is read as news are: by the day of publication.
    """
    if published is None or published.start.hi == OPEN_FUTURE:
        return False
    titles = [page for page in pages[:_TITLES] if len(page.text) <= _LINE]
    ends = [end for page in titles for end in _last_days(page)]
    return any(0 <= published.start.hi - end <= _AFTERWARDS for end in ends)


def _last_days(page: Paragraph) -> Iterator[int]:
    """The last day of each stretch of months: as one phrase, or as two with a *to* between."""
    found = dates(page, None, news=False)
    for dated in found:
        if dated.first is None or dated.last is None:
            continue
        if _LEAST <= dated.last.hi - dated.first.lo <= _MOST:
            yield dated.last.hi
    for first, last in itertools.pairwise(found):
        if last.first is not None and _TO.fullmatch(page.low, first.end, last.start):
            yield last.first.hi


_TO = re.compile(r"\s?(?:to|and|until|through|по|до|и|і|та|-|–|—)\s")
