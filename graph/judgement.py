"""Judgements: whether two subjects are one, by whom and why; and how judgements compose."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What was judged of a pair of subjects."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One verdict on one pair. `by_person` outranks every machine, whatever came later."""

    id: str
    a: str
    b: str
    verdict: Verdict
    author: str  # a person's name, or rule/version
    by_person: bool
    why: str
    at: str  # ISO 8601 instant, UTC; of a rule: empty, so that reading twice gives one id
    after: str | None = None
    relies_on: tuple[str, ...] = ()  # claims
    seq: int = 0  # given by the record

    @property
    def pair(self) -> tuple[str, str]:
        """The two subjects, in order of their ids."""
        return (self.a, self.b) if self.a <= self.b else (self.b, self.a)
