"""Sentences in the order in which things happened, as far as it is known."""

from collections.abc import Sequence
from itertools import accumulate, islice

from graph.answer.summary import Sentence
from graph.event import Bounds
from graph.period import OPEN_FUTURE, OPEN_PAST, Range


def in_order(way: Sequence[Sentence], others: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a way keep their order; each other one stands before what began later.

    What began on one day is told with the way first, but a capture begins what follows. What has
    no date stands last.
    """
    days = (_began(s) for s in way)
    reached = accumulate(days, lambda a, b: a if b == OPEN_FUTURE else max(a, b), initial=OPEN_PAST)
    placed = [(day, 1, s) for day, s in zip(islice(reached, 1, None), way, strict=True)]
    placed += [(_began(s), 0 if _captured(s) else 2, s) for s in others]
    return [s for _, _, s in sorted(placed, key=lambda p: p[:2])]


def _began(sentence: Sentence) -> int:
    """The latest day on which it began; open if no source dates it."""
    for slot in sentence.slots:
        if isinstance(slot.value, Bounds):
            return min(slot.value.start.hi, slot.value.end.hi)
        if isinstance(slot.value, Range):
            return slot.value.hi
    return OPEN_PAST if _captured(sentence) else OPEN_FUTURE


def _captured(sentence: Sentence) -> bool:
    return sentence.template == "event.captured"
