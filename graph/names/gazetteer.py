"""From a word or phrase in English, Ukrainian or Russian, in any case form, to places.

Homonyms stay ambiguous: every candidate is returned, none is preferred. A place adjective
(`тульська`, `мордовская`) yields the town *and* the region, for the "Tula" colony is elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from types import MappingProxyType

from graph.names.fold import fold, fold_lines, folds
from graph.names.forms import adjective_stem, key, nominatives, nouns
from graph.names.place import FOLDER, Region, Settlement, regions, settlements
from graph.names.scripts import is_cyrillic, plain

_NOTHING: frozenset[str] = frozenset()
_MOST_READINGS = 64  # of one phrase: word forms multiply
_UNITS = tuple("област республ округ автономн oblast region krai kray republic okrug".split())
_UNITS += ("territory", "province", "autonomous")
_WHOLE = frozenset(("обл", "край", "краю", "крае", "краї", "краєм", "краем", "края", "ао"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """Settlements and regions with their indexes: key or skeleton of a name to ids."""

    settlements: Mapping[str, Settlement]
    regions: Mapping[str, Region]
    names: Mapping[str, frozenset[str]]
    skeletons: Mapping[str, frozenset[str]]
    words: frozenset[str]
    region_names: Mapping[str, frozenset[str]]
    region_cores: Mapping[str, frozenset[str]]
    region_words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Ids of settlements and codes of regions that a phrase may mean; empty: it names no place."""

    settlements: frozenset[str] = _NOTHING
    regions: frozenset[str] = _NOTHING

    def __bool__(self) -> bool:
        return bool(self.settlements or self.regions)

    def __or__(self, other: "Candidates") -> "Candidates":
        return Candidates(
            settlements=self.settlements | other.settlements, regions=self.regions | other.regions
        )


@cache
def load() -> Gazetteer:
    """The gazetteer of the bundled files, read at the first call (under half a second)."""
    return build(settlements(FOLDER), regions(FOLDER))


def build(places: Mapping[str, Settlement], areas: Mapping[str, Region]) -> Gazetteer:
    """Indexes the places; nothing is read."""
    pairs = [(name, p.id) for p in places.values() for name in (p.name, *p.names)]
    names: defaultdict[str, set[str]] = defaultdict(set)
    skeletons: defaultdict[str, set[str]] = defaultdict(set)
    for (_, place), skeleton in zip(pairs, fold_lines([n for n, _ in pairs]), strict=True):
        skeletons[skeleton].add(place)
    cyrillic = [(name, place) for name, place in pairs if is_cyrillic(name[0])]
    lines = phrase_key("\v".join(name for name, _ in cyrillic)).split("\v")
    for (_, place), phrase in zip(cyrillic, lines, strict=True):
        names[phrase].add(place)
        if " " in phrase:
            for short in _shorter(phrase):
                names[short].add(place)
    whole, cores, region_words = _region_indexes(areas)
    return Gazetteer(
        settlements=MappingProxyType(dict(places)),
        regions=MappingProxyType(dict(areas)),
        names=_frozen(names),
        skeletons=_frozen(skeletons),
        words=frozenset(word for name in names for word in name.split()),
        region_names=whole,
        region_cores=cores,
        region_words=region_words,
    )


def find(phrase: str, gazetteer: Gazetteer) -> Candidates:
    """Everything the whole phrase may mean, as noun, as adjective or as region."""
    words = plain(phrase).replace("-", " ").split()
    return region(words, gazetteer) | town(words, gazetteer) | adjective(words, gazetteer)


def town(words: Sequence[str], gazetteer: Gazetteer) -> Candidates:
    """Settlements with that name in any case form, and regions whose short name it is."""
    if not words:
        return Candidates()
    if not is_cyrillic(words[0][0]):
        joined = " ".join(words).removesuffix("'s")
        found = [gazetteer.skeletons.get(skeleton, _NOTHING) for skeleton in folds(joined)]
        return Candidates(settlements=_NOTHING.union(*found))
    known = [[n for n in nominatives(w) if n in gazetteer.words] for w in words]
    keys = [" ".join(p) for _, p in zip(range(_MOST_READINGS), product(*known), strict=False)]
    hits = _NOTHING.union(*(gazetteer.names.get(k, _NOTHING) for k in keys))
    if not hits and len(words) == 1:  # a spelling of the other language
        hits = _NOTHING.union(
            *(gazetteer.skeletons.get(f, _NOTHING) for f in fold_lines([*nominatives(words[0])]))
        )
    return Candidates(settlements=hits)


def adjective(words: Sequence[str], gazetteer: Gazetteer) -> Candidates:
    """Town and region that a place adjective may stand for, hyphenated ones as several words."""
    if not words or not is_cyrillic(words[0][0]):
        return Candidates()
    stem, before = adjective_stem(words[-1]), [key(w) for w in words[:-1]]
    if not stem or any(
        w not in gazetteer.words and w not in gazetteer.region_words for w in before
    ):
        return Candidates()
    head = "".join(f"{w} " for w in before)
    towns = _NOTHING.union(*(gazetteer.names.get(head + n, _NOTHING) for n in nouns(stem)))
    core = "".join(before) + stem
    return Candidates(settlements=towns, regions=gazetteer.region_cores.get(core, _NOTHING))


def region(words: Sequence[str], gazetteer: Gazetteer) -> Candidates:
    """Regions that the phrase names: with a unit word (`области`, Krai) or as a proper noun.

    An English noun without unit word (`Tula`) may be the region: it is then a candidate too.
    """
    rest = [w for w in words if not is_unit(w) and w != "of"]
    if not rest:
        return Candidates()
    found = _NOTHING
    for reading in _readings(rest, gazetteer):
        if len(rest) < len(words) or not is_cyrillic(rest[0][0]):
            found |= gazetteer.region_cores.get(reading, _NOTHING)
        if len(rest) < len(words) or not reading.endswith(("ск", "цк", "ьк")):
            found |= gazetteer.region_names.get(reading, _NOTHING)
    return Candidates(regions=found)


def is_unit(word: str) -> bool:
    """True of oblast, region, край, республіки and their like."""
    form = word.casefold().rstrip(".")
    return form in _WHOLE or form.startswith(_UNITS)


def phrase_key(name: str) -> str:
    """A name as it stands in the index: `key` of its words, hyphens as spaces."""
    return key(plain(name).replace("-", " "))


def _shorter(phrase: str) -> Iterable[str]:
    """`старооскол` for the adjective of Старый Оскол; Ростов for Ростов-на-Дону."""
    words = phrase.split()
    if len(words) == 2 and words[0].endswith(("ий", "ый", "ой", "ая")):
        yield words[0][:-2] + "о" + words[1]
        if words[1].endswith(("ок", "ог", "іг")):
            yield words[0][:-2] + "о" + words[1][:-2] + words[1][-1]
    if len(words) > 2 and words[1] in ("на", "над"):
        yield words[0]


def _region_indexes(
    areas: Mapping[str, Region],
) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]], frozenset[str]]:
    whole: defaultdict[str, set[str]] = defaultdict(set)
    cores: defaultdict[str, set[str]] = defaultdict(set)
    known: set[str] = set()
    for area in areas.values():
        for name in area.names:
            words = [w for w in _bare(name) if not is_unit(w)]
            cores[fold(" ".join(words))].add(area.code)
            if is_cyrillic(words[0][0]):
                stem = adjective_stem(words[-1])
                parts = [*(key(w) for w in words[:-1]), stem or key(words[-1])]
                known.update(parts)
                (cores if stem else whole)["".join(parts)].add(area.code)
    return _frozen(whole), _frozen(cores), frozenset(known)


def _readings(words: Sequence[str], gazetteer: Gazetteer) -> set[str]:
    if not is_cyrillic(words[0][0]):
        return set(folds(" ".join(words)))
    forms = [
        [f for f in (*nominatives(w), adjective_stem(w)) if f in gazetteer.region_words]
        for w in words
    ]
    return {"".join(p) for _, p in zip(range(_MOST_READINGS), product(*forms), strict=False)}


def _bare(name: str) -> list[str]:
    return plain(name).replace("-", " ").replace("(", " ").replace(")", " ").split()


def _frozen(index: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({k: frozenset(ids) for k, ids in index.items()})
