"""Russian: somebody's kin, companions, who was taken off, trials of his case. People invented."""

import pytest

from tests.nlp.reader import told

PRISON = "Нас держали в плену. "


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Ольгу Рудь отпустили через сутки, её брата вывезли в Донецк, в СИЗО.",
            {"moved | to=Донецк, в СИЗО | who=её брата"},
        ),
        (
            "Военные задержали в Токмаке супругов Рудь, Павла и Анну.",
            {"captured | at=Токмаке | who=Анну | who=Павла"},
        ),
        (
            "Фельдшер Марк Бурима жил в Херсоне. Бурима скончался в СИЗО-2 Таганрога.",
            {"died | at=СИЗО-2 Таганрога | who=Бурима"},
        ),
        (
            "Анну Рудь обвинили в шпионаже. Процесс по её делу начался в Курске.",
            {"charged | who=Анну Рудь", "tried | who=её"},
        ),
        (
            "Обмен был в мае. Рудя среди освобождённых нет.",
            set(),
        ),
        (
            "Павла Рудя перевели из Курска в Ростов, а из Ростова в Донецк.",
            {
                "moved | from=Курска | to=Ростов | who=Павла Рудя",
                "moved | from=Ростова | to=Донецк | who=Павла Рудя",
            },
        ),
    ],
)
def test_kin_couples_and_cases_have_their_own_beings(content: str, expected: set[str]) -> None:
    found = told("В плену он был год. " + content, source_type="news")
    assert expected <= found
    assert not any(t.startswith("released | who=Рудя") for t in found)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Меня отправили в СИЗО-2 Таганрога. Сидели мы втроём: я, Павел Рудь и моряк Иван Гай. "
            "Ивана в ноябре увезли, куда — не знаю.",
            {
                "held_at | at=СИЗО-2 Таганрога | who=Иван Гай | who=Меня | who=Павел Рудь",
                "moved | from=СИЗО-2 Таганрога | who=Ивана",
            },
        ),
        (
            "Меня обменяли 8 мая 2024 года. Вместе со мной вернулись двое, Павел Рудь и Иван Гай.",
            {"exchanged | who=Иван Гай | who=Павел Рудь"},
        ),
        (
            "Меня собирались судить как террориста. Но суда так и не было.",
            {"tried | who=Меня | denied"},
        ),
        (
            "В нашем бараке сидел Павел Рудь. Он до сих пор там, в Камышине.",
            {"held_at | at=Камышине | who=Он"},
        ),
        ("Павла Рудя оставили в Таганроге.", {"held_at | at=Таганроге | who=Павла Рудя"}),
    ],
)
def test_those_beside_the_teller(content: str, expected: set[str]) -> None:
    assert expected <= told(PRISON + content)


def test_what_kin_tell_is_hearsay() -> None:
    found = told("Павла Рудя держат в СИЗО-2 Вязьмы, рассказала его мать.", source_type="news")
    assert found == {"held_at | at=СИЗО-2 Вязьмы | who=Павла Рудя | hearsay"}
