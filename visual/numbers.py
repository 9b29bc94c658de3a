"""What is known in numbers; each counts what this reader may read and nothing else."""

from collections import Counter
from dataclasses import dataclass

from graph.claim import Kind
from graph.event import Event, HopKind, Stay, Transfer
from graph.knowledge import Knowledge
from graph.questions.support import documents_of

MOST_LISTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Counts, and the facilities and people that most happenings or documents speak of."""

    documents: int
    claims: int
    people: int
    facilities: int
    facilities_used: int
    transfers: int
    stays: int
    contradictions: int
    busiest: tuple[tuple[str, int, int], ...]  # facility, people, moves
    documented: tuple[tuple[str, int], ...]  # person, documents
    route: tuple[str, str] | None  # facilities between which most moves are told of


def numbers(knowledge: Knowledge) -> Numbers:
    """Counts over the whole knowledge."""
    people_at: dict[str, set[str]] = {}
    for stay in knowledge.stays.values():
        people_at.setdefault(stay.at, set()).add(stay.who)
    moves: Counter[str] = Counter()
    routes: Counter[tuple[str, str]] = Counter()
    for transfer in knowledge.transfers.values():
        ends = (transfer.origin, transfer.destination)
        moves.update({p for p in ends if p is not None})
        if transfer.who is not None and ends[0] is not None and ends[1] is not None:
            routes[ends[0], ends[1]] += 1
    used = set(people_at) | set(moves)
    busiest = sorted(used, key=lambda f: (-moves[f], -len(people_at.get(f, ())), f))
    between = {r: n for r, n in routes.items() if all(_is_facility(knowledge, f) for f in r)}
    documents = _documents(knowledge)
    known = sorted(documents, key=lambda p: (-len(documents[p]), p))
    return Numbers(
        documents=len(knowledge.evidence.documents),
        claims=len(knowledge.evidence.claims),
        people=sum(e.kind is Kind.PERSON and bool(e.label) for e in knowledge.entities.values()),
        facilities=sum(e.kind is Kind.FACILITY for e in knowledge.entities.values()),
        facilities_used=len(used),
        transfers=len(knowledge.transfers),
        stays=sum(s.kind is HopKind.ATTESTED for s in knowledge.stays.values()),
        contradictions=len(knowledge.contradictions),
        busiest=tuple((f, len(people_at.get(f, ())), moves[f]) for f in busiest[:MOST_LISTED]),
        documented=tuple((p, len(documents[p])) for p in known[:MOST_LISTED]),
        route=min(between, key=lambda r: (-between[r], r), default=None),
    )


def _is_facility(knowledge: Knowledge, entity: str) -> bool:
    return knowledge.entities[entity].kind is Kind.FACILITY


def _documents(knowledge: Knowledge) -> dict[str, set[str]]:
    """The documents behind what is known of each named person to whom something happened."""
    found: dict[str, set[str]] = {}
    happenings: tuple[Stay | Transfer | Event, ...] = (
        *knowledge.stays.values(),
        *knowledge.transfers.values(),
        *knowledge.events.values(),
    )
    for happening in happenings:
        who = happening.who
        if who is None or who not in knowledge.entities:
            continue
        entity = knowledge.entities[who]
        if entity.kind is Kind.PERSON and entity.label:
            found.setdefault(who, set()).update(happening.support.documents)
    for who, documents in found.items():
        documents.update(documents_of(knowledge, knowledge.entities[who].claims))
    return found
