"""Names of towns and regions in a paragraph, by the gazetteer; homonyms keep all candidates."""

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.names.forms import key, nominatives
from graph.names.scripts import is_cyrillic
from graph.places import gazetteer as known
from graph.places.gazetteer import Candidates
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.stretches import Stretches
from nlp.version import rule

_CAPITAL = re.compile(r"[A-ZА-ЯІЇЄҐЁ][\w']*(?:-[\w']+)*")
_PHRASE = re.compile(
    r"(?:республіці|республіки|республіку|республика|республике|республики|republic of)?\s?"
    r"[A-ZА-ЯІЇЄҐЁ][\w']*(?:-[\w']+)*(?:\s(?:на|над|on|of)(?=\s[A-ZА-ЯІЇЄҐЁ])|"
    r"\s[A-ZА-ЯІЇЄҐЁ][\w']*(?:-[\w']+)*|"
    r"\s(?:област[ьіи]|областю|областью|край|краю|крае|краї|республік\w{1,2}|республик\w{1,2}|"
    r"district|region|oblast|territory|район\w{0,2})(?!\w)){0,4}"
)
_MOST_WORDS = 5
_DISTRICT = re.compile(r"\s(?:район\w{0,2}|district)$", re.IGNORECASE)
_CUE = re.compile(
    r"(?:(?<![\w-])(?:пройш(?:ов|ла|ли)|був|була|на|у|в|во|з|із|зі|из|до|под|під|біля|возле|около|через|поблизу|неподалік|над|"
    r"in|from|to|near|at|via|through|outside|towards|around|of|into|between|and|та|і|й|и|за|"
    r"near|reached|left)\s(?:the\s)?|"
    r"(?:потім|спершу|спочатку|далі|згодом|потом|сначала|затем|дальше)\s(?:(?:була|было|была)\s)?|"
    r"(?<!\w)(?:м\.|г\.|с\.|смт|пгт|міст\w{1,3}|город\w{0,2}|сел\w{1,2}|посёлк\w|селищ\w{1,2}|"
    r"окупован\w+|оккупированн\w+|occupied|russian|російськ\w{2,3}|российск\w{2,3}|city of|"
    r"town of|village of)"
    r"\s?|[-–—]\s?|,\s|:\s|(?<!\w)(?:then|next)\s(?:(?:came|it was|was)\s)?)$"
)


@lru_cache(maxsize=1 << 14)
def candidates(phrase: str) -> Candidates:
    """Every place that the phrase may name, in any case form."""
    return known.find(phrase, known.load())


def place_at(page: Paragraph, at: int, *, adjectives: bool = True) -> tuple[int, Candidates] | None:
    """The longest place name that starts at an offset: its end and candidates, None if none."""
    match = _PHRASE.match(page.text, at)
    if match is None:
        return None
    ends = [m.end() for m in re.finditer(r"[^\s]+", match.group())][:_MOST_WORDS]
    for size in reversed(ends):
        phrase = match.group()[:size].removesuffix("'s")
        if phrase.lower() in _NO_PLACE or _DISTRICT.search(phrase):
            continue
        found = candidates(phrase)
        if found and not adjectives and _only_adjective(phrase):
            continue
        if found:
            return at + len(phrase), found
    return None


def places(page: Paragraph, taken: Iterable[Mention]) -> list[Mention]:
    """Place names outside the mentions already found, where a preposition or kind word leads in."""
    busy = Stretches((m.start, m.end) for m in taken)
    stop = set(str(page.words["not_names"]).split("|"))
    found: list[Mention] = []
    at = 0
    for word in _CAPITAL.finditer(page.text):
        if word.start() < at or busy.holds(word.start()):
            continue
        common = word.group().lower() in stop and word.group().lower() not in _COUNTRY_PARTS
        if common and not _CAPITAL.match(page.text, word.end() + 1):
            continue
        if not _CUE.search(page.low, max(0, word.start() - 24), word.start()):
            continue
        if page.low.startswith((" год", " рік", " рок"), word.end()):
            continue  # "на Новый год"
        hit = place_at(page, word.start(), adjectives=_ends_name(page, word))
        hit = hit or _village(page, word)
        if hit is None or (common and hit[0] <= word.end()) or busy.meets(word.start(), hit[0]):
            continue
        end, names = _with_region(page, *hit)
        found.append(
            Mention(
                label="place",
                start=word.start(),
                end=end,
                words=page.text[word.start() : end],
                rule=rule("places"),
                features=features(names),
            )
        )
        at = end
    return found


def _ends_name(page: Paragraph, word: re.Match[str]) -> bool:
    """`до Донського.`, «у Новому і …»: no noun follows that the adjective could describe."""
    governed = _GOVERNED.search(page.low, max(0, word.start() - 8), word.start())
    return bool(governed and _NO_NOUN.match(page.low, word.end()))


_GOVERNED = re.compile(r"(?<!\w)(?:до|з|із|зі|у|в|из|во)\s$")
_NO_NOUN = re.compile(
    r"\s?(?:[.,;:)!?]|$)|\s(?:я|ми|він|вона|вони|його|її|їх|нас|мене|на|у|в|до|з|із|і|й|та|де|а|и|из|где|\d|(?:від|через|біля|під)\s)"
)


def _village(page: Paragraph, word: re.Match[str]) -> tuple[int, Candidates] | None:
    """`в Козаровичах в Киевской области`: what no list knows lies in the region that follows."""
    lead = _IN_REGION.match(page.text, word.end()) if page.language == "ru" else None
    hit = place_at(page, lead.end()) if lead is not None else None
    if hit is None or hit[1].settlements or not lead:
        return None
    return hit if any(known.is_unit(w) for w in page.text[lead.end() : hit[0]].split()) else None


_IN_REGION = re.compile(r",?\s(?:в\s)?(?=[А-ЯЁ][\w-]+(?:ской|цкой)\s)")


def _with_region(page: Paragraph, end: int, names: Candidates) -> tuple[int, Candidates]:
    """`Olenivka, Donetsk Oblast`: the region belongs to the name, and chooses among homonyms."""
    gap = _GAP.match(page.text, end)
    follows = place_at(page, gap.end()) if gap is not None else None
    if follows is None or not names.settlements or not follows[1].regions:
        return end, names
    words = page.text[gap.end() if gap else end : follows[0]].split()
    if not any(known.is_unit(w) for w in words):
        return end, names
    towns = known.load().settlements
    inside = frozenset(s for s in names.settlements if towns[s].region in follows[1].regions)
    return (follows[0], Candidates(settlements=inside)) if inside else (end, names)


_GAP = re.compile(r",?\s(?=[A-ZА-ЯІЇЄҐЁ])")


def features(names: Candidates) -> tuple[tuple[str, str], ...]:
    """The one region that all candidates lie in, if it is one."""
    regions = set(names.regions)
    if not regions:
        regions = {known.load().settlements[s].region for s in names.settlements}
    return (("region", next(iter(regions))),) if len(regions) == 1 else ()


def locative(phrase: str) -> bool:
    """Whether `в` before the name says *in* rather than *into*."""
    if not is_cyrillic(phrase[0]):
        return True
    phrase = _ON_RIVER.sub("", phrase)
    word = key(phrase.split(maxsplit=1)[0])
    if word.endswith("ому") or word in ("криму", "крыму"):
        return True
    many = " " in phrase
    if many and word.endswith(("ой", "ей", "ій")):
        return not key(phrase.rsplit(maxsplit=1)[-1]).endswith(("у", "ю"))  # "в Малой Локне"
    if word.endswith(("ий", "ый", "ую", "у", "ю", "ь", "й", "а", "я")) and not word.endswith(
        ("ську", "ку", "ской", "цкой", "ській", "цькій")
    ):
        return False
    last = key(phrase.rsplit(maxsplit=1)[-1])
    if last in known.load().words and not last.endswith(("і", "и", "е", "у")):
        return False
    if last.endswith("и") and {n for n in nominatives(last) if n in known.load().words} == {last}:
        return False  # "в Валуйки"
    if last.endswith("у"):
        names = [n for n in nominatives(last) if n and n in known.load().words]
        into = not _SOFT.search(last) and any(n[-1] in "ая" for n in names)  # "в Горловку"
        return not into and any(n[-1] not in "аяьу" for n in names)
    return last.endswith(("і", "ї", "и", "е", "ом", "ій", "ой", "ах", "ях", "ем"))


_SOFT = re.compile(r"(?:сь|ць|зь)ку$")  # «у Донецьку»


def _only_adjective(phrase: str) -> bool:
    last = key(phrase.rsplit(maxsplit=1)[-1])
    return last.endswith(("ий", "ого", "ому", "им", "ської", "ській", "ская", "ской", "скую"))


_ON_RIVER = re.compile(r"-на-[\w'-]+")  # «Ростові-на-Дону»
_NO_PLACE = frozenset(("росії", "россии", "russia", "україни", "украины", "ukraine"))
_COUNTRY_PARTS = frozenset(
    ("крим", "криму", "крым", "крыма", "крыму", "crimea", "москва", "київ", "moscow", "kyiv")
)
