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


def test_a_second_initial_ends_no_sentence_and_gives_a_surname() -> None:
    text = "The case against R. I. Moroz was opened in May 2024. Moroz died in Taganrog SIZO-2."
    assert "died | at=Taganrog SIZO-2 | who=Moroz" in told(text, source_type="news")


def test_he_within_commas_is_not_the_one_who_died() -> None:
    text = "Maksym Hrib shared a cell with five men. One of them, a cook whose name he kept to "
    text += "himself, died in February 2024."
    assert "died | who=One of them | 2024-02" in told(text, source_type="news")


def test_those_returned_after_an_exchange_were_exchanged() -> None:
    text = "Prisoners were exchanged on 6 May 2025.\n\n"
    text += "Among those returning on Tuesday was Maksym Hrib. He was thin. He spoke little."
    assert "exchanged | who=Maksym Hrib" in told(text, source_type="news")


def test_my_cellmate_was_where_i_was() -> None:
    text = "We were captured. In Taganrog SIZO-2 I spent a year. My cellmate was Taras Kit, a cook."
    assert "held_at | at=Taganrog SIZO-2 | who=Taras Kit" in told(text)


def test_a_sentence_that_goes_on_to_the_next_place() -> None:
    text = "I was captured. They took us to Sartana for a night. Then to Olenivka by bus."
    assert "moved | to=Olenivka | who=us" in told(text)


def test_the_name_after_what_he_is() -> None:
    text = "We were captured. In SIZO-2 in Kursk we shared a cell with a student from Kherson, "
    assert frozenset(("a student", "Anna Kit")) in joined(text + "Anna Kit. Kit died in May 2024.")


def test_each_leg_has_its_own_date_or_none() -> None:
    text = (
        "I was captured. From Vyazma they moved me to Donskoy, and from Donskoy, in May 2023, to "
    )
    assert told(text + "Pakino.") >= {
        "moved | from=Vyazma | to=Donskoy | who=I",
        "moved | from=Donskoy | to=Pakino | who=I | 2023-05",
    }
