"""A reading: one run of one pipeline (or mapping) version over one text."""

from dataclasses import dataclass

BY_HAND = "by hand/"
"""Begins the pipeline of what a person claimed in one act; the claim's id follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Owns the claims and machine judgements that it found.

    Of one text and one pipeline the newest reading counts (the highest `seq` in the record).
    """

    id: str
    text: str
    pipeline: str
    version: str
    seq: int = 0  # given by the record: order of appending
    claims: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
