"""What things are called: as a source writes them, in the reader's language where a list does."""

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from tests.graph.fold.story import Story
from visual.names import label_in, names_of


def _story() -> tuple[Story, str, str]:
    story = Story()
    listed = story.document("list of facilities")
    colony = story.mention(listed, Kind.FACILITY)
    for language, name in (("en", "Volnovakha Colony No. 120"), ("uk", "Волноваська ВК № 120")):
        story.say(listed, colony, "name", value=name, details=(("language", language),))
    news = story.document("news", language="ru")
    for _ in range(3):
        story.judge(story.mention(news, Kind.FACILITY, "Оленовка"), colony)
    person = story.mention(news, Kind.PERSON, "Oles Hai")
    story.say(news, person, "name", value="Олесь Гай", details=(("language", "uk"),))
    return story, colony, person


def test_a_facility_has_the_name_that_a_list_gives_it_in_the_language_of_the_reader() -> None:
    story, colony, _ = _story()
    seen = story.read_by(Clearance.PUBLIC)
    entity = seen.entity_of[colony]
    assert label_in(seen, entity, "uk") == "Волноваська ВК № 120"
    assert label_in(seen, entity, "en") == "Volnovakha Colony No. 120"
    assert label_in(seen, entity, "ru") == "Оленовка"  # the list gives none: most often claimed
    assert names_of(seen, str).entity(entity).label == "Оленовка"


def test_people_are_called_in_the_letters_of_the_reader_by_the_fullest_upright_name() -> None:
    story, _, person = _story()
    news = story.document("more news", language="uk")
    for name in ("Олеся Миколайовича Гая", "О. М. Гай", "OLES HAI"):
        oblique = (("oblique", "yes"),) if name.endswith("Гая") else ()
        story.say(news, person, "name", value=name, details=oblique)
    seen = story.read_by(Clearance.PUBLIC)
    labels = [label_in(seen, seen.entity_of[person], code) for code in ("en", "uk", "ru")]
    assert labels == ["Oles Hai", "Олесь Гай", "Олесь Гай"]


@pytest.mark.parametrize(
    ("derived", "language", "label"),
    [((), "en", "Олеся Гая"), ((("nominative", "Олесь Гай"),), "uk", "Олесь Гай")],
)
def test_whom_sources_name_in_other_cases_is_called_by_the_nominative_derived_else_as_written(
    derived: tuple[tuple[str, str], ...], language: str, label: str
) -> None:
    story = Story()
    news = story.document("news")
    person = story.mention(news, Kind.PERSON)
    story.say(news, person, "name", value="Олеся Гая", details=(("oblique", "yes"), *derived))
    seen = story.read_by(Clearance.PUBLIC)
    assert label_in(seen, seen.entity_of[person], language) == label


def test_the_nominative_derived_is_better_than_a_surname_alone() -> None:
    story = Story()
    news = story.document("news")
    person = story.mention(news, Kind.PERSON)
    details = (("oblique", "yes"), ("nominative", "Орест Вигаданий"))
    story.say(news, person, "name", value="Ореста Вигаданого", details=details)
    story.say(news, person, "name", value="Вигаданий")
    seen = story.read_by(Clearance.PUBLIC)
    labels = [label_in(seen, seen.entity_of[person], code) for code in ("en", "uk", "ru")]
    assert labels == ["Орест Вигаданий"] * 3


def test_a_place_is_called_by_its_name_in_whatever_case_it_stands() -> None:
    story = Story()
    place = story.mention(story.document("news"), Kind.PLACE, "Маріуполі")
    seen = story.read_by(Clearance.PUBLIC)
    assert label_in(seen, seen.entity_of[place], "en") == "Mariupol"
    assert label_in(seen, seen.entity_of[place], "uk") == "Маріуполь"


def test_a_prison_called_by_its_town_alone_is_called_as_the_town_is() -> None:
    story = Story()
    prison = story.mention(story.document("news"), Kind.FACILITY, "Olenivka")
    seen = story.read_by(Clearance.PUBLIC)
    labels = [label_in(seen, seen.entity_of[prison], code) for code in ("en", "uk")]
    assert labels == ["Olenivka", "Оленівка"]


def test_what_the_reader_may_not_see_is_not_cited() -> None:
    story = Story()
    hidden = story.document("testimony", Clearance.RESTRICTED)
    who = story.mention(hidden, Kind.PERSON, "Oles Hai")
    (claim,) = story.claims
    assert who
    assert names_of(story.read_by(Clearance.PUBLIC), str).cite(claim) is None
    cited = names_of(story.read_by(Clearance.RESTRICTED), str).cite(claim)
    assert cited is not None
    assert cited.title == "testimony"
