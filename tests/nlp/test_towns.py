"""A town or a kind alone means a facility only where one facility of the document fits."""

import pytest

from graph.names.facility_index import FacilityIndex, FacilityRow
from tests.nlp.reader import joined, reading, told


@pytest.mark.parametrize(
    ("text", "town", "facility"),
    [
        ("Нас тримали в СІЗО-2 Таганрога. У Таганрозі я пробув півтора року.", "Таганрозі", "СІЗО-2 Таганрога"),  # noqa: E501
        ("Меня держали в СИЗО-2 Таганрога. В Таганроге я пробыл полтора года.", "Таганроге", "СИЗО-2 Таганрога"),  # noqa: E501
        ("I was held in Vyazma SIZO-2. I spent a year in Vyazma.", "Vyazma", "Vyazma SIZO-2"),
    ],
)  # fmt: skip
def test_a_town_is_its_one_facility(text: str, town: str, facility: str) -> None:
    assert frozenset((town, facility)) in joined(text)


def test_two_facilities_of_one_town_leave_the_town_a_place() -> None:
    text = "He was held in Rostov SIZO-1. He was held in Rostov IK-10. I spent a year in Rostov."
    assert not any("Rostov" in pair for pair in joined(text))


def test_a_town_with_two_listed_facilities_stays_a_place() -> None:
    listed = FacilityIndex.from_rows(
        FacilityRow(
            id=number,
            types=("ik",),
            numbers=(number,),
            settlements=("Оленівка",),
            regions=("UA-14",),
        )
        for number in ("120", "52")
    )
    text = "Нас тримали в колонії № 120 в Оленівці. З Оленівки мене етапували до СІЗО-2 Вязьми."
    authors = {j.author.split("/")[0] for j in reading(text, listed=listed).judgements}
    assert "town-of-facility" not in authors
    assert "town-of-facility" in {j.author.split("/")[0] for j in reading(text).judgements}


def test_the_colony_is_the_one_that_was_named_before_and_a_colony_is_not() -> None:
    named = "Oles Hai was held in Penal Colony No. 10 in Mordovia. "
    the = joined(named + "Ivan Moroz was held in the colony until May 2023.")
    another = joined(named + "Ivan Moroz was held in a colony until May 2023.")
    assert frozenset(("Penal Colony No. 10 in Mordovia", "colony")) in the
    assert not any("colony" in pair for pair in another)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We were held at Olenivka, in Colony 120.", "at=Olenivka, in Colony 120"),
        ("Petro Luhovyi was sent to the tenth colony in Mordovia.", "to=tenth colony in Mordovia"),
        ("I was held in the hundred and twentieth colony.", "at=hundred and twentieth colony"),
        ("Нас тримали у ВК-1 в Донському.", "at=ВК-1 в Донському"),
        ("Нас держали в Еленовке, в сто двадцатой колонии.", "at=Еленовке, в сто двадцатой колонии"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_number_in_words_and_the_town_beside_it_are_one_name(text: str, number: str) -> None:
    (line,) = told(text)
    assert number in line


def test_an_order_to_hold_is_planned() -> None:
    (line,) = told("Содержать Ивана Мороза в СИЗО-1 Курска.", source_type="court_record")
    assert "planned" in line
