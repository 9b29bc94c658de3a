"""How deaths and charges are worded. All people are invented."""

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
