"""How many were moved from one facility to another, month by month."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from graph.answer.place import Flow, FlowsAnswer, Undated
from graph.answer.terms import Assumption, Terms
from graph.claim import Kind
from graph.event import Transfer
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Range, calendar_date, day_number
from graph.questions.support import joined
from graph.questions.tied import histories

MOST_MONTHS = 12
Pair = tuple[str | None, str | None]


def flows(
    knowledge: Knowledge,
    *,
    origins: frozenset[str] | None = None,
    destinations: frozenset[str] | None = None,
    window: Range | None = None,
) -> FlowsAnswer:
    """Transfers by origin, destination and month of departure; None stands for any facility.

    With a window, only those that may depart in it.
    """
    wanted = [
        t
        for t in knowledge.transfers.values()
        if (origins is None or t.origin in origins)
        and (destinations is None or t.destination in destinations)
    ]
    by_month, undated = counted(knowledge, wanted, window)
    return FlowsAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=(Assumption.A1,), window=window),
        flows=by_month,
        undated=undated,
    )


def counted(
    knowledge: Knowledge, transfers: Iterable[Transfer], window: Range | None
) -> tuple[tuple[Flow, ...], tuple[Undated, ...]]:
    """Flows in order of ends and months; departures that span over a year get no month."""
    months: defaultdict[tuple[Pair, str], list[tuple[Transfer, bool]]] = defaultdict(list)
    vague: defaultdict[Pair, list[Transfer]] = defaultdict(list)
    for transfer in transfers:
        for departure in (departures := departing(knowledge, transfer)):
            if window is not None and not departure.meets(window):
                continue
            pair = (transfer.origin, transfer.destination)
            spanned = _months(departure)
            if len(spanned) > MOST_MONTHS or not spanned:
                vague[pair].append(transfer)
                continue
            sure = len(spanned) == 1 and len(departures) == 1
            inside = window is None or (window.lo <= departure.lo and departure.hi <= window.hi)
            for month in spanned:
                if window is None or _month(month).meets(window):
                    months[pair, month].append((transfer, sure and inside))
    flow = [
        _flow(knowledge, pair, month, found)
        for (pair, month), found in sorted(months.items(), key=lambda x: (_order(x[0][0]), x[0][1]))
    ]
    return tuple(flow), tuple(
        Undated(
            origin=pair[0],
            destination=pair[1],
            transfers=tuple(dict.fromkeys(t.id for t in found)),
            support=joined(t.support for t in found),
        )
        for pair, found in sorted(vague.items(), key=lambda x: _order(x[0]))
    )


def departing(knowledge: Knowledge, transfer: Transfer) -> tuple[Range, ...]:
    """The days on which it may have departed, given everything else of those it moved."""
    stated = tuple(sorted({b.start for b in transfer.bounds}))
    if transfer.who is None or all(r.lo == r.hi for r in stated):
        return stated
    worlds = histories(knowledge, transfer.who)
    node = worlds.start.get(transfer.id)
    if node is None or not worlds.consistent:
        return stated
    hull = worlds.hull(node)
    return tuple(Range(max(r.lo, hull.lo), min(r.hi, hull.hi)) for r in stated if r.meets(hull))


def _flow(knowledge: Knowledge, pair: Pair, month: str, found: list[tuple[Transfer, bool]]) -> Flow:
    by_id: dict[str, tuple[Transfer, bool]] = {t.id: (t, sure) for t, sure in found}
    sure = [t for t, certain in by_id.values() if certain]
    every = [t for t, _ in by_id.values()]
    convoys = [t for t in every if not _of_one(knowledge, t)]
    return Flow(
        origin=pair[0],
        destination=pair[1],
        month=month,
        certain=len(sure),
        possible=len(every) - len(sure),
        people_least=sum(
            t.size_least for t in sure if not any(_may_be_in(knowledge, t, c) for c in convoys)
        ),
        people_most=sum(
            t.size_most for t in every if not any(_is_in(knowledge, t, c) for c in convoys)
        ),
        transfers=tuple(sorted(by_id)),
        support=joined(t.support for t in every),
    )


def _of_one(knowledge: Knowledge, transfer: Transfer) -> bool:
    """Whether it tells of one person and no more."""
    of_group = transfer.who and knowledge.entities[transfer.who].kind is Kind.GROUP
    return transfer.size_most == 1 and not of_group


def _may_be_in(knowledge: Knowledge, transfer: Transfer, convoy: Transfer) -> bool:
    """Whether it tells of one person who may have been of the convoy."""
    return _of_one(knowledge, transfer) and any(
        a.start.meets(b.start) for a in transfer.bounds for b in convoy.bounds
    )


def _is_in(knowledge: Knowledge, transfer: Transfer, convoy: Transfer) -> bool:
    """Whether it tells of a member of the convoy's group, on the same way and days."""
    return transfer.who in knowledge.members.get(convoy.who or "", ()) and _may_be_in(
        knowledge, transfer, convoy
    )


def _months(days: Range) -> list[str]:
    """The months that a range touches; none if a side is open."""
    first, last = calendar_date(days.lo), calendar_date(days.hi)
    if first is None or last is None or days.lo == OPEN_PAST or days.hi == OPEN_FUTURE:
        return []
    span = (last.year - first.year) * 12 + last.month - first.month
    months = (first.month - 1 + i for i in range(min(span, MOST_MONTHS) + 1))
    return [f"{first.year + m // 12:04d}-{m % 12 + 1:02d}" for m in months]


def _month(month: str) -> Range:
    first = date.fromisoformat(f"{month}-01")
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Range(day_number(first), day_number(after) - 1)


def _order(pair: Pair) -> tuple[str, str]:
    return (pair[0] or "", pair[1] or "")
