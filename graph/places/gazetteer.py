"""The gazetteer of the places in this folder; its code reads names, so it lies with them."""

from graph.names.gazetteer import (
    Candidates,
    Gazetteer,
    adjective,
    build,
    find,
    is_unit,
    load,
    region,
    town,
)

__all__ = [
    "Candidates",
    "Gazetteer",
    "adjective",
    "build",
    "find",
    "is_unit",
    "load",
    "region",
    "town",
]
