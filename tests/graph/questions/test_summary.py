from graph.answer.summary import Summary
from graph.claim import Kind
from graph.event import Contradiction, ContradictionType, OneOf
from graph.grade import Grade
from graph.questions.facility import facility
from graph.questions.summary import (
    summary_of_facility,
    summary_of_person,
    summary_of_relation,
)
from graph.questions.summary.templates import NOT_KNOWN, SENTENCES
from tests.graph.questions.factory import World


def _story() -> World:
    world = World()
    world.entity("A", Kind.FACILITY, number=("2", "3"), facility_type="sizo", region="UA-14")
    world.entity("court", Kind.ORGANISATION)
    world.group("the men", "p", "q")
    van = world.move("the men", "A", "B", (10, 12), (10, 12))
    world.stay("p", "A", (0, 0), (10, 12), left_by=van)
    world.stay("p", "C", (None, 30), (30, None))
    world.stay("q", "C", (None, 30), (30, None))
    world.stay("p", "D", (None, 31), (28, None))
    world.transfer("p", None, "E", 60, 60)
    world.transfer("p", "E", None, 70, 70)
    world.event("sentenced", "p", 40, roles=(("court", "court"),), details=(("article", "205.4"),))
    world.claim("a telling", "held_at")
    world.one_of.append(OneOf(claim="a telling", fits=("p@C3", "p@D5")))
    world.contradictions["clash"] = Contradiction(
        id="clash",
        type=ContradictionType.NUMBERS_DIFFER,
        about="A",
        one=("number-of-A-2",),
        other=("number-of-A-3",),
        property="number",
    )
    return world


def _all() -> list[Summary]:
    knowledge = _story().knowledge()
    return [
        summary_of_person(knowledge, "p", on=100),
        summary_of_facility(knowledge, "A"),
        summary_of_facility(knowledge, "D"),
        summary_of_relation(knowledge, "p", "q"),
        summary_of_relation(knowledge, "p", "A"),
        summary_of_relation(knowledge, "q", "D"),
    ]


def test_every_sentence_is_listed_cited_and_fills_known_slots() -> None:
    for summary in _all():
        for sentence in (*summary.sentences, *summary.contradictions):
            assert sentence.support.claims
            known = SENTENCES[sentence.template]
            details = ("article",) if sentence.template.startswith("event.") else ()
            assert {s.name for s in sentence.slots} <= {*known, *details}, sentence.template
        for lack in summary.not_known:
            assert {s.name for s in lack.slots} <= set(NOT_KNOWN[lack.template])


def test_a_person_is_told_in_order_then_what_contradicts_then_what_is_not_known() -> None:
    summary = _all()[0]
    templates = [s.template for s in summary.sentences]
    assert templates[:3] == ["person.named", "person.held", "person.moved"]
    assert "event.sentenced" in templates
    assert "person.moved_to" in templates
    assert "person.moved_away" in templates
    assert templates.index("person.last_documented") > templates.index("event.sentenced")
    assert [s.template for s in summary.contradictions] == ["person.one_of_these"]
    lacking = [n.template for n in summary.not_known]
    assert "person.before_first" in lacking
    assert "person.order" in lacking  # C and D: nobody knows which came first
    assert "person.after_last" in lacking


def test_what_happened_stands_in_order_of_time() -> None:
    world = World()
    world.stay("p", "A", (None, 13), (20, 20))
    world.stay("p", "B", (50, 50), (90, None))
    world.transfer("p", None, "C", 30, 30)
    world.event("sentenced", "p", 50)
    world.event("exchanged", "p", 100)
    world.event("charged", "p", None)
    world.event("captured", "p", 13)
    told = summary_of_person(world.knowledge(), "p", on=200).sentences
    happened = [s.template for s in told if not s.template.startswith("person.last")]
    assert happened == [
        "person.named",
        "event.captured",
        "person.held",
        "person.later_documented",
        "person.moved_to",
        "person.held",
        "event.sentenced",
        "event.exchanged",
        "event.charged",
    ]


def test_two_sightings_at_one_place_that_are_not_one_stay_are_told_as_such() -> None:
    world = World()
    world.stay("p", "A", (None, 10), (10, None))
    world.stay("p", "A", (None, 90), (90, None))
    told = summary_of_person(world.knowledge(), "p")
    assert "person.again_documented" in [s.template for s in told.sentences]
    assert "person.throughout" in [n.template for n in told.not_known]
    both = {s.template for s in (*told.sentences, *told.not_known)}
    assert both.isdisjoint({"person.later_documented", "person.between"})


def test_what_is_told_of_a_group_is_told_of_its_member_as_such() -> None:
    world = World()
    world.group("the men", "p")
    world.event("captured", "the men", 13)
    told = summary_of_person(world.knowledge(), "p").sentences
    captured = next(s for s in told if s.template == "event.captured")
    said = {slot.name: slot.value for slot in captured.slots}
    assert (said["who"], said["with_group"]) == ("p", "the men")


def test_numbers_that_differ_are_a_contradiction_and_both_stand() -> None:
    summary = _all()[1]
    (differ,) = summary.contradictions  # once, with the values
    assert (differ.template, differ.grade) == ("facility.differ", Grade.DISPUTED)
    assert set(differ.support.claims) == {"number-of-A-2", "number-of-A-3"}
    assert [s.value for s in differ.slots if s.name == "values"] == [("2", "3")]


def test_a_facility_without_anything_says_what_readable_claims_lack() -> None:
    world = World()
    world.entity("X", Kind.FACILITY)
    lacking = [n.template for n in summary_of_facility(world.knowledge(), "X").not_known]
    assert lacking[-2:] == ["facility.nobody_documented", "facility.no_transfers"]


def test_a_shared_document_is_only_a_lead() -> None:
    for summary in _all():
        leads = [s for s in summary.sentences if s.template == "relation.same_documents"]
        assert all(s.grade is Grade.UNCONFIRMED_LEAD for s in leads)


def test_relation_of_two_moved_together_says_so_and_how_long_they_were_held_together() -> None:
    templates = [s.template for s in _all()[3].sentences]
    assert "relation.moved_together.same_transfer" in templates
    assert "relation.codetained" in templates


def test_the_facility_that_somebody_headed_is_named_once() -> None:
    world = World()
    world.event("headed", "p", 5, at="A", roles=(("of", "A"),))
    (told,) = (
        s
        for s in summary_of_facility(world.knowledge(), "A").sentences
        if s.template == "event.headed"
    )
    assert [slot.name for slot in told.slots if slot.value == "A"] == ["at"]


def test_a_facility_counts_the_same_people_on_its_page_and_in_its_summary() -> None:
    world = World()
    world.entity("A", Kind.FACILITY)
    world.stay("p", "A", (0, 0), (10, 12))
    world.move("q", "A", "B", 20, 20)
    knowledge = world.knowledge()
    (held,) = (
        s for s in summary_of_facility(knowledge, "A").sentences if s.template == "facility.held"
    )
    counted = {slot.name: slot.value for slot in held.slots}["certain"]
    assert counted == facility(knowledge, "A").present.certain == 2
