"""The catalogues: one YAML file a part of the interface, each entry worded in every language.

An entry is `key: {en: …, uk: …, ru: …}`; where a number decides, each language gives its own
plural forms (`one, other` in English, `one, few, many, other` in Ukrainian and Russian), chosen by
the field `n`.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml
from babel import Locale

from graph.errors import InvalidValue
from graph.schema import LANGUAGES

FOLDER = Path(__file__).parents[1] / "languages"
FORMS = {"en": ("one", "other"), **dict.fromkeys(("uk", "ru"), ("one", "few", "many", "other"))}

Message = Mapping[str, str | Mapping[str, str]]
"""Language → words, or → plural form → words."""


@cache
def catalogue() -> Mapping[str, Message]:
    """Every entry that comes with the program; those of the pages are theirs."""
    return load(f for f in sorted(FOLDER.glob("*.yaml")) if not f.name.startswith("pages"))


def load(files: Iterable[Path]) -> Mapping[str, Message]:
    """The entries of these files.

    Raises:
        InvalidValue: an entry lacks a language or a plural form, or is there twice.
    """
    found: dict[str, Message] = {}
    for file in files:
        for key, said in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            if key in found:
                raise InvalidValue(field=f"{file.name}: {key}", value=key, expected="it once")
            _check(file.name, key, said)
            found[key] = said
    return MappingProxyType(found)


def _check(file: str, key: str, said: object) -> None:
    if not isinstance(said, dict) or set(said) != set(LANGUAGES):
        expected = f"words in {', '.join(LANGUAGES)}"
        raise InvalidValue(field=f"{file}: {key}", value=str(said), expected=expected)
    for language, words in said.items():
        forms = set(words) if isinstance(words, dict) else None
        if forms is not None and forms != set(FORMS[language]):
            expected = ", ".join(FORMS[language])
            raise InvalidValue(
                field=f"{file}: {key}.{language}", value=str(words), expected=expected
            )
        every = words.values() if isinstance(words, dict) else (words,)
        if not all(isinstance(w, str) for w in every):
            raise InvalidValue(
                field=f"{file}: {key}.{language}", value=str(words), expected="words"
            )


@cache
def locale(language: str) -> Locale:
    """CLDR's knowledge of a language: months, plural forms, digits."""
    return Locale(language)
