"""Persons by name in Ukrainian and English text: a dictionary of given names, and rules.

A given name beside another capitalised word, initials beside a surname, a name after a rank or
role, a call sign in quotes; a surname or given name alone only where the document has it in full.
"""

import re
from collections.abc import Iterable
from functools import cache

from nlp.mention import Mention
from nlp.name_forms import PATRONYMIC, is_common, is_given, keys, name_parts
from nlp.paragraph import Paragraph
from nlp.places import candidates
from nlp.stretches import Stretches
from nlp.version import rule

_LETTER = "A-ZА-ЯІЇЄҐЁ"
_CAP = rf"[{_LETTER}](?:[\w']*[a-zа-яіїєґё]|[{_LETTER}]+)(?:-[{_LETTER}][\w']+)?"
_RUN = re.compile(rf"(?<![\w'-])(?:{_CAP})(?:\s(?:{_CAP}))*(?![\w'-])")
_INITIALS_FIRST = re.compile(rf"(?<![\w.])(?:[{_LETTER}]\.\s?){{1,2}}{_CAP}(?![\w-])")
_INITIALS_LAST = re.compile(rf"(?<![\w-]){_CAP}\s(?:[{_LETTER}]\.\s?){{1,2}}(?![\w])")
_CALLSIGN = re.compile(r"\s?(?:-\s|—\s|:\s)?[«“\"'„]([^«»“”\"\n]{2,30}?)[»”\"'“]")
_WORD = re.compile(_CAP)
_OF_PLACE = re.compile(r"\w+(?:ської|ській|цької|цькій|зької|зькій|ского|ской|цкой)$")
_WORD_OF_MANY = re.compile(
    r"(?<!\w)(?:case|section|annex|part|appendix|block|cell|group|witness|note|item|table|article|"
    r"paragraph|chapter|detainee|prisoner|victim|survivor|interviewee|person|unit|wing|ward|building|"
    r"camp|barracks?|mr|mrs|ms|dr|the|and|when|where|how|what|who|did|was|is|you|we)(?!\w)|(?<!\w)i(?![\w.])"
)
_SURNAME = re.compile(r"\w{2,}(?:[еє]нк(?:о|а|у|ові|ом|ем|е)|(?:чу|щу)к(?:а|у|ові|ом)?)")
_LABELLED = re.compile(r"[qa]\.")
_MOST = 3
_PLACE_LEAD = re.compile(  # a town may bear a man's name
    r"(?<!\w)(?:в|у|во|на|до|з|із|зі|из|с|по|під|под|біля|через|in|at|to|from|near|of|м\.|г\.|с\.)\s$"
)


def people(page: Paragraph, taken: Iterable[Mention], surnames: frozenset[str]) -> list[Mention]:
    """Persons named in the paragraph, outside `taken`.

    `surnames` are keys of surnames that the document gives with a given name or a role.
    """
    busy = Stretches((m.start, m.end) for m in taken)
    last = 0
    found = callsigns(page)
    found += [(m.start(), m.end(), "initials") for m in _INITIALS_FIRST.finditer(page.text)]
    found += [(m.start(), m.end(), "initials") for m in _INITIALS_LAST.finditer(page.text)]
    for run in _RUN.finditer(page.text):
        found += _in_run(page, run, surnames)
    out: list[Mention] = []
    for start, stop, how in sorted(found, key=lambda f: (f[0], -f[1])):
        end = start + len(page.text[start:stop].rstrip())
        if start < last or busy.meets(start, end):
            continue
        label = not page.low[:start].strip(" *_") and _LABELLED.match(page.low, start)
        if how == "initials" and (label or _WORD_OF_MANY.search(page.low[start:end])):
            continue  # "Q. The prison …"
        last = end
        out.append(_mention(page, start, end, how, surnames))
    return sorted(out, key=lambda m: m.start)


def _mention(page: Paragraph, start: int, end: int, how: str, surnames: frozenset[str]) -> Mention:
    words = page.text[start:end]
    parts = name_parts(words, surnames)
    if _given_key(words) in surnames and page.language == "en":
        known = dict(parts)
        parts = tuple((k, {"given": words, "surname": ""}.get(k, known[k])) for k, _ in parts)
    return Mention(
        label="person",
        start=start,
        end=end,
        words=words,
        rule=rule(f"people-{how}"),
        features=(*parts, ("callsign", "yes")) if how == "callsign" else parts,
    )


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
        if plain in stop or (at + 1 < len(words) and role.fullmatch(plain)) or _verb(words[at:]):
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


def _verb(words: list[tuple[int, int, str]]) -> bool:
    """`Судили Віктора`, `Помер Іван`: a verb that opens its sentence is no surname."""
    texts = [w[2] for w in words[:2]]
    opens = len(texts) > 1 and _OPENS.fullmatch(texts[0].lower()) is not None
    return opens and not is_given(texts[0]) and is_given(texts[1])


_OPENS = re.compile(
    r"[а-яіїєґ']{2,}(?:ли|лися|лись|вся|лася|лась|ув|ав|ив)|помер(?:ла)?|загинула|зникла"
)


def _end(word: tuple[int, int, str]) -> int:
    return word[1] - (2 if word[2].endswith("'s") else 0)


def _name_size(page: Paragraph, group: list[tuple[int, int, str]], surnames: frozenset[str]) -> int:
    """How many of the words make a name: 3 with a patronymic, 2, 1 or none."""
    texts = [w[2] for w in group]
    given = [is_given(t) for t in texts]
    if (
        len(group) >= 3
        and (given[0] or given[1])
        and any(PATRONYMIC.match(t.lower()) for t in texts[1:3])
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
    text = text.removesuffix("'s")
    if len(text) < 3 or (text.isupper() and len(text) < 5):
        return False
    before = page.low[max(0, start - 24) : start]
    if not surnames.isdisjoint(keys(text)):
        return True
    if page.language == "en" and _given_key(text) in surnames:
        return True
    if is_common(text) and (not candidates(text) or not _PLACE_LEAD.search(before)):
        return True
    if page.language != "en" and _SURNAME.fullmatch(text.lower()) and not candidates(text):
        return True
    role = re.compile(rf"(?<!\w)(?:{page.words['people.roles']})\s$")
    if role.search(before) and not _OF_PLACE.match(text.lower()):
        return not candidates(text) or is_given(text)
    return False


def surnames_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Keys of the surnames that a document gives in full, and of names that somebody is called.

    A given name that stands with a surname is kept too, marked as such.
    """
    found: set[str] = set()
    for mention in mentions:
        if mention.feature("callsign") and " " not in mention.words:
            found |= keys(mention.words)
            continue
        if mention.label != "person" or mention.rule.startswith("people-alone"):
            continue
        surname = mention.feature("surname") or ""
        if mention.rule.startswith("people-initials") and _LATIN.fullmatch(surname):
            found |= _near_nominative(surname)
        if mention.feature("given") and len(surname) > 2:
            found |= _near_nominative(surname)
            found.add(_given_key(mention.feature("given") or ""))
    return frozenset(found)


_LATIN = re.compile(r"[A-Z][a-z'-]{3,}")


def _given_key(word: str) -> str:
    return f"given {word.lower()}"


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
    for cue in page.words.pattern("people.called").finditer(page.low):
        name = _WORD.match(page.text, cue.end() + 1)
        if name is not None and not _further(page, name):
            found.append((name.start(), name.end(), "callsign"))
    return found


def _further(page: Paragraph, name: re.Match[str]) -> bool:
    """Whether it is a longer name, or a word of many uses."""
    after = page.text[name.end() : name.end() + 2].strip()
    return after[:1].isupper() or name.group().lower() in _stop(page.language)
