"""What a name may mean: entities by any of their names, facilities by their parts, regions.

Case, ё, apostrophes, dashes, № and the script do not matter; of people neither does the order of
words. A number without a region is no facility: "SIZO-2" yields candidates.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from graph.answer.lookup import Candidate
from graph.answer.path import End
from graph.claim import Kind
from graph.entity import Entity
from graph.errors import NotFound
from graph.knowledge import Knowledge
from graph.names.facility_index import FacilityIndex, FacilityRow
from graph.names.facility_match import Ambiguous, Linked, match
from graph.names.facility_name import FacilityName, parse
from graph.names.fold import folds
from graph.names.forms import nominatives
from graph.names.scripts import plain
from graph.places import gazetteer as places
from graph.questions.index import index

NAMES = ("name", "alias", "nickname", "former_name", "variant")
CONTEXT = ("facility_type", "number", "settlement", "region", "birth_year", "born", "unit")
EVERY_KIND = (Kind.FACILITY, Kind.PERSON, Kind.GROUP, Kind.ORGANISATION, Kind.PLACE)
_NOT_A_WORD = re.compile(r"[\W_]+")
_NUMBER_SIGN = re.compile(r"№|#|\bn[oº°]\.?(?=\s*\d)|\bnumber(?=\s*\d)|\bномер[аі]?(?=\s*\d)")


def find(
    knowledge: Knowledge, words: str, *, kinds: Iterable[Kind] = EVERY_KIND
) -> tuple[Candidate, ...]:
    """Everything the words may mean; one alone if they fit one name of one thing exactly.

    Regions are found where places are asked for, by name or ISO 3166-2 code.
    """
    wanted = frozenset(kinds)
    found = {c.entity or c.region or "": c for c in _by_name(knowledge, words, wanted)}
    if Kind.FACILITY in wanted:
        for candidate in _facilities(knowledge, words):
            known = found.get(candidate.entity or "")
            if known is None or (candidate.exact and not known.exact):
                found[candidate.entity or ""] = candidate
        if all(_number_alone(parse(w)) for w in (words, words.title())):  # no capitals typed
            found = {
                i: replace(c, exact=False) if c.kind is Kind.FACILITY else c
                for i, c in found.items()
            }
    if Kind.PLACE in wanted:
        found |= {c.region or "": c for c in _regions(words)}
    exact = [c for c in found.values() if c.exact]
    return tuple(
        sorted(
            exact or found.values(), key=lambda c: (c.kind, c.label, c.entity or "", c.region or "")
        )
    )


def find_ends(knowledge: Knowledge, words: str) -> tuple[Candidate, ...]:
    """Facilities and regions that the words may mean: what a way may begin or end with.

    A town is no end of a way: the facilities that bear its name are.
    """
    places = find(knowledge, words, kinds=(Kind.PLACE,))
    found = (*find(knowledge, words, kinds=(Kind.FACILITY,)), *(c for c in places if c.region))
    return tuple(c for c in found if c.exact) or found


def end(knowledge: Knowledge, wanted: Iterable[str]) -> End:
    """An end of a path made of facilities by id.

    Raises:
        NotFound: one of them is no facility that this reader sees.
    """
    ids = []
    for i in wanted:
        entity = knowledge.entities.get(knowledge.entity_of.get(i, i))
        if entity is None or entity.kind is not Kind.FACILITY:
            raise NotFound(kind=Kind.FACILITY.value, wanted=i)
        ids.append(entity.id)
    return End(facilities=tuple(sorted(set(ids))))


def region_end(knowledge: Knowledge, code: str) -> End:
    """An end of a path made of every facility that some source puts in that region.

    Raises:
        NotFound: no facility there that this reader sees.
    """
    inside = tuple(
        e.id
        for e in knowledge.entities.values()
        if e.kind is Kind.FACILITY and code in e.values("region")
    )
    if not inside:
        raise NotFound(kind="region", wanted=code)
    return End(facilities=inside, region=code)


def plain_key(words: str) -> str:
    """The words in lower case, ё as е, without apostrophes, signs of numbers and dashes."""
    text = plain(words).casefold().replace("ё", "е").replace("'", "")
    return " ".join(_NOT_A_WORD.sub(" ", _NUMBER_SIGN.sub(" ", text)).split())


def _by_name(knowledge: Knowledge, words: str, kinds: frozenset[Kind]) -> Iterator[Candidate]:
    asked = plain_key(words)
    if not asked:
        return
    pieces = [_skeletons(piece) for piece in asked.split()]
    by_skeleton = _skeletons_of_names(knowledge)
    nobody = frozenset[str]()
    holding = [nobody.union(*(by_skeleton.get(s, nobody) for s in piece)) for piece in pieces]
    for i in sorted(holding[0].intersection(*holding[1:])):
        entity = knowledge.entities[i]
        if entity.kind not in kinds:
            continue
        best: tuple[bool, str, tuple[str, ...]] | None = None
        for name, claims in _called(knowledge, entity):
            fits, whole = _fits(asked, pieces, name, entity.kind)
            if fits and (best is None or (whole and not best[0])):
                best = (whole, name, claims)
        if best is not None:
            yield _candidate(entity, best[1], best[2], exact=best[0])


def _called(knowledge: Knowledge, entity: Entity) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names as written, each with its claims; then the nominatives that readings derived."""
    known = knowledge.evidence.claims
    stated = [a for a in entity.attributes if a.property in NAMES]
    yield from ((a.value, a.claims) for a in stated)
    for claim in (c for a in stated for c in a.claims if c in known):
        upright = known[claim].detail("nominative")
        if upright is not None:
            yield upright, (claim,)


def _skeletons_of_names(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """Skeleton of a word → entities that have it in a name; made once."""
    at_hand = index(knowledge)
    if not at_hand.skeletons:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for entity in knowledge.entities.values():
            for value, _ in _called(knowledge, entity):
                for word in plain_key(value).split():
                    for skeleton in _skeletons(word) | _of_forms(word):
                        found[skeleton].add(entity.id)
        at_hand.skeletons.update({s: frozenset(ids) for s, ids in found.items()})
    return at_hand.skeletons


def _fits(asked: str, pieces: list[frozenset[str]], name: str, kind: Kind) -> tuple[bool, bool]:
    """Whether all words asked for are in the name, and whether they are all of it."""
    key = plain_key(name)
    if key == asked:
        return True, True
    theirs = key.split()
    left, as_written = list(theirs), True
    for piece in pieces:
        hit = next((word for word in left if piece & _skeletons(word)), None)
        if hit is None:  # the source may have the name in another case
            as_written = False
            hit = next((word for word in left if piece & _of_forms(word)), None)
        if hit is None:
            return False, False
        left.remove(hit)
    in_order = all(a & _skeletons(b) for a, b in zip(pieces, theirs, strict=False))
    return True, as_written and not left and (in_order or kind is Kind.PERSON)


@lru_cache(maxsize=1 << 16)
def _of_forms(word: str) -> frozenset[str]:
    """Skeletons of the nominatives that a form in a text may come from."""
    return frozenset[str]().union(*(_skeletons(form) for form in nominatives(word)))


@lru_cache(maxsize=1 << 16)
def _skeletons(word: str) -> frozenset[str]:
    if word.isdigit():
        return frozenset({word})
    # Of a long word that folds to one letter ("zzzz") too little is left to know it by.
    return frozenset(s for s in folds(word) if s and (s[1:] or len(word) < 3)) or frozenset({word})


def _facilities(knowledge: Knowledge, words: str) -> Iterator[Candidate]:
    named = match(parse(words), _listed(knowledge))
    if isinstance(named, Linked):
        entity = knowledge.entities[named.facility]
        yield _candidate(entity, entity.label, entity.claims, exact=True)
    elif isinstance(named, Ambiguous):
        for possible in named.candidates:
            entity = knowledge.entities[possible.facility]
            yield _candidate(entity, entity.label, entity.claims, exact=False)


def _number_alone(name: FacilityName) -> bool:
    return name.number is not None and not (name.places or name.nickname or name.left)


def _listed(knowledge: Knowledge) -> FacilityIndex:
    memo = index(knowledge).memo
    known = memo.get(("facilities", ""))
    if isinstance(known, FacilityIndex):
        return known
    made = FacilityIndex.from_rows(
        FacilityRow(
            id=e.id,
            types=e.values("facility_type"),
            numbers=e.values("number"),
            names=tuple(v for n in NAMES if n != "nickname" for v in e.values(n)),
            settlements=e.values("settlement"),
            regions=e.values("region"),
            nicknames=e.values("nickname"),
        )
        for e in knowledge.entities.values()
        if e.kind is Kind.FACILITY
    )
    memo["facilities", ""] = made
    return made


def _regions(words: str) -> Iterator[Candidate]:
    known = places.load()
    code = words.strip().upper()
    if code in known.regions:
        codes = {code}
    else:
        codes = set(places.region(plain(words).replace("-", " ").split(), known).regions)
    for found in sorted(codes):
        area = known.regions[found]
        yield Candidate(
            entity=None,
            region=found,
            kind=Kind.PLACE,
            label=area.en,
            name=words.strip(),
            exact=len(codes) == 1,
            context=(("en", area.en), ("uk", area.uk), ("ru", area.ru)),
        )


def _candidate(entity: Entity, name: str, claims: tuple[str, ...], *, exact: bool) -> Candidate:
    return Candidate(
        entity=entity.id,
        region=None,
        kind=entity.kind,
        label=entity.label,
        name=name,
        exact=exact,
        context=tuple((p, value) for p in CONTEXT if (value := entity.first(p)) is not None),
        claims=claims,
    )
