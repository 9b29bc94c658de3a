"""Russian names by natasha: the only file that loads it. Organisations and places are not used."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Protocol

from nlp.mention import Mention
from nlp.name_forms import PATRONYMIC, is_common, is_given, keys, name_parts
from nlp.paragraph import Paragraph
from nlp.people import callsigns
from nlp.places import candidates
from nlp.stretches import Stretches
from nlp.version import rule

_NAME = re.compile(r"[А-ЯЁІЇЄҐ«\"]")


class _Span(Protocol):
    start: int
    stop: int
    type: str


class _Tagger(Protocol):
    def spans(self, text: str) -> list[_Span]: ...


def russian_people(
    page: Paragraph, taken: Iterable[Mention], surnames: frozenset[str]
) -> list[Mention]:
    """Persons that the model finds in a Russian paragraph, outside `taken`."""
    stop = frozenset(str(page.words["not_names"]).split("|"))
    lead = re.compile(rf"(?<!\w){page.words['people.callsign']}\s$")
    found: list[Mention] = []
    for start, end, how in callsigns(page):
        found.append(
            Mention(
                label="person",
                start=start,
                end=end,
                words=page.text[start:end],
                rule=rule(f"people-{how}"),
                features=(*name_parts(page.text[start:end]), ("callsign", "yes")),
            )
        )
    found += _initialled(page, [*taken, *found], surnames)
    busy = Stretches([*((m.start, m.end) for m in taken), *((m.start, m.end) for m in found)])
    for span in _tagger().spans(page.text):
        if span.type != "PER" or busy.meets(span.start, span.stop):
            continue
        if _TOWN.search(page.low, max(0, span.start - 8), span.start):
            continue
        if _no_name(page, page.text[span.start : span.stop], span.start, surnames):
            continue
        start, end = _with_surname(page.text, span.start, span.stop)
        start = _surname_first(page.text, start, end)
        words = page.text[start:end]
        if not _NAME.match(words) or words.lower() in stop or len(words) < 3:
            continue
        parts = name_parts(words, surnames)
        if " " not in words and lead.search(page.low, 0, start):
            parts = (*parts, ("callsign", "yes"))  # "с позывным Южный"
        found.append(
            Mention(
                label="person",
                start=start,
                end=end,
                words=words,
                rule=rule("people-natasha"),
                features=parts,
            )
        )
    found = [m for m in found if not _only_role(page, m, found)]
    return sorted([*found, *_known(page, taken, found, surnames)], key=lambda m: m.start)


def _only_role(page: Paragraph, mention: Mention, found: list[Mention]) -> bool:
    """`Сапёр Игорь Рудь` at the start of a sentence: what he is, no name."""
    if " " in mention.words or is_given(mention.words):
        return False
    opens = page.sentence_at(mention.start)[0] == mention.start
    return opens and any(m.start == mention.end + 1 and is_given(m.words.split()[0]) for m in found)


def _no_name(page: Paragraph, word: str, at: int, surnames: frozenset[str]) -> bool:
    """`Осуждённого в марте …` opens a sentence; `из-под Снигирёвки` is a town."""
    if " " in word or is_given(word) or not surnames.isdisjoint(keys(word)):
        return False
    if page.words.pattern("people.roles", "pronouns.he", "pronouns.she").fullmatch(word.lower()):
        return True
    led = _PLACE_LED.search(page.low, max(0, at - 9), at)
    return led is not None and (led[1] in ("из-под", "в") or bool(candidates(word)))


_PLACE_LED = re.compile(r"(?<![\w-])(из-под|из|во?|до|под|около|возле|близ|через)\s$")


def _initialled(
    page: Paragraph, taken: Iterable[Mention], surnames: frozenset[str]
) -> list[Mention]:
    """`Ткачу О.В.`, `О. В. Ткач`: as courts write, whatever the model makes of it."""
    busy = Stretches((m.start, m.end) for m in taken)
    out: list[Mention] = []
    for match in _WITH_INITIALS.finditer(page.text):
        start, end = match.span()
        if busy.meets(start, end) or _TOWN.search(page.low, max(0, start - 8), start):
            continue
        out.append(
            Mention(
                label="person",
                start=start,
                end=end,
                words=match.group(),
                rule=rule("people-initials"),
                features=name_parts(match.group(), surnames),
            )
        )
    return out


_WITH_INITIALS = re.compile(
    r"(?<![\w.-])(?:[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?\s[А-ЯЁ]\.\s?[А-ЯЁ]\.(?!\s?[а-яё]\.)|"
    r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)(?!\w)"
)


def _known(
    page: Paragraph, taken: Iterable[Mention], found: list[Mention], surnames: frozenset[str]
) -> list[Mention]:
    """Surnames that the document gives in full elsewhere, where the model passed one over."""
    busy = Stretches((m.start, m.end) for m in (*taken, *found))
    out: list[Mention] = []
    for word in _SURNAME.finditer(page.text) if surnames else ():
        if busy.meets(word.start(), word.end()) or surnames.isdisjoint(keys(word.group())):
            continue
        if candidates(word.group()) or word.group().lower() in page.words["not_names"].split("|"):
            continue
        first = _GIVEN_BEFORE.search(page.text, max(0, word.start() - 20), word.start())
        start = first.start(1) if first is not None and is_given(first.group(1)) else word.start()
        words = page.text[start : word.end()]
        out.append(
            Mention(
                label="person",
                start=start,
                end=word.end(),
                words=words,
                rule=rule("people-surname"),
                features=name_parts(words, surnames),
            )
        )
    return sorted([*out, *_given_alone(page, [*taken, *found, *out], surnames)], key=_start)


def _start(mention: Mention) -> int:
    return mention.start


def _given_alone(
    page: Paragraph, taken: Iterable[Mention], surnames: frozenset[str]
) -> list[Mention]:
    """`Витю увезли`: a given name in common use, or one that the document has in full."""
    busy = Stretches((m.start, m.end) for m in taken)
    known = {k for s in surnames if s.startswith(_GIVEN) for k in keys(s.removeprefix(_GIVEN))}
    stop = page.words["not_names"].split("|")
    out: list[Mention] = []
    for word in _ALONE.finditer(page.text):
        text = word.group()
        if not is_common(text) or text.lower() in stop or busy.meets(word.start(), word.end()):
            continue
        opens = page.sentence_at(word.start())[0] == word.start()
        if known.isdisjoint(keys(text)) and (opens or candidates(text)):
            continue
        if _PLACE_LED.search(page.low, max(0, word.start() - 9), word.start()):
            continue
        out.append(
            Mention(
                label="person",
                start=word.start(),
                end=word.end(),
                words=text,
                rule=rule("people-given"),
                features=name_parts(text, surnames),
            )
        )
    return out


_GIVEN = "given "
_ALONE = re.compile(r"(?<![\w«\"-])(?<![А-ЯЁ]\.\s)[А-ЯЁ][а-яё]{3,}(?![\w»\"-])(?!\s[А-ЯЁ])")
_GIVEN_BEFORE = re.compile(r"(?<![\w-])([А-ЯЁ][а-яё]+)\s$")
_SURNAME = re.compile(r"(?<![\w«\"-])[А-ЯЁ][а-яё]{3,}(?![\w»\"-])")


def _surname_first(text: str, start: int, stop: int) -> int:
    """`Прядко Клим, связист: …`: lists open a line or a sentence with the surname."""
    if not is_given(text[start:stop]) or not _ENTRY_ENDS.match(text, stop):
        return start
    before = _OPENS.search(text, max(0, start - 40), start)
    word = before.group(1) if before is not None else ""
    return before.start(1) if before and not candidates(word) and not is_given(word) else start


_ENTRY_ENDS = re.compile(r"\s?[,:(—–]")
_OPENS = re.compile(
    r"(?:^|[.!?]\s|\n\s*|[-•*—–]\s|\d[.)]\s)([А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)\s$"
)


def _with_surname(text: str, start: int, stop: int) -> tuple[int, int]:
    """`РУДЬКО Северина Петровича`: the heads of verdicts write the surname in capitals."""
    words = text[start:stop].split()
    if len(words) != _GIVEN_AND_PATRONYMIC or not PATRONYMIC.match(words[1].lower()):
        return start, stop
    before = _CAPITALS_BEFORE.search(text, max(0, start - 40), start)
    return (before.start(1), stop) if before else (start, stop)


_TOWN = re.compile(
    r"(?<![\w\d])(?<!\d\s)(?:(?:г|гор|с|пос|ул|д|ст)\.\s?|пгт\.?\s)$"
)  # "уроженца г. Токмак"
_GIVEN_AND_PATRONYMIC = 2
_CAPITALS_BEFORE = re.compile(r"(?<![\w-])([А-ЯЁІЇЄҐ]{3,}(?:-[А-ЯЁІЇЄҐ]{3,})?)\s$")


@cache
def _tagger() -> _Tagger:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    class Tagger:
        @lru_cache(maxsize=256)  # noqa: B019, one tagger lives as long as the process
        def spans(self, text: str) -> list[_Span]:
            doc = Doc(text)
            doc.segment(segmenter)
            doc.tag_ner(tagger)
            return list(doc.spans)

    return Tagger()
