"""The terminal's door is light: asking for help loads no heavy library."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "alembic", "fastapi", "natasha", "neo4j", "neomodel", "networkx", "numpy", "pyvis",
    "spacy", "sqlalchemy",
}  # fmt: skip
HELP_SECONDS = 0.5
COMMAND = Path(sys.executable).with_name("whereabouts")


def children_seconds() -> float:
    """Processor time of all ended child processes, own and the system's for them."""
    spent = os.times()
    return spent.children_user + spent.children_system


def test_importing_the_terminal_loads_no_heavy_library():
    code = "import sys, api.cli; print(*{name.split('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(run.stdout.split())
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_help_takes_less_than_half_a_second_of_processor_time():
    """The least of three runs: the first may have to write byte code."""
    spent = []
    for _ in range(3):
        before = children_seconds()
        run = subprocess.run([COMMAND, "--help"], check=True, capture_output=True, text=True)
        spent.append(children_seconds() - before)
        assert "Usage: whereabouts" in run.stdout
    assert min(spent) < HELP_SECONDS
