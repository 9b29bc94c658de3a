"""Which numbers, as sources round them, can be one."""

import pytest

from graph.fold.numbers import may_be_one_number


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("850", "850", True),
        ("850", "851", False),
        ("≈850", "900", True),
        ("≈850", "1525", False),
        (">300", "300", False),
        ("≥300", "300", True),
        ("<300", "≥300", False),
        ("≤300", "≈320", True),
        ("№ 7", "7", False),
    ],
)
def test_two_numbers_that_one_count_fits(a: str, b: str, one: bool) -> None:
    assert may_be_one_number(a, b) is one
    assert may_be_one_number(b, a) is one
