"""Counts with their plural forms, codes, and lists."""

import pytest

from graph.answer.terms import AtLeast, DayCount
from graph.errors import InvalidValue
from graph.grade import Grade
from graph.period import Certainty
from visual.words import Words, language


@pytest.mark.parametrize(
    ("n", "en", "uk", "ru"),
    [
        (1, "1 day", "1 день", "1 день"),
        (2, "2 days", "2 дні", "2 дня"),
        (5, "5 days", "5 днів", "5 дней"),
        (11, "11 days", "11 днів", "11 дней"),
        (21, "21 days", "21 день", "21 день"),
        (22, "22 days", "22 дні", "22 дня"),
        (101, "101 days", "101 день", "101 день"),
        (112, "112 days", "112 днів", "112 дней"),
    ],
)
def test_days_are_counted_in_the_plural_of_the_language(n: int, en: str, uk: str, ru: str) -> None:
    count = DayCount(least=n, most=n)
    assert [language(c).count(count) for c in ("en", "uk", "ru")] == [en, uk, ru]


@pytest.mark.parametrize(
    ("key", "one", "two", "five"),
    [
        ("text.lineages", "21 незалежне джерело", "22 незалежні джерела", "25 незалежних джерел"),
        ("term.years", "21 рік", "22 роки", "25 років"),
        ("term.months", "21 місяць", "22 місяці", "25 місяців"),
    ],
)
def test_every_plural_of_ukrainian_has_its_three_forms(
    key: str, one: str, two: str, five: str
) -> None:
    words = language("uk")
    assert [words.t(key, n=n) for n in (21, 22, 25)] == [one, two, five]


def test_russian_years_of_a_sentence() -> None:
    words = language("ru")
    said = [words.t("term.years", n=n) for n in (1, 3, 15, 101)]
    assert said == ["1 год", "3 года", "15 лет", "101 год"]


def test_counts_say_what_bounds_them() -> None:
    words = language("en")
    assert words.count(DayCount(least=3, most=8)) == "3–8 days"
    assert words.count(DayCount(least=3, most=None)) == "3 days or more"
    assert words.count(DayCount(least=0, most=None)) == "an open number of days"
    assert words.at_least(AtLeast(number=27780, exact=False)) == "at least 27,780"


def test_a_plural_without_its_number_is_an_error_of_the_program() -> None:
    with pytest.raises(TypeError, match=r"term\.years"):
        language("en").t("term.years")


def test_codes_are_worded_and_what_is_no_code_stays_as_the_source_wrote_it() -> None:
    words = language("uk")
    assert words.code("event_type", "exchanged") == "обмін"
    assert words.code("region", "UA-43") == "Автономна Республіка Крим"
    assert words.code("mode", "паромом") == "паромом"
    assert words.code("property", "held_at") == "утримання в установі"
    assert words.value("facility_type", "sizo") == "слідчий ізолятор (СІЗО)"
    assert words.value("address", "RU") == "RU"
    with pytest.raises(KeyError):
        words.code("no such vocabulary", "x")


def test_order_not_determined_is_a_certainty_of_its_own() -> None:
    said = {language("en").certainty(c) for c in (*Certainty, None)}
    assert len(said) == len(Certainty) + 1
    assert "order not determined" in said


def test_ukrainian_never_says_probably_for_certain() -> None:
    words = language("uk")
    said = [words.certainty(c) for c in (*Certainty, None)] + [words.grade(g) for g in Grade]
    assert not [s for s in said if "певно" in s.lower() or "імовірно" in s.lower()]


def test_lists_are_cut_and_say_so() -> None:
    words: Words = language("ru")
    assert words.listed([]) == ""
    assert words.listed(["А"]) == "А"
    assert words.listed(["А", "Б", "В"]) == "А, Б и В"
    assert words.listed(["А", "Б", "В", "Г"], most=2) == "А, Б и ещё 2"


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        language("de")
    assert caught.value.expected == "en, uk, ru"
