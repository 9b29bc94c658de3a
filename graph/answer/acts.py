"""What people did to the record: each act with what it is about, by whom, when, why, and whether
it still holds.
"""

from dataclasses import dataclass
from enum import StrEnum

from graph.document import Passage


class AboutKind(StrEnum):
    """What sort of thing an act is about."""

    SUBJECT = "subject"
    CLAIM = "claim"
    DOCUMENT = "document"
    ACT = "act"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One thing that an act is about, by its inner id.

    `name` is what a source calls a subject, or the property of a claim; `passage` where it stands.
    """

    kind: AboutKind
    id: str
    name: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActMade:
    """One act. `act` is a verdict or what was decided; `undone_by` the act that withdrew it."""

    id: str
    act: str
    judgement: bool
    about: tuple[About, ...]
    value: str | None
    author: str
    at: str  # ISO 8601 instant, UTC
    why: str
    undone_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsAnswer:
    """Every act that the reader may know of, the newest first."""

    acts: tuple[ActMade, ...]
