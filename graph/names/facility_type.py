"""The vocabulary of facility types, with the words and abbreviations that name each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from graph.names.phrases import Phrases

FILE = Path(__file__).parents[1] / "schema" / "vocabularies" / "facility_type.yaml"
LANGUAGES = ("en", "uk", "ru")


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityType:
    """One type: its code, labels by language, and the family within which types may agree."""

    code: str
    labels: Mapping[str, str]
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadWord:
    """A word that leaves the type open: the families it may mean, and the usual one, if any."""

    may_be: frozenset[str]
    usual: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FacilityTypes:
    """All types and how they are written.

    `abbreviations` maps an abbreviation to (language, code) pairs. The values of `words` are
    codes, with `language:` before; those of `broad_words` name a broad word.
    """

    types: Mapping[str, FacilityType]
    broad: Mapping[str, BroadWord]
    abbreviations: Mapping[str, tuple[tuple[str, str], ...]]
    words: Phrases
    broad_words: Phrases

    def family(self, code: str) -> str:
        """The family of a type; a code that the vocabulary lacks is a family of its own."""
        known = self.types.get(code)
        return code if known is None else known.family


@cache
def load(file: Path = FILE) -> FacilityTypes:
    """The vocabulary as its file states it."""
    stated = yaml.safe_load(file.read_text(encoding="utf-8"))
    values, broad = stated["values"], stated["broad"]
    short: dict[str, tuple[tuple[str, str], ...]] = {}
    for code, value in values.items():
        for language in LANGUAGES:
            for word in value["abbreviations"][language]:
                key = word.casefold()
                short[key] = (*short.get(key, ()), (language, code))
    return FacilityTypes(
        types=MappingProxyType(
            {
                code: FacilityType(
                    code=code, labels=MappingProxyType(value["label"]), family=value["family"]
                )
                for code, value in values.items()
            }
        ),
        broad=MappingProxyType(
            {
                name: BroadWord(may_be=frozenset(value["may_be"]), usual=value.get("usual", ""))
                for name, value in broad.items()
            }
        ),
        abbreviations=MappingProxyType(short),
        words=Phrases(
            (phrase, f"{language}:{code}")
            for code, value in values.items()
            for language in LANGUAGES
            for phrase in value["words"][language]
        ),
        broad_words=Phrases(
            (phrase, name)
            for name, value in broad.items()
            for language in LANGUAGES
            for phrase in value["words"][language]
        ),
    )
