"""Twice equals once, a killed run resumes, and nothing half-read counts."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.clearance import Clearance
from graph.evidence import Batch
from graph.intake import State
from graph.record import open_record
from ingest import limits
from ingest.code import Code
from ingest.handed import Step
from tests.ingest.conftest import SECRET, SOURCE, Home, LineReader

A_TRANSACTION = 200  # claims: smaller than in use, so that a text of many transactions is small
LINES = 3 * A_TRANSACTION + 50
MAPPING = """
name: people
version: 1
subjects:
  person: {kind: person, key: event_id, name: person}
  place: {kind: facility, name: at}
claims:
  - property: held_at
    roles: {who: person, at: place}
required: [person]
"""


def content(home: Home):
    """What the record holds, but for the number of its last act."""
    evidence = home.record.evidence()
    return (
        sorted(evidence.documents),
        sorted(d.id for d in evidence.descriptions),
        sorted(evidence.texts),
        sorted(evidence.subjects),
        sorted(evidence.claims),
        sorted((r.id, r.claims) for r in evidence.readings),
        sorted(j.id for j in evidence.judgements),
    )


def test_the_same_file_twice_is_one_file(home: Home):
    path = home.write("a.txt", "One\nTwo\nInvented")
    home.one(path)
    before, head = content(home), home.record.head()
    outcome = home.one(path)
    assert (outcome.state, outcome.findings[0].code) == (State.DONE, Code.ALREADY_HELD)
    assert (content(home), home.record.head()) == (before, head)


def test_a_renamed_file_is_the_same_file(home: Home):
    home.one(home.write("a.txt", "One\nInvented"))
    before = content(home)
    outcome = home.one(home.write("b.txt", "One\nInvented"))
    assert (outcome.findings[0].code, outcome.findings[0].value) == (Code.ALREADY_HELD, "a.txt")
    assert content(home) == before


def test_a_new_description_of_the_same_file_is_appended(home: Home):
    path = home.write("a.txt", "One\nInvented")
    home.one(path)
    home.one(path, source={**SOURCE, "clearance": "confidential"})
    clearances = [d.clearance for d in home.record.evidence().descriptions]
    assert clearances == [Clearance.PUBLIC, Clearance.CONFIDENTIAL]
    assert len(home.record.evidence().claims) == 2


def test_what_was_refused_is_tried_again_only_when_asked(home: Home):
    path = home.write("a.pdf", "%PDF-1.4 cut short and invented")
    assert home.one(path).code is Code.TRUNCATED
    again = home.one(path)
    assert (again.code, again.findings[0].code) == (Code.TRUNCATED, Code.REFUSED_BEFORE)
    assert home.one(path, retry=True).findings[0].code is Code.TRUNCATED


def test_rows_that_were_refused_are_told_of_again_and_shown_when_asked(home: Home):
    table = "event_id,person,at\n1,Invented Person,X\n2,,X\n"
    path = home.write("a.csv", table)
    home.write("a.csv.mapping.yaml", MAPPING)
    first = home.one(path)
    assert (first.state, first.counts.refused_rows) == (State.DONE, 1)
    before = content(home)
    told = {f.code: f.value for f in home.one(path).findings}
    assert told[Code.ROWS_REFUSED_BEFORE] == "1"
    again = home.one(path, retry=True)
    assert again.findings == first.findings
    assert content(home) == before
    home.write("b.csv", "event_id,person,at\n1,Invented Person,X\n")
    home.write("b.csv.mapping.yaml", MAPPING)
    whole = home.folder / "b.csv"
    home.one(whole)
    assert [f.code for f in home.one(whole).findings] == [Code.ALREADY_HELD]


def test_what_a_source_lacks_is_named_and_can_be_supplied(home: Home):
    path = home.write("a.txt", "One\nInvented")
    outcome = home.one(path, source={"title": "T", "invented": "true"})
    assert (outcome.state, outcome.code) == (State.NEEDS, Code.SOURCE_INCOMPLETE)
    assert outcome.findings[0].field == "publisher, source_type, clearance, licence"
    assert not home.record.evidence().documents
    assert home.one(path).state is State.DONE


def test_sealed_material_leaves_no_trace(home: Home):
    path = home.write("a.txt", "Sealed and invented")
    outcome = home.one(path, source={**SOURCE, "clearance": "sealed"})
    assert (outcome.state, outcome.code) == (State.REFUSED, Code.SEALED)
    assert home.record.head() == 0
    assert not home.record.intakes()


def test_real_material_does_not_come_into_the_home_of_the_sample(home: Home):
    path = home.write("a.txt", "Said to be real")
    outcome = home.one(path, source={**SOURCE, "invented": "false"})
    assert (outcome.code, outcome.findings[0].expected) == (Code.WRONG_HOME, "sample")
    assert home.record.head() == 0


def test_a_reader_that_fails_on_one_text_stops_no_other(home: Home, monkeypatch):
    reads = LineReader.read

    def failing(self, text, description) -> Batch:
        if "poison" in text.content:
            raise ZeroDivisionError("invented")
        return reads(self, text, description)

    monkeypatch.setattr(LineReader, "read", failing)
    home.write("a.txt", "poison")
    home.write("b.txt", "One\nInvented")
    report = home.take()
    assert [o.code for o in report.outcomes] == [Code.READER_FAILED, None]
    monkeypatch.setattr(LineReader, "read", reads)
    assert home.take().complete  # what may have been chance is tried again by itself


def test_an_unfinished_reading_does_not_count_and_is_finished_by_the_next_run(
    home: Home, monkeypatch
):
    monkeypatch.setattr(limits, "CLAIMS_A_TRANSACTION", A_TRANSACTION)
    path = home.write("a.txt", "\n".join(f"Person {n}" for n in range(LINES)))

    class Killed(Exception):
        pass

    class Dying:
        """The record, until its third batch."""

        def __init__(self) -> None:
            self.left = 3

        def __getattr__(self, name: str):
            return getattr(home.record, name)

        def append(self, batch: Batch, *, done=None, refused_rows=0) -> int:
            self.left -= bool(batch.claims)
            if self.left == 0:
                raise Killed
            return home.record.append(batch, done=done, refused_rows=refused_rows)

    with pytest.raises(Killed):
        Home(record=Dying(), folder=home.folder).take(path)
    half = home.record.evidence()
    assert len(half.claims) == 2 * A_TRANSACTION
    assert half.readings == ()
    outcome = home.one(path)
    assert (outcome.state, outcome.counts.claims) == (State.DONE, LINES)
    (reading,) = home.record.evidence().readings
    assert set(reading.claims) == set(home.record.evidence().claims)


def test_progress_is_told_in_bytes_after_each_file(home: Home):
    home.write("a.txt", "12345")
    home.write("b.txt", "1234567890")
    steps: list[Step] = []
    home.take(progress=steps.append)
    told = [(s.bytes_done, s.bytes_total, s.files, s.claims) for s in steps]
    assert told == sorted(told)
    assert (5, 15, (1, 2), 1) in told
    assert told[-1] == (15, 15, (2, 2), 2)


def test_progress_moves_within_a_large_file(home: Home, monkeypatch):
    monkeypatch.setattr(limits, "CLAIMS_A_TRANSACTION", A_TRANSACTION)
    path = home.write("a.txt", "\n".join(f"Person {n}" for n in range(LINES)))
    steps: list[Step] = []
    home.take(path, progress=steps.append)
    assert [s.claims for s in steps] == [200, 400, 600, LINES, LINES]
    assert [s.files for s in steps] == [(0, 1)] * 4 + [(1, 1)]


RUN = """
import sys
from pathlib import Path
from graph.record import open_record
from tests.ingest.conftest import SECRET, Home
root = Path(sys.argv[1])
record = open_record(f"sqlite:///{root / 'record.db'}", originals=root / "originals",
                     secret=SECRET, kind="sample")
home = Home(record=record, folder=Path(sys.argv[2]))
report = home.take()
print(report.complete, flush=True)
"""


def run(root: Path, folder: Path) -> subprocess.Popen[bytes]:
    root.mkdir(exist_ok=True)
    command = [sys.executable, "-c", RUN, str(root), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)


@pytest.mark.slow
def test_killed_at_any_moment_a_run_resumes_to_the_same_record(tmp_path: Path):
    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(12):
        lines = "\n".join(f"Person {number}-{n}, invented" for n in range(400))
        (folder / f"{number}.txt").write_text(lines)
    clean = run(tmp_path / "clean", folder)
    started = time.monotonic()
    assert b"True" in clean.communicate()[0]
    whole = time.monotonic() - started
    kills = 6
    for kill in range(kills):
        killed = run(tmp_path / "killed", folder)
        time.sleep(whole * (kill + 1) / (kills + 1))
        os.killpg(killed.pid, signal.SIGKILL)
        killed.communicate()
    assert b"True" in run(tmp_path / "killed", folder).communicate()[0]
    found = []
    for name in ("clean", "killed"):
        record = open_record(
            f"sqlite:///{tmp_path / name / 'record.db'}",
            originals=tmp_path / name / "originals",
            secret=SECRET,
        )
        found.append(content(Home(record=record, folder=folder)))
        record.close()
    assert found[0] == found[1]


def test_what_is_no_evidence_is_told_and_ends_nothing(home: Home):
    home.write("a.txt", "Oles Hai, invented.")
    home.write("README.md", "What this folder holds.")
    home.write("a.txt.source.yaml", "language: en")
    report = home.take()
    assert report.complete
    assert report.received == 1
    told = {Path(f.file).name: (f.code, f.field) for f in report.passed_over}
    assert told["README.md"] == (Code.READ_ME, "README.md.source.yaml")
    assert told["a.txt.source.yaml"][0] is Code.DESCRIBES_OTHERS


def test_a_readme_that_is_named_with_its_source_is_evidence(home: Home):
    path = home.write("README.md", "Oles Hai, invented.")
    assert home.take().received == 0
    assert home.take(path, source=None).received == 0
    assert home.one(path).state is State.DONE
