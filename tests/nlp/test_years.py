"""A date without a year takes one only from a telling that goes forwards. People are invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("I was held in Vyazma SIZO-2 in May 2022. In September they took me to Kursk SIZO-1.", "2022-09"),  # noqa: E501
        ("Мене тримали в СІЗО-2 Вязьми у травні 2022 року. У вересні мене перевели до СІЗО-1 Курська.", "2022-09"),  # noqa: E501
        ("Меня держали в СИЗО-2 Вязьмы в мае 2022 года. В сентябре меня перевели в СИЗО-1 Курска.", "2022-09"),  # noqa: E501
        ("I was held in Vyazma SIZO-2 in May 2022. In March they took me to Kursk SIZO-1.", ""),
        ("I came to Vyazma SIZO-2 in May 2022. Two years passed. In June they took me to Kursk SIZO-1.", ""),  # noqa: E501
        ("I was held in Vyazma SIZO-2 in May 2022. Before that, in June, they took me to Kursk SIZO-1.", ""),  # noqa: E501
    ],
)  # fmt: skip
def test_the_year_goes_on_and_never_back(text: str, when: str) -> None:
    (line,) = [line for line in told(text) if line.startswith("moved | to=") and "1 " in line]
    assert line.rpartition("who=")[2].partition(" | ")[2] == when


def test_two_possible_years_are_none() -> None:
    text = "Ivan Moroz was captured in March 2022. In December he was moved to Kursk SIZO-1."
    lines = told(text, source_type="news", published="2025-01-20")
    assert [line for line in lines if line.startswith("moved")] == [
        "moved | to=Kursk SIZO-1 | who=he"
    ]


def test_no_date_is_reckoned_past_a_death_that_is_told() -> None:
    text = (
        "In December Ivan Moroz was moved to Kursk SIZO-1.\n\n"
        "Ivan Moroz died in Kursk SIZO-1 on 3 October 2024."
    )
    lines = told(text, source_type="news", published="2025-01-20")
    assert "moved | to=Kursk SIZO-1 | who=Ivan Moroz" in lines


def test_a_year_of_birth_dates_nothing() -> None:
    text = "Ивана Мороза, 1988 года рождения, перевели в СИЗО-1 Курска."
    assert told(text, source_type="news") == {"moved | to=СИЗО-1 Курска | who=Ивана Мороза"}


def test_a_day_has_not_the_year_of_publication_after_a_paragraph_of_another_year() -> None:
    text = (
        "Ivan Moroz was captured in March 2022.\n\nOn 12 May Ivan Moroz was moved to Kursk SIZO-1."
    )
    lines = told(text, source_type="news", published="2025-06-01")
    assert "moved | to=Kursk SIZO-1 | who=Ivan Moroz" in lines


def test_what_the_news_did_not_just_report_goes_on_in_the_year_of_the_telling() -> None:
    text = (
        "Марка Гринько задержали 15 июня 2023 года в Мариуполе. "
        "27 июня Гринько этапировали в СИЗО-1 Курска."
    )
    dated = "moved | to=СИЗО-1 Курска | who=Гринько | 2023-06-27"
    assert dated in told(text, source_type="news", published="2024-11-20")
    fresh = told(text, source_type="news", published="2024-07-20")
    assert "moved | to=СИЗО-1 Курска | who=Гринько" in fresh  # which year is not said


def test_the_same_year_is_that_of_the_telling() -> None:
    text = (
        "Марка Гринька взяли в полон 4 квітня 2022 року. "
        "До серпня того ж року Гринька тримали в СІЗО-1 Курська."
    )
    held = "held_at | at=СІЗО-1 Курська | who=Гринька | ../2022-08"
    assert held in told(text, source_type="news", published="2024-11-20")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        (
            "Весной 2022 года Степана Лугового держали в СИЗО-1 Курска; в январе следующего года "
            "его вывезли в Кизел.",
            "moved | to=Кизел | who=его | 2023-01",
        ),
        (
            "У березні 2022 року Олега Тишка тримали в СІЗО-2 Таганрога. У лютому наступного року "
            "його вивезли до Кізела.",
            "moved | to=Кізела | who=його | 2023-02",
        ),
        (
            "Степана Лугового держали в СИЗО-1 Курска; в январе следующего года его вывезли в "
            "Кизел.",
            "moved | to=Кизел | who=его",  # after which year nobody says
        ),
    ],
)
def test_the_following_year_is_one_more_than_the_one_told(text: str, moved: str) -> None:
    assert moved in told(text, source_type="ngo_report")
