"""Tellings of moves become transfers: those of one person that can be one, are one.

Two tellings are compatible if their ends agree (an unknown end fits any, and one that may be the
same fits) and departure and arrival are possibly equal. One that fits two which exclude each other
joins neither. A telling of one end alone dates that end of a move that another tells as a whole.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from graph.claim import Kind
from graph.event import Bounds, HopKind, OneOf, Transfer
from graph.fold.bounds import alternatives, common, giving, groups, meet, of_named_ends
from graph.fold.support import Sources
from graph.fold.tellings import Telling, Verdicts

Ends: TypeAlias = tuple[str | None, str | None]
MaybeOne: TypeAlias = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Of entities by their roots: what each is (`kinds`: root → entity id), which two may be one,
    and of which anything is known that says where it is.
    """

    kinds: Mapping[str, str]
    maybe_one: MaybeOne
    somewhere: Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Tellings of one happening, in order of their claims."""

    tellings: tuple[Telling, ...]

    @property
    def bounds(self) -> tuple[Bounds, ...]:
        """What they say of time together; several where no day fits all."""
        return alternatives(_dates(self.tellings))

    def most_told(self, end: str, places: Places) -> str | None:
        """What most tellings name at that end; a prison before its town or one without a name, the
        least among equals.
        """
        named = [getattr(t, end) for t in self.tellings if getattr(t, end) is not None]

        def place(at: str) -> tuple[bool, bool, int, str]:
            town = places.kinds[at].startswith(f"{Kind.PLACE}:")
            return town, not places.somewhere(at), -named.count(at), at

        return min(named, key=place, default=None)

    @property
    def key(self) -> str:
        """The least claim, which names the happening."""
        return self.tellings[0].claim.id


def transfers(
    told: Sequence[Telling],
    verdicts: Verdicts,
    sources: Sources,
    places: Places,
) -> tuple[list[Transfer], list[OneOf]]:
    """Join the tellings about one person or group."""
    units = _judged_one(told, verdicts)
    near: dict[int, set[int]] = {i: set() for i in range(len(units))}
    for (i, a), (j, b) in combinations(enumerate(units), 2):
        if _compatible(a, b, verdicts, places.maybe_one):
            near[i].add(j)
            near[j].add(i)
    for i, j in _bridged(units, near, verdicts):
        near[i].add(j)
        near[j].add(i)
    sets, torn = groups(near, frozenset(i for i, unit in enumerate(units) if len(unit) == 1))
    by_unit = {}
    made = []
    for members in sets:
        joined = Joined(
            tellings=tuple(sorted((t for i in members for t in units[i]), key=lambda t: t.claim.id))
        )
        transfer = _transfer(joined, sources, places)
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


def of_tellings(told: Sequence[Telling], sources: Sources, places: Places) -> Transfer:
    """The one transfer that these tell of, all of one person or group."""
    each = {t.claim.id: t for t in told}
    return _transfer(Joined(tellings=tuple(each[c] for c in sorted(each))), sources, places)


def without_person(telling: Telling, sources: Sources, places: Places) -> Transfer:
    """A row that names nobody is a transfer of its stated size, by itself."""
    return _transfer(Joined(tellings=(telling,)), sources, places)


def _judged_one(told: Sequence[Telling], verdicts: Verdicts) -> list[list[Telling]]:
    units: list[list[Telling]] = []
    for telling in sorted(told, key=lambda t: t.claim.id):
        home = next((u for u in units if verdicts.same(u[0], telling)), None)
        if home is None:
            units.append([telling])
        else:
            home.append(telling)
    return units


def _compatible(
    a: Sequence[Telling], b: Sequence[Telling], verdicts: Verdicts, maybe_one: MaybeOne
) -> bool:
    if len(a) > 1 or len(b) > 1:  # several bounds may be alternatives: people decide
        together = alternatives(_dates((*a, *b)))
        if len(together) > 1:
            return False
    return all(
        not verdicts.different(x, y)
        and ends_agree((x.origin, x.destination), (y.origin, y.destination), maybe_one)
        and meet(*_dates((x, y)))
        for x in a
        for y in b
    )


def _dates(told: Sequence[Telling]) -> list[Bounds]:
    """When each says it was: of the end that it names, if another names both."""
    if not any(_whole(t) for t in told):
        return [t.bounds for t in told]
    return [of_named_ends(t.bounds, t.origin, t.destination) for t in told]


def _whole(told: Telling) -> bool:
    return told.origin is not None and told.destination is not None


def _bridged(
    units: Sequence[Sequence[Telling]], near: Mapping[int, set[int]], verdicts: Verdicts
) -> set[tuple[int, int]]:
    """Departures and arrivals that do not meet and yet are of one move, told whole.

    Only where all that fits the whole move can be of it: else it fits two, and is of neither.
    """
    found: set[tuple[int, int]] = set()
    for w, whole in enumerate(units):
        apart = [(i, j) for i, j in combinations(sorted(near[w]), 2) if j not in near[i]]
        if all(_bridges(whole, units[i], units[j], verdicts) for i, j in apart):
            found.update(apart)
    return found


def _bridges(
    whole: Sequence[Telling], a: Sequence[Telling], b: Sequence[Telling], verdicts: Verdicts
) -> bool:
    ends = {(t.origin is None, t.destination is None) for t in (*a, *b)}
    return (
        any(map(_whole, whole))
        and ends == {(True, False), (False, True)}
        and not any(verdicts.different(x, y) for x in a for y in b)
        and common(_dates((*whole, *a, *b))) is not None
    )


def ends_agree(a: Ends, b: Ends, maybe_one: MaybeOne) -> bool:
    """Whether one move may have the ends of both: from one place to another."""
    alike = all(x is None or y is None or maybe_one(x, y) for x, y in zip(a, b, strict=True))
    across = ((a[0], b[1]), (b[0], a[1]))
    return alike and not any(
        x is not None and y is not None and maybe_one(x, y)
        for (x, y), whole in zip(across, (a, b), strict=True)
        if None in whole
    )


def _transfer(joined: Joined, sources: Sources, places: Places) -> Transfer:
    kinds = places.kinds
    claims = [t.claim for t in joined.tellings]
    who = joined.tellings[0].who
    origin, destination = (joined.most_told(e, places) for e in ("origin", "destination"))
    said = [
        (b, (t.claim.id,)) for b, t in zip(_dates(joined.tellings), joined.tellings, strict=True)
    ]
    starts, ends_at = giving(said, joined.bounds)
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
        starts=starts,
        ends=ends_at,
        told_in=tuple(sorted({c.subject for c in claims})),
        together=tuple(sorted({c.subject for c in claims if len(set(c.all_in_role("who"))) > 1})),
    )


def _size(stated: Sequence[str | None], *, smallest: bool) -> int:
    numbers = [int(n) for n in stated if n is not None and n.isdigit()]
    if not numbers:
        return 1
    return min(numbers) if smallest else max(numbers)
