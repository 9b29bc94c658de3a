"""The two national registers, as they are: each row parses; with its place it is found again."""

import csv
import re
from collections import Counter

import pytest

from graph.names.facility_index import FacilityIndex, FacilityRow
from graph.names.facility_match import Ambiguous, Linked, Match, match
from graph.names.facility_name import parse
from tests.graph.names.registers import register

TOWN = re.compile(r"(?:^|[ ,])(?:г|п|с|пос|пгт|рп|д|ст|х)\.? ?([А-ЯЁ][А-ЯЁа-яё -]+?)(?:,|$)")


@pytest.fixture(scope="module")
def russian() -> list[dict[str, str]]:
    file = register("ru-fsin", "facilities_sheet0.csv")
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def as_row(at: int, row: dict[str, str]) -> FacilityRow:
    name = parse(f"{row['Вид ИУ']} {row['№ ИУ']}", language="ru")
    town = TOWN.search(row["Адрес"])
    return FacilityRow(
        id=str(at),
        types=tuple(sorted(name.types)),
        numbers=(str(name.number),) if name.number is not None else (),
        settlements=(town.group(1),) if town else (),
        regions=tuple(sorted(parse(row["Регион"], language="ru").regions)),
        nicknames=(row["Сленговое"],) if row["Сленговое"] else (),
        central=name.central,
    )


@pytest.fixture(scope="module")
def index(russian: list[dict[str, str]]) -> FacilityIndex:
    return FacilityIndex.from_rows(as_row(at, row) for at, row in enumerate(russian))


def test_each_row_of_the_russian_register_has_one_type_a_number_and_a_region(
    russian: list[dict[str, str]],
) -> None:
    assert len(russian) == 834
    for row in russian:
        name = parse(f"{row['Вид ИУ']} {row['№ ИУ']}", language="ru")
        assert len(name.families) == 1, row
        assert name.unnumbered if row["№ ИУ"] == "б/н" else name.number == float(row["№ ИУ"]), row
        assert name.central == ("ц. п." in row["Вид ИУ"]), row
        assert parse(row["Регион"], language="ru").regions, row


def test_each_row_of_the_ukrainian_register_has_one_number_and_a_type() -> None:
    lines = register("ua-penal", "ua_penal_institutions.psv").read_text("utf-8").splitlines()
    placed = 0
    for line in lines:
        written = line.split("|")[1]
        stated = re.search(r"№ (\d+)", written)
        name = parse(written, language="uk")
        assert name.families, written
        assert name.number == (int(stated.group(1)) if stated else None), written
        placed += bool(name.places)
    assert placed >= 125


def test_sizo_2_alone_is_fifty_facilities(index: FacilityIndex) -> None:
    found = match(parse("СИЗО-2"), index)
    assert isinstance(found, Ambiguous)
    assert len(found.candidates) > 50
    assert found.why == "several"


def test_no_link_is_wrong_and_type_number_region_nearly_always_links(
    russian: list[dict[str, str]], index: FacilityIndex
) -> None:
    outcome: Counter[tuple[str, str]] = Counter()
    for at, row in enumerate(russian):
        if row["№ ИУ"] == "б/н":
            continue
        short = f"{row['Вид ИУ'].replace(' (ц. п.)', '')}-{int(float(row['№ ИУ']))}"
        town = TOWN.search(row["Адрес"])
        written = {"number": short, "region": f"ФКУ {short} УФСИН России, {row['Регион']}"}
        if town:
            written |= {"town": f"{short}, {town.group(1)}", "all": f"{short} {row['Адрес'][8:]}"}
            written["no number"] = f"{row['Вид ИУ']} {town.group(1)}"
        for kind, name in written.items():
            outcome[kind, told(match(parse(name, language="ru"), index), str(at))] += 1
    wrong = {kind: n for (kind, how), n in outcome.items() if how == "wrong" and kind != "all"}
    assert not wrong, outcome
    assert outcome["number", "linked"] == 0
    assert outcome["no number", "linked"] == 0
    assert outcome["region", "linked"] > 0.95 * 809
    assert outcome["town", "linked"] > 0.85 * 776


def told(found: Match, right: str) -> str:
    if isinstance(found, Linked):
        return "linked" if found.facility == right else "wrong"
    return "ambiguous" if isinstance(found, Ambiguous) else "unknown"
