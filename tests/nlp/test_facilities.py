"""Facilities in text: bounds, named or generic, what only looks like one."""

import pytest

from nlp.facilities import facilities
from nlp.mention import Mention
from nlp.paragraph import paragraphs


def found(text: str) -> list[Mention]:
    return [m for page in paragraphs(text) for m in facilities(page)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Його тримали у СІЗО-2 м. Таганрог.", "СІЗО-2 м. Таганрог"),
        ("Перевезли до мордовської ВК-10 взимку.", "мордовської ВК-10"),
        ("Тримали в Північній виправній колонії № 90.", "Північній виправній колонії № 90"),
        (
            "В СИЗО-2 ГУФСИН России по Ростовской области его",
            "СИЗО-2 ГУФСИН России по Ростовской области",
        ),
        ("Из СИЗО в Курске вывезли.", "СИЗО в Курске"),
        ("Таганрогское СИЗО №2 переполнено.", "Таганрогское СИЗО №2"),
        ("moved from Volnovakha Colony No. 120 to Kursk", "Volnovakha Colony No. 120"),
        (
            "He was in the Kursk Pre-Trial Detention Center No. 1.",
            "Kursk Pre-Trial Detention Center No. 1",
        ),
        (
            "in a pre-trial detention centre in the southern Russian city of Rostov-on-Don",
            "pre-trial detention centre in the southern Russian city of Rostov-on-Don",
        ),
        ("перевезли до коло\u00adнії № 120 вночі", "коло\u00adнії № 120"),
        ("тримали в ВК –10 взимку, у колонії", "ВК –10"),
        ("утримували в BK-10 Мордовії", "BK-10 Мордовії"),
        ("утримували в СI3О-2 Таганрога", "СI3О-2 Таганрога"),
    ],
)
def test_the_mention_is_the_whole_name_and_no_more(text: str, words: str) -> None:
    pages = list(paragraphs(text))
    spans = [page.copy.source(m.start, m.end) for page in pages for m in facilities(page)]
    assert words in [text[start:end] for start, end in spans]


def test_a_destination_is_no_tail_of_the_name_before_it() -> None:
    assert [m.words for m in found("Из СИЗО в Курск вывезли.")] == ["СИЗО"]


@pytest.mark.parametrize(
    "text",
    [
        "Т-72 и T-90 горели.",
        "Взяли КП-2 на висоті.",
        "ИП Иванов торгует, ВК заблокировали.",
        "He is a PC gamer.",
        "A shopping centre in Kharkiv and refugee camps in Poland.",
        "The health facility was closed.",
        "Учреждения культуры закрыты.",
        "Девять лет колонии общего режима.",
        "Йому дали дев'ять років колонії суворого режиму.",
    ],
)
def test_what_only_looks_like_a_facility_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["Тюрьма переполнена.", "Prison conditions are bad.", "Его держали в СИЗО."]
)
def test_a_bare_kind_is_generic(text: str) -> None:
    assert [m.named for m in found(text)] == [False]


def test_uk_vk_is_a_colony_and_ru_vk_is_juvenile() -> None:
    (uk,) = found("Його утримували у ВК-2 в Україні.")
    (ru,) = found("Он содержался в ВК-2, исправительной колонии, как он объяснял.")[:1]
    assert (uk.feature("facility_type"), ru.feature("facility_type")) == ("ik", "vk_juv")


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("вивезли до Таганрога, у слідчий ізолятор № 2.", "Таганрога, у слідчий ізолятор № 2", "2"),
        ("перевезли до Мордовії, у десяту колонію.", "Мордовії, у десяту колонію", "10"),
        ("держали в Херсоне, в девяностой колонии.", "Херсоне, в девяностой колонии", "90"),
    ],
)
def test_the_town_before_and_a_number_in_words_belong_to_the_name(
    text: str, words: str, number: str
) -> None:
    (only,) = found(text)
    assert (only.words, only.feature("number")) == (words, number)
