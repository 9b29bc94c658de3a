"""What came late, what only must be, and the leg after a stay. People are invented."""

import pytest

from tests.nlp.reader import joined, told

READ = [
    (
        "Maksym Hrib was held in IK-2. He was not sentenced until March 2024.",
        "sentenced | who=He | 2024-03",
    ),
    (
        "Maksym Hrib was held in IK-2. He was not exchanged until 5 June 2024.",
        "exchanged | who=He | 2024-06-05",
    ),
    (
        "Maksym Hrib was taken to Kursk, where he was kept until May 2023, "
        "and from there to Galich.",
        "moved | from=Kursk | to=Galich | who=he | 2023-05",
    ),
    (
        "Maksym Hrib was captured. A 30-year-old conscript died in a prison van in May 2023.",
        "died | who=A 30-year-old conscript | 2023-05",
    ),
    (
        "Olena Sova was held in Kursk SIZO-1. She expected to be taken to Galich SIZO-2.",
        "moved | to=Galich SIZO-2 | who=She | planned",
    ),
    (
        "Максим Гриб сидел в СИЗО-1. Мне обещали, что его обменяют.",
        "exchanged | who=его | planned",
    ),
    (
        "Максим Гриб сидел в СИЗО-1. Матери обещали, что его отпустят до зимы. Не отпустили.",
        "released | who=его | denied",
    ),
    (
        "Максим Гриб был в плену. Летом 2023 года его возили из Галича в Саратов и вернули.",
        "moved | from=Галича | to=Саратов | who=его | 2023-22",
    ),
    (
        "Пленных держали в подвале, а в мае развезли: "
        "Максима Гриба – в Галич, Тараса Кита – в Курск.",
        "moved | to=Галич | who=Максима Гриба",
    ),
    (
        "Максим Гриб был в плену. Прокуратура это отрицает: Гриба, по её данным, перевели в Галич.",
        "moved | to=Галич | who=Гриба",
    ),
    (
        "Максим Гриб попал в плен. В тамошнем СИЗО-2 Максим Гриб просидел год.",
        "held_at | at=тамошнем СИЗО-2 | who=Максим Гриб",
    ),
    (
        "Maksym Hrib was freed in an exchange. He had been serving a 12-year term in Galich.",
        "held_at | at=Galich | who=He",
    ),
    (
        "Максим Гриб попал в плен. Гриб вернулся с обменом 5 мая 2024 года.",
        "exchanged | who=Гриб | 2024-05-05",
    ),
    (
        "Пленных держали в яме. В мае 2023 года сорок человек увезли в Курск, прочих – в Галич.",
        "moved | to=Курск | who=сорок человек | 2023-05",
    ),
    (
        "Полонених тримали в Оленівці. Сорок чоловіків повезли до Камишина, решту – до Курська.",
        "moved | to=Камишина | who=Сорок чоловіків",
    ),
]


@pytest.mark.parametrize(("content", "line"), READ)
def test_read(content: str, line: str) -> None:
    lines = told(content)
    assert any(each.startswith(line) for each in lines), lines


UNSAID = [
    ("The report recalls that prisoners of war must be released without delay.", "released"),
    ("Under the law prisoners of war shall be exchanged without conditions.", "exchanged"),
    ("Родные возили передачи из Курска в Галич. Максим Гриб был там в плену.", "moved"),
    ("Олена Сова вдома. Удома Олена дізналася від її сестри: санітарку судили в Курську.", "tried"),
]


@pytest.mark.parametrize(("content", "name"), UNSAID)
def test_unsaid(content: str, name: str) -> None:
    assert not [line for line in told(content) if line.startswith(name)]


def test_a_stay_that_did_not_begin_until_a_day_is_still_denied_before_it() -> None:
    lines = told("Maksym Hrib was captured. He was not held in Kursk SIZO-1 until May 2023.")
    assert [line for line in lines if line.startswith("held_at") and "denied" in line], lines


def test_he_who_died_on_the_way_is_the_one_told_of() -> None:
    pairs = joined(
        "Taras Kit was captured. A young conscript died while he was being taken to Galich SIZO-2."
    )
    assert frozenset(("A young conscript", "he")) in pairs
    assert frozenset(("Taras Kit", "he")) not in pairs
