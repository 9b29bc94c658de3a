"""Interviews, letters of relatives: who is meant where a sentence does not say it."""

import pytest

from tests.nlp.reader import told


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
