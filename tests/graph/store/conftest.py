"""Three real engines, each started once a run and only when a test asks for it.

The newest Neo4j is part of the long run; in the short one the embedded server and the oldest
Neo4j stand for all.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import EmbeddedServerMissing
from graph.store.bolt import Bolt, open_bolt
from tests.conftest import missing
from tools import neo4j

ENGINES = (
    "embedded",
    pytest.param("neo4j_5", marks=pytest.mark.neo4j),
    pytest.param("neo4j_2026", marks=(pytest.mark.neo4j, pytest.mark.slow)),
)


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bolt]:
    """The embedded server, in a folder of this run."""
    try:
        store = open_bolt(root=tmp_path_factory.mktemp("embedded"))
    except EmbeddedServerMissing as error:
        missing(f"the embedded graph server for {error.platform}")
    yield store
    store.close()


@pytest.fixture(scope="session")
def neo4j_5(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bolt]:
    """The oldest Neo4j that is supported."""
    yield from _neo4j(neo4j.OLDEST, tmp_path_factory.mktemp("neo4j_5"))


@pytest.fixture(scope="session")
def neo4j_2026(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bolt]:
    """The newest Neo4j."""
    yield from _neo4j(neo4j.NEWEST, tmp_path_factory.mktemp("neo4j_2026"))


def _neo4j(version: str, home: Path) -> Iterator[Bolt]:
    try:
        with neo4j.running(version, home) as url:
            store = open_bolt(url)
            yield store
            store.close()
    except neo4j.Neo4jMissing as error:
        missing(str(error))


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Bolt:
    """Each engine in turn, with an empty database."""
    store: Bolt = request.getfixturevalue(request.param)
    empty(store)
    return store


@pytest.fixture(scope="module", params=ENGINES)
def loaded(request: pytest.FixtureRequest) -> Bolt:
    """Each engine in turn, with what the module's `load` put into an empty database."""
    store: Bolt = request.getfixturevalue(request.param)
    empty(store)
    load: Callable[[Bolt], None] = request.module.load
    load(store)
    return store


def empty(store: Bolt) -> None:
    """Take everything out of the store: relations, nodes, constraints, indexes."""
    store.write(lambda tx: tx.run("MATCH ()-[r]->() DELETE r"))
    store.write(lambda tx: tx.run("MATCH (n) DELETE n"))
    constraints = store.read(lambda tx: tx.run("SHOW CONSTRAINTS YIELD name"))
    store.execute_ddl(f"DROP CONSTRAINT `{row['name']}` IF EXISTS" for row in constraints)
    indexes = store.read(lambda tx: tx.run("SHOW INDEXES YIELD name, type"))
    store.execute_ddl(
        f"DROP INDEX `{row['name']}` IF EXISTS" for row in indexes if row["type"] != "LOOKUP"
    )
