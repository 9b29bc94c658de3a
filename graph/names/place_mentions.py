"""The place phrases of a facility's name, each with all the places it may mean."""

from collections.abc import Sequence

from graph.names import gazetteer as places
from graph.names.facility_words import FacilityWords
from graph.names.forms import adjective_stem
from graph.names.gazetteer import Candidates, Gazetteer
from graph.names.scripts import is_cyrillic
from graph.names.tokens import Token

_LONGEST_NAME = 4  # words
_SHORTEST_WORD = 3  # letters


def place_mentions(
    tokens: Sequence[Token], taken: set[int], words: FacilityWords, gazetteer: Gazetteer
) -> tuple[tuple[Candidates, ...], set[int]]:
    """Candidates phrase by phrase, and the positions of all words that were understood.

    A district (`Зубово-Полянского района`) is passed over: it is neither settlement nor region.
    """
    keys = [t.key for t in tokens]
    found: list[Candidates] = []
    understood: set[int] = set()
    at = 0
    while at < len(tokens):
        size, candidates = _at(tokens, keys, at, taken=taken, words=words, gazetteer=gazetteer)
        if candidates:
            found.append(candidates)
        understood.update(range(at, at + size))
        at += max(size, 1)
    return tuple(dict.fromkeys(found)), understood


def _at(
    tokens: Sequence[Token],
    keys: list[str],
    at: int,
    *,
    taken: set[int],
    words: FacilityWords,
    gazetteer: Gazetteer,
) -> tuple[int, Candidates]:
    inside = tokens[at].glued and at - 1 not in taken
    if at in taken or inside or not keys[at] or tokens[at].number is not None:
        return 0, Candidates()
    occupied, region = words.occupation_regions.longest(keys, at)
    if occupied:
        return occupied, Candidates(regions=region)
    skipped = max(
        words.filler.longest(keys, at)[0],
        words.central.longest(keys, at)[0],
        words.no_number.longest(keys, at)[0],
        words.operators.longest(keys, at)[0],
        words.settlement_kinds.longest(keys, at)[0],
        words.so_called.longest(keys, at)[0],
    )
    if skipped and not places.is_unit(keys[at]):
        return skipped, Candidates()
    return _longest(tokens, keys, at, taken=taken, words=words, gazetteer=gazetteer)


def _longest(
    tokens: Sequence[Token],
    keys: list[str],
    at: int,
    *,
    taken: set[int],
    words: FacilityWords,
    gazetteer: Gazetteer,
) -> tuple[int, Candidates]:
    end = at
    while end < min(at + _LONGEST_NAME, len(tokens)) and end not in taken and keys[end]:
        end += 1
    for stop in range(end, at, -1):
        if stop < len(tokens) and tokens[stop].glued and tokens[stop].number is None:
            continue  # Кызыл-Озёк is not Кызыл
        phrase = [t.text for t in tokens[at:stop]]
        district, _ = words.district.longest(keys, stop)
        if district and (not is_cyrillic(phrase[0][0]) or adjective_stem(phrase[-1])):
            return stop - at + district, Candidates()
        candidates = _read(tokens[at:stop], gazetteer)
        if candidates:
            return stop - at, candidates
    return 0, Candidates()


def _read(tokens: Sequence[Token], gazetteer: Gazetteer) -> Candidates:
    """A region in words; else town, region noun and adjective alike."""
    phrase = [t.text for t in tokens]
    units = [places.is_unit(word) for word in phrase]
    if any(units):
        return Candidates() if all(units) else places.region(phrase, gazetteer)
    if len("".join(phrase)) < _SHORTEST_WORD:
        return Candidates()
    adjective = places.adjective(phrase, gazetteer)
    if not tokens[0].capital:
        return adjective
    return places.region(phrase, gazetteer) | places.town(phrase, gazetteer) | adjective
