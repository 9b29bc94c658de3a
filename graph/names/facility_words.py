"""The words around a facility's name: number signs, services, kinds of settlement, filler."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.names.phrases import Phrases

FILE = Path(__file__).parent / "facility_words.yaml"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FacilityWords:
    """Each field finds one sort of words; the values of a find are what its name says."""

    number_signs: Phrases
    no_number: Phrases
    numbers: Phrases
    ordinal_endings: frozenset[str]
    central: Phrases
    so_called: Phrases
    operators: Phrases
    regional_service: Phrases
    national_service: Phrases
    occupation_regions: Phrases
    district: Phrases
    settlement_kinds: Phrases
    filler: Phrases
    regimes: Phrases


@cache
def load(file: Path = FILE) -> FacilityWords:
    """The words as their file states them."""
    stated: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    filler = (word.strip() for line in stated["filler"] for word in _flat(line))

    def one(name: str) -> Phrases:
        return Phrases((phrase, name) for phrase in stated[name])

    return FacilityWords(
        number_signs=one("number_signs"),
        no_number=one("no_number"),
        numbers=Phrases(_entries(stated["number_words"])),
        ordinal_endings=frozenset(stated["ordinal_endings"]),
        central=one("central_subordination"),
        so_called=one("so_called"),
        operators=Phrases(_entries(stated["operators"])),
        regional_service=one("regional_service"),
        national_service=one("national_service"),
        occupation_regions=Phrases(_entries(stated["occupation_regions"])),
        district=one("district"),
        settlement_kinds=one("settlement_kinds"),
        filler=Phrases((word, "filler") for word in filler),
        regimes=Phrases(_entries(stated["regimes"])),
    )


def _flat(line: str | list[str]) -> list[str]:
    return line.split(",") if isinstance(line, str) else line


def _entries(stated: Mapping[Any, list[str]]) -> Iterator[tuple[str, str]]:
    for value, phrases in stated.items():
        for phrase in phrases:
            yield str(phrase), str(value)
