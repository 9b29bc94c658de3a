"""Tellings of everything else that happened to one person, or at one facility."""

from collections.abc import Sequence
from itertools import combinations

from graph.event import Event
from graph.fold.bounds import alternatives, groups, meet
from graph.fold.support import Sources
from graph.fold.tellings import Telling, Verdicts

LEGAL = frozenset({"charged", "arrest_ordered", "tried", "sentenced", "appealed"})
ONCE = frozenset({"died", "body_returned"})  # whatever the dates, it is one happening
OTHER = frozenset(
    {"captured", "exchanged", "released", "escaped", "ill_treated", "visited", "visit_refused"}
    | {"headed"}
)
EVENTS = LEGAL | ONCE | OTHER
CLOSING = frozenset({"died", "exchanged", "released", "body_returned", "escaped"})
WHO_SAYS = frozenset({"lineage", "confirmed_by", "told_by"})  # details of the telling
_ROLES = ("by", "court", "judge", "unit", "of")


def events(
    told: Sequence[Telling], verdicts: Verdicts, sources: Sources, kinds: dict[str, str]
) -> list[Event]:
    """Join the tellings of one type about one person: those that can be one, are one."""
    made = []
    for kind in sorted({t.claim.property for t in told}):
        alike = sorted((t for t in told if t.claim.property == kind), key=lambda t: t.claim.id)
        if kind in ONCE:
            made.append(_event(alike, sources, kinds))
            continue
        near: dict[int, set[int]] = {i: set() for i in range(len(alike))}
        for (i, a), (j, b) in combinations(enumerate(alike), 2):
            if verdicts.same(a, b) or _compatible(a, b, verdicts):
                near[i].add(j)
                near[j].add(i)
        sets, torn = groups(near, frozenset(near))
        joined = [*sets, *([i] for i in torn)]  # what fits two stands by itself
        made += [_event([alike[i] for i in members], sources, kinds) for members in joined]
    return made


def _compatible(a: Telling, b: Telling, verdicts: Verdicts) -> bool:
    return (
        not verdicts.different(a, b)
        and (a.at is None or b.at is None or a.at == b.at)
        and meet(a.bounds, b.bounds)
        and _details_agree(a, b)
    )


def _details_agree(a: Telling, b: Telling) -> bool:
    ours, theirs = dict(a.claim.details), dict(b.claim.details)
    return all(
        theirs.get(name, value) == value for name, value in ours.items() if name not in WHO_SAYS
    )


def _event(told: Sequence[Telling], sources: Sources, kinds: dict[str, str]) -> Event:
    claims = [t.claim for t in told]
    first = told[0]
    who = None if first.who is None else kinds[first.who]
    at = min((kinds[t.at] for t in told if t.at is not None), default=None)
    roles = {(r, kinds[sources.joined.of(s)]) for c in claims for r, s in c.roles if r in _ROLES}
    return Event(
        id=":".join(("event", first.claim.property, who or "", at or "", claims[0].id)),
        type=first.claim.property,
        legal=first.claim.property in LEGAL,
        who=who,
        bounds=alternatives([t.bounds for t in told]),
        support=sources.support(claims),
        at=at,
        roles=tuple(sorted(roles)),
        details=tuple(sorted({d for c in claims for d in c.details if d[0] not in WHO_SAYS})),
    )
