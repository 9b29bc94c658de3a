"""The facilities that a name may be linked to, indexed by number, place, region and nickname."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import TypeVar

from graph.names import facility_type
from graph.names import gazetteer as places
from graph.names.facility_name import FacilityName, parse
from graph.names.fold import fold
from graph.names.forms import nominatives
from graph.names.gazetteer import Gazetteer
from graph.names.tokens import tokens

_MOST_FORMS = 64
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityRow:
    """What a list or an entity states of one facility; sources may differ, hence the tuples.

    `numbers` are all numbers it goes or went by, `settlements` names of towns, `regions`
    ISO 3166-2 codes; `central` if it answers to the national service directly.
    """

    id: str
    types: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    settlements: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    central: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFacility:
    """A row made ready: type families, numbers, ids of every settlement its names speak of."""

    id: str
    families: frozenset[str]
    numbers: frozenset[int]
    settlements: frozenset[str]
    regions: frozenset[str]
    names: tuple[FacilityName, ...]
    central: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FacilityIndex:
    """Listed facilities by id, and ids by number, settlement, region, name and nickname."""

    facilities: Mapping[str, ListedFacility]
    by_number: Mapping[int, frozenset[str]]
    by_settlement: Mapping[str, frozenset[str]]
    by_region: Mapping[str, frozenset[str]]
    by_name: Mapping[tuple[str, ...], frozenset[str]]
    by_nickname: Mapping[tuple[str, ...], frozenset[str]]
    nickname_words: frozenset[str]
    gazetteer: Gazetteer
    digest: str  # the same for the same rows

    @classmethod
    def from_rows(
        cls, rows: Iterable[FacilityRow], *, gazetteer: Gazetteer | None = None
    ) -> "FacilityIndex":
        """Indexes rows of a list or facilities of the fold; of one id the last row counts."""
        known = gazetteer or places.load()
        stated = {row.id: row for row in rows}
        facilities = {row.id: listed(row, known) for row in stated.values()}
        nicknames = [
            (nickname_key(name), row.id)
            for row in stated.values()
            for name in row.nicknames
            if parse(name, gazetteer=known).left
        ]
        return cls(
            facilities=MappingProxyType(facilities),
            by_number=_index((n, f.id) for f in facilities.values() for n in f.numbers),
            by_settlement=_index((s, f.id) for f in facilities.values() for s in f.settlements),
            by_region=_index((r, f.id) for f in facilities.values() for r in f.regions),
            by_name=_index((n.words, f.id) for f in facilities.values() for n in f.names),
            by_nickname=_index(nicknames),
            nickname_words=frozenset(word for key, _ in nicknames for word in key),
            gazetteer=known,
            digest=hashlib.sha256(repr(sorted(stated.items())).encode()).hexdigest()[:12],
        )


def listed(row: FacilityRow, gazetteer: Gazetteer) -> ListedFacility:
    """One row made ready: its own town, and the towns that its names are made of.

    A nickname of type words or places alone (`the garages`, Капотня) is a name like any other.
    """
    types = facility_type.load()
    names = tuple(parse(n, gazetteer=gazetteer) for n in (*row.names, *row.nicknames))
    regions = frozenset(row.regions)
    towns = frozenset[str]().union(
        *(places.find(s, gazetteer).settlements for s in row.settlements)
    )
    named = frozenset[str]().union(*(name.settlements for name in names))
    return ListedFacility(
        id=row.id,
        families=frozenset(types.family(code) for code in row.types if code != "unknown"),
        numbers=frozenset(n for n in map(_number, row.numbers) if n is not None),
        settlements=_within(towns, regions, gazetteer) | _within(named, regions, gazetteer),
        regions=regions,
        names=names,
        central=row.central,
    )


def nickname_key(nickname: str) -> tuple[str, ...]:
    """The folded words of a nickname."""
    return tuple(folded for t in tokens(nickname).tokens if t.key and (folded := fold(t.key)))


def nicknamed(name: FacilityName, index: FacilityIndex) -> frozenset[str]:
    """Facilities one of whose nicknames stands in the name, in any case form."""
    forms = [
        [f for f in {fold(n) for n in nominatives(word)} if f in index.nickname_words]
        for word in name.words
    ]
    found = frozenset[str]()
    longest = max(map(len, index.by_nickname), default=0)
    for start in range(len(forms)):
        for stop in range(start + 1, min(start + longest, len(forms)) + 1):
            if not forms[stop - 1]:
                break
            for _, key in zip(range(_MOST_FORMS), product(*forms[start:stop]), strict=False):
                found |= index.by_nickname.get(key, frozenset())
    return found


def _within(
    settlements: frozenset[str], regions: frozenset[str], known: Gazetteer
) -> frozenset[str]:
    """Those in the facility's region; all of them where none is."""
    inside = frozenset(s for s in settlements if known.settlements[s].region in regions)
    return inside or settlements


def _number(text: str) -> int | None:
    found = [t.number for t in tokens(text).tokens if t.number is not None]
    return found[0] if len(found) == 1 else None


def _index(pairs: Iterable[tuple[_K, str]]) -> Mapping[_K, frozenset[str]]:
    found: defaultdict[_K, set[str]] = defaultdict(set)
    for key, facility in pairs:
        found[key].add(facility)
    return MappingProxyType({key: frozenset(ids) for key, ids in found.items()})
