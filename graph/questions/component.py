"""Who and what hangs together in time: people, their stays and transfers, orders told of them."""

from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from graph.event import Bounds
from graph.knowledge import Knowledge
from graph.questions.index import (
    exclude_each_other,
    holders,
    index,
    people_of,
    stays_of,
    transfers_of,
)
from graph.questions.told import Order, orders_told

Day: TypeAlias = tuple[str, str]
MOST_ITEMS = 60


@dataclass(frozen=True, kw_only=True, eq=False)
class Component:
    """People and groups tied by shared stays, transfers or told orders.

    `whole` is false if it was cut at the cap. `items` are the alternatives of each stay, transfer
    and ordered event; `shared` leads from the start and end of a stay to the transfer whose
    arrival or departure it is. `ties` are bounds between days, by side and item, that the
    histories of people left out impose: (a, b, w) says that b lies at most w days after a, and
    ("", "") is the epoch.
    """

    people: tuple[str, ...]
    items: dict[str, tuple[Bounds, ...]]
    shared: dict[tuple[str, str], str]
    orders: tuple[Order, ...]
    exclusive: tuple[tuple[str, str], ...]
    whole: bool
    ties: tuple[tuple[Day, Day, int], ...] = ()


def component(knowledge: Knowledge, who: str, *, most: int = MOST_ITEMS) -> Component:
    """Everything tied to one person or group, or to a transfer of nobody in particular."""
    at_hand, told = index(knowledge), orders_told(knowledge)
    people, items, whole = [who], dict[str, tuple[Bounds, ...]](), True
    orders: dict[str, Order] = {}
    for person in people:  # grows
        if len(items) > most:
            whole = False
            break
        own = holders(knowledge, person)
        fresh = [i for i in (person,) if i in knowledge.transfers]
        fresh += [s.id for s in stays_of(knowledge, person)]
        fresh += [t.id for t in transfers_of(knowledge, person)]
        tied = {person, *(h for h in own if h in at_hand.members_of)}
        for i in fresh:  # grows
            if i in items:
                continue
            items[i] = _bounds(knowledge, i)
            stay, transfer = knowledge.stays.get(i), knowledge.transfers.get(i)
            if stay is not None:
                ends = (stay.arrived_by, stay.left_by)
                fresh += [t for t in ends if t is not None and t in knowledge.transfers]
            tied |= {x.who for x in (stay, transfer) if x is not None and x.who is not None}
            for order in told.get(i, ()):
                orders[order.claim] = order
                fresh += [order.first.item, order.then.item]
        for holder in sorted(tied):
            together = (holder, *people_of(knowledge, holder))
            people += [p for p in together if p not in people]
    return Component(
        people=tuple(p for p in people if p not in items),
        items=items,
        shared=_shared(knowledge, items),
        orders=tuple(orders[claim] for claim in sorted(orders)),
        exclusive=_exclusive(knowledge, people, items),
        whole=whole,
    )


def only(knowledge: Knowledge, part: Component, people: tuple[str, ...]) -> Component:
    """What of a component is about these people; orders told of others order nothing in it."""
    kept = {i for p in people for i in items_of(knowledge, p)}
    items = {i: b for i, b in part.items.items() if i in kept}
    return Component(
        people=people,
        items=items,
        shared=_shared(knowledge, items),
        orders=tuple(o for o in part.orders if {o.first.item, o.then.item} <= items.keys()),
        exclusive=_exclusive(knowledge, list(people), items),
        whole=True,
    )


def items_of(knowledge: Knowledge, person: str) -> frozenset[str]:
    """The person's stays and transfers, and the transfers that their stays share days with."""
    stays = stays_of(knowledge, person)
    ends = {t for s in stays for t in (s.arrived_by, s.left_by) if t in knowledge.transfers}
    moves = {t.id for t in transfers_of(knowledge, person)}
    return frozenset({s.id for s in stays} | moves | {t for t in ends if t is not None})


def _bounds(knowledge: Knowledge, item: str) -> tuple[Bounds, ...]:
    for among in (knowledge.stays, knowledge.transfers, knowledge.events):
        if item in among:
            return among[item].bounds
    return ()


def _shared(
    knowledge: Knowledge, items: dict[str, tuple[Bounds, ...]]
) -> dict[tuple[str, str], str]:
    found = {}
    for i in items:
        stay = knowledge.stays.get(i)
        if stay is None:
            continue
        for side, transfer in (("start", stay.arrived_by), ("end", stay.left_by)):
            if transfer is not None and transfer in items:
                found[i, side] = transfer
    return found


def _exclusive(
    knowledge: Knowledge, people: list[str], items: dict[str, tuple[Bounds, ...]]
) -> tuple[tuple[str, str], ...]:
    """Pairs of stays of one person of which one must end before the other starts (W5)."""
    found = set()
    for person in people:
        stays = [s for s in stays_of(knowledge, person) if s.id in items]
        found |= {
            (min(x.id, y.id), max(x.id, y.id))
            for x, y in combinations(stays, 2)
            if exclude_each_other(knowledge, x.at, y.at)
        }
    return tuple(sorted(found))
