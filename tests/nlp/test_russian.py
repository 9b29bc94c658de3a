"""Kinds of wording of Russian texts. All people are invented."""

import pytest

from tests.nlp.reader import told

HELD = "Их держали в плену. "


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Павел Рудь содержался в СИЗО-1 Курска до декабря 2023 года, после чего был "
            "этапирован в ИК-11 в Вологодской области.",
            {
                "held_at | at=СИЗО-1 Курска | who=Павел Рудь | ../2023-12",
                "moved | to=ИК-11 в Вологодской области | who=Павел Рудь",
            },
        ),
        (
            "Павел Рудь удерживается в СИЗО-2 г. Новозыбкова.",
            {"held_at | at=СИЗО-2 г. Новозыбкова | who=Павел Рудь"},
        ),
        (
            "Рудь П.Е. помещён в ИВС, откуда этапирован в СИЗО-1 г. Ростова-на-Дону.",
            {
                "held_at | at=ИВС | who=Рудь П.Е.",
                "moved | from=ИВС | to=СИЗО-1 г. Ростова-на-Дону | who=Рудь П.Е.",
            },
        ),
        (
            "Так Павел Рудь оказался в СИЗО-2 Таганрога.",
            {"moved | to=СИЗО-2 Таганрога | who=Павел Рудь"},
        ),
        (
            "Павел Рудь содержался в одном из гаражей на окраине Мелитополя.",
            {"held_at | at=гаражей | who=Павел Рудь"},
        ),
    ],
)
def test_a_verb_of_rest_and_a_short_participle_have_their_subject(
    content: str, expected: set[str]
) -> None:
    assert told(content, source_type="ngo_report") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Павла Рудя, содержавшегося в СИЗО Таганрога, перевели в ИК-9.",
            {
                "held_at | at=СИЗО Таганрога | who=Павла Рудя",
                "moved | to=ИК-9 | who=Павла Рудя",
            },
        ),
        (
            "Освобождён пограничник Павел Рудь, попавший в плен под Изюмом.",
            {"released | who=Павел Рудь", "captured | at=Изюмом | who=Павел Рудь"},
        ),
        (
            "Задержанного в Мелитополе Павла Рудя вывезли в СИЗО-2.",
            {
                "captured | at=Мелитополе | who=Павла Рудя",
                "moved | to=СИЗО-2 | who=Павла Рудя",
            },
        ),
    ],
)
def test_a_full_participle_speaks_of_the_one_beside_it(content: str, expected: set[str]) -> None:
    assert told(content, source_type="ngo_report") == expected


def test_a_stay_may_be_told_without_a_verb() -> None:
    content = (
        "Меня держали в Донецке, в СИЗО. Потом — Вязьма. Десять месяцев в Вязьме. "
        "Потом не было ничего."
    )
    assert {line for line in told(content) if "Вязьм" in line} == {
        "held_at | at=Вязьма | who=Меня",
        "held_at | at=Вязьме | who=Меня",
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "В Украину в рамках обмена вернулись 75 человек. Среди них — боец Павел Рудь.",
            {"exchanged | who=75 человек", "exchanged | who=Павел Рудь"},
        ),
        (
            "Среди обменянных 13 сентября 2024 года — медсестра Инна Загородняя.",
            {"exchanged | who=Инна Загородняя | 2024-09-13"},
        ),
        ("По обмену вернули Павла Мельника.", {"exchanged | who=Павла Мельника"}),
    ],
)
def test_an_exchange_is_told_in_many_ways(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected


@pytest.mark.parametrize(
    "content",
    [
        "Обвинение Павлу Рудю не предъявлено.",
        "Обвинения Павлу Рудю так и не предъявили.",
        "Обвинение ему, Павлу Рудю, предъявлять не стали.",
    ],
)
def test_a_charge_that_was_not_brought_is_none(content: str) -> None:
    assert all("denied" in line for line in told(content, source_type="ngo_report"))


def test_the_name_that_shows_no_case_is_the_object_after_the_verb() -> None:
    content = (
        "В Херсоне судят Артёма Косенко. "
        "Запорожский областной суд признал Косенко виновным и дал ему 13 (тринадцать) лет."
    )
    assert "sentenced | court=Запорожский областной суд | who=Косенко" in told(
        content, source_type="news"
    )


def test_where_a_man_comes_from_is_not_where_he_was_taken_from() -> None:
    content = "Механика Павла Рудя из Херсона перевели в СИЗО-2 Симферополя."
    assert told(content, source_type="news") == {"moved | to=СИЗО-2 Симферополя | who=Павла Рудя"}
