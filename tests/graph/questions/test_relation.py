from graph.answer.company import Together
from graph.answer.lookup import Tie
from graph.period import Certainty, Range
from graph.questions.events import events
from graph.questions.movedwith import moved_with
from graph.questions.relation import relation
from tests.graph.questions.factory import World


def test_kin_and_membership_come_from_claims_that_name_both() -> None:
    world = World()
    world.stay("p", "A", 1, 2)
    world.stay("q", "B", 1, 2)
    world.claim("kin", "relative_of", subject="p", roles=(("of", "q"),))
    answer = relation(world.knowledge(), "q", "p")
    (link,) = answer.direct
    assert (link.tie, link.property, link.support.claims) == (Tie.KIN, "relative_of", ("kin",))
    assert answer.codetention is None


def test_the_shortest_documented_chain_is_found_and_nothing_longer_than_six_links() -> None:
    world = World()
    for i in range(4):
        world.stay(f"p{i}", f"A{i}", 1, 2)
        world.stay(f"p{i}", f"A{i + 1}", 3, 4)
    knowledge = world.knowledge()
    chain = relation(knowledge, "p0", "p2").connection
    assert [k.other for k in chain] == ["A1", "p1", "A2", "p2"]
    assert all(k.support.claims for k in chain)
    assert relation(knowledge, "A0", "A4").connection == ()


def test_days_and_ends_that_agree_make_nobody_a_companion() -> None:
    world = World()
    world.move("p", "A", "B", 5, 5)
    world.move("q", "A", "B", 5, 5)
    world.transfer("r", "A", "B", 9, 9, told_in=("one telling",))
    world.transfer("s", "A", "B", 9, 9, told_in=("one telling",))
    knowledge = world.knowledge()
    assert not moved_with(knowledge, "p").companions
    (companion,) = moved_with(knowledge, "r").companions
    assert (companion.who, companion.tie) == ("s", Together.SAME_TELLING)
    assert len(companion.support.claims) == 2


def test_members_of_one_group_were_moved_together() -> None:
    world = World()
    world.group("the men", "p", "q")
    move = world.move("the men", "A", "B", 5, 5)
    (companion,) = moved_with(world.knowledge(), "p").companions
    assert (companion.who, companion.tie, companion.transfers) == (
        "q",
        Together.SAME_TRANSFER,
        (move, move),
    )


def test_events_of_a_window_are_certain_possible_or_left_out() -> None:
    world = World()
    sure = world.event("tried", "p", (5, 6), at="K")
    maybe = world.event("tried", "q", (6, 12))
    world.event("tried", "r", 20)
    found = events(world.knowledge(), types=frozenset({"tried"}), window=Range(4, 8))
    assert [(f.event.id, f.certainty) for f in found.events] == [
        (sure, Certainty.CERTAIN),
        (maybe, Certainty.POSSIBLE),
    ]
    assert [f.event.id for f in events(world.knowledge(), at="K").events] == [sure]
    assert not events(world.knowledge(), types=frozenset({"died"})).events
