"""27,780 real transfers, none of which names a person: what they answer, and what they do not.

Every figure is computed a second way from the file itself, by DuckDB or by plain search.
"""

import json
from bisect import bisect_left
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest

from api.settings import from_environment
from api.wiring import open_workspace
from bench import nz
from graph.claim import Kind
from graph.errors import EmbeddedServerMissing
from graph.knowledge import Knowledge
from graph.store.bolt import open_bolt
from graph.store.dump import dump
from tests.conftest import missing
from tests.graph.names.registers import register
from tools import neo4j

LANGUAGES = ("en", "uk", "ru")
pytestmark = pytest.mark.slow


@dataclass(frozen=True, kw_only=True)
class Home:
    """Both files taken in by the command line, and what the public reads there."""

    environ: dict[str, str]
    knowledge: Knowledge
    code: dict[str, str]  # outward id of a prison → the code that the file uses
    stored: str  # canonical dump of the embedded store
    file: Path

    def ask(self, *words: str, url: str | None = None) -> Any:
        """The JSON answer of a question."""
        return json.loads(self.told("ask", *words, "--json", url=url))

    def named(self, prison: dict[str, str]) -> str:
        """The code of a prison in an answer."""
        return self.code[prison["id"]]

    def told(self, *words: str, url: str | None = None) -> str:
        """What a command prints."""
        graph = {} if url is None else {"WHEREABOUTS_GRAPH_URL": url}
        return nz.command(*words, environ={**self.environ, **graph})[0]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    file = register(*nz.FOLDER.parts, nz.TRANSFERS)
    register(*nz.FOLDER.parts, nz.PRISONS)
    work = tmp_path_factory.mktemp("nz")
    environ = nz.environment(work / "home")
    for words in nz.intakes(work):
        nz.command(*words, environ=environ)
    with open_workspace(from_environment(environ)) as workspace:
        known = workspace.knowledge()
        outward = workspace.outward(known)
        code = {
            outward(entity.id): name
            for entity in known.entities.values()
            for name in entity.values("name")
            if name in codes(file)
        }
        try:
            stored = dump(workspace.store().bolt)
        except EmbeddedServerMissing as error:
            missing(f"the embedded graph server for {error.platform}")
    return Home(environ=environ, knowledge=known, code=code, stored=stored, file=file)


def codes(file: Path) -> set[str]:
    rows = table(file).execute('SELECT "From" FROM t UNION SELECT "To" FROM t').fetchall()
    return {name for (name,) in rows}


def table(file: Path) -> duckdb.DuckDBPyConnection:
    """The raw file as table `t`, dates read by DuckDB."""
    connection = duckdb.connect()
    connection.execute(
        """CREATE TABLE t AS SELECT "From", "To", "Transfer Date" AS written,
           CAST(strptime("Transfer Date", '%d-%b-%y') AS DATE) AS day
           FROM read_csv(?, skip = 1, header = true, all_varchar = true)""",
        [str(file)],
    )
    return connection


def test_every_row_is_in_the_record_and_in_knowledge(home: Home) -> None:
    known = home.knowledge
    assert table(home.file).execute("SELECT count(*) FROM t").fetchone() == (nz.ROWS,)
    moved = [c for c in known.evidence.claims.values() if c.property == "moved"]
    assert len(moved) == len({c.passage for c in moved}) == nz.ROWS
    assert len(known.transfers) == nz.ROWS
    assert {len(t.support.claims) for t in known.transfers.values()} == {1}
    prisons = {p for t in known.transfers.values() for p in (t.origin, t.destination)}
    assert len(home.code) == len(prisons) == 18  # each code of the file is one with its list


def test_every_row_is_in_the_embedded_store(home: Home) -> None:
    assert home.stored.count('["node", "Transfer", ') == nz.ROWS
    for end in ("FROM", "TO", "DOCUMENTED_IN"):
        assert home.stored.count(f'["relation", "{end}", ') == nz.ROWS


@pytest.mark.neo4j
@pytest.mark.parametrize("version", [neo4j.OLDEST, neo4j.NEWEST])
def test_neo4j_holds_the_same(home: Home, version: str, tmp_path: Path) -> None:
    try:
        with neo4j.running(version, tmp_path) as url:
            home.told("rebuild", url=url)
            with closing(open_bolt(url)) as store:
                assert dump(store) == home.stored
    except neo4j.Neo4jMissing as error:
        missing(str(error))


def test_flows_by_month_and_pair_are_those_of_the_raw_file(home: Home) -> None:
    answer = home.ask("flows")
    found = {
        (home.code[f["origin"]["id"]], home.code[f["destination"]["id"]], f["month"]): (
            *(f["certain"], f["possible"], f["people_least"], f["people_most"]),
            len(f["transfers"]),
        )
        for f in answer["flows"]
    }
    counted = table(home.file).execute(
        """SELECT "From", "To", strftime(day, '%Y-%m'), count(*) FROM t GROUP BY ALL"""
    )
    assert found == {(a, b, m): (n, 0, n, n, n) for a, b, m, n in counted.fetchall()}
    assert answer["undated"] == []


def test_flows_of_one_pair_in_a_window(home: Home) -> None:
    asked = ("--from", "MECF", "--to", "NRCF", "--since", "2019-03-10", "--until", "2019-06-20")
    found = {f["month"]: f["certain"] for f in home.ask("flows", *asked)["flows"]}
    counted = table(home.file).execute(
        """SELECT strftime(day, '%Y-%m'), count(*) FROM t WHERE "From" = 'MECF' AND "To" = 'NRCF'
           AND day BETWEEN DATE '2019-03-10' AND DATE '2019-06-20' GROUP BY ALL"""
    )
    assert found == dict(counted.fetchall())
    assert found


def test_reachable_gives_every_route_with_rows_as_evidence(home: Home) -> None:
    answer = home.ask("path", *nz.ROUTE, "--mode", "reachable", "--within", str(nz.WITHIN))
    every = sequences(home.file)
    assert (answer["found"], answer["exact"]) == (len(every), True)
    said = {source["claim"]: cells(source["quote"]) for source in answer["sources"]}
    day_of = dict(table(home.file).execute("SELECT DISTINCT written, day FROM t").fetchall())
    assert answer["routes"]
    for route in answer["routes"]:
        way = tuple(map(home.named, route["facilities"]))
        assert way in every
        assert route["chains"]
        for chain in route["chains"]:
            days = []
            for ends, hop in zip(pairwise(way), chain["connections"], strict=True):
                assert hop["who"] is None
                assert (home.named(hop["origin"]), home.named(hop["destination"])) == ends
                (claim,) = hop["support"]["claims"]
                row = said[claim]
                assert (row["From"], row["To"]) == ends
                days.append(day_of[row["Transfer Date"]])
                that_day = {"earliest": str(days[-1]), "latest": str(days[-1])}
                assert hop["departure"] == hop["arrival"] == that_day
            assert days == sorted(days)
            assert days[-1] - days[0] <= timedelta(days=nz.WITHIN)


def cells(quote: str) -> dict[str, str]:
    """The row that a citation quotes."""
    return dict(cell.split("=", 1) for cell in quote.split("; "))


def sequences(file: Path, hops: int = 4) -> frozenset[tuple[str, ...]]:
    """Simple sequences of prisons that rows join in time within the days, by plain search."""
    days: dict[str, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    rows = table(file).execute('SELECT DISTINCT "From", "To", day FROM t ORDER BY day').fetchall()
    for origin, destination, day in rows:
        days[origin][destination].append(day)
    found: set[tuple[str, ...]] = set()
    start, goal = nz.ROUTE

    def onward(way: tuple[str, ...], here: date, last: date) -> None:
        if way[-1] == goal:
            found.add(way)
        elif len(way) <= hops:
            for there, when in days[way[-1]].items():
                at = bisect_left(when, here)
                if there not in way and at < len(when) and when[at] <= last:
                    onward((*way, there), when[at], last)

    for first in sorted({d for when in days[start].values() for d in when}):
        for there, when in days[start].items():
            if first in when and there != start:
                onward((start, there), first, first + timedelta(days=nz.WITHIN))
    return frozenset(found)


def test_nobody_is_documented_to_have_travelled(home: Home) -> None:
    answer = home.ask("path", *nz.ROUTE, "--mode", "travelled")
    assert answer["travellers"] == []
    assert set(answer["lacks"]) == {"no_stay_at_origin", "no_stay_at_destination"}
    assert answer["unnamed"] > 0
    assert not home.knowledge.stays
    kinds = {e.kind for e in home.knowledge.entities.values()}
    assert not kinds & {Kind.PERSON, Kind.GROUP}
    assert all(t.who is None for t in home.knowledge.transfers.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_words_a_route_as_one_persons(home: Home, language: str) -> None:
    asked = ("ask", "path", *nz.ROUTE, "--language", language)
    through = home.told(*asked, "--mode", "reachable", "--within", str(nz.WITHIN))
    alone = home.told(*asked, "--mode", "travelled")
    in_one_line = " ".join(through.split())
    assert NOBODY_WENT[language] in in_one_line
    heading = alone.splitlines()[0]  # "The same person, documented first at A, later at B"
    assert heading not in through
    assert in_one_line.count(NO_PERSON[language]) > 20
    assert NONE_FOUND[language] in alone


NOBODY_WENT = {
    "en": "this does not show that anyone travelled the whole way",
    "uk": "це не показує, що хтось подолав увесь шлях",
    "ru": "это не показывает, что кто-то проделал весь путь",
}
NO_PERSON = {"en": "a row without a person", "uk": "рядок без особи", "ru": "строка без лица"}
NONE_FOUND = {"en": "None found.", "uk": "Нічого не знайдено.", "ru": "Ничего не найдено."}
