"""What pages read: neighbours by the page, counts, network, one node; all of one version."""

import itertools
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict

import pytest

from graph.decision import Act
from graph.errors import InvalidValue, NotFound, StoreRebuilding
from graph.store import projection as projecting
from graph.store.bolt import Bolt
from graph.store.page import page
from graph.store.projection import Projection
from graph.store.read import counts, neighbourhood, network
from graph.store.shape import RELATIONS, Shape
from tests.graph.store.inquiry import inquiry
from tests.graph.store.shaped import shaped, stored

ANSWERS = 8  # of each of the two versions
SECONDS = 60


@pytest.fixture
def held(engine: Bolt) -> Projection:
    return stored(engine, inquiry())


def named(rows: Shape, name: str) -> str:
    """The uid of what has that name or title."""
    return next(n.uid for n in rows.nodes.values() if name in dict(n.properties).values())


def test_counts_come_before_expansion(held: Projection):
    found = counts(held, named(held.shape, "Taganrog SIZO-2"))
    assert dict(found.node.properties)["number"] == "2"
    assert [(c.type, c.outgoing, c.label, c.count) for c in found.counts] == [
        ("AT", False, "Stay", 6),
        ("FROM", False, "Transfer", 1),
        ("ROUTE", True, "Facility", 1),
        ("ROUTE", False, "Facility", 1),
        ("TO", False, "Transfer", 3),
    ]


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
def test_pages_of_a_neighbourhood_make_up_the_whole(held: Projection, limit: int):
    rows, uid = held.shape, named(held.shape, "Taganrog SIZO-2")
    links, after, pages = [], "", 0
    while after is not None:
        part = neighbourhood(held, uid, limit=limit, after=after)
        assert part.version == held.state().version
        links += part.links
        after = part.after
        pages += 1
    ends = {r.uid: r for r in rows.relations.values() if uid in {r.start[1], r.end[1]}}
    assert [link.uid for link in links] == sorted(ends)
    assert pages == -(-len(ends) // limit)
    for link in links:
        row = ends[link.uid]
        other = rows.nodes[row.end[1] if link.outgoing else row.start[1]]
        assert (link.type, link.properties) == (row.kind, row.properties)
        assert (link.other.label, link.other.properties) == (other.kind, other.properties)


def test_types_are_chosen(held: Projection):
    uid = named(held.shape, "Ostap Koval")
    found = neighbourhood(held, uid, types=["OF"])
    labels = sorted(link.other.label for link in found.links)
    assert labels == ["LegalEvent"] * 2 + ["Stay"] * 6 + ["Transfer"] * 2
    assert neighbourhood(held, uid, types=[]).links == ()
    with pytest.raises(InvalidValue, match="AT, FROM"):
        neighbourhood(held, uid, types=["OF]->(n) DETACH DELETE n //"])


def test_what_is_not_there_is_not_found(held: Projection):
    for ask in (counts, neighbourhood, page):
        with pytest.raises(NotFound):
            ask(held, "0" * 24)


def test_the_network_has_every_facility_and_route(held: Projection):
    found = network(held)
    names = {f.uid: dict(f.properties)["name"] for f in found.facilities}
    assert sorted(names.values()) == [
        "Kursk SIZO-1",
        "Taganrog SIZO-2",
        "Volnovakha Colony No. 120",
    ]
    routes = {(names[r.origin], names[r.destination], r.certain, r.possible) for r in found.routes}
    assert routes == {
        ("Volnovakha Colony No. 120", "Taganrog SIZO-2", 3, 3),
        ("Taganrog SIZO-2", "Kursk SIZO-1", 1, 1),
    }


def test_a_page_says_all_that_its_node_carries_and_leads_to(held: Projection):
    rows = held.shape
    for uid, node in rows.nodes.items():
        found = page(held, uid, limit=100)
        assert (found.node.label, found.node.properties) == (node.kind, node.properties)
        ends = [r for r in rows.relations.values() for end in (r.start, r.end) if end[1] == uid]
        assert sum(s.count for s in found.sections) == len(ends)
        shown = sorted(r.properties for s in found.sections for r in s.first)
        assert shown == sorted(r.properties for r in ends)
        for other in (r.node for s in found.sections for r in s.first):
            assert other.properties == rows.nodes[other.uid].properties


def test_a_long_section_is_cut_and_says_how_long_it_is(held: Projection):
    found = page(held, named(held.shape, "Taganrog SIZO-2"), limit=2)
    stays = next(s for s in found.sections if s.name == "stays")
    assert (stays.count, len(stays.first)) == (6, 2)


def test_a_store_that_is_being_rebuilt_says_so(held: Projection, monkeypatch: pytest.MonkeyPatch):
    uid = named(held.shape, "Taganrog SIZO-2")
    seen = []
    monkeypatch.setattr(projecting, "IN_ONE", 20)
    monkeypatch.setattr(projecting, "AT_ONCE", 20)
    monkeypatch.setattr(projecting, "PATIENCE", 0)
    write = held.bolt.write

    def watched(work: Callable[..., None]) -> None:
        write(work)
        for ask in (lambda: counts(held, uid), lambda: page(held, uid), lambda: network(held)):
            try:
                seen.append(ask().version)
            except StoreRebuilding:
                seen.append(None)

    monkeypatch.setattr(held.bolt, "write", watched)
    story = inquiry()
    for claim in list(story.claims.values())[-8:]:
        story.decide(Act.REJECT, claim.id)
    held.update(shaped(story))
    assert set(seen[:-3]) == {None}
    assert set(seen[-3:]) == {held.state().version}


@pytest.mark.parametrize("way", ["consistent", "consistent_models"])
def test_what_fails_amid_a_change_is_read_again(engine: Bolt, way: str):
    one, two = inquiry(), inquiry()
    two.decide(Act.REJECT, next(iter(two.claims)))
    held, writer = stored(engine, one), Projection(engine)
    tried = []

    def half_gone(*_: object) -> str:
        tried.append(held.state().version)
        if len(tried) == 1:
            writer.update(shaped(two))
            raise KeyError("uid")
        return "read"

    state, found = getattr(held, way)(half_gone)
    assert (found, state.version, len(tried)) == ("read", tried[0] + 1, 2)


@pytest.mark.parametrize("way", ["consistent", "consistent_models"])
def test_what_fails_while_nothing_changes_is_an_error(held: Projection, way: str):
    def broken(*_: object) -> str:
        raise KeyError("uid")

    with pytest.raises(KeyError):
        getattr(held, way)(broken)


@pytest.mark.parametrize("ask", ["links", "counts", "network", "page"])
def test_readers_never_see_a_mixture(engine: Bolt, ask: str):
    """One claim more or less changes many rows; each answer is one of the two, by its version."""
    one, two = inquiry(), inquiry()
    moved = next(c for c in two.claims.values() if c.property == "moved")
    two.decide(Act.REJECT, moved.id)
    shapes = (shaped(one), shaped(two))
    held = stored(engine, one)
    hub = named(shapes[0], "Taganrog SIZO-2")
    asked = {
        "links": lambda: neighbourhood(held, hub, types=RELATIONS),
        "counts": lambda: counts(held, hub),
        "network": lambda: network(held),
        "page": lambda: page(held, hub, limit=100),
    }[ask]

    def plain() -> tuple[int, str]:
        answer = asdict(asked())
        return answer.pop("version"), repr(answer)

    expected = [plain()[1]]
    held.update(shapes[1])
    begun = time.monotonic()
    expected.append(plain()[1])
    took = time.monotonic() - begun
    assert expected[0] != expected[1]
    answers: list[tuple[int, str]] = []
    failed: list[BaseException] = []
    stop = threading.Event()

    def reader() -> None:
        while not stop.is_set():
            try:
                answers.append(plain())
            except StoreRebuilding:  # it changed each time it was read: no answer is no mixture
                pass
            except BaseException as error:
                failed.append(error)
                raise

    readers = [threading.Thread(target=reader) for _ in range(2)]
    for thread in readers:
        thread.start()
    enough, until = min(took, 0.5) * 2, time.monotonic() + SECONDS
    chance = random.Random(1)
    for flip in itertools.count():
        held.update(shapes[flip % 2])
        time.sleep(enough * chance.random())  # some reads fit between two changes, most do not
        seen = Counter(version % 2 for version, _ in tuple(answers))
        if failed or min(seen[0], seen[1]) >= ANSWERS or time.monotonic() > until:
            break
    stop.set()
    for thread in readers:
        thread.join()
    assert not failed
    assert min(seen[0], seen[1]) >= ANSWERS
    for version, answer in answers:
        assert answer == expected[(version + 1) % 2]
