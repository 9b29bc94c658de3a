"""Ten pairs of worlds through the fold."""

from collections.abc import Callable

import pytest

from graph.clearance import Clearance
from tests.contract.worlds import DIFFERENCES, HIDDEN, Common, pair


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda d: d.__name__)
def test_the_public_cannot_tell_the_worlds_apart(difference: Callable[[Common], None]) -> None:
    without, with_it = (story.read_by(Clearance.PUBLIC) for story in pair(difference))
    if difference.__name__ == "protected_witness":
        # whether a text is readable whole is no secret: a protected name is why it is not
        assert without.readable_texts >= with_it.readable_texts
        assert with_it.evidence.claims == without.evidence.claims
        assert with_it.stays == without.stays
    else:
        assert with_it == without


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda d: d.__name__)
def test_the_cleared_can(difference: Callable[[Common], None]) -> None:
    without, with_it = (story.read_by(HIDDEN) for story in pair(difference))
    assert with_it != without
