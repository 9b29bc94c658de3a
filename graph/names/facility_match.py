"""From a parsed facility name to the one listed facility it means, to candidates, or to nothing.

Two of three of type, number and place make a candidate; a link takes number, type and place
together (or a name or nickname that only one facility has), no second candidate and nothing
against it. Number and type alone, and a bare place, never link: `SIZO-2` is fifty facilities.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.names.facility_index import FacilityIndex, ListedFacility, nicknamed
from graph.names.facility_name import FacilityName
from graph.names.fold import fold
from graph.names.forms import adjective_stem, nominatives
from graph.names.gazetteer import Candidates


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A facility that may be meant, with what agrees, differs, or was not said.

    `agree`: type, usual_type, number, town, region, nickname, listed_name, subordination,
    context. `differ`: number, town, place. `missing`: type, number, place.
    """

    facility: str
    agree: tuple[str, ...]
    differ: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One facility, and on what grounds."""

    facility: str
    agree: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """Candidates, the better supported first, then by id; `why` says what kept them from a link.

    `why`: several, no_number, no_type, no_place, something_differs.
    """

    candidates: tuple[Candidate, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Nothing listed fits; `why`: no_name (nothing to go by), not_listed."""

    why: str


Match = Linked | Ambiguous | Unknown


def match(
    name: FacilityName, listed: FacilityIndex, *, context_regions: Iterable[str] = ()
) -> Match:
    """Decides on one name; the regions spoken of nearby rank candidates and never link."""
    context = frozenset(context_regions)
    called = nicknamed(name, listed)
    pool = _pool(name, listed) | called | listed.by_name.get(name.words, frozenset())
    judged = [
        _judge(name, listed.facilities[f], listed, f in called, context) for f in sorted(pool)
    ]
    found = [candidate for candidate in judged if candidate is not None]
    if not found:
        nothing = not (name.families or name.number or name.places or name.nickname)
        return Unknown(why="no_name" if nothing else "not_listed")
    linking = [c for c in found if _links(c, listed.facilities[c.facility], name)]
    linking = [c for c in linking if "nickname" in c.agree] or linking
    if len(linking) == 1 and all(_yields(c, linking[0]) for c in found if c is not linking[0]):
        return Linked(facility=linking[0].facility, agree=linking[0].agree)
    found.sort(key=lambda c: (len(c.differ), -len(c.agree), c.facility))
    return Ambiguous(candidates=tuple(found), why=_why(found))


def _pool(name: FacilityName, listed: FacilityIndex) -> frozenset[str]:
    """Facilities worth a look: those of the number, else those of the place."""
    nobody = frozenset[str]()
    near = nobody.union(*(listed.by_settlement.get(s, nobody) for s in name.settlements))
    if name.number is not None:
        return near | listed.by_number.get(name.number, nobody)
    return near | nobody.union(*(listed.by_region.get(r, nobody) for r in name.regions))


def _judge(
    name: FacilityName,
    facility: ListedFacility,
    listed: FacilityIndex,
    called: bool,
    context: frozenset[str],
) -> Candidate | None:
    place, place_differs = _place(name.places, facility, listed)
    kind = _kind(name, facility)
    number = _number(name, facility)
    own_name = _listed_name(name, facility)
    if name.central and not facility.central:
        return None
    if not own_name and (place is None or kind == "differs" or number == "differs"):
        return None
    place, kind = place or (), () if isinstance(kind, str) else kind
    strong = [bool(kind), number == "number", bool(place)]
    place_only = bool(place) and place[0] == "town" and not name.families and name.number is None
    if sum(strong) < 2 and not (called or place_only or own_name):
        return None
    agree = [*kind, *([number] if number == "number" else []), *place]
    agree += [
        word
        for word, holds in (
            ("nickname", called),
            ("listed_name", own_name),
            ("subordination", name.central and facility.central),
            ("context", bool(facility.regions & context)),
        )
        if holds
    ]
    missing = [
        what
        for what, there in (
            ("type", name.families),
            ("number", name.number is not None),
            ("place", name.places),
        )
        if not there
    ]
    differ = [*place_differs, *(["number"] if number == "differs" else [])]
    return Candidate(
        facility=facility.id, agree=tuple(agree), differ=tuple(differ), missing=tuple(missing)
    )


def _links(candidate: Candidate, facility: ListedFacility, name: FacilityName) -> bool:
    agree = set(candidate.agree)
    if "nickname" in agree and not candidate.differ:
        return True
    if "listed_name" in agree and (name.left or (name.places and name.families)):
        return True
    if candidate.differ or not agree & {"town", "region"}:
        return False
    if "number" in agree:
        return "usual_type" in agree or {"type", "town"} <= agree
    return not facility.numbers and name.number is None and {"usual_type", "town"} <= agree


def _yields(other: Candidate, to: Candidate) -> bool:
    """True if something speaks against the other, or it has no number beside a nickname."""
    return bool(other.differ) or ("nickname" in to.agree and "number" not in other.agree)


def _kind(name: FacilityName, facility: ListedFacility) -> tuple[str, ...] | str:
    if not name.families or not facility.families:
        return ()
    if not name.families & facility.families:
        return "differs"
    return ("type", "usual_type") if name.usual in facility.families else ("type",)


def _number(name: FacilityName, facility: ListedFacility) -> str:
    if name.number is not None and facility.numbers:
        return "number" if name.number in facility.numbers else "differs"
    return "differs" if name.unnumbered and facility.numbers else ""


def _place(
    mentions: tuple[Candidates, ...], facility: ListedFacility, listed: FacilityIndex
) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """(town, region) as far as they agree; None if the places speak of somewhere else."""
    town = region = far = off = False
    settlements = listed.gazetteer.settlements
    for mention in mentions:
        if mention.settlements & facility.settlements:
            town = True
        elif mention.regions & facility.regions:
            region = True
        elif any(settlements[s].region in facility.regions for s in mention.settlements):
            off = True
        elif facility.settlements or facility.regions:
            far = True
    if far and not town:
        return None, ()
    agree = (("town",) if town else ()) + (("region",) if town or region or off else ())
    differ = (("place",) if far else ()) + (("town",) if off and not town else ())
    return agree, differ


def _listed_name(name: FacilityName, facility: ListedFacility) -> bool:
    """True if one of the facility's names is this one word by word, case forms aside."""
    return any(
        len(name.words) == len(other.words)
        and all(a == b or _same_word(a, b) for a, b in zip(name.words, other.words, strict=True))
        for other in facility.names
    )


def _same_word(a: str, b: str) -> bool:
    if a.isdigit() or b.isdigit():
        return False
    if fold(a) == fold(b) or not nominatives(a).isdisjoint(nominatives(b)):
        return True
    stem = adjective_stem(a)
    return bool(stem) and fold(stem) == fold(adjective_stem(b))


def _why(found: list[Candidate]) -> str:
    if len(found) > 1:
        return "several"
    only = found[0]
    if only.differ:
        return "something_differs"
    return f"no_{only.missing[0]}" if only.missing else "no_place"
