"""English journeys in legs, lists of people, what is said in passing. People are invented."""

import pytest

from tests.nlp.reader import told

READ = [
    (
        "Maksym Hrib, 44, an electrician, and his brother Taras were captured in Kherson in 2022.",
        "captured | at=Kherson | who=Maksym Hrib | who=Taras | 2022",
    ),
    (
        "Olena Sova, 58, who had been brought from Melitopol to the Donetsk SIZO in April 2023, "
        "died there in August 2023.",
        "died | at=Donetsk SIZO | who=Olena Sova | 2023-08",
    ),
    (
        "Maksym Hrib was captured in May 2022. He was transferred to Colony No. 77 in Berdiansk "
        "and, on an unknown date in August 2022, to Taganrog SIZO-2.",
        "moved | to=Taganrog SIZO-2 | who=He | 2022-08",
    ),
    ("Maksym Hrib was captured. He was transferred to Kursk.", "moved | to=Kursk | who=He"),
    (
        "Maksym Hrib and Taras Kit were captured. The two were kept in the Belgorod SIZO.",
        "held_at | at=Belgorod SIZO | who=Maksym Hrib | who=Taras Kit",
    ),
    (
        "Maksym Hrib and Taras Kit were captured. A court in Rostov tried both men in March 2024.",
        "tried | who=Maksym Hrib | who=Taras Kit | 2024-03",
    ),
    (
        "Taras Kit, she learned later from a guard, was sent to the colony IK-2.",
        "moved | to=IK-2 | who=Taras Kit | hearsay",
    ),
    ("Maksym Hrib was never tried.", "tried | who=Maksym Hrib | denied"),
    (
        "Maksym Hrib is to serve his term in IK-2 in Kursk.",
        "held_at | at=IK-2 in Kursk | who=Maksym Hrib | planned",
    ),
    (
        "No prisoner called Maksym Hrib had ever been held in the Belgorod SIZO.",
        "held_at | at=Belgorod SIZO | who=Maksym Hrib | denied",
    ),
]


@pytest.mark.parametrize(("text", "line"), READ)
def test_it_is_read(text: str, line: str) -> None:
    assert line in told(text, source_type="news")


UNSAID = [
    "Nobody told his wife why Maksym Hrib was moved to the Kursk SIZO-1.",
    "Maksym Hrib was not told what he was accused of.",
    "A released prisoner told Maksym Hrib about it.",
    "Our observers followed proceedings against captured servicemen.",
    "Officials in Moscow answered that Maksym Hrib was not held there.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_only_asked_or_described_is_no_claim(text: str) -> None:
    assert told(text, source_type="news") == set()
