"""What follows a stay, surely or perhaps; the person is invented."""

from graph.answer.history import Itinerary
from graph.questions.itinerary import itinerary
from tests.graph.questions.factory import World


def _way() -> tuple[Itinerary, dict[str, str]]:
    world = World()
    stays = {
        "first": world.stay("p", "A", (None, 10), (10, None)),
        "again": world.stay("p", "A", (None, 60), (60, None)),
        "maybe": world.stay("p", "B", (None, 75), (55, None)),
        "last": world.stay("p", "C", (None, 90), (90, None)),
        "loose": world.stay("p", "D", (None, None), (None, None)),
    }
    return itinerary(world.knowledge(), "p"), stays


def test_what_may_come_anywhere_follows_nothing_and_nothing_follows_it() -> None:
    way, stays = _way()
    assert way.anywhere == {stays["loose"]}
    for stay in stays.values():
        assert stays["loose"] not in {s.later for s in way.perhaps_after(stay)}
    assert not way.perhaps_after(stays["loose"])


def test_what_may_follow_is_another_place_and_told_once() -> None:
    way, stays = _way()
    for stay in stays.values():
        following = [s.destination for s in way.perhaps_after(stay)]
        assert len(following) == len(set(following))
        assert all(s.origin != s.destination for s in way.perhaps_after(stay))
    assert [s.later for s in way.perhaps_after(stays["first"])] == [stays["maybe"]]
    assert not way.surely_after(stays["first"])  # the loose stay may lie between
