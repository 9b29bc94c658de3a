import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.errors import NotFound
from graph.knowledge import Knowledge
from graph.questions.find import end, find, find_ends, plain_key, region_end
from tests.graph.fold.story import Story
from tests.graph.questions.factory import World


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    world = World()
    world.entity(
        "taganrog",
        Kind.FACILITY,
        name=("Taganrog SIZO-2", "СИЗО-2 Таганрог"),
        facility_type="sizo",
        number="2",
        settlement="Taganrog",
        region="RU-ROS",
    )
    world.entity(
        "galich",
        Kind.FACILITY,
        name="Galich SIZO-2",
        facility_type="sizo",
        number="2",
        settlement="Galich",
        region="RU-KOS",
    )
    world.entity("unlinked", Kind.FACILITY, name="SIZO-2")
    world.entity("hai", Kind.PERSON, name=("Oles Hai", "Гай Олесь"))
    world.entity("koval", Kind.PERSON, name="Мар'яна Ковальова")
    world.entity("koval 2", Kind.PERSON, name="Marjana Kovaleva", birth_year="1990")
    world.entity("semyonov", Kind.PERSON, name="Пётр Семёнов")
    return world.knowledge()


def _found(knowledge: Knowledge, words: str, *kinds: Kind) -> list[str | None]:
    found = find(knowledge, words, kinds=kinds) if kinds else find(knowledge, words)
    return sorted(c.entity or c.region or "" for c in found)


def test_a_number_without_a_region_gives_candidates_never_one(knowledge: Knowledge) -> None:
    assert _found(knowledge, "SIZO-2", Kind.FACILITY) == ["galich", "taganrog", "unlinked"]
    assert not any(c.exact for c in find(knowledge, "SIZO-2", kinds=(Kind.FACILITY,)))


@pytest.mark.parametrize(
    "words",
    [
        "Taganrog SIZO-2",
        "taganrog sizo 2",
        "СИЗО-2 Таганрог",
        "СІЗО № 2, Таганрог",
        "SIZO No. 2 in Taganrog",
    ],
)
def test_any_variant_of_a_facility_finds_it_alone(knowledge: Knowledge, words: str) -> None:
    (found,) = find(knowledge, words, kinds=(Kind.FACILITY,))
    assert (found.entity, found.exact) == ("taganrog", True)
    assert ("region", "RU-ROS") in found.context


@pytest.mark.parametrize("words", ["олесь гай", "Hai Oles", "ГАЙ ОЛЕСЬ"])
def test_people_are_found_in_any_order_case_and_script(knowledge: Knowledge, words: str) -> None:
    assert _found(knowledge, words) == ["hai"]


def test_apostrophes_and_yo_do_not_matter(knowledge: Knowledge) -> None:
    assert "koval" in _found(knowledge, "Марʼяна Ковальова", Kind.PERSON)
    assert _found(knowledge, "Петр Семенов") == ["semyonov"]
    assert plain_key("Мар’яна  Ко-валь №5") == "маряна ко валь 5"


def test_a_part_of_a_name_gives_candidates(knowledge: Knowledge) -> None:
    assert [(c.entity, c.exact) for c in find(knowledge, "Hai")] == [("hai", False)]


@pytest.mark.parametrize("words", ["Rostov Oblast", "RU-ROS", "Ростовская область"])
def test_a_region_is_found_by_name_or_code(knowledge: Knowledge, words: str) -> None:
    (found,) = [c for c in find(knowledge, words, kinds=(Kind.PLACE,)) if c.exact]
    assert found.region == "RU-ROS"


def test_crimea_and_the_occupied_territories_are_ukraine(knowledge: Knowledge) -> None:
    assert _found(knowledge, "Donetsk Oblast", Kind.PLACE) == ["UA-14"]
    assert _found(knowledge, "Крим", Kind.PLACE) == ["UA-43"]


def test_nothing_is_found_of_what_is_not_there(knowledge: Knowledge) -> None:
    assert _found(knowledge, "Nobody Atall") == []
    assert _found(knowledge, "  ") == []


def test_ends_are_facilities_or_those_of_a_region(knowledge: Knowledge) -> None:
    assert region_end(knowledge, "RU-ROS").facilities == ("taganrog",)
    assert end(knowledge, ["galich", "taganrog"]).facilities == ("galich", "taganrog")
    with pytest.raises(NotFound):
        region_end(knowledge, "UA-14")
    with pytest.raises(NotFound):
        end(knowledge, ["hai"])


def test_a_name_in_another_case_is_found_but_not_taken_for_exact() -> None:
    world = World()
    world.entity("p", Kind.PERSON, name="Тараса Полищука")
    (found,) = find(world.knowledge(), "Тарас Полищук", kinds=(Kind.PERSON,))
    assert found.entity == "p"
    assert not found.exact


def test_a_town_is_no_end_of_a_way_but_its_facilities_are() -> None:
    world = World()
    world.entity("sizo", Kind.FACILITY, name="Taganrog SIZO-2", settlement="Taganrog")
    world.entity("town", Kind.PLACE, name="Taganrog")
    seen = world.knowledge()
    assert "town" in _found(seen, "Taganrog", Kind.FACILITY, Kind.PLACE)
    assert [c.entity for c in find_ends(seen, "Taganrog")] == ["sizo"]
    assert [c.region for c in find_ends(seen, "Rostov Oblast")] == ["RU-ROS"]


def test_a_long_run_of_one_letter_is_no_shorter_word() -> None:
    world = World()
    world.entity("with one more", Kind.PERSON, name="з іще одним побратимом")
    world.entity("named", Kind.PERSON, name="Zzzz")
    known = world.knowledge()
    assert _found(known, "zzzz") == ["named"]
    assert _found(known, "з") == ["with one more"]


def test_who_is_named_in_other_cases_alone_is_found_by_the_nominative() -> None:
    story = Story()
    news = story.document("news")
    who = story.mention(news, Kind.PERSON)
    said = story.say(
        news,
        who,
        "name",
        value="Ореста Палагнюка",
        details=(("oblique", "yes"), ("nominative", "Орест Палагнюк")),
    )
    story.say(news, who, "name", value="Палагнюк")
    seen = story.read_by(Clearance.PUBLIC)
    for words in ("Орест Палагнюк", "Палагнюк Орест", "Orest Palahniuk"):
        (found,) = find(seen, words, kinds=(Kind.PERSON,))
        assert (found.exact, found.claims) == (True, (said,)), words
