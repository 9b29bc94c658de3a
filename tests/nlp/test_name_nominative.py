"""Invented names out of sentences, in the nominative; what no rule decides gives nothing."""

import pytest

from nlp.name_forms import name_parts
from nlp.name_nominative import nominative_name

UPRIGHT = (
    ("uk", "Павлові Цвіркунку", "Павло Цвіркунко"),
    ("uk", "Ореста Палагнюка", "Орест Палагнюк"),
    ("uk", "Маркові Довбушеві", "Марко Довбуш"),
    ("uk", "Ярославу Стецюк", "Ярослава Стецюк"),
    ("uk", "Олесем Гаєм", "Олесь Гай"),
    ("uk", "Андрієм Криницею", "Андрій Криниця"),
    ("uk", "Тараса Шульгу", "Тарас Шульга"),
    ("uk", "Тарасові Кравцю", "Тарас Кравець"),
    ("uk", "Ірини Верхогляд", "Ірина Верхогляд"),
    ("uk", "Ганні Іванової", "Ганна Іванова"),
    ("ru", "Валерия Остапчука", "Валерий Остапчук"),
    ("ru", "Павла Иванова", "Павел Иванов"),
    ("ru", "Петру Кравцу", "Петр Кравец"),
    ("ru", "Сергея Бондаря", "Сергей Бондарь"),
    ("ru", "Инну Мельник", "Инна Мельник"),
    ("ru", "Игорю Лозинскому", "Игорь Лозинский"),
)
UNDECIDED = (("uk", "Шевелю"), ("uk", "Степанові Мороз"), ("ru", "Ивану Прудкому"))


def upright(language: str, words: str) -> str:
    parts = dict(name_parts(words))
    return nominative_name(
        words,
        given=parts["given"],
        surname=parts["surname"],
        gender=parts["gender"],
        language=language,
    )


@pytest.mark.parametrize(("language", "words", "name"), UPRIGHT)
def test_given_name_and_surname_are_set_upright_together(language: str, words: str, name: str):
    assert upright(language, words) == name


@pytest.mark.parametrize(("language", "words"), UNDECIDED)
def test_what_could_be_two_names_stays_as_written(language: str, words: str):
    assert upright(language, words) == ""
