"""The store's door: the only file that sends Cypher, to the embedded server or to Neo4j."""

import random
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, unit_of_work
from neo4j.exceptions import AuthError, ConfigurationError, ConstraintError, DriverError, Neo4jError

from graph.errors import (
    ConstraintViolated,
    EmbeddedServerMissing,
    InvalidValue,
    QueryRefused,
    QueryTimedOut,
    StoreLoginRefused,
    StoreUnreachable,
)
from graph.store.values import Row, plain_row, refuse_zoned_times

if TYPE_CHECKING:
    from graph.store.launcher import EmbeddedServer

T = TypeVar("T")

RETRY_SECONDS = 5  # so long the driver begins anew what a busy or lost server refused
# Two writers that MERGE one key at once: the embedded engine refuses one of them.
PAUSES = (0.02, 0.04, 0.08, 0.16, 0.32)
INDEX_SECONDS = 300
URL_EXPECTED = "an address such as bolt://host:7687 or neo4j+s://host"
# neomodel has one connection a process; a transaction, once begun, keeps the driver it began on.
NEOMODEL = threading.Lock()


class Transaction:
    """A transaction in which `work` runs its queries."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, text: str, /, **parameters: Any) -> list[Row]:  # noqa: ANN401
        """All rows of the answer; refuses a time with a zone before anything is sent."""
        refuse_zoned_times(parameters)
        # Text is made by this package from its schema, never from what a user typed.
        answer = self._transaction.run(text, parameters)
        return [plain_row(record) for record in answer]


Work = Callable[[Transaction], T]


class Bolt:
    """An open store. Every error it raises is a `StoreError`."""

    def __init__(
        self, driver: Driver, *, url: str, query_seconds: float, server: "EmbeddedServer | None"
    ) -> None:
        self.url = url
        self.server = server
        self.query_seconds = query_seconds
        self._driver = driver
        with self._told():
            self.agent = driver.get_server_info().agent

    @property
    def is_arcadedb(self) -> bool:
        """Whether the embedded engine answers; it poses as a version of Neo4j."""
        return "ArcadeDB" in self.agent

    def write(self, work: Work[T]) -> T:
        """What `work` returns, all of its writes kept; if it raises, none is.

        `work` may run several times and after a lost connection its writes may stand already:
        it changes nothing outside its transaction, and it merges by uid.
        """
        for pause in PAUSES:
            try:
                return self._transact(work, writes=True)
            except ConstraintViolated:  # a real duplicate fails each time
                time.sleep(random.uniform(0, pause))  # noqa: S311  (spreads writers)
        return self._transact(work, writes=True)

    def read(self, work: Work[T]) -> T:
        """What `work` returns; it may run several times. A cluster sends it to a replica."""
        return self._transact(work, writes=False)

    def read_models(self, work: Callable[[], T]) -> T:
        """What `work` returns when it reads through neomodel classes, in one transaction."""
        from neomodel import db

        with self._told():
            with NEOMODEL:
                if db.driver is not self._driver:
                    db.set_connection(driver=self._driver)
                try:
                    db.begin(
                        READ_ACCESS,
                        timeout=self.query_seconds,
                        bookmark_manager=self._driver.execute_query_bookmark_manager,
                    )
                except BaseException:
                    if db._session is not None:  # noqa: SLF001  (it forgets to close it)
                        db._session.close()  # noqa: SLF001
                    raise
            try:
                return work()
            finally:
                db.rollback()

    def execute_ddl(self, statements: Iterable[str]) -> None:
        """Run each statement on its own, then wait until all indexes answer."""
        with self._told():
            for statement in statements:
                self._driver.execute_query(statement)
            if not self.is_arcadedb:  # the embedded engine builds them at once
                self._driver.execute_query("CALL db.awaitIndexes($seconds)", seconds=INDEX_SECONDS)

    def close(self) -> None:
        """Close the connections; the last user of an embedded server stops it. Twice is once."""
        self._driver.close()
        if self.server is not None:
            self.server.leave()

    def _transact(self, work: Work[T], *, writes: bool) -> T:
        @unit_of_work(timeout=self.query_seconds)  # the embedded engine has its own limit
        def unit(transaction: ManagedTransaction) -> T:
            return work(Transaction(transaction))

        # One bookmark manager: on a cluster a read sees the writes made before it.
        manager = self._driver.execute_query_bookmark_manager
        with self._told(), self._driver.session(bookmark_manager=manager) as session:
            return session.execute_write(unit) if writes else session.execute_read(unit)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except AuthError as error:
            raise StoreLoginRefused(self.url) from error
        except ConstraintError as error:
            raise ConstraintViolated(error.code or "", error.message or "") from error
        except Neo4jError as error:
            if "TransactionTimedOut" in (error.code or ""):
                raise QueryTimedOut(self.query_seconds) from error
            raise QueryRefused(error.code or "", error.message or "") from error
        except (DriverError, OSError) as error:
            raise StoreUnreachable(self.url, str(error)) from error


def open_bolt(
    url: str | None = None,
    *,
    root: Path | None = None,
    user: str = "",
    password: str = "",
    heap: str = "512m",
    query_seconds: float = 30,
) -> Bolt:
    """The store at `url`, or, without one, the embedded store in folder `root`.

    Each clearance has a store of its own: another server by URL, another folder here.
    """
    if url is not None:
        return _connect(url, user, password, query_seconds, None)
    if root is None:
        raise InvalidValue("graph store", "", "a Bolt URL or a folder for the embedded server")
    if sys.platform == "win32":
        raise EmbeddedServerMissing(sys.platform)  # its locks and signals were never tried there
    from graph.store.launcher import launch
    from graph.store.start import USER

    server = launch(root, answers=_answers, heap=heap, query_seconds=query_seconds)
    try:
        return _connect(server.address.url, USER, server.password, query_seconds, server)
    except BaseException:
        server.leave()
        raise


def _connect(
    url: str, user: str, password: str, query_seconds: float, server: "EmbeddedServer | None"
) -> Bolt:
    try:
        driver = _driver(url, user, password, within=10, retry=RETRY_SECONDS)
        try:
            return Bolt(driver, url=_shown(url), query_seconds=query_seconds, server=server)
        except BaseException:
            driver.close()
            raise
    except (ConfigurationError, ValueError) as error:  # the second for what is no port
        raise InvalidValue("graph URL", _shown(url), URL_EXPECTED) from error


def _driver(url: str, user: str, password: str, *, within: float, retry: float) -> Driver:
    return GraphDatabase.driver(
        url,
        auth=(user, password) if user else None,
        connection_timeout=within,
        connection_acquisition_timeout=max(within, retry),
        max_transaction_retry_time=retry,
        notifications_min_severity="OFF",  # a type that has no nodes yet is no news
        telemetry_disabled=True,
        user_agent="whereabouts",
    )


def _answers(url: str, password: str, within: float) -> bool:
    """Whether the embedded server there runs a query; its port opens before its database."""
    from graph.store.start import USER

    try:
        with _driver(url, USER, password, within=within, retry=0) as driver:
            driver.execute_query("RETURN 1")
    except (DriverError, Neo4jError, OSError):
        return False
    return True


def _shown(url: str) -> str:
    """The URL without the user and password that somebody may have written into it."""
    return f"{urlsplit(url).scheme}://{url.rpartition('@')[2].rpartition('://')[2]}"
