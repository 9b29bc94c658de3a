"""A facility's name, as anybody writes it, taken apart: type, number, places, service, nickname.

Nothing is decided here: a word with two meanings keeps both (`ВК-10` without language may be an
adult or a juvenile colony), a homonym keeps all its places, a number is no facility.
"""

import re
from dataclasses import dataclass

from graph.names import facility_type, facility_words
from graph.names import gazetteer as places
from graph.names.facility_type import FacilityTypes
from graph.names.facility_words import FacilityWords
from graph.names.gazetteer import Candidates, Gazetteer
from graph.names.heads import Head, find_heads, is_latin
from graph.names.phrases import Phrases
from graph.names.place_mentions import place_mentions
from graph.names.tokens import Token, tokens

_LEGACY = re.compile(r"(?<!\w)([А-ЯЁІЇЄҐA-Z]{2})[ -]{0,2}(\d{1,3})/(\d{1,3})(?!\w)")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]{2,60})[»”\"]")
_UK, _RU = frozenset("іїєґ"), frozenset("ыэъё")
_RU_WORDS = ("сизо", "ик-", "исправит", "колони", "изолятор временного")


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityName:
    """What a written name says of a facility, field by field; an empty field is not stated.

    `families` are the type families its words may mean (empty: no type word); `usual` is the one
    meant unless something else is said. Each item of `places` is one place phrase with all its
    candidates. `words` are the keys of all words; `left` the
    capitalised ones that no reading accounts for.
    """

    original: str
    language: str = ""
    types: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    usual: str = ""
    number: int | None = None
    unnumbered: bool = False
    legacy_code: str = ""
    central: bool = False
    places: tuple[Candidates, ...] = ()
    nickname: str = ""
    operators: tuple[str, ...] = ()
    so_called: bool = False
    words: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    cut: bool = False

    @property
    def settlements(self) -> frozenset[str]:
        """Ids of all settlements that its place phrases may mean."""
        return frozenset[str]().union(*(place.settlements for place in self.places))

    @property
    def regions(self) -> frozenset[str]:
        """Codes of all regions that its place phrases may mean."""
        return frozenset[str]().union(*(place.regions for place in self.places))


def parse(
    name: str,
    *,
    language: str = "",
    gazetteer: Gazetteer | None = None,
    types: FacilityTypes | None = None,
    words: FacilityWords | None = None,
) -> FacilityName:
    """Takes a name apart; `language` (en, uk, ru) is that of the text around it, where known."""
    gazetteer = gazetteer or places.load()
    types, words = types or facility_type.load(), words or facility_words.load()
    row = tokens(name)
    language = language or language_of(row.text)
    legacy = _legacy(row.text, types)
    found = row.tokens
    if legacy:
        found = tuple(t for t in found if not legacy.start() <= t.start < legacy.end())
    keys = [t.key for t in found]
    heads = find_heads(found, types, words, language)
    head = _chosen(heads)
    number, used = _number(found, keys, heads, head, words)
    typed = _refined(head, keys, words) if head else frozenset[str]()
    taken = used | {i for h in heads for i in range(h.start, h.end)}
    mentions, understood = place_mentions(found, taken, words, gazetteer)
    read = taken | understood
    left = [i for i in range(len(found)) if found[i].capital and i not in read]
    return FacilityName(
        original=name,
        language=language,
        types=typed,
        families=head.families if head else frozenset(),
        usual=head.usual if head else "",
        number=int(legacy.group(3)) if number is None and legacy else number,
        unnumbered=number is None and _any(words.no_number, keys),
        legacy_code=legacy.group().replace(" ", "") if legacy else "",
        central=_central(keys, mentions, words),
        places=mentions,
        nickname=_nickname(row.text, [found[i] for i in left]),
        operators=tuple(sorted(_values(words.operators, keys))),
        so_called=_any(words.so_called, keys),
        words=tuple(k for k in keys if k),
        left=tuple(keys[i] for i in left),
        cut=row.cut,
    )


def language_of(text: str) -> str:
    """uk or ru by the letters only one of them has, en for Latin text, else empty."""
    lower = text.casefold()
    if is_latin(lower):
        return "en"
    uk = sum(c in _UK for c in lower) + lower.count("ськ") + lower.count("зьк") + lower.count("цьк")
    ru = sum(c in _RU for c in lower) + sum(word in lower for word in _RU_WORDS)
    return "uk" if uk > ru else "ru" if ru > uk else ""


def _legacy(text: str, types: FacilityTypes) -> re.Match[str] | None:
    """A code of old times (ЖХ-385/22); ИК-10/2 is none, for ИК is a type."""
    codes = _LEGACY.finditer(text)
    return next((c for c in codes if c.group(1).casefold() not in types.abbreviations), None)


def _chosen(heads: list[Head]) -> Head | None:
    """The first exact type word, else the first broad one."""
    exact = [h for h in heads if h.types]
    return next(iter(exact or heads), None)


def _refined(head: Head, keys: list[str], words: FacilityWords) -> frozenset[str]:
    regimes = _values(words.regimes, keys)
    plain_colony = "ik" in head.types or (not head.types and head.usual == "ik")
    if plain_colony and len(regimes) == 1:
        return (head.types - {"ik"}) | regimes
    return head.types


def _number(
    found: tuple[Token, ...],
    keys: list[str],
    heads: list[Head],
    head: Head | None,
    words: FacilityWords,
) -> tuple[int | None, set[int]]:
    """The number that belongs to the head, and the positions it took."""
    starts = [head.end] if head else [0]
    if head:  # колония строгого режима ИК-10: the type said twice
        starts += [h.end for h in heads if h.start == head.end and h.families & head.families]
    if head and head.families == {"pfrsi"}:
        starts += [h.end for h in heads if h.start >= head.end][:1]  # a wing: its colony's number
    for start in starts:
        end = next((h.start for h in heads if h.start >= start), len(found))
        first = _past_brackets(keys, start, end, words)
        for i in range(first, end):
            size, _ = words.number_signs.longest(keys, i)
            at = i + size
            if (size or i == first) and at < end:
                value = _value(found, keys, at, words, worded=bool(size))
                if value is not None:
                    return value, set(range(i, at + 1))
    return _before(found, keys, head, words)


def _past_brackets(keys: list[str], at: int, end: int, words: FacilityWords) -> int:
    """Past `(` and `(ц. п.)`, which may stand between type and number."""
    while at < end:
        size, _ = words.central.longest(keys, at)
        if not size and keys[at]:
            break
        at += max(size, 1)
    return at


def _before(
    found: tuple[Token, ...], keys: list[str], head: Head | None, words: FacilityWords
) -> tuple[int | None, set[int]]:
    """`7-ї колонії`, `№ 10 колонія`; without type word the nickname of a number (двойка)."""
    if head is None:
        for i in range(len(keys)):
            size, values = words.numbers.longest(keys, i)
            if size and not keys[i].isascii():
                return int(next(iter(values))), {i}
        return None, set()
    at = head.start - 1
    if at > 0 and keys[at] in words.ordinal_endings and found[at - 1].number is not None:
        return found[at - 1].number, {at - 1, at}
    for i in range(head.start - 1):
        size, _ = words.number_signs.longest(keys, i)
        if size and found[i + size].number is not None:
            return found[i + size].number, {i, i + size}
    if at >= 0 and found[at].number is not None:
        return found[at].number, {at}
    return None, set()


def _value(
    found: tuple[Token, ...], keys: list[str], at: int, words: FacilityWords, *, worded: bool
) -> int | None:
    if found[at].number is not None or not worded:
        return found[at].number
    size, values = words.numbers.longest(keys, at)
    return int(next(iter(values))) if size else None


def _central(keys: list[str], mentions: tuple[Candidates, ...], words: FacilityWords) -> bool:
    """Centrally subordinated: it says so, or names the national service and no region."""
    if _any(words.central, keys):
        return True
    national = _any(words.national_service, keys) and not _any(words.regional_service, keys)
    return national and not mentions


def _nickname(text: str, left: list[Token]) -> str:
    """The first quoted phrase that holds a word not understood otherwise."""
    for quoted in _QUOTED.finditer(text):
        if any(quoted.start() < token.start < quoted.end() for token in left):
            return quoted.group(1).strip()
    return ""


def _any(phrases: Phrases, keys: list[str]) -> bool:
    return any(phrases.longest(keys, i)[0] for i in range(len(keys)))


def _values(phrases: Phrases, keys: list[str]) -> frozenset[str]:
    return frozenset[str]().union(*(phrases.longest(keys, i)[1] for i in range(len(keys))))
