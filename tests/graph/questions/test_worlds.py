"""Every answer about time equals enumeration of worlds, on random histories made by hand."""

import pytest

from tests.graph.questions.enumerated import agrees
from tests.graph.questions.random_worlds import random_record

BLOCK = 25


@pytest.mark.parametrize("first", range(0, 400, BLOCK))
def test_answers_equal_enumeration(first: int) -> None:
    checked = [agrees(random_record(seed)) for seed in range(first, first + BLOCK)]
    assert sum(checked) > BLOCK // 2  # most histories have a world, and are checked in full
