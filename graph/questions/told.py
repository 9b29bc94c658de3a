"""Orders and distances that sources state between two happenings (`before`; W4)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.claim import Claim
from graph.errors import InvalidValue
from graph.knowledge import Knowledge
from graph.period import Range
from graph.questions.index import index


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A happening as told, and the stay, transfer or event that it became part of.

    `start` and `end` are those of the telling; of a stay they lie `inside` it.
    """

    subject: str
    item: str
    start: Range
    end: Range
    momentary: bool
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`then` starts at least `least` and at most `most` days after `first` ended."""

    claim: str
    first: Telling
    then: Telling
    least: int
    most: int | None


def orders_told(knowledge: Knowledge) -> Mapping[str, tuple[Order, ...]]:
    """By stay, transfer or event: the orders that speak of it.

    An order whose happening became no part of a history, or of several, orders nothing.
    """
    memo = index(knowledge).memo
    known = memo.get(("orders", ""))
    if isinstance(known, dict):
        return known
    claims = knowledge.evidence.claims.values()
    stated = [c for c in claims if c.property == "before" and c.makes_events()]
    wanted = {s for c in stated for s in (c.role("first"), c.role("then")) if s is not None}
    tellings = _tellings(knowledge, wanted) if wanted else {}
    found: defaultdict[str, list[Order]] = defaultdict(list)
    for claim in stated:
        first = tellings.get(claim.role("first") or "")
        then = tellings.get(claim.role("then") or "")
        if first is None or then is None:
            continue
        order = Order(
            claim=claim.id,
            first=first,
            then=then,
            least=_days(claim, "least_days") or 0,
            most=_days(claim, "most_days"),
        )
        for item in {first.item, then.item}:
            found[item].append(order)
    made = {item: tuple(orders) for item, orders in found.items()}
    memo["orders", ""] = made
    return made


def _tellings(knowledge: Knowledge, wanted: set[str]) -> dict[str, Telling]:
    found: dict[str, Telling] = {}
    several: set[str] = set()
    for claim in knowledge.evidence.claims.values():
        if claim.subject not in wanted or not claim.makes_events():
            continue
        for item in knowledge.events_of.get(claim.id, ()):
            if item in knowledge.nexts:
                continue
            if claim.subject in found and found[claim.subject].item != item:
                several.add(claim.subject)
            start, end = claim.period.start, claim.period.end
            found[claim.subject] = Telling(
                subject=claim.subject,
                item=item,
                start=start,
                end=end,
                momentary=claim.period.momentary,
                inside=item in knowledge.stays,
            )
    return {subject: telling for subject, telling in found.items() if subject not in several}


def _days(claim: Claim, name: str) -> int | None:
    value = claim.detail(name)
    if value is None:
        return None
    try:
        return int(value)
    except ValueError:
        raise InvalidValue(field=name, value=value, expected="a number of days") from None
