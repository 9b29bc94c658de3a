"""From the record to what one reader may see, followed as the record grows."""

from dataclasses import replace
from threading import Lock

from graph.clearance import Reader
from graph.evidence import Batch, Evidence
from graph.fold import Folding, fold
from graph.knowledge import Knowledge
from graph.record import Record


class Current:
    """The newest knowledge of one reader, for all threads of a process.

    Asking costs one look at the record's head while nothing was appended; otherwise only what
    came since is read, and only the components that it touches are folded again. An answer is
    given from one `Knowledge` value from end to end, so it never mixes two states.
    """

    def __init__(self, record: Record, reader: Reader) -> None:
        self._record = record
        self._reader = reader
        self._lock = Lock()
        self._evidence: Evidence | None = None
        self._folded: Evidence | None = None  # `evidence` may have gone further since
        self._folding: Folding | None = None

    def evidence(self) -> Evidence:
        """Everything in the record, whoever may read it: for trusted use inside the process."""
        with self._lock:
            return self._follow()

    def knowledge(self) -> Knowledge:
        """What the reader may see now."""
        with self._lock:
            evidence = self._follow()
            if self._folding is None or evidence is not self._folded:
                self._folding = fold(evidence, self._reader, former=self._folding)
                self._folded = evidence
            return self._folding.knowledge

    def _follow(self) -> Evidence:
        if self._evidence is None:
            self._evidence = self._record.evidence()
        elif (head := self._record.head()) != self._evidence.head:
            since = self._evidence.head
            if self._record.erased(since):  # copies of what was erased are dropped with the rest
                self._evidence = self._record.evidence()
            else:
                self._evidence = grown(self._evidence, self._record.changes(since), head=head)
        return self._evidence


def grown(evidence: Evidence, batch: Batch, *, head: int) -> Evidence:
    """The evidence with a batch appended to it."""
    return replace(
        evidence,
        documents={**evidence.documents, **{d.id: d for d in batch.documents}},
        descriptions=(*evidence.descriptions, *batch.descriptions),
        texts={**evidence.texts, **{t.id: t for t in batch.texts}},
        subjects={**evidence.subjects, **{s.id: s for s in batch.subjects}},
        claims={**evidence.claims, **{c.id: c for c in batch.claims}},
        readings=(*evidence.readings, *batch.readings),
        judgements=(*evidence.judgements, *batch.judgements),
        decisions=(*evidence.decisions, *batch.decisions),
        head=head,
    )
