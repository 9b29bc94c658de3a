"""A denial of a second time says so; the people are invented."""

import pytest

from graph.claim import Polarity
from tests.nlp.reader import reading


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (
            "Oles Vyhadanyi was not transported to Volnovakha Colony No. 120 a second time.",
            (("again", "yes"),),
        ),
        ("Oles Vyhadanyi was not transported to Volnovakha Colony No. 120.", ()),
        (
            "Тараса Вигаданого етапували 11 березня 2023 року до СІЗО-2 у Таганрозі. "
            "Удруге його до СІЗО-2 у Таганрозі не етапували.",
            (("again", "yes"),),
        ),
        (
            "Тараса Выдуманного не увезли в СИЗО-2 Таганрога второй раз.",
            (("again", "yes"),),
        ),
    ],
)
def test_a_denial_of_a_second_time_says_so(text: str, details: tuple[tuple[str, str], ...]) -> None:
    denied = [c for c in reading(text).claims if c.polarity is Polarity.DENIED]
    assert [c.details for c in denied] == [details]
