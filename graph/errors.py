"""Errors as a tree: what went wrong is carried in fields, doors turn it into sentences."""

from dataclasses import dataclass, fields


@dataclass(eq=False)
class WhereaboutsError(Exception):
    """Anything the user can do something about; `code` names the kind in every language."""

    @property
    def code(self) -> str:
        """The stable name of this kind of error, in capitals with underscores."""
        letters = type(self).__name__.removesuffix("Error")
        return "".join(f"_{c}" if c.isupper() and i else c for i, c in enumerate(letters)).upper()

    def __str__(self) -> str:
        """`CODE field=value …`: for logs of tests and as a fall-back, never a sentence."""
        shown = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self))
        return " ".join((self.code, *shown))


@dataclass(eq=False)
class InvalidPeriod(WhereaboutsError):
    """A date or period that no calendar holds, or whose end lies before its start."""

    words: str
    expected: str
    field: str = ""  # of the form or request it stands in


@dataclass(eq=False)
class InvalidValue(WhereaboutsError):
    """A value that the named field cannot hold."""

    field: str
    value: str
    expected: str


@dataclass(eq=False)
class AlreadyOne(InvalidValue):
    """Two were asked for, and both ids mean one entity; `joined_by` are people's judgements."""

    joined_by: tuple[str, ...] = ()


@dataclass(eq=False)
class SealedRefused(WhereaboutsError):
    """Sealed material is never stored by a server that could read it (no vault yet)."""

    file: str


@dataclass(eq=False)
class NotFound(WhereaboutsError):
    """Nothing that this reader may see has that id or name."""

    kind: str
    wanted: str


@dataclass(eq=False)
class ContestedJoin(WhereaboutsError):
    """A *same* that would join two clusters held apart; `chain` is the way between them."""

    a: str
    b: str
    chain: tuple[str, ...]
    withdraw: tuple[str, ...]


@dataclass(eq=False)
class StoreError(WhereaboutsError):
    """The graph store did not do what was asked; the record is untouched by it."""


@dataclass(eq=False)
class EmbeddedServerMissing(StoreError):
    """No embedded graph server for this machine: a Bolt URL must be configured."""

    platform: str


@dataclass(eq=False)
class StoreNotStarted(StoreError):
    """The embedded server did not come up; `log` is the end of what it said."""

    root: str
    log: str


@dataclass(eq=False)
class StoreAlreadyOpen(StoreError):
    """A server that cannot be shared runs on this folder; `pid` 0 if it was not found."""

    root: str
    pid: int


@dataclass(eq=False)
class StoreMute(StoreError):
    """The server of this folder does not answer, and others hold it, so it was let be."""

    root: str
    pid: int


@dataclass(eq=False)
class StoreUnreachable(StoreError):
    """Nothing that speaks Bolt answers there, or the connection was lost."""

    url: str
    reason: str


@dataclass(eq=False)
class StoreLoginRefused(StoreError):
    """The server wants another user or password."""

    url: str


@dataclass(eq=False)
class StoreRebuilding(StoreError):
    """The store is being rebuilt, so it holds a mixture: ask again in a while."""

    url: str


@dataclass(eq=False)
class StoreBehind(StoreError):
    """The store lacks what the record holds: it is of an earlier state, or empty."""


@dataclass(eq=False)
class StoreOfOthers(StoreError):
    """The store holds what readers of another clearance, or installation, may see."""

    url: str


@dataclass(eq=False)
class QueryTimedOut(StoreError):
    """The query ran longer than allowed and was ended; nothing of it was written."""

    seconds: float


@dataclass(eq=False)
class QueryRefused(StoreError):
    """The server refused a query; its transaction wrote nothing."""

    reason: str
    message: str


@dataclass(eq=False)
class ConstraintViolated(QueryRefused):
    """A write would break a constraint, each time it was tried."""


@dataclass(eq=False)
class ZonedTimeRefused(StoreError):
    """A parameter holds a time with a zone, which engines store differently."""

    parameter: str
    value: str


@dataclass(eq=False)
class RecordError(WhereaboutsError):
    """The record cannot do what was asked; nothing of it was written."""


@dataclass(eq=False)
class RecordNewer(RecordError):
    """The record was written by a newer version of this program; nothing was changed in it."""

    found: str
    known: str


@dataclass(eq=False)
class RecordBusy(RecordError):
    """Another process has been writing to the record for too long."""

    reason: str


@dataclass(eq=False)
class RecordFailed(RecordError):
    """The database refused: no space, no permission, no such table."""

    reason: str


@dataclass(eq=False)
class RecordDamaged(RecordError):
    """The record does not hold what it must; `whereabouts verify` names what broke."""

    reason: str


@dataclass(eq=False)
class OtherSecret(RecordError):
    """The record was made with another secret than the one given: its ids would not match."""

    record: str


@dataclass(eq=False)
class WrongHome(RecordError):
    """Invented and real material never share a home; `home` is what this one is for."""

    home: str


@dataclass(eq=False)
class DanglingReference(RecordError):
    """A value to be appended names another that is neither in the record nor beside it."""

    kind: str
    id: str
    field: str
    wanted: str


@dataclass(eq=False)
class WasErased(RecordError):
    """These bytes were erased on purpose and do not come back."""

    sha256: str


@dataclass(eq=False)
class OriginalDamaged(RecordError):
    """The bytes written are not the bytes read: the disk failed or the file changed meanwhile."""

    sha256: str
