"""Keeps a store equal to a shape, by difference, under one version.

A difference of up to 10,000 rows is one transaction, a larger one several. While it lands the
store is marked as not whole: whoever reads meanwhile waits a moment, and is told so in the end.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from graph.errors import StoreOfOthers, StoreRebuilding
from graph.store.bolt import Bolt, Transaction
from graph.store.rows import Node, Relation
from graph.store.shape import EMPTY, LABELS, RELATIONS, Shape

T = TypeVar("T")
IN_ONE = 10_000  # rows of a difference that lands in one transaction (under half a second)
AT_ONCE = 2_500  # rows a transaction of a larger one: the embedded server takes such a fifth faster
PATIENCE = 4.0  # seconds in which a reader begins again because a difference is landing
PAUSE = 0.05  # seconds before it does

CONSTRAINTS = tuple(
    f"CREATE CONSTRAINT {label.lower()}_uid IF NOT EXISTS FOR (n:{label}) REQUIRE n.uid IS UNIQUE"
    for label in (*LABELS, "Projection")
)
INDEXES = tuple(
    f"CREATE INDEX {label.lower()}_name IF NOT EXISTS FOR (n:{label}) ON (n.name)"
    for label in ("Facility", "Person", "Organisation", "Place")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the store says of itself; version 0 of an empty one."""

    version: int
    snapshot: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A row as the store has it: enough to tell whether it changed, and to find it again."""

    digest: str
    kind: str  # label or relation type
    start: tuple[str, str] | None = None  # of a relation: label and uid of where it starts


Row = Held | Node | Relation
Statement = tuple[str, list[dict[str, Any]]]  # a query over `$rows`, and the rows


class Projection:
    """One store kept equal to one reader's shape; one writer at a time."""

    def __init__(self, bolt: Bolt, *, tier: str = "") -> None:
        self.bolt = bolt
        self._tier = tier
        self.shape = EMPTY  # as last projected; the next one is best made after it
        self._held: Mapping[str, Row] = {}
        self._held_at: State | None = None

    def prepare(self) -> None:
        """Make constraints and indexes, and take the store for this tier; twice is once.

        Raises:
            StoreOfOthers: it holds what readers of another clearance, or installation, may see.
        """
        self.bolt.execute_ddl((*CONSTRAINTS, *INDEXES))
        if self._tier and self.bolt.write(lambda tx: _taken(tx, self._tier)) != self._tier:
            raise StoreOfOthers(url=self.bolt.url)

    def state(self) -> State:
        """Version and snapshot of the store."""
        return self.bolt.read(_state)

    def consistent(self, work: Callable[[Transaction], T]) -> tuple[State, T]:
        """What `work` reads, and the one version that all of it belongs to.

        Raises:
            StoreRebuilding: the store is not whole, or it changed each time it was read.
        """

        def one(tx: Transaction) -> tuple[State, T, State]:
            before = self._whole(_state(tx))
            return before, self._amid(before, lambda: work(tx)), _state(tx)

        return self._one_version(lambda: self.bolt.read(one))

    def consistent_models(self, work: Callable[[], T]) -> tuple[State, T]:
        """The same for `work` that reads through the neomodel classes.

        Raises:
            StoreRebuilding: the store is not whole, or it changed each time it was read.
        """

        def one() -> tuple[State, T, State]:
            before = self._whole(_state_model())
            return before, self._amid(before, work), _state_model()

        return self._one_version(lambda: self.bolt.read_models(one))

    def _one_version(self, read: Callable[[], tuple[State, T, State]]) -> tuple[State, T]:
        until = time.monotonic() + PATIENCE
        while True:
            with suppress(StoreRebuilding):
                before, found, after = read()
                if before == after:
                    return before, found
            if time.monotonic() > until:
                raise StoreRebuilding(url=self.bolt.url)
            time.sleep(PAUSE)

    def _amid(self, before: State, work: Callable[[], T]) -> T:
        """Amid a change Neo4j shows rows without their properties: such an answer is no error."""
        try:
            return work()
        except Exception:
            if self.state() != before:
                raise StoreRebuilding(url=self.bolt.url) from None
            raise

    def _whole(self, state: State) -> State:
        if not state.whole:
            raise StoreRebuilding(url=self.bolt.url)
        return state

    def update(self, wanted: Shape) -> int:
        """Make the store equal to the shape; how many rows that took."""
        state = self.state()
        if state != self._held_at or not state.whole:
            self._held = self.bolt.read(_held)
        held = self._held
        rows: dict[str, Row] = {**wanted.nodes, **wanted.relations}
        gone = {uid: row for uid, row in held.items() if uid not in rows}
        nodes = [n for n in wanted.nodes.values() if _differs(held, n)]
        relations = [r for r in wanted.relations.values() if _differs(held, r)]
        size = len(gone) + len(nodes) + len(relations)
        after = State(version=state.version + 1, snapshot=wanted.snapshot, whole=True)
        if size == 0 and state.whole and state.snapshot == wanted.snapshot:
            after = state
        elif size <= IN_ONE:
            merged = [*_nodes(nodes), *_relations(relations)]

            def difference(tx: Transaction) -> None:
                _delete(tx, gone)
                _merge(tx, merged)

            # Neo4j lets a reader see part of a commit, its version included: so the mark that a
            # change is under way is committed before the change, and the version after it.
            self._mark_broken(state)
            self.bolt.write(difference)
            self.bolt.write(lambda tx: _mark(tx, after))
        else:
            self._rebuild(gone, nodes, relations, state, after)
        self.shape, self._held, self._held_at = wanted, rows, after
        return size

    def _mark_broken(self, before: State) -> None:
        # The number changes here already: a reader who meets half of the last mark, whole again
        # and nothing else of it, does not take it for the version that it began with.
        broken = State(version=before.version + 1, snapshot=before.snapshot, whole=False)
        self.bolt.write(lambda tx: _mark(tx, broken))

    def _rebuild(
        self,
        gone: Mapping[str, Row],
        nodes: list[Node],
        relations: list[Relation],
        before: State,
        after: State,
    ) -> None:
        self._mark_broken(before)
        # relations go first: a busy node with all of them does not fit one transaction
        for part in _batches(sorted(gone.items(), key=lambda row: row[1].start is None)):
            self.bolt.write(partial(_delete, gone=dict(part)))
        made = chain(
            (partial(_nodes, few) for few in _batches(nodes)),
            (partial(_relations, some) for some in _batches(relations)),
        )
        for statements in _made_ahead(made):
            self.bolt.write(partial(_merge, statements=statements))
        self.bolt.write(lambda tx: _mark(tx, after))


def _differs(held: Mapping[str, Row], wanted: Node | Relation) -> bool:
    known = held.get(wanted.uid)
    return known is not wanted and (known is None or known.digest != wanted.digest)


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    source = iter(rows)
    while part := list(islice(source, AT_ONCE)):
        yield part


def _made_ahead(makers: Iterable[Callable[[], T]]) -> Iterator[T]:
    """What each makes, in order, made while the server still writes the one before."""
    with ThreadPoolExecutor(max_workers=1) as making:
        following: Future[T] | None = None
        for make in makers:
            ready, following = following, making.submit(make)
            if ready is not None:
                yield ready.result()
        if following is not None:
            yield following.result()


def _state(tx: Transaction) -> State:
    found = tx.run(
        "MATCH (p:Projection {uid: 'projection'}) "
        "RETURN p.version AS version, p.snapshot AS snapshot, p.whole AS whole"
    )
    return State(**found[0]) if found else State(version=0, snapshot="", whole=True)


def _state_model() -> State:
    from graph.store.nodes import Projection as Kept

    found = Kept.nodes.get_or_none(uid="projection")
    if found is None:
        return State(version=0, snapshot="", whole=True)
    return State(version=found.version, snapshot=found.snapshot, whole=found.whole)


def _taken(tx: Transaction, tier: str) -> str:
    """The tier that the store is for, from now on if it was nobody's."""
    (row,) = tx.run(
        "MERGE (p:Projection {uid: 'projection'}) "
        "ON CREATE SET p.version = 0, p.snapshot = '', p.whole = true "
        "SET p.tier = coalesce(p.tier, $tier) RETURN p.tier AS tier",
        tier=tier,
    )
    return str(row["tier"])


def _mark(tx: Transaction, state: State) -> None:
    tx.run(
        "MERGE (p:Projection {uid: 'projection'}) "
        "SET p.version = $version, p.snapshot = $snapshot, p.whole = $whole",
        version=state.version,
        snapshot=state.snapshot,
        whole=state.whole,
    )


def _held(tx: Transaction) -> dict[str, Held]:
    # Two queries for all labels and types: Neo4j plans each query anew once the store has grown.
    held = {}
    for row in tx.run(
        "MATCH (n) WITH labels(n)[0] AS label, n.uid AS uid, n.row AS row "
        "WHERE label IN $labels RETURN label, uid, row",
        labels=list(LABELS),
    ):
        held[row["uid"]] = Held(row["row"], row["label"])
    for row in tx.run(
        "MATCH (a)-[r]->() WITH a, r, type(r) AS kind WHERE kind IN $kinds RETURN kind, "
        "r.uid AS uid, r.row AS row, labels(a)[0] AS label, a.uid AS start",
        kinds=list(RELATIONS),
    ):
        held[row["uid"]] = Held(row["row"], row["kind"], (row["label"], row["start"]))
    return held


def _delete(tx: Transaction, gone: Mapping[str, Row]) -> None:
    relations: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    nodes: dict[str, list[str]] = defaultdict(list)
    for uid, held in sorted(gone.items()):
        if held.start is None:
            nodes[held.kind].append(uid)
        else:
            label, start = held.start
            relations[held.kind, label].append({"uid": uid, "start": start})
    for (kind, label), rows in relations.items():
        tx.run(
            f"UNWIND $rows AS row MATCH (a:{label} {{uid: row.start}})-[r:{kind}]->() "
            "WHERE r.uid = row.uid DELETE r",
            rows=rows,
        )
    for label, uids in nodes.items():
        tx.run(
            f"UNWIND $uids AS uid MATCH (n:{label} {{uid: uid}}) DETACH DELETE n",
            uids=uids,
        )


def _merge(tx: Transaction, statements: Iterable[Statement]) -> None:
    for text, rows in statements:
        tx.run(text, rows=rows)


def _nodes(nodes: Iterable[Node]) -> list[Statement]:
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_label[node.kind].append(node)
    return [
        (
            f"UNWIND $rows AS row MERGE (n:{label} {{uid: row.uid}}) SET n = row",
            [_props(n) for n in sorted(alike, key=_uid)],
        )
        for label, alike in by_label.items()
    ]


def _relations(relations: Iterable[Relation]) -> list[Statement]:
    alike: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for relation in relations:
        alike[relation.kind, relation.start[0], relation.end[0]].append(relation)
    return [
        (
            f"UNWIND $rows AS row MATCH (a:{start} {{uid: row.start}}) "
            f"MATCH (b:{end} {{uid: row.end}}) "
            f"MERGE (a)-[r:{kind} {{uid: row.uid}}]->(b) SET r = row.props",
            [
                {"uid": r.uid, "start": r.start[1], "end": r.end[1], "props": _props(r)}
                for r in sorted(some, key=_uid)
            ],
        )
        for (kind, start, end), some in sorted(alike.items())
    ]


def _props(row: Node | Relation) -> dict[str, Any]:
    return {**dict(row.properties), "uid": row.uid, "row": row.digest}


def _uid(row: Node | Relation) -> str:
    return row.uid
