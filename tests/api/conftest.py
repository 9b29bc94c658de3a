"""One application with the story of two prisoners, for tests that only read."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.api.served import served, two_prisoners


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    with served(two_prisoners(), tmp_path_factory.mktemp("home")) as running:
        yield running
