"""The forms of persons' names: given name and surname, gender, case, and keys to compare by."""

import re
from functools import cache, lru_cache

import yaml

from graph.names.fold import fold, fold_lines
from graph.names.forms import key, nominatives
from graph.names.scripts import is_cyrillic
from nlp.lexicon import FOLDER

PATRONYMIC = re.compile(
    r"\w+(?:ович|евич|йович|івн|ївн|овн|евн|ovych|evych|ovich|evich|ivna|yivna|ovna|evna|yovych)\w{0,3}$"
)


def name_parts(words: str, surnames: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
    """Which words are given name and surname, the gender, and whether it stands in a nominative.

    A single word is a surname if the document gives it as one elsewhere.
    """
    full = [w for w in re.split(r"[\s.]+", words) if len(w) > 1]
    alone = len(full) == 1 and not surnames.isdisjoint(keys(full[0]))
    given = "" if alone else next((w for w in full if is_given(w)), "")
    rest = [w for w in full if w != given and not PATRONYMIC.match(w.lower())]
    surname = rest[-1] if rest else ("" if given else (full[-1] if full else ""))
    base = given or surname
    patronymic = next((w for w in full if w != given and PATRONYMIC.match(w.lower())), "")
    person = gender(given, surname, patronymic)
    return (
        ("given", given),
        ("surname", surname),
        ("gender", person),
        ("nominative", "" if _woman_or_mans(given, surname) else _nominative(base, person)),
    )


def _woman_or_mans(given: str, surname: str) -> bool:
    """`Ирхова` alone: she as a subject, or he as an object."""
    return not given and surname.lower().endswith(("ова", "ева", "єва", "ёва"))


def gender(given: str, surname: str, patronymic: str) -> str:
    """`m`, `f`, or empty where the forms leave both open."""
    if patronymic:
        return "f" if re.search(r"(?:івн|ївн|овн|евн|vna)", patronymic.lower()) else "m"
    if given:
        return _given_gender(given, surname.lower())
    return "f" if re.search(r"(?:ська|цька|ову|іну|ську|ская|ской|ska)$", surname.lower()) else ""


@lru_cache(maxsize=1 << 12)
def _given_gender(word: str, surname: str) -> str:
    form = key(word)
    if not is_cyrillic(form[0]):
        return "f" if form.endswith("a") and form not in _MEN_LATIN else "m"
    man, woman = _bases(form)
    if man and woman:
        if not surname or surname.endswith(_EITHER):
            return ""
        if form in man and form in woman:  # «Саша Грек»
            return "m" if surname.endswith(_HIS) else ("f" if surname.endswith(_HERS) else "")
        his = surname.endswith(("а", "я", "у", "ю", "ого", "ому", "ы", "и"))  # «Ярослава Криницы»
        return "m" if his else "f"
    if man or woman:
        return "m" if man else "f"
    if form in _given():
        return "f" if form.endswith(("а", "я")) else ("" if form.endswith(_OPEN) else "m")
    return "m" if form.endswith(("ом", "ем", "єм", "ові", "еві", "єві")) else ""


@lru_cache(maxsize=1 << 12)
def _bases(form: str) -> tuple[frozenset[str], frozenset[str]]:
    """The common men's and women's names that a form may be a case of."""
    men, women = common_names()
    found = nominatives(form)
    man, woman = found & men, found & women
    if form in men and not form.endswith(("а", "я")):
        return man, frozenset()
    ending = form[-1]
    if ending in "аяуюієїие" or form.endswith(("ою", "ею", "єю", "ой", "ей")):
        if ending in "іїеи" and not any(n.endswith(("а", "я")) for n in man):
            man = frozenset()
        return man, woman
    return man, woman if ending in "ьв" else frozenset()


@cache
def common_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names in common use, of men and of women, as keys."""
    with (FOLDER / "given.yaml").open(encoding="utf-8") as stream:
        lists = yaml.safe_load(stream)
    men, women = (frozenset(key(n) for n in lists[k].split()) for k in ("men", "women"))
    return men, women


@cache
def _common_folds() -> frozenset[str]:
    men, women = common_names()
    return frozenset(fold_lines(sorted(men | women)))


@lru_cache(maxsize=1 << 12)
def is_common(word: str) -> bool:
    """Whether it is a case form of a given name in common use."""
    form = key(word)
    if len(form) < _SHORTEST_ALONE:
        return False
    if is_cyrillic(form[0]):
        return any(_bases(form))
    return fold(word) in _common_folds()


_SHORTEST_ALONE = 4
_EITHER = ("ова", "ева", "єва", "іна", "ина", "ову", "іну", "ко")
_HIS = ("ов", "ев", "єв", "ін", "ин", "ий", "ый")
_HERS = ("ова", "ева", "єва", "іна", "ина", "ая", "ська", "цька")
_MEN_LATIN = frozenset("mykola illia ilya luka sava mykyta nikita danyla yarema kuzma".split())


_OPEN = ("е", "є", "і", "ю", "у")  # «Еміне»: the form tells no gender
_DATIVE = ("ові", "еві", "єві")
_SHORTEST_DATIVE = 5


def _nominative(word: str, person: str) -> str:
    """`yes`, `no`, or empty where the form may be a man's genitive or a woman's nominative."""
    if not word:
        return "no"
    form = key(word)
    if form.endswith(_DATIVE) and len(form) > _SHORTEST_DATIVE:
        return "no"
    if is_cyrillic(form[0]) and any(_bases(form)):
        man, woman = _bases(form)
        if form in man or (form in woman and not man):
            return "yes"
        return {"f": "yes"}.get(person, "") if form in woman and person != "m" else "no"
    return "yes" if _is_nominative(word) else "no"


@lru_cache(maxsize=1 << 12)
def _is_nominative(word: str) -> bool:
    """Whether a Cyrillic name may stand as a subject; always true of Latin letters."""
    form = key(word)
    if not is_cyrillic(form[0]) or form in _given():
        return True
    return not form.endswith(
        ("а", "я", "у", "ю", "ого", "ому", "им", "ом", "ем", "ої", "ій", "ою")
    ) or (form.endswith(("ова", "ева", "єва", "іна", "ина", "ська", "цька", "ская")))


@lru_cache(maxsize=1 << 14)
def is_given(word: str) -> bool:
    """Whether some case form of a given name is written so."""
    form = key(word)
    if len(form) < 3:
        return False
    if is_cyrillic(form[0]):
        return any(n in _given() for n in nominatives(word))
    return fold(word) in _given_folds()


@cache
def _given() -> frozenset[str]:
    from names_translator.dicts import default_dicts

    pool = default_dicts().as_dict("first")
    russian = (key(name) for forms in pool.values() for name in forms)
    return frozenset({key(name) for name in pool} | set(russian)).union(*common_names())


@cache
def _given_folds() -> frozenset[str]:
    names = sorted({n for n in _given() if len(n) > 3}.union(*common_names()))
    return frozenset(f for f in fold_lines(names) if len(f) > 2)


def keys(word: str) -> frozenset[str]:
    """What a name in any case form is compared by."""
    word = word.removesuffix("'s")
    if word and is_cyrillic(word[0]):
        return frozenset(n for n in nominatives(word) if len(n) > 2)
    return frozenset((fold(word),))
