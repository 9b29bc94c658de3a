"""No rule takes long over hostile text: 50 ms for 10 kB, in time of the thread, best of three."""

import time

import pytest

from nlp.dates import dates
from nlp.facilities import facilities
from nlp.groups import groups, pronouns
from nlp.legal import articles, terms
from nlp.organisations import organisations
from nlp.paragraph import Paragraph, paragraphs
from nlp.people import people
from nlp.places import places

SIZE = 10_000
LIMIT = 0.05
UNITS = (
    "prison ", "российской ", "СІЗО-2 ", "Олесь Гай ", "Oles Hai ", "12 May 2022 ", "до 12 травня ",
    "from 5 to 6 May ", "«", "(", "в місті ", "№ ", "1 ", "was moved to ", "його ", ", а ", "ч. 2 ",
    "ст. 438 ", "окружний військовий ", "A", "я", "Aa. ", "I was told that ", "about 200 men ",
    "36-ї бригади ", "не ", "СІЗО в Курську, ", "the first half of ", "колонії суворого режиму ",
)  # fmt: skip
FINDERS = {
    "facilities": facilities,
    "organisations": lambda page: organisations(page, ()),
    "articles": articles,
    "terms": terms,
    "dates": lambda page: dates(page, None, news=False),
    "people": lambda page: people(page, (), frozenset()),
    "groups": lambda page: groups(page, ()),
    "places": lambda page: places(page, ()),
    "pronouns": lambda page: pronouns(page, ()),
}


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    for text in (
        "Олеся Гая перевели до СІЗО-2 Таганрога.",
        "Он был в ИК-10 ы.",
        "He was in IK-10.",
    ):
        for page in paragraphs(text):
            for finder in FINDERS.values():
                finder(page)


@pytest.mark.parametrize("unit", UNITS)
def test_no_rule_is_slow_on_repetition(unit: str) -> None:
    pages = list(paragraphs((unit * (SIZE // len(unit) + 1))[:SIZE]))
    slow = {name: seconds for name in FINDERS if (seconds := _best(name, pages)) > LIMIT}
    assert not slow


def _best(name: str, pages: list[Paragraph]) -> float:
    times = []
    for _ in range(3):
        start = time.thread_time()
        for page in pages:
            FINDERS[name](page)
        times.append(time.thread_time() - start)
        if times[-1] <= LIMIT:
            break
    return min(times)
