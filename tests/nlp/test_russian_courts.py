"""Russian: how courts and those who write of them speak. All people are invented."""

import pytest

from tests.nlp.reader import told

TOLD = [
    (
        "Суд начал рассмотрение дела в отношении Заики Н. М. и Корж Т. Л., обвиняемых в шпионаже.",
        {"tried | who=Заики Н. М. | who=Корж Т. Л.", "charged | who=Заики Н. М. | who=Корж Т. Л."},
    ),
    (
        "Перед судом предстал 34-летний Максим Юрченко, служивший в морской пехоте.",
        {"tried | who=Максим Юрченко"},
    ),
    (
        "Верховный суд Крыма приступил к рассмотрению дела Ивана Гнатюка.",
        {"tried | court=Верховный суд Крыма | who=Ивана Гнатюка"},
    ),
    (
        "Судебное заседание по делу Василия Дудки началось 4 февраля 2024 года.",
        {"tried | who=Василия Дудки | 2024-02-04"},
    ),
    (
        "Пётр Ярема проходит обвиняемым по делу о подготовке взрыва.",
        {"charged | who=Пётр Ярема"},
    ),
    ("Артёму Гнатюку вменяют шпионаж, ему грозит до 20 лет.", {"charged | who=Артёму Гнатюку"}),
    (
        "Ивана Гнатюка признали виновным и отправили на 15 лет в колонию.",
        {"sentenced | who=Ивана Гнатюка"},
    ),
    (
        "После вступления приговора в силу Мищенко будет направлен в ИК-10 Республики Мордовия.",
        {"moved | to=ИК-10 Республики Мордовия | who=Мищенко | planned"},
    ),
    (
        "Иван Гнатюк и Пётр Рудь до вступления приговора в силу будут находиться в СИЗО-1 "
        "Ростова-на-Дону.",
        {"held_at | at=СИЗО-1 Ростова-на-Дону | who=Иван Гнатюк | who=Пётр Рудь | planned"},
    ),
]


@pytest.mark.parametrize(("content", "expected"), TOLD)
def test_what_is_told_of_a_case(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected


@pytest.mark.parametrize(
    "content",
    [
        "Обвинитель просил назначить Ивану Гнатюку наказание в виде 17 лет лишения свободы.",
        "Гособвинение потребовало приговорить Ивана Гнатюка к 17 годам.",
        "Суд заочно арестовал Ивана Гнатюка.",
        "Ивана Гнатюка арестовали на два месяца.",
        "Суд освободил Нину Стешенко от отбывания наказания.",
    ],
)
def test_what_is_asked_of_a_court_or_is_no_capture_and_no_release_is_not_told(content: str) -> None:
    assert told(content, source_type="news") == set()


def test_initials_behind_a_surname_end_a_sentence() -> None:
    content = "Суд начал процесс над Лысаком П. В. и Тараном Е. Н. Подсудимые признали вину."
    assert "tried | who=Лысаком П. В. | who=Тараном Е. Н." in told(content, source_type="news")


def test_a_client_is_the_one_told_of_not_his_lawyer() -> None:
    content = (
        "Пленный Иван Гнатюк молчит. По словам адвоката, её подзащитного увезли из СИЗО-2 "
        "Таганрога."
    )
    assert told(content, source_type="news") == {"moved | from=СИЗО-2 Таганрога | who=подзащитного"}


@pytest.mark.parametrize(
    ("content", "people"),
    [
        (
            "Сергей Литвин приговорён к 21 году лишения свободы, Пётр Гончар — к 18 годам.",
            ("Сергей Литвин", "Пётр Гончар"),
        ),
        (
            "Суд приговорил к 18 годам колонии Станислава Рябчука, к 16 — Леонида Горбаня.",
            ("Станислава Рябчука", "Леонида Горбаня"),
        ),
    ],
)
def test_each_of_several_has_his_term(content: str, people: tuple[str, ...]) -> None:
    assert told(content, source_type="news") == {f"sentenced | who={p}" for p in people}


def test_a_capture_that_is_spoken_of_is_of_the_one_named_after_its_place() -> None:
    content = "Силовики заявили о задержании в Бердянске жителя города Романа Хомутова."
    assert told(content, source_type="news") == {"captured | at=Бердянске | who=Романа Хомутова"}


def test_they_are_those_listed_with_also() -> None:
    content = (
        "На скамье подсудимых командир Олег Штефан, а также Богдан Пасека и Антон Ребрик. "
        "Им вменяют убийство."
    )
    assert "charged | who=Антон Ребрик | who=Богдан Пасека | who=Олег Штефан" in told(
        content, source_type="news"
    )
