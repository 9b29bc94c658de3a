"""Every query of docs/cypher.md gives, on every engine, the answer written here by hand."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.store.bolt import Bolt
from tests.graph.store.inquiry import inquiry
from tests.graph.store.shaped import stored

PAGE = Path(__file__).parents[3] / "docs" / "cypher.md"
BILYK, KOVAL, HNAT = "Taras Bilyk", "Ostap Koval", "Roman Hnat"
VOLNOVAKHA, TAGANROG, KURSK = "Volnovakha Colony No. 120", "Taganrog SIZO-2", "Kursk SIZO-1"
MAY_1, MAY_31 = date(2022, 5, 1), date(2022, 5, 31)

EXPECTED: dict[int, list[tuple[Any, ...]]] = {
    1: [(KOVAL, "certain"), (HNAT, "possible"), (BILYK, "certain")],
    2: [
        (VOLNOVAKHA, TAGANROG, "attested", "certain"),
        (TAGANROG, TAGANROG, "inferred", "certain"),
        (TAGANROG, TAGANROG, "inferred", "certain"),
        (TAGANROG, KURSK, "attested", "certain"),
        (KURSK, KURSK, "inferred", "certain"),
    ],
    3: [(TAGANROG, "certain", date(2022, 6, 1), date(2022, 6, 10))],
    4: [(BILYK, VOLNOVAKHA, MAY_1, MAY_31)],
    5: [
        (KOVAL, KURSK, date(2022, 9, 15), "reported"),
        (HNAT, TAGANROG, date(2022, 6, 1), "disputed"),
        (BILYK, TAGANROG, date(2022, 6, 10), "reported"),
    ],
    6: [(VOLNOVAKHA, TAGANROG, 3, 3, 152, 252)],
    7: [(KURSK, "2022-08", 1), (TAGANROG, "2022-05", 3)],
    8: [(HNAT, TAGANROG, "disputed", 1, ["report"])],
    9: [
        (KURSK, "attested", "reported", 1, "report", 1),
        (KURSK, "implied", "reported", 1, "report", 1),
        (TAGANROG, "attested", "reported", 1, "news", 1),
        (TAGANROG, "implied", "reported", 1, "news", 1),
        (TAGANROG, "implied", "reported", 1, "report", 1),
        (VOLNOVAKHA, "implied", "reported", 1, "news", 1),
    ],
    10: [(KOVAL, 4, "certain", False)],
    11: [(TAGANROG, 3, 3)],
    12: [
        ("charged", KOVAL, ["205"], "court", date(2022, 10, 1), date(2022, 10, 1)),
        ("sentenced", KOVAL, ["205"], "court", date(2023, 3, 2), date(2023, 3, 2)),
    ],
    13: [("36th Marine Brigade", "Organisation", [HNAT])],
}


def queries() -> dict[int, str]:
    """The query under each numbered heading."""
    found = re.findall(
        r"^## (\d+)\. .*?^```cypher\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return {int(number): query for number, query in found}


def parameters() -> dict[str, str]:
    """The values that the page gives for its examples."""
    lines = re.findall(r"^:param \{(.*)\}$", PAGE.read_text("utf-8"), re.MULTILINE)
    return dict(re.findall(r"(\w+): '([^']*)'", ", ".join(lines)))


def load(store: Bolt) -> None:
    stored(store, inquiry())


def test_each_question_has_an_answer():
    assert list(queries()) == list(EXPECTED)


def test_each_parameter_is_used_and_given():
    used = {name for query in queries().values() for name in re.findall(r"\$(\w+)", query)}
    assert used == set(parameters())


@pytest.mark.parametrize("number", EXPECTED)
def test_the_answer(loaded: Bolt, number: int):
    query = queries()[number]
    used = {name: value for name, value in parameters().items() if f"${name}" in query}
    rows = loaded.read(lambda tx: tx.run(query, **used))
    assert [tuple(row.values()) for row in rows] == EXPECTED[number]
