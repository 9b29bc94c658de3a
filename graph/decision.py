"""Decisions: what people decide about documents, claims and persons; each undoable by another."""

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a decision does to its target."""

    CLEARANCE = "clearance"  # document, claim or subject: at least this clearance (value)
    PROTECT = "protect"  # person subject: floor under every claim that names them (value)
    CONSENT = "consent"  # document or person subject (value: scope)
    ACCEPT = "accept"  # claim
    REJECT = "reject"  # claim
    CORRECT = "correct"  # claim rejected, `value` is the claim added in its stead
    RETRACT = "retract"  # document: its claims count no longer
    PUBLISH = "publish"  # document
    WITHDRAW = "withdraw"  # an earlier decision or judgement of a person: as if never made


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of one person; `after` is the earlier act on the same target that it follows."""

    id: str
    act: Act
    target: str
    author: str
    why: str
    at: str  # ISO 8601 instant, UTC
    value: str | None = None
    after: str | None = None
    seq: int = 0  # given by the record
