import pytest

from graph.names.place_called import place_called
from graph.places.gazetteer import load


@pytest.mark.parametrize(
    ("words", "en", "uk", "ru"),
    [
        ("Маріуполі", "Mariupol", "Маріуполь", "Мариуполь"),
        ("Донецке", "Donetsk", "Донецьк", "Донецк"),
        ("Mariupol", None, "Маріуполь", "Мариуполь"),
        ("Olenivka", None, "Оленівка", None),
        ("Kyiv", None, "Київ", None),
        ("Старого Оскола", "Staryy Oskol", "Старий Оскол", "Старый Оскол"),
        ("Гостомеля", "Hostomel", "Гостомель", "Гостомель"),
        ("Київщини", "Kyiv Oblast", "Київська область", "Киевская область"),
        ("Тульської області", "Tula Oblast", "Тульська область", "Тульская область"),
        ("Ростова-на-Дону", "Rostov-on-Don", "Ростов-на-Дону", "Ростов-на-Дону"),
        ("сараю за школою", None, None, None),
        ("Makeyevka", None, "Макеевка", "Макеевка"),
        ("Nowhere", None, None, None),
    ],
)
def test_a_place_in_any_case_form_is_called_by_its_name(
    words: str, en: str | None, uk: str | None, ru: str | None
) -> None:
    assert [place_called(words, language, load()) for language in ("en", "uk", "ru")] == [
        en,
        uk,
        ru,
    ]


def test_what_may_be_a_town_or_a_region_is_left_as_written() -> None:
    assert place_called("мордовську", "en", load()) is None
