"""Two that may be one are never certainly two; all invented, but for the facilities."""

import pytest

from graph.answer.path import End, Lack
from graph.claim import Kind
from graph.clearance import Clearance
from graph.document import Text
from graph.event import ContradictionType
from graph.judgement import Verdict
from graph.knowledge import Knowledge
from graph.period import Certainty
from graph.questions.codetention import codetention_at, codetention_of
from graph.questions.reachable import reachable
from graph.questions.relation import relation
from graph.questions.summary import summary_of_person, summary_of_relation
from graph.questions.travelled import travelled
from tests.graph.fold.story import Story


class Two:
    """Two mentions in two documents, at one facility over the same days."""

    def __init__(self, one: str | None, other: str | None) -> None:
        self.story = Story()
        self.first, self.second = (self.story.document(n) for n in ("first", "second"))
        self.one = self.story.mention(self.first, Kind.PERSON, one)
        self.other = self.story.mention(self.second, Kind.PERSON, other)
        here, there = (
            self.story.mention(t, Kind.FACILITY, "Taganrog SIZO-2")
            for t in (self.first, self.second)
        )
        self.story.judge(here, there)
        for text, who in ((self.first, self.one), (self.second, self.other)):
            self.story.say(text, None, "held_at", who=who, at=here, when="2022-06-01/2022-06-30")

    def pair(self) -> tuple[Certainty | None, int, bool]:
        seen = self.story.read_by(Clearance.PUBLIC)
        (pair,) = codetention_of(seen, seen.entity_of[self.one]).pairs
        (shared,) = pair.shared
        assert shared.certainty is pair.certainty
        return pair.certainty, pair.days.least, pair.maybe_one


POSSIBLE = (Certainty.POSSIBLE, 0, True)
CERTAIN = (Certainty.CERTAIN, 30, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Oles Hai", "Гай Олесь"), ("Oles Hai", "О. Гай"), ("Oles Hai", None), (None, None)],
)
def test_nobody_is_certainly_held_with_one_who_may_be_himself(
    one: str | None, other: str | None
) -> None:
    two = Two(one, other)
    assert two.pair() == POSSIBLE
    seen = two.story.read_by(Clearance.PUBLIC)
    a, b = seen.entity_of[two.one], seen.entity_of[two.other]
    facility = next(s.at for s in seen.stays.values())
    assert [p.certainty for p in codetention_at(seen, facility).pairs] == [Certainty.POSSIBLE]
    assert relation(seen, a, b).maybe_one
    lacking = [n.template for n in summary_of_person(seen, a).not_known]
    assert "person.maybe_one" in lacking
    assert "relation.maybe_one" in [n.template for n in summary_of_relation(seen, a, b).not_known]


def test_other_names_tell_two_people_apart() -> None:
    assert Two("Oles Hai", "Petro Hai").pair() == CERTAIN


def test_a_judgement_that_they_are_different_tells_them_apart() -> None:
    two = Two("Oles Hai", "Гай Олесь")
    two.story.judge(two.one, two.other, Verdict.DIFFERENT)
    assert two.pair() == CERTAIN
    two.story.judge(two.one, two.other, Verdict.UNSURE)  # the last word on the two counts
    assert two.pair() == POSSIBLE


def test_years_of_birth_tell_them_apart_where_both_are_stated() -> None:
    two = Two("Oles Hai", "Гай Олесь")
    two.story.say(two.first, two.one, "birth_year", value="1990")
    assert two.pair() == POSSIBLE
    two.story.say(two.second, two.other, "born", value="1988-04-02")
    assert two.pair() == CERTAIN


def test_a_source_that_names_both_tells_them_apart() -> None:
    two = Two("Oles Hai", None)
    again = two.story.mention(two.second, Kind.PERSON, "Oles Hai")
    two.story.judge(two.one, again)
    two.story.say(two.second, None, "moved", who=(again, two.other), when="2022-07-01")
    assert two.pair() == CERTAIN


class Way:
    """One person in June at one place and in August at another, told by two documents."""

    def __init__(self, first: str | None, then: str | None, **stated: str) -> None:
        self.story = Story()
        self.texts = [self.story.document(n) for n in ("first", "second")]
        people = [self.story.mention(t, Kind.PERSON, "Oles Hai") for t in self.texts]
        self.story.judge(*people)
        self.places = [self._place(t, n) for t, n in zip(self.texts, (first, then), strict=True)]
        for name, value in stated.items():
            self.story.say(self.texts[0], self.places[0], name, value=value)
        for text, who, at, when in zip(
            self.texts, people, self.places, ("2022-06", "2022-08"), strict=True
        ):
            day = f"{when}-01/{when}-20"
            self.story.say(text, None, "held_at", who=who, at=at, when=day)
        self.who = people[0]

    def _place(self, text: Text, name: str | None) -> str:
        return self.story.mention(text, Kind.FACILITY, name)

    def asked(self) -> tuple[Knowledge, End, End]:
        seen = self.story.read_by(Clearance.PUBLIC)
        first, then = (End(facilities=(seen.entity_of[p],)) for p in self.places)
        return seen, first, then


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Таганрозькому СІЗО", "Taganrog SIZO-2"),
        ("Taganrog SIZO-2", "СИЗО-2"),
        ("SIZO", "Taganrog SIZO-2"),
        (None, "Taganrog SIZO-2"),
        ("a colony in Mordovia", "Mordovia IK-10"),
        ("Таганрозьке СІЗО", "Taganrog SIZO"),
        ("Taganrog", "Taganrog SIZO-2"),
    ],
)
def test_no_way_leads_from_a_place_to_one_that_may_be_the_same(
    first: str | None, then: str
) -> None:
    seen, origin, destination = Way(first, then).asked()
    for answer in (
        travelled(seen, origin, destination),
        reachable(seen, origin, destination),
        reachable(seen, destination, origin),
    ):
        assert answer.lacks == (Lack.MAYBE_ONE_PLACE,)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Novozybkov SIZO-2", "Taganrog SIZO-2"),
        ("Taganrog colony", "Taganrog SIZO-2"),
        ("Taganrog SIZO-1", "Taganrog SIZO-2"),
        ("a colony in Mordovia", "Taganrog SIZO-2"),
        ("Izolyatsia", "Taganrog SIZO-2"),
    ],
)
def test_between_two_places_there_is_a_way(first: str, then: str) -> None:
    seen, origin, destination = Way(first, then).asked()
    assert travelled(seen, origin, destination).travellers
    assert reachable(seen, origin, destination).routes


def test_what_is_stated_of_a_place_without_a_name_tells_it_apart() -> None:
    seen, origin, destination = Way(None, "Taganrog SIZO-2", facility_type="ik").asked()
    assert travelled(seen, origin, destination).travellers


def test_a_source_that_tells_of_the_move_tells_the_two_places_apart() -> None:
    way = Way("Taganrog SIZO", "Taganrog SIZO-2")
    text = way.texts[0]
    named = way.story.mention(text, Kind.FACILITY, "Taganrog SIZO-2")
    way.story.judge(named, way.places[1])
    way.story.say(text, None, "moved", who=way.who, from_=way.places[0], to=named, when="2022-07")
    seen, origin, destination = way.asked()
    assert travelled(seen, origin, destination).travellers
    assert reachable(seen, origin, destination).routes


def test_a_way_that_ends_where_it_starts_says_so() -> None:
    seen, origin, _ = Way("Novozybkov SIZO-2", "Taganrog SIZO-2").asked()
    assert travelled(seen, origin, origin).lacks == (Lack.ONE_PLACE,)
    assert reachable(seen, origin, origin).lacks == (Lack.ONE_PLACE,)


def test_nobody_is_at_two_places_at_once_where_the_two_may_be_one() -> None:
    def found(then: str) -> list[ContradictionType]:
        way = Way("Taganrog SIZO", then)
        who, at = way.who, way.places[1]
        way.story.say(way.texts[1], None, "held_at", who=who, at=at, when="2022-06-10")
        seen = way.story.read_by(Clearance.PUBLIC)
        return [c.type for c in seen.contradictions.values()]

    assert found("Novozybkov SIZO-2") == [ContradictionType.TWO_PLACES]
    assert found("Taganrog SIZO-2") == []
