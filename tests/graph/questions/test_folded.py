"""The sentence and row of the design, from claims through the fold to answers; all invented."""

import pytest

from graph.answer.history import PersonAnswer
from graph.claim import Kind, Told
from graph.clearance import Clearance
from graph.event import HopKind
from graph.grade import Grade
from graph.judgement import Verdict
from graph.knowledge import Knowledge
from graph.period import Certainty, iso
from graph.questions.codetention import codetention_of
from graph.questions.events import contradictions, events
from graph.questions.find import end, find
from graph.questions.itinerary import itinerary
from graph.questions.movedwith import moved_with
from graph.questions.person import person
from graph.questions.reachable import reachable
from graph.questions.relation import relation
from graph.questions.summary import (
    summary_of_facility,
    summary_of_person,
    summary_of_relation,
)
from graph.questions.travelled import travelled
from tests.graph.fold.story import Story


@pytest.fixture(scope="module")
def story() -> Story:
    story = Story()
    listed = story.document("list of facilities", source_type="academic")
    g120 = story.mention(listed, Kind.FACILITY, "Volnovakha Colony No. 120")
    tag = story.mention(listed, Kind.FACILITY, "Taganrog SIZO-2")
    d1 = story.document("testimony", Clearance.RESTRICTED)
    s0 = story.mention(d1, Kind.PERSON, "the witness")
    s1 = story.mention(d1, Kind.PERSON, "Oles Hai")
    s2 = story.mention(d1, Kind.FACILITY, "Volnovakha Colony No. 120")
    s3 = story.mention(d1, Kind.FACILITY, "Taganrog SIZO-2")
    friend = story.mention(d1, Kind.PERSON, "Ivan Vyhadanyi")
    story.say(
        d1,
        None,
        "moved",
        who=(s1, friend),
        from_=s2,
        to=s3,
        when="[2022-05-21..2022-05-31]",
        teller=s0,
    )
    d2 = story.document("official list", source_type="ua_official_list")
    s4 = story.mention(d2, Kind.PERSON, "Гай Олесь")
    s5 = story.mention(d2, Kind.FACILITY, "СИЗО-2 Таганрог")
    story.say(d2, None, "held_at", who=s4, at=s5, when="2022-06-10", told=Told.OFFICIAL)
    other = story.mention(d2, Kind.PERSON, "Petro Tretii")
    story.say(d2, None, "held_at", who=other, at=s5, when="2022-06-01/2022-06-30")
    court = story.mention(d2, Kind.ORGANISATION, "Invented District Court")
    story.say(
        d2,
        None,
        "sentenced",
        who=s4,
        court=court,
        when="2023-02-01",
        details=(("article", "205.4 part 2"),),
    )
    d3 = story.document("denial", source_type="ru_official")
    s6 = story.mention(d3, Kind.PERSON, "Гай Олесь")
    s7 = story.mention(d3, Kind.FACILITY, "Taganrog SIZO-2")
    for mention, facility in ((s2, g120), (s3, tag), (s5, tag), (s7, tag)):
        story.judge(mention, facility, Verdict.SAME, by_person=False)
    story.judge(s1, s4)
    story.judge(s4, s6)
    return story


def _id(knowledge: Knowledge, words: str, kind: Kind) -> str:
    (found,) = find(knowledge, words, kinds=(kind,))
    assert found.entity is not None
    return found.entity


@pytest.fixture(scope="module")
def seen(story: Story) -> Knowledge:
    return story.read_by(Clearance.RESTRICTED)


@pytest.fixture(scope="module")
def hai(seen: Knowledge) -> str:
    return _id(seen, "Oles Hai", Kind.PERSON)


def test_the_path_of_the_design_is_one_certain_attested_hop(seen: Knowledge, hai: str) -> None:
    colony = end(seen, [_id(seen, "Volnovakha Colony No. 120", Kind.FACILITY)])
    taganrog = end(seen, [_id(seen, "Taganrog SIZO-2", Kind.FACILITY)])
    answer = travelled(seen, colony, taganrog)
    (found,) = [t for t in answer.travellers if t.person == hai]
    (route,) = found.routes
    (step,) = route.steps
    assert (found.certainty, step.kind) == (Certainty.CERTAIN, HopKind.ATTESTED)
    assert (iso(step.departure.lo), iso(step.departure.hi)) == ("2022-05-21", "2022-05-31")
    assert step.support.grade is Grade.REPORTED
    assert len(step.support.lineages) == 1
    assert reachable(seen, colony, taganrog).routes


def test_last_documented_is_the_row_and_what_is_not_known_is_said(
    seen: Knowledge, hai: str
) -> None:
    answer = person(seen, hai)
    (last,) = answer.last
    assert iso(last.day or 0) == "2022-06-10"
    (claim,) = last.support.claims
    assert seen.evidence.claims[claim].property == "held_at"
    templates = [n.template for n in summary_of_person(seen, hai).not_known]
    assert templates == ["person.before_first", "person.after_last"]


def test_who_was_named_in_one_telling_was_moved_with_him(seen: Knowledge, hai: str) -> None:
    (companion,) = moved_with(seen, hai).companions
    assert seen.entities[companion.who].label == "Ivan Vyhadanyi"


def test_who_was_held_there_on_the_day_of_the_row_was_held_with_him(
    seen: Knowledge, hai: str
) -> None:
    pairs = codetention_of(seen, hai).pairs
    assert [(seen.entities[p.other].label, p.certainty) for p in pairs] == [
        ("Petro Tretii", Certainty.CERTAIN)
    ]
    assert pairs[0].days.least == 10  # he arrived by 31 May at the latest, was seen on 10 June


def test_events_are_found_by_court_and_article(seen: Knowledge, hai: str) -> None:
    court = _id(seen, "Invented District Court", Kind.ORGANISATION)
    for asked in ({"court": court}, {"article": "205.4"}, {"who": hai}):
        assert [f.event.type for f in events(seen, **asked).events] == ["sentenced"]
    assert not events(seen, article="205.41").events


@pytest.mark.parametrize("clearance", [Clearance.PUBLIC, Clearance.RESTRICTED])
def test_every_sentence_has_a_claim_that_this_reader_sees(
    story: Story, clearance: Clearance
) -> None:
    knowledge = story.read_by(clearance)
    people = [e.id for e in knowledge.entities.values() if e.kind is Kind.PERSON]
    facilities = [e.id for e in knowledge.entities.values() if e.kind is Kind.FACILITY]
    summaries = [summary_of_person(knowledge, p) for p in people]
    summaries += [summary_of_facility(knowledge, f) for f in facilities]
    summaries += [summary_of_relation(knowledge, a, b) for a in people for b in people if a != b]
    summaries += [summary_of_relation(knowledge, a, b) for a in people for b in facilities]
    spoken = [s for x in summaries for s in (*x.sentences, *x.contradictions)]
    assert spoken
    for sentence in spoken:
        assert sentence.support.claims, sentence.template
        assert set(sentence.support.claims) <= set(knowledge.evidence.claims), sentence.template
        assert set(sentence.support.documents) <= set(knowledge.evidence.documents)


def test_a_reader_without_the_testimony_sees_no_transfer_and_no_gap(story: Story) -> None:
    knowledge = story.read_by(Clearance.PUBLIC)
    answer: PersonAnswer = person(knowledge, _id(knowledge, "Гай Олесь", Kind.PERSON))
    assert len(answer.itinerary.presences) == 1
    assert not answer.itinerary.steps
    assert not moved_with(knowledge, answer.person).companions


def test_relation_names_what_is_shared_and_a_chain_of_links(seen: Knowledge, hai: str) -> None:
    petro = _id(seen, "Petro Tretii", Kind.PERSON)
    answer = relation(seen, hai, petro)
    assert answer.codetention is not None
    assert answer.codetention.other == petro
    taganrog = _id(seen, "Taganrog SIZO-2", Kind.FACILITY)
    assert [k.other for k in answer.connection] == [taganrog, petro]
    assert answer.documents
    assert not answer.direct


def test_a_summary_tells_a_chain_only_of_two_that_nothing_nearer_ties(
    seen: Knowledge, hai: str
) -> None:
    def told(other: str) -> list[str]:
        return [s.template for s in summary_of_relation(seen, hai, other).sentences]

    together = told(_id(seen, "Petro Tretii", Kind.PERSON))
    assert "relation.codetained" in together
    assert not any(t.startswith("relation.chain") for t in together)
    far = told(_id(seen, "Volnovakha Colony No. 120", Kind.FACILITY))
    assert "relation.direct.held_at" in far


def test_documents_that_speak_of_both_are_cited_once_for_each_of_the_two(
    seen: Knowledge, hai: str
) -> None:
    petro = _id(seen, "Petro Tretii", Kind.PERSON)
    told = summary_of_relation(seen, hai, petro).sentences
    (lead,) = [s for s in told if s.template == "relation.same_documents"]
    assert len(lead.support.claims) <= 2 * len(relation(seen, hai, petro).documents)


def test_disagreement_is_listed(seen: Knowledge) -> None:
    assert contradictions(seen).contradictions == ()
    assert itinerary(seen, _id(seen, "Oles Hai", Kind.PERSON)).consistent
