"""Ten pairs of worlds through the fold."""

from collections.abc import Callable

import pytest

from graph.clearance import Clearance
from tests.contract.worlds import DIFFERENCES, HIDDEN, Common, pair


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda d: d.__name__)
def test_the_public_cannot_tell_the_worlds_apart(difference: Callable[[Common], None]) -> None:
    without, with_it = (story.read_by(Clearance.PUBLIC) for story in pair(difference))
    assert with_it == without


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda d: d.__name__)
def test_the_cleared_can(difference: Callable[[Common], None]) -> None:
    without, with_it = (story.read_by(HIDDEN) for story in pair(difference))
    assert with_it != without
