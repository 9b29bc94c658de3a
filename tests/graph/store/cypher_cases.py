"""What each statement of the contract must answer, written by hand over the tiny graph."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from graph.errors import ConstraintViolated, QueryRefused


class Case(NamedTuple):
    """A statement and what it must answer."""

    name: str
    text: str
    rows: list[tuple[Any, ...]]
    parameters: Mapping[str, Any] = MappingProxyType({})


PATHS = "MATCH p = (a:Facility {uid: 'f1'})-[:MOVED*1..6]->(b:Facility {uid: 'f2'})"
PATH_UIDS = "[r IN relationships(p) | r.uid]"
TIMED = (
    "MATCH p = (a:Facility {uid: $a})-[rs:MOVED*1..4]->(b:Facility {uid: $b}) "
    "WHERE all(i IN range(0, size(rs) - 2) WHERE rs[i].arrived <= rs[i + 1].departed) "
    "RETURN [r IN rs | r.uid] AS hops ORDER BY hops"
)
TOGETHER = (
    "MATCH (p:Person {uid: 'p01'})<-[:OF]-(x:Stay)-[:AT]->(f)<-[:AT]-(y:Stay)-[:OF]->(q:Person) "
    "WHERE p <> q AND x.start <= coalesce(y.end, date('9999-12-31')) "
    "AND y.start <= coalesce(x.end, date('9999-12-31')) "
    "RETURN f.uid, q.uid ORDER BY f.uid"
)

READS = (
    Case(
        "variable length is a trail: no relation twice, parallel ones apart, nodes again",
        f"{PATHS} RETURN {PATH_UIDS} AS hops ORDER BY hops",
        [(["t1"],), (["t1", "t3", "t4", "t6"],), (["t2"],), (["t2", "t3", "t4", "t6"],)],
    ),
    Case(
        "paths in order of time",
        TIMED,
        [(["t1", "t3", "t5"],), (["t2", "t3", "t5"],)],
        {"a": "f1", "b": "f5"},
    ),
    Case("no path against time", TIMED, [], {"a": "f4", "b": "f5"}),
    Case("held together", TOGETHER, [("f2", "p02"), ("f3", "p03")]),
    Case(
        "shortestPath",
        "MATCH (a:Facility {uid: 'f6'}), (b:Facility {uid: 'f5'}), "
        "p = shortestPath((a)-[:MOVED*..6]->(b)) RETURN [n IN nodes(p) | n.uid], length(p)",
        [(["f6", "f1", "f2", "f3", "f5"], 4)],
    ),
    Case(
        "allShortestPaths takes parallel relations apart",
        "MATCH (a:Facility {uid: 'f1'}), (b:Facility {uid: 'f3'}), "
        f"p = allShortestPaths((a)-[:MOVED*..6]->(b)) RETURN {PATH_UIDS} AS hops ORDER BY hops",
        [(["t1", "t3"],), (["t2", "t3"],)],
    ),
    Case(
        "quantified pattern",
        "MATCH (a:Facility {uid: 'f6'}) (()-[:MOVED]->()){1,3} (b:Facility) "
        "RETURN b.uid AS b, count(*) AS n ORDER BY b",
        [("f1", 1), ("f2", 2), ("f3", 2)],
    ),
    Case(
        "undirected",
        "MATCH (a:Facility {uid: 'f5'})-[:MOVED*1..2]-(b:Facility) RETURN b.uid AS b ORDER BY b",
        [("f2",), ("f3",), ("f4",)],
    ),
    Case(
        "types in alternation",
        "MATCH (:Transfer {uid: 't1'})-[r:FROM|TO]->(f) RETURN type(r), f.uid ORDER BY f.uid",
        [("FROM", "f1"), ("TO", "f2")],
    ),
    Case(
        "labels in alternation",
        "MATCH (e:Transfer|Stay)-[:OF]->(:Person {uid: 'p01'}) RETURN e.uid AS e ORDER BY e",
        [("t1",), ("t3",), ("t5",), ("x1",), ("x4",)],
    ),
    Case(
        "labels and keys",
        "MATCH (f:Facility {uid: 'f6'}) RETURN labels(f), keys(f) = keys(f), size(keys(f))",
        [(["Facility"], True, 4)],
    ),
    Case(
        "condition inside a pattern",
        "MATCH (f:Facility WHERE f.beds > 600) RETURN f.uid AS f ORDER BY f",
        [("f1",), ("f3",), ("f5",)],
    ),
    Case(
        "reduce, any, none, single",
        "MATCH (f:Facility) WITH f ORDER BY f.uid WITH collect(f.beds) AS beds "
        "RETURN reduce(s = 0, b IN beds | s + b), any(b IN beds WHERE b > 1000), "
        "none(b IN beds WHERE b < 60), single(b IN beds WHERE b = 60)",
        [(3760, True, True, True)],
    ),
    Case(
        "pattern comprehension",
        "MATCH (f:Facility {uid: 'f3'}) "
        "RETURN size([(f)<-[:AT]-(x:Stay) | x.uid]), size([(f)-[m:MOVED]->(g) | g.uid])",
        [(2, 2)],
    ),
    Case(
        "list comprehension and slices",
        "WITH range(1, 6) AS l RETURN [i IN l WHERE i % 2 = 0 | i * i], l[1..3], l[-1], l[..2]",
        [([4, 16, 36], [2, 3], 6, [1, 2])],
    ),
    Case(
        "CALL with an imported WITH",
        "MATCH (p:Person) WHERE p.uid < 'p03' CALL { WITH p MATCH (p)<-[:OF]-(x:Stay) "
        "RETURN count(x) AS n } RETURN p.uid AS p, n ORDER BY p",
        [("p01", 2), ("p02", 1)],
    ),
    Case(
        "CALL with a scope",
        "MATCH (p:Person) WHERE p.uid < 'p03' CALL (p) { MATCH (p)<-[:OF]-(t:Transfer) "
        "RETURN count(t) AS n } RETURN p.uid AS p, n ORDER BY p",
        [("p01", 3), ("p02", 1)],
    ),
    Case(
        "EXISTS",
        "MATCH (p:Person) WHERE EXISTS { (p)<-[:OF]-(x:Stay) WHERE x.end IS NULL } RETURN p.uid",
        [("p04",)],
    ),
    Case(
        "NOT EXISTS",
        "MATCH (p:Person) WHERE NOT EXISTS { (p)<-[:OF]-(:Stay|Transfer) } "
        "RETURN count(p), min(p.uid)",
        [(5, "p06")],
    ),
    Case(
        "COUNT",
        "MATCH (f:Facility) WHERE COUNT { (f)-[:MOVED]->() } >= 2 RETURN f.uid AS f ORDER BY f",
        [("f1",), ("f3",)],
    ),
    Case(
        "COLLECT",
        "MATCH (f:Facility {uid: 'f2'}) RETURN COLLECT { MATCH (f)<-[:AT]-(x:Stay) "
        "RETURN x.uid ORDER BY x.uid }",
        [(["x1", "x2"],)],
    ),
    Case(
        "map projection",
        "MATCH (p:Person {uid: 'p01'}) RETURN p {.uid, .born, alive: true}",
        [({"uid": "p01", "born": 1990, "alive": True},)],
    ),
    Case(
        "whole map projection",
        "MATCH (p:Person {uid: 'p01'}) RETURN p {.*}",
        [({"uid": "p01", "name": "Олесь Гай", "born": 1990},)],
    ),
    Case(
        "OPTIONAL MATCH with collect",
        "MATCH (p:Person) WHERE p.uid IN ['p01', 'p06'] OPTIONAL MATCH (p)<-[:OF]-(x:Stay) "
        "WITH p, x ORDER BY x.uid RETURN p.uid AS p, collect(x.uid) ORDER BY p",
        [("p01", ["x1", "x4"]), ("p06", [])],
    ),
    Case(
        "SKIP and LIMIT by parameter",
        "MATCH (p:Person) RETURN p.uid AS p ORDER BY p SKIP $skip LIMIT $limit",
        [("p04",), ("p05",)],
        {"skip": 3, "limit": 2},
    ),
    Case(
        "order by two keys, one down",
        "MATCH (p:Person) WHERE p.born IN [1985, 1990] RETURN p.uid, p.born "
        "ORDER BY p.born DESC, p.uid",
        [("p01", 1990), ("p07", 1990), ("p02", 1985), ("p03", 1985)],
    ),
    Case(
        "null sorts last",
        "MATCH (x:Stay) RETURN x.uid ORDER BY x.end, x.uid",
        [("x6",), ("x1",), ("x2",), ("x3",), ("x4",), ("x5",)],
    ),
    Case(
        "UNION drops what is twice, UNION ALL keeps it",
        "CALL { MATCH (f:Facility {kind: 'sizo'}) RETURN f.kind AS k UNION RETURN 'sizo' AS k } "
        "WITH count(k) AS once CALL { RETURN 1 AS k UNION ALL RETURN 1 AS k } "
        "RETURN once, count(k)",
        [(1, 2)],
    ),
    Case(
        "regular expression in Cyrillic",
        "MATCH (f:Facility) WHERE f.name =~ '(?iu)сизо-\\\\d+ .*' RETURN f.uid AS f ORDER BY f",
        [("f2",), ("f3",), ("f4",)],
    ),
    Case(
        "texts",
        "MATCH (p:Person {uid: 'p05'}) RETURN toUpper(p.name), size(p.name), "
        "p.name STARTS WITH 'Остап', p.name CONTAINS \"'\", p.name ENDS WITH 'яз', "
        "split(p.name, ' ')[0], substring(p.name, 6), replace(p.name, \"'\", '')",
        [("ОСТАП В'ЯЗ", 10, True, True, True, "Остап", "В'яз", "Остап Вяз")],
    ),
    Case(
        "open end",
        "MATCH (x:Stay) WHERE coalesce(x.end, date('9999-12-31')) > date('2022-09-15') "
        "RETURN x.uid, x.start",
        [("x5", date(2022, 8, 15))],
    ),
    Case(
        "dates compared with a parameter",
        "MATCH (t:Transfer) WHERE $from <= t.departed AND t.arrived < $to RETURN t.uid AS t "
        "ORDER BY t",
        [("t1",), ("t2",)],
        {"from": date(2022, 5, 1), "to": date(2022, 7, 1)},
    ),
    Case(
        "months",
        "MATCH (t:Transfer) RETURN date.truncate('month', t.departed) AS m, count(*) AS n "
        "ORDER BY n DESC, m LIMIT 2",
        [(date(2022, 4, 1), 1), (date(2022, 5, 1), 1)],
    ),
    Case(
        "days between, parts of a date, a date as text",
        "MATCH (x:Stay {uid: 'x1'}) RETURN duration.inDays(x.start, x.end).days, x.start.year, "
        "x.start.month, x.end.day, toString(x.start), x.start + duration({days: 1})",
        [(40, 2022, 5, 10, "2022-05-31", date(2022, 6, 1))],
    ),
    Case(
        "list of dates",
        "MATCH (x:Stay)-[:OF]->(:Person {uid: 'p01'}) WITH x.start AS s ORDER BY s "
        "RETURN collect(s)",
        [([date(2022, 5, 31), date(2022, 7, 12)],)],
    ),
    Case(
        "min, max of dates",
        "MATCH (x:Stay) RETURN min(x.start), max(x.end)",
        [(date(2022, 4, 1), date(2022, 9, 1))],
    ),
    Case(
        "points",
        "WITH point({latitude: 47.2, longitude: 38.9}) AS t, "
        "point({latitude: 47.2, longitude: 39.7}) AS r "
        # one engine's Earth has a radius of 6,371 km, the other's of 6,378 km
        "RETURN round(point.distance(t, r) / 10000), t.latitude, r.longitude",
        [(6.0, 47.2, 39.7)],
    ),
    Case(
        "figures",
        "MATCH (f:Facility) RETURN count(*), sum(f.beds), round(avg(f.beds), 1), "
        "percentileCont(f.beds, 0.5), round(stDev(f.beds), 1)",
        [(6, 3760, 626.7, 600.0, 399.3)],
    ),
    Case(
        "distinct counts",
        "MATCH (f:Facility {uid: 'f1'})-[:MOVED*2]->(g) RETURN count(g), count(DISTINCT g)",
        [(2, 1)],
    ),
    Case(
        "CASE",
        "MATCH (f:Facility) RETURN f.uid AS f, CASE f.kind WHEN 'sizo' THEN 1 ELSE 0 END, "
        "CASE WHEN f.beds > 1000 THEN 'large' END ORDER BY f LIMIT 2",
        [("f1", 0, None), ("f2", 1, None)],
    ),
    Case(
        "null in lists and comparisons",
        "RETURN null = null, null IN [1], [1, null][1], 1 <> null",
        [(None, None, None, None)],
    ),
    Case(
        "whole numbers",
        "RETURN 7 / 2, -7 / 2, 7 % 3, 2 ^ 3, toInteger('12'), toFloat('1.5')",
        [(3, -3, 1, 8.0, 12, 1.5)],
    ),
    Case("randomUUID", "RETURN size(randomUUID()), randomUUID() <> randomUUID()", [(36, True)]),
    Case(
        "IS typed",
        "MATCH (f:Facility {uid: 'f1'}) RETURN f.name IS :: STRING, f.beds IS :: STRING",
        [(True, False)],
    ),
    Case(
        "UNWIND of maps",
        "UNWIND $rows AS row MATCH (p:Person {uid: row.who}) RETURN row.n, p.name ORDER BY row.n",
        [(1, "Марко Дуб"), (2, "Олесь Гай")],
        {"rows": [{"who": "p01", "n": 2}, {"who": "p02", "n": 1}]},
    ),
    Case(
        "WITH filters groups",
        "MATCH (t:Transfer)-[:OF]->(p) WITH p, count(t) AS n WHERE n > 1 RETURN p.uid, n",
        [("p01", 3)],
    ),
    Case(
        "a relation's properties",
        "MATCH (:Facility {uid: 'f1'})-[m:MOVED]->() WITH m ORDER BY m.uid "
        "RETURN collect(properties(m).uid), collect(DISTINCT startNode(m).uid)",
        [(["t1", "t2"], ["f1"])],
    ),
    Case(
        "constraints are shown",
        "SHOW CONSTRAINTS YIELD name, labelsOrTypes, properties RETURN labelsOrTypes, properties "
        "ORDER BY labelsOrTypes[0] LIMIT 1",
        [(["Facility"], ["uid"])],
    ),
)

WRITES = (
    Case(
        "MERGE with ON CREATE and ON MATCH",
        "UNWIND ['p01', 'p99', 'p99'] AS uid MERGE (p:Person {uid: uid}) "
        "ON CREATE SET p.seen = 1 ON MATCH SET p.seen = coalesce(p.seen, 0) + 10 "
        "RETURN DISTINCT p.uid AS p, p.seen ORDER BY p",
        [("p01", 10), ("p99", 11)],
    ),
    Case(
        "SET += keeps, takes null away",
        "MATCH (p:Person {uid: 'p01'}) SET p += {born: 1991, name: null} RETURN p {.*}",
        [({"uid": "p01", "born": 1991},)],
    ),
    Case(
        "SET = replaces",
        "MATCH (p:Person {uid: 'p01'}) SET p = {uid: 'p01', x: true} RETURN p {.*}",
        [({"uid": "p01", "x": True},)],
    ),
    Case("REMOVE", "MATCH (p:Person {uid: 'p01'}) REMOVE p.name RETURN p.name IS NULL", [(True,)]),
    Case(
        "FOREACH",
        "MATCH (p:Person {uid: 'p01'}) FOREACH (n IN [1, 2] | CREATE (p)<-[:OF]-(:Stay {uid: n})) "
        "WITH p MATCH (p)<-[:OF]-(x:Stay) RETURN count(x)",
        [(4,)],
    ),
    Case(
        "DETACH DELETE",
        "MATCH (f:Facility {uid: 'f2'}) DETACH DELETE f WITH count(*) AS one "
        "MATCH ()-[m:MOVED]->() RETURN one, count(m)",
        [(1, 3)],
    ),
    Case(
        "MERGE of a relation by uid is once",
        "MATCH (a:Facility {uid: 'f1'}), (b:Facility {uid: 'f2'}) UNWIND ['t1', 't8', 't8'] AS uid "
        "MERGE (a)-[m:MOVED {uid: uid}]->(b) SET m.again = true WITH DISTINCT a "
        "MATCH (a)-[m:MOVED]->() RETURN count(m)",
        [(3,)],
    ),
    Case(
        "lists and dates as properties",
        "MATCH (p:Person {uid: 'p01'}) SET p.days = $days, p.none = [] RETURN p.days, p.none",
        [([date(2022, 5, 1), date(2022, 5, 2)], [])],
        {"days": [date(2022, 5, 1), date(2022, 5, 2)]},
    ),
)

REFUSED = (
    ("a second node with the same uid", "CREATE (:Person {uid: 'p01'})", ConstraintViolated),
    ("deleting a node that has relations", "MATCH (f:Facility {uid: 'f2'}) DELETE f", QueryRefused),
    ("a map as a property", "MATCH (p:Person) SET p.x = {a: 1}", QueryRefused),
    ("what is no Cypher", "MATCH (p:Person RETURN p", QueryRefused),
    ("a parameter that was not given", "RETURN $absent", QueryRefused),
)


class Undo(Exception):
    """Takes a transaction back after it has shown what it would do."""
