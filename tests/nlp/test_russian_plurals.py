"""Russian: whom a plural means that names nobody. All people are invented."""

import pytest

from tests.nlp.reader import told

ALL = "who=Антона Рогова | who=Льва Дятленко | who=Олега Скока"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Все трое содержались в СИЗО-2 Таганрога, откуда в ноябре 2023 года переведены в "
            "СИЗО-1 Ростова-на-Дону.",
            {
                f"held_at | at=СИЗО-2 Таганрога | {ALL}",
                f"moved | from=СИЗО-2 Таганрога | to=СИЗО-1 Ростова-на-Дону | {ALL} | 2023-11",
            },
        ),
        (
            "До предъявления обвинения они содержались в СИЗО-2 Таганрога.",
            {f"held_at | at=СИЗО-2 Таганрога | {ALL}"},
        ),
        (
            "На время процесса подсудимые содержались в СИЗО-2 Таганрога.",
            {f"held_at | at=СИЗО-2 Таганрога | {ALL}"},
        ),
        (
            "Как стало известно, после задержания все трое содержались в СИЗО-2 Таганрога.",
            {f"held_at | at=СИЗО-2 Таганрога | {ALL}"},
        ),
    ],
    ids=["all three", "they", "the accused", "after a noun"],
)
@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["same paragraph", "next paragraph"])
def test_those_named_together_are_meant(said: str, expected: set[str], joint: str) -> None:
    first = "Антона Рогова, Льва Дятленко и Олега Скока обвинили в шпионаже."
    found = told(first + joint + said, source_type="news")
    assert found == {f"charged | {ALL}"} | expected


def test_of_two_companies_the_accused_are_neither() -> None:
    content = (
        "Антона Рогова и Олега Скока обвинили в шпионаже. Льва Дятленко и Яна Рудь обвинили в "
        "убийстве. Подсудимые содержались в СИЗО-2 Таганрога."
    )
    assert "held_at | at=СИЗО-2 Таганрога | who=Подсудимые" in told(content, source_type="news")


def test_the_case_of_one_in_a_list_is_that_of_all() -> None:
    content = "Обвинение предъявлено Мищенко и Лысаку 6 июня 2023 года."
    assert told(content, source_type="court_record") == {
        "charged | who=Лысаку | who=Мищенко | 2023-06-06 | official"
    }


def test_the_pronoun_in_the_words_of_the_verb_is_meant_not_a_name_before_them() -> None:
    content = (
        "Приговор в отношении Анатолия Бабия вступил в силу, его отправят в ИК-9 в Хабаровске."
    )
    assert told(content, source_type="news") == {"moved | to=ИК-9 в Хабаровске | who=его | planned"}
