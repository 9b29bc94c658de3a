from datetime import date

import pytest

from graph.errors import NotFound
from graph.event import HopKind
from graph.period import Certainty
from graph.questions.itinerary import itinerary
from graph.questions.person import person
from tests.graph.questions.factory import World


def test_stays_stand_in_the_order_that_one_place_at_a_time_forces() -> None:
    world = World()
    later = world.stay("p", "B", (None, 50), (50, None))
    earlier = world.stay("p", "A", (None, 10), (10, None))
    way = itinerary(world.knowledge(), "p")
    assert [p.stay.id for p in way.presences] == [earlier, later]
    (step,) = way.steps
    assert (step.kind, step.order, step.adjacent) == (
        HopKind.INFERRED,
        Certainty.CERTAIN,
        Certainty.CERTAIN,
    )
    assert (step.gap.least, step.gap.most) == (0, 39)
    assert not way.undecided
    assert way.presences[0].end.hi == 50  # the whole history bounds what the stay alone leaves open


def test_an_order_that_nothing_decides_is_said_to_be_undecided() -> None:
    world = World()
    one, other = world.stay("p", "A", (0, 9), (0, 9)), world.stay("p", "B", (0, 9), (0, 9))
    way = itinerary(world.knowledge(), "p")
    assert [set(u.stays) for u in way.undecided] == [{one, other}]
    assert {s.order for s in way.steps} == {Certainty.POSSIBLE}


def test_an_attested_move_ties_the_two_stays_by_their_shared_days() -> None:
    world = World()
    move = world.move("p", "A", "B", (10, 20), (10, 20))
    way = itinerary(world.knowledge(), "p")
    (step,) = way.steps
    assert (step.kind, step.transfer, step.order) == (HopKind.ATTESTED, move, Certainty.CERTAIN)
    assert step.support.claims == (f"claim-{move}",)


def test_two_places_at_once_is_printed_and_the_rest_still_answered() -> None:
    world = World()
    one, other = world.stay("p", "A", (0, 0), (9, 9)), world.stay("p", "B", (5, 5), (12, 12))
    third = world.stay("p", "C", (20, 20), (30, 30))
    way = itinerary(world.knowledge(), "p")
    assert not way.consistent
    assert [set(pair) for pair in way.dropped] == [{one, other}]
    assert {s.order for s in way.steps if s.later == third} == {Certainty.CERTAIN}


def test_last_documented_is_the_day_of_the_last_sighting_never_the_open_end() -> None:
    world = World()
    world.stay("p", "A", (None, 10), (10, None))
    world.stay("p", "B", (None, 50), (50, None))
    answer = person(world.knowledge(), "p", on=80)
    (last,) = answer.last
    assert (last.facility, last.day, last.certainty) == ("B", 50, Certainty.CERTAIN)
    assert last.since is not None
    assert (last.since.least, last.since.most) == (0, 30)
    assert person(world.knowledge(), "p").last[0].since is None


def test_an_exchange_after_the_last_sighting_closes_the_history() -> None:
    world = World()
    world.stay("p", "A", (None, 10), (10, None))
    exchange = world.event("exchanged", "p", (20, 25))
    (closing,) = person(world.knowledge(), "p").closings
    assert (closing.event.id, closing.certainty) == (exchange, Certainty.CERTAIN)
    world.stay("p", "B", (None, 22), (22, None))
    (closing,) = person(world.knowledge(), "p").closings
    assert closing.certainty is Certainty.POSSIBLE


def test_a_capture_after_an_exchange_opens_captivity_again() -> None:
    world = World()
    world.stay("p", "A", (None, 10), (10, None))
    world.event("exchanged", "p", 20)
    world.event("captured", "p", 40)
    assert not person(world.knowledge(), "p").closings


def test_every_stay_that_can_be_the_last_is_given() -> None:
    world = World()
    world.stay("p", "A", (0, 9), (0, 9))
    world.stay("p", "B", (0, 9), (0, 9))
    last = person(world.knowledge(), "p").last
    assert {x.facility for x in last} == {"A", "B"}
    assert {x.certainty for x in last} == {Certainty.POSSIBLE}


def test_a_member_shares_the_stays_of_the_group_people_joined_it_to() -> None:
    world = World()
    world.group("the men", "p", "q")
    world.move("the men", "A", "B", (5, 5), (6, 6))
    way = itinerary(world.knowledge(), "p")
    assert [(p.stay.at, p.group) for p in way.presences] == [("A", "the men"), ("B", "the men")]


def test_who_is_not_there_is_a_clear_error() -> None:
    with pytest.raises(NotFound):
        person(World().knowledge(), "nobody")


def test_no_day_is_counted_from_today() -> None:
    world = World()
    world.stay("p", "A", (None, 10), (10, None))
    answer = person(world.knowledge(), "p")
    today = (date.today() - date(1970, 1, 1)).days  # noqa: DTZ011
    assert f"{today}" not in repr(answer)


def test_what_is_told_of_him_and_of_his_group_is_told_once_on_both_words() -> None:
    world = World()
    world.group("we", "p")
    own = world.event("captured", "p", 40)
    world.event("captured", "we", 40, at="A")
    later = world.event("captured", "we", 90)
    exchange = world.event("exchanged", "we", 60)
    events = person(world.knowledge(), "p").events
    assert [e.id for e in events] == [own, exchange, later]
    assert events[0].at == "A"
    assert len(events[0].support.claims) == 2


def test_of_what_his_group_was_told_at_another_place_nothing_is_his() -> None:
    world = World()
    world.group("we", "p")
    world.event("captured", "p", 40, at="B")
    world.event("captured", "we", 40, at="A")
    assert len(person(world.knowledge(), "p").events) == 2
