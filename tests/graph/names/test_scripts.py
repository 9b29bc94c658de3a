import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names.scripts import plain, repair, script_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("CIЗO №2", "СІЗО №2"),  # C, I, O are Latin
        ("СІ3О", "СІЗО"),  # the digit three
        ("BK-10 у Мордовії", "ВК-10 у Мордовії"),
        ("Кoнцeнтрaцiйнi тaбoри", "Концентраційні табори"),
        ("Хyдяк", "Худяк"),
    ],
)
def test_look_alikes_follow_their_word(written: str, meant: str) -> None:
    repaired = repair(written)
    assert repaired.text == meant
    assert repaired.changed


@pytest.mark.parametrize("text", ["PC-10 in Kursk", "СИЗО-2", "B-52", "IK-10", "ИК-10/2", "№ 30"])
def test_what_is_right_stays(text: str) -> None:
    assert repair(text).text == text
    assert repair(text).changed == ()


@given(st.text(alphabet="СИЗОсизоCIOcioabBВ -№2З3"))
def test_repair_keeps_the_length_and_repeats_itself(text: str) -> None:
    once = repair(text).text
    assert len(once) == len(text)
    assert repair(once).text == once


def test_a_word_without_look_alikes_is_left_and_stays_mixed() -> None:
    assert repair("Ющdz").text == "Ющdz"
    assert script_of("Ющdz") == "mixed"


def test_plain_has_one_apostrophe_dash_and_space_and_no_hidden_characters() -> None:
    odd = "Кам\u2019янськ\u2013Шахт\u00adинський\u00a0№\u202f2\u200b"
    assert plain(odd) == "Кам'янськ-Шахтинський № 2"
    assert plain("Тага\u0301нрог") == "Таганрог"
    assert plain(unicodedata.normalize("NFD", "Кривий Йорж")) == "Кривий Йорж"
