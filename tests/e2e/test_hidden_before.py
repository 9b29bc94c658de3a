"""Bytes that somebody else holds in secret are taken in as if nobody held them."""

from pathlib import Path

from click.testing import CliRunner

from api.cli import main
from tests.e2e.test_lists_last import MOVES, SOURCE


def ingest(home: Path, file: Path, *, clearance: str) -> str:
    """What is printed to a process of that clearance that takes in the file at its clearance."""
    source = file.with_name(f"{clearance}.yaml")
    told = SOURCE.format(title="moves", kind="other").replace("public", clearance)
    source.write_text(told, "utf-8")
    environ = {"WHEREABOUTS_HOME": str(home), "WHEREABOUTS_CLEARANCE": clearance}
    words = ["ingest", "--sample", "--source", str(source), str(file)]
    result = CliRunner().invoke(main, words, env=environ)
    assert result.exit_code == 0, result.output
    return result.output


def test_it_is_not_told_that_the_record_holds_what_is_hidden(tmp_path: Path):
    secret, ours = tmp_path / "from-our-source.csv", tmp_path / "moves.csv"
    for file in (secret, ours):
        file.write_text(MOVES, "utf-8")
    held, free = tmp_path / "held", tmp_path / "free"
    ingest(held, secret, clearance="confidential")
    assert ingest(held, ours, clearance="public") == ingest(free, ours, clearance="public")
    assert "already in" in ingest(held, ours, clearance="confidential")
