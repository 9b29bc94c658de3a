"""Headings whose verb serves the lines below them; ways told on without a verb. All invented."""

import pytest

from tests.nlp.reader import joined, told


def test_the_verb_of_a_heading_serves_its_lines() -> None:
    text = (
        "The court sentenced the following men on 26 March 2025:\n"
        "- Marko Hrynko — 22 years;\n- Pavlo Sydor, born in 1990;\n\nThe lawyer Ivan Rud left."
    )
    assert told(text, source_type="news") == {
        "sentenced | who=Marko Hrynko | 2025-03-26",
        "sentenced | who=Pavlo Sydor | 2025-03-26",
    }


def test_a_line_with_a_verb_of_its_own_tells_that() -> None:
    text = (
        "The list of prisoners held in SIZO-2 in Vyazma in May 2023:\n\n"
        "– Marko Hrynko\n– Pavlo Sydor, transferred to Kursk SIZO-1 in June 2023"
    )
    assert told(text, source_type="ngo_report") == {
        "held_at | at=SIZO-2 in Vyazma | who=Marko Hrynko | 2023-05",
        "moved | to=Kursk SIZO-1 | who=Pavlo Sydor | 2023-06",
    }


def test_prose_below_a_sentence_is_no_list() -> None:
    text = "Three men were exchanged on 3 May 2024:\n\nMarko Hrynko did not see it happen."
    assert told(text, source_type="news") == {"exchanged | who=Three men | 2024-05-03"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (  # the second way has its own date
            "By May 2023 Marko Hrynko had been transferred from there to the Donetsk SIZO, and in "
            "October 2023 from the Donetsk SIZO to Colony No. 32.",
            {
                "moved | to=Donetsk SIZO | who=Marko Hrynko | [..2023-05-31]",
                "moved | from=Donetsk SIZO | to=Colony No. 32 | who=Marko Hrynko | 2023-10",
            },
        ),
        (
            "Two men convicted with him, Marko Hrynko and Pavlo Sydor, were brought to Kursk "
            "SIZO-1.",
            {
                "moved | to=Kursk SIZO-1 | who=Marko Hrynko | who=Pavlo Sydor",
                "sentenced | who=Two men",
            },
        ),
    ],
)
def test_ways_and_names_between(text: str, lines: set[str]) -> None:
    assert told(text, source_type="ngo_report") >= lines


def test_the_heading_says_who_the_electrician_is() -> None:
    text = (
        "Ivan Rud and Pavlo Sydor were held in Vyazma SIZO-2.\n\nA civilian: Marko Hrynko\n\n"
        "The electrician was captured on 11 March 2023."
    )
    assert frozenset(("Marko Hrynko", "The electrician")) in joined(text)


def test_he_who_slept_beside_a_man_is_not_that_man() -> None:
    text = (
        "A man who had come home rang us: he was held together with Marko Hrynko in Vyazma SIZO-2."
    )
    assert frozenset(("Marko Hrynko", "he")) not in joined(text)
