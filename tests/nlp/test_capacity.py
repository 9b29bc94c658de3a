"""How many people a facility is said to hold; facilities are real, all numbers are invented."""

import pytest

from tests.nlp.reader import claims

SAID = [
    (
        "Vyazma SIZO-2 is a prison with room for about 410 inmates.",
        {("Vyazma SIZO-2", "≈410")},
    ),
    (
        "The colony stands behind SIZO-3 in Kizel. It has 230 places, others say at least 300.",
        {("SIZO-3 in Kizel", "230"), ("SIZO-3 in Kizel", "≥300")},
    ),
    ("The capacity of Vyazma SIZO-2 is 1,200.", {("Vyazma SIZO-2", "1200")}),
    (
        "Бердянська колонія № 77 розрахована на 640 місць.",
        {("Бердянська колонія № 77", "640")},
    ),
    (
        "СІЗО-2 Таганрога стоїть біля колонії № 5. У ньому близько чотирьохсот місць.",
        {("СІЗО-2 Таганрога", "≈400")},
    ),
    (
        "СИЗО-1 Курска переполнено. Вместимость 510 мест, другие называют 700.",
        {("СИЗО-1 Курска", "510"), ("СИЗО-1 Курска", "700")},
    ),
]


@pytest.mark.parametrize(("text", "stated"), SAID)
def test_a_capacity_as_its_source_rounds_it(text: str, stated: set[tuple[str, str]]) -> None:
    assert claims(text, "capacity") == stated


@pytest.mark.parametrize(
    "text",
    [
        "There were 410 prisoners in Vyazma SIZO-2.",
        "The capacity of Vyazma SIZO-2 is given as anything between 400 and 512 places.",
        "Vyazma SIZO-2 would be rebuilt with room for 500 prisoners.",
        "Камера в СИЗО-1 Курска — это 12 человек на 4 места.",
        "СІЗО-2 Таганрога і колонія № 77 у Бердянську. Місткість 500 місць.",
        "Місткість становить 500 місць.",
    ],
)
def test_no_capacity_of_a_facility_is_said(text: str) -> None:
    assert claims(text, "capacity") == set()
