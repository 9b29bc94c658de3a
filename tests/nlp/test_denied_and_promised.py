"""What was denied, or only promised, is never told as having happened. All people are invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ivan Hrim was never convicted or charged.",
            {"sentenced | who=Ivan Hrim | denied", "charged | who=Ivan Hrim | denied"},
        ),
        (
            "Ivan Hrim has never been charged or convicted.",
            {"sentenced | who=Ivan Hrim | denied", "charged | who=Ivan Hrim | denied"},
        ),
        (
            "The investigator promised Ivan Hrim that he would stand trial in Rostov.",
            {"tried | who=he | planned"},
        ),
        ("Слідчий обіцяв, що Петра Гая судитимуть.", {"tried | who=Петра Гая | planned"}),
        ("Суду над Петром Гаєм так і не було.", {"tried | who=Петром Гаєм | denied"}),
        ("Ни следствия, ни суда над Петром Гаем не было.", {"tried | who=Петром Гаем | denied"}),
    ],
)
def test_what_did_not_happen_is_not_asserted(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "В Москве погиб Пётр Бондарь. Год ни родные, ни адвокаты не знали, где он находится.",
        "Марка Білана перевели до СІЗО-2 Таганрога. Рідні не знали, де його утримують.",
        "Марка Бондаря этапировали в Москву. Родным не было известно, где его содержат.",
        "Марка Білана перевели до СІЗО-2 Таганрога. Рідні не дізналися, де він перебуває.",
    ],
)
def test_where_nobody_knew_him_to_be_is_no_place_of_his(text: str) -> None:
    assert not [line for line in told(text) if line.startswith("held_at")]
