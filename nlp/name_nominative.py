"""A person's name out of a sentence, in the nominative: «Павлові Лемешку» → «Павло Лемешко».

By endings, given name and surname together: the case of the given name tells which of two
surnames a form belongs to. What no rule decides gives nothing, and the name stays as written.
"""

import re

from graph.names.forms import nominatives
from nlp.name_forms import PATRONYMIC, common_names

_GIVEN_ENDINGS = (
    "ові еві єві ом ем єм ою ею єю ой ей їй у ю а я і е и ы ї".split(),
    ("", "о", "й", "ь", "а", "я"),
)
_CASES = {  # of a man's given name that ends in a consonant, -о or -й
    "genitive": ("а", "я"),
    "dative": ("ові", "еві", "єві", "у", "ю"),
    "instrumental": ("ом", "ем", "єм"),
}
_HIS = (  # stem, endings of his other cases, what the nominative puts after the stem
    (r".+[сзц]ьк", "ого ому им ім", "ий"),
    (r".+[сц]к", "ого ому им ом", "ий"),
    (r".+(?:ов|ев|єв|[бвгдзклмнпрстцчш]ин|[бвгдзклмнпрстцчш]ін|їн)", "а у ові ом ым им", ""),
    (r".+[уюаяиі]к", "а у ові ом е ові", ""),
    (r".+[бвгджзйлмнпрстхцчшщь]к", "а у ові ом", "о"),
    (r".+(?:ич|іч|ач|ш)", "а у еві ем ові", ""),
    (r".*[аеиіоуюяєї]", "я ю єм ем єві еві", "й"),
    (r".+л", "я ю ем еві", "ь"),
)
_CONSONANT = re.compile(r".+[бвгджзклмнпрстфхцчшщ]$")
_CONSONANT_CASES = {
    "genitive": ("а",),
    "dative": ("у", "ові", "еві"),
    "instrumental": ("ом", "ем"),
}
_FLEETING = re.compile(r"(?P<stem>.+[бвгджзйклмнпрстфхчшщ]|.+ь)ц(?:я|ю|у|а|ем|ом|еві)$")
_SOFT_R = re.compile(r"(?P<stem>.+р)(?:я|ю|ем|еві)$")
_WOMANLIKE = re.compile(r"(?P<stem>.+)(?:ою|ею|ой|ей)$")
_ADJECTIVE = re.compile(r"(?P<stem>.+)(?:ого|ому|им)$")
_HERS = (
    (r".+(?:ов|ев|єв|ин|ін|їн)", "ої у ою ій ой", "а"),
    (r".+[сзц]ьк", "ої у ою ій", "а"),
    (r".+[сц]к", "ой ую ою", "ая"),
)


def nominative_name(words: str, *, given: str, surname: str, gender: str, language: str) -> str:
    """The whole name with each word in the nominative; empty where it is not certain.

    `given`, `surname` and `gender` (m, f) as `name_parts` finds them.
    """
    if gender not in {"m", "f"} or any(PATRONYMIC.match(w.lower()) for w in words.split()):
        return ""
    first = _given(given, gender, language) if given else ""
    case = _case(given, first) if gender == "m" else ""
    last = _surname(surname, gender, case, language) if surname else ""
    if (given and not first) or (surname and not last):
        return ""
    said = {given: first, surname: last}
    return " ".join(said.get(word, word) for word in words.split())


def _given(form: str, gender: str, language: str) -> str:
    men, women = common_names()
    known = men if gender == "m" else women
    small = form.lower()
    if small in known:
        return form
    endings, uprights = _GIVEN_ENDINGS
    found = {
        small.removesuffix(e) + n
        for e in endings
        if small.endswith(e)
        for n in uprights
        if small.removesuffix(e) + n in known
    } | (nominatives(small) & known)
    if not found:
        return ""

    def likeliest(name: str) -> tuple[bool, int, bool]:
        ours = not re.search("[ыэёъ]" if language == "uk" else "[іїєґ]|о$", name)
        return ours, _shared(name, small), name.endswith("о")  # Марко rather than Марк

    return _like(form, max(sorted(found), key=likeliest))


def _case(form: str, nominative: str) -> str:
    """The case of a man's given name, where his name is of the common declension."""
    if not nominative or nominative.lower().endswith(("а", "я")):
        return ""
    ending = form.lower()[_shared(form.lower(), nominative.lower()) :]
    return next((case for case, endings in _CASES.items() if ending in endings), "")


def _surname(form: str, gender: str, case: str, language: str) -> str:
    small = form.lower()
    rules = _HIS if gender == "m" else _HERS
    if case == "instrumental" and (found := _WOMANLIKE.match(small)):
        return _like(form, found["stem"] + _last_vowel(found["stem"], language))
    for stem, endings, after in rules:
        for ending in endings.split():
            body = small.removesuffix(ending)
            if body != small and re.fullmatch(stem, body):
                return _like(form, body + after)
    return _his_by_case(form, case, language) if gender == "m" else _hers(form)


def _his_by_case(form: str, case: str, language: str) -> str:
    """What the case of his given name decides."""
    small = form.lower()
    if not case:
        return ""
    if found := _ADJECTIVE.match(small):
        return _like(form, found["stem"] + "ий") if language == "uk" else ""
    if found := _FLEETING.match(small):
        return _like(form, found["stem"] + ("ець" if language == "uk" else "ец"))
    if found := _SOFT_R.match(small):
        return _like(form, found["stem"] + ("" if language == "uk" else "ь"))
    for ending in _CONSONANT_CASES[case]:
        body = small.removesuffix(ending)
        if body != small and _CONSONANT.match(body):
            return _like(form, body)
    if case == "genitive" and small.endswith(("и", "ы", "у")):  # a man called as women are
        return _like(form, small[:-1] + _last_vowel(small[:-1], language))
    return form if small.endswith(("ко", "их", "ых")) else ""


def _last_vowel(stem: str, language: str) -> str:
    return "я" if stem.endswith("ц") and language == "uk" else "а"


def _hers(form: str) -> str:
    """A woman's surname that ends in a consonant or in -о does not change."""
    small = form.lower()
    return form if _CONSONANT.match(small) or small.endswith(("ль", "нь", "рь", "й", "о")) else ""


def _shared(a: str, b: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((n for n, (x, y) in pairs if x != y), min(len(a), len(b)))


def _like(form: str, word: str) -> str:
    """The word with the capital letters of the form."""
    return form[: _shared(form.lower(), word)] + word[_shared(form.lower(), word) :]
