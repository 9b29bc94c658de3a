"""Tellings of moves become transfers: those of one person that can be one, are one.

Two tellings are compatible if their ends agree (an unknown end fits any) and departure and
arrival are possibly equal. One that fits two which exclude each other joins neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.event import Bounds, HopKind, OneOf, Transfer
from graph.fold.bounds import alternatives, groups, meet
from graph.fold.support import Sources
from graph.fold.tellings import Telling, Verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Tellings of one happening, in order of their claims."""

    tellings: tuple[Telling, ...]

    @property
    def bounds(self) -> tuple[Bounds, ...]:
        """What they say of time together; several where no day fits all."""
        return alternatives([t.bounds for t in self.tellings])

    def most_told(self, end: str) -> str | None:
        """The facility that most tellings name at that end; the least id among equals."""
        named = [getattr(t, end) for t in self.tellings if getattr(t, end) is not None]
        return min(named, key=lambda f: (-named.count(f), f), default=None)

    @property
    def key(self) -> str:
        """The least claim, which names the happening."""
        return self.tellings[0].claim.id


def transfers(
    told: Sequence[Telling], verdicts: Verdicts, sources: Sources, kinds: dict[str, str]
) -> tuple[list[Transfer], list[OneOf]]:
    """Join the tellings about one person or group; `kinds` names entities by their root."""
    units = _judged_one(told, verdicts)
    near: dict[int, set[int]] = {i: set() for i in range(len(units))}
    for (i, a), (j, b) in combinations(enumerate(units), 2):
        if _compatible(a, b, verdicts):
            near[i].add(j)
            near[j].add(i)
    sets, torn = groups(near, frozenset(i for i, unit in enumerate(units) if len(unit) == 1))
    by_unit = {}
    made = []
    for members in sets:
        joined = Joined(
            tellings=tuple(sorted((t for i in members for t in units[i]), key=lambda t: t.claim.id))
        )
        transfer = _transfer(joined, sources, kinds)
        made.append(transfer)
        by_unit.update(dict.fromkeys(members, transfer.id))
    one_of = [
        OneOf(
            claim=units[i][0].claim.id,
            fits=tuple(sorted({by_unit[j] for j in fits if j in by_unit})),
        )
        for i, fits in torn.items()
    ]
    return made, one_of


def without_person(telling: Telling, sources: Sources, kinds: dict[str, str]) -> Transfer:
    """A row that names nobody is a transfer of its stated size, by itself."""
    return _transfer(Joined(tellings=(telling,)), sources, kinds)


def _judged_one(told: Sequence[Telling], verdicts: Verdicts) -> list[list[Telling]]:
    units: list[list[Telling]] = []
    for telling in sorted(told, key=lambda t: t.claim.id):
        home = next((u for u in units if verdicts.same(u[0], telling)), None)
        if home is None:
            units.append([telling])
        else:
            home.append(telling)
    return units


def _compatible(a: Sequence[Telling], b: Sequence[Telling], verdicts: Verdicts) -> bool:
    if len(a) > 1 or len(b) > 1:  # several bounds may be alternatives: people decide
        together = alternatives([t.bounds for t in (*a, *b)])
        if len(together) > 1:
            return False
    return all(
        not verdicts.different(x, y)
        and _agree(x.origin, y.origin)
        and _agree(x.destination, y.destination)
        and meet(x.bounds, y.bounds)
        for x in a
        for y in b
    )


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _transfer(joined: Joined, sources: Sources, kinds: dict[str, str]) -> Transfer:
    claims = [t.claim for t in joined.tellings]
    who = joined.tellings[0].who
    origin, destination = joined.most_told("origin"), joined.most_told("destination")
    via = [s for c in claims for s in c.all_in_role("via")]
    ends = [kinds[end] if end is not None else "" for end in (who, origin, destination)]
    return Transfer(
        id=":".join(("transfer", *ends, joined.key)),
        who=ends[0] or None,
        origin=ends[1] or None,
        destination=ends[2] or None,
        kind=HopKind.ATTESTED,
        bounds=joined.bounds,
        support=sources.support(claims),
        via=tuple(sorted({kinds[sources.joined.of(s)] for s in via})),
        size_least=_size([c.detail("size_least") for c in claims], smallest=True),
        size_most=_size([c.detail("size_most") for c in claims], smallest=False),
        mode=min((m for c in claims if (m := c.detail("mode")) is not None), default=None),
        told_in=tuple(sorted({c.subject for c in claims})),
        together=tuple(sorted({c.subject for c in claims if len(set(c.all_in_role("who"))) > 1})),
    )


def _size(stated: Sequence[str | None], *, smallest: bool) -> int:
    numbers = [int(n) for n in stated if n is not None and n.isdigit()]
    if not numbers:
        return 1
    return min(numbers) if smallest else max(numbers)
