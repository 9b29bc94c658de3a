"""The same from claims on: random records of two clearances, folded for each reader."""

import pytest

from graph.clearance import Clearance
from tests.graph.questions.enumerated import agrees
from tests.graph.questions.random_story import RandomStory
from tests.graph.questions.random_worlds import MOST_COMBINATIONS, combinations

BLOCK = 25


@pytest.mark.parametrize("first", range(0, 300, BLOCK))
def test_answers_equal_enumeration_fold_included(first: int) -> None:
    checked = 0
    for seed in range(first, first + BLOCK):
        story = RandomStory(seed).story
        for clearance in (Clearance.PUBLIC, Clearance.RESTRICTED):
            knowledge = story.read_by(clearance)
            if combinations(knowledge) <= MOST_COMBINATIONS:
                checked += agrees(knowledge)
    assert checked > BLOCK // 2
