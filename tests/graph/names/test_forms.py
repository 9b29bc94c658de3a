import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names.forms import adjective_stem, key, nominatives, nouns

CASES = {
    "Таганрозі": "Таганрог", "Осколі": "Оскол", "Старому": "Старий", "Курська": "Курськ",
    "Камишині": "Камишин", "Харкова": "Харків", "Києва": "Київ", "Горлівці": "Горлівка",
    "Макіївки": "Макіївка", "Симферополі": "Симферополь", "Лубен": "Лубни", "Валуйках": "Валуйки",
    "Сніжному": "Сніжне", "Волновахи": "Волноваха", "Малій": "Мала", "Кременця": "Кременець",
    "Рогу": "Ріг", "Курска": "Курск", "Таганроге": "Таганрог", "Мордовии": "Мордовия",
    "Вязьме": "Вязьма", "Орла": "Орёл", "Ельца": "Елец", "Казани": "Казань", "Старом": "Старый",
    "Снежном": "Снежное", "Донском": "Донской", "Тулой": "Тула", "Изоляции": "Изоляция",
}  # fmt: skip
ADJECTIVES = {
    "таганрозький": "Таганрог", "таганрогское": "Таганрог", "волноваська": "Волноваха",
    "єнакіївської": "Єнакієве", "сніжнянська": "Сніжне", "снежнянская": "Снежное",
    "торезька": "Торез", "вяземское": "Вязьма", "вязьминське": "Вязьма", "тульської": "Тула",
    "донецький": "Донецьк", "курского": "Курск", "ростовскому": "Ростов", "орловский": "Орёл",
    "макіївську": "Макіївка", "горлівська": "Горлівка", "камышинское": "Камышин",
    "новозибківське": "Новозибків", "сімферопольське": "Сімферополь", "коломийська": "Коломия",
}  # fmt: skip


@pytest.mark.parametrize(("form", "nominative"), CASES.items())
def test_case_forms_lead_back(form: str, nominative: str) -> None:
    assert key(nominative) in nominatives(form)


@pytest.mark.parametrize(("adjective", "noun"), ADJECTIVES.items())
def test_place_adjectives_lead_to_the_noun(adjective: str, noun: str) -> None:
    assert key(noun) in nouns(adjective_stem(adjective))


@pytest.mark.parametrize("word", ["колонія", "Таганрог", "виправна", "SIZO", "ск", ""])
def test_other_words_have_no_adjective_stem(word: str) -> None:
    assert adjective_stem(word) == ""


@given(st.text(max_size=30))
def test_the_word_itself_is_among_its_forms(word: str) -> None:
    assert key(word) in nominatives(word)


def test_a_long_word_takes_no_time() -> None:
    start = time.process_time()
    nominatives("ського" * 2_000)
    nouns(adjective_stem("ськ" * 3_000 + "ого"))
    assert time.process_time() - start < 1
