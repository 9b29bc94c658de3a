"""Of whom an English *he* tells beside those who only report of him. People are invented."""

import pytest

from tests.nlp.reader import joined, told

MOVED = "Taras Kit was held in Kursk SIZO-1. "


@pytest.mark.parametrize("source", ["Maksym Hrib believes that", "According to Maksym Hrib,"])
def test_he_is_not_the_one_who_only_tells_of_him(source: str) -> None:
    pairs = joined(MOVED + f"{source} he was moved to Galich SIZO-2.")
    assert frozenset(("Taras Kit", "he")) in pairs
    assert frozenset(("Maksym Hrib", "he")) not in pairs


def test_he_who_shared_a_cell_with_him_is_another() -> None:
    pairs = joined(MOVED + "Maksym Hrib, who shared a cell with him, is free.")
    assert frozenset(("Taras Kit", "him")) in pairs


READ = [
    (
        "Case C. Mr. Maksym Hrib was arrested in Berdiansk. He was kept in Donetsk SIZO.",
        "held_at | at=Donetsk SIZO | who=He",
    ),
    (
        "A court sentenced three men captured in Izium to 15 years.",
        "captured | at=Izium | who=three men",
    ),
    (
        "A court handed Maksym Hrib, a marine from Odesa, 19 years.",
        "sentenced | who=Maksym Hrib",
    ),
    (
        "On 5 May 2024 a court sentenced Hrib to 22 years and Kit to 24. "
        "Maksym Hrib and Taras Kit are marines.",
        "sentenced | who=Kit | 2024-05-05",
    ),
    (
        "Olena Sova, a clerk arrested in Berdiansk in May 2024, spent a year in the Donetsk SIZO.",
        "held_at | at=Donetsk SIZO | who=Olena Sova",
    ),
    (
        "Maksym Hrib was captured. He ended up in Galich, a small town in Kostroma region.",
        "moved | to=Galich | who=He",
    ),
    (
        "Maksym Hrib was captured. He was sent on to Mordovia in May 2024, to a colony.",
        "moved | to=Mordovia | who=He | 2024-05",
    ),
    (
        "Maksym Hrib was held in IK-2. No charges have been brought.",
        "charged | who=Maksym Hrib | denied",
    ),
    (
        "Maksym Hrib was taken from his own kitchen in May 2022.",
        "captured | who=Maksym Hrib | 2022-05",
    ),
]


@pytest.mark.parametrize(("text", "line"), READ)
def test_it_is_read(text: str, line: str) -> None:
    assert line in told(text, source_type="news")
