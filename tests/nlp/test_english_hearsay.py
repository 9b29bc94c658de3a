"""Whose word an English claim is, and how it is meant. People are invented."""

import pytest

from tests.nlp.reader import told

OTHERS = [
    "His lawyer informed us that Ostap Kruk is to be moved to Kursk SIZO-1.",
    "The prison service replied that Ostap Kruk was held in Kursk SIZO-1.",
    "Ostap Kruk, she heard later from a guard, was moved to Kursk SIZO-1.",
    "According to his lawyer, Ostap Kruk has been moved to Kursk SIZO-1.",
    "Relatives were told that Ostap Kruk was moved to Kursk SIZO-1 in January 2024.",
    "Guards claimed that Ostap Kruk had hanged himself in Kizel SIZO-3.",
    "Danylo Lys was told by guards that his brother Roman had died in Kizel SIZO-3.",
    "Danylo Lys said that his cellmate Ostap Kruk had died in May 2023.",
    "Ostap Kruk is now in Makiivka Colony No. 32, his mother believes.",
    "Two men who were kept with him say Ostap Kruk was moved to Kursk SIZO-1.",
    "Ostap Kruk is believed to be held in Kursk SIZO-1.",
    "His wife learned in March 2024 that Ostap Kruk had died.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_are_said_to_have_said_is_hearsay(text: str) -> None:
    assert [line for line in told(text, source_type="news") if line.endswith("| hearsay")]


WITNESSES = [
    "Danylo Lys said he was held in Kursk SIZO-1.",
    "According to Danylo Lys, he was taken to Kursk SIZO-1.",
    "Ostap Kruk was informed that he was charged with espionage.",
    "Kyiv said 64 servicemen had been brought home in the swap.",
    "According to the Coordination Headquarters, 64 servicemen were exchanged in May 2024.",
    "A former detainee saw Ostap Kruk in Kursk SIZO-1 in May 2023.",
    "Ostap Kruk died on 9 January 2024, reportedly of untreated tuberculosis.",
]


@pytest.mark.parametrize("text", WITNESSES)
def test_who_tells_of_himself_and_a_body_are_no_hearsay(text: str) -> None:
    lines = told(text, source_type="news")
    assert lines
    assert not [line for line in lines if "hearsay" in line]


MEANT = [
    ("Ostap Kruk was told that he would be exchanged.", "exchanged | who=he | planned"),
    (
        "His lawyer demanded that Ostap Kruk be moved to Kursk SIZO-1.",
        "moved | to=Kursk SIZO-1 | who=Ostap Kruk | planned",
    ),
    ("The Russians promised to release Ostap Kruk.", "released | who=Ostap Kruk | planned"),
    (
        "Reports that Ostap Kruk had died proved false.",
        "died | who=Ostap Kruk | denied",
    ),
    (
        "Ostap Kruk is known to be held in Kursk SIZO-1.",
        "held_at | at=Kursk SIZO-1 | who=Ostap Kruk",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_a_plan_and_what_proved_false_are_marked(text: str, expected: str) -> None:
    assert told(text, source_type="news") == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The charges against Ostap Kruk were dropped in May 2024.",
        "The sentence of Ostap Kruk was upheld on appeal on 5 May 2024.",
        "If the court agreed, Ostap Kruk would be released.",
        "Ukraine and Russia exchanged prisoners in May 2024.",
    ],
)
def test_what_is_undone_supposed_or_of_nobody_is_no_event(text: str) -> None:
    assert told(text, source_type="news") == set()
