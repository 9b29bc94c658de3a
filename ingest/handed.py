"""What ingest is handed: the record, who reads texts, and whom to tell how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from graph.document import Description, Text
from graph.evidence import Batch
from graph.intake import Intake, IntakeKey, State


class Record(Protocol):
    """What ingest needs of the record."""

    def keep(self, source: Path) -> object:
        """Keep the bytes of a file; they are on disk when this returns."""
        ...

    def append(self, batch: Batch, *, done: IntakeKey | None = None, refused_rows: int = 0) -> int:
        """Append what is new, and mark an intake as done in the same transaction."""
        ...

    def attempt(self, key: IntakeKey, *, name: str) -> Intake:
        """Count an attempt before its work starts."""
        ...

    def mark(self, key: IntakeKey, state: State, *, code: str | None = None) -> None:
        """Set the state of a key that was attempted."""
        ...

    def intake_state(self, key: IntakeKey) -> Intake | None:
        """The state of a key; None if it was never attempted."""
        ...

    def require(self, *, invented: bool) -> None:
        """Refuse what does not belong into this home."""
        ...


class Reader(Protocol):
    """What a text says: subjects, claims, machine judgements, and the reading that owns them."""

    @property
    def version(self) -> str:
        """Changes whenever the same text may give something else."""
        ...

    def read(self, text: Text, description: Description) -> Batch:
        """Everything that one text says; the batch holds exactly one reading."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far an ingest has come: for a progress bar with its rate."""

    file: str
    files: tuple[int, int]  # done, of all
    bytes_done: int
    bytes_total: int
    claims: int


Progress: TypeAlias = Callable[[Step], None]
