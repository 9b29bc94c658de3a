"""The language of a paragraph: English, Ukrainian, Russian, or none of them."""

import re
from functools import cache
from typing import Protocol

LANGUAGES = ("en", "uk", "ru")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]|(?<=[бпвмфрздтлнкБПВМФРЗДТЛНК])['’ʼ](?=[яюєїЯЮЄЇ])")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
_UKRAINIAN_WORDS = re.compile(
    r"(?<!\w)(?:з|зі|та|й|у|що|як|року|роком|лютого|грудня|травня|червня|липня|серпня|вересня|"
    r"жовтня|листопада|квітня|березня|станом|було|його|мене)(?!\w)",
    re.IGNORECASE,
)
_RUSSIAN_WORDS = re.compile(
    r"(?<!\w)(?:с|со|из|и|что|как|года|году|февраля|декабря|мая|июня|июля|августа|сентября|"
    r"октября|октябре|ноября|апреля|марта|мае|было|его|меня|к|от)(?!\w)",
    re.IGNORECASE,
)
_BELARUSIAN = re.compile(r"[ўЎ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-z]")


class _Identifier(Protocol):
    def classify(self, instance: str) -> tuple[str, float]: ...


def usual_language(content: str) -> str | None:
    """`uk` or `ru` where the letters of a whole text tell it clearly."""
    ukrainian, russian = len(_UKRAINIAN.findall(content)), len(_RUSSIAN.findall(content))
    if max(ukrainian, russian) <= _CLEARLY * min(ukrainian, russian):
        return None
    return "uk" if ukrainian > russian else "ru"


_CLEARLY = 4


def language_of(text: str, *, usual: str | None = None) -> str | None:
    """`en`, `uk` or `ru` by the letters, else by the text around it (`usual`), else by a model.

    Belarusian has no pipeline: its `ў` makes the answer None.
    """
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic + latin == 0 or _BELARUSIAN.search(text):
        return None
    if latin > cyrillic:
        return "en"
    ukrainian, russian = len(_UKRAINIAN.findall(text)), len(_RUSSIAN.findall(text))
    if ukrainian == russian:
        ukrainian, russian = len(_UKRAINIAN_WORDS.findall(text)), len(_RUSSIAN_WORDS.findall(text))
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    if usual is not None:
        return usual
    guess = _identifier().classify(text)[0]
    return guess if guess in ("uk", "ru") else "ru"


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["uk", "ru"])
    found: _Identifier = identifier
    return found
