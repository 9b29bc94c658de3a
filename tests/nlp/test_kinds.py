"""Ways in which texts tell of what happens to prisoners, one line a kind. People are invented."""

import pytest

from tests.nlp.reader import told

KINDS = [
    ("25 мая 2023 года я уехал на обмен.", {"exchanged | who=я | 2023-05-25"}),
    ("На обмін я поїхав 25 травня 2023 року.", {"exchanged | who=я | 2023-05-25"}),
    ("Северина Рудька повернули за обміном.", {"exchanged | who=Северина Рудька"}),
    ("Серед звільнених був Северин Рудько.", {"released | who=Северин Рудько"}),
    (
        "Severyn Rudko's death in Taganrog SIZO-2 was confirmed on 5 May 2023.",
        {"died | at=Taganrog SIZO-2 | who=Severyn Rudko"},
    ),
    (
        "Про смерть Северина Рудька в СІЗО-2 Таганрога стало відомо 5 травня 2023 року.",
        {"died | at=СІЗО-2 Таганрога | who=Северина Рудька"},
    ),
    (
        "Анну Зуб забрали из дома в Мелитополе 2 мая 2022 года.",
        {"captured | at=Мелитополе | who=Анну Зуб | 2022-05-02"},
    ),
    (
        "Hanna Zub was detained at a checkpoint in Manhush on 16 April 2022.",
        {"captured | at=Manhush | who=Hanna Zub | 2022-04-16"},
    ),
    (
        "We were brought to a colony that turned out to be IK-1 in Donskoy.",
        {"moved | to=IK-1 in Donskoy | who=We"},
    ),
    (
        "Нас привезли в колонію, яка виявилася ВК-1 в Донському.",
        {"moved | to=ВК-1 в Донському | who=Нас"},
    ),
    (
        "Severyn Rudko was held at Olenivka, then at Taganrog SIZO-2, and since May 2023 in IK-10 "
        "in Mordovia.",
        {
            "held_at | at=Olenivka | who=Severyn Rudko",
            "held_at | at=Taganrog SIZO-2 | who=Severyn Rudko",
            "held_at | at=IK-10 in Mordovia | who=Severyn Rudko | 2023-05/..",
        },
    ),
    (
        "Северина Рудько держали в Еленовке, потом в СИЗО-2 Таганрога.",
        {
            "held_at | at=Еленовке | who=Северина Рудько",
            "held_at | at=СИЗО-2 Таганрога | who=Северина Рудько",
        },
    ),
    ("Северин Рудько отримав 14 років суворого режиму.", {"sentenced | who=Северин Рудько"}),
    ("The FSB accused Severyn Rudko of espionage.", {"charged | who=Severyn Rudko"}),
    (
        "Справу Северина Рудька розглядає Південний окружний військовий суд.",
        {"tried | court=Південний окружний військовий суд | who=Северина Рудька"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[k[0][:40] for k in KINDS])
def test_a_way_of_telling_is_read(text: str, expected: set[str]) -> None:
    assert told(text, source_type="survivor_published") == expected


STAYS = [
    ("Oles Hai was brought to Taganrog SIZO-2. He was held until May 2023.", "He"),
    ("Олеся Гая привезли до СІЗО-2 Таганрога. Його тримали до травня 2023 року.", "Його"),
    ("Олеся Гая привезли в СИЗО-2 Таганрога. Его держали в камере до мая 2023 года.", "Его"),
]


@pytest.mark.parametrize(("text", "who"), STAYS, ids=["en", "uk", "ru"])
def test_a_stay_without_a_place_is_where_the_same_one_was_brought(text: str, who: str) -> None:
    (stay,) = [line for line in told(text, source_type="news") if line.startswith("held_at")]
    assert stay.endswith(f"who={who} | ../2023-05")
    assert "2 Таганрога" in stay or "Taganrog SIZO-2" in stay


@pytest.mark.parametrize(
    "text",
    [
        "Oles Hai was brought to Taganrog SIZO-2. Ivan Moroz was held until May 2023.",
        "Oles Hai was brought to Taganrog SIZO-2. He was held in a village school until May 2023.",
        "Олеся Гая привезли до СІЗО-2 Таганрога. Його тримали в сільській школі.",
        "Олеся Гая привезли в СИЗО-2 Таганрога. Его держали под дулом автомата.",
    ],
)
def test_a_stay_of_another_or_elsewhere_is_not_put_there(text: str) -> None:
    assert not any(line.startswith("held_at") for line in told(text, source_type="news"))


@pytest.mark.parametrize(
    "text",
    [
        "Oles Hai was let go without any exchange.",
        "Олеся Гая відпустили без жодного обміну.",
        "Олеся Гая отпустили без всякого обмена.",
    ],
)
def test_a_release_without_exchange_is_none(text: str) -> None:
    (line,) = told(text, source_type="news")
    assert line.startswith("released")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the exchange on 14 August 2025, Bohdan Koval returned home.", {"exchanged | who=Bohdan Koval | 2025-08-14"}),  # noqa: E501
        ("В межах обміну додому повернувся Северин Рудько.", {"exchanged | who=Северин Рудько"}),
        ("В ходе обмена домой вернулся Северин Рудько.", {"exchanged | who=Северин Рудько"}),
        ("Bohdan Koval returned home.", set()),
        ("Северина Рудька звільнили з Харкова.", {"released | who=Северина Рудька"}),
        ("Северина Рудька можуть перевести до СІЗО-2 Таганрога.", set()),
        ("Северина Рудько могут этапировать в СИЗО-2 Таганрога.", set()),
        ("Oles Hai could be moved to Vyazma SIZO-2.", set()),
    ],
)  # fmt: skip
def test_coming_home_is_an_exchange_where_one_is_named(text: str, expected: set[str]) -> None:
    assert told(text, source_type="news") == expected
