"""From a component of people to its networks: every way to choose and to order is followed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, product

from graph.event import Bounds
from graph.period import OPEN_FUTURE, OPEN_PAST
from graph.questions.component import Component
from graph.questions.histories import Histories
from graph.questions.network import EPOCH, Constraint, Network

MOST_NETWORKS = 120
MOST_CHOICES = 64
MOST_TRIES = 2000


def solve(part: Component) -> Histories:
    """The worlds of one component; those without conflicting constraints if it has none."""
    start, end, size = _nodes(part)
    tellings, fixed, size = _told(part, start, end, size)
    fixed += [(end[i], start[i], 0) for i in part.items]
    node = {
        **{("start", i): n for i, n in start.items()},
        **{("end", i): n for i, n in end.items()},
    }
    node["", ""] = EPOCH
    fixed += [(node[a], node[b], w) for a, b, w in part.ties]
    choices = [c for c in part.items.values() if len(c) > 1]
    few = _product(len(c) for c in choices) <= MOST_CHOICES
    built = []
    for chosen in islice(product(*part.items.values()), MOST_CHOICES):
        bounds = dict(zip(part.items, chosen, strict=True))
        days = [c for i, b in bounds.items() for c in _within(start[i], end[i], b)]
        network = Network(size).with_all([*days, *tellings, *fixed])
        if network is not None:
            built.append(network)
    pairs = [(*pair, _either(pair, start, end)) for pair in part.exclusive]
    orders = [either for _, _, either in pairs]
    loosest = [n for n in (x.copy() for x in built) if _settle(n, orders) is not None]
    found, followed = _followed(built, orders)
    all_followed = few and followed
    made = Histories(
        people=part.people,
        start=start,
        end=end,
        networks=tuple(found),
        loosest=tuple(loosest),
        complete=part.whole and all_followed,
        proven=part.whole and bool(found),
        consistent=bool(found) or not all_followed,
    )
    if made.consistent:
        return made
    conflicts = [p for p in pairs if not any(n.admits(c) for n in built for c in p[2])]
    for dropped in (conflicts, pairs):
        kept = [p[2] for p in pairs if p not in dropped]
        found, followed = _followed(built, kept)
        if found:
            return replace(
                made,
                loosest=tuple(built),
                networks=tuple(found),
                proven=part.whole,
                complete=made.complete and followed,
                dropped=tuple((x, y) for x, y, _ in dropped),
            )
    return made


def _nodes(part: Component) -> tuple[dict[str, int], dict[str, int], int]:
    start: dict[str, int] = {}
    end: dict[str, int] = {}
    size = 1
    alone = [i for i in part.items if not {(i, "start"), (i, "end")} & part.shared.keys()]
    tied = [i for i in part.items if i not in alone]
    for i in (*alone, *tied):
        for side, nodes, across in (("start", start, end), ("end", end, start)):
            transfer = part.shared.get((i, side))
            if transfer is not None:
                nodes[i] = across[transfer]
            else:
                nodes[i] = size
                size += 1
    return start, end, size


def _told(
    part: Component, start: dict[str, int], end: dict[str, int], size: int
) -> tuple[list[Constraint], list[Constraint], int]:
    """Days of the tellings that orders speak of, and those orders (W4)."""
    days: list[Constraint] = []
    ties: list[Constraint] = []
    nodes: dict[str, tuple[int, int]] = {}
    for order in part.orders:
        for telling in (order.first, order.then):
            if telling.subject in nodes:
                continue
            outer = start[telling.item], end[telling.item]
            if not telling.inside:
                nodes[telling.subject] = outer
                continue
            first, last = size, size if telling.momentary else size + 1
            size = last + 1
            nodes[telling.subject] = (first, last)
            days += _within(first, last, Bounds(start=telling.start, end=telling.end))
            ties += [(first, outer[0], 0), (outer[1], last, 0), (last, first, 0)]
        ended, starts = nodes[order.first.subject][1], nodes[order.then.subject][0]
        ties.append((starts, ended, -order.least))
        if order.most is not None:
            ties.append((ended, starts, order.most))
    return days, ties, size


def _within(first: int, last: int, bounds: Bounds) -> list[Constraint]:
    found: list[Constraint] = []
    for node, days in ((first, bounds.start), (last, bounds.end)):
        if days.hi < OPEN_FUTURE:
            found.append((EPOCH, node, days.hi))
        if days.lo > OPEN_PAST:
            found.append((node, EPOCH, -days.lo))
    return found


def _either(
    pair: tuple[str, str], start: dict[str, int], end: dict[str, int]
) -> tuple[Constraint, Constraint]:
    x, y = pair
    return (start[y], end[x], 0), (start[x], end[y], 0)


def _followed(
    built: Iterable[Network], orders: Sequence[tuple[Constraint, Constraint]]
) -> tuple[list[Network], bool]:
    """One network for each way to decide the orders, and whether every way was followed."""
    found: list[Network] = []
    waiting = [(network.copy(), list(orders)) for network in built]
    tries = 0
    while waiting and len(found) < MOST_NETWORKS and tries < MOST_TRIES:
        tries += 1
        network, undecided = waiting.pop()
        left = _settle(network, undecided)
        if left is None:
            continue
        if not left:
            found.append(network)
            continue
        for order in left[0]:
            twin = network.copy()
            twin.add(order)
            waiting.append((twin, left[1:]))
    return found, not waiting


def _settle(
    network: Network, orders: Sequence[tuple[Constraint, Constraint]]
) -> list[tuple[Constraint, Constraint]] | None:
    """Add every order that is forced; what stays undecided, None if one cannot be met."""
    left = list(orders)
    while True:
        undecided = []
        for one, other in left:
            if network.implies(one) or network.implies(other):
                continue
            first, second = network.admits(one), network.admits(other)
            if not first and not second:
                return None
            if first and second:
                undecided.append((one, other))
            else:
                network.add(one if first else other)
        if len(undecided) == len(left):
            return undecided
        left = undecided


def _product(factors: Iterable[int]) -> int:
    total = 1
    for factor in factors:
        total *= factor
    return total
