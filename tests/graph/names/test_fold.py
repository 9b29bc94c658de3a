import csv
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names.fold import fold, fold_lines, folds
from tests.graph.names.registers import register


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ковальов", "Ковалёв", "Kovalyov", "Kovalev"),
        ("Щербак", "Shcherbak", "Chtcherbak"),
        ("Ковальская", "Ковальська", "Kovalskaya", "Kovalskaia"),  # a double after the collapse
        ("Подгорная", "Podgornaya", "Podgornaja"),
        ("Єнакієве", "Yenakiieve", "Ienakiieve"),
        ("Еленовка", "Elenovka", "Yelenovka"),
        ("Кам'янськ", "Кам’янськ", "Kamiansk", "Kamyansk"),
        ("Вятское", "Vyatskoye"),  # Latin ts is ц or тс
        ("Старый Оскол", "Staryi Oskol", "Staryy Oskol"),
        ("Хyдяк", "Худяк"),  # a Latin y
    ],
)
def test_spellings_of_one_name_fold_equal(spellings: tuple[str, ...]) -> None:
    assert len({fold(s) for s in spellings}) == 1, [fold(s) for s in spellings]


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("Joukov", "Жуков"), ("Chomenko", "Хоменко"), ("Xomenko", "Хоменко"), ("Zhukov", "Жуков")],
)
def test_letters_that_depend_on_the_scheme_have_a_second_reading(latin: str, cyrillic: str) -> None:
    assert fold(cyrillic) in folds(latin)


@pytest.mark.parametrize(
    ("a", "b"), [("Краснодар", "Красноярск"), ("Каменка", "Каменск"), ("Снежное", "Сніжне")]
)
def test_different_names_keep_apart(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@given(st.text(alphabet="абвїієґщьыэюяёabcdsh'’ -ž"))
def test_a_fold_is_ascii_without_runs(word: str) -> None:
    folded = fold(word)
    assert folded.isascii()
    assert all(x != y for x, y in pairwise(folded))


def test_many_at_once_is_one_by_one() -> None:
    names = ["Таганрог", "Taganrog", "Суми", "Кам’янськ", "Sumy", "Žytkavičy"]
    assert fold_lines(names) == [fold(n) for n in names]
    assert fold_lines(["Суми"]) == [fold("Суми")]


def test_surnames_of_a_public_list_meet_across_scripts() -> None:
    """Of persons written in Russian and in Latin letters; the capital word is the surname."""
    with register("eu-annexes", "name_pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["script_lang"] == "ru" and row["schema"] == "Person"
        ]
    pairs = [(capitals(row["latin"]), capitals(row["cyrillic"])) for row in rows]
    both = [(a, b) for a, b in pairs if a and b]
    assert len(both) > 500
    met = sum(bool(a & b) for a, b in both)
    assert met / len(both) > 0.8, met / len(both)


def capitals(name: str) -> set[str]:
    return {fold(w) for w in name.split() if len(w) > 2 and w.isupper()}
