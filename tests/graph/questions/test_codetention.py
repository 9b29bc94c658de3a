from graph.event import HopKind
from graph.period import Certainty, Range
from graph.questions.codetention import codetention_at, codetention_of
from graph.questions.itinerary import itinerary
from tests.graph.questions.factory import World


def test_overlapping_own_ranges_still_make_a_certain_meeting() -> None:
    """The third trap: latest start <= earliest end asks too much; each is asked of the other."""
    world = World()
    world.stay("p", "A", (0, 10), (5, 15))
    world.stay("q", "A", (0, 5), (10, 15))
    (pair,) = codetention_of(world.knowledge(), "p").pairs
    assert pair.certainty is Certainty.CERTAIN  # max start 10 > min end 5
    assert (pair.days.least, pair.days.most) == (1, 16)


def test_days_are_counted_on_both_ends_and_one_day_is_only_touching() -> None:
    world = World()
    world.stay("p", "A", (0, 0), (10, 10))
    world.stay("q", "A", (10, 10), (20, 20))
    (pair,) = codetention_of(world.knowledge(), "p").pairs
    (shared,) = pair.shared
    assert shared.touching
    assert (shared.days.least, shared.days.most) == (1, 1)
    assert (shared.common.lo, shared.common.hi) == (10, 10)


def test_open_ends_bound_nothing() -> None:
    world = World()
    world.stay("p", "A", (None, 5), (5, None))
    world.stay("q", "A", (None, 9), (9, None))
    (pair,) = codetention_of(world.knowledge(), "p").pairs
    assert pair.certainty is Certainty.POSSIBLE
    assert (pair.days.least, pair.days.most) == (0, None)


def test_an_implied_stay_is_never_counted() -> None:
    world = World()
    world.move("p", "A", "B", 5, 5)
    world.stay("q", "B", (0, 0), (20, 20))
    assert not codetention_of(world.knowledge(), "q").pairs
    world.stay("r", "B", (5, 5), (8, 8), kind=HopKind.ATTESTED)
    assert [p.other for p in codetention_of(world.knowledge(), "q").pairs] == ["r"]


def test_a_window_counts_only_its_own_days() -> None:
    world = World()
    world.stay("p", "A", (0, 0), (20, 20))
    world.stay("q", "A", (0, 0), (20, 20))
    knowledge = world.knowledge()
    (pair,) = codetention_at(knowledge, "A", window=Range(15, 40)).pairs
    assert (pair.days.least, pair.days.most) == (6, 6)
    assert not codetention_at(knowledge, "A", window=Range(21, 40)).pairs


def test_two_on_one_van_meet_though_no_day_is_known() -> None:
    world = World()
    van = world.transfer("the men", "A", "B", (0, 30), (0, 30))
    world.group("the men", "p", "q")
    for person in ("p", "q"):
        world.stay(person, "B", (0, 30), (30, 40), arrived_by=van)
    (pair,) = codetention_of(world.knowledge(), "p").pairs
    assert pair.certainty is Certainty.CERTAIN


def test_members_of_a_group_were_held_together_where_the_group_was() -> None:
    world = World()
    world.group("the men", "p", "q")
    world.stay("the men", "A", (0, 3), (7, 9))
    (pair,) = codetention_of(world.knowledge(), "p", other="q").pairs
    assert (pair.days.least, pair.days.most) == (5, 10)


def test_being_elsewhere_cuts_what_may_have_been_shared() -> None:
    world = World()
    world.stay("p", "A", (0, 0), (0, None))
    world.stay("p", "B", (4, 4), (9, 9))
    world.stay("q", "A", (6, 6), (9, 9))
    assert not codetention_of(world.knowledge(), "p").pairs


def test_a_fellow_passenger_who_contradicts_himself_taints_nobody_else() -> None:
    world = World()
    world.group("the men", "p", "q")
    world.stay("the men", "A", (0, 3), (7, 9))
    world.stay("q", "B", (4, 4), (6, 6))  # certainly elsewhere meanwhile
    world.stay("r", "A", (0, 0), (9, 9))
    values = {p.other: p.certainty for p in codetention_of(world.knowledge(), "r").pairs}
    assert values == {"p": Certainty.CERTAIN, "q": Certainty.CONTRADICTORY}
    assert itinerary(world.knowledge(), "p").aside == ("q",)


def test_a_large_group_is_answered_member_by_member() -> None:
    world = World()
    members = [f"m{i}" for i in range(40)]
    world.group("the men", *members)
    van = world.move("the men", "A", "B", (0, 30), (0, 30))
    for i, member in enumerate(members):
        world.stay(member, "C", (40 + i // 3, 40 + i // 3), (60, 60))
    world.stay(members[0], "D", (-9, -9), (12, 12))  # so none of them left A before the 12th
    pairs = codetention_of(world.knowledge(), members[1]).pairs
    assert {p.certainty for p in pairs} == {Certainty.CERTAIN}
    assert len(pairs) == 39
    way = itinerary(world.knowledge(), members[1])
    (step,) = [s for s in way.steps if s.transfer == van]
    assert (step.departure.lo, step.departure.hi) == (12, 30)


def test_the_first_pairs_do_not_hide_how_many_there_are() -> None:
    world = World()
    for person in "pqrst":
        world.stay(person, "A", (0, 0), (20, 20))
    whole = codetention_at(world.knowledge(), "A")
    first = whole.first(3)
    assert first.pairs == whole.pairs[:3]
    assert (first.in_all, first.tally.certain) == (10, 10)
