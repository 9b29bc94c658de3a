"""A skip is a courtesy to a small machine and a failure where everything must be there."""

import pytest

from tests.conftest import REQUIRE_ALL, missing


def test_a_missing_part_skips_with_one_line(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(REQUIRE_ALL, raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^Chromium is missing$"):
        missing("Chromium")


def test_a_missing_part_fails_where_every_part_is_required(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(REQUIRE_ALL, "1")
    with pytest.raises(pytest.fail.Exception, match="Chromium is missing"):
        missing("Chromium")
