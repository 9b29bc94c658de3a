"""Departure and arrival told in one sentence are one move; the people are invented."""

from dataclasses import replace

import pytest

from graph.claim import Kind, Polarity
from graph.document import Passage
from graph.event import ContradictionType
from graph.grade import Grade
from graph.judgement import Verdict
from graph.period import iso
from tests.graph.fold.test_histories import Case


class Sentence(Case):
    """Everything that is told stands in one sentence, until another begins."""

    def __init__(self) -> None:
        super().__init__()
        self.begin()

    def begin(self) -> None:
        last = self.story.used[self.text.id]
        self.passage = Passage(text=self.text.id, start=last + 100, end=last + 200)
        self.story.used[self.text.id] = last + 200

    def say(self, what: str, when: str | None, **ends: object) -> str:
        roles = {r: self.places[str(end)] if r != "polarity" else end for r, end in ends.items()}
        happening = self.story.mention(self.text, Kind.HAPPENING)
        return self.story.say(
            self.text, happening, what, when=when, who=self.who, passage=self.passage, **roles
        )


@pytest.fixture
def case() -> Sentence:
    return Sentence()


@pytest.mark.parametrize("first", [{"to": "B"}, {"from_": "A", "to": "B"}, {"from_": "A"}])
def test_a_departure_and_an_arrival_of_one_sentence_are_one_move(
    case: Sentence, first: dict[str, str]
) -> None:
    said = {case.say("moved", "2023-03-11", **first), case.say("moved", "2023-03-14", to="B")}
    seen = case.seen
    (move,) = seen.transfers.values()
    (bounds,) = move.bounds
    assert set(move.support.claims) == said
    assert move.support.grade is Grade.REPORTED
    assert [iso(d) for r in (bounds.start, bounds.end) for d in (r.lo, r.hi)] == [
        *["2023-03-11"] * 2,
        *["2023-03-14"] * 2,
    ]
    assert not seen.contradictions


@pytest.mark.parametrize(
    ("first", "then", "when"),
    [
        ({"to": "B"}, {"to": "C"}, "2023-03-14"),  # to two places
        ({"to": "B"}, {"from_": "B"}, "2023-03-14"),  # there, and away
        ({"to": "B"}, {"to": "B"}, "2023-04-05"),  # weeks apart
        ({"from_": "A", "to": "B"}, {"from_": "A", "to": "B"}, "2023-03-14"),  # each told whole
    ],
)
def test_what_is_no_half_stays_a_move_of_its_own_and_is_no_contradiction(
    case: Sentence, first: dict[str, str], then: dict[str, str], when: str
) -> None:
    case.say("moved", "2023-03-11", **first)
    case.say("moved", when, **then)
    seen = case.seen
    assert len(seen.transfers) == 2
    assert not seen.contradictions


def test_halves_that_people_judged_two_moves_are_two(case: Sentence) -> None:
    said = [case.say("moved", f"2023-03-{day}", to="B") for day in (11, 14)]
    case.story.judge(*(case.story.claims[c].subject for c in said), Verdict.DIFFERENT)
    assert len(case.seen.transfers) == 2


def test_two_sentences_with_two_dates_contradict_each_other(case: Sentence) -> None:
    case.say("moved", "2023-03-11", to="B")
    case.begin()
    case.say("moved", "2023-03-14", to="B")
    (problem,) = case.seen.contradictions.values()
    assert problem.type is ContradictionType.TOLD_TWICE


def test_a_denial_stands_against_other_sentences_only(case: Sentence) -> None:
    case.say("moved", "2023-03-11", to="B")
    denied = case.say("moved", None, to="B", polarity=Polarity.DENIED)
    assert not case.seen.contradictions
    case.begin()
    said = case.say("moved", "2023-03-11", to="B")
    (problem,) = case.seen.contradictions.values()
    assert {problem.one, problem.other} == {(said,), (denied,)}


@pytest.mark.parametrize("table", [True, False])
def test_the_columns_of_a_row_may_contradict_each_other_and_a_sentence_does_not(
    case: Sentence, *, table: bool
) -> None:
    case.story.texts[case.text.id] = replace(case.text, tabular=table)
    case.say("died", "2023-01-10")
    case.say("moved", "2023-05-14", to="B")
    kinds = [c.type for c in case.seen.contradictions.values()]
    assert kinds == ([ContradictionType.AFTER_END] if table else [])
