"""What every test may need: how to say that a real part is missing."""

import os
from typing import NoReturn

import pytest

REQUIRE_ALL = "WHEREABOUTS_REQUIRE_ALL"


def missing(what: str) -> NoReturn:
    """Skip the test with one line, or fail it where every real part must be present."""
    if os.environ.get(REQUIRE_ALL) == "1":
        pytest.fail(f"{what} is missing, and {REQUIRE_ALL}=1 allows no skip", pytrace=False)
    pytest.skip(f"{what} is missing")
