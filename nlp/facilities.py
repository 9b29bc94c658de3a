"""Places of detention in a paragraph: a fixed core, grown left and right with a cap.

Cores are type words and abbreviations with numbers. Nothing here loops over open ends: each
step takes at most one more phrase, so hostile text costs no more than plain text.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.names.facility_name import FacilityName
from nlp.cases import Case, adjective_cases, head_cases
from nlp.facility_names import name_of
from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.places import locative, place_at
from nlp.version import rule

_STEPS = 6
_LEFT = 5
_NUMBER = (
    r"\d{1,3}(?:/\d{1,3})?(?![\d]|\.\d|-?(?:річ|лет|year)|\s(?:січ|лют|берез|квіт|трав|черв|лип|серп|"
    r"верес|жовт|листоп|груд|янв|фев|мар[тч]|апр|ма[яй]\b|июн|июл|авг|сент|окт|нояб|дек))"
)
_AFTER_NUMBER = (  # "Colony 120, ..." is a name, "колонії 120 осіб" counts men
    r"(?=\s?(?:[.,;:)]|$)|\s(?:in|near|at|and|to|on|from|until|where|в|у|до|з|из|на|и|і|та|де|где)\s)"
)
_QUOTED = re.compile(r"\s?[«\"“]([^«»\"“”\n]{2,40})[»\"”]")
_BRACKET = re.compile(r"\s?\(([^()\n]{2,40})\)")
_ORDINAL_BEFORE = re.compile(
    r"(?:№\s?)?\d{1,3}-?(?:ї|й|та|а|ій|у|ю|я|ой|ую|th|st|nd|rd)\s$|"
    r"(?<!\w)(?:(?:one )?hundred and )?(?:fourth|fifth|six(?:teen)?th|seven(?:teen)?th|"
    r"eigh(?:teen)?th|nin(?:eteen)?th|tenth|eleventh|twelfth|(?:thir|four|fif)teenth|twentieth)\s$"
)
_CAP_BEFORE = re.compile(r"(?<![\w-])([A-Z][\w']*(?:-[\w']+)*)\s$")
_WORD_BEFORE = re.compile(r"(?<![\w-])([\w'-]+)\s$")
_BARE = re.compile(r"\s(?=[A-ZА-ЯІЇЄҐЁ])")
_BY = re.compile(r"\s(?:по|в|у|for|in|of)\s(?:the\s)?")


@dataclass(frozen=True, slots=True)
class _Core:
    start: int
    end: int
    abbreviation: str = ""
    cases: frozenset[Case] = frozenset()
    own: bool = False  # a proper name that needs no type word


def facilities(page: Paragraph) -> list[Mention]:
    """Every facility that the paragraph speaks of, named or generic; none overlap."""
    found: list[Mention] = []
    at = 0
    for core in _cores(page):
        if core.start < at:
            continue
        start, left_cases = _grow_left(page, core, at)
        end = _grow_right(page, core)
        if _suppressed(page, core, start, end):
            continue
        start = _with_town(page, start, end, at)
        mention = _mention(page, core, start, end, left_cases)
        if mention is not None:
            found.append(mention)
            at = end
    return found


def _cores(page: Paragraph) -> list[_Core]:
    heads, capitals = _patterns(page.language)
    found = [
        _Core(m.start(), m.end(), cases=head_cases(m.group(), page.words))
        for m in heads.finditer(page.low)
    ]
    found += [_Core(m.start(), m.end(), m.group("abbr")) for m in capitals.finditer(page.text)]
    found += [_Core(m.start(), m.end(), own=True) for m in _own(page.language).finditer(page.text)]
    return sorted(found, key=lambda c: (c.start, -c.end))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon(language)
    endings = {
        name: "|".join(sorted((e.split(":")[0] for e in line.split()), key=len, reverse=True))
        for name, line in words["paradigms"].items()
    }
    heads = "|".join(f"{stem}(?:{endings[paradigm]})" for stem, paradigm in words["facility.heads"])
    abbreviations = "|".join(sorted(words["facility.abbreviations"], key=len, reverse=True))
    number = rf"(?:\s?-\s?|\s?)(?:{words['facility.number']})?{_NUMBER}"
    return (
        re.compile(rf"(?<![\w-])(?:{heads})(?!\w)"),
        re.compile(rf"(?<![\w])(?P<abbr>{abbreviations})(?P<number>{_cased(number)})?(?!\w)"),
    )


def _cased(pattern: str) -> str:
    """A number sign may be written in capitals too."""
    return f"(?i:{pattern})"


@cache
def _own(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon(language)['facility.names']})(?!\w)")


@cache
def _right(language: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon(language)
    sign = words["facility.number"]
    numbers = words.numbers()
    return (
        re.compile(
            rf",?\s?(?:-\s?)?(?:(?:{sign}){_NUMBER}|-{_NUMBER}|(?:{sign})(?:{numbers})(?!\w))"
            rf"|\s{_NUMBER}{_AFTER_NUMBER}"
        ),
        re.compile(rf",?\s(?:{'|'.join(words['facility.regimes'].values())})(?!\w)"),
        re.compile(rf",?\s\(?(?:{words['facility.service']})(?!\w)"),
        re.compile(words["facility.place_tail"]),
    )


def _grow_right(page: Paragraph, core: _Core) -> int:
    number, regime, service, tail = _right(page.language)
    end = core.end
    for _ in range(_STEPS):
        grown = (
            next((m.end() for p in (number, regime, service) if (m := p.match(page.low, end))), 0)
            or _right_name(page, end, core)
            or _right_place(page, core, end, tail)
        )
        if grown <= end:
            return end
        end = grown
    return end


def _right_name(page: Paragraph, end: int, core: _Core) -> int:
    quoted = _QUOTED.match(page.text, end)
    if quoted and quoted.group(1)[:1].isupper():
        return quoted.end()
    bracket = _BRACKET.match(page.text, end)
    if bracket is None:
        return 0
    inside = bracket.group(1)
    kind = _patterns(page.language)[1].match(inside)
    place = place_at(page, bracket.start(1))
    whole_place = place is not None and place[0] == bracket.end(1)
    return bracket.end() if (kind and kind.end() == len(inside)) or whole_place else 0


def _right_place(page: Paragraph, core: _Core, end: int, tail: re.Pattern[str]) -> int:
    by = _BY.match(page.low, end) if page.low[max(0, end - 8) : end].strip()[-2:] else None
    if by is not None and page.low[by.start() : by.end()].strip() == "по":
        hit = place_at(page, by.end())
        if hit is not None:
            return hit[0]
    lead = tail.match(page.low, end)
    if lead is not None and lead.end() > end:
        hit = place_at(page, lead.end())
        if hit is not None and _is_tail(page, lead, hit[0]):
            return hit[0]
    bare = _BARE.match(page.text, end)
    if bare is not None:
        hit = place_at(page, bare.end(), adjectives=False)
        if hit is not None and not _subject_after(page, core, end, hit[0]):
            return hit[0]
    return 0


def _subject_after(page: Paragraph, core: _Core, end: int, place_end: int) -> bool:
    """`в ізоляторі Ковтун провів рік`: a nominative after the word is no part of its name.

    Nor is it after an abbreviation that an adjective has placed: `в Таганрогском СИЗО Сивак …`.
    """
    placed = bool(core.abbreviation) and bool(
        _PLACED.search(page.low, max(0, core.start - 30), core.start)
    )
    if page.language == "en" or not (page.text[end - 1].islower() or placed):
        return False
    return bool(_CLOSED.search(page.low[end:place_end]))


_PLACED = re.compile(r"(?:ск|цк|ськ|цьк|зьк)\w{2,3}\s$")
_CLOSED = re.compile(r"[бвгґджзклмнпрстфхцчшщй]$")


def _is_tail(page: Paragraph, lead: re.Match[str], end: int) -> bool:
    """`из СИЗО в Курск` goes to Kursk; `из СИЗО в Курске` is there."""
    words = lead.group().replace(",", " ").split()
    if page.language == "en" or len(words) > 1 or not words:
        return True
    if words[0] not in ("в", "у", "во"):
        return True
    name = page.text[lead.end() : end]
    if name.endswith(
        ("ино", "іно", "ово", "ево", "єво")
    ):  # "в лагерь в Глушково", but "из лагеря в Глушково"
        return not _FROM.search(page.low, max(0, lead.start() - 60), lead.start())
    return locative(name)


_FROM = re.compile(r"(?<!\w)(?:из|с|со|з|із|зі|від|от)\s[^,.;:]*$")


def _grow_left(page: Paragraph, core: _Core, floor: int) -> tuple[int, frozenset[Case]]:
    start, cases = core.start, frozenset[Case]()
    adjectives = page.words.pattern("facility.adjectives")
    for _ in range(_LEFT):
        before = page.low[max(floor, start - 40) : start]
        ordinal = _ORDINAL_BEFORE.search(before)
        word = _WORD_BEFORE.search(before)
        if ordinal is not None:
            start -= len(before) - ordinal.start()
        elif word is not None and adjectives.fullmatch(word.group(1)):
            start -= len(before) - word.start()
            cases = cases or adjective_cases(word.group(1), page.words)
        elif page.language == "en" and (name := _capital_before(page, start, floor)) is not None:
            start = name
        else:
            break
    return _without_lead(page, start, core), cases


def _with_town(page: Paragraph, start: int, end: int, floor: int) -> int:
    """`до Таганрога, у слідчий ізолятор № 2`: the town before it belongs to the name."""
    town = _TOWN_BEFORE.search(page.text, max(floor, start - 60), start)
    if town is None or name_of(page.text[start:end], page.language).places:
        return start
    for at in (town.start(1), town.start(1) + town.group(1).find(" ") + 1):
        placed = place_at(page, at, adjectives=False)
        if placed is not None and placed[0] in (town.end(1), town.end("region")):
            return at
    return start


_TOWN_BEFORE = re.compile(
    r"(?<=\s)([A-ZА-ЯІЇЄҐЁ][\w'-]+(?:\s[A-ZА-ЯІЇЄҐЁ][\w'-]+)?)"
    r"(?P<region>(?:\s[A-ZА-ЯІЇЄҐ][\w'-]+\s(?:област\w+|кра[юя]|oblast|region))?)"
    r",\s(?:(?:в|у|во|in|at|to)\s)?(?:the\s)?$"
)


def _capital_before(page: Paragraph, start: int, floor: int) -> int | None:
    """A capitalised English word left of the core that belongs to its name."""
    match = _CAP_BEFORE.search(page.text, max(floor, start - 30), start)
    if match is None:
        return None
    word = match.group(1)
    plain = word.removesuffix("'s").lower()
    opens = match.start() == page.sentence_at(match.start())[0]
    placed = place_at(page, match.start())
    if placed is not None and placed[0] <= start and word.lower() not in _NO_LEAD:
        return match.start()
    if opens or plain in page.words["not_names"].split("|"):
        return None
    return match.start()


_NO_LEAD = frozenset(("the", "in", "at", "from", "to", "of", "and", "russian", "russia"))
_EMPTY_LEAD = re.compile(r"(?:(?:so-called|same|nearby|local|так зван\w+|так называем\w+)\s)+")


def _without_lead(page: Paragraph, start: int, core: _Core) -> int:
    lead = _EMPTY_LEAD.match(page.low, start, core.start)
    return lead.end() if lead else start


def _suppressed(page: Paragraph, core: _Core, start: int, end: int) -> bool:
    """`nine years of colony` is a sentence; `ВК` alone a network, `КП-2` a command post."""
    before = page.low[max(0, start - 20) : start]
    named = (
        any(c.isdigit() for c in page.text[core.end : end]) or page.low.find(" в ", start, end) > 0
    )
    if re.search(page.words["facility.generic_stop"], before) and not named:
        return True
    if _CAMP.fullmatch(page.low[core.start : core.end]):
        other = _OTHER_CAMP.search(before) or _OTHER_CAMP.match(page.low, start)
        return bool(other) or not page.words.pattern("detention").search(_around(page, core))
    if not core.abbreviation:
        return False
    needs_number = page.words["facility.abbreviations"][core.abbreviation][1]
    digits = any(c.isdigit() for c in page.text[core.start : end])
    if needs_number and not digits:
        return True
    risky = core.abbreviation in ("КП", "ВК", "PC", "KP", "VK", "ИЦ", "ВЦ", "ЛПУ", "ITT", "IVS")
    return risky and not (
        end > core.end or start < core.start or page.words.pattern("detention").search(page.low)
    )


def _around(page: Paragraph, core: _Core) -> str:
    """The sentence without the core itself."""
    start, end = page.sentence_at(core.start)
    return f"{page.low[start : core.start]} {page.low[core.end : end]}"


_CAMP = re.compile(r"camps?|таб[оі]р\w{0,3}|лагер\w{0,3}")
_OTHER_CAMP = re.compile(
    r"(?:refugee|summer|training|holiday|army|дитяч\w+|літн\w+|детск\w+|летн\w+)\s"
)


def _mention(
    page: Paragraph, core: _Core, start: int, end: int, left: frozenset[Case]
) -> Mention | None:
    words = page.text[start:end]
    name = name_of(words, page.language)
    named = core.own or name.number is not None or bool(name.places) or bool(name.nickname)
    cases = left if core.abbreviation else (head_and(core.cases, left))
    return Mention(
        label="facility",
        start=start,
        end=end,
        words=words,
        rule=rule("facilities"),
        named=named,
        features=(*facility_features(name), ("cases", "".join(sorted(cases)))),
    )


def head_and(head: frozenset[Case], left: frozenset[Case]) -> frozenset[Case]:
    """Cases that head and adjective have in common; the head's, if they disagree."""
    return (head & left) or head


def facility_features(name: FacilityName) -> tuple[tuple[str, str], ...]:
    """Type, number, region and settlement, only where the words leave no choice."""
    found: list[tuple[str, str]] = []
    code = next(iter(name.types)) if len(name.types) == 1 else ""
    if not code and name.usual == "ik":
        code = "ik"
    if code:
        found.append(("facility_type", code))
    if name.number is not None:
        found.append(("number", str(name.number)))
    return tuple(found)
