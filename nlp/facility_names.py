"""Facility names taken apart, remembered by their words: one name stands often in one document."""

import re
from dataclasses import replace
from functools import lru_cache

from graph.names.facility_name import FacilityName, parse

_ORDINALS = (  # stems, Ukrainian and Russian
    "перш|перв друг|втор трет четверт|четвёрт п'ят|пят шост|шест сьом|седьм восьм дев'ят|девят "
    "десят одинадцят|одиннадцат дванадцят|двенадцат тринадцят|тринадцат чотирнадцят|четырнадцат "
    "п'ятнадцят|пятнадцат шістнадцят|шестнадцат сімнадцят|семнадцат вісімнадцят|восемнадцат "
    "дев'ятнадцят|девятнадцат двадцят|двадцат"
).split()
_VALUES = {stem: at for at, stems in enumerate(_ORDINALS, 1) for stem in stems.split("|")}
_VALUES |= {"тридцят": 30, "тридцат": 30, "сороков": 40, "дев'яност": 90, "девяност": 90}
_STEMS = "|".join(sorted(_VALUES, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?<!\w)(?P<hundred>сто\s)?(?P<stem>{_STEMS})(?:\w{{1,3}})\s(?:\w+\s)?"
    r"(?:колон|с[іи]зо|ізолятор|изолятор|тюрм)"
)


_ENGLISH = {
    name: at
    for at, name in enumerate(
        "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        4,
    )
}
_ENGLISH_ORDINAL = re.compile(
    rf"(?<!\w)(?P<hundred>(?:one )?hundred and )?(?P<stem>{'|'.join(_ENGLISH)})\s(?:\w+\s)?colon"
)


@lru_cache(maxsize=1 << 13)
def name_of(words: str, language: str) -> FacilityName:
    """What the words say of a facility, read in the language of the text around them.

    A number written out before the type word («у десятій колонії») is its number.
    """
    name = parse(words, language=language)
    if name.number is not None:
        return name
    pattern, values = (_ENGLISH_ORDINAL, _ENGLISH) if language == "en" else (_ORDINAL, _VALUES)
    found = pattern.search(words.lower())
    if found is None:
        return name
    value = values[found["stem"]] + (100 if found["hundred"] else 0)
    return replace(name, number=value)
