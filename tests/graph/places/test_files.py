import csv
import subprocess
import sys
from pathlib import Path

from graph.names.place import FOLDER
from tests.graph.names.registers import register


def test_settlements_come_out_of_their_source_byte_for_byte(tmp_path: Path) -> None:
    source = register("places", "places.csv")
    script = FOLDER.parents[1] / "tools" / "places.py"
    subprocess.run([sys.executable, script, source, tmp_path / "out.csv"], check=True)
    assert (tmp_path / "out.csv").read_bytes() == (FOLDER / "settlements.csv").read_bytes()


def test_the_file_is_small_and_its_licence_stands_beside_it() -> None:
    assert (FOLDER / "settlements.csv").stat().st_size < 1_000_000
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "GeoNames" in readme
    assert "Attribution 4.0" in readme


def test_each_row_of_the_supplement_names_its_source() -> None:
    with (FOLDER / "supplement.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["source"].startswith("http") and row["names"] for row in rows)
