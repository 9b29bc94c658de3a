"""Who heads a facility by a verb; all people are invented, the prisons are real."""

import pytest

from graph.edtf import to_edtf
from graph.period import iso
from tests.nlp.reader import reading, told

HEADED = [
    (
        "Petro Lys has headed Vyazma SIZO-2 since May 2023.",
        {"headed | of=Vyazma SIZO-2 | who=Petro Lys | 2023-05/.."},
    ),
    (
        "Колонію № 77 у Бердянську з травня 2023 року очолює Петро Лис.",
        {"headed | of=Колонію № 77 у Бердянську | who=Петро Лис | 2023-05/.."},
    ),
    (
        "Тишку О. П. повідомлено про підозру за ст. 438 КК України. Підозрюваний обіймає посаду "
        "начальника СІЗО-2 Таганрога з 3 червня 2024 року.",
        {
            "charged | who=Тишку О. П. | official",
            "headed | of=СІЗО-2 Таганрога | who=Тишку О. П. | 2024-06-03/..",
        },
    ),
    (
        "С августа 2024 года договоры СИЗО-1 Курска подписывал исполняющий обязанности "
        "начальника Иван Мороз. Изолятором до мая 2024 года руководил Степан Луговой.",
        {
            "headed | of=СИЗО-1 Курска | who=Иван Мороз | 2024-08/..",
            "headed | of=Изолятором | who=Степан Луговой | ../2024-05",
        },
    ),
]


@pytest.mark.parametrize(("text", "said"), HEADED)
def test_a_verb_tells_who_heads_a_facility(text: str, said: set[str]) -> None:
    assert told(text, source_type="court_record") == said


@pytest.mark.parametrize(
    "text",
    [
        "Олег Тишко ніколи не керував колонією № 77 у Бердянську.",
        "Petro Lys ran from Vyazma SIZO-2.",
        "Начальник СИЗО-1 Курска руководит Иваном Морозом.",
    ],
)
def test_who_heads_nothing(text: str) -> None:
    assert not [line for line in told(text) if line.startswith("headed")]


@pytest.mark.parametrize(("verb", "known_until"), [("has headed", "2025-03-09"), ("ran", None)])
def test_what_is_told_in_the_present_holds_on_the_day_of_publication(
    verb: str, known_until: str | None
) -> None:
    text = f"Petro Lys {verb} Vyazma SIZO-2 since 5 May 2023."
    (claim,) = (c for c in reading(text, published="2025-03-09").claims if c.property == "headed")
    assert (iso(claim.period.start.lo), iso(claim.period.end.lo)) == (
        "2023-05-05",
        known_until or "2023-05-05",
    )
    assert to_edtf(claim.period) == "2023-05-05/.."
