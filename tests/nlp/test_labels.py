"""Lists of people with labelled lines; plain plurals are no orders. People are invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Severyn Rudko\nHeld: SIZO-2 Taganrog, since May 2022",
            {"held_at | at=SIZO-2 Taganrog | who=Severyn Rudko | 2022-05/.."},
        ),
        (
            "- Severyn Rudko, marine. Captured: 12 April 2022, Mariupol. Held: SIZO-2 Taganrog.\n"
            "- Myron Paliy, medic. Held: Vyazma SIZO-2, from June 2022.",
            {
                "captured | at=Mariupol | who=Severyn Rudko | 2022-04-12",
                "held_at | at=SIZO-2 Taganrog | who=Severyn Rudko",
                "held_at | at=Vyazma SIZO-2 | who=Myron Paliy | 2022-06/..",
            },
        ),
        (
            "Рудько Северин Петрович, 1990 р. н. Утримується: СІЗО-2 Таганрога, з травня 2022 р.",
            {"held_at | at=СІЗО-2 Таганрога | who=Рудько Северин Петрович | 2022-05/.."},
        ),
        (
            "Рудько Северин Петрович, 1990 г. р. Содержится: СИЗО-2 Таганрога, с мая 2022 года.",
            {"held_at | at=СИЗО-2 Таганрога | who=Рудько Северин Петрович | 2022-05/.."},
        ),
        ("Held: SIZO-2 Taganrog, since May 2022", set()),
        ("Severyn Rudko and Myron Paliy\nHeld: SIZO-2 Taganrog", set()),
    ],
)
def test_a_label_tells_of_the_one_person_above_or_before_it(text: str, expected: set[str]) -> None:
    assert told(text, source_type="ngo_report") == expected


def test_a_present_plural_is_no_order() -> None:
    (line,) = told("Івана Мороза утримують у СІЗО-2 Таганрога.", source_type="news")
    assert "planned" not in line
