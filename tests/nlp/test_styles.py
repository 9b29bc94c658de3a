"""Wordings of reports, news and verdicts that leave something out. All people are invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Marko Hrynko, welder. Taken from his home on 14 May 2022; held at the local police station for eleven days.", "held_at | at=police station | who=Marko Hrynko"),  # noqa: E501
        ("A 19-year-old student whose name is known was detained in Izium in May 2022.", "captured | at=Izium | who=A 19-year-old student | 2022-05"),  # noqa: E501
        ("Marko Hrynko fought near Izium. Three days later he was a prisoner.", "captured | who=he"),  # noqa: E501
        ("Another of the freed, marine Marko Hrynko, 24, surrendered on 17 May 2022.", "captured | who=Marko Hrynko | 2022-05-17"),  # noqa: E501
        ("Marko Hrynko, a civilian driver seized near Izium in May 2022, is alive.", "captured | at=Izium | who=Marko Hrynko | 2022-05"),  # noqa: E501
        ("Marko Hrynko went through three prisons: Olenivka, Taganrog and, from May 2022, Kursk SIZO-1.", "held_at | at=Olenivka | who=Marko Hrynko"),  # noqa: E501
        ("On 14 May 2023 charges were brought against Marko Hrynko.", "charged | who=Marko Hrynko | 2023-05-14"),  # noqa: E501
        ("Marko Hrynko, in custody since 21 May 2022, charged under Article 278, is alive.", "charged | who=Marko Hrynko"),  # noqa: E501
        ("In May 2022 Marko Hrynko was held at the premises of the former colony No. 120.", "held_at | at=former colony No. 120 | who=Marko Hrynko | 2022-05"),  # noqa: E501
        ("Ninety-five soldiers returned in an exchange on 3 May 2024.\n\nAmong those who came back is Olha Sydor, a nurse.", "exchanged | who=Olha Sydor | 2024-05-03"),  # noqa: E501
    ],
)  # fmt: skip
def test_what_is_left_out_is_read(text: str, line: str) -> None:
    assert line in told(text, source_type="ngo_report")


def test_the_murder_he_is_charged_with_is_nobodys_death_here() -> None:
    text = "Marko Hrynko was charged with the murder of two civilians."
    assert told(text, source_type="news") == {"charged | who=Marko Hrynko"}


def test_an_interview_whose_questions_are_marked() -> None:
    text = (
        "Q: Let us start with the day you were captured.\n\nA: It was 12 May 2022, near Izium.\n\n"
        "Q: And where did they take you?\n\nA: First to Kursk SIZO-1. Then Olenivka."
    )
    assert {line.split(" | who")[0] for line in told(text)} == {
        "captured | at=Izium",
        "moved | to=Kursk SIZO-1",
        "held_at | at=Olenivka",
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("I was moved to Vyazma SIZO-2. Marko Hrynko had the bunk above me.", "held_at | at=Vyazma SIZO-2 | who=Marko Hrynko"),  # noqa: E501
        ("I remember the basement in Dymer, where I was brought on 2 March 2022.", "moved | to=basement in Dymer | who=I | 2022-03-02"),  # noqa: E501
        ("They promised to exchange us.", "exchanged | who=us | planned"),
        ("A court jailed Marko Hrynko for 13 years.", "sentenced | who=Marko Hrynko"),
        ("None of the ten men held in Vyazma SIZO-2 has been exchanged.", "exchanged | who=ten men | denied"),  # noqa: E501
        ("Marko Hrynko and Pavlo Sydor lived in Izium. Soldiers seized them on 3 May 2022.", "captured | who=Marko Hrynko | who=Pavlo Sydor | 2022-05-03"),  # noqa: E501
        ("Case 1 – Marko Hrynko\n\nCaptured: 14 May 2022. Status: exchanged 31 January 2024.", "exchanged | who=Marko Hrynko | 2024-01-31"),  # noqa: E501
    ],
)  # fmt: skip
def test_more_of_what_is_left_out(text: str, line: str) -> None:
    assert line in told(text, source_type="survivor_published")


@pytest.mark.parametrize(
    "text",
    [
        "I was held in Vyazma SIZO-2. In January they took Marko Hrynko out for interrogation.",
        "Marko Hrynko died in custody before the trial opened.",
        "Case 2. Marko Hrynko left.\n\nCase 3. Name withheld. He was moved to Kursk SIZO-1.",
        "Pavlo Sydor was moved to Vyazma SIZO-2; I stayed until May 2023.",
    ],
)
def test_what_is_not_said_of_them(text: str) -> None:
    said = told(text)
    assert not [x for x in said if x.startswith(("captured", "tried")) or "Kursk" in x]
    assert not [x for x in said if x.startswith("held_at") and "who=I | ../2023-05" in x]


def test_each_place_of_a_labelled_list_has_its_own_time() -> None:
    text = (
        "Case 1 – Marko Hrynko\n\nPlaces of detention: Kursk SIZO-1, Vyazma SIZO-2 "
        "(September 2022 – April 2023)."
    )
    assert told(text) == {
        "held_at | at=Kursk SIZO-1 | who=Marko Hrynko",
        "held_at | at=Vyazma SIZO-2 | who=Marko Hrynko | 2022-09/2023-04",
    }


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "They drove us to Olenivka, from Olenivka to Kursk, and from Kursk to Vyazma SIZO-2.",
            {
                "moved | to=Olenivka | who=us",
                "moved | from=Olenivka | to=Kursk | who=us",
                "moved | from=Kursk | to=Vyazma SIZO-2 | who=us",
            },
        ),
        (
            "Marko Hrynko vanished; a cellmate who was later released saw him in the Donetsk SIZO.",
            {"held_at | at=Donetsk SIZO | who=him", "released | who=a cellmate"},
        ),
    ],
)
def test_several_in_one_sentence(text: str, lines: set[str]) -> None:
    assert told(text) == lines


def test_the_label_of_a_speaker_is_not_whom_he_tells_of() -> None:
    text = (
        "Anna: Where were you held?\n\nRoman: In Kursk SIZO-1. Denys Rudko was with me. "
        "He was moved to Vyazma SIZO-2."
    )
    assert "moved | to=Vyazma SIZO-2 | who=He" in told(text)


def test_nobody_exchanged_him() -> None:
    assert told("I was in custody. Nobody exchanged me.") == {"exchanged | who=I | denied"}


def test_they_who_say_it_are_not_who_died() -> None:
    text = "They name Marko Hrynko, who, they say, was beaten to death in the Donetsk SIZO."
    assert {line.split(" | ")[-2] for line in told(text) if "died" in line} == {"who=Marko Hrynko"}
