"""The worlds of a person and of everybody tied to them, made once for each Knowledge.

A group of many is not solved as a whole: what the history of each member says of the days they
share is enough, so each is solved alone and hands on its bounds on the shared days.
"""

from collections import Counter
from dataclasses import replace

from graph.event import Bounds
from graph.knowledge import Knowledge
from graph.questions.admissible import solve
from graph.questions.component import Component, Day, component, items_of, only
from graph.questions.histories import Histories
from graph.questions.index import index
from graph.questions.network import EPOCH, UNBOUNDED

MOST_MEMBERS_ITEMS = 5000
MOST_SHARED = 30


def histories(knowledge: Knowledge, who: str) -> Histories:
    """The worlds of a person or group and of everybody tied to them by shared days.

    `who` may be a transfer of nobody in particular: what sources order it before or after.
    """
    memo = index(knowledge).memo
    known = memo.get(("histories", who))
    if isinstance(known, Histories):
        return known
    part = component(knowledge, who)
    if part.whole:
        made = solve(part)
        if not made.consistent and len(part.people) > 1:
            made = _without_the_contradictory(knowledge, who, part, made)
        nobodys = [i for i in part.items if _of_nobody(knowledge, i)]
        sharing = (*part.people, *nobodys) if made.consistent and not made.aside else ()
    else:
        made, sharing = _among_many(knowledge, who, part), ()
    for person in (who, *sharing):
        memo["histories", person] = made
    return made


def standing_alone(item: str, bounds: tuple[Bounds, ...]) -> Histories:
    """The worlds of a happening that nothing else bounds, such as a row without a person."""
    return solve(
        Component(people=(), items={item: bounds}, shared={}, orders=(), exclusive=(), whole=True)
    )


def _without_the_contradictory(
    knowledge: Knowledge, who: str, part: Component, made: Histories
) -> Histories:
    """Leaves aside those whose claims contradict each other without anybody else's."""
    aside = tuple(p for p in part.people if p != who and not _alone(knowledge, part, p).consistent)
    kept = tuple(p for p in part.people if p not in aside)
    return replace(solve(only(knowledge, part, kept)), aside=aside) if aside and kept else made


def _among_many(knowledge: Knowledge, who: str, part: Component) -> Histories:
    whole = component(knowledge, who, most=MOST_MEMBERS_ITEMS)
    own = {p: items_of(knowledge, p) for p in whole.people}
    shared = {i for i, n in Counter(i for items in own.values() for i in items).items() if n > 1}
    across = any(
        not any({o.first.item, o.then.item} <= items for items in own.values())
        for o in whole.orders
    )
    if not whole.whole or across or len(shared) > MOST_SHARED or who not in own:
        return solve(part)
    ties: set[tuple[Day, Day, int]] = set()
    aside: list[str] = []
    exact = True
    for other in whole.people:
        if other == who:
            continue
        alone = _alone(knowledge, whole, other)
        if not alone.consistent:
            aside.append(other)
            continue
        exact = exact and alone.complete and len(alone.networks) == 1
        ties |= _on_shared_days(alone, sorted(shared & own[other]))
    mine = only(knowledge, whole, (who,))
    items = {i: b for i, b in whole.items.items() if i in own[who] | shared}
    made = solve(replace(mine, items=items, ties=tuple(sorted(ties))))
    return replace(
        made,
        complete=made.complete and exact,
        proven=made.proven and exact,
        aside=tuple(aside),
    )


def _alone(knowledge: Knowledge, part: Component, person: str) -> Histories:
    memo = index(knowledge).memo
    known = memo.get(("alone", person))
    if isinstance(known, Histories):
        return known
    made = solve(only(knowledge, part, (person,)))
    memo["alone", person] = made
    return made


def _on_shared_days(alone: Histories, shared: list[str]) -> set[tuple[Day, Day, int]]:
    """What one history says of the shared days: bounds that no world of it breaks."""
    nodes: dict[Day, int] = {("", ""): EPOCH}
    nodes |= {("start", i): alone.start[i] for i in shared}
    nodes |= {("end", i): alone.end[i] for i in shared}
    found = set()
    for one, i in nodes.items():
        for other, j in nodes.items():
            bound = max((n.bound[i][j] for n in alone.widest), default=UNBOUNDED)
            if i != j and bound < UNBOUNDED:
                found.add((one, other, bound))
    return found


def _of_nobody(knowledge: Knowledge, item: str) -> bool:
    return item in knowledge.transfers and knowledge.transfers[item].who is None
