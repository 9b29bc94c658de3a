"""What one request works with: what the reader may see now, and ids for the outside."""

from dataclasses import dataclass
from threading import Lock
from typing import Annotated, Protocol

from fastapi import Depends, Request

from api.outward import Outward
from api.settings import Settings
from graph.evidence import Batch, Evidence
from graph.knowledge import Knowledge
from graph.scribe import Scribe


class Following(Protocol):
    """The record as it grows."""

    def evidence(self) -> Evidence:
        """Everything in the record, for acts; it never leaves."""
        ...


class Serving(Protocol):
    """What the doors need of a workspace; the wiring makes one."""

    @property
    def settings(self) -> Settings:
        """As read at the start."""
        ...

    @property
    def scribe(self) -> Scribe:
        """Writes values with their ids."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One state of knowledge from the start of a request to its end."""

    knowledge: Knowledge
    outward: Outward

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
                outward = self.workspace.outward(knowledge)
                self._last = Asking(knowledge=knowledge, outward=outward)
            return self._last


def door_of(request: Request) -> Door:
    """The door of this application."""
    door: Door = request.app.state.door
    return door


def asking_of(request: Request) -> Asking:
    """The newest state of knowledge, for this request."""
    return door_of(request).asking()


ADoor = Annotated[Door, Depends(door_of)]
Ask = Annotated[Asking, Depends(asking_of)]
