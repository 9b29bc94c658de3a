"""Every answer about time equals enumeration of worlds, on random histories made by hand."""

import pytest

from graph.questions import admissible
from tests.graph.questions import enumerated
from tests.graph.questions.enumerated import agrees
from tests.graph.questions.random_worlds import random_record

BLOCK = 25


@pytest.mark.parametrize("first", range(0, 400, BLOCK))
def test_answers_equal_enumeration(first: int) -> None:
    checked = [agrees(random_record(seed)) for seed in range(first, first + BLOCK)]
    assert sum(checked) > BLOCK // 2  # most histories have a world, and are checked in full


@pytest.mark.parametrize("cap", [1, 2])
def test_cut_short_it_is_the_same_or_not_determined(
    monkeypatch: pytest.MonkeyPatch, cap: int
) -> None:
    monkeypatch.setattr(admissible, "MOST_NETWORKS", cap)
    monkeypatch.setattr(enumerated, "CUT_SHORT", True)
    for seed in range(400, 480):
        agrees(random_record(seed))
