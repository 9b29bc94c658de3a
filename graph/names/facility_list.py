"""Rows of the facility list (`ingest/lists/facilities.csv`) as rows that can be indexed."""

from collections.abc import Mapping

from graph.names.facility_index import FacilityRow

_MARKS = ("name", "seen", "derived", "unverified", "unmarked")
_LANGUAGES = ("en", "uk", "ru")


def names(row: Mapping[str, str]) -> tuple[str, ...]:
    """All names of a row, our own label first, each once; variants are split by a bar."""
    cells = (row.get(f"{mark}_{language}", "") for mark in _MARKS for language in _LANGUAGES)
    return tuple(dict.fromkeys(name for cell in cells for name in split(cell)))


def split(cell: str) -> tuple[str, ...]:
    """The variants of one cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def facility_row(row: Mapping[str, str]) -> FacilityRow:
    """What the index needs of a row; a column that is absent is empty."""
    return FacilityRow(
        id=row["id"],
        types=split(row.get("type", "")),
        numbers=(*split(row.get("number", "")), *split(row.get("other_numbers", ""))),
        names=names(row),
        settlements=split(row.get("settlement", "")),
        regions=split(row.get("region", "")),
        nicknames=split(row.get("nicknames", "")),
        central=row.get("subordination", "") == "central",
    )
