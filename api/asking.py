"""What one request works with: what the reader may see now, and ids for the outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from api.outward import Outward
from api.settings import Settings
from graph.answer.stored import Counts, Neighbourhood, Page
from graph.clearance import Reader
from graph.document import Text
from graph.errors import NotFound
from graph.evidence import Batch, Evidence
from graph.knowledge import Knowledge
from graph.scribe import Scribe


class Following(Protocol):
    """The record as it grows."""

    def evidence(self) -> Evidence:
        """Everything in the record, for acts; it never leaves."""
        ...


class Keeping(Protocol):
    """Keeps the characters of texts, which knowledge leaves out."""

    def text(self, text: str) -> Text:
        """A text with its characters."""
        ...


class Reading(Protocol):
    """Reads the graph store; all raise `NotFound` for what it lacks, `StoreError` if it cannot."""

    def node(self, uid: str, *, limit: int) -> Page:
        """A node and its relations by sort, the first few of each."""
        ...

    def links(self, uid: str, *, types: Sequence[str], limit: int, after: str) -> Neighbourhood:
        """The relations of a node, of these types or all, a page at a time."""
        ...

    def counts(self, uid: str) -> Counts:
        """How many relations of each sort a node has."""
        ...


class Serving(Protocol):
    """What the doors need of a workspace; the wiring makes one."""

    @property
    def reader(self) -> Reader:
        """Who uses this process."""
        ...

    @property
    def settings(self) -> Settings:
        """As read at the start."""
        ...

    @property
    def scribe(self) -> Scribe:
        """Writes values with their ids."""
        ...

    @property
    def record(self) -> Keeping:
        """Where the characters of texts are kept."""
        ...

    @property
    def current(self) -> Following:
        """The record as it grows."""
        ...

    def knowledge(self) -> Knowledge:
        """What the reader of this process may see now."""
        ...

    def outward(self, knowledge: Knowledge) -> Outward:
        """Ids for the outside."""
        ...

    def append(self, batch: Batch) -> None:
        """Write to the record."""
        ...

    @property
    def graph(self) -> Reading:
        """The graph store of this reader's tier.

        Raises:
            StoreError: no server can be started or reached.
        """
        ...


class Texts:
    """Texts of visible documents with their characters, each read once a state."""

    def __init__(self, knowledge: Knowledge, keeping: Keeping) -> None:
        self._visible = knowledge.evidence.texts
        self._keeping = keeping
        self._read: dict[str, Text] = {}

    def __call__(self, text: str) -> Text:
        """The text with its characters.

        Raises:
            NotFound: it is of no document that this reader may see.
        """
        if text not in self._visible:
            raise NotFound(kind="text", wanted=text)
        known = self._read.get(text)
        if known is None:
            known = self._read[text] = self._keeping.text(text)
        return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One state of knowledge from the start of a request to its end."""

    knowledge: Knowledge
    outward: Outward
    text: Callable[[str], Text]

    def inner(self, uid: str | None) -> str:
        """The inner id behind an outward one; unknown, unreadable and absent are alike.

        Raises:
            NotFound: there is nothing by that id that this reader may see.
        """
        return self.outward.inner(uid or "")

    def perhaps(self, uid: str | None) -> str | None:
        """The inner id, if one was given.

        Raises:
            NotFound: one was given, and there is nothing by that id that this reader may see.
        """
        return self.inner(uid) if uid else None


class Door:
    """Opens the workspace for one request after another; ids are worked out once a state."""

    def __init__(self, workspace: Serving) -> None:
        self.workspace = workspace
        self._lock = Lock()
        self._last: Asking | None = None

    def asking(self) -> Asking:
        """The newest state."""
        knowledge = self.workspace.knowledge()
        with self._lock:
            if self._last is None or self._last.knowledge is not knowledge:
                self._last = asking_about(self.workspace, knowledge)
            return self._last


def asking_about(workspace: Serving, knowledge: Knowledge) -> Asking:
    """That state of knowledge, asked about."""
    return Asking(
        knowledge=knowledge,
        outward=workspace.outward(knowledge),
        text=Texts(knowledge, workspace.record),
    )
