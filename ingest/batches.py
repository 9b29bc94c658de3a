"""Cuts what a reading found into transactions; the reading comes last and makes it count."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from graph.claim import Claim, Subject
from graph.decision import Decision
from graph.document import Text
from graph.evidence import Batch
from graph.judgement import Judgement
from graph.reading import Reading
from ingest import limits

_T = TypeVar("_T")


def batches(
    *,
    text: Text,
    subjects: Sequence[Subject],
    claims: Sequence[Claim],
    judgements: Sequence[Judgement],
    decisions: Sequence[Decision] = (),
    readings: Sequence[Reading],
) -> Iterator[Batch]:
    """Batches of some claims each, subjects no later than the claims that speak of them.

    The last one alone holds the readings: claims that no reading owns do not count, so nobody
    sees half of a text.
    """
    waiting = {subject.id: subject for subject in subjects}
    for number, some in enumerate(_cut(claims)):
        met = [
            waiting.pop(subject)
            for claim in some
            for subject in claim.subjects()
            if subject in waiting
        ]
        yield Batch(texts=(text,) if number == 0 else (), subjects=tuple(met), claims=tuple(some))
    for rest in _cut(tuple(waiting.values())):
        yield Batch(texts=(text,), subjects=tuple(rest))
    for some_decisions in _cut(decisions):
        yield Batch(decisions=tuple(some_decisions))
    for some_judgements in _cut(judgements):
        yield Batch(judgements=tuple(some_judgements))
    yield Batch(texts=(text,), readings=tuple(readings))


def _cut(values: Sequence[_T]) -> Iterator[list[_T]]:
    left = iter(values)
    while some := list(islice(left, limits.CLAIMS_A_TRANSACTION)):
        yield some
