"""What was acknowledged is there, whenever the process was killed."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.intake import State
from tests.graph.record.invented import account

CHILD = """
import sys
from pathlib import Path
from graph.intake import IntakeKey
from graph.record import open_record
from tests.graph.record.invented import SECRET, account

home = Path(sys.argv[1])
url = f"sqlite:///{home / 'record.sqlite'}"
record = open_record(url, originals=home / "originals", secret=SECRET)
for number in range(int(sys.argv[2]), 10_000):
    content, batch = account(number)
    key = IntakeKey(record.keep(content).sha256, "plain/1", "none")
    record.attempt(key, name=str(number))
    sys.stdout.write(f"{record.append(batch, done=key)} {number}\\n")
    sys.stdout.flush()
"""
KILLS = 10


def run_and_kill(home: Path, start: int, chance: random.Random) -> list[tuple[int, int]]:
    """Append until killed at a random moment; heads and numbers that were acknowledged."""
    arguments = [sys.executable, "-c", CHILD, str(home), str(start)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as child:
        first = child.stdout.readline()
        time.sleep(chance.uniform(0, 0.4))
        child.kill()
        said = first + child.stdout.read()
    lines = [line for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return [(int(head), int(number)) for head, number in (line.split() for line in lines)]


def test_a_record_that_others_append_to_is_whole_at_any_moment(tmp_path, open_at):
    home = tmp_path / "home"
    record = open_at(home)
    arguments = [sys.executable, "-c", CHILD, str(home)]
    starts = ("0", "3", "1000")  # the first two offer the same things
    children = [
        subprocess.Popen([*arguments, start], stdout=subprocess.PIPE, text=True) for start in starts
    ]
    heads = []
    try:
        for child in children:
            assert child.stdout.readline()
        for _ in range(15):
            assert record.verify() == ()
            evidence = record.evidence()
            found = {claim for reading in evidence.readings for claim in reading.claims}
            assert found == set(evidence.claims)
            heads.append(evidence.head)
    finally:
        for child in children:
            child.kill()
            child.communicate()
    assert heads == sorted(heads)
    assert heads[0] < heads[-1]
    assert record.verify() == ()


@pytest.mark.parametrize("kills", [3, pytest.param(KILLS, marks=pytest.mark.slow)])
def test_after_kills_all_that_was_acknowledged_is_there_and_whole(tmp_path, open_at, kills):
    chance = random.Random(9)
    home = tmp_path / "home"
    acknowledged: list[tuple[int, int]] = []
    for _ in range(kills):
        start = acknowledged[-1][1] + 1 if acknowledged else 0
        acknowledged += run_and_kill(home, start, chance)

        record = open_at(home)
        assert record.verify() == ()
        assert record.head() >= acknowledged[-1][0]
        evidence = record.evidence()
        for _, number in acknowledged:
            content, batch = account(number)
            assert {claim.id for claim in batch.claims} <= set(evidence.claims)
            assert record.original(batch.documents[0].id).read_bytes() == content
            assert record.text(batch.texts[0].id) == batch.texts[0]
        # An intake is done exactly if its batch is there.
        done = {intake.key.original for intake in record.intakes(state=State.DONE)}
        assert done == set(evidence.documents)
        record.close()
    assert len(acknowledged) > kills
