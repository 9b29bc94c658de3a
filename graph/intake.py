"""Intake: how far the reading-in of one original has come, so that a killed run resumes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Where an original stands on its way into the record."""

    RECEIVED = "received"
    STORED = "stored"
    EXTRACTED = "extracted"
    DONE = "done"  # everything found is in the record, set by the same transaction
    REFUSED = "refused"  # read, and not taken in; the code says why
    NEEDS = "needs"  # waits for somebody: a password, text recognition, a mapping

    @property
    def final(self) -> bool:
        """Whether nothing more happens by itself."""
        return self in {State.DONE, State.REFUSED, State.NEEDS}


class IntakeKey(NamedTuple):
    """One original read by one pipeline version with one set of options."""

    original: str  # SHA-256 of the bytes
    pipeline: str  # name and version
    options: str  # hash of what else decides the outcome: mapping, source metadata, settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The newest state of a key. `attempts` were counted before the work that they count."""

    key: IntakeKey
    name: str  # the file as its sender calls it
    state: State
    code: str | None
    attempts: int
    at: str  # ISO 8601 instant, UTC
    refused_rows: int = 0  # of a table that is done
