"""One claim among 27,780 transfers: its own rows change, at once, and nobody sees half of it."""

import os
import statistics
from pathlib import Path

import pytest

from bench.change import ROWS, change, transfers
from graph.store.bolt import Bolt

SECONDS = 1.0  # on a quiet machine; the load of this one counts
ACTS = 6


def within() -> float:
    """How long an act may take while so many processes want each processor."""
    return SECONDS * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


@pytest.mark.slow
def test_one_claim_changes_its_own_rows_within_a_second(engine: Bolt, tmp_path: Path):
    url = "" if engine.is_arcadedb else engine.url
    with transfers(tmp_path, rows=ROWS, url=url) as workspace:
        known = workspace.knowledge()
        claim = next(c for c in known.evidence.claims.values() if c.property == "moved")
        (happening,) = known.events_of[claim.id]
        transfer = known.transfers[happening]
        measured = change(workspace, acts=ACTS)
    route = f"ROUTE>{transfer.origin}>{transfer.destination}"
    assert measured.rows == ROWS
    assert measured.changed == [{happening, route}] * ACTS
    assert measured.mixtures == 0
    assert measured.answers > ACTS
    assert statistics.median(measured.seconds) < within(), measured.seconds
