"""What pages read from the store: one node, its neighbours, their number, the network.

Everything that one call returns belongs to one version of the store.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.answer.stored import (
    Count,
    Counts,
    Link,
    Neighbourhood,
    Network,
    Properties,
    Route,
    Shown,
)
from graph.errors import InvalidValue, NotFound
from graph.store.bolt import Transaction
from graph.store.projection import Projection
from graph.store.rows import plain
from graph.store.shape import LABELS, RELATIONS

INTERNAL = frozenset({"uid", "row"})
FIND = " UNION ALL ".join(
    f"MATCH (n:{label} {{uid: $uid}}) RETURN '{label}' AS label, properties(n) AS props"
    for label in LABELS
)


def counts(projection: Projection, uid: str) -> Counts:
    """How many links of each sort a node has.

    Raises:
        NotFound: the store holds no such node.
        StoreRebuilding: the store is not whole.
    """

    def work(tx: Transaction) -> tuple[Shown | None, tuple[Count, ...]]:
        node = _find(tx, uid)
        if node is None:
            return None, ()
        found = [
            Count(outgoing=outgoing, **row)
            for outgoing, pattern in ((True, "-[r]->"), (False, "<-[r]-"))
            for row in tx.run(
                f"MATCH (n:{node.label} {{uid: $uid}}){pattern}(m) "
                "RETURN type(r) AS type, labels(m)[0] AS label, count(*) AS count",
                uid=uid,
            )
        ]
        return node, tuple(sorted(found, key=lambda c: (c.type, not c.outgoing, c.label)))

    state, (node, found) = projection.consistent(work)
    return Counts(version=state.version, node=_present(node, uid), counts=found)


def neighbourhood(
    projection: Projection,
    uid: str,
    *,
    types: Sequence[str] = RELATIONS,
    limit: int = 50,
    after: str = "",
) -> Neighbourhood:
    """The links of a node, of these types, a page at a time.

    Raises:
        InvalidValue: there is no such type of relation.
        NotFound: the store holds no such node.
        StoreRebuilding: the store is not whole.
    """
    for unknown in set(types) - set(RELATIONS):
        raise InvalidValue(field="types", value=unknown, expected=", ".join(RELATIONS))

    def work(tx: Transaction) -> tuple[Shown | None, list[Link]]:
        node = _find(tx, uid)
        found = _links(tx, node, types, limit + 1, after) if node and types else ()
        return node, sorted(found, key=lambda link: link.uid)

    state, (node, found) = projection.consistent(work)
    more = found[limit - 1].uid if len(found) > limit else None
    return Neighbourhood(
        version=state.version, node=_present(node, uid), links=tuple(found[:limit]), after=more
    )


def network(projection: Projection) -> Network:
    """All facilities, and the routes between them.

    Raises:
        StoreRebuilding: the store is not whole.
    """

    def work(tx: Transaction) -> tuple[list[Shown], list[Route]]:
        facilities = tx.run("MATCH (f:Facility) RETURN properties(f) AS props ORDER BY f.uid")
        routes = tx.run(
            "MATCH (a:Facility)-[r:ROUTE]->(b:Facility) "
            "RETURN a.uid AS origin, b.uid AS destination, r.certain AS certain, "
            "r.possible AS possible ORDER BY origin, destination"
        )
        return [_shown("Facility", f["props"]) for f in facilities], [Route(**r) for r in routes]

    state, (facilities, routes) = projection.consistent(work)
    return Network(version=state.version, facilities=tuple(facilities), routes=tuple(routes))


def _find(tx: Transaction, uid: str) -> Shown | None:
    rows = tx.run(FIND, uid=uid)
    return _shown(rows[0]["label"], rows[0]["props"]) if rows else None


def _present(node: Shown | None, uid: str) -> Shown:
    """Asked once the version is sure: until then it may be missing only for the moment."""
    if node is None:
        raise NotFound(kind="id", wanted=uid)
    return node


def _links(
    tx: Transaction, node: Shown, types: Iterable[str], limit: int, after: str
) -> Iterator[Link]:
    kinds = "|".join(sorted(types))
    # A relation from a node to itself is met once: on its way out.
    for outgoing, pattern, once in (
        (True, f"-[r:{kinds}]->", ""),
        (False, f"<-[r:{kinds}]-", "AND m.uid <> n.uid "),
    ):
        for row in tx.run(
            f"MATCH (n:{node.label} {{uid: $uid}}){pattern}(m) WHERE r.uid > $after {once}"
            "RETURN type(r) AS type, properties(r) AS props, labels(m)[0] AS label, "
            "properties(m) AS other ORDER BY r.uid LIMIT $limit",
            uid=node.uid,
            after=after,
            limit=limit,
        ):
            yield Link(
                type=row["type"],
                outgoing=outgoing,
                uid=row["props"]["uid"],
                properties=_outward(row["props"]),
                other=_shown(row["label"], row["other"]),
            )


def _shown(label: str, props: dict[str, Any]) -> Shown:
    return Shown(label=label, uid=props["uid"], properties=_outward(props))


def _outward(props: dict[str, Any]) -> Properties:
    return plain(**{name: value for name, value in props.items() if name not in INTERNAL})
