"""What can be said of a person, in order of time, and what cannot."""

from itertools import pairwise

from graph.answer.company import CodetentionAnswer
from graph.answer.history import Itinerary, LastDocumented, PersonAnswer, Presence, Step
from graph.answer.summary import NotKnown, Sentence, Summary
from graph.event import HopKind, OneOf, Support, Transfer
from graph.knowledge import Knowledge
from graph.period import Certainty
from graph.questions.codetention import codetention_of
from graph.questions.person import person
from graph.questions.summary.chronology import in_order
from graph.questions.summary.sentences import (
    against,
    attribute,
    cited,
    happened,
    not_known,
    of_claims,
    sentence,
)
from graph.questions.support import joined, with_dates

_CAPTURES = frozenset({"captured"})


def summary_of_person(knowledge: Knowledge, who: str, *, on: int | None = None) -> Summary:
    """Names, stays, transfers, events, last documented place, company; then what is not known.

    Raises:
        NotFound: there is no such person or group.
    """
    answer = person(knowledge, who, on=on)
    entity = knowledge.entities[answer.person]
    company = codetention_of(knowledge, answer.person)
    sentences = [
        *attribute(knowledge, entity, "name", "person.named"),
        *in_order(_way(knowledge, answer.itinerary), _beside(answer)),
        *(_last(answer.person, x) for x in answer.last if x.day is not None),
        *_company(answer.person, company),
    ]
    disputes = [
        *(against(knowledge, c) for c in answer.contradictions),
        *(_fits_several(knowledge, answer.person, o) for o in answer.one_of),
    ]
    return Summary(
        terms=answer.terms,
        kind=entity.kind,
        about=(answer.person,),
        sentences=tuple(sentences),
        contradictions=tuple(disputes),
        not_known=(*_not_known(answer), *_told_apart(answer.person, company)),
        documents=cited([*sentences, *disputes]),
    )


def _way(knowledge: Knowledge, way: Itinerary) -> list[Sentence]:
    """Stays in order, after each what leads on from it; orders that are open are told as not known.

    "Later documented" is said of stays next to each other whose order is certain, no more.
    """
    found = []
    following = dict(pairwise(p.stay.id for p in way.presences))
    for there in way.presences:
        if there.stay.kind is HopKind.ATTESTED:
            found.append(_held(way.person, there))
        found += [
            _step(way.person, step, with_dates(knowledge, step.support, step.starts, step.ends))
            for step in way.steps
            if step.earlier == there.stay.id
            and (
                step.kind is HopKind.ATTESTED
                or (step.order is Certainty.CERTAIN and step.later == following.get(step.earlier))
            )
        ]
    return found


def _beside(answer: PersonAnswer) -> list[Sentence]:
    """Events, and transfers that lead from no told stay to another."""
    moves = [_move(answer.person, move) for move in answer.itinerary.unplaced]
    return [*(happened(e, member=answer.person) for e in answer.events), *moves]


def _held(who: str, there: Presence) -> Sentence:
    stay = there.stay
    return sentence(
        "person.held",
        stay.support,
        who=("entity", who),
        facility=("entity", stay.at),
        stay=("stay", stay.id),
        when=("bounds", stay.bounds[0] if len(stay.bounds) == 1 else None),
        starts=("claims", stay.starts or None),
        ends=("claims", stay.ends or None),
        with_group=("entity", there.group),
    )


def _step(who: str, step: Step, support: Support) -> Sentence:
    again = step.origin == step.destination
    inferred = "person.again_documented" if again else "person.later_documented"
    return sentence(
        "person.moved" if step.kind is HopKind.ATTESTED else inferred,
        support,
        certainty=step.order,
        who=("entity", who),
        origin=("entity", step.origin),
        destination=("entity", step.destination),
        transfer=("transfer", step.transfer),
        departure=("range", step.departure),
        arrival=("range", step.arrival),
        starts=("claims", step.starts or None),
        ends=("claims", step.ends or None),
        gap=("days", step.gap if step.kind is HopKind.INFERRED else None),
    )


def _move(who: str, move: Transfer) -> Sentence:
    ends = "".join("x" if end is None else "f" for end in (move.origin, move.destination))
    return sentence(
        {"fx": "person.moved_away", "xf": "person.moved_to", "xx": "person.moved_unknown"}.get(
            ends, "person.moved"
        ),
        move.support,
        who=("entity", who),
        origin=("entity", move.origin),
        destination=("entity", move.destination),
        transfer=("transfer", move.id),
        departure=("range", move.bounds[0].start if len(move.bounds) == 1 else None),
        arrival=("range", move.bounds[0].end if len(move.bounds) == 1 else None),
        starts=("claims", move.starts or None),
        ends=("claims", move.ends or None),
    )


def _last(who: str, last: LastDocumented) -> Sentence:
    return sentence(
        "person.last_documented",
        last.support,
        certainty=last.certainty,
        who=("entity", who),
        facility=("entity", last.facility),
        day=("range", last.days),
        since=("days", last.since),
    )


def _company(who: str, company: CodetentionAnswer) -> list[Sentence]:
    if not company.pairs:
        return []
    shared = [s for pair in company.pairs for s in pair.shared]
    return [
        sentence(
            "person.codetained",
            joined(s.support for s in shared),
            who=("entity", who),
            certain=("count", company.tally.certain),
            possible=("count", company.tally.possible),
            others=("entity", tuple(p.other for p in company.pairs)),
        )
    ]


def _fits_several(knowledge: Knowledge, who: str, telling: OneOf) -> Sentence:
    return sentence(
        "person.one_of_these",
        of_claims(knowledge, (telling.claim,)),
        who=("entity", who),
        claim=("claims", (telling.claim,)),
        fits=("happening", telling.fits),
    )


def _told_apart(who: str, company: CodetentionAnswer) -> list[NotKnown]:
    namesakes = tuple(pair.other for pair in company.pairs if pair.maybe_one)
    told = not_known("person.maybe_one", who=("entity", who), namesakes=("entity", namesakes))
    return [told] if namesakes else []


def _not_known(answer: PersonAnswer) -> list[NotKnown]:
    way, who = answer.itinerary, ("entity", answer.person)
    found = []
    if not way.presences:
        found.append(not_known("person.no_place", who=who))
    elif way.presences[0].stay.arrived_by is None and not any(
        e.type in _CAPTURES for e in answer.events
    ):
        first = way.presences[0].stay.at
        found.append(not_known("person.before_first", who=who, facility=("entity", first)))
    found += [
        not_known(
            "person.throughout" if step.origin == step.destination else "person.between",
            who=who,
            origin=("entity", step.origin),
            destination=("entity", step.destination),
            gap=("days", step.gap),
        )
        for step in way.steps
        if step.kind is HopKind.INFERRED and step.adjacent is Certainty.CERTAIN
    ]
    found += [
        not_known("person.order", who=who, facility=("entity", one), elsewhere=("entity", others))
        for one, others in _open_orders(way)
    ]
    closed = any(c.certainty is Certainty.CERTAIN for c in answer.closings)
    return found if closed else [*found, *(_after_last(answer, x) for x in answer.dated_last)]


def _after_last(answer: PersonAnswer, last: LastDocumented) -> NotKnown:
    """Where the person was after that; what is told of a later time puts nobody anywhere."""
    return not_known(
        "person.after_last",
        who=("entity", answer.person),
        facility=("entity", last.facility),
        day=("range", last.days),
        later=("happening", tuple(e.id for e in answer.later_than(last)) or None),
    )


def _open_orders(way: Itinerary) -> list[tuple[str, tuple[str, ...]]]:
    """Of places with open orders the one with the most first, and those it may change with."""
    at = {p.stay.id: p.stay.at for p in way.presences}
    open_to: dict[str, set[str]] = {}
    for pair in way.undecided:
        one, other = (at[stay] for stay in pair.stays)
        if one != other:
            open_to.setdefault(one, set()).add(other)
            open_to.setdefault(other, set()).add(one)
    found = []
    while any(open_to.values()):
        most = min(open_to, key=lambda place: (-len(open_to[place]), place))
        others = open_to.pop(most)
        for place in others:
            open_to[place].discard(most)
        in_order = dict.fromkeys(a for a in at.values() if a in others)
        found.append((most, tuple(in_order)))
    return found
