"""A store is kept equal to what one reader may see, on every engine."""

from collections.abc import Callable

import pytest

from graph.decision import Act
from graph.store import projection
from graph.store.bolt import Bolt
from graph.store.dump import dump
from graph.store.projection import Projection
from graph.store.shape import EMPTY
from tests.contract.worlds import DIFFERENCES, Common, common, pair
from tests.graph.store.shaped import shaped


@pytest.fixture
def store(engine: Bolt) -> Projection:
    made = Projection(engine)
    made.prepare()
    return made


def test_twice_is_once(store: Projection) -> None:
    store.prepare()
    rows = shaped(common().story)
    assert store.update(rows) == len(rows.nodes) + len(rows.relations)
    before, version = dump(store.bolt), store.state().version
    assert store.update(rows) == 0
    assert Projection(store.bolt).update(rows) == 0  # another process, which knows nothing
    assert (dump(store.bolt), store.state().version) == (before, version)


def test_a_difference_equals_a_rebuild(store: Projection) -> None:
    world = common()
    store.update(shaped(world.story))
    first = dump(store.bolt)
    world.story.decide(Act.REJECT, world.moved)
    changed = store.update(shaped(world.story))
    after = dump(store.bolt)
    assert 0 < changed < 15
    assert after != first
    store.update(EMPTY)
    assert dump(store.bolt) == ""
    store.update(shaped(world.story))
    assert dump(store.bolt) == after


def test_batches_give_the_same(store: Projection, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = shaped(common().story)
    store.update(rows)
    at_once = dump(store.bolt)
    store.update(EMPTY)
    monkeypatch.setattr(projection, "IN_ONE", 3)
    monkeypatch.setattr(projection, "AT_ONCE", 3)
    store.update(rows)
    assert dump(store.bolt) == at_once
    assert store.state().whole


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda d: d.__name__)
def test_worlds_the_public_cannot_tell_apart(
    store: Projection, difference: Callable[[Common], None]
) -> None:
    dumps = []
    for story in pair(difference):
        store.update(shaped(story))
        dumps.append(dump(store.bolt))
    assert dumps[0] == dumps[1]
