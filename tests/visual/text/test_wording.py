"""What a reader of the text sees of dates, orders and repeats; the people are invented."""

import re
from collections.abc import Callable, Iterator

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.knowledge import Knowledge
from graph.questions.facility import facility
from graph.questions.find import end
from graph.questions.itinerary import itinerary
from graph.questions.person import person
from graph.questions.summary import summary_of_facility, summary_of_person
from graph.questions.travelled import travelled
from tests.graph.fold.story import Story
from visual.names import names_of
from visual.text import render

LANGUAGES = ("en", "uk", "ru")


class Hai:
    """One man and what one text a telling says of him."""

    def __init__(self) -> None:
        self.story = Story()
        first = self.story.document("telling 0")
        self.who = self.story.mention(first, Kind.PERSON, "Oles Hai")
        self.places = {
            name: self.story.mention(first, Kind.FACILITY, name)
            for name in ("Taganrog SIZO-2", "Kizel SIZO-3", "Novozybkov SIZO-2", "Kursk SIZO-1")
        }
        self.told = 0

    def say(self, what: str, when: str | None, **roles: str) -> str:
        self.told += 1
        text = self.story.document(f"telling {self.told}")
        who = self.story.mention(text, Kind.PERSON)
        self.story.judge(self.who, who)
        ends = {role: self.places[name] for role, name in roles.items()}
        return self.story.say(text, None, what, when=when, who=who, **ends)

    def text(self, asked: Callable[[Knowledge, str], object], language: str = "en") -> str:
        seen = self.story.read_by(Clearance.PUBLIC)
        answer = asked(seen, seen.entity_of[self.who])
        return " ".join(render(answer, names_of(seen, str), language).split())


@pytest.fixture
def hai() -> Iterator[Hai]:
    return Hai()


def test_each_date_of_a_sentence_has_its_own_sources(hai: Hai) -> None:
    hai.say("moved", "2022-05-28", from_="Kursk SIZO-1", to="Taganrog SIZO-2")
    hai.say("held_at", "2022-06-10", at="Taganrog SIZO-2")
    hai.say("moved", "2022-07-01", from_="Taganrog SIZO-2", to="Kizel SIZO-3")
    said = hai.text(summary_of_person)
    assert "from 28 May 2022 to 1 July 2022. Start [2], end [3]; also [4]" in said
    said = hai.text(summary_of_person, "uk")
    assert "Початок [2], кінець [3]; також [4]" in said


def test_departure_and_arrival_have_each_their_own(hai: Hai) -> None:
    hai.say("moved", "2024-10/2024-11", from_="Taganrog SIZO-2", to="Kizel SIZO-3")
    hai.say("moved", "2024-11-08", to="Kizel SIZO-3")
    assert "Departure [2], arrival [3]" in hai.text(summary_of_person)


def test_a_day_that_another_tells_is_cited_from_there(hai: Hai) -> None:
    hai.say("moved", "2022-05", from_="Kursk SIZO-1", to="Taganrog SIZO-2")
    hai.say("held_at", "2022-05-28/2022-08-03", at="Taganrog SIZO-2")
    said = hai.text(summary_of_person)
    assert "departure between 1 and 28 May 2022, arrival on 28 May 2022. Departure [2, 3]," in said
    assert re.search(r"Departure \[2, 3\], arrival \[\d\] ", said)
    assert re.search(r"departure \[1, 2\], arrival \[\d\]; reported", hai.text(itinerary))


def test_what_dates_both_ends_is_told_apart_from_what_only_says_it(hai: Hai) -> None:
    hai.say("moved", "2024-10-03/2024-10-06", from_="Taganrog SIZO-2", to="Kizel SIZO-3")
    hai.say("moved", None, from_="Taganrog SIZO-2", to="Kizel SIZO-3")
    assert "arrival on 6 October 2024. [2]; also [3]" in hai.text(summary_of_person)


def test_what_one_source_dates_is_cited_once(hai: Hai) -> None:
    hai.say("moved", "2024-10-03/2024-10-06", from_="Taganrog SIZO-2", to="Kizel SIZO-3")
    assert "arrival on 6 October 2024. [2]" in hai.text(summary_of_person)


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_orders_are_told_by_number_each_once(hai: Hai, language: str) -> None:
    hai.say("held_at", "2022-05", at="Taganrog SIZO-2")
    hai.say("held_at", "[2022-05-20..2022-06-20]", at="Kursk SIZO-1")
    hai.say("held_at", "2023-05-10", at="Novozybkov SIZO-2")
    hai.say("held_at", None, at="Kizel SIZO-3")
    said = hai.text(itinerary, language)
    words = {
        "en": ("May come anywhere among the numbers above: 4", "between the numbers above: 1 / 2"),
        "uk": ("будь-де серед номерів вище: 4", "між номерами вище: 1 / 2"),
        "ru": ("где угодно среди номеров выше: 4", "между номерами выше: 1 / 2"),
    }
    for sentence in words[language]:
        assert said.count(sentence) == 1


def test_what_is_documented_next_is_told_of_the_next_alone(hai: Hai) -> None:
    for month, place in enumerate(("Taganrog SIZO-2", "Kursk SIZO-1", "Kizel SIZO-3"), 1):
        hai.say("held_at", f"2022-{month:02d}-10", at=place)
    hai.say("held_at", None, at="Novozybkov SIZO-2")
    said = hai.text(person)
    for place in ("Kursk SIZO-1", "Kizel SIZO-3"):
        assert said.count(f"later documented at {place}") == 1
    assert "later documented at Novozybkov SIZO-2" not in said


def test_one_place_documented_twice_is_no_later_place(hai: Hai) -> None:
    hai.say("held_at", "2022-01-10", at="Taganrog SIZO-2")
    hai.say("held_at", "2022-09-10", at="Taganrog SIZO-2")
    said = hai.text(person)
    assert "documented there again; whether without a break is not established here" in said
    assert "later documented" not in said


def test_a_summary_names_what_has_no_place_in_the_order_once(hai: Hai) -> None:
    hai.say("held_at", "2022-01-10", at="Taganrog SIZO-2")
    hai.say("held_at", "2023-01-10", at="Kursk SIZO-1")
    hai.say("held_at", None, at="Kizel SIZO-3")
    said = hai.text(summary_of_person)
    assert said.count("It is not determined whether") == 1
    assert (
        "whether Oles Hai was at Kizel SIZO-3 before or after being at: "
        "Taganrog SIZO-2 and Kursk SIZO-1." in said
    )


def test_the_way_of_a_move_is_told(hai: Hai) -> None:
    hai.say("moved", "2022-03-27", from_="Taganrog SIZO-2", via="Kursk SIZO-1")
    assert "Taganrog SIZO-2 → an unknown place, by way of Kursk SIZO-1" in hai.text(person)


def test_what_nobody_dates_is_told_once_as_perhaps_later(hai: Hai) -> None:
    hai.say("held_at", "2022-01-10", at="Taganrog SIZO-2")
    hai.say("held_at", None, at="Kursk SIZO-1")
    hai.say("held_at", None, at="Kizel SIZO-3")
    said = hai.text(person)
    last, _, rest = said.partition("Last documented")[2].partition("What is not known")
    assert last.count("certain for all dates") + last.count("possible for some dates") == 1
    assert "so that it may have been later: Kursk SIZO-1 [" in last or (
        "so that it may have been later: Kizel SIZO-3 [" in last
    )
    assert rest.count("Where Oles Hai was held after") == 1


def test_what_is_told_of_a_later_time_is_named_beside_what_is_not_known(hai: Hai) -> None:
    hai.say("held_at", "2022-10-02", at="Taganrog SIZO-2")
    hai.say("sentenced", "2023-09")
    hai.say("charged", "2022")
    said = hai.text(person).partition("What is not known")[2]
    assert (
        "Where Oles Hai was held after being documented at Taganrog SIZO-2 on 2 October 2022 "
        "is not known; what is told of a later time: sentence, in September 2023." in said
    )
    assert "Nothing is known" not in hai.text(person)


def test_a_group_is_named_with_who_says_that_he_belongs_to_it(hai: Hai) -> None:
    text = hai.story.document("a list of names")
    group = hai.story.mention(text, Kind.GROUP, "the men of the convoy")
    who = hai.story.mention(text, Kind.PERSON)
    hai.story.judge(hai.who, who)
    hai.story.say(text, who, "member_of", of=group)
    assert "belongs to: the group “the men of the convoy” [" in hai.text(person)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No person is named; 2 transfers are documented of people without names."),
        ("uk", "Жодну особу не названо; задокументовано 2 етапування людей без імен."),
        ("ru", "Никто не назван; документировано 2 этапирования людей без имён."),
    ],
)
def test_transfers_of_people_without_names_are_told(language: str, said: str) -> None:
    story = Story()
    text = story.document("a ledger")
    ends = [story.mention(text, Kind.FACILITY, name) for name in ("Kursk SIZO-1", "Kizel SIZO-3")]
    for day in ("2023-01-02", "2023-02-03"):
        story.say(text, None, "moved", when=day, from_=ends[0], to=ends[1])
    seen = story.read_by(Clearance.PUBLIC)
    names = names_of(seen, str)
    there, here = (seen.entity_of[e] for e in ends)
    assert said in " ".join(render(facility(seen, there), names, language).split())
    way = travelled(seen, end(seen, (there,)), end(seen, (here,)))
    assert f" {2} " in render(way, names, language).partition("A2")[0]
    assert "reachable" in render(way, names, language)
    assert "2" in render(summary_of_facility(seen, there), names, language).partition("A2")[0]
