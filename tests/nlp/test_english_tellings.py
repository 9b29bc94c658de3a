"""Kinds of English phrasing, one line each: dates, companions, subjects. People are invented."""

import pytest

from tests.nlp.reader import told

DATED = [
    (
        "Ostap Kruk was moved to Kursk SIZO-1 in March 2023 and, in December, to SIZO-2 in Galich.",
        {
            "moved | to=Kursk SIZO-1 | who=Ostap Kruk | 2023-03",
            "moved | to=SIZO-2 in Galich | who=Ostap Kruk | 2023-12",
        },
    ),
    (
        "Ostap Kruk was captured in the spring of twenty-two.",
        {"captured | who=Ostap Kruk | 2022-21"},
    ),
    ("I was captured in '22 near Lysychansk.", {"captured | at=Lysychansk | who=I | 2022"}),
    (
        "Ostap Kruk was arrested in July 2022. The following February he was freed.",
        {"captured | who=Ostap Kruk | 2022-07", "released | who=he | 2023-02"},
    ),
    (
        "Ostap Kruk was arrested in July 2022. That autumn he was freed.",
        {"captured | who=Ostap Kruk | 2022-07", "released | who=he | 2022-23"},
    ),
    (
        "Ostap Kruk was arrested in July 2022. A court sentenced him last December.",
        {"captured | who=Ostap Kruk | 2022-07", "sentenced | who=him | 2024-12"},
    ),
    ("Ostap Kruk was exchanged on Tuesday.", {"exchanged | who=Ostap Kruk | 2025-06-17"}),
]


@pytest.mark.parametrize(("text", "expected"), DATED, ids=[d[0][:50] for d in DATED])
def test_a_date_counts_from_what_was_told_or_from_the_publication(
    text: str, expected: set[str]
) -> None:
    first = " I " in f" {text}"
    source = "survivor_published" if first else "news"
    assert told(text, source_type=source, published="2025-06-20") == expected


def test_a_weekday_that_somebody_quoted_speaks_of_is_not_that_of_the_news() -> None:
    text = '"They let Ostap Kruk go on Tuesday, after nine days in the cellar," his mother said.'
    (line,) = told(text, source_type="news", published="2025-06-20")
    assert line.startswith("released")
    assert "2025" not in line


BESIDE = [
    ("Ostap Kruk was captured near Bakhmut with his brother Danylo.", {"Ostap Kruk", "Danylo"}),
    (
        "I was captured in Sartana with our surgeon, Danylo Lys, and a driver, Roman Tur.",
        {"I", "Danylo Lys", "Roman Tur"},
    ),
    (
        "Ostap Kruk was exchanged in May 2024, together with his commander, Major Danylo Lys.",
        {"Ostap Kruk", "Danylo Lys"},
    ),
    (
        "Ostap Kruk was moved to IK-10 in Mordovia along with forty other prisoners.",
        {"Ostap Kruk", "forty other prisoners"},
    ),
    ("Ostap Kruk was moved to Kursk SIZO-1 with his lawyer, Danylo Lys.", {"Ostap Kruk"}),
]


@pytest.mark.parametrize(("text", "who"), BESIDE, ids=[b[0][:50] for b in BESIDE])
def test_companions_suffer_it_too_and_a_lawyer_does_not(text: str, who: set[str]) -> None:
    (line,) = told(text)
    found = {p.removeprefix("who=") for p in line.split(" | ") if p.startswith("who=")}
    assert found == who


SUBJECTS = [
    (
        "I shared a cell in Taganrog SIZO-2 with Ostap Kruk and Danylo Lys, both of whom had been "
        "transferred from Kursk SIZO-1.",
        "moved | from=Kursk SIZO-1 | who=Danylo Lys | who=Ostap Kruk",
    ),
    (
        "Ostap Kruk was stopped at a checkpoint in Vasylivka on 4 May 2022 and detained.",
        "captured | at=Vasylivka | who=Ostap Kruk | 2022-05-04",
    ),
    ("Among those who died in the blast was Ostap Kruk.", "died | who=Ostap Kruk"),
    (
        "Ostap Kruk is among 22 soldiers on trial in Rostov-on-Don.",
        "tried | who=22 soldiers | who=Ostap Kruk",
    ),
    (
        "The Rostov Regional Court is hearing the case of Ostap Kruk.",
        "tried | court=Rostov Regional Court | who=Ostap Kruk",
    ),
    ("There were 28 of us in a cell in Olenivka.", "held_at | at=Olenivka | who=28 of us"),
    ("No charges have been brought against Ostap Kruk.", "charged | who=Ostap Kruk | denied"),
    (
        "Ostap Kruk and Danylo Lys were taken by armed men in Oleshky in September 2022.",
        "captured | at=Oleshky | who=Danylo Lys | who=Ostap Kruk | 2022-09",
    ),
    ("Ostap Kruk hanged himself in Kamyshin SIZO-2.", "died | at=Kamyshin SIZO-2 | who=Ostap Kruk"),
    ("A court in Donetsk handed down a life sentence to Ostap Kruk.", "sentenced | who=Ostap Kruk"),
    ("They let Ostap Kruk go after nine days.", "released | who=Ostap Kruk"),
    (
        "Ostap Kruk, who took the photographs, surrendered in Mariupol in May 2022.",
        "captured | at=Mariupol | who=Ostap Kruk | 2022-05",
    ),
    (
        "Ostap Kruk went to IK-4 in Alekseevka, Danylo Lys to IK-6 in Valuyki.",
        "moved | to=IK-6 in Valuyki | who=Danylo Lys",
    ),
    (
        "Ostap Kruk fell into captivity near Izium, and so did Danylo Lys.",
        "captured | at=Izium | who=Danylo Lys",
    ),
    (
        "Ostap Kruk was charged in May 2023. His trial opened on 16 January 2024.",
        "tried | who=Ostap Kruk | 2024-01-16",
    ),
    (
        "Ostap Kruk has been in Kursk SIZO-1 since his arrest in August 2023.",
        "held_at | at=Kursk SIZO-1 | who=Ostap Kruk | 2023-08/..",
    ),
    (
        "Danylo Lys, who came home in the exchange of 5 May 2024, said Ostap Kruk was still in "
        "Kursk SIZO-1.",
        "exchanged | who=Danylo Lys | 2024-05-05",
    ),
    (
        "Ostap Kruk, who died in May 2023, was buried in Lviv on 5 June 2024.",
        "died | who=Ostap Kruk | 2023-05",
    ),
    (
        "Ostap Kruk was freed in November 2022, when Kherson was liberated.",
        "released | who=Ostap Kruk | 2022-11",
    ),
    (
        "After the verdict Ostap Kruk was sent to serve his sentence in IK-2 in Rostov Region.",
        "moved | to=IK-2 in Rostov Region | who=Ostap Kruk",
    ),
    (
        "It was not until May 2024 that Ostap Kruk was moved to Kursk SIZO-1.",
        "moved | to=Kursk SIZO-1 | who=Ostap Kruk | 2024-05",
    ),
    (
        "The other two were flown to Kursk SIZO-1; they were exchanged in May 2024.",
        "moved | to=Kursk SIZO-1 | who=The other two",
    ),
    (
        "**Ostap Kruk** and **Danylo Lys** were moved to Kursk SIZO-1.",
        "moved | to=Kursk SIZO-1 | who=Danylo Lys | who=Ostap Kruk",
    ),
    (
        "After serving his sentence Ostap Kruk was released and deported to Georgia.",
        "released | who=Ostap Kruk",
    ),
    (
        "Hearings in Ostap Kruk's case resumed on 5 May 2024.",
        "tried | who=Ostap Kruk | 2024-05-05",
    ),
    (
        "Five sailors came home in an exchange on 15 May 2025. Among them are the marine Ostap "
        "Kruk and the border guard Danylo Lys.",
        "exchanged | who=Danylo Lys | who=Ostap Kruk | 2025-05-15",
    ),
    (
        "Ostap Kruk was held in Kursk SIZO-1 until 8 February 2024, when he was exchanged.",
        "exchanged | who=he | 2024-02-08",
    ),
    (
        "The court sentenced Ostap Kruk to 20 years, the prosecutor's office said on 5 May 2023.",
        "sentenced | who=Ostap Kruk",
    ),
    (
        "They deny that Ostap Kruk was held in Kursk SIZO-1, although his lawyer visited him there "
        "in July 2023.",
        "held_at | at=Kursk SIZO-1 | who=him | 2023-07",
    ),
    (
        "Ostap Kruk: captured 12 April 2022; held in Kursk SIZO-1; exchanged 5 May 2024.",
        "exchanged | who=Ostap Kruk | 2024-05-05",
    ),
    (
        "Ostap Kruk passed through Olenivka, Taganrog SIZO-2 and a colony in Mordovia.",
        "held_at | at=Olenivka | who=Ostap Kruk",
    ),
    (
        "Nobody told his family that Ostap Kruk had been moved to Kursk SIZO-1.",
        "moved | to=Kursk SIZO-1 | who=Ostap Kruk",
    ),
    (
        "Ostap Kruk and 21 others are in the dock; Danylo Lys was among the dead.",
        "died | who=Danylo Lys",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS, ids=[s[0][:60] for s in SUBJECTS])
def test_of_whom_a_sentence_tells(text: str, expected: str) -> None:
    first = any(w in text for w in ("I ", " us "))
    lines = told(text, source_type="survivor_published" if first else "news")
    assert expected in lines
