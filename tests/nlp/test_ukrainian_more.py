"""More of what Ukrainian texts say in their own ways, one line a kind. People are invented."""

import pytest

from nlp.paragraph import paragraphs
from tests.nlp.reader import told

KINDS = [
    (  # a year in words, after a season and by itself
        "Влітку двадцять третього Северина Рудька етапували з Горлівки до колонії № 10.",
        {"moved | from=Горлівки | to=колонії № 10 | who=Северина Рудька | 2023-22"},
    ),
    (
        "У двадцять другому Северин Рудько потрапив у полон.",
        {"captured | who=Северин Рудько | 2022"},
    ),
    (
        "Северина Рудька взяли в полон у травні 22-го.",
        {"captured | who=Северина Рудька | 2022-05"},
    ),
    (  # a facility in a town without a comma; a town and what stands in it
        "Северина Рудька перевели до Таганрога в СІЗО-2 у вересні 2022 року.",
        {"moved | to=СІЗО-2 | who=Северина Рудька | 2022-09"},
    ),
    (
        "Северина Рудька доставили до приміщення СІЗО-1 5 травня 2022 року.",
        {"moved | to=СІЗО-1 | who=Северина Рудька | 2022-05-05"},
    ),
    (  # those of a group who have a name
        "Під час обміну 3 травня 2024 року повернулися 75 українців, серед них боєць «Азову» "
        "Северин Рудько і лікар Ігор Скиба.",
        {"exchanged | who=75 українців | who=Ігор Скиба | who=Северин Рудько | 2024-05-03"},
    ),
    (
        "Обмін відбувся 3 травня. Серед повернутих — сержант Северин Рудько.",
        {"exchanged | who=Северин Рудько"},
    ),
    (  # the second verb, of the one whom the first has as its object
        "Северина Рудька включали у списки на обмін, але так і не обміняли.",
        {"exchanged | who=Северина Рудька | denied"},
    ),
    (
        "Северина Рудька звинувачують у «тероризмі», йому загрожує 20 років.",
        {"charged | who=Северина Рудька"},
    ),
    (
        "Судять Северина Рудька, бійця «Азову», якому інкримінують участь у боях.",
        {"tried | who=Северина Рудька", "charged | who=Северина Рудька"},
    ),
    (
        "Ростовський суд розпочав розгляд справи Северина Рудька.",
        {"tried | who=Северина Рудька"},
    ),
    (
        "На лаві підсудних опинився й Северин Рудько.",
        {"tried | who=Северин Рудько"},
    ),
    (
        "Северина Рудька засудили до 20 років. Побратим Ігор Скиба отримав 18.",
        {"sentenced | who=Северина Рудька", "sentenced | who=Ігор Скиба"},
    ),
    (
        "Засуджений до 12 років, Северин Рудько чекає на етап.",
        {"sentenced | who=Северин Рудько"},
    ),
    (
        "Северина Рудька не стало 5 листопада 2023 року.",
        {"died | who=Северина Рудька | 2023-11-05"},
    ),
    (
        "Северин Рудько не дожив до обміну.",
        {"died | who=Северин Рудько"},
    ),
    (  # hearsay
        "За словами побратима, Северина Рудька вивезли з Оленівки до колонії № 10.",
        {"moved | from=Оленівки | to=колонії № 10 | who=Северина Рудька | hearsay"},
    ),
    (
        "Мене звати Ігор Скиба. Северин Рудько розказав, що сидів у колонії № 10.",
        {"held_at | at=колонії № 10 | who=Северин Рудько | hearsay"},
    ),
    (
        "Кажуть, що Северина Рудька перевезли до колонії № 10. Це неправда.",
        {"moved | to=колонії № 10 | who=Северина Рудька | denied | hearsay"},
    ),
]


@pytest.mark.parametrize(("content", "expected"), KINDS, ids=[k[0] for k in KINDS])
def test_a_ukrainian_way_of_telling(content: str, expected: set[str]) -> None:
    assert told(content) == expected


NOTHING = [
    "Чутки про смерть Северина Рудька не підтвердилися.",
    "Актор Северин Рудько отримав 18 у кишені.",
]


@pytest.mark.parametrize("content", NOTHING)
def test_what_is_no_happening(content: str) -> None:
    assert told(content, source_type="news") == set()


def test_a_line_without_letters_of_its_own_is_in_the_language_of_its_text() -> None:
    content = "Розмова з бійцем, якого обміняли.\n\n— Павле, коли ви потрапили в полон?"
    assert [page.language for page in paragraphs(content)] == ["uk", "uk"]


def test_whom_a_relative_clause_means_agrees_with_it() -> None:
    told_of = told("Про це каже сестра Северина Рудька, яка сиділа в колонії № 10.")
    assert not any("Рудька" in line and line.startswith("held_at") for line in told_of)
