"""Rows of the graph: nodes and relations as plain values that any engine takes."""

import hashlib
from dataclasses import dataclass

from graph.answer.stored import Properties, Value


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its label, its uid and everything else that it carries."""

    kind: str
    uid: str
    properties: Properties

    @property
    def start(self) -> None:
        """A node starts nowhere."""
        return

    @property
    def digest(self) -> str:
        """The same for two rows that carry the same."""
        return _digest(self.kind, self.properties)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between two nodes, each named by label and uid; `kind` is its type."""

    kind: str
    uid: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: Properties = ()

    @property
    def digest(self) -> str:
        """The same for two rows that carry the same."""
        return _digest(self.kind, self.properties)


def plain(**properties: Value | None) -> Properties:
    """Properties in order of their names, without those that have no value."""
    return tuple(sorted((k, v) for k, v in properties.items() if v is not None))


def _digest(name: str, properties: Properties) -> str:
    # Python's own notation names every plain value; JSON would take four times as long.
    return hashlib.sha256(repr((name, properties)).encode()).hexdigest()[:16]
