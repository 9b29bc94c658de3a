import csv
import re
from collections import Counter
from pathlib import Path

from graph.names import facility_type
from graph.names.facility_list import facility_row, names
from graph.names.scripts import repair, script_of
from graph.places import gazetteer as places

LIST = Path(__file__).parents[3] / "ingest" / "lists" / "facilities.csv"


def rows() -> list[dict[str, str]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_each_row_has_a_key_a_known_type_labels_and_whole_source_addresses() -> None:
    types = facility_type.load().types
    assert [i for i, n in Counter(r["id"] for r in rows()).items() if n > 1] == []
    for row in rows():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", row["id"])
        assert row["type"] in types
        assert all(row[f"name_{language}"] for language in ("en", "uk", "ru")), row["id"]
        assert all(re.match(r"https?://[^ |]+\.[^ |]+", u) for u in row["sources"].split("|"))
        assert row["support"] in ("several", "one source", "one secondary source")
        assert row["formality"] in ("official", "unofficial", "secret")


def test_each_place_is_known_and_occupied_territory_is_ukraine() -> None:
    known = places.load()
    for row in rows():
        if row["id"].startswith("ru-tdc-svo"):
            assert not row["region"]
            continue
        region = known.regions[row["region"]]
        towns = places.find(row["settlement"], known).settlements
        assert row["country"] == region.country
        assert any(known.settlements[t].region == region.code for t in towns), row["id"]
        controls = {"UA": ("occupied_UA", "UA_deoccupied"), "RU": ("RU",), "BY": ("BY",)}
        assert row["control"] in controls[region.country]


def test_all_facilities_of_the_first_list_are_here() -> None:
    assert len(rows()) == 42 + 4 + 5  # Kherson is four places; five placeholders
    assert sum(r["country"] == "UA" for r in rows()) == 25


def test_no_name_mixes_scripts() -> None:
    for row in rows():
        for name in names(row):
            assert not repair(name).changed, (row["id"], name)
            assert "mixed" not in {script_of(word) for word in re.findall(r"\w+", name)}


def test_a_row_becomes_what_the_index_needs() -> None:
    row = next(r for r in rows() if r["id"] == "ua-09-ik-36")
    made = facility_row(row)
    assert made.numbers == ("36", "4")
    assert made.regions == ("UA-09",)
    assert "Sukhodilsk Colony No. 36" in made.names
    assert facility_row({"id": "x"}).names == ()
