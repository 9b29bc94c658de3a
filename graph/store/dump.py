"""The whole store as text, the same for the same content on every engine."""

import json
from collections.abc import Iterator
from datetime import date

from graph.store.bolt import Bolt, Transaction
from graph.store.shape import LABELS, RELATIONS


def dump(bolt: Bolt) -> str:
    """One line of JSON a node and a relation, sorted; versions are left out."""
    return "\n".join(bolt.read(lambda tx: sorted(_lines(tx))))


def _lines(tx: Transaction) -> Iterator[str]:
    for label in LABELS:
        for row in tx.run(f"MATCH (n:{label}) RETURN properties(n) AS props"):
            yield _line("node", label, row["props"])
    for kind in RELATIONS:
        for row in tx.run(
            f"MATCH (a)-[r:{kind}]->(b) RETURN a.uid AS start, b.uid AS end, properties(r) AS props"
        ):
            yield _line("relation", kind, {**row["props"], ">": [row["start"], row["end"]]})


def _line(*parts: object) -> str:
    return json.dumps(parts, ensure_ascii=False, sort_keys=True, default=_day)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
