"""How many people a facility is meant to hold: `capacity of 850`, «на 366 місць», `вместимость`.

Only a number beside such a word, of the one facility that the sentence, or the one before it,
speaks of. A value that the source rounds keeps its sign: `≈850` about, `>300` more, `≤900` at most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.book import Book
from nlp.claims import Writer
from nlp.findings import Findings, inside
from nlp.mention import Mention

_HUNDREDS = {
    "сто": 100, "ста": 100, "двісті": 200, "двохсот": 200, "двести": 200, "двухсот": 200,
    "триста": 300, "трьохсот": 300, "трехсот": 300, "трёхсот": 300, "чотириста": 400,
    "чотирьохсот": 400, "четыреста": 400, "четырехсот": 400, "четырёхсот": 400, "п'ятсот": 500,
    "п'ятисот": 500, "пятьсот": 500, "пятисот": 500, "шістсот": 600, "шестисот": 600,
    "шестьсот": 600, "сімсот": 700, "семисот": 700, "семьсот": 700, "вісімсот": 800,
    "восьмисот": 800, "восемьсот": 800, "тисячу": 1000, "тысячу": 1000, "a thousand": 1000,
    "one thousand": 1000, "a hundred": 100, "two hundred": 200, "three hundred": 300,
    "four hundred": 400, "five hundred": 500, "six hundred": 600, "seven hundred": 700,
    "eight hundred": 800,
}  # fmt: skip
_NUMBER = (
    r"(?P<number>\d{1,2}[\s,.]\d{3}|\d{2,4}|"
    + "|".join(sorted(_HUNDREDS, key=lambda w: (-len(w), w)))
    + r")(?![\w-]|[.,]\d)"
)
_SIGNS = {
    "≈": r"about|around|roughly|approximately|some|just (?:over|under)|a little (?:over|under|more "
    r"than|less than)|slightly (?:over|under|more than|less than)|близько|приблизно|орієнтовно|"
    r"трохи (?:більше|менше)(?: ніж)?|трохи понад|майже|около|примерно|чуть (?:более|больше|менее|"
    r"меньше)(?: чем)?|немногим (?:более|менее)|почти|nearly|almost",
    ">": r"more than|over|понад|більше(?: ніж)?|более|больше|свыше",
    "≥": r"at least|no fewer than|щонайменше|не менше(?: ніж)?|не менее|не меньше",
    "<": r"fewer than|less than|менше(?: ніж)?|менее|меньше",
    "≤": r"up to|at most|no more than|не більше(?: ніж)?|щонайбільше|до|не более|не больше",
}
_SIGN = "|".join(f"(?P<s{i}>{words})" for i, words in enumerate(_SIGNS.values()))
_AMOUNT = rf"[«\"“]?(?:(?:{_SIGN})\s)?{_NUMBER}"
_SAID = {
    "en": rf"(?:(?:official )?capacity(?: of| is| was| for| at|[^.,;:]{{3,50}}? (?:is|was))|"
    rf"designed (?:for|to hold)|built (?:for|to hold)|meant (?:for|to hold)|(?:with )?room for|"
    rf"able to hold|can hold|could hold|intended for) (?:only )?{_AMOUNT}",
    "uk": rf"(?:(?:місткіст\w+|ліміт(?: наповнення)?)"
    rf"(?:(?:[^.,;:]{{3,50}}?)?,? (?:становить|складає|—|–|-))?|розрахован\w+ на|"
    rf"вміщу\w+|може вмістити) (?:лише |тільки )?{_AMOUNT}",
    "ru": rf"(?:(?:вместимост\w+|лимит(?: наполнения)?)"
    rf"(?:(?:[^.,;:]{{3,50}}?)?,? (?:составляет|равна|—|–|-))?|рассчитан\w* на|"
    rf"вмеща\w+|может вместить) (?:лишь |только |всего )?{_AMOUNT}",
}
_IN_IT = {
    "en": rf"(?:it|which) (?:has|had|holds) {_AMOUNT}[»\"”]? (?:places|beds)(?!\w)",
    "uk": rf"(?:(?:у|в) (?:ній|ньому|якій|якому)|він має|вона має) {_AMOUNT}[»\"”]? місц\w*",
    "ru": rf"в (?:нём|нем|ней|которой|котором) {_AMOUNT}[»\"”]? мест\w*",
}
_OTHERS = {
    "en": rf"(?:others?|other (?:reports|sources|accounts))[^.;]{{0,30}}? {_AMOUNT}",
    "uk": rf"(?:за іншими|інші|інших)(?: \w+){{0,3}}(?:,| —| –| -)? {_AMOUNT}",
    "ru": rf"(?:по другим|другие|других|иные|иных)(?: \w+){{0,3}}(?:,| —| –| -)? {_AMOUNT}",
}
_UNSURE = re.compile(
    r"(?<!\w)(?:if|would|will|to be built|planned|plans?|якби|буде|планує\w*|мали|если|будет|бы|"
    r"планиру\w*|должн\w+|обещ\w+|не рассчитан\w*|не розрахован\w*|not designed)(?!\w)"
)
_SHE = re.compile(r"(?<!\w)(?:у|в) (?:ній|якій|ней|которой)(?!\w)")
_HE = re.compile(r"(?<!\w)(?:у|в) (?:ньому|якому|нём|нем|котором)(?!\w)")
_FEMININE = re.compile(r"колон|тюрьм|в'язниц|(?<!\w)(?:ик|вк)(?!\w)")
_THOUSANDS = re.compile(r"[\s,.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """A value with the facility it is said of, and its sentence; offsets of the paragraph."""

    facility: Mention
    value: str
    sentence: tuple[int, int]


def write_capacities(writer: Writer, book: Book) -> None:
    """A claim for each capacity that the text states."""
    for found in book.found:
        for said in capacities(found):
            sentence = found.page.copy.source(*said.sentence)
            subject = writer.of(book.lift(found.page, said.facility))
            writer.claim(subject, "capacity", writer.passage(*sentence), value=said.value)


def capacities(found: Findings) -> Iterator[Capacity]:
    """The capacities that a paragraph states, in order."""
    page, low = found.page, found.page.low
    for at, sentence in enumerate(page.sentences):
        if _UNSURE.search(low, *sentence):
            continue
        said = [
            m
            for pattern in (_SAID, _IN_IT)
            for m in re.finditer(rf"(?<!\w){pattern[page.language]}", low[: sentence[1]])
            if m.start() >= sentence[0]
        ]
        if not said or (facility := _of(found, at, said[0].start())) is None:
            continue
        others = re.compile(rf"(?<!\w){_OTHERS[page.language]}")
        said += list(others.finditer(low[: sentence[1]], said[0].end()))
        for value in dict.fromkeys(map(_value, said)):
            yield Capacity(facility=facility, value=value, sentence=sentence)


def _of(found: Findings, number: int, at: int) -> Mention | None:
    """The facility named last before the number in its sentence, else the one of the sentence
    before; of two there the one that *in it* agrees with."""
    low, sentences = found.page.low, found.page.sentences
    start, end = sentences[number]
    here = [m for m in inside(found.facilities, start, end) if m.named]
    before = [m for m in here if m.end <= at]
    if before or len(here) == 1:
        return before[-1] if before else here[0]
    if here or not number:
        return None
    near = [m for m in inside(found.facilities, *sentences[number - 1]) if m.named]
    if len(near) > 1 and (_SHE.search(low, start, end) or _HE.search(low, start, end)):
        feminine = _SHE.search(low, start, end) is not None
        near = [m for m in near if bool(_FEMININE.search(low, m.start, m.end)) is feminine]
    return near[0] if len(near) == 1 else None


def _value(said: re.Match[str]) -> str:
    number = said["number"]
    digits = _THOUSANDS.sub("", number)
    plain = digits if digits.isdigit() else str(_HUNDREDS[number])
    signs = [sign for at, sign in enumerate(_SIGNS) if said[f"s{at}"]]
    return f"{signs[0]}{plain}" if signs else plain
