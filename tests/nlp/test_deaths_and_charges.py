"""How deaths, charges and trials are worded. All people are invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Marko Hrynko was found dead on 3 May 2023.", "died | who=Marko Hrynko | 2023-05-03"),
        ("Marko Hrynko did not live to see the exchange.", "died | who=Marko Hrynko"),
        (
            "Doctors pronounced Marko Hrynko dead on 3 May 2023.",
            "died | who=Marko Hrynko | 2023-05-03",
        ),
        (
            "Марка Гринька забили до смерті в травні 2023 року.",
            "died | who=Марка Гринька | 2023-05",
        ),
        (
            "Марка Гринька знайшли мертвим 3 травня 2023 року.",
            "died | who=Марка Гринька | 2023-05-03",
        ),
        (
            "Марко Гринько пішов із життя 3 травня 2023 року.",
            "died | who=Марко Гринько | 2023-05-03",
        ),
        ("Марка Гринько нашли мёртвым 3 мая 2023 года.", "died | who=Марка Гринько | 2023-05-03"),
        ("Prosecutors accuse Marko Hrynko of espionage.", "charged | who=Marko Hrynko"),
        ("Charges of espionage were brought against Marko Hrynko.", "charged | who=Marko Hrynko"),
        ("Марко Гринько обвинувачується у вбивстві.", "charged | who=Марко Гринько"),
        (
            "Против Марка Гринько возбудили уголовное дело 3 мая 2023 года.",
            "charged | who=Марка Гринько | 2023-05-03",
        ),
        ("Марко Гринько привлечён к уголовной ответственности.", "charged | who=Марко Гринько"),
    ],
)
def test_a_death_or_a_charge_in_other_words(text: str, line: str) -> None:
    assert line in told(text, source_type="news")


def test_a_title_before_the_second_name_does_not_end_the_list() -> None:
    both = "moved | to=Kursk SIZO-1 | who=Hrynko | who=Sydor"
    assert told("Mr. Hrynko and Mr. Sydor were moved to Kursk SIZO-1.") == {both}
    assert told("Sergeant Hrynko and Captain Sydor were moved to Kursk SIZO-1.") == {both}


def test_several_deaths_and_a_long_charge() -> None:
    deaths = told("Observers verified the deaths of two civilian men in Kizel SIZO-3.")
    assert deaths == {"died | at=Kizel SIZO-3 | who=two civilian men"}
    text = "Обвинение в участии в террористическом сообществе Гринько и Сидору предъявили 15 июня 2023 года."  # noqa: E501
    assert "charged | who=Гринько | who=Сидору | 2023-06-15" in told(text, source_type="news")


def test_a_witness_in_a_case_is_not_charged() -> None:
    text = "Марія Гринько, яка проходила у справі свідком, повернулася додому."
    assert not [line for line in told(text, source_type="news") if line.startswith("charged")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Суд начал рассматривать дело Ларисы Гончар.", "tried | who=Ларисы Гончар"),
        ("Дело Ларисы Гончар рассматривается в Ростове.", "tried | who=Ларисы Гончар"),
        ("Суд почав розглядати справу Лариси Гончар.", "tried | who=Лариси Гончар"),
        (
            "Судять Івана Мороза та його командира Петра Сидора.",
            "tried | who=Івана Мороза | who=Петра Сидора",
        ),
    ],
)
def test_a_court_that_hears_a_case_tries_somebody(text: str, line: str) -> None:
    assert line in told(text, source_type="news")
