"""Places told of before: *there*, *in its basement*, a stay without a verb. All are invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("I was taken to Vyazma SIZO-2.\n\nI was held there until May 2023.", "held_at | at=Vyazma SIZO-2 | who=I | ../2023-05"),  # noqa: E501
        ("I was in custody. They promised me a trial in Rostov, but I was never taken there.", "moved | to=Rostov | who=I | denied"),  # noqa: E501
        ("Marko Hrynko was put into Izolyatsia in May 2018. He was kept in its basement until June 2018.", "held_at | at=Izolyatsia | who=He | ../2018-06"),  # noqa: E501
        ("Marko Hrynko shared cell 27 of the Donetsk SIZO with me.", "held_at | at=Donetsk SIZO | who=Marko Hrynko | who=me"),  # noqa: E501
        ("I was flown to Vyazma SIZO-2. Ten months in Vyazma, then they drove us to Kursk SIZO-1.", "held_at | at=Vyazma | who=I"),  # noqa: E501
        ("Marko Hrynko spent a year in the most notorious detention centre, Vyazma SIZO-2.", "held_at | at=Vyazma SIZO-2 | who=Marko Hrynko"),  # noqa: E501
        ("I met Marko Hrynko in Vyazma SIZO-2.\n\nOn 3 May 2023 both of us were exchanged.", "exchanged | who=I | who=Marko Hrynko | 2023-05-03"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_place_or_a_person_told_before(text: str, line: str) -> None:
    assert line in told(text)


def test_there_is_no_place_that_another_came_after() -> None:
    text = (
        "I was taken to Vyazma SIZO-2. My wife wrote from Kursk and from Lviv.\n\n"
        "I was held there until May 2023."
    )
    assert not [line for line in told(text) if line.startswith("held_at")]
