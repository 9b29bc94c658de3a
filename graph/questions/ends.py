"""The two ends of a way, looked at before it is searched for."""

from graph.answer.path import End, Lack
from graph.knowledge import Knowledge
from graph.questions.index import may_be_one


def one_place(knowledge: Knowledge, origin: End, destination: End) -> Lack | None:
    """Says so where both ends are one facility, or nothing tells any of them apart."""
    if origin.is_place_of(destination):
        return Lack.ONE_PLACE
    pairs = [(a, b) for a in origin.facilities for b in destination.facilities]
    if pairs and all(may_be_one(knowledge, a, b) for a, b in pairs):
        return Lack.MAYBE_ONE_PLACE
    return None
