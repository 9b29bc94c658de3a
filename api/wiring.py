"""Where the parts meet: record, fold for one reader, graph store, reading and intake."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from api.outward import Outward
from api.settings import Settings
from graph.clearance import Reader
from graph.document import Description, Text
from graph.evidence import Batch
from graph.fold.visible_acts import visible_acts
from graph.knowledge import Knowledge
from graph.rebuild import Current
from graph.record import HomeKind, Record, installation_secret, open_record
from graph.scribe import Scribe

if TYPE_CHECKING:
    from api.jobs import TakenIn
    from graph.names.facility_index import FacilityIndex
    from graph.store.projection import Projection
    from graph.store.reading import StoreReading
    from ingest.handed import Progress
    from ingest.mapping import TableMapping
    from ingest.report import Report
    from ingest.table_reading import Link

SHIPPED_LIST = Path(__file__).parent.parent / "ingest" / "lists" / "facilities.csv"
SETTLING = 5_000  # from twice as many beings and happenings on, collecting is felt
SAMPLE_SECRET = b"the sample is invented and hides nothing"


@dataclass(kw_only=True)
class Workspace:
    """What every door works with; made by `open_workspace`."""

    settings: Settings
    home: Path
    record: Record
    scribe: Scribe
    reader: Reader
    current: Current
    _store: "Projection | None" = field(default=None, repr=False)
    _writing: RLock = field(default_factory=RLock, repr=False)  # one writer of the store
    _settled: int = field(default=SETTLING, repr=False)  # what the collector passes over

    def knowledge(self) -> Knowledge:
        """What the reader of this process may see now."""
        return self.current.knowledge()

    def outward(self, knowledge: Knowledge) -> Outward:
        """Ids for the outside, of one knowledge."""
        return Outward(knowledge, self.scribe.secret)

    def append(self, batch: Batch) -> None:
        """Write to the record, one transaction, and bring the graph store up to it."""
        self.record.append(batch)
        self.publish()

    def store(self) -> "Projection":
        """The graph store of this reader's tier, opened at first use.

        Raises:
            StoreError: no server can be started or reached.
        """
        from graph.store.bolt import open_bolt
        from graph.store.projection import Projection

        with self._writing:
            if self._store is None:
                bolt = open_bolt(
                    self.settings.graph_url,
                    root=self.home / "graph" / self.reader.clearance.word,
                    user=self.settings.graph_user if self.settings.graph_password else "",
                    password=self.settings.graph_password,
                )
                tier = Outward(self.knowledge(), self.scribe.secret)("tier")
                self._store = Projection(bolt, tier=tier)
                self._store.prepare()
            return self._store

    @property
    def graph(self) -> "StoreReading":
        """The graph store, to be read.

        Raises:
            StoreError: no server can be started or reached.
        """
        from graph.store.reading import StoreReading

        return StoreReading(self.store())

    def publish(self) -> int:
        """Bring the graph store up to the knowledge of now; how many rows that took."""
        from graph.store.shape import shape

        with self._writing:
            knowledge, store = self.knowledge(), self.store()
            rows = shape(knowledge, self.outward(knowledge), former=store.shape)
            written = store.update(rows)
            self._settle(len(rows.sources))
            return written

    def _settle(self, known: int) -> None:
        """Take what a large record became out of the collector's rounds.

        It stays as long as the process and holds no cycles, and going over it took half a second
        in every other act. What an act replaces is freed all the same, when nobody refers to it.
        """
        if known >= 2 * self._settled:
            gc.collect()
            gc.freeze()
            self._settled = known

    def rebuild(self) -> int:
        """Empty the graph store and fill it again from the record; how many rows it holds now."""
        from graph.store.shape import EMPTY

        with self._writing:
            self.store().update(EMPTY)
            return self.publish()

    def ingest(
        self,
        paths: Iterable[Path],
        *,
        source: Mapping[str, str] | None = None,
        mapping: "TableMapping | None" = None,
        retry: bool = False,
        progress: "Progress | None" = None,
    ) -> "Report":
        """Take files into the record, read what they say, and publish it.

        A list among the files may come after what speaks of its facilities: that is read anew.
        """
        files = [Path(path) for path in paths]
        lists = self.listed()
        if not lists.facilities and SHIPPED_LIST not in files:  # names need something to link to
            self.ingest((SHIPPED_LIST,))
            lists = self.listed()

        evidence = self.current.evidence()
        hidden = evidence.documents.keys() - visible_acts(evidence, self.reader).documents

        def taken(lists: "FacilityIndex", *, retry: bool) -> "Report":
            from ingest.intake import ingest

            return ingest(
                files,
                intake=self.record,
                reader=TextReader(self.scribe, lists),
                scribe=self.scribe,
                source=source,
                mapping=mapping,
                link=link_to(lists),
                hidden=hidden,
                retry=retry,
                progress=progress,
            )

        report = taken(lists, retry=retry)
        known = self.listed()
        if known.digest != lists.digest:
            report = report.renewed(taken(known, retry=False))
        self.publish()  # always: a run that was killed may have left the store behind
        return report

    def take_one(self, file: Path, known: Mapping[str, str]) -> "tuple[TakenIn, ...]":
        """One file that was sent in over HTTP; who sends it once more wants it tried again."""
        from api.intake_report import taken_in

        report = self.ingest((file,), source=known, retry=True)
        return tuple(taken_in(report, file.name))

    def listed(self) -> "FacilityIndex":
        """The facilities of all public lists in the record."""
        from graph.listed import listed

        return listed(self.current.evidence())

    def close(self) -> None:
        """Let go of record and store."""
        if self._store is not None:
            self._store.bolt.close()
        self.record.close()


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads texts with the pipelines of `nlp`, which load at the first text."""

    scribe: Scribe
    lists: "FacilityIndex"

    @property
    def version(self) -> str:
        """Of the pipeline and the lists it links to: a change of either reads again."""
        from nlp.version import PIPELINE_VERSION

        return f"{PIPELINE_VERSION}+{self.lists.digest}"

    def read(self, text: Text, description: Description) -> Batch:
        """Everything that one text says."""
        from nlp.read import read

        found = read(text, description=description, scribe=self.scribe, listed=self.lists)
        reading = self.scribe.reading(
            text.id,
            pipeline=found.reading.pipeline,
            version=self.version,
            claims=found.claims,
            judgements=found.judgements,
        )
        return Batch(
            subjects=found.subjects,
            claims=found.claims,
            judgements=found.judgements,
            readings=(reading,),
        )


def link_to(lists: "FacilityIndex") -> "Link":
    """Links the words of a table's facility to a list, by what the row says beside them."""
    from graph.names.facility_match import Linked, match
    from graph.names.facility_name import parse
    from ingest.table_reading import Link

    @cache  # a table names few facilities in many rows
    def facility(words: str) -> str | None:
        found = match(parse(words, gazetteer=lists.gazetteer), lists)
        return found.facility if isinstance(found, Linked) else None

    def link(words: str, context: Mapping[str, str]) -> str | None:
        beside = (context.get(name, "") for name in ("settlement", "region_name"))
        return facility(", ".join((words, *(b for b in beside if b))))

    return Link(find=link, version=lists.digest)


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
    workspace = Workspace(
        settings=settings,
        home=home,
        record=record,
        scribe=Scribe(secret),
        reader=reader,
        current=Current(record, reader),
    )
    try:
        yield workspace
    finally:
        workspace.close()
