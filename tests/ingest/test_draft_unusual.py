"""Spreadsheets as volunteers head them, in their own words; all people in them are invented."""

from collections import Counter

import pytest

from graph.claim import Kind
from graph.period import iso
from ingest.draft import draft_mapping
from ingest.mapping_file import parse_mapping
from tests.ingest.conftest import Home

PEOPLE = {
    "en": (
        "Who we are looking for,Year he was born,Taken (when),Taken (where),"
        "First prison he was brought to,Brought there on,Moved on to,Moved when,Last heard of at,"
        "Last heard of on,Verdict (when),Years given,Which court,Under which article,"
        "Swapped home on,Who told us,Mother's phone\n"
        "Taras Lys,1990,12/04/2022,Mariupol,Olenivka colony No. 120,13/04/2022,Taganrog SIZO-2,"
        "28/05/2022,Mordovia IK-10,20/12/2024,,,,,30/12/2024,a cellmate,none\n"
        "Ivan Moroz,1988,02/02/2023,Bakhmut,Donetsk SIZO,06/02/2023,Makiivka Colony No. 32,"
        "19/01/2024,,,14/11/2023,18,Rostov court,356,,his wife,none\n"
    ),
    "ru": (
        "Человек;Г.р.;Когда взяли;Где взяли;Куда увезли сначала;Когда увезли;Куда перевели потом;"
        "Когда перевели;Приговор, дата;Срок (лет);Статья;Кто судил;Вернулся по обмену;Откуда знаем;"
        "Телефон\n"
        "Лис Тарас;1990;12.04.2022;Мариуполь;Еленовка, колония № 120;13.04.2022;СИЗО-2 Таганрог;"
        "28.05.2022;;;;;30.12.2024;сокамерник;нет\n"
        "Мороз Иван;1988;02.02.2023;Бахмут;Донецкое СИЗО;06.02.2023;Макеевская колония № 32;"
        "19.01.2024;14.11.2023;18;356;Ростовский суд;;жена;нет\n"
    ),
    "uk": (
        "Кого шукаємо;Рік народж.;Коли потрапив;Де потрапив;Де сидить зараз;З якого числа там;"
        "Звідки привезли;Вирок (коли);Скільки дали років;Який суд;Стаття ККУ/ККРФ;Обміняли (дата);"
        "Хто розказав;Контакт родини\n"
        "Лис Тарас;1990;12.04.2022;Маріуполь;СІЗО-2 Таганрог;28.05.2022;Оленівка, колонія № 120;"
        ";;;;30.12.2024;побратим;є\n"
        "Мороз Іван;1988;02.02.2023;Бахмут;Макіївська колонія № 32;19.01.2024;Донецьке СІЗО;"
        "14.11.2023;18;Ростовський суд;356;;дружина;є\n"
    ),
}
MOVED = {
    "en": [("2022-04-13", "to"), ("2022-05-28", "to"), ("2023-02-06", "to"), ("2024-01-19", "to")],
    "ru": [("2022-04-13", "to"), ("2022-05-28", "to"), ("2023-02-06", "to"), ("2024-01-19", "to")],
    "uk": [("2022-05-28", "from to"), ("2024-01-19", "from to")],
}
HELD = {"en": 1, "ru": 0, "uk": 2}


@pytest.mark.parametrize("language", PEOPLE)
def test_a_draft_means_what_the_headings_of_volunteers_say(home: Home, language: str) -> None:
    path = home.write(f"{language}.csv", PEOPLE[language])
    mapping = parse_mapping(draft_mapping(path), file=path.name)
    assert len(mapping.ignored) == 1  # the telephone of the family
    outcome = home.one(path, mapping=mapping)
    assert (outcome.counts.claimed_rows, outcome.findings) == (2, ())
    evidence = home.record.evidence()
    claims = evidence.claims.values()
    said = Counter(c.property for c in claims if c.roles)
    assert said == {
        "moved": len(MOVED[language]),
        "captured": 2,
        "exchanged": 1,
        "sentenced": 1,
        **({"held_at": HELD[language]} if HELD[language] else {}),
    }
    moved = [
        (iso(c.period.start.lo), " ".join(sorted({r for r, _ in c.roles} - {"who"})))
        for c in claims
        if c.property == "moved"
    ]
    assert sorted(moved) == MOVED[language]
    places = {c.role("at") for c in claims if c.property == "captured"}
    assert {evidence.subjects[p or ""].kind for p in places} == {Kind.PLACE}
    (sentence,) = (c for c in claims if c.property == "sentenced")
    assert {("article", "356"), ("term", "18")} <= set(sentence.details)
    assert iso(sentence.period.start.lo) == "2023-11-14"


def test_the_day_right_of_two_places_is_that_of_the_second_move(home: Home) -> None:
    path = home.write(
        "moves.csv",
        "Прізвище;Куди повезли спершу;Куди потім;Дата переведення\n"
        "Лис Тарас;СІЗО-1 Курськ;СІЗО-2 Таганрог;28.05.2022\n",
    )
    outcome = home.one(path, mapping=parse_mapping(draft_mapping(path), file=path.name))
    assert outcome.findings == ()
    moved = [c for c in home.record.evidence().claims.values() if c.property == "moved"]
    assert sorted(c.period.words for c in moved) == ["", "28.05.2022"]


def test_nobody_is_sentenced_by_a_row_that_says_nothing_of_it(home: Home) -> None:
    path = home.write(
        "verdicts.csv",
        "Прізвище;Суд;Стаття\nЛис Тарас;;\nМороз Іван;Ростовський суд;356\n",
    )
    home.one(path, mapping=parse_mapping(draft_mapping(path), file=path.name))
    said = home.record.evidence().claims.values()
    assert sum(c.property == "sentenced" for c in said) == 1
