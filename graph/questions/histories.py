"""All admissible worlds of people whose histories hang together, as a union of networks.

A world gives a day to the start and end of each stay and transfer (definition: worlds.py). Shared
days are one node (W3), orders that nothing decides branch (W5), alternatives branch. What the
networks say together is exact unless `complete` is false: then more branches exist than were
followed, and `value` says None, "order not determined", wherever the others might tip it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from graph.event import Bounds
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Certainty, Range
from graph.questions.component import Component, component
from graph.questions.index import index
from graph.questions.network import EPOCH, UNBOUNDED, Constraint, Network

MOST_NETWORKS = 120
MOST_CHOICES = 64


@dataclass(frozen=True, kw_only=True, eq=False)
class Histories:
    """The worlds of one component of people.

    `start` and `end` give the nodes of stays and transfers. `loosest` are networks that leave
    undecided orders open: their union holds every world, and more. `proven`: each of `networks`
    holds a world of the whole component. If nothing is admissible, `consistent` is false and the
    networks are those without the constraints `dropped` between two stays.
    """

    people: tuple[str, ...]
    start: dict[str, int]
    end: dict[str, int]
    networks: tuple[Network, ...]
    loosest: tuple[Network, ...]
    complete: bool
    proven: bool
    consistent: bool
    dropped: tuple[tuple[str, str], ...] = ()

    def value(self, *constraints: Constraint) -> Certainty | None:
        """In all, some or none of the worlds these hold together; None: not determined."""
        if not self.consistent:
            return Certainty.CONTRADICTORY
        return self.otherwise([constraints])

    def otherwise(self, cases: Sequence[Sequence[Constraint]]) -> Certainty | None:
        """The value of "one of these cases holds" once the conflicting constraints are dropped.

        Certain only if one case alone holds in all worlds.
        """
        if not self.networks or not self.proven:
            return None
        if self.complete:
            return _value(self.networks, cases)
        outer = _value(self.loosest, cases)
        if outer is not Certainty.POSSIBLE:
            return outer
        inner = _value(self.networks, cases)
        return inner if inner is Certainty.POSSIBLE else None

    def possibly(self, cases: Sequence[Sequence[Constraint]]) -> Certainty | None:
        """Possible if one of the cases holds in some world; for what is known not to be certain."""
        found = self.otherwise(cases)
        return Certainty.POSSIBLE if found is Certainty.CERTAIN else found

    def before(self, earlier: str, later: str) -> Constraint:
        """The earlier ends no later than the later starts."""
        return (self.start[later], self.end[earlier], 0)

    def starts_before_end(self, item: str, of: str) -> Constraint:
        """The item starts on a day before the other ends."""
        return (self.end[of], self.start[item], -1)

    def ends_after_start(self, item: str, of: str) -> Constraint:
        """The item ends on a day after the other starts."""
        return (self.end[item], self.start[of], -1)

    @property
    def widest(self) -> tuple[Network, ...]:
        """Networks that together miss no world."""
        return self.networks if self.complete else self.loosest or self.networks

    def hull(self, node: int) -> Range:
        """The days of a node over all worlds, from the least to the greatest."""
        low = max((n.bound[node][EPOCH] for n in self.widest), default=UNBOUNDED)
        high = max((n.bound[EPOCH][node] for n in self.widest), default=UNBOUNDED)
        return Range(
            OPEN_PAST if low >= UNBOUNDED else -low, OPEN_FUTURE if high >= UNBOUNDED else high
        )

    def least(self, i: int, j: int) -> int | None:
        """The least of day j minus day i over all worlds; None: no bound."""
        found = max((n.bound[j][i] for n in self.widest), default=UNBOUNDED)
        return None if found >= UNBOUNDED else -found


def _value(networks: Sequence[Network], cases: Sequence[Sequence[Constraint]]) -> Certainty:
    if any(all(n.implies(c) for n in networks for c in case) for case in cases):
        return Certainty.CERTAIN
    if any(n.allows(case) for n in networks for case in cases):
        return Certainty.POSSIBLE
    return Certainty.IMPOSSIBLE


def histories(knowledge: Knowledge, who: str) -> Histories:
    """The worlds of a person or group and of everybody tied to them by shared days.

    `who` may be a transfer of nobody in particular: what sources order it before or after.
    """
    memo = index(knowledge).memo
    known = memo.get(("histories", who))
    if isinstance(known, Histories):
        return known
    part = component(knowledge, who)
    made = _solve(part)
    nobodys = [i for i in part.items if i in knowledge.transfers and not knowledge.transfers[i].who]
    for person in (who, *((*part.people, *nobodys) if part.whole else ())):
        memo["histories", person] = made
    return made


def standing_alone(item: str, bounds: tuple[Bounds, ...]) -> Histories:
    """The worlds of a happening that nothing else bounds, such as a row without a person."""
    return _solve(
        Component(people=(), items={item: bounds}, shared={}, orders=(), exclusive=(), whole=True)
    )


def _solve(part: Component) -> Histories:
    start, end, size = _nodes(part)
    tellings, fixed, size = _told(part, start, end, size)
    fixed += [(end[i], start[i], 0) for i in part.items]
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
    found = _followed(built, orders)
    all_followed = few and len(found) <= MOST_NETWORKS
    made = Histories(
        people=part.people,
        start=start,
        end=end,
        networks=tuple(found[:MOST_NETWORKS]),
        loosest=tuple(loosest),
        complete=part.whole and all_followed,
        proven=part.whole and bool(found),
        consistent=bool(found) or not all_followed,
    )
    if made.consistent:
        return made
    conflicts = [p for p in pairs if not any(_open(n, c) for n in built for c in p[2])]
    for dropped in (conflicts, pairs):
        kept = [p[2] for p in pairs if p not in dropped]
        found = _followed(built, kept)
        if found:
            return replace(
                made,
                loosest=tuple(built),
                networks=tuple(found[:MOST_NETWORKS]),
                proven=part.whole,
                complete=made.complete and len(found) <= MOST_NETWORKS,
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


def _open(network: Network, constraint: Constraint) -> bool:
    i, j, w = constraint
    return w + network.bound[j][i] >= 0


def _followed(
    built: Iterable[Network], orders: Sequence[tuple[Constraint, Constraint]]
) -> list[Network]:
    """One network for each way to decide the orders, up to one more than the cap."""
    found: list[Network] = []
    waiting = [(network.copy(), list(orders)) for network in built]
    while waiting and len(found) <= MOST_NETWORKS:
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
    return found


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
            first, second = _open(network, one), _open(network, other)
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
