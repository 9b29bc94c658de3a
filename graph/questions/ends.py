"""The two ends of a way, looked at before it is searched for."""

from graph.answer.path import End, Lack
from graph.knowledge import Knowledge
from graph.questions.index import index, may_be_one


def one_place(knowledge: Knowledge, origin: End, destination: End) -> Lack | None:
    """Says so where both ends are one facility, or nothing tells any of them apart."""
    if origin.is_place_of(destination):
        return Lack.ONE_PLACE
    pairs = [(a, b) for a in origin.facilities for b in destination.facilities]
    if pairs and all(may_be_one(knowledge, a, b) for a, b in pairs):
        return Lack.MAYBE_ONE_PLACE
    return None


def unnamed_between(knowledge: Knowledge, origin: End, destination: End) -> int:
    """Transfers from the origin or to the destination of people whom no source names."""
    at_hand = index(knowledge)
    moves = {t for f in origin.facilities for t in at_hand.transfers_from.get(f, ())}
    moves |= {t for f in destination.facilities for t in at_hand.transfers_to.get(f, ())}
    return sum(knowledge.transfers[t].who is None for t in moves)
