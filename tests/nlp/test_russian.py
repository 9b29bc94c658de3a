"""Kinds of wording of Russian texts. All people are invented."""

import pytest

from tests.nlp.reader import reading, told

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


def test_a_line_that_ends_with_a_colon_holds_the_verb_of_the_lines_below() -> None:
    content = (
        "Южный окружной военный суд 26 марта 2025 года приговорил:\n\n"
        "— Павла Мельника и Олега Тищука — к 22 годам;\n\n"
        "— Артёма Гребешка — к 13 годам колонии строгого режима.\n\n"
        "Ярослав Ждан в суд не приходил."
    )
    court = "court=Южный окружной военный суд"
    assert told(content, source_type="news") == {
        f"sentenced | {court} | who=Олега Тищука | who=Павла Мельника | 2025-03-26",
        f"sentenced | {court} | who=Артёма Гребешка | 2025-03-26",
    }


def test_each_of_several_in_one_sentence_has_a_verdict_of_his_own() -> None:
    content = "Суд приговорил Павла Мельника к 20 годам, Артёма Гребешка — к 13 годам колонии."
    result = reading(content, source_type="news")
    terms = {
        content[s.passage.start : s.passage.end]: dict(c.details).get("term")
        for c in result.claims
        if c.property == "sentenced"
        for s in result.subjects
        if ("who", s.id) in c.roles
    }
    assert terms == {"Павла Мельника": "20", "Артёма Гребешка": "13"}


def test_an_answer_takes_place_and_kind_from_its_question() -> None:
    content = (
        "**Где вы оказались потом?**\n\nВ Еленовке. Там меня били.\n\n"
        "**Когда вас обменяли?**\n\n6 июня 2023 года.\n\n"
        "**Когда обменяли вашего мужа?**\n\n5 мая 2024 года."
    )
    assert told(content) == {
        "held_at | at=Еленовке | who=меня",
        "exchanged | who=меня | 2023-06-06",
    }


def test_one_of_the_family_needs_no_name() -> None:
    content = (
        "Мужа забрали из дома 24 марта 2022 года. Его держали в СИЗО-2 Симферополя. "
        "Сейчас он в Тульской области, в ИК-1. Писем нет."
    )
    assert told(content, source_type="relative") == {
        "captured | who=Мужа | 2022-03-24",
        "held_at | at=СИЗО-2 Симферополя | who=Его",
        "held_at | at=ИК-1 | who=он",
    }
    assert told(content, source_type="news") == set()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Олега Тищука, позывной «Рубин», морпеха 36-й бригады, взяли в плен в Мариуполе.",
            {"captured | at=Мариуполе | who=Олега Тищука"},
        ),
        (
            "Олега Тищука задержали в Херсоне. 11 февраля 2024 года обвиняемый этапирован из "
            "СИЗО-8 в СИЗО-1.",
            {
                "captured | at=Херсоне | who=Олега Тищука",
                "moved | from=СИЗО-8 | to=СИЗО-1 | who=обвиняемый | 2024-02-11",
            },
        ),
        (
            "Олега Тищука содержат в СИЗО-2. Другой боец вернулся домой в рамках обмена.",
            {"held_at | at=СИЗО-2 | who=Олега Тищука"},
        ),
    ],
)
def test_a_noun_for_a_person_stands_for_the_one_named(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected
