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


@dataclass(eq=False)
class InvalidValue(WhereaboutsError):
    """A value that the named field cannot hold."""

    field: str
    value: str
    expected: str


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
