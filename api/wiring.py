"""Where the parts meet: the record, the fold for one reader, and the graph store beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from api.outward import Outward
from api.settings import Settings
from graph.clearance import Reader
from graph.evidence import Batch
from graph.knowledge import Knowledge
from graph.rebuild import Current
from graph.record import HomeKind, Record, installation_secret, open_record
from graph.scribe import Scribe

SAMPLE_SECRET = b"the sample is invented and hides nothing"


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """What every door works with; made by `open_workspace`."""

    settings: Settings
    record: Record
    scribe: Scribe
    reader: Reader
    current: Current

    def knowledge(self) -> Knowledge:
        """What the reader of this process may see now."""
        return self.current.knowledge()

    def outward(self, knowledge: Knowledge) -> Outward:
        """Ids for the outside, of one knowledge."""
        return Outward(knowledge, self.scribe.secret)

    def append(self, batch: Batch) -> None:
        """Write to the record: acts of people, one transaction."""
        self.record.append(batch)


@contextmanager
def open_workspace(settings: Settings, *, sample: bool = False) -> Iterator[Workspace]:
    """Open the home of the settings, made at first use; the sample's home is one of its own."""
    home = settings.home / "sample" if sample else settings.home
    secret = SAMPLE_SECRET if sample else installation_secret(home)
    kind: HomeKind = "sample" if sample else "real"
    url = f"sqlite:///{home / 'record.db'}" if sample else settings.record_url
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    record = open_record(url, originals=home / "originals", secret=secret, kind=kind)
    reader = Reader(clearance=settings.clearance)
    try:
        yield Workspace(
            settings=settings,
            record=record,
            scribe=Scribe(secret),
            reader=reader,
            current=Current(record, reader),
        )
    finally:
        record.close()


def graph_folder(home: Path, reader: Reader) -> Path:
    """Where the embedded graph server of one tier keeps its files."""
    return home / "graph" / reader.clearance.word
