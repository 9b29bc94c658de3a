"""Hops of chains through different people, and what holds of a chain in all worlds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from graph.claim import Kind
from graph.event import HopKind, Support, Transfer
from graph.knowledge import Knowledge
from graph.period import Certainty, Range
from graph.questions.histories import Histories
from graph.questions.index import index, may_be_one, stays_of
from graph.questions.itinerary import itinerary
from graph.questions.network import EPOCH, Constraint, Network
from graph.questions.tied import histories, standing_alone
from graph.questions.told import orders_told

MOST_WAYS = 128


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hop:
    """A move from one facility to another, attested or inferred, in the worlds it belongs to.

    `departure` and `arrival` are its nodes in `worlds`; of two hops of one component the worlds
    are the same object.
    """

    id: str
    kind: HopKind
    who: str | None
    origin: str
    destination: str
    support: Support
    worlds: Histories
    departure: int
    arrival: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The days a chain has to lie in, and the most days it may take."""

    window: Range | None = None
    within: int | None = None


def hops(knowledge: Knowledge) -> Iterator[Hop]:
    """Every transfer with two different known ends, and every step inferred between two stays.

    Between two places that may be one, nobody has moved.
    """
    for transfer in knowledge.transfers.values():
        origin, destination = transfer.origin, transfer.destination
        if origin is not None and destination is not None and _two(knowledge, origin, destination):
            yield _attested(knowledge, transfer, (origin, destination))
    at_hand = index(knowledge)
    for who, entity in knowledge.entities.items():
        alone = entity.kind is Kind.PERSON or (
            entity.kind is Kind.GROUP and who not in at_hand.members_of
        )
        if alone and len(stays_of(knowledge, who)) > 1:
            yield from _inferred(knowledge, who)


def _attested(knowledge: Knowledge, transfer: Transfer, ends: tuple[str, str]) -> Hop:
    worlds = None
    if transfer.who is not None or transfer.id in orders_told(knowledge):
        worlds = histories(knowledge, transfer.who or transfer.id)
    if worlds is None or transfer.id not in worlds.start:
        worlds = standing_alone(transfer.id, transfer.bounds)
    return Hop(
        id=transfer.id,
        kind=transfer.kind,
        who=transfer.who,
        origin=ends[0],
        destination=ends[1],
        support=transfer.support,
        worlds=worlds,
        departure=worlds.start[transfer.id],
        arrival=worlds.end[transfer.id],
    )


def _inferred(knowledge: Knowledge, who: str) -> Iterator[Hop]:
    worlds = histories(knowledge, who)
    for step in itinerary(knowledge, who).steps:
        if step.kind is HopKind.INFERRED and _two(knowledge, step.origin, step.destination):
            yield Hop(
                id=f"next:{who}:{step.earlier}>{step.later}",
                kind=step.kind,
                who=who,
                origin=step.origin,
                destination=step.destination,
                support=step.support,
                worlds=worlds,
                departure=worlds.end[step.earlier],
                arrival=worlds.start[step.later],
            )


def _two(knowledge: Knowledge, origin: str, destination: str) -> bool:
    return origin != destination and not may_be_one(knowledge, origin, destination)


def chain_value(chain: Sequence[Hop], asked: Asked) -> tuple[Certainty | None, Certainty | None]:
    """Whether each hop arrives no later than the next departs, in the window, in so many days.

    The second value is set where no world is admissible: what holds without the conflict.
    """
    components = {id(hop.worlds): hop.worlds for hop in chain}.values()
    found = _value(chain, asked)
    if not all(w.consistent for w in components):
        return Certainty.CONTRADICTORY, found
    if all(w.complete for w in components):
        return found, None
    if not all(w.proven for w in components):
        return None, None
    if found is Certainty.POSSIBLE:  # among more than all worlds: is it so among some true ones?
        followed = _value(chain, asked, followed=True)
        found = followed if followed is Certainty.POSSIBLE else None
    return found, None


def _value(chain: Sequence[Hop], asked: Asked, *, followed: bool = False) -> Certainty | None:
    parts: dict[int, list[Hop]] = {}
    for hop in chain:
        parts.setdefault(id(hop.worlds), []).append(hop)
    projected = [_projections(hops, followed=followed) for hops in parts.values()]
    total = 1
    for networks in projected:
        total *= len(networks)
    if total > MOST_WAYS or not total:
        return None
    nodes: dict[str, tuple[int, int]] = {}
    for hop in (h for hops in parts.values() for h in hops):
        nodes[hop.id] = (2 * len(nodes) + 1, 2 * len(nodes) + 2)
    wanted = _conditions(chain, nodes, asked)
    certain, possible = True, False
    for way in product(*projected):
        whole = way[0]
        for network in way[1:]:
            whole = whole.beside(network)
        if all(whole.implies(c) for c in wanted):
            possible = True
        else:
            certain = False
            possible = possible or whole.allows(wanted)
    if certain:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if possible else Certainty.IMPOSSIBLE


def _conditions(
    chain: Sequence[Hop], nodes: dict[str, tuple[int, int]], asked: Asked
) -> list[Constraint]:
    wanted = [(nodes[hop.id][1], nodes[hop.id][0], 0) for hop in chain]
    wanted += [(nodes[y.id][0], nodes[x.id][1], 0) for x, y in pairwise(chain)]
    first, last = nodes[chain[0].id][0], nodes[chain[-1].id][1]
    if asked.window is not None:
        wanted += [(first, EPOCH, -asked.window.lo), (EPOCH, last, asked.window.hi)]
    if asked.within is not None:
        wanted.append((first, last, asked.within))
    return wanted


def _projections(several: Sequence[Hop], *, followed: bool) -> list[Network]:
    kept = [EPOCH, *(n for hop in several for n in (hop.departure, hop.arrival))]
    found: dict[tuple[int, ...], Network] = {}
    worlds = several[0].worlds
    for network in worlds.networks if followed else worlds.widest:
        small = network.only(kept)
        found.setdefault(tuple(b for row in small.bound for b in row), small)
    return list(found.values())


def days_of(hop: Hop) -> tuple[Range, Range]:
    """Hulls of departure and arrival over all worlds."""
    return hop.worlds.hull(hop.departure), hop.worlds.hull(hop.arrival)
