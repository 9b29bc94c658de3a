"""Persons by name in Ukrainian and English text: a dictionary of given names, and rules.

A given name beside another capitalised word, initials beside a surname, a name after a rank or
role, a call sign in quotes; a surname or given name alone only where the document has it in full.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from graph.names.fold import fold, fold_lines
from graph.names.forms import key, nominatives
from graph.names.scripts import is_cyrillic
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.places import candidates
from nlp.version import rule

_LETTER = "A-ZА-ЯІЇЄҐЁ"
_CAP = rf"[{_LETTER}](?:[\w']*[a-zа-яіїєґё]|[{_LETTER}]+)(?:-[{_LETTER}][\w']+)?"
_RUN = re.compile(rf"(?<![\w'-])(?:{_CAP})(?:\s(?:{_CAP}))*(?![\w'-])")
_INITIALS_FIRST = re.compile(rf"(?<![\w.])(?:[{_LETTER}]\.\s?){{1,2}}{_CAP}(?![\w-])")
_INITIALS_LAST = re.compile(rf"(?<![\w-]){_CAP}\s(?:[{_LETTER}]\.\s?){{1,2}}(?![\w])")
_CALLSIGN = re.compile(r"\s?(?:-\s|—\s|:\s)?[«“\"'„]([^«»“”\"\n]{2,30}?)[»”\"'“]")
_WORD = re.compile(_CAP)
_PATRONYMIC = re.compile(
    r"\w+(?:ович|евич|йович|івн|ївн|овн|евн|ovych|evych|ovich|evich|ivna|yivna|ovna|evna|yovych)\w{0,3}$"
)
_OF_PLACE = re.compile(r"\w+(?:ської|ській|цької|цькій|зької|зькій|ского|ской|цкой)$")
_MOST = 3
_UNISEX_A = tuple(  # masculine, whatever their ending
    "микола ілля илья лука сава савва кузьма хома фома микита нікіта никита данила гаврила "
    "mykola illia ilya luka sava mykyta nikita danyla".split()
)


def people(page: Paragraph, taken: Iterable[Mention], surnames: frozenset[str]) -> list[Mention]:
    """Persons named in the paragraph, outside `taken`.

    `surnames` are keys of surnames that the document gives with a given name or a role.
    """
    busy = [(m.start, m.end) for m in taken]
    found: list[tuple[int, int, str]] = []
    found += [(m.start(), m.end(), "initials") for m in _INITIALS_FIRST.finditer(page.text)]
    found += [(m.start(), m.end(), "initials") for m in _INITIALS_LAST.finditer(page.text)]
    for run in _RUN.finditer(page.text):
        found += _in_run(page, run, surnames)
    found += callsigns(page)
    out: list[Mention] = []
    for start, end, how in sorted(found, key=lambda f: (f[0], -f[1])):
        end = start + len(page.text[start:end].rstrip())
        if any(s < end and start < e for s, e in busy):
            continue
        busy.append((start, end))
        out.append(_mention(page, start, end, how, surnames))
    return sorted(out, key=lambda m: m.start)


def _mention(page: Paragraph, start: int, end: int, how: str, surnames: frozenset[str]) -> Mention:
    words = page.text[start:end]
    parts = name_parts(words, surnames)
    return Mention(
        label="person",
        start=start,
        end=end,
        words=words,
        rule=rule(f"people-{how}"),
        features=(*parts, ("callsign", "yes")) if how == "callsign" else parts,
    )


def name_parts(words: str, surnames: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
    """Which words are given name and surname, the gender, and whether it stands in a nominative.

    A single word is a surname if the document gives it as one elsewhere.
    """
    full = [w for w in re.split(r"[\s.]+", words) if len(w) > 1]
    alone = len(full) == 1 and not surnames.isdisjoint(keys(full[0]))
    given = "" if alone else next((w for w in full if is_given(w)), "")
    rest = [w for w in full if w != given and not _PATRONYMIC.match(w.lower())]
    surname = rest[-1] if rest else ("" if given else (full[-1] if full else ""))
    base = given or surname
    patronymic = next((w for w in full if w != given and _PATRONYMIC.match(w.lower())), "")
    return (
        ("given", given),
        ("surname", surname),
        ("gender", gender(given, surname, patronymic)),
        ("nominative", _nominative(base, gender(given, surname, patronymic))),
    )


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
    if form.endswith(_UNISEX_A) or (form[:-1] + "а") in _UNISEX_A or (form[:-1] + "я") in _UNISEX_A:
        return "m"
    if not is_cyrillic(form[0]):
        return "f" if form.endswith("a") else "m"
    stem, last = form[:-1], form[-1]
    man = any(stem + e in _given() for e in ("", "ь", "й", "о"))
    woman = any(stem + e in _given() for e in ("а", "я"))
    if form.endswith(("ом", "ем", "єм", "ові", "еві", "єві")) and form not in _given():
        return "m"
    if form.endswith(("ою", "ею", "єю", "ой")) and form not in _given():
        return "f"
    if last in "уюая" and man and woman:
        if not _both(stem):  # Івана, Олега: rare as women's names, common as genitives
            return "m"
        if not surname or surname.endswith(("ова", "ева", "єва", "іна", "ина", "ову", "іну", "ко")):
            return ""
        return "m" if surname.endswith(("а", "я", "у", "ю", "ого", "ому")) else "f"
    if last in "уюая":
        return "m" if man and not woman else "f"
    return "f" if last in "іїие" else "m"


def _nominative(word: str, person: str) -> str:
    """`yes`, `no`, or empty where the form may be a man's genitive or a woman's nominative."""
    if not word:
        return "no"
    form = key(word)
    shorter = {form[:-1], form[:-1] + "ь", form[:-1] + "й", form[:-1] + "о"}
    if is_cyrillic(form[0]) and form in _given() and form[-1] in "ая" and shorter & _given():
        return {"m": "no", "f": "yes"}.get(person, "")
    return "yes" if _is_nominative(word) else "no"


def _both(stem: str) -> bool:
    """Whether men and women both bear the name: Валерій and Валерія, Олександр and Олександра."""
    return stem.endswith(("і", "и")) or stem in _SHARED


_SHARED = frozenset(
    "олександр александр валентин руслан богдан ярослав мирослав владислав станіслав станислав "
    "святослав мстислав мар'ян марьян мариан любомир стефан август йосип павл микол ігор".split()
)


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
    return frozenset({key(name) for name in pool} | set(russian))


@cache
def _given_folds() -> frozenset[str]:
    names = sorted(n for n in _given() if len(n) > 3)
    return frozenset(f for f in fold_lines(names) if len(f) > 2)


def _in_run(
    page: Paragraph, run: re.Match[str], surnames: frozenset[str]
) -> list[tuple[int, int, str]]:
    """Names in a run of capitalised words, stop words and places left out."""
    stop = _stop(page.language)
    role = page.words.pattern("people.roles")
    words = [
        (run.start() + w.start(), run.start() + w.end(), w.group())
        for w in _WORD.finditer(run.group())
    ]
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        plain = words[at][2].lower().removesuffix("'s")
        if plain in stop or (at + 1 < len(words) and role.fullmatch(plain)):
            at += 1
            continue
        group = [words[at]]
        while len(group) < _MOST and at + len(group) < len(words):
            following = words[at + len(group)]
            if following[2].lower() in stop:
                break
            group.append(following)
        size = _name_size(page, group, surnames)
        if size:
            found.append((group[0][0], _end(group[size - 1]), "full" if size > 1 else "alone"))
        at += max(size, 1)
    return found


def _end(word: tuple[int, int, str]) -> int:
    return word[1] - (2 if word[2].endswith("'s") else 0)


def _name_size(page: Paragraph, group: list[tuple[int, int, str]], surnames: frozenset[str]) -> int:
    """How many of the words make a name: 3 with a patronymic, 2, 1 or none."""
    texts = [w[2] for w in group]
    given = [is_given(t) for t in texts]
    if (
        len(group) >= 3
        and (given[0] or given[1])
        and any(_PATRONYMIC.match(t.lower()) for t in texts[1:3])
    ):
        return 3
    if len(group) >= 2 and (given[0] or given[1]) and not _is_place(texts[:2], page):
        if not given[0] and (page.language == "en" or (len(group) > 2 and given[1])):
            return 1 if _alone(page, group[0], surnames) else 0
        return 2
    return 1 if _alone(page, group[0], surnames) else 0


def _is_place(texts: list[str], page: Paragraph) -> bool:
    both = " ".join(texts)
    return bool(candidates(both))


def _alone(page: Paragraph, word: tuple[int, int, str], surnames: frozenset[str]) -> bool:
    start, _, text = word
    if len(text) < 3 or (text.isupper() and len(text) < 5):
        return False
    before = page.low[max(0, start - 24) : start]
    if not surnames.isdisjoint(keys(text)):
        return True
    role = re.compile(rf"(?<!\w)(?:{page.words['people.roles']})\s$")
    if role.search(before) and not _OF_PLACE.match(text.lower()):
        return not candidates(text) or is_given(text)
    return False


def keys(word: str) -> frozenset[str]:
    """What a name in any case form is compared by."""
    word = word.removesuffix("'s")
    if word and is_cyrillic(word[0]):
        return frozenset(n for n in nominatives(word) if len(n) > 2)
    return frozenset((fold(word),))


def surnames_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Keys of the surnames that a document gives in full."""
    found: set[str] = set()
    for mention in mentions:
        if mention.label != "person" or mention.rule.startswith("people-alone"):
            continue
        surname = mention.feature("surname") or ""
        if mention.feature("given") and len(surname) > 2:
            found |= _near_nominative(surname)
    return frozenset(found)


def _near_nominative(word: str) -> frozenset[str]:
    return frozenset(k for k in keys(word) if abs(len(k) - len(word)) <= 3)


@cache
def _stop(language: str) -> frozenset[str]:
    from nlp.lexicon import lexicon

    return frozenset(str(lexicon(language)["not_names"]).split("|"))


def callsigns(page: Paragraph) -> list[tuple[int, int, str]]:
    """Stretches in quotes after the words for call sign or nickname."""
    found: list[tuple[int, int, str]] = []
    lead = page.words.pattern("people.callsign")
    for cue in lead.finditer(page.low):
        quoted = _CALLSIGN.match(page.text, cue.end())
        if quoted is not None and quoted.group(1)[:1].isupper():
            found.append((quoted.start(1), quoted.end(1), "callsign"))
    return found
