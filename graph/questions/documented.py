"""First and last day on which sources put anybody at a place, no more exact than they are."""

from collections.abc import Iterable, Iterator

from graph.claim import Claim
from graph.event import Bounds, Stay
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Range


def documented(knowledge: Knowledge, stays: Iterable[Stay]) -> Bounds | None:
    """The first day and the last that the claims of these stays name; None if they name none.

    "In April" is some day of April: it is the first where no other day certainly lies before its
    end, and the last where none lies after its start.
    """
    seen = [days for stay in stays for days in _named(knowledge, stay)]
    if not seen:
        return None
    return Bounds(
        start=min(seen, key=lambda d: (d.hi, -d.lo)), end=max(seen, key=lambda d: (d.lo, -d.hi))
    )


def _named(knowledge: Knowledge, stay: Stay) -> Iterator[Range]:
    known = knowledge.evidence.claims
    said = [known[c] for c in stay.support.claims if c in known]
    for days in (d for claim in said for d in _days(knowledge, claim, stay.at)):
        if days.lo > OPEN_PAST and days.hi < OPEN_FUTURE:
            yield days


def _days(knowledge: Knowledge, claim: Claim, at: str) -> Iterator[Range]:
    """When it puts somebody there: of a move the end that lies there."""
    start, end = claim.period.start, claim.period.end
    if claim.property == "moved":
        if _leads(knowledge, claim, "from", at):
            yield start
        if _leads(knowledge, claim, "to", at):
            yield end
        return
    yield start
    yield end
    if not claim.period.momentary and start.hi <= end.lo:  # on both these days, whatever the rest
        yield Range(start.hi, start.hi)
        yield Range(end.lo, end.lo)


def _leads(knowledge: Knowledge, claim: Claim, role: str, at: str) -> bool:
    return any(knowledge.entity_of.get(s) == at for s in claim.all_in_role(role))
