"""Ways from A to B: the same person at both, or connections in time through different people.

The second is never worded as if anybody had been moved that way.
"""

from collections.abc import Sequence

from graph.answer.path import (
    Chain,
    Connection,
    End,
    Lack,
    ReachableAnswer,
    ReachableRoute,
    TravelledAnswer,
    Traveller,
)
from graph.answer.terms import DayCount
from graph.event import HopKind, Stay
from visual.text.history import steps
from visual.text.sheet import MOST_ROWS, Sheet


def travelled(sheet: Sheet, answer: TravelledAnswer) -> str:
    """People documented first at A, later at B, each with the way that is documented."""
    sheet.title(sheet.t("travelled.title"))
    _ends(sheet, answer.origin, answer.destination, answer.via, answer.avoid)
    tally = answer.tally
    counted = {"certain": tally.certain, "possible": tally.possible}
    sheet.raw("")
    sheet.line(
        sheet.t(
            "travelled.count",
            n=sum((tally.certain, tally.possible, tally.undetermined)),
            undetermined=tally.undetermined,
            **counted,
        )
    )
    for traveller in answer.travellers[:MOST_ROWS]:
        _traveller(sheet, traveller)
    if len(answer.travellers) > MOST_ROWS:
        sheet.line(sheet.t("text.rest", n=len(answer.travellers) - MOST_ROWS))
    if answer.unnamed:
        number = sheet.words.number(answer.unnamed)
        sheet.line(sheet.t("travelled.unnamed", n=answer.unnamed, it=number))
    _lacks(sheet, answer.lacks)
    return sheet.finish(answer.terms)


def reachable(sheet: Sheet, answer: ReachableAnswer) -> str:
    """Chains of facilities, each link with whom and what it rests on."""
    sheet.title(sheet.t("reachable.title"))
    _ends(sheet, answer.origin, answer.destination, answer.via, answer.avoid)
    if answer.within is None:
        sheet.line(sheet.t("reachable.bounds", n=answer.max_hops))
    else:
        days = sheet.words.count(DayCount(least=answer.within, most=answer.within))
        sheet.line(sheet.t("reachable.within", n=answer.max_hops, days=days))
    if answer.routes:
        sheet.raw("")
        sheet.line(sheet.t("reachable.means"))
        sheet.line(sheet.t("reachable.found", it=sheet.words.at_least(answer.found)))
        if len(answer.routes) < answer.found.number or not answer.found.exact:
            sheet.line(sheet.t("reachable.shown", shown=len(answer.routes)))
    for at, route in enumerate(answer.routes, 1):
        _route(sheet, route, at)
    _lacks(sheet, answer.lacks)
    return sheet.finish(answer.terms)


def _ends(
    sheet: Sheet, origin: End, destination: End, via: Sequence[End], avoid: Sequence[End]
) -> None:
    sheet.line(sheet.t("path.a", it=_end(sheet, origin)))
    for key, ends in (("path.via", via), ("path.avoid", avoid)):
        for end in ends:
            sheet.line(sheet.t(key, it=_end(sheet, end)))
    sheet.line(sheet.t("path.b", it=_end(sheet, destination)))


def _end(sheet: Sheet, end: End) -> str:
    if end.region is None:
        return sheet.words.listed([sheet.name(f) for f in end.facilities], most=6)
    region = sheet.words.code("region", end.region)
    return sheet.t("path.region", name=region, n=len(end.facilities))


def _traveller(sheet: Sheet, found: Traveller) -> None:
    said = [sheet.name(found.person), sheet.words.certainty(found.certainty)]
    if found.otherwise is not None:
        said.append(sheet.t("text.otherwise", it=sheet.words.certainty(found.otherwise)))
    sheet.raw("")
    sheet.line(f"{'; '.join(said)}   {sheet.t('text.id', it=sheet.names.outward(found.person))}")
    for route in found.routes:
        sheet.line(f"{sheet.words.certainty(route.certainty)}: {sheet.mark(route.support)}")
        steps(sheet, route.presences, route.steps)
        if route.maybe_between:
            stays = (sheet.names.happening(s) for s in route.maybe_between)
            at = {sheet.name(s.at) for s in stays if isinstance(s, Stay)}
            sheet.line(sheet.t("travelled.maybe_between", it=", ".join(sorted(at))))


def _route(sheet: Sheet, route: ReachableRoute, at: int) -> None:
    sheet.raw("")
    way = " → ".join(sheet.name(f) for f in route.facilities)
    chains = sheet.t("reachable.chains", it=sheet.words.at_least(route.count))
    sheet.line(f"{at}. {way}; {sheet.words.certainty(route.certainty)}; {chains}")
    for chain in route.chains:
        _chain(sheet, chain)


def _chain(sheet: Sheet, chain: Chain) -> None:
    said = [sheet.words.certainty(chain.certainty)]
    if chain.otherwise is not None:
        said.append(sheet.t("text.otherwise", it=sheet.words.certainty(chain.otherwise)))
    said.append(sheet.t("reachable.elapsed", it=sheet.words.count(chain.elapsed)))
    sheet.line("; ".join(said), indent=5)
    for connection in chain.connections:
        sheet.line(_connection(sheet, connection), indent=7)


def _connection(sheet: Sheet, link: Connection) -> str:
    who = sheet.t("text.nobody_named") if link.who is None else sheet.name(link.who)
    if link.kind is HopKind.ATTESTED:
        when = sheet.words.move(link.departure, link.arrival)
    else:  # two stays in order, and nobody tells of anything between them
        ends_on, seen = (sheet.words.when(d) for d in (link.departure, link.arrival))
        when = sheet.t("reachable.inferred", departure=ends_on, arrival=seen)
    kind = sheet.words.code("hop_kind", link.kind)
    ends = f"{sheet.name(link.origin)} → {sheet.name(link.destination)}"
    return f"{ends}: {who}; {when}; {kind}; {sheet.mark(link.support)}"


def _lacks(sheet: Sheet, lacks: Sequence[Lack]) -> None:
    if not lacks:
        return
    sheet.raw("")
    sheet.line(sheet.t("path.none"))
    for lack in lacks:
        sheet.line(f"– {sheet.words.code('lack', lack)}", indent=4)
    sheet.line(sheet.t("text.silence"))
