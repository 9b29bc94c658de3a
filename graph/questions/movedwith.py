"""Who was moved with a person: members of one group, and people whom one claim names together."""

from graph.answer.company import Companion, MovedWithAnswer, Together
from graph.answer.terms import TIME_ASSUMPTIONS, Terms
from graph.claim import Kind
from graph.event import Transfer
from graph.knowledge import Knowledge
from graph.period import Range
from graph.questions.entities import required
from graph.questions.index import holders, index, people_of, transfers_of
from graph.questions.support import joined
from graph.questions.tied import histories


def moved_with(knowledge: Knowledge, person: str) -> MovedWithAnswer:
    """Companions by transfer; that days and ends agree makes nobody a companion.

    Raises:
        NotFound: there is no such person or group.
    """
    who = required(knowledge, person, Kind.PERSON, Kind.GROUP).id
    mine = {who, *holders(knowledge, who)}
    found = []
    for move in transfers_of(knowledge, who):
        if move.who is not None and move.who != who:
            others = [p for p in people_of(knowledge, move.who) if p not in mine]
            found += [_companion(knowledge, p, Together.SAME_TRANSFER, move, move) for p in others]
        for telling in move.together:
            for i in index(knowledge).told_together.get(telling, ()):
                other = knowledge.transfers[i]
                if other.who is not None and other.who not in mine:
                    found.append(
                        _companion(knowledge, other.who, Together.SAME_TELLING, move, other)
                    )
    once = {(c.who, c.tie, c.transfers): c for c in found}
    return MovedWithAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=TIME_ASSUMPTIONS),
        person=who,
        companions=tuple(sorted(once.values(), key=lambda c: (c.departure.lo, c.who, c.tie))),
    )


def _companion(
    knowledge: Knowledge, who: str, tie: Together, move: Transfer, other: Transfer
) -> Companion:
    support = joined((move.support, other.support))
    return Companion(
        who=who,
        tie=tie,
        transfers=(move.id, other.id),
        origin=move.origin,
        destination=move.destination,
        departure=departure(knowledge, move),
        support=support,
    )


def departure(knowledge: Knowledge, move: Transfer) -> Range:
    """The days between which it departed, given everything else of those it moved."""
    if move.who is not None:
        worlds = histories(knowledge, move.who)
        if move.id in worlds.start:
            return worlds.hull(worlds.start[move.id])
    return Range(min(b.start.lo for b in move.bounds), max(b.start.hi for b in move.bounds))
