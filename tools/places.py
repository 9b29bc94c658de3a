"""Writes graph/places/settlements.csv from a slice of GeoNames: `places.py SOURCE [TARGET]`.

Kept of each settlement: the GeoNames number, country (Crimea is Ukraine), ISO 3166-2 region,
population, a point rounded to about 100 m, the main name, the Cyrillic names in Ukrainian and
Russian letters, and the Latin names that a transliteration of a Cyrillic one gives.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from graph.names.fold import fold

PLACES = Path(__file__).parents[1] / "graph" / "places"
COLUMNS = ("id", "country", "region", "population", "latitude", "longitude", "name", "names")
_UK_OR_RU = re.compile(r"[А-ЩЬЮЯЄІЇҐЫЭЪЁа-щьюяєіїґыэъё'’ʼ. -]+")
_HABITS = str.maketrans({"'": None, "’": None, "y": "i", "j": "i", "w": "v"})
_LATIN = re.compile(r"[A-Z][A-Za-z' -]+")


def kept_names(main: str, names: list[str]) -> list[str]:
    """The Cyrillic names, then the Latin ones that fold like one of them, each once."""
    cyrillic = [n for n in names if _UK_OR_RU.fullmatch(n) and not n.isupper()]
    skeletons = {fold(n) for n in cyrillic}
    latin, seen = [], {_key(main)}
    for name in names:
        key = _key(name)
        if _LATIN.fullmatch(name) and key not in seen and fold(name) in skeletons:
            seen.add(key)
            latin.append(name)
    return list(dict.fromkeys(cyrillic)) + latin


def _key(latin: str) -> str:
    """Of spellings that differ in y, j, w or an apostrophe alone, one is enough."""
    return latin.casefold().translate(_HABITS)


def settlements(source: Path) -> Iterator[tuple[str | int, ...]]:
    """One row a settlement, by number."""
    with (PLACES / "regions.csv").open(encoding="utf-8", newline="") as file:
        codes = {(r["country"], r["geonames"]): r["code"] for r in csv.DictReader(file)}
    with source.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda r: int(r["geonameid"]))
    for row in rows:
        yield (
            row["geonameid"],
            row["country"],
            codes[row["country"], row["admin1"]],
            int(row["population"]),
            f"{float(row['lat']):.3f}",
            f"{float(row['lon']):.3f}",
            row["name"],
            "|".join(kept_names(row["name"], row["names"].split("|"))),
        )


def main(source: Path, target: Path) -> None:
    """Writes the target whole, with the same bytes for the same source."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(settlements(source))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else PLACES / "settlements.csv")
