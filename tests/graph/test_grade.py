"""Grades by rule; the rule written out."""

import pytest

from graph.grade import Grade, Lineages, grade


@pytest.mark.parametrize(
    ("told", "firm", "direct", "expected"),
    [
        (0, 0, 0, Grade.UNCONFIRMED_LEAD),
        (1, 0, 0, Grade.ALLEGED),  # hearsay, a weak basis or an interested party
        (3, 0, 0, Grade.ALLEGED),
        (1, 1, 1, Grade.REPORTED),
        (1, 1, 0, Grade.REPORTED),
        (2, 1, 0, Grade.WELL_SUPPORTED),
        (2, 1, 1, Grade.ESTABLISHED),
        (5, 2, 1, Grade.ESTABLISHED),
    ],
)
def test_grade(told: int, firm: int, direct: int, expected: Grade) -> None:
    lineages = Lineages(told=told, firm=firm, direct=direct)
    assert grade(lineages, disputed=False) is expected
    assert grade(lineages, disputed=True) is Grade.DISPUTED
