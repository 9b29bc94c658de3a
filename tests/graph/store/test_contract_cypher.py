"""The Cypher that the project may use means the same on every engine: rows written by hand."""

from typing import Any

import pytest

from graph.store.bolt import Transaction
from tests.graph.store.cypher_cases import READS, REFUSED, WRITES, Case
from tests.graph.store.tiny import load  # noqa: F401  (what `loaded` loads)


class Undo(Exception):
    """Takes back what a test wrote."""


def rows_of(tx: Transaction, case: Case) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in tx.run(case.text, **case.parameters)]


@pytest.mark.parametrize("case", READS, ids=lambda case: case.name)
def test_a_read_answers_the_rows_written_by_hand(loaded, case):
    assert loaded.read(lambda tx: rows_of(tx, case)) == case.rows


@pytest.mark.parametrize("case", WRITES, ids=lambda case: case.name)
def test_a_write_does_what_was_written_by_hand(loaded, case):
    answered = []

    def work(tx: Transaction) -> None:
        answered.append(rows_of(tx, case))
        raise Undo

    with pytest.raises(Undo):
        loaded.write(work)
    assert answered == [case.rows]


@pytest.mark.parametrize(("name", "text", "error"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_must_be_refused_is_refused(loaded, name, text, error):
    with pytest.raises(error):
        loaded.write(lambda tx: tx.run(text))


def test_the_property_of_an_aggregate_is_lost_on_the_embedded_engine(loaded):
    """Known, and silent: the project's Cypher aggregates in WITH and reads properties after it."""
    text = "MATCH (t:Transfer) RETURN 1 AS one, max(t.arrived).year AS year"
    (row,) = loaded.read(lambda tx: tx.run(text))
    assert row == {"one": 1, "year": None if loaded.is_arcadedb else 2022}

    cure = "MATCH (t:Transfer) WITH max(t.arrived) AS latest RETURN latest.year AS year"
    assert loaded.read(lambda tx: tx.run(cure)) == [{"year": 2022}]


@pytest.mark.parametrize("kind", ["RANGE", "TEXT", "POINT"])
def test_indexes_are_made_twice_without_a_word_and_dropped(loaded, kind):
    made = f"CREATE {kind} INDEX spare IF NOT EXISTS FOR (f:Facility) ON (f.spare)"
    loaded.execute_ddl([made, made])
    loaded.execute_ddl(["DROP INDEX spare IF EXISTS", "DROP INDEX spare IF EXISTS"])
    left = loaded.read(lambda tx: tx.run("SHOW INDEXES YIELD name"))
    assert "spare" not in {row["name"] for row in left}


def test_databases_are_shown(loaded):
    assert loaded.read(lambda tx: tx.run("SHOW DATABASES YIELD name"))
