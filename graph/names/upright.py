"""A prison's name out of a sentence, in the nominative: «Таганрозькому СІЗО» → «Таганрозьке СІЗО».

Only the head and the adjectives right before it change; what follows (number, town, whose it is)
stays as written. What no rule knows, and what is a nominative already, stays as it is.
"""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

Gender: TypeAlias = Literal["m", "f", "n"]
_HEADS: tuple[tuple[str, str, str, Gender], ...] = (  # stem, its cases, the nominative's ending
    ("колоні", "ї ю єю", "я", "f"),
    ("колони", "и ю ей", "я", "f"),
    ("в'язниц", "і ю ею", "я", "f"),
    ("тюрм", "и і у ою", "а", "f"),
    ("тюрьм", "ы е у ой", "а", "f"),
    ("установ", "и і у ою", "а", "f"),
    ("лікарн", "і ю ею", "я", "f"),
    ("больниц", "ы е у ей", "а", "f"),
    ("ізолятор", "а у і ом ові", "", "m"),
    ("изолятор", "а у е ом", "", "m"),
    ("центр", "у і ом а е", "", "m"),
    ("лагер", "я ю е ем", "ь", "m"),
    ("підвал", "у і ом", "", "m"),
    ("подвал", "а у е ом", "", "m"),
    ("учреждени", "я ю и ем", "е", "n"),
)
_FIXED: dict[str, Gender] = {
    "сізо": "n", "сизо": "n", "ивс": "m", "ітт": "m", "ик": "f", "вк": "f", "ік": "f", "ит": "f",
}  # fmt: skip
_NUMBERED = re.compile(r"([^\W\d]+)(?:[-–—]?\d+)?[,.;]?")
_UKRAINIAN = re.compile(r"[іїєґ]|зьк|цьк|ськ")
# Endings of adjectives in other cases, and the nominative's: hard and soft.
_ADJECTIVES: dict[tuple[bool, bool], tuple[tuple[str, str], ...]] = {
    (True, False): (("ього ьому ім", "soft"), ("ого ому им", "hard")),
    (True, True): (("ьої ьою", "soft"), ("ої ою ій у", "hard")),
    (False, False): (("его ему", "soft"), ("ого ому ым им ом", "hard")),
    (False, True): (("ей юю", "soft"), ("ой ую", "hard")),
}
_NOMINATIVE: dict[tuple[bool, str], dict[Gender, str]] = {
    (True, "hard"): {"m": "ий", "f": "а", "n": "е"},
    (True, "soft"): {"m": "ій", "f": "я", "n": "є"},
    (False, "hard"): {"m": "ый", "f": "ая", "n": "ое"},
    (False, "soft"): {"m": "ий", "f": "яя", "n": "ее"},
}
_STRESSED = ("втор", "шест", "седьм", "восьм", "сороков", "городск", "областн", "тверск", "донск")
_PLURAL = ("ні", "ькі", "ые", "ие")  # `виправні колонії`: a nominative of several


@lru_cache(maxsize=1 << 12)
def upright(name: str) -> str:
    """The name with its head, and the adjectives before it, in the nominative singular."""
    words = name.split(" ")
    for at, word in enumerate(words):
        known = _head(word)
        if known is None:
            continue
        head, gender, oblique = known
        if not oblique or (at and words[at - 1].casefold().endswith(_PLURAL)):
            return name
        ukrainian = bool(_UKRAINIAN.search(name.casefold()))
        before = list(words[:at])
        for i in range(at - 1, -1, -1):
            adjective = _adjective(before[i], gender, ukrainian=ukrainian)
            if adjective is None:
                break
            before[i] = adjective
        return " ".join((*before, head, *words[at + 1 :]))
    return name


def _head(word: str) -> tuple[str, Gender, bool] | None:
    """The head in the nominative, its gender, and whether it stood in another case."""
    low = word.casefold().rstrip(",.;")
    for stem, cases, ending, gender in _HEADS:
        if low.startswith(stem):
            rest = low[len(stem) :]
            if rest in cases.split():
                return word[: len(stem)] + ending + word[len(low) :], gender, True
            return (word, gender, False) if rest == ending else None
    short = _NUMBERED.fullmatch(low)
    fixed = _FIXED.get(short[1]) if short is not None else None
    return None if fixed is None else (word, fixed, True)


def _adjective(word: str, gender: Gender, *, ukrainian: bool) -> str | None:
    """The adjective in the nominative of that gender; None for other words, and nominatives."""
    low = word.casefold()
    for endings, kind in _ADJECTIVES[ukrainian, gender == "f"]:
        for ending in endings.split():
            stem = low.removesuffix(ending)
            if stem == low or len(stem) < 3:
                continue
            nominative = _NOMINATIVE[ukrainian, kind][gender]
            if not ukrainian and nominative == "ый":
                nominative = "ой" if stem.endswith(_STRESSED) else nominative
                nominative = "ий" if nominative == "ый" and stem[-1] in "кгхшжщч" else nominative
            return word[: len(stem)] + nominative
    return None
