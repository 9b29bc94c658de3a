"""Paragraphs of a text with their sentences, clauses and quoted speech, as offsets of a copy."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nlp.language import language_of, usual_language
from nlp.lexicon import Lexicon, lexicon
from nlp.normalise import Copy, match_copy

LONGEST = 4_000  # characters of one paragraph; a longer one is read in pieces
LONGEST_SENTENCE = 1_000
_BLANK = re.compile(r"\n[ \t\r]*\n")
_OPEN_END = re.compile(r"[^.!?…:;»”\"')\]\s]\s*$")
_ITEM = re.compile(r"[ \t]*(?:[-•*–—▪●·]|\(?\d{1,3}[.)])\s")  # a list goes on
_LINE_OF_PROSE = 50
_ABBREVIATED = re.compile(  # "Colony No.", and the number on the next line
    r"\s(?:No|Nos|Art|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|ст|ч|п|м|г|им|ім|ул|вул|св|гр)\.[ \t\r]*$"
)
_LEADS_ON = re.compile(  # nobody ends a line of its own so, however narrow the page
    r"\s(?:в|во|на|по|с|со|из|к|и|до|у|о|об|від|про|при|для|з|із|зі|та|й|не|тих|тех|хто|кто|кого|"
    r"кому|що|что|як(?:ий|а|е|і|ого|ої|у|их)|котор\w{2,3}|the|of|in|at|to|and|from|by|for|with|on|"
    r"a|an|who|whom|which|that|those|his|her|their)[ \t\r]*$"
)
_STOP = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[«“\"'(—-]*\s?[\w№])")
_LAST_WORD = re.compile(r"([\w/']+)$")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:(?:19|20)?\d\d)\s?$")
_YEAR_MARK = frozenset(("р", "рр", "г", "гг"))
_QUOTES = re.compile(r"«[^«»]{2,2000}»|“[^“”]{2,2000}”|„[^„“”]{2,2000}[“”]|\"[^\"]{2,2000}\"")
_SPOKEN_LINE = re.compile(r"\s*[—–-]\s")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph's copy in one language; all its offsets are those of the copy."""

    copy: Copy
    language: str
    number: int

    @property
    def text(self) -> str:
        """The characters to match on."""
        return self.copy.text

    @property
    def low(self) -> str:
        """The same in small letters."""
        return self.copy.low

    @property
    def words(self) -> Lexicon:
        """The lexicon of its language."""
        return lexicon(self.language)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Its sentences, trimmed."""
        return tuple(_sentences(self))

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Stretches in quotation marks that hold speech: more than a name in quotes."""
        found = [m.span() for m in _QUOTES.finditer(self.text)]
        return tuple(s for s in found if self.text.count(" ", *s) > _WORDS_OF_A_NAME)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        at = bisect_right(self.sentences, offset, key=lambda s: s[0]) - 1
        found = self.sentences[at] if at >= 0 else (0, 0)
        return found if offset < found[1] else (0, len(self.text))


_WORDS_OF_A_NAME = 3


def paragraphs(content: str) -> Iterator[Paragraph]:
    """The paragraphs of a text that are in a language we read, in order."""
    number, usual = 0, usual_language(content)
    for start, end in _stretches(content):
        copy = match_copy(content, start, end)
        language = language_of(copy.text, usual=usual)
        if language is not None and copy.text.strip():
            yield Paragraph(copy, language, number)
            number += 1


def _stretches(content: str) -> Iterator[tuple[int, int]]:
    at = 0
    for blank in [*_BLANK.finditer(content), None]:
        end = len(content) if blank is None else blank.start()
        yield from _lines(content, at, end)
        at = end if blank is None else blank.end()


def _lines(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines, joined where a line of prose was merely wrapped, cut where one is too long."""
    opened = start
    at = start
    while at < end:
        newline = content.find("\n", at, end)
        stop = end if newline < 0 else newline
        wrapped = (
            newline >= 0
            and (stop - at >= _LINE_OF_PROSE or _LEADS_ON.search(content, at, stop))
            and (
                _OPEN_END.search(content, max(at, stop - 4), stop)
                or _ABBREVIATED.search(content, max(at, stop - 8), stop)
            )
            and not _ITEM.match(content, stop + 1)
        )
        if not wrapped or stop - opened > LONGEST:
            yield from _pieces(content, opened, stop)
            opened = stop + 1
        at = stop + 1
    if opened < end:
        yield from _pieces(content, opened, end)


def _pieces(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = content.rfind(". ", start, start + LONGEST) + 1
        if cut <= start:
            cut = content.rfind(" ", start, start + LONGEST)
        cut = start + LONGEST if cut <= start else cut
        yield start, cut
        start = cut
    yield start, end


def _sentences(page: Paragraph) -> Iterator[tuple[int, int]]:
    for start, end in _stops(page):
        at = start
        while end - at > LONGEST_SENTENCE:  # no clause is that long: lists, broken tables
            cut = page.text.rfind(" ", at, at + LONGEST_SENTENCE)
            cut = at + LONGEST_SENTENCE if cut <= at else cut
            yield _trim(page.text, at, cut)
            at = cut
        yield _trim(page.text, at, end)


def _stops(page: Paragraph) -> Iterator[tuple[int, int]]:
    text, start = page.text, 0
    short = page.words.pattern("abbreviations")
    for stop in _STOP.finditer(text):
        if stop.group()[0] == "." and _goes_on(text, stop, short):
            continue
        yield start, stop.end()
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def _goes_on(text: str, stop: re.Match[str], short: re.Pattern[str]) -> bool:
    """Whether the full stop belongs to an initial or an abbreviation."""
    last = _LAST_WORD.search(text, max(0, stop.start() - 20), stop.start())
    after = text[stop.end()]
    if last is None:
        return False
    word = last.group()
    if word.isdigit() and not text[: last.start()].strip():
        return True  # "1. Гай Олесь"
    second = word == "I" and _INITIAL.search(text, 0, last.start())  # "R. I. Hai"
    if len(word) == 1 and word.isupper() and (word != "I" or second):
        return not _closes_name(text, stop)
    if word.lower() in _YEAR_MARK:
        dated = _YEAR_BEFORE.search(text, max(0, last.start() - 6), last.start())
        return not (dated and after.isupper())  # of "СИЗО-2 г. Новозыбкова" no year
    return after.islower() or bool(short.fullmatch(word.lower()))


_INITIAL = re.compile(r"(?<!\w)[A-Z]\.\s?$")


def _closes_name(text: str, stop: re.Match[str]) -> bool:
    """`… и Тарана Е. Н. Подсудимые …`: initials behind a surname end the sentence."""
    behind = _SURNAME_INITIALS.search(text, max(0, stop.start() - 60), stop.start() + 1)
    return behind is not None and bool(_PLAIN_WORD.match(text, stop.end()))


_SURNAME_INITIALS = re.compile(
    r"(?:[.,;:(«]|(?<!\w)(?:и|та|і|и)|[а-яіїє]{3,})\s[А-ЯІЇЄҐЁ][а-яіїєґё'-]{2,}\s"
    r"[А-ЯІЇЄҐЁ]\.\s?[А-ЯІЇЄҐЁ]\.$"
)
_PLAIN_WORD = re.compile(r"[А-ЯІЇЄҐЁ][а-яіїєґё]+\s[а-яіїєґё]")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def spoken_line(page: Paragraph) -> bool:
    """Whether the paragraph opens with the dash of direct speech."""
    return bool(_SPOKEN_LINE.match(page.text))
