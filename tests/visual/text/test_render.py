"""Answers as text, on a small folded record; the people are invented."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from graph.answer.path import ReachableAnswer
from graph.answer.terms import AtLeast
from graph.claim import Kind, Polarity
from graph.clearance import Clearance
from graph.document import Text
from graph.judgement import Verdict
from graph.knowledge import Knowledge
from graph.period import day_number
from graph.questions.codetention import codetention_at, codetention_of
from graph.questions.events import contradictions, events
from graph.questions.facility import facility
from graph.questions.find import end, find
from graph.questions.flows import flows
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
from visual.names import names_of
from visual.text import render

LANGUAGES = ("en", "uk", "ru")
NOTE = re.compile(r"\[\d+(?:, [^\]]+)*\]")
HEADINGS = {"en": "Sources", "uk": "Джерела", "ru": "Источники"}


@dataclass
class Told:
    """Two prisoners and a third, three facilities, a witness whom only some may read."""

    story: Story
    people: dict[str, str]
    places: dict[str, str]

    def seen(self, clearance: Clearance = Clearance.RESTRICTED) -> Knowledge:
        return self.story.read_by(clearance)


@pytest.fixture(scope="module")
def told() -> Told:
    story = Story()
    listed = story.document("list of facilities", source_type="academic", publisher="A list")
    names = {
        "olenivka": "Volnovakha Colony No. 120",
        "taganrog": "Taganrog SIZO-2",
        "kizel": "Kizel SIZO-3",
    }
    places = {k: story.mention(listed, Kind.FACILITY, name) for k, name in names.items()}
    story.say(listed, places["taganrog"], "facility_type", value="sizo")
    story.say(listed, places["taganrog"], "region", value="RU-ROS")
    people: dict[str, str] = {}

    def at(text: Text, place: str) -> str:
        mention = story.mention(text, Kind.FACILITY, names[place])
        story.judge(mention, places[place], Verdict.SAME, by_person=False)
        return mention

    d1 = story.document("a testimony", Clearance.RESTRICTED, publisher="Archive of Voices")
    people["hai"] = hai = story.mention(d1, Kind.PERSON, "Oles Hai")
    story.say(d1, None, "moved", who=hai, from_=at(d1, "olenivka"), to=at(d1, "taganrog"),
              when="[2022-05-21..2022-05-31]")  # fmt: skip
    d2 = story.document("an official list", source_type="ua_official_list")
    second = story.mention(d2, Kind.PERSON, "Гай Олесь")
    story.judge(hai, second)
    taganrog = at(d2, "taganrog")
    story.say(d2, None, "held_at", who=second, at=taganrog, when="2022-06-10")
    people["remez"] = remez = story.mention(d2, Kind.PERSON, "Ремез Остап")
    story.say(d2, None, "held_at", who=remez, at=taganrog, when="2022-06-01/2022-07-01")
    story.say(d2, None, "exchanged", who=second, when="2024-12-30")
    verdict = (("article", "205.4"), ("term", "10"), ("unit", "years"))
    story.say(d2, None, "sentenced", who=remez, when="2023-02", details=verdict)
    d3 = story.document("a news report")
    people["lozynska"] = loz = story.mention(d3, Kind.PERSON, "Віра Лозинська")
    story.say(
        d3, None, "moved", who=loz, from_=at(d3, "taganrog"), to=at(d3, "kizel"), when="2024-10-03"
    )
    third = story.mention(d3, Kind.PERSON, "Ремез Остап")
    story.judge(remez, third)
    story.say(d3, None, "held_at", who=third, at=at(d3, "taganrog"), when="2022-06-15",
              polarity=Polarity.DENIED)  # fmt: skip
    story.say(d3, None, "died", who=loz, when="2024-10-01")
    return Told(story=story, people=people, places=places)


def _answers(told: Told, seen: Knowledge) -> dict[str, object]:
    who = {k: seen.entity_of[s] for k, s in told.people.items() if s in seen.entity_of}
    at = {k: end(seen, (s,)) for k, s in told.places.items()}
    where = {k: e.facilities[0] for k, e in at.items()}
    remez, loz = who["remez"], who["lozynska"]
    hai = who.get("hai", remez)
    return {
        "candidates": find(seen, "SIZO-2"),
        "person": person(seen, hai, on=day_number(date(2025, 1, 1))),
        "itinerary": itinerary(seen, hai),
        "facility": facility(seen, where["taganrog"]),
        "flows": flows(seen),
        "travelled": travelled(seen, at["olenivka"], at["taganrog"]),
        "nobody": travelled(seen, at["kizel"], at["olenivka"]),
        "reachable": reachable(seen, at["olenivka"], at["kizel"]),
        "codetention": codetention_of(seen, hai),
        "codetention_at": codetention_at(seen, where["taganrog"]),
        "moved_with": moved_with(seen, hai),
        "events": events(seen),
        "contradictions": contradictions(seen),
        "relation": relation(seen, hai, remez),
        "summary_person": summary_of_person(seen, hai),
        "summary_facility": summary_of_facility(seen, where["taganrog"]),
        "summary_relation": summary_of_relation(seen, hai, loz),
    }


Rendered = Callable[..., str]


@pytest.fixture(scope="module")
def rendered(told: Told) -> Rendered:
    seen = {c: told.seen(c) for c in (Clearance.PUBLIC, Clearance.RESTRICTED)}
    answers = {c: _answers(told, known) for c, known in seen.items()}

    def one(name: str, language: str = "en", clearance: Clearance = Clearance.RESTRICTED) -> str:
        names = names_of(
            seen[clearance],
            lambda inner: f"u{abs(hash(inner)) % 10**10}",
            text_of=told.story.texts.__getitem__,
        )
        return render(answers[clearance][name], names, language)

    return one


ALL = [
    "candidates", "person", "itinerary", "facility", "flows", "travelled", "nobody", "reachable",
    "codetention", "codetention_at", "moved_with", "events", "contradictions", "relation",
    "summary_person", "summary_facility", "summary_relation",
]  # fmt: skip
SUMMARIES = [name for name in ALL if name.startswith("summary")]


def _section(text: str, heading: str) -> list[str]:
    """The lines below a heading, those that go on with one joined to it."""
    lines = text.splitlines()
    at = lines.index(heading) + 2
    found: list[str] = []
    for line in lines[at:]:
        if not line:
            break
        if line.startswith("    ") and found:
            found[-1] += " " + line.strip()
        else:
            found.append(line.strip())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_every_answer_can_be_read_within_a_hundred_columns(
    rendered: Rendered, name: str, language: str
) -> None:
    text = rendered(name, language)
    assert text.strip()
    assert "{" not in text
    long = [line for line in text.splitlines() if len(line) > 100]
    assert not [line for line in long if "   id " not in line], long


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_every_number_leads_to_a_source_and_every_source_is_cited(
    rendered: Rendered, name: str, language: str
) -> None:
    body, _, sources = rendered(name, language).partition(f"\n{HEADINGS[language]}\n")
    cited = {int(n) for note in NOTE.findall(body) for n in re.findall(r"(?<![^\W\d] )\d+", note)}
    listed = {int(n) for n in re.findall(r"^  \[(\d+)\]", sources, re.MULTILINE)}
    assert cited == listed == set(range(1, len(listed) + 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SUMMARIES)
def test_each_sentence_of_a_summary_carries_its_citations(
    rendered: Rendered, name: str, language: str
) -> None:
    heading = {"en": "What can be said", "uk": "Що можна сказати", "ru": "Что можно сказать"}
    sentences = _section(rendered(name, language), heading[language])
    assert sentences
    assert [s for s in sentences if not NOTE.search(s)] == []


MOVING = {
    "en": r"\b(?:mov\w+|transfer\w*|travel\w*|went|taken|took|brought|sent|convoy\w*|transport\w*)",
    "uk": r"етап|перевез|перевоз|перемі|доставл|вивез|потрап|шлях|їхал|подола",
    "ru": r"этап|перевез|перевоз|переме|доставл|вывез|попал|путь|пути|ехал|продела",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_reachable_is_never_worded_as_a_movement_of_people(
    rendered: Rendered, told: Told, language: str
) -> None:
    """Only the sentence that denies it, and assumption A1, may speak of going from A to B."""
    text = rendered("reachable", language)
    answer = _answers(told, told.seen())["reachable"]
    assert isinstance(answer, ReachableAnswer)
    assert len({c.who for r in answer.routes for ch in r.chains for c in ch.connections}) == 2
    body = text.partition(f"\n{HEADINGS[language]}\n")[0]
    denial = {"en": "this does not show that anyone travelled the whole way",
              "uk": "це не показує, що хтось подолав увесь шлях",
              "ru": "это не показывает, что кто-то проделал весь путь"}[language]  # fmt: skip
    flat = " ".join(body.split())
    assert denial in flat
    without = flat.replace(denial, "")
    taken_for_granted = re.search(r"A1 ", without)
    assert taken_for_granted is not None
    spoken = without[: taken_for_granted.start()]
    assert re.findall(MOVING[language], spoken, re.IGNORECASE) == []


def test_the_three_questions_open_differently(rendered: Rendered) -> None:
    for language in LANGUAGES:
        first = [
            rendered(n, language).splitlines()[0] for n in ("itinerary", "travelled", "reachable")
        ]
        assert len(set(first)) == 3
    counted = "1 person or group documented first at A, later at B: 1 certain for all dates"
    assert counted in rendered("travelled")


def test_moved_is_said_of_what_is_attested_alone(rendered: Rendered, told: Told) -> None:
    text = rendered("itinerary")
    assert "moved, between 21 and 31 May 2022; certain for all dates" in text
    story = Story()
    d = story.document("two sightings")
    hai = story.mention(d, Kind.PERSON, "Oles Hai")
    for place, when in (("Colony C", "2022-05-01"), ("Colony B", "2022-09-01")):
        story.say(d, None, "held_at", who=hai, at=story.mention(d, Kind.FACILITY, place), when=when)
    seen = story.read_by(Clearance.PUBLIC)
    way = itinerary(seen, seen.entity_of[hai])
    words = {c: render(way, names_of(seen, str), c) for c in LANGUAGES}
    assert "later documented at Colony B; how is not established here" in words["en"]
    assert "undocumented between: 0–122 days" in " ".join(words["en"].split())
    for language in LANGUAGES:
        above = words[language].partition("A1 ")[0]
        assert not re.findall(r"\bmoved\b|етап\w*|этап\w*", above), above


def test_what_the_reader_may_not_see_leaves_no_trace(rendered: Rendered) -> None:
    for name in (
        "facility",
        "flows",
        "travelled",
        "reachable",
        "contradictions",
        "summary_facility",
    ):
        for language in LANGUAGES:
            text = rendered(name, language, Clearance.PUBLIC)
            assert "testimony" not in text
            assert "Oles Hai" not in text
    assert "no readable source names anybody at the first" in rendered(
        "travelled", "en", Clearance.PUBLIC
    )


def test_a_source_is_named_with_publisher_place_and_words(rendered: Rendered) -> None:
    text = rendered("itinerary")  # the texts of a story hold dots where a mention stands
    assert re.search(r"\[1\] a testimony · Archive of Voices · page 1\n +“·+”\n +claim u\d+", text)


def test_the_strip_shows_months_with_what_is_open(rendered: Rendered) -> None:
    lines = rendered("itinerary").splitlines()
    (olenivka,) = [line for line in lines if line.startswith("  Volnovakha") and "▒" in line]
    (taganrog,) = [line for line in lines if line.startswith("  Taganrog") and "█" in line]
    years = next(line for line in lines if line.strip() == "2022")
    assert "←▒" in olenivka
    assert taganrog.rstrip().endswith("→")
    assert taganrog.index("█") == olenivka.index("▒")  # both in May
    assert years.index("2022") <= taganrog.index("█")


def test_contradictions_show_the_sources_of_both_sides(rendered: Rendered) -> None:
    text = " ".join(rendered("contradictions").split())
    said = "Віра Лозинська: documented after death, exchange or release"
    assert re.search(rf"{said}; one side \[(\d+)\], the other \[(?!\1)\d+", text)
    assert "Ремез Остап: one source denies it" in text


def test_a_name_that_fits_several_shows_what_tells_them_apart(rendered: Rendered) -> None:
    text = rendered("candidates", "uk")
    assert "Taganrog SIZO-2 · установа · слідчий ізолятор (СІЗО) · Ростовська область" in text


def test_days_given_are_counted_and_never_today(rendered: Rendered) -> None:
    text = " ".join(rendered("person").split())
    assert "936 days before the day asked about" in text  # from 10 June 2022 to 1 January 2025


def test_long_answers_are_cut_and_say_so() -> None:
    story = Story()
    d = story.document("a ledger")
    at = story.mention(d, Kind.FACILITY, "Colony A")
    for i in range(70):
        who = story.mention(d, Kind.PERSON, f"Invented {i}")
        story.say(d, None, "held_at", who=who, at=at, when="2022-05-01")
    seen = story.read_by(Clearance.PUBLIC)
    text = render(facility(seen, seen.entity_of[at]), names_of(seen, str), "ru")
    assert "… и ещё 10 строк; --json даёт всё" in text
    assert "Invented 12" in text


def test_chains_that_are_not_shown_are_counted_and_can_be_had(told: Told) -> None:
    seen = told.seen()
    every = _answers(told, seen)["reachable"]
    assert isinstance(every, ReachableAnswer)
    fewer = replace(every, found=AtLeast(number=len(every.routes) + 7, exact=True))
    unknown = replace(every, found=AtLeast(number=len(every.routes), exact=False))
    names = names_of(seen, lambda inner: inner[:12], language="en")
    shown = f"Shown here: {len(every.routes)}."
    assert shown not in render(every, names, "en")
    assert all(shown in render(answer, names, "en") for answer in (fewer, unknown))


def test_what_is_no_answer_is_refused() -> None:
    seen = Story().read_by(Clearance.PUBLIC)
    with pytest.raises(TypeError):
        render("words", names_of(seen, str), "en")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "… and 2 more pairs;"), ("uk", "… і ще 2 пари;")]
)
def test_pairs_that_are_left_out_are_counted(language: str, said: str) -> None:
    story = Story()
    text = story.document("a list")
    at = story.mention(text, Kind.FACILITY, "Taganrog SIZO-2")
    for name in ("Oles Hai", "Ivan Vyhadanyi", "Petro Tretii"):
        who = story.mention(text, Kind.PERSON, name)
        story.say(text, None, "held_at", who=who, at=at, when="2022-05-01/2022-06-01")
    seen = story.read_by(Clearance.PUBLIC)
    whole = codetention_at(seen, seen.entity_of[at])
    assert said in render(whole.first(1), names_of(seen, str), language)
