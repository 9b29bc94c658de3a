"""docs/py2neo.md runs as it stands, on every engine."""

import doctest
from pathlib import Path

import pytest

from graph.store.bolt import Bolt
from graph.store.start import USER
from tests.graph.store.inquiry import inquiry
from tests.graph.store.shaped import stored

PAGE = Path(__file__).parents[3] / "docs" / "py2neo.md"


def test_the_page_runs(engine: Bolt, monkeypatch: pytest.MonkeyPatch):
    stored(engine, inquiry())
    monkeypatch.setenv("WHEREABOUTS_GRAPH_URL", engine.url)
    if engine.server is not None:
        monkeypatch.setenv("WHEREABOUTS_GRAPH_USER", USER)
        monkeypatch.setenv("WHEREABOUTS_GRAPH_PASSWORD", engine.server.password)
    told: list[str] = []
    page = doctest.DocTestParser().get_doctest(
        PAGE.read_text("utf-8"), {}, PAGE.name, str(PAGE), lineno=0
    )
    done = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(page, out=told.append)
    assert done.failed == 0, "".join(told)
    assert done.attempted > 10
