"""What Ukrainian texts say in their own ways, one line a kind. People are invented."""

import pytest

from tests.nlp.reader import told

KINDS = [
    (
        "Северин Рудько потрапив у російський полон 3 травня 2022 року.",
        {"captured | who=Северин Рудько | 2022-05-03"},
    ),
    (
        "Рудька і Скибу захопили 2 червня 2022-го біля Сєвєродонецька. Це Ігор Рудько й Павло "
        "Скиба.",
        {"captured | at=Сєвєродонецька | who=Рудька | who=Скибу | 2022-06-02"},
    ),
    (
        "Северин Рудько пройшов через Луганське СІЗО.",
        {"held_at | at=Луганське СІЗО | who=Северин Рудько"},
    ),
    (
        "Після вироку Северина Рудька повернули до Горлівської колонії.",
        {"moved | to=Горлівської колонії | who=Северина Рудька"},
    ),
    (
        "Суд виніс вирок 15 військовополоненим.",
        {"sentenced | who=15 військовополоненим"},
    ),
    (
        "Суд визнав 15 полонених українців винними.",
        {"sentenced | who=15 полонених українців"},
    ),
    (
        "17 липня 2024 року з російського полону повернулися 95 захисників. Обмін став шостим.",
        {"exchanged | who=95 захисників | 2024-07-17"},
    ),
    (
        "Северин Рудько помер у СІЗО-5 у Ростові-на-Дону.",
        {"died | at=СІЗО-5 у Ростові-на-Дону | who=Северин Рудько"},
    ),
    (
        "Її тримали в Оленівці й звільнили під час обміну 108 полонених жінок.",
        set(),  # of whom it is said, no sentence tells
    ),
]


@pytest.mark.parametrize(("content", "expected"), KINDS, ids=[k[0] for k in KINDS])
def test_a_ukrainian_way_of_telling(content: str, expected: set[str]) -> None:
    assert told(content) == expected
