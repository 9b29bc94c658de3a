"""The stretch and the time of a frame, and how long after the frame before it is said to be."""

from graph.period import UNDATED, Period
from nlp.clauses import Clause, opens_with
from nlp.dates import Dated
from nlp.findings import Findings
from nlp.when import When

REST = frozenset(("held_at",))


def bounds_of(found: Findings, clause: Clause) -> tuple[int, int]:
    """The clause without the space and the punctuation around it."""
    text = found.page.text[clause.start : clause.end]
    start = clause.start + len(text) - len(text.lstrip(" ,;–—-"))
    return start, max(start + 1, clause.start + len(text.rstrip(" ,;–—-")))


def period_of(name: str, dated: When) -> Period:
    """The period of a happening of that name by the date of its clause."""
    found: Dated | None = dated.phrase
    if found is None:
        return UNDATED
    if dated.resolved is not None:
        return dated.resolved
    return found.period(presence=name in REST)


def gap_of(found: Findings, clause: Clause, dated: When) -> tuple[int, int] | None:
    """Days after the happening before, where the clause says so; (0, -1): unsaid how many."""
    phrase = dated.phrase
    if phrase is not None and phrase.least is not None and phrase.most is not None:
        return phrase.least, phrase.most
    page = found.page
    later = opens_with(clause, page, page.words.pattern("order.after"))
    hence = page.words.pattern("deixis.from").search(page.low, clause.start, clause.end)
    return (0, -1) if later or hence else None
