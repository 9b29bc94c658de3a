"""Letters in which an authority denies; people and letters are invented, the prisons are real."""

import pytest

from tests.nlp.reader import told

LETTERS = [
    (
        "Сообщаем, что Луговой Степан Ильич, 1979 года рождения, и Мороз Иван Петрович, 1968 года "
        "рождения, в учреждениях, подведомственных УФСИН России по Курской области, не "
        "содержатся. В ФКУ СИЗО-1 УФСИН России по Курской области указанные лица не поступали.",
        {
            "held_at | at=Курской области | who=Луговой Степан Ильич | who=Мороз Иван Петрович"
            " | denied | official",
            "moved | to=ФКУ СИЗО-1 УФСИН России по Курской области | who=Луговой Степан Ильич"
            " | who=Мороз Иван Петрович | denied | official",
        },
    ),
    (
        "Повідомляємо, що Тишко Олег Петрович, 1990 року народження, в установах Брянської "
        "області не утримується. До СІЗО-2 Таганрога вказана особа не надходила.",
        {
            "held_at | at=Брянської області | who=Тишко Олег Петрович | denied | official",
            "moved | to=СІЗО-2 Таганрога | who=Тишко Олег Петрович | denied | official",
        },
    ),
    (
        "We inform you that Maryna Bilyk, born in 1990, is not and was never held in any "
        "institution of the Bryansk Oblast.",
        {"held_at | at=Bryansk Oblast | who=Maryna Bilyk | denied | official"},
    ),
]


@pytest.mark.parametrize(("text", "denied"), LETTERS)
def test_what_a_letter_denies_of_all_whom_it_names(text: str, denied: set[str]) -> None:
    assert told(text, source_type="ru_official") == denied


@pytest.mark.parametrize(
    "text",
    [
        "Луговой Степан Ильич в учреждениях не содержится.",  # of no region
        "Луговой Степан Ильич в учреждениях области, кроме Курской области, не содержится.",
        "Указанные лица в ФКУ СИЗО-1 УФСИН России по Курской области не поступали.",  # who?
        "Maryna Bilyk is held in an institution of the Bryansk Oblast.",
    ],
)
def test_what_denies_nothing_of_anybody(text: str) -> None:
    assert "denied" not in " ".join(told(text, source_type="ru_official"))


def test_lines_that_a_narrow_page_broke_are_one_sentence() -> None:
    text = "Луговой Степан Ильич в\nучреждениях УФСИН России по\nКурской области не\nсодержится.\n"
    assert told(text.replace("не\n", "не "), source_type="ru_official") == {
        "held_at | at=Курской области | who=Луговой Степан Ильич | denied | official"
    }


def test_a_line_that_ends_with_an_abbreviation_goes_on() -> None:
    text = (
        "In May 2022 Maryna Bilyk was transferred from Volnovakha Penal Colony No.\n"
        "120 in Olenivka to Taganrog SIZO-2.\n"
    )
    (line,) = told(text, source_type="ngo_report")
    assert "to=Taganrog SIZO-2" in line
