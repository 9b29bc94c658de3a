"""Which places a place of the fold may mean: by its names, or by what is stated of it."""

from collections.abc import Iterable

from graph.entity import Entity
from graph.names.facility_index import FacilityIndex, FacilityRow, ListedFacility
from graph.names.facility_match import Ambiguous, Linked, match
from graph.names.facility_name import FacilityName, parse

_NAMES = ("name", "alias", "former_name", "variant")


def index_of(places: Iterable[Entity]) -> FacilityIndex:
    """One row a place; what nothing states of it is taken from its names."""
    return FacilityIndex.from_rows(_row(place) for place in places)


def meant(place: Entity, index: FacilityIndex) -> frozenset[str]:
    """Every place of the index that it may be, itself among them.

    A name that says no more than a sort of place, or a region, may mean each that fits; what has
    no name may be each that nothing stated speaks against.
    """
    itself = index.facilities[place.id]
    names = [parse(n) for p in (*_NAMES, "nickname") for n in place.values(p)]
    if not names:
        return frozenset(i for i, other in index.facilities.items() if _agree(itself, other))
    found: set[str] = set()
    for name in names:
        if _says_little(name):
            found |= {i for i, other in index.facilities.items() if _covers(name, itself, other)}
        else:
            found |= _matching(name, index)
    return frozenset(found)


def _row(place: Entity) -> FacilityRow:
    names = tuple(n for p in _NAMES for n in place.values(p))
    said = [parse(n) for n in names]
    numbers = (*place.values("number"), *place.values("other_number"))
    stated = bool(place.values("settlement") or place.values("region"))
    return FacilityRow(
        id=place.id,
        types=place.values("facility_type") or tuple(sorted({t for n in said for t in n.types})),
        numbers=numbers or tuple(sorted({str(n.number) for n in said if n.number is not None})),
        names=names,
        settlements=place.values("settlement"),
        regions=place.values("region")
        or (() if stated else tuple(sorted({r for n in said for r in n.regions}))),
        nicknames=place.values("nickname"),
    )


def _matching(name: FacilityName, index: FacilityIndex) -> set[str]:
    found = match(name, index)
    if isinstance(found, Linked):
        return {found.facility}
    if isinstance(found, Ambiguous):
        return {c.facility for c in found.candidates if not c.differ}
    return set()


def _says_little(name: FacilityName) -> bool:
    more = name.number is not None or name.settlements or name.nickname or name.left
    return not more and bool(name.families or name.regions)


def _covers(name: FacilityName, itself: ListedFacility, other: ListedFacility) -> bool:
    families = name.families or itself.families
    return (
        _meet(families, other.families)
        and _meet(name.regions or itself.regions, other.regions)
        and _agree(itself, other)
    )


def _agree(one: ListedFacility, other: ListedFacility) -> bool:
    return (
        _meet(one.families, other.families)
        and _meet(one.numbers, other.numbers)
        and _meet(one.settlements, other.settlements)
        and _meet(one.regions, other.regions)
    )


def _meet(a: frozenset[object], b: frozenset[object]) -> bool:
    return not a or not b or not a.isdisjoint(b)
