"""People without names: groups with their sizes, and pronouns."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from nlp.lexicon import Lexicon, lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.stretches import Stretches
from nlp.version import rule

_ABOUT = 10  # "about 200" is read as 200 give or take a tenth
_NEAR = 25
_FEW = 20
_PRONOUNS = ("both", "i", "we", "he", "she", "they", "one", "kin", "relative", "someone")
_UNLIKE_CASE = re.compile(r"\w+(?:ох|ом)")
_APPOSED = re.compile(r"(?:[,(–—-]|(?<!\w)(?:is|was|as|like|became|being|been|є|это|це))\s?$")
_LISTED = ("i", "we")  # "me, Ivan and Petro"
_ALONE = frozenset(("he", "she", "one"))
_NOT_OWN = frozenset(("i", "we", "someone", "relative"))  # "её мужа" is somebody of his own
_UNNAMED = frozenset(("someone",))  # speaks of nobody known
_PRONOUN = re.compile(
    r"h(?:e|im|is|ers?)|she|він|його|йому|ним|нього|ньому|вона|її|їй|нею|неї|ній|"
    r"он|н?его|н?ему|ним|н[её]м|она|н?е[её]|не[йю]|е[йю]"
)
_TOLD_APART = re.compile(
    r"\s(?:from|who|whose|named|in (?:the|a) (?:next|other)|із|зі|з|из|с|со|на ім|по им)(?!\w)"
    r"|\sна прізвисько(?!\w)"
    r"|,? (?:який|якого|якому|яким|яка|якої|якій|котр\w+|котор\w+)(?!\w)"
)


def groups(page: Paragraph, taken: Iterable[Mention]) -> list[Mention]:
    """Groups in the paragraph; `named` is true of those whose size is said."""
    busy = Stretches((m.start, m.end) for m in taken)
    found: list[Mention] = []
    for match in _pattern(page.language).finditer(page.low):
        start, end = _without_town(page, match)
        if busy.meets(start, end):
            continue
        least, most = _size(match, page.words)
        sized = least is not None or most is not None
        if _UNLIKE_CASE.fullmatch(match.group("n") or "") and match.group("noun").endswith("і"):
            continue  # "усіх трьох російські військові …": not three of them
        if not sized and match.group("count"):
            continue  # "several hundred": words that give no number
        if page.language == "en" and not sized and page.low.endswith("both ", 0, start):
            continue  # "both women": two of whom was told
        accused = not sized and bool(page.words.pattern("groups.accused").fullmatch(match.group()))
        if not sized and not accused and not _plural_people(match, page):
            continue
        if accused and _OF_WHAT.match(page.low, end) and page.low.endswith(", ", 0, start):
            continue  # "Гая и Рудя, обвиняемых в шпионаже": a participle
        found.append(
            Mention(
                label="group",
                start=start,
                end=end,
                words=page.text[start:end],
                rule=rule("groups"),
                named=sized,
                features=(
                    *_features(least, most, _case(match, page)),
                    *((("accused", "yes"),) if accused else ()),
                ),
            )
        )
    busy = Stretches((m.start, m.end) for m in (*taken, *found))
    return [*found, *_rest(page, busy)]


def _without_town(page: Paragraph, match: re.Match[str]) -> tuple[int, int]:
    """`У Сімферополі хлопців тримали`: a town in the locative is no adjective of the men."""
    start, end = match.span()
    inside = page.text[start].isupper() and page.sentence_at(start)[0] < start
    if page.language == "uk" and inside and " " in match.group():
        return page.low.index(" ", start) + 1, end
    return start, end


def _rest(page: Paragraph, busy: Stretches) -> Iterator[Mention]:
    """`the other two were …`: so many whom the text has not named."""
    source = page.words.get("groups.rest")
    if not source:
        return
    for match in page.words.pattern("groups.rest").finditer(page.low):
        size = page.words.number(match.group("rest"))
        if size is not None and size > 1 and not busy.meets(*match.span()):
            yield Mention(
                label="group",
                start=match.start(),
                end=match.end(),
                words=page.text[slice(*match.span())],
                rule=rule("groups"),
                features=_features(size, size, ""),
            )


_OF_WHAT = re.compile(r"\s(?:во?|по|за|к|у|до)\s")


def pronouns(page: Paragraph, taken: Iterable[Mention]) -> list[Mention]:
    """I, we, he, she, they in any case; possessives are left out."""
    taken = list(taken)
    busy = Stretches((m.start, m.end) for m in taken)
    people = frozenset(m.start for m in taken if m.label == "person")
    ended = [m.end for m in taken if m.label == "person"]
    named = [
        (m.end, "" if m.feature("callsign") else m.feature("nominative"))
        for m in taken
        if m.label == "person"
    ]
    callsigns = [m.start for m in taken if m.feature("callsign")]
    lead = page.words.pattern("people.callsign")
    possessive = re.compile(page.words["pronouns.possessive"])
    judged = [m.span() for m in page.words.pattern("pronouns.judged").finditer(page.low)]
    found: list[Mention] = []
    for name in _PRONOUNS:
        for match in page.words.pattern(f"pronouns.{name}").finditer(page.low):
            start, end = match.span()
            if busy.meets(start, end) or any(m.start <= start < m.end for m in found[:_FEW]):
                continue
            tried = any(a <= start < b for a, b in judged)  # "розглядав його справу"
            if name not in _NOT_OWN and possessive.match(page.low, start) and not tried:
                continue
            words = page.text[start:end]
            if page.text[start - 1 : start] == "-":
                continue  # "79-я бригада"
            if (page.language == "en" and words == "i") or (
                name not in _LISTED and _before_name(people, end)
            ):
                continue
            subject = page.words.pattern("pronouns.subject").fullmatch(match.group())
            alike = ("", "yes") if subject else ("", "no")
            if _SLAVIC_NOUN.match(match.group()) and (
                any(
                    0 < start - m <= len(" — ") and case in alike and page.text[m] not in ".!?"
                    for m, case in named
                )
                or _names(page, end, people)
            ):
                continue  # "боєць 36-ї бригади Гай", "Гай, боєць …"
            if name in ("one", *_UNNAMED) and any(
                0 < start - m <= 2 and page.text[m] != "." for m in ended
            ):
                continue  # "Hai, the marine"
            noun = name in ("he", "she", "kin", "someone") and match.group() not in _BARE_PRONOUNS
            if page.language == "ru" and noun and _beside_name(page, taken, start, end):
                continue  # "Гая, бывшего морпеха", "боец полка Гай"
            apposed = _APPOSED.search(page.low, max(0, start - 12), start)
            if name in _UNNAMED and apposed and not possessive.match(page.low, start):
                continue  # "Hai, a marine", "Hai was a marine"
            if any(0 < c - end < _NEAR and lead.search(page.low, end, c) for c in callsigns):
                continue
            found.append(
                Mention(
                    label="group" if name in ("both", "we", "they") else "person",
                    start=start,
                    end=end,
                    words=words,
                    rule=rule("pronouns"),
                    named=False,
                    features=_said(page, name, match),
                )
            )
    return sorted(found, key=lambda m: m.start)


def _said(page: Paragraph, name: str, match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """What a pronoun, or a word for one person without a name, says of him.

    A word that tells a person apart ("the man from the next cell") is for somebody new.
    """
    words = match.group()
    gender = {"he": "m", "she": "f"}.get(name, "")
    nominative = "yes" if page.words.pattern("pronouns.subject").fullmatch(words) else "no"
    if name in ("one", "kin", "relative", "someone"):
        sexes = [s for s in "mf" if page.words.pattern(f"pronouns.sex.{s}").search(words)]
        gender = sexes[0] if len(sexes) == 1 else ""
        nominative = ""
    if name in ("kin", "someone") and page.language != "en":
        subject = page.words.pattern("pronouns.subject").search(words)
        nominative = "yes" if subject else "no"
    new = not _PRONOUN.fullmatch(words) and _TOLD_APART.match(page.low, match.end())
    same = () if name in _UNNAMED or (new and name in _ALONE) else (("pronoun", name),)
    return (*same, ("gender", gender), ("nominative", nominative))


_SLAVIC_NOUN = re.compile(r"(?!(?:нього|ньому)$)[а-яіїєґ']{5,}$")
_BETWEEN_NAMES = re.compile(
    r"\s(?:(?:з|із|зі|из|со|до|на|\d+-?\w{0,3}|"
    r"[«»\"\w'-]+(?:ої|ого|его|их|ых|ів|ї|ой|ки|ти|ди|[аиуіяю])»?)\s){0,6}"
)


def _names(page: Paragraph, end: int, people: frozenset[int]) -> bool:
    """`боєць 36-ї бригади Гай`: the name of the one whom the word means comes with it."""
    after = min((p for p in people if p > end), default=-1)
    rank = page.words.pattern("people.roles").fullmatch(page.low[end:after].strip())
    named = bool(rank or _BETWEEN_NAMES.fullmatch(page.low, end, after))
    return 0 < after - end < _REACH and named  # "військовий медик Гай"


_REACH = 80


def _beside_name(page: Paragraph, taken: list[Mention], start: int, end: int) -> bool:
    """Whether it says what the one is whose name stands beside it; or it speaks of another."""
    if _OTHER.search(page.low, max(0, start - 20), start):
        return True
    for m in taken:
        if m.label != "person":
            continue
        if m.end <= start and _APPOSED_TO.fullmatch(page.low, m.end, start):
            return not _FINITE.search(page.low, m.end, start)
        if m.start >= end and _WORDS_BETWEEN.fullmatch(page.low, end, m.start):
            return not _FINITE.search(page.low, end, m.start)
    return False


_BARE_PRONOUNS = frozenset(
    "он его него ему ним нём нем она её ее нее неё ей ней "
    "він його йому нього ньому вона її їй нею неї ній".split()
)
_OTHER = re.compile(
    r"(?<!\w)(?:бывш\w{2,3}|знаком\w{2,3}|(?:освобожд[её]н|обменян)н\w{2,3}(?: из плена)?|"
    r"вернувш\w{2,3}ся(?: (?:из плена|домой))?|"
    r"так(?:ой|ого|ому|их)|никак(?:ой|ого)|ещ[её] один|"
    r"ещ[её] одного|друг\w{2,3}|втор\w{2,3}|некий|кажд\w{2,3}|люб\w{2,3}|"
    r"ни один|ни одного|інш\w{1,3}|ще один|ще одного|кожн\w{1,3})\s$"
)
_APPOSED_TO = re.compile(r"»?(?:\s\([^()]{1,60}\))?,\s(?:[\w«»-]+\s){0,3}")
_WORDS_BETWEEN = re.compile(r",?\s(?:[\w«»\"-]+\s){0,4}")
_FINITE = re.compile(
    r"(?<!\w)\w+(?:[аеияуоё]л[аои]?|лся|лась|лись|[аеєиіую]т|[ую]ть|[ая]ть|ется|ются|[аеиіуя]в)(?!\w)"
)


def _before_name(starts: frozenset[int], end: int) -> bool:
    """`журналістка Марина …`: a role before a name is no word for somebody else."""
    return end + 1 in starts or end + 2 in starts


def _features(least: int | None, most: int | None, case: str) -> tuple[tuple[str, str], ...]:
    sizes = [] if least is None else [("size_least", str(least))]
    sizes += [] if most is None else [("size_most", str(most))]
    return (*sizes, ("nominative", "yes"), *([("case", case)] if case else []))


def _case(match: re.Match[str], page: Paragraph) -> str:
    """`n` of a plural that can only be a subject («захисники»), `i` of an instrumental."""
    if page.language == "en":
        return ""
    noun = match.group("noun").removesuffix(" украины").split(" ")[-1]
    if noun.endswith(("ами", "ями", "ими", "ыми")):
        return "i"
    subject = not match.group("n") and noun.endswith(("і", "и", "ы", "ые")) and noun != "групи"
    return "n" if subject else ""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    thousand = words["groups.thousand"]
    number = (
        rf"\d{{1,3}}(?:[ ,]\d{{3}})+|\d{{1,3}}(?:[.,]\d)?\s(?:{thousand})|\d{{1,5}}|"
        rf"{words.numbers()}"
    )
    nouns, adjectives = words["groups.nouns"], words["groups.adjectives"]
    about = words["groups.about"]
    return re.compile(
        rf"(?<![\w№#.,/-])(?:(?P<count>(?:(?P<about>{about})\s)?(?:(?:від|от|from|between)\s)?(?P<n>{number})"
        rf"(?:\s?(?:-|–|to|до|and)\s?(?P<to>\d{{1,5}}))?)\s)?(?:(?:{adjectives})\s){{0,3}}?(?P<noun>{nouns})(?!\w)"
    )


def _size(match: re.Match[str], words: Lexicon) -> tuple[int | None, int | None]:
    said = match.group("n")
    if not said:
        return None, None
    number = _number(said, words)
    if number is None or number < 2:
        return None, None
    if match.group("to"):
        return number, int(match.group("to"))
    about = (match.group("about") or "").strip()
    if words.pattern("groups.least").fullmatch(about):
        return number, None
    if words.pattern("groups.most").fullmatch(about):
        return None, number
    if words.pattern("groups.near").fullmatch(about):
        return number - number // _ABOUT, number + number // _ABOUT
    return number, number


def _number(said: str, words: Lexicon) -> int | None:
    digits, _, unit = said.partition(" ")
    if said[0].isdigit() and unit and not unit[0].isdigit():
        return round(float(digits.replace(",", ".")) * 1000)
    return words.number(said.replace(" ", "").replace(",", "") if said[0].isdigit() else said)


def _plural_people(match: re.Match[str], page: Paragraph) -> bool:
    """A bare plural counts where it is certainly plural: "the prisoners", «полонених»."""
    noun = match.group("noun")
    if noun.startswith("груп"):
        return page.language != "ru" or noun != "группы"
    if page.language == "en":
        return noun in _BARE_ENGLISH
    if page.words.pattern("groups.subjects").fullmatch(noun.split(" ")[-1]):
        return True
    return noun.endswith(
        ("их", "ых", "ів", "ов", "ев", "ні", "ные", "ими", "ыми", "им", "ым")
    ) and (noun not in ("людей", "особи"))


_BARE_ENGLISH = frozenset(
    (
        "prisoners",
        "prisoners of war",
        "pows",
        "captives",
        "detainees",
        "inmates",
        "civilians",
        "soldiers",
        "servicemen",
        "marines",
        "defenders",
        "hostages",
        "convicts",
        "women",
    )
)
