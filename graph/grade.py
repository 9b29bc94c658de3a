"""Grade of a statement: by rule from lineages, directness and contradictions, never a number."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How well a statement is supported, strongest first (vocabulary `grade`)."""

    ESTABLISHED = "established"
    WELL_SUPPORTED = "well_supported"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DISPUTED = "disputed"
    UNCONFIRMED_LEAD = "unconfirmed_lead"
    REFUTED = "refuted"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return list(Grade).index(self)


INTERESTED = frozenset({"ru_official", "propaganda_video", "anonymous", "social_media"})
WEAK_BASES = frozenset({"told_by_staff", "deduced", "heard_through_wall"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineages:
    """How many independent lineages say it, and how: each of the later is part of the former.

    *Firm*: a claim told directly or an official record, on no weak basis, by no interested
    party; *direct*: firm and told directly.
    """

    told: int
    firm: int
    direct: int


def grade(lineages: Lineages, *, disputed: bool) -> Grade:
    """The grade of what these lineages say together.

    Established: two lineages, one of them direct, nothing open against it; well supported: two,
    one of them firm; reported: one that is firm; alleged: hearsay or an interested party.
    """
    if disputed:
        return Grade.DISPUTED
    if not lineages.told:
        return Grade.UNCONFIRMED_LEAD
    if not lineages.firm:
        return Grade.ALLEGED
    if lineages.told == 1:
        return Grade.REPORTED
    return Grade.ESTABLISHED if lineages.direct else Grade.WELL_SUPPORTED
