"""English trials, verdicts, kin without a name, exchanges in passing. People are invented."""

import pytest

from tests.nlp.reader import joined, told

CHARGED = "Maksym Hrib was charged in May 2023. "
SWAP = "205 servicemen were exchanged on 6 May 2025. "
READ = [
    (
        "Maksym Hrib stood trial before the Southern District Military Court in March 2024.",
        "tried | court=Southern District Military Court | who=Maksym Hrib | 2024-03",
    ),
    (
        CHARGED + "Hearings began on 4 June 2024 in Rostov.",
        "tried | who=Maksym Hrib | 2024-06-04",
    ),
    (
        CHARGED + "A court in Donetsk heard the case in June 2024.",
        "tried | who=Maksym Hrib | 2024-06",
    ),
    ("The case of Maksym Hrib is being heard in Rostov.", "tried | who=Maksym Hrib"),
    ("Maksym Hrib faces trial in Rostov.", "tried | who=Maksym Hrib | planned"),
    (
        "Maksym Hrib was tried in Donetsk. The sentence, fifteen years, was read on 4 June 2024.",
        "sentenced | who=Maksym Hrib | 2024-06-04",
    ),
    ("Russia sentences Maksym Hrib to 15 years.", "sentenced | who=Maksym Hrib"),
    (
        "On 4 June 2024 a court imposed a term of fifteen years on Maksym Hrib.",
        "sentenced | who=Maksym Hrib | 2024-06-04",
    ),
    (
        "Maksym Hrib spent a year in IK-2 without being charged.",
        "charged | who=Maksym Hrib | denied",
    ),
    (SWAP + "Maksym Hrib was not among them.", "exchanged | who=Maksym Hrib | 2025-05-06 | denied"),
    (
        "The swap on 6 May 2025 brought Maksym Hrib home.",
        "exchanged | who=Maksym Hrib | 2025-05-06",
    ),
    (
        "Maksym Hrib is not in Taganrog SIZO-2.",
        "held_at | at=Taganrog SIZO-2 | who=Maksym Hrib | denied",
    ),
    ("Maksym Hrib has been in captivity since April 2022.", "captured | who=Maksym Hrib | 2022-04"),
    ("Maksym Hrib was reported dead but is alive.", "died | who=Maksym Hrib | denied"),
    (
        "Maksym Hrib was kept in the Donetsk SIZO and finally in Taganrog SIZO-2.",
        "held_at | at=Taganrog SIZO-2 | who=Maksym Hrib",
    ),
    (
        "Olena Sova looks for the family. Her son was moved to the Kursk SIZO-1.",
        "moved | to=Kursk SIZO-1 | who=Her son",
    ),
    (
        "A cellmate who came home said he had shared a cell with Maksym Hrib in Galich SIZO-2.",
        "held_at | at=Galich SIZO-2 | who=Maksym Hrib | hearsay",
    ),
]


@pytest.mark.parametrize(("text", "line"), READ)
def test_it_is_read(text: str, line: str) -> None:
    assert line in told(text, source_type="news")


def test_the_son_who_has_a_name_is_he() -> None:
    text = (
        "Olena Sova and her son Vadym were detained in Kherson. "
        "Petro Kit saw it. Her son was moved to the Kursk SIZO-1."
    )
    assert frozenset(("Vadym", "Her son")) in joined(text)
