"""Interviews, letters of relatives: who is meant where a sentence does not say it."""

import pytest

from tests.nlp.reader import joined, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "— Де вас тримали?\n— У Таганрозі, у СІЗО-2, до жовтня 2023 року.\n— А потім куди вас "
            "перевезли?\n— У Мордовію, у десяту колонію.",
            {
                "held_at | at=Таганрозі, у СІЗО-2 | who=вас | ../2023-10",
                "moved | to=Мордовію, у десяту колонію | who=вас",
            },
        ),
        (
            "— Где вас держали?\n\n— В Вязьме, в СИЗО-2.\n\n— Долго?\n\n— Год.",
            {"held_at | at=Вязьме, в СИЗО-2 | who=вас"},
        ),
        (
            "Q: Where did they take you?\n\nA: To SIZO-2 in Taganrog.",
            {"moved | to=SIZO-2 in Taganrog | who=you"},
        ),
    ],
)
def test_an_answer_takes_its_verb_from_the_question(text: str, expected: set[str]) -> None:
    assert told(text, source_type="news") == expected


def test_a_question_alone_says_nothing() -> None:
    assert (
        told("— Вас тримали в СІЗО-2 Таганрога?\n— Ні.\n— А куди вас повезли?\n— Не знаю.") == set()
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Мій брат Василь Коник зник. Я писала. Потім перевели до ВК-10 в Мордовії.", "Василь Коник"),  # noqa: E501
        ("Мой муж Игорь Сокол пропал. Я писала. Потом увезли в СИЗО-2 Вязьмы.", "Игорь Сокол"),
        ("Я сидів сам. Потім перевели до ВК-10 в Мордовії.", "Я"),
    ],
)  # fmt: skip
def test_a_verb_alone_is_about_the_one_whom_the_teller_tells_of(text: str, who: str) -> None:
    assert {line.split("who=")[1] for line in told(text) if "moved" in line} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Severyn Rudko and Myron Paliy were held in IK-1 in Donskoy. Both were exchanged.", {"Severyn Rudko", "Myron Paliy"}),  # noqa: E501
        ("Северин Рудько і Мирон Палій сиділи у ВК-1 в Донському. Обох обміняли.", {"Северин Рудько", "Мирон Палій"}),  # noqa: E501
        ("Северин Рудько и Мирон Палий сидели в ИК-1 в Донском. Оба были обменяны.", {"Северин Рудько", "Мирон Палий"}),  # noqa: E501
        ("I met Severyn Rudko in Vyazma SIZO-2. Both of us were exchanged.", {"I", "Severyn Rudko"}),  # noqa: E501
        ("Северин Рудько, Мирон Палій та Остап Гнат сиділи у ВК-1. Обох обміняли.", set()),
    ],
)  # fmt: skip
def test_both_are_the_two_who_were_told_of_and_never_two_of_three(text: str, who: set[str]) -> None:
    lines = [line for line in told(text) if line.startswith("exchanged")]
    assert {w.removeprefix("who=") for line in lines for w in line.split(" | ")[1:]} == who


@pytest.mark.parametrize(
    "text",
    [
        "Я сидів в одній камері з Северином Рудьком у СІЗО-2 Таганрога.",
        "Я сидел в одной камере с Северином Рудько в СИЗО-2 Таганрога.",
        "I shared a cell with Severyn Rudko in Taganrog SIZO-2.",
        "У СІЗО-2 Таганрога зі мною в камері був Северин Рудько.",
    ],
)
def test_who_shares_a_cell_is_held_there_too(text: str) -> None:
    (line,) = told(text)
    assert line.split(" | ")[0] == "held_at"
    assert line.count("who=") == 2


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Мене звати Олесь Гай. Мене тримали в СІЗО-2 Таганрога.", ("Олесь Гай", "Мене")),
        ("Меня зовут Иван Мороз. Меня держали в СИЗО-2 Таганрога.", ("Иван Мороз", "Меня")),
        ("Testimony of Oles Hai\n\nI was held in Taganrog SIZO-2.", ("Oles Hai", "I")),
    ],
)
def test_the_teller_is_who_the_text_says_he_is(text: str, pair: tuple[str, str]) -> None:
    assert frozenset(pair) in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stepan Kovryha was taken to Kursk SIZO-1. Lev Yarmuk, a mortar man, was not among them: "
        "he was left in Olenivka and on 9 August 2022 he was taken to Donetsk SIZO.",
        "Степана Ковригу вивезли до СІЗО-1 Курська. Лев Ярмук туди не потрапив: 9 серпня 2022 року "
        "його вивезли до Донецького СІЗО.",
    ],
)
def test_a_pronoun_never_leaves_the_one_its_own_sentence_names(text: str) -> None:
    subjects = [name for pair in joined(text) for name in pair if name not in ("he", "його")]
    assert {name.split()[0] for name in subjects} <= {"Lev", "Лев"}


@pytest.mark.parametrize(
    "text",
    [
        "Once we were almost exchanged.",
        "Мене ледь не обміняли.",
        "Released prisoners place Marko Hrynko at the quarry.",
    ],
)
def test_what_nearly_was_and_what_people_are_called_are_no_events(text: str) -> None:
    assert told(text) == set()


def test_a_plan_of_others_meanwhile_makes_no_plan() -> None:
    text = "On 21 October 2022, as troops prepared to go, Marko Hrynko was moved to Kursk SIZO-1."
    assert told(text) == {"moved | to=Kursk SIZO-1 | who=Marko Hrynko | 2022-10-21"}


def test_a_sighting_of_a_transfer_is_the_transfer() -> None:
    text = (
        'One former prisoner told us: "At the end of May 2022 I saw Marko Hrynko being moved '
        'from Kursk SIZO-1 to Taganrog SIZO-2; he was limping."'
    )
    moved = "moved | from=Kursk SIZO-1 | to=Taganrog SIZO-2 | who=Marko Hrynko"
    assert [line for line in told(text) if line.startswith(moved)]


@pytest.mark.parametrize(
    "text",
    [
        "Марко Гринько сидів у СІЗО-1 Курська. Саму колонію звільнили від в'язнів навесні.",
        "Марко Гринько сидел в СИЗО-1 Курска. Саму колонию освободили от заключённых весной.",
        "Марко Гринько сидів у СІЗО-1 Курська. 3 жовтня 2024 року Гринька забрали з камери.",
    ],
)
def test_a_colony_that_is_emptied_and_a_cell_that_is_left_are_no_release_and_no_capture(
    text: str,
) -> None:
    assert not [line for line in told(text) if line.startswith(("released", "captured"))]


def test_who_was_let_go_and_came_home_was_not_exchanged() -> None:
    text = (
        "Павла Сидора обменяли в мае 2023 года.\n\n"
        "Марка Гринько отпустили в январе 2023 года, он вернулся домой через Грузию."
    )
    kinds = {line.split(" | ")[0] for line in told(text) if "Сидор" not in line}
    assert kinds == {"released"}
