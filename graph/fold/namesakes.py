"""Which entities may be one and the same: nothing that this reader sees tells them apart.

Judgements join; until one does, two entities of one name may still be one. So whatever would be
certain only of two (held together, on the way from one to the other, at both on one day) is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from graph.claim import Kind
from graph.entity import Entity
from graph.evidence import Evidence
from graph.fold.clusters import counting
from graph.fold.list_rows import list_rows
from graph.fold.places_meant import index_of, meant
from graph.judgement import Verdict
from graph.names.facility_index import FacilityIndex
from graph.names.person_name import may_be_one_name

NAMES = ("name", "alias", "nickname", "former_name", "variant")
_PLACES = frozenset({Kind.FACILITY, Kind.PLACE})
_PEOPLE = frozenset({Kind.PERSON, Kind.GROUP})


@dataclass(frozen=True, kw_only=True, eq=False)
class Namesakes:
    """Asks it of the entities of one fold; what is looked up once is kept."""

    entities: Mapping[str, Entity]
    evidence: Evidence
    _meant: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def may_be_one(self, a: str, b: str) -> bool:
        """Whether no judgement, no source that names both and nothing stated tells them apart."""
        one, other = self.entities.get(a), self.entities.get(b)
        if one is None or other is None or a == b:
            return a == b
        if one.kind in _PLACES and other.kind in _PLACES:
            alike = self._one_place(a, b)
        elif one.kind in _PEOPLE and one.kind is other.kind:
            alike = _one_person(one, other)
        else:
            return False
        return alike and frozenset((a, b)) not in self._told_apart

    def _one_place(self, a: str, b: str) -> bool:
        if not self._lists.get(a, frozenset()).isdisjoint(self._lists.get(b, frozenset())):
            return False  # two rows of one list
        return b in self._meant_by(a) or a in self._meant_by(b)

    def _meant_by(self, place: str) -> frozenset[str]:
        known = self._meant.get(place)
        if known is None:
            known = self._meant[place] = meant(self.entities[place], self._places)
        return known

    @cached_property
    def _places(self) -> FacilityIndex:
        return index_of(e for e in self.entities.values() if e.kind in _PLACES)

    @cached_property
    def _entity_of(self) -> Mapping[str, str]:
        return {s: e.id for e in self.entities.values() for s in e.subjects}

    @cached_property
    def _lists(self) -> Mapping[str, frozenset[str]]:
        """Entity → the lists that have a row of it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for subject in list_rows(self.evidence.claims.values(), self.evidence):
            if subject in self._entity_of:
                document = self.evidence.subjects[subject].document
                found[self._entity_of[subject]].add(document)
        return {entity: frozenset(documents) for entity, documents in found.items()}

    @cached_property
    def _told_apart(self) -> frozenset[frozenset[str]]:
        """Pairs judged different, and pairs that one claim names as two."""
        judged = counting(self.evidence.judgements, self.evidence.subjects)
        pairs = [(j.a, j.b) for j in judged if j.verdict is Verdict.DIFFERENT]
        for claim in self.evidence.claims.values():
            pairs += combinations(sorted(set(claim.subjects())), 2)
        return frozenset(self._as_entities(pairs))

    def _as_entities(self, pairs: Iterable[tuple[str, str]]) -> Iterable[frozenset[str]]:
        for a, b in pairs:
            one, other = self._entity_of.get(a), self._entity_of.get(b)
            if one is not None and other is not None and one != other:
                yield frozenset((one, other))


def _one_person(one: Entity, other: Entity) -> bool:
    ours, theirs = _names(one), _names(other)
    named_alike = any(may_be_one_name(a, b) for a in ours for b in theirs)
    return (named_alike or not ours or not theirs) and not _stated_otherwise(one, other)


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(value for name in NAMES for value in entity.values(name))


def _stated_otherwise(one: Entity, other: Entity) -> bool:
    """Whether sources give both a year of birth, or a sex, and no two of them agree."""
    for ours, theirs in ((_birth(one), _birth(other)), (one.values("sex"), other.values("sex"))):
        if ours and theirs and set(ours).isdisjoint(theirs):
            return True
    return False


def _birth(entity: Entity) -> tuple[str, ...]:
    """Years of birth as stated; a date counts by its year."""
    stated = (*entity.values("birth_year"), *entity.values("born"))
    return tuple(value[:4] for value in stated if value[:4].isdigit())
