"""Values come back as they went in, on every engine; what would not is refused unsent."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from neo4j.time import DateTime

from graph.errors import ZonedTimeRefused
from graph.store.bolt import Bolt

VALUES = {
    "date": date(2022, 5, 31),
    "date long ago": date(1812, 9, 14),
    "far date": date(9999, 12, 31),
    "dates": [date(2022, 5, 31), date(1970, 1, 1)],
    "float": 0.1 + 0.2,
    "true": True,
    "false": False,
    "zero": 0,
    "beyond a double": 2**53 + 1,
    "largest": 2**63 - 1,
    "negative": -(2**40),
    "text": 'Олесь Гай сказав: «Таганрог», ґ, ’, \\, ", \n, \t',
    "long text": "Слідчий ізолятор № 2. " * 4000,
    "emoji": "🕊️ 👩‍👩‍👧",
    "empty text": "",
    "bytes": b"\x00\xff",
    "texts": ["б", "", "a"],
    "integers": [1, 2**53 + 1],
    "floats": [1.5, -0.25],
    "empty list": [],
    "ISO instant": "2022-05-31T12:00:00+03:00",
    "epoch": 1_653_987_600_123,
    "instant without zone": datetime(2022, 5, 31, 12, 0, 1, 250_000),  # noqa: DTZ001
}
ZONED = {
    "UTC": datetime(2022, 5, 31, 12, tzinfo=UTC),
    "Kyiv": datetime(2022, 5, 31, 12, tzinfo=ZoneInfo("Europe/Kyiv")),
    "time": time(12, tzinfo=UTC),
    "the driver's own": DateTime(2022, 5, 31, 12, tzinfo=UTC),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_a_value_comes_back_as_it_went_in(engine: Bolt, value: object):
    engine.write(lambda tx: tx.run("CREATE (:Value {v: $v})", v=value))
    (row,) = engine.read(lambda tx: tx.run("MATCH (n:Value) RETURN n.v AS v, n"))
    assert row["v"] == value
    assert type(row["v"]) is type(value)
    assert row["n"] == {"v": value}


def test_values_come_back_from_a_batch_of_maps(engine: Bolt):
    rows = [{"uid": uid, "v": value} for uid, value in VALUES.items()]
    text = "UNWIND $rows AS row MERGE (n:Value {uid: row.uid}) SET n += row"
    engine.write(lambda tx: tx.run(text, rows=rows))
    answered = engine.read(lambda tx: tx.run("MATCH (n:Value) RETURN n.uid AS uid, n.v AS v"))
    assert {row["uid"]: row["v"] for row in answered} == VALUES


def test_null_removes_a_property(engine: Bolt):
    engine.write(lambda tx: tx.run("CREATE (n:Value {uid: 1, v: 2}) SET n += {v: null}"))
    assert engine.read(lambda tx: tx.run("MATCH (n:Value) RETURN n {.*} AS n, n.v AS v")) == [
        {"n": {"uid": 1}, "v": None}
    ]


@pytest.mark.parametrize("value", ZONED.values(), ids=ZONED.keys())
def test_a_time_with_a_zone_is_refused_before_it_is_sent(engine: Bolt, value: object):
    rows = [{"uid": 1, "days": []}, {"uid": 2, "days": [date(2022, 5, 1), value]}]

    with pytest.raises(ZonedTimeRefused) as told:
        # Were it sent, this text would be refused for its grammar.
        engine.write(lambda tx: tx.run("no Cypher", rows=rows))
    assert told.value.parameter == "rows[1].days[1]"
    assert told.value.value.startswith(("2022-05-31", "12:00"))


def test_no_answer_holds_an_element_id(engine: Bolt):
    engine.write(lambda tx: tx.run("CREATE (:Value {uid: 1})-[:OF {uid: 2}]->(:Value {uid: 3})"))
    (row,) = engine.read(
        lambda tx: tx.run("MATCH p = (a {uid: 1})-[r]->(b) RETURN a, r, b, p, collect(a) AS all")
    )
    assert row == {
        "a": {"uid": 1},
        "r": ({"uid": 1}, "OF", {"uid": 3}),
        "b": {"uid": 3},
        "p": [{"uid": 1}, "OF", {"uid": 3}],
        "all": [{"uid": 1}],
    }
