"""Russian: found there, from one of two, after a participle, after a colon. People invented."""

import pytest

from tests.nlp.reader import told

HELD = "Их держали в плену. "


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("В Симферополе Павел Рудь попал в СИЗО-2.", "held_at | at=СИЗО-2 | who=Павел Рудь"),
        (
            "Меня держали в ИК-9 в Валуйках. Там оказался Павел Рудь, фермер из Олешек.",
            "held_at | at=ИК-9 в Валуйках | who=Павел Рудь",
        ),
        (
            "Павла Рудя вывезли на обмен из Зверево, из ИК-1, Гая — из СИЗО-2 Таганрога.",
            "moved | from=ИК-1 | who=Павла Рудя",
        ),
        (
            "Павел Рудь, задержанный в Токмаке, 5 мая вышел на свободу: суд засчитал ему срок.",
            "released | who=Павел Рудь",
        ),
        (
            "Задержанный вместе с ним Павел Рудь скончался в больнице.",
            "died | who=Павел Рудь",
        ),
        (
            "Суд выслушал Ивана Гая. Ему предъявлено обвинение в убийстве пленного.",
            "charged | who=Ему",
        ),
        (
            "Рудь, которого захватили на заводе, был ранен. Павел Рудь жив.",
            "captured | who=Рудь",
        ),
        (
            "Меня и братьев Рудей, Павла и Ивана, доставили в СИЗО-1 Курска.",
            "moved | to=СИЗО-1 Курска | who=Ивана | who=Меня | who=Павла",
        ),
        ("Павла Рудя отвезли в Мелитополь, в «гаражи».", "moved | to=гаражи | who=Павла Рудя"),
    ],
)
def test_one_happening_of_a_sentence(content: str, expected: str) -> None:
    found = told(HELD + content)
    assert any(t.startswith(expected) for t in found), found


def test_who_is_found_somewhere_was_not_brought_there() -> None:
    assert not any(t.startswith("moved") for t in told(HELD + "В Курске он попал в СИЗО-2."))
