"""Question (c): connections in time from A to B through different people.

They do not show that anybody travelled the whole way, and no answer says so. Paths are simple:
no facility twice; onward on the day of arrival is allowed.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graph.answer.path import Chain, Connection, End, Lack, ReachableAnswer, ReachableRoute
from graph.answer.terms import TIME_ASSUMPTIONS, AtLeast, DayCount, Terms, strength
from graph.event import HopKind
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Certainty, Range
from graph.questions.columns import Columns, columns
from graph.questions.ends import one_place
from graph.questions.hops import Asked, Hop, chain_value, days_of
from graph.questions.routes import Found, Search, routes

MAX_HOPS = 4
MOST_ROUTES = 20
HIGHEST_ROUTES = 2_000
MOST_CHAINS = 3
MOST_TRIED = 200


def reachable(
    knowledge: Knowledge,
    origin: End,
    destination: End,
    *,
    window: Range | None = None,
    within: int | None = None,
    via: tuple[End, ...] = (),
    avoid: tuple[End, ...] = (),
    max_hops: int = MAX_HOPS,
    possible: bool = True,
    most_routes: int = MOST_ROUTES,
    most_chains: int = MOST_CHAINS,
    most_tried: int = MOST_TRIED,
) -> ReachableAnswer:
    """Routes of facilities with the best chains on each, in a window or within so many days.

    `possible=False` leaves out what does not hold in all worlds. At most `most_tried` chains of a
    route are put to the test; the count of chains then is "at least".
    """
    search = Search(
        origin=origin,
        destination=destination,
        via=via,
        avoid=avoid,
        max_hops=max_hops,
        asked=Asked(window=window, within=within),
    )
    table = columns(knowledge)
    candidates = routes(table, search)
    found: list[ReachableRoute] = []
    tried = 0
    for candidate in candidates:
        if len(found) >= most_routes:
            break
        tried += 1
        route = _route(table, candidate, search.asked, most_tried=most_tried)
        if route is not None and (possible or route.certainty is Certainty.CERTAIN):
            found.append(replace(route, chains=route.chains[:most_chains]))
    every = tried == len(candidates)
    number = len(candidates) if table.plain and possible else len(found)
    found.sort(key=lambda r: (*_rank(r.chains[0]), r.facilities) if r.chains else (9,))
    return ReachableAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=TIME_ASSUMPTIONS, window=window),
        origin=origin,
        destination=destination,
        via=via,
        avoid=avoid,
        max_hops=max_hops,
        within=within,
        routes=tuple(found),
        found=AtLeast(number=number, exact=every or (table.plain and possible)),
        lacks=() if found else _lacks(knowledge, table, search),
    )


def _route(
    table: Columns, candidate: Found, asked: Asked, *, most_tried: int
) -> ReachableRoute | None:
    tried: dict[tuple[int, ...], tuple[Hop, ...]] = {}
    exact = True
    quick = _quickest(table, candidate)
    if quick is not None:
        tried[quick] = tuple(table.hops[row] for row in quick)
    for rows in _chains(table, candidate.facilities, asked):
        if len(tried) >= most_tried:
            exact = rows in tried
            if not exact:
                break
        tried[rows] = tuple(table.hops[row] for row in rows)
    chains = []
    for hops in tried.values():
        certainty, otherwise = chain_value(hops, asked)
        if certainty is not Certainty.IMPOSSIBLE and otherwise is not Certainty.IMPOSSIBLE:
            chains.append(_chain(hops, certainty, otherwise))
    if not chains and exact:
        return None
    chains.sort(key=_rank)
    return ReachableRoute(
        facilities=candidate.facilities,
        certainty=chains[0].certainty if chains else None,
        count=AtLeast(number=len(chains), exact=exact),
        chains=tuple(chains),
    )


def _chains(table: Columns, facilities: tuple[str, ...], asked: Asked) -> Iterator[tuple[int, ...]]:
    """Chains of rows along the facilities that bounds alone do not exclude, soonest first."""
    first = OPEN_PAST if asked.window is None else asked.window.lo
    last = OPEN_FUTURE if asked.window is None else asked.window.hi
    edges = [
        sorted(table.edges[u][v].row.tolist(), key=lambda r: (int(table.arrive_lo[r]), r))
        for u, v in pairwise(facilities)
    ]

    def onward(rows: tuple[int, ...], here: int, limit: int) -> Iterator[tuple[int, ...]]:
        if len(rows) == len(edges):
            yield rows
            return
        for row in edges[len(rows)]:
            soon = max(here, int(table.arrive_lo[row]))
            if int(table.depart_hi[row]) < here or soon > limit:
                continue
            most = limit
            if not rows and asked.within is not None:
                most = min(limit, int(table.depart_hi[row]) + asked.within)
            if soon <= most:
                yield from onward((*rows, row), soon, most)

    yield from onward((), first, last)


def _quickest(table: Columns, candidate: Found) -> tuple[int, ...] | None:
    """The chain that the search found quickest, by its first departure and its last arrival."""
    left, arrived = candidate.arrival - candidate.days, candidate.arrival
    here = left
    rows: list[int] = []
    for u, v in pairwise(candidate.facilities):
        fits = [
            row
            for row in table.edges[u][v].row.tolist()
            if int(table.depart_hi[row]) >= here
            and (rows or int(table.depart_lo[row]) <= left)
            and int(table.arrive_lo[row]) <= arrived
        ]
        if not fits:
            return None
        rows.append(min(fits, key=lambda r: (max(here, int(table.arrive_lo[r])), r)))
        here = max(here, int(table.arrive_lo[rows[-1]]))
    return tuple(rows)


def _chain(
    hops: tuple[Hop, ...], certainty: Certainty | None, otherwise: Certainty | None
) -> Chain:
    days = [days_of(hop) for hop in hops]
    (first, _), (_, last) = days[0], days[-1]
    closed = first.lo > OPEN_PAST and last.hi < OPEN_FUTURE
    return Chain(
        certainty=certainty,
        otherwise=otherwise,
        connections=tuple(
            Connection(
                hop=hop.id,
                kind=hop.kind,
                who=hop.who,
                origin=hop.origin,
                destination=hop.destination,
                departure=departure,
                arrival=arrival,
                support=hop.support,
            )
            for hop, (departure, arrival) in zip(hops, days, strict=True)
        ),
        elapsed=DayCount(
            least=max(0, last.lo - first.hi), most=last.hi - first.lo if closed else None
        ),
    )


def _rank(chain: Chain) -> tuple[int, ...]:
    """Certain first, then attested, weakest grade, thinnest hop, fewer hops, fewer days."""
    hops = chain.connections
    return (
        strength(chain.certainty),
        int(any(h.kind is not HopKind.ATTESTED for h in hops)),
        max(h.support.grade.rank for h in hops),
        -min(len(h.support.lineages) for h in hops),
        len(hops),
        chain.elapsed.least,
        hops[-1].arrival.lo,
    )


def _lacks(knowledge: Knowledge, table: Columns, search: Search) -> tuple[Lack, ...]:
    """What stands in the way, asked with one condition less each time."""
    same = one_place(knowledge, search.origin, search.destination)
    if same is not None:
        return (same,)
    if not any(table.edges.get(f) for f in search.origin.facilities):
        return (Lack.NO_TRANSFER_FROM_ORIGIN,)
    wanted = frozenset(search.destination.facilities)
    if not any(wanted.intersection(onward) for onward in table.edges.values()):
        return (Lack.NO_TRANSFER_TO_DESTINATION,)
    lacks = []
    if search.asked != Asked() and routes(table, replace(search, asked=Asked())):
        lacks.append(Lack.NOT_IN_WINDOW)
    if not lacks and routes(table, replace(search, max_hops=search.max_hops + 2)):
        lacks.append(Lack.NOT_WITHIN_HOPS)
    return tuple(lacks) or (Lack.NO_CONNECTION,)
