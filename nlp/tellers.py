"""Who tells: the person or body that a sentence or a quotation is attributed to."""

import re
from functools import cache

from nlp.findings import Findings, inside
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.slavic import agrees

_REACH = 90
_FEW_WORDS = 6
_CLOSING = frozenset((".", ",", ";", ":", "(", '"', "”", "»", ""))


def teller(found: Findings, sentence: tuple[int, int]) -> Mention | None:
    """The one the sentence names as its source; None if it names none, or two."""
    page = found.page
    named = _after_according(found, sentence)
    if named is not None:
        return named
    spoken = [
        mention
        for verb in page.words.pattern("modality.said").finditer(page.low, *sentence)
        if page.language != "en" or not _WAS.search(page.low, sentence[0], verb.start())
        for mention in _beside(found, sentence, verb)
    ]
    return spoken[0] if len(spoken) == 1 else None


_WAS = re.compile(  # who was told tells nothing
    r"(?<!\w)(?:was|were|is|are|been|being)\s(?:(?:\w+ly|later|also|once|twice|then|only|first)\s)?$"
)


def speaker(found: Findings, quote: tuple[int, int]) -> Mention | None:
    """The one who is said, right before or right after a quotation, to have spoken it."""
    page = found.page
    start, end = quote
    after = (end, min(len(page.text), end + _REACH))
    before = (max(0, start - _REACH), start)
    for stretch in (after, before):
        verbs = list(page.words.pattern("modality.said").finditer(page.low, *stretch))
        for verb in verbs[:1] if stretch is after else verbs[-1:]:
            beside = _beside(found, stretch, verb)
            if len(beside) == 1:
                return beside[0]
    return None


def heard_aside(page: Paragraph, mention: Mention) -> bool:
    """Whether a pronoun only says, between commas, who heard or told it."""
    spoke = mention.feature("pronoun") and page.low.endswith(", ", 0, mention.start)
    return bool(spoke) and bool(_HEARD.match(page.low, mention.end))


_HEARD = re.compile(
    r"\s(?:(?:later|then|once|was|were|had|has|have|also|only|since|now)\s){0,2}(?:heard|hears?|"
    r"learn(?:ed|t)|told|said|says?|believes?|believed|thinks?|thought|recall(?:s|ed)|knew|knows?|"
    r"insists?|explained|added|found out)(?:\s[^,.;]{1,40})?,\s"
)


def of_teller(page: Paragraph, place: Mention) -> bool:
    """`Officials in Moscow replied that …`: where those are who tell, not of whom they tell."""
    if page.language != "en":
        return False
    lead = page.low[max(0, place.start - _REACH) : place.start]
    return bool(_OFFICE_IN.search(lead)) and bool(_REPLIED.match(page.low, place.end))


_OFFICE_IN = re.compile(
    r"(?<!\w)(?:officials?|authorities|ministry|lawyers?|relatives|journalists?|diplomats?|"
    r"office|service|headquarters|commission|ombudsman|reporters?|activists|volunteers|family|"
    r"prosecutors?|investigators?|administration)\s(?:in|of|at)\s$"
)
_REPLIED = re.compile(
    r"\s(?:(?:has|have|had|later|also|once|twice|then)\s){0,2}(?:repl|said|say|told|tell|answer|"
    r"den|confirm|insist|report|claim|announce|state|wrote|write|believe|know|respond)\w*"
)


def _after_according(found: Findings, sentence: tuple[int, int]) -> Mention | None:
    page = found.page
    for cue in page.words.pattern("modality.according").finditer(page.low, *sentence):
        for mention in inside(found.sources, cue.end(), cue.end() + _REACH):
            between = page.low[cue.end() : mention.start]
            if len(between.split()) <= _FEW_WORDS and "," not in between:
                return mention
    return None


def _beside(found: Findings, stretch: tuple[int, int], verb: re.Match[str]) -> list[Mention]:
    """The nearest possible speaker just before or just after a verb of saying."""
    page = found.page
    near: list[tuple[int, Mention]] = []
    left_edge = max(stretch[0], verb.start() - _REACH)
    right_edge = min(stretch[1], verb.end() + _REACH)
    for mention in inside(found.sources, left_edge, right_edge):
        if mention.feature("pronoun") and mention.feature("nominative") != "yes":
            continue
        if mention.label == "person" and mention.feature("nominative") == "no":
            continue
        if page.language != "en" and not agrees([verb.group()], mention.feature("gender")):
            continue  # "он в СИЗО-2, рассказала жена"
        after = page.text[mention.end : mention.end + 1]
        if page.language == "en" and mention.start > verb.start() and after not in _CLOSING:
            continue  # "the guards said Hai will be moved"
        if page.language != "en" and "," in page.low[verb.end() : mention.start]:
            continue  # "как сообщили в прокуратуре, он умер"
        left, right = sorted(((mention.start, mention.end), verb.span()))
        between = page.low[left[1] : right[0]]
        if len(between.split()) <= _FEW_WORDS and not _apart(page.language).search(between):
            near.append((len(between), mention))
    near.sort(key=lambda n: n[0])
    return [near[0][1]] if near else []


@cache
def _apart(language: str) -> re.Pattern[str]:
    """Words that put a name into another clause than the verb of saying."""
    more = {
        "en": "that|who|when|where|to|about|and",
        "uk": "що|який|яка|коли|де|про|та|і",
        "ru": "что|который|которая|когда|где|о|об|и",
    }
    return re.compile(rf"[.;:«»“”\"]|(?<!\w)(?:{more[language]})(?!\w)")


def quoted(page: Paragraph, at: int) -> tuple[int, int] | None:
    """The quotation that an offset lies in."""
    return next((q for q in page.quotes if q[0] <= at < q[1]), None)
