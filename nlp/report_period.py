"""Whether a report says in its title which months it is about, as one of each half-year does."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.period import OPEN_FUTURE, Period, Range, calendar_date
from nlp.dates import dates
from nlp.paragraph import Paragraph

_TITLES = 4  # paragraphs; a title may have run into the first of prose
_LINE = 160  # characters of a title
_LEAST, _MOST = 27, 370  # days that a report covers
_AFTERWARDS = 200  # days until it is published


def months_told_of(pages: Sequence[Paragraph], published: Period | None) -> Period | None:
    """`Update on civilians, 1 June to 30 November 2024`: a day without a year is of those months.

    So it is read as news are, whose day of publication is the last of the months.
    """
    if published is None or published.start.hi == OPEN_FUTURE:
        return None
    for months in (m for page in pages[:_TITLES] for m in _months(page)):
        if 0 <= published.start.hi - months.hi <= _AFTERWARDS:
            return replace(published, start=months, end=months)
    return None


def _months(page: Paragraph) -> Iterator[Range]:
    """Each stretch of months: one phrase, or two with a *to* between, of the year of the second."""
    found = [d for d in dates(page, None, news=False) if d.end <= _LINE]
    for dated in found:
        if dated.first is None or dated.last is None:
            continue
        if _LEAST <= dated.last.hi - dated.first.lo <= _MOST:
            yield Range(dated.first.lo, dated.last.hi)
    for first, last in itertools.pairwise(found):
        ends = calendar_date(last.first.hi) if last.first is not None else None
        if last.first is None or ends is None:
            continue
        if _TO.fullmatch(page.low, first.end, last.start):
            yield Range(last.first.hi - ends.timetuple().tm_yday + 1, last.first.hi)


_TO = re.compile(r"\s?(?:to|and|until|through|по|до|и|і|та|-|–|—)\s")
