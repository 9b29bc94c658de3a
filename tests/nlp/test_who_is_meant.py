"""Of several persons the one whom the text tells of; persons without names. All are invented."""

import pytest

from tests.nlp.reader import claims, joined, reading, told


def test_a_lawyer_is_not_the_one_who_was_moved() -> None:
    text = (
        "Marko Hrynko was captured near Izium. His lawyer Pavlo Sydor filed a complaint. "
        "In May 2023 he was transferred to Vyazma SIZO-2."
    )
    assert frozenset(("Marko Hrynko", "he")) in joined(text)


def test_a_pronoun_means_the_one_whom_the_last_sentence_was_about() -> None:
    text = (
        "Marko Hrynko was captured near Izium. Pavlo Sydor was held in Kursk SIZO-1. "
        "In May 2023 he was transferred to Vyazma SIZO-2."
    )
    assert frozenset(("Pavlo Sydor", "he")) in joined(text)


def test_of_two_in_one_sentence_none_is_meant() -> None:
    text = (
        "Marko Hrynko and Pavlo Sydor were held in Kursk SIZO-1. "
        "In May 2023 he was transferred to Vyazma SIZO-2."
    )
    assert not [line for line in told(text) if line.startswith("moved")]


def test_the_electrician_is_the_one_named_before() -> None:
    text = "Marko Hrynko lived in Starobilsk.\n\nThe electrician was detained on 11 March 2023."
    assert told(text, source_type="ngo_report") == {"captured | who=The electrician | 2023-03-11"}
    assert frozenset(("Marko Hrynko", "The electrician")) in joined(text)


def test_my_brother_is_the_brother_who_was_named() -> None:
    text = (
        "My brother Marko Hrynko disappeared. Our neighbour Pavlo Sydor saw it.\n\n"
        "On 3 May 2022 my brother was taken to Kursk SIZO-1."
    )
    assert frozenset(("Marko Hrynko", "my brother")) in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "Марка Гринька взяли в полон 3 травня 2022 року. Восени 2023 року в Таганрозі, ще до етапу, помер чоловік із сусідньої камери.",  # noqa: E501
        "Марка Гринько взяли в плен 3 мая 2022 года. В октябре 2023 года умер мужчина, который сидел в соседней камере.",  # noqa: E501
        "Marko Hrynko was captured on 3 May 2022. In October 2023 the man from the next cell died.",
    ],
)
def test_whom_the_words_tell_apart_is_somebody_new(text: str) -> None:
    assert not [names for names in joined(text) if len(names) > 1]


def test_a_man_without_a_name_is_somebody() -> None:
    text = "A 52-year-old man was held in Kursk SIZO-1. Marko Hrynko, a welder, was a witness."
    assert told(text, source_type="news") == {"held_at | at=Kursk SIZO-1 | who=A 52-year-old man"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Marko Hrynko, a clerk from Kherson who was abducted on 3 May 2022, is alive.", "captured | who=Marko Hrynko | 2022-05-03"),  # noqa: E501
        ("After being held in Kursk SIZO-1, Marko Hrynko was exchanged.", "held_at | at=Kursk SIZO-1 | who=Marko Hrynko"),  # noqa: E501
        ("Marko Hrynko was detained in August 2023 while reporting.", "captured | who=Marko Hrynko | 2023-08"),  # noqa: E501
        ("They took us near Polohy on 9 April 2022.", "captured | at=Polohy | who=us | 2022-04-09"),
        ("Soldiers searched the house and took Marko Hrynko away.", "captured | who=Marko Hrynko"),
        ("Two soldiers — Marko Hrynko and Pavlo Sydor — came home in an exchange.", "exchanged | who=Marko Hrynko | who=Pavlo Sydor"),  # noqa: E501
        ("Two men were exchanged in May 2023. Marko Hrynko returned home on 3 May 2023.", "exchanged | who=Marko Hrynko | 2023-05-03"),  # noqa: E501
        ("Marko Hrynko knew that charges were filed against him and he was sentenced to 11 years.", "sentenced | who=he"),  # noqa: E501
    ],
)  # fmt: skip
def test_subjects_and_kinds(text: str, line: str) -> None:
    assert line in told(text, source_type="ngo_report")


def test_a_relative_clause_does_not_take_the_date_that_opens_its_sentence() -> None:
    text = "On 23 April 2023 a court heard Marko Hrynko, a volunteer who had been abducted earlier."
    assert "captured | who=Marko Hrynko" in told(text, source_type="news")


def test_half_a_year_more_is_no_five_years() -> None:
    text = "Marko Hrynko was sentenced to 10.5 years in prison."
    assert told(text, source_type="news") == {"sentenced | who=Marko Hrynko"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The human rights activist Marko Hrynko, sentenced to 19 years, is in Vyazma SIZO-2.", "sentenced | who=Marko Hrynko"),  # noqa: E501
        ("A total of 390 Ukrainians, including marines, were exchanged on 3 May 2023.", "exchanged | who=390 Ukrainians | 2023-05-03"),  # noqa: E501
        ("The court sentenced a local Tatar activist, Marko Hrynko, to 17 years.", "sentenced | who=Marko Hrynko"),  # noqa: E501
        ("Marko Hrynko was one of 215 prisoners released in an exchange in May 2023.", "exchanged | who=Marko Hrynko | 2023-05"),  # noqa: E501
        ("Marko Hrynko, a clerk from Kherson, was moved to Vyazma SIZO-2.", "moved | to=Vyazma SIZO-2 | who=Marko Hrynko"),  # noqa: E501
        ("Marko Hrynko was moved to Vyazma SIZO-2, located 900 km from Kyiv.", "moved | to=Vyazma SIZO-2 | who=Marko Hrynko"),  # noqa: E501
        ("Marko Hrynko is held in the women's remand prison SIZO-2 in Vyazma.", "held_at | at=SIZO-2 in Vyazma | who=Marko Hrynko"),  # noqa: E501
        ("Marko Hrynko was held in Vyazma SIZO-2 until his release on 3 May 2023.", "held_at | at=Vyazma SIZO-2 | who=Marko Hrynko | ../2023-05-03"),  # noqa: E501
        ("Soldiers took Marko Hrynko from his home on 3 May 2023 to serve a sentence in prison.", "captured | who=Marko Hrynko | 2023-05-03"),  # noqa: E501
    ],
)  # fmt: skip
def test_wordings_of_reports(text: str, line: str) -> None:
    assert line in {x.replace(" | term", "") for x in told(text, source_type="ngo_report")}


def test_a_pronoun_means_the_one_who_alone_was_the_subject_of_the_sentence_before() -> None:
    text = (
        "Марко Гринько и Павел Сидор сидели в СИЗО-1 Курска. "
        "Их сосед, Пётр Лукаш, до обмена не дожил. Он скончался 2 мая 2023 года."
    )
    assert frozenset(("Пётр Лукаш", "Он")) in joined(text)


def test_a_pronoun_after_two_in_one_sentence_means_neither() -> None:
    text = "Марка Гринько допрашивал Иван Петров. Он умер в СИЗО-1 Курска 2 мая 2023 года."
    assert not [line for line in told(text) if line.startswith("died")]


def test_a_surname_that_two_bear_keeps_a_pronoun_from_a_third() -> None:
    text = (
        "Olena Hrytsai waits. Taras Hrytsai and Denys Voloshko were captured on 12 April 2022. "
        "Voloshko was exchanged.\n\n"
        "Hrytsai came to Kursk SIZO-1 on 2 August 2022. In May 2023 he was moved to Vyazma SIZO-2."
    )
    assert not [names for names in joined(text) if {"Denys Voloshko", "he"} <= names]


def test_a_numbered_heading_is_nobody():
    heading = "V. Detention\n\nMarko Bilan was held in Taganrog SIZO-2 in June 2023.\n"
    assert {who for who, _ in claims(heading, "name")} == {"Marko Bilan", "Taganrog SIZO-2"}


@pytest.mark.parametrize(("many", "too"), [("three of us", False), ("forty of us", True)])
def test_of_three_of_us_the_teller_need_not_be_one(many: str, *, too: bool) -> None:
    text = f"I was held in Kursk SIZO-1. On 14 September 2023 {many} were exchanged."
    assert any(c.property == "member_of" for c in reading(text).claims) is too


def test_he_after_somebody_whom_no_list_knows_is_not_the_one_told_of_before() -> None:
    lead = "Marko Hrynko was held in Kursk SIZO-1. Ilarion Kvasha was never there. "
    after = "He was moved to Taganrog SIZO-2 in May 2023."
    assert not [line for line in told(lead + after) if line.startswith("moved")]
    known = lead.replace("Ilarion Kvasha", "Marko Hrynko") + after
    assert [line for line in told(known) if line.startswith("moved")]
