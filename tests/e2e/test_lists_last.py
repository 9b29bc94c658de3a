"""A list that comes after what speaks of its facilities links them as if it had come before."""

import json
from pathlib import Path

from api.settings import from_environment
from api.wiring import open_workspace

SOURCE = """
title: {title} (invented)
publisher: Invented
source_type: {kind}
clearance: public
licence: CC0-1.0
language: en
published: "2021-06-01"
invented: true
"""
IGNORED = ("Prison", "Opened", "Closed", "Gender", "Classification", "Latitude", "Longitude")
PRISONS = [
    {"Abbreviated": short, "Name": name, "Official Name": name, "Capacity": 10}
    | dict.fromkeys(IGNORED, "")
    for short, name in (("AB", "Abel Prison"), ("CD", "Cade Prison"))
]
MOVES = "From,To,Reason,Transfer Date,Status At Transfer\nAB,CD,Placement,2-Jul-18,Sentenced\n"


def written(folder: Path, name: str, text: str, kind: str) -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    file.with_name(f"{name}.source.yaml").write_text(SOURCE.format(title=name, kind=kind), "utf-8")
    return file


def linked(home: Path, *takings: Path) -> set[tuple[str, bool]]:
    """The roles of the one transfer, and whether its facility is that of the list."""
    settings = from_environment({"WHEREABOUTS_HOME": str(home)})
    with open_workspace(settings, sample=True) as workspace:
        for path in takings:
            report = workspace.ingest((path,))
            assert report.complete
        knowledge = workspace.knowledge()
        evidence = workspace.record.evidence()
        listed = {
            knowledge.entity_of[c.subject]
            for c in evidence.claims.values()
            if c.property == "capacity"
        }
        (moved,) = (c for c in evidence.claims.values() if c.property == "moved")
        return {(role, knowledge.entity_of[s] in listed) for role, s in moved.roles}


def test_in_one_folder_the_order_of_names_does_not_count(tmp_path: Path):
    folder = tmp_path / "files"
    folder.mkdir()
    written(folder, "a-moves.csv", MOVES, "other")
    written(folder, "b-prisons.json", json.dumps(PRISONS), "facility_list")
    assert linked(tmp_path / "home", folder) == {("from", True), ("to", True)}


def test_a_list_that_comes_later_links_a_table_that_is_taken_in_once_more(tmp_path: Path):
    moves = written(tmp_path, "moves.csv", MOVES, "other")
    prisons = written(tmp_path, "prisons.json", json.dumps(PRISONS), "facility_list")
    assert linked(tmp_path / "home", moves, prisons, moves) == {("from", True), ("to", True)}
