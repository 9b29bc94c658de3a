"""Russian wordings of moves, stays, exchanges, deaths; who told it. All people are invented."""

import pytest

from tests.nlp.reader import told

TOLD = [
    (
        "Ольгу Гнатюк перевезли в СИЗО-1 Курска, а в мае — в колонию № 11 в Малой Локне.",
        {
            "moved | to=СИЗО-1 Курска | who=Ольгу Гнатюк",
            "moved | to=колонию № 11 в Малой Локне | who=Ольгу Гнатюк",
        },
    ),
    (
        "Пленного Ивана Гнатюка отвезли в палаточный лагерь в Глушково.",
        {"moved | to=палаточный лагерь в Глушково | who=Ивана Гнатюка"},
    ),
    (
        "Бывший узник Семён Рудь провёл в Пакино девять месяцев.",
        {"held_at | at=Пакино | who=Семён Рудь"},
    ),
    (
        "Через СИЗО-1 прошёл и Семён Рудь из-под Снигирёвки.",
        {"held_at | at=СИЗО-1 | who=Семён Рудь"},
    ),
    (
        "Ивана Гнатюка этапировали в Ростов-на-Дону и поместили в СИЗО-1.",
        {
            "moved | to=Ростов-на-Дону | who=Ивана Гнатюка",
            "moved | to=СИЗО-1 | who=Ивана Гнатюка",
        },
    ),
    (
        "Ивана Гнатюка перевели в больницу СИЗО-1 Ростова-на-Дону.",
        {"moved | to=СИЗО-1 Ростова-на-Дону | who=Ивана Гнатюка"},
    ),
    (
        "Полина Рожко взята в плен в апреле 2022 года, обменена в октябре того же года.",
        {"captured | who=Полина Рожко | 2022-04", "exchanged | who=Полина Рожко | 2022-10"},
    ),
    (
        "30 декабря 2024 года Олег Рудь оказался на свободе в результате обмена.",
        {"exchanged | who=Олег Рудь | 2024-12-30"},
    ),
    (
        "Отбыв срок, Иван Гнатюк вышел из колонии в марте 2024 года.",
        {"released | at=колонии | who=Иван Гнатюк | 2024-03"},
    ),
    (
        "Военнопленный Василий Труш был убит охранниками в колонии № 27.",
        {"died | at=колонии № 27 | who=Василий Труш"},
    ),
    (
        "Как сообщили в прокуратуре, Иван Гнатюк скончался 30 января 2024 года.",
        {"died | who=Иван Гнатюк | 2024-01-30"},
    ),
    (
        "Осуждённого в марте Льва Тарасенко этапировали в колонию № 2.",
        {"sentenced | who=Льва Тарасенко", "moved | to=колонию № 2 | who=Льва Тарасенко"},
    ),
]


@pytest.mark.parametrize(("content", "expected"), TOLD)
def test_a_wording_is_read(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected


@pytest.mark.parametrize(
    "lead",
    [
        "Родным сообщили, что",
        "По словам освобождённых из плена,",
        "Как рассказал бывший сокамерник,",
        "От вернувшихся из плена ребят узнали, что",
        "Весной мне написали, что",
        "Другой парень клялся, что",
    ],
)
def test_what_somebody_was_told_is_hearsay(lead: str) -> None:
    content = f"{lead} Ивана Гнатюка держат в СИЗО-2 Вязьмы."
    assert told(content, source_type="relative") == {
        "held_at | at=СИЗО-2 Вязьмы | who=Ивана Гнатюка | hearsay"
    }


def test_those_in_the_cell_of_the_teller_were_where_he_was() -> None:
    content = (
        "В Курске я просидел до осени. Со мной в камере был Рустам Алиев и двое морпехов из "
        "Бердянска."
    )
    found = told(content)
    assert any(line.startswith("held_at") and "who=Рустам Алиев" in line for line in found)


def test_a_clause_without_a_verb_says_where_somebody_is_now() -> None:
    content = "Пленного Егора Лося не переводили в Москву: он по-прежнему в СИЗО-1 Ростова-на-Дону."
    assert told(content, source_type="news") == {
        "moved | to=Москву | who=Егора Лося | denied",
        "held_at | at=СИЗО-1 Ростова-на-Дону | who=он",
    }


def test_from_there_is_where_the_telling_was() -> None:
    content = (
        "Нас взяли в плен и привезли в Еленовку. Там мы провели месяц. Оттуда нас этапировали в "
        "Таганрог."
    )
    assert "moved | from=Еленовку | to=Таганрог | who=нас" in told(content)


def test_a_given_name_alone_is_somebody_where_the_text_has_it_in_full() -> None:
    content = (
        "Со мной в плену был Витя Сорока. Витю потом увезли в Каменск-Шахтинский. Илью взяли в "
        "Новой Каховке ещё в июле двадцать второго года."
    )
    assert told(content) == {
        "moved | to=Каменск-Шахтинский | who=Витю",
        "captured | at=Новой Каховке | who=Илью | 2022-07",
    }


def test_an_answer_to_how_one_was_taken_is_a_capture() -> None:
    content = (
        "— Как вас забрали?\n\n— 6 августа 2022 года, прямо из дома.\n\n— Куда вас отвезли?\n\n"
        "— В Симферополь, в СИЗО-1."
    )
    assert told(content, source_type="news") == {
        "captured | who=вас | 2022-08-06",
        "moved | to=Симферополь, в СИЗО-1 | who=вас",
    }
