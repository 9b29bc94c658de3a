"""The tiny graph of the contract: 6 real facilities, 10 invented people, 7 transfers, 6 stays.

The stays and transfers are invented. Two transfers run in parallel (t1, t2), three close a circle
(f2, f3, f4), one stay has no known end, two people have no stay.
"""

from datetime import date

from graph.store.bolt import Bolt

FACILITIES = (
    {"uid": "f1", "name": "Volnovakha Colony No. 120", "kind": "colony", "beds": 700},
    {"uid": "f2", "name": "СИЗО-2 Таганрог", "kind": "sizo", "beds": 400},
    {"uid": "f3", "name": "СИЗО-1 Ростов", "kind": "sizo", "beds": 900},
    {"uid": "f4", "name": "СИЗО-1 Курск", "kind": "sizo", "beds": 500},
    {"uid": "f5", "name": "ІК-10 Мордовія", "kind": "colony", "beds": 1200},
    {"uid": "f6", "name": "Kherson ITT", "kind": "police", "beds": 60},
)
PEOPLE = tuple(
    {"uid": f"p{n:02}", "name": name, "born": born}
    for n, (name, born) in enumerate(
        (
            ("Олесь Гай", 1990),
            ("Марко Дуб", 1985),
            ("Іван Явір", 1985),
            ("Петро Клен", 1970),
            ("Остап В'яз", 1995),
            ("Лука Ясен", 2000),
            ("Тарас Граб", 1990),
            ("Данило Бук", 1979),
            ("Юрко Тис", 1988),
            ("Яків Липа", 1966),
        ),
        1,
    )
)
TRANSFERS = (
    {"uid": "t1", "who": "p01", "a": "f1", "b": "f2", "left": "2022-05-21", "came": "2022-05-31"},
    {"uid": "t2", "who": "p02", "a": "f1", "b": "f2", "left": "2022-06-01", "came": "2022-06-02"},
    {"uid": "t3", "who": "p01", "a": "f2", "b": "f3", "left": "2022-07-10", "came": "2022-07-12"},
    {"uid": "t4", "who": "p03", "a": "f3", "b": "f4", "left": "2022-08-01", "came": "2022-08-05"},
    {"uid": "t5", "who": "p01", "a": "f3", "b": "f5", "left": "2022-09-01", "came": "2022-09-20"},
    {"uid": "t6", "who": "p04", "a": "f4", "b": "f2", "left": "2022-10-01", "came": "2022-10-03"},
    {"uid": "t7", "who": "p05", "a": "f6", "b": "f1", "left": "2022-04-01", "came": "2022-04-01"},
)
STAYS = (
    {"uid": "x1", "who": "p01", "at": "f2", "start": "2022-05-31", "end": "2022-07-10"},
    {"uid": "x2", "who": "p02", "at": "f2", "start": "2022-06-02", "end": "2022-08-01"},
    {"uid": "x3", "who": "p03", "at": "f3", "start": "2022-07-01", "end": "2022-08-01"},
    {"uid": "x4", "who": "p01", "at": "f3", "start": "2022-07-12", "end": "2022-09-01"},
    {"uid": "x5", "who": "p04", "at": "f4", "start": "2022-08-15", "end": None},
    {"uid": "x6", "who": "p05", "at": "f1", "start": "2022-04-01", "end": "2022-05-01"},
)
LABELS = ("Facility", "Person", "Transfer", "Stay")


def load(store: Bolt) -> None:
    """Put the tiny graph into an empty store: nodes by uid, then relations between them."""
    store.execute_ddl(
        f"CREATE CONSTRAINT {label.lower()}_uid IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE n.uid IS UNIQUE"
        for label in LABELS
    )
    for text, rows in (
        ("MERGE (n:Facility {uid: row.uid}) SET n += row", FACILITIES),
        ("MERGE (n:Person {uid: row.uid}) SET n += row", PEOPLE),
        (
            "MATCH (a:Facility {uid: row.a}), (b:Facility {uid: row.b}), (p:Person {uid: row.who}) "
            "MERGE (t:Transfer {uid: row.uid}) SET t.departed = row.left, t.arrived = row.came "
            "MERGE (t)-[:OF]->(p) MERGE (t)-[:FROM]->(a) MERGE (t)-[:TO]->(b) "
            "MERGE (a)-[m:MOVED {uid: row.uid}]->(b) "
            "SET m.departed = row.left, m.arrived = row.came",
            _dated(TRANSFERS),
        ),
        (
            "MATCH (p:Person {uid: row.who}), (f:Facility {uid: row.at}) "
            "MERGE (x:Stay {uid: row.uid}) SET x.start = row.start, x.end = row.end "
            "MERGE (x)-[:OF]->(p) MERGE (x)-[:AT]->(f)",
            _dated(STAYS),
        ),
    ):
        store.write(lambda tx, t=text, r=rows: tx.run(f"UNWIND $rows AS row {t}", rows=list(r)))


def _dated(rows: tuple[dict[str, str | None], ...]) -> list[dict[str, object]]:
    days = {"left", "came", "start", "end"}
    return [
        {
            key: date.fromisoformat(value) if key in days and value else value
            for key, value in row.items()
        }
        for row in rows
    ]
