"""What every test may need: how to say that a real part is missing, and steady random tests."""

import os
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

REQUIRE_ALL = "WHEREABOUTS_REQUIRE_ALL"

# A busy machine is no counter-example. Where every part is required, a change is judged by the same
# examples each time, and by all of them; elsewhere each run looks for new ones, fewer at a time.
_ALL = os.environ.get(REQUIRE_ALL) == "1"
settings.register_profile(
    "whereabouts",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=_ALL,
    max_examples=100 if _ALL else 25,
)
settings.load_profile("whereabouts")


def missing(what: str) -> NoReturn:
    """Skip the test with one line, or fail it where every real part must be present."""
    if os.environ.get(REQUIRE_ALL) == "1":
        pytest.fail(f"{what} is missing, and {REQUIRE_ALL}=1 allows no skip", pytrace=False)
    pytest.skip(f"{what} is missing")
