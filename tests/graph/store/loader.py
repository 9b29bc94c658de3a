"""Opens an embedded store and loads batch after batch until it is killed; prints each that stands.

Run by test_contract_kill.py as a program of its own.
"""

import sys
from pathlib import Path

from graph.store.bolt import Bolt, Transaction, open_bolt

SIZE = 200


def load(store: Bolt) -> None:
    store.execute_ddl(["CREATE CONSTRAINT e IF NOT EXISTS FOR (n:Entry) REQUIRE n.uid IS UNIQUE"])
    for batch in range(10_000):
        store.write(lambda tx, batch=batch: load_batch(tx, batch))
        sys.stdout.write(f"{batch}\n")
        sys.stdout.flush()


def load_batch(tx: Transaction, batch: int) -> None:
    rows = [{"uid": f"{batch}-{n}", "batch": batch} for n in range(SIZE)]
    tx.run("UNWIND $rows AS row MERGE (e:Entry {uid: row.uid}) SET e += row", rows=rows)
    tx.run(
        "UNWIND $rows AS row MATCH (e:Entry {uid: row.uid}) "
        "MERGE (b:Batch {uid: row.batch}) MERGE (e)-[:IN]->(b)",
        rows=rows,
    )


if __name__ == "__main__":
    load(open_bolt(root=Path(sys.argv[1]), heap="128m"))
