"""Case forms back to nominatives, and place adjectives back to nouns, by endings alone.

Every candidate is a key to be checked against a closed list and never shown: `Камишині` gives
`камишин` and `камишина` among others. Input is one word; output is casefolded, ё as е, without
apostrophes, and holds the word itself.
"""

from functools import lru_cache

_UK = (
    "а:,о,е,я у:,а,о,е,и ю:ь,й,я,є і:,а,о,е,ь,и,я,ий ї:я,й,є,а и:а,,і ом:,о ем:ь,й,е ям:і,ї,я "
    "єм:й,є ою:а,ий ею:я,а єю:я ові:,о еві:ь,й єві:й,є ів:и,,і їв:ї ах:и,а ях:і,я,ї ам:и,а "
    "ами:и,а ями:і,я,ї ого:ий,е,ій ому:ий,е,ій ім:ий,е,ій им:ий,е ій:а,я,ий ої:а ьої:я ну:на "
    "их:і,и ими:і,и є:й я:ь,й,е,є е:"
)
_RU = (
    "а:,о,е я:ь,й,я,е у:,а,о,е ю:ь,й,я,е е:,а,я,о,ь,й,е и:ь,я,а,и,й,ие ы:а,ы ом:,о,ый,ое,ой,ий,ее "
    "ем:ь,й,е,,ее,ий ой:а,ой,ая ей:я,ь,а,и,яя ью:ь ах:ы,а,и,о ях:и,я,ь ам:ы,а,и ям:и,я ами:ы,а,и "
    "ями:и,я ого:ый,ий,ой,ое его:ий,ее ому:ый,ий,ой,ое ему:ий,ее ым:ый,ое,ой,ые им:ий,ое,ие ую:ая "
    "юю:яя ых:ые их:ие ыми:ые ими:ие ов:ы,и ев:и"
)
_SOFTER = {"з": "г", "ц": "к", "с": "х", "ж": "г", "ч": "к"}
_VOWELS = frozenset("аеєиіїоуюяыэ")
_CLOSED = {"о": "і", "е": "і", "є": "ї"}
_NOUN_ENDINGS = tuple(
    ",а,я,ь,о,е,є,и,ы,і,ї,й,ка,ки,ко,ое,ье,ия,ія,ий,ый,ой,ая,ля,ець,ец,ці,цы".split(",")
)
_ADJECTIVE_TAILS = (
    "ими ыми ого ому ою ої ий ій ий ый ой ая ое ую ом им ым их ых ые ие а е у і"
).split()
_SUFFIXES = tuple(
    "иньськ инськ янськ анськ енськ овськ івськ евськ инск янск анск енск овск евск "
    "ськ зьк цьк ск цк".split()
)


def _rules(line: str) -> dict[str, tuple[str, ...]]:
    pairs = (rule.split(":") for rule in line.split())
    return {ending: tuple(into.split(",")) for ending, into in pairs}


_ENDINGS = (_rules(_UK), _rules(_RU))
_KEY = str.maketrans({"ё": "е", "'": None, "’": None, "ʼ": None})


def key(word: str) -> str:
    """The word as it stands in an index: casefolded, ё as е, no apostrophes."""
    return word.casefold().translate(_KEY)


@lru_cache(maxsize=1 << 15)
def nominatives(word: str) -> frozenset[str]:
    """All nominatives that a Ukrainian or Russian case form may come from."""
    form = key(word)
    found = {form}
    if len(form) < 3 or form.isascii():
        return frozenset(found)
    for endings in _ENDINGS:
        for size in (0, 1, 2, 3):
            stem, ending = form[: len(form) - size], form[len(form) - size :]
            if len(stem) < 2 or ending not in endings:
                continue
            stems = {stem}
            if ending in ("і", "е") and stem[-1] in _SOFTER:
                stems.add(stem[:-1] + _SOFTER[stem[-1]])
            for into in endings[ending]:
                found.update(s + into for s in stems)
                if into in ("", "ь", "й"):
                    found.update(c + into for s in stems for c in _closed(s))
    found.update(_without_fleeting(form))
    return frozenset(found)


def _closed(stem: str) -> set[str]:
    """Stems of closed syllables: Харков→Харків, Донц→Донець, Орл→Орел, Рог→Ріг."""
    out = set()
    if len(stem) > 2 and stem[-2] in _CLOSED:
        out.add(stem[:-2] + _CLOSED[stem[-2]] + stem[-1])
    if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] not in _VOWELS:
        before = stem[:-2] if stem[-2] == "ь" else stem[:-1]
        out.update(before + vowel + stem[-1] for vowel in "ео")
    return out


def _without_fleeting(form: str) -> set[str]:
    """Genitive plurals: Лубен→Лубни, Валуйок→Валуйки."""
    if len(form) > 4 and form[-2] in "оеє" and form[-1] not in _VOWELS:
        head = form[:-2] + ("й" if form[-2] == "е" and form[-3] in _VOWELS else "")
        return {head + form[-1] + plural for plural in ("и", "ы", "і")}
    return {form + plural for plural in ("и", "ы", "і")} if form[-1] not in _VOWELS else set()


@lru_cache(maxsize=1 << 15)
def adjective_stem(word: str) -> str:
    """`таганрозьк`, `мордовск` of a place adjective in any case; empty for other words."""
    form = key(word)
    for tail in _ADJECTIVE_TAILS:
        stem = form.removesuffix(tail)
        if stem != form and len(stem) > 3 and stem.endswith(("ськ", "зьк", "цьк", "ск", "цк")):
            return stem
    return ""


@lru_cache(maxsize=1 << 15)
def nouns(stem: str) -> frozenset[str]:
    """Nominatives that a place adjective (its stem) may come from: `таганрозьк` → `таганрог` …"""
    found = {stem, stem + "ий", stem + "ой", stem + "ое", stem + "е", stem + "о", stem + "ая"}
    for suffix in _SUFFIXES:
        base = stem.removesuffix(suffix)
        if base == stem or len(base) < 2:
            continue
        bases = {base}
        if suffix in ("зьк", "цьк", "ськ", "ск", "цк"):
            middle = {"зьк": "гзж", "цьк": "кчц", "ськ": "хс", "ск": "хсг", "цк": "кчц"}[suffix]
            bases.update(base + letter for letter in middle)
        bases.update([c for b in bases for c in _opened(b)])
        found.update(b + ending for b in bases for ending in _NOUN_ENDINGS)
    return frozenset(found)


def _opened(base: str) -> set[str]:
    """Other shapes of a stem before -ск: туль→тул, вязем→вязьм, єнакіїв→єнакієв, орл→орел."""
    out = {base[:-1]} if base[-1] in "ьй" else set()
    if len(base) > 3 and base[-2] in "ео" and base[-1] not in _VOWELS:
        out.update((base[:-2] + base[-1], base[:-2] + "ь" + base[-1]))
    for closed, opened in (("їв", "єв"), ("ів", "ев"), ("ів", "ов")):
        if base.endswith(closed):
            out.add(base.removesuffix(closed) + opened)
    return out | _closed(base)
