"""Settlements and first-level regions as values, read from the three data files."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import InvalidValue

FOLDER = Path(__file__).parents[1] / "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A town or village; population and point are None where no source gave them."""

    id: str
    country: str
    region: str
    population: int | None
    latitude: float | None
    longitude: float | None
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A first-level unit by its ISO 3166-2 code; Crimea and Sevastopol are Ukraine."""

    code: str
    country: str
    en: str
    uk: str
    ru: str
    also: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names and place adjectives, official ones first."""
        return (self.en, self.uk, self.ru, *self.also)


def settlements(folder: Path = FOLDER) -> dict[str, Settlement]:
    """All settlements by id; a supplement row with a known id adds its names to that one."""
    found: dict[str, Settlement] = {}
    for file in ("settlements.csv", "supplement.csv"):
        for row in _rows(folder / file):
            known = found.get(row["id"])
            names = _split(row["names"])
            if known is not None:
                found[known.id] = replace(known, names=(*known.names, *names))
                continue
            found[row["id"]] = Settlement(
                id=row["id"],
                country=row["country"],
                region=row["region"],
                population=int(row["population"]) if row["population"] else None,
                latitude=_degrees(row, "latitude", 90),
                longitude=_degrees(row, "longitude", 180),
                name=row["name"],
                names=names,
            )
    return found


def regions(folder: Path = FOLDER) -> dict[str, Region]:
    """All first-level units by code."""
    return {
        row["code"]: Region(
            code=row["code"],
            country=row["country"],
            en=row["en"],
            uk=row["uk"],
            ru=row["ru"],
            also=_split("|".join((row["also_en"], row["also_uk"], row["also_ru"]))),
        )
        for row in _rows(folder / "regions.csv")
    }


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split("|") if name)


def _degrees(row: dict[str, str], field: str, limit: int) -> float | None:
    if not row[field]:
        return None
    value = float(row[field])
    if abs(value) > limit:
        raise InvalidValue(field=field, value=row[field], expected=f"-{limit} to {limit}")
    return value
