"""A record of their own for the tests of ingest, and a reader that finds one claim a line."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.claim import Claim, Kind
from graph.document import Description, Passage, Text
from graph.evidence import Batch
from graph.record import Record, open_record
from graph.scribe import Scribe
from ingest.intake import ingest
from ingest.report import Outcome, Report

SECRET = b"a fixed secret for invented records"
SOURCE = {
    "title": "An invented document",
    "publisher": "Nobody (invented)",
    "source_type": "ngo_report",
    "clearance": "public",
    "licence": "CC0-1.0",
    "invented": "true",
}


@dataclass(frozen=True, slots=True)
class LineReader:
    """Says of each line that it names a person: enough to see what was read and appended."""

    scribe: Scribe
    version: str = "lines/1"

    def read(self, text: Text, description: Description) -> Batch:
        subjects, claims, start = [], [], 0
        for line in text.content.split("\n"):
            passage = Passage(text=text.id, start=start, end=start + len(line))
            start += len(line) + 1
            if line.strip():
                subject = self.scribe.mention(Kind.PERSON, text.document, passage)
                named = Claim(
                    id="", passage=passage, subject=subject.id, property="name", value=line
                )
                subjects.append(subject)
                claims.append(self.scribe.claim(named))
        reading = self.scribe.reading(text.id, pipeline="lines", version="1", claims=claims)
        return Batch(subjects=tuple(subjects), claims=tuple(claims), readings=(reading,))


@dataclass(frozen=True, kw_only=True)
class Home:
    """A record and a folder of files to take in."""

    record: Record
    folder: Path
    scribe: Scribe = field(default_factory=lambda: Scribe(SECRET))

    def write(self, name: str, content: bytes | str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def take(self, *paths: Path, source: Mapping[str, str] | None = SOURCE, **more) -> Report:
        return ingest(
            paths or (self.folder,),
            intake=self.record,
            reader=LineReader(self.scribe),
            scribe=self.scribe,
            source=source,
            **more,
        )

    def one(self, path: Path, **more) -> Outcome:
        report = self.take(path, **more)
        assert report.received == 1
        return report.outcomes[0]

    def texts(self) -> dict[str, str]:
        """Content of every text, by the document's id."""
        texts = self.record.evidence().texts.values()
        return {text.document: self.record.text(text.id).content for text in texts}


@contextmanager
def a_home(where: Path) -> Iterator[Home]:
    """A new record for invented material, and an empty folder beside it."""
    record = open_record(
        f"sqlite:///{where / 'record.db'}",
        originals=where / "originals",
        secret=SECRET,
        kind="sample",
    )
    folder = where / "folder"
    folder.mkdir()
    try:
        yield Home(record=record, folder=folder)
    finally:
        record.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A home of its own for one test."""
    with a_home(tmp_path) as home:
        yield home
