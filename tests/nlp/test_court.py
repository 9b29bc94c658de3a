"""Verdicts, hearings, charges as courts write them; nouns for a transfer. People are invented."""

import pytest

from tests.nlp.reader import reading, told

HEADS = [
    (
        "Южный окружной военный суд, рассмотрев 12 мая 2023 года уголовное дело в отношении РУДЬКО "
        "Северина Петровича, обвиняемого в преступлении, предусмотренном ст. 276 УК РФ, установил:",
        {
            "tried | court=Южный окружной военный суд | who=РУДЬКО Северина Петровича | 2023-05-12 | official",  # noqa: E501
            "charged | who=РУДЬКО Северина Петровича | official",
        },
    ),
    (
        "Дарницький районний суд, розглянувши кримінальне провадження щодо Рудька Северина "
        "Петровича, обвинуваченого за ч. 2 ст. 438 КК України, встановив:",
        {
            "tried | court=Дарницький районний суд | who=Рудька Северина Петровича | official",
            "charged | who=Рудька Северина Петровича | official",
        },
    ),
    (
        "The trial of Severyn Rudko began on 5 May 2023.",
        {"tried | who=Severyn Rudko | 2023-05-05 | official"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADS, ids=["ru", "uk", "en"])
def test_the_head_of_a_verdict_tells_of_hearing_and_charge(text: str, expected: set[str]) -> None:
    assert told(text, source_type="court_record") == expected


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (
            "Северина Рудько признать виновным в преступлении, предусмотренном ч. 2 ст. 205.5 УК "
            "РФ, и назначить наказание в виде 14 лет лишения свободы в колонии строгого режима.",
            "205.5 RU 2 strict 14 years",
        ),
        (
            "Рудька Северина визнати винним за ч. 2 ст. 438 КК України, і призначити покарання у "
            "виді 12 років позбавлення волі.",
            "438 UA 2 12 years",
        ),
        (
            "The court found Severyn Rudko guilty under Article 276 and sentenced him to 14 years "
            "in a strict-regime colony.",
            "276 strict 14 years",
        ),
    ],
)
def test_finding_guilty_and_the_term_are_one_verdict(text: str, details: str) -> None:
    (verdict,) = [c for c in reading(text).claims if c.property == "sentenced"]
    assert " ".join(value for _, value in sorted(verdict.details)) == details
    assert len(verdict.all_in_role("who")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "After his transfer to IK-10 in Mordovia, Severyn Rudko fell ill.",
        "Following Severyn Rudko's transfer to IK-10 in Mordovia, letters stopped.",
        "Після етапування до ВК-10 в Мордовії Северин Рудько захворів.",
        "После этапирования в ИК-10 в Мордовии Северин Рудько заболел.",
    ],
)
def test_a_transfer_whose_time_is_told_has_happened(text: str) -> None:
    (line,) = told(text, source_type="news")
    assert line.startswith("moved | to=")


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer asked for Severyn Rudko's transfer to IK-10 in Mordovia.",
        "Родина вимагає етапування Северина Рудька до СІЗО-1 Курська.",
        "Адвокат просив о переводе Северина Рудько в ИК-10 в Мордовии.",
    ],
)
def test_a_transfer_that_is_asked_for_gives_nothing(text: str) -> None:
    assert told(text, source_type="news") == set()
