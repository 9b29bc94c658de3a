"""How two entities relate: what ties them directly, what they shared, and a shortest chain."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping

from graph.answer.company import Companion
from graph.answer.lookup import Link, RelationAnswer, SharedDocument, Tie
from graph.answer.terms import TIME_ASSUMPTIONS, Terms
from graph.claim import Claim, Kind
from graph.event import Event, Support
from graph.knowledge import Knowledge
from graph.questions.codetention import codetention_of
from graph.questions.entities import required
from graph.questions.index import holders, index, may_be_one
from graph.questions.movedwith import moved_with
from graph.questions.person import in_order_of_time
from graph.questions.support import documents_of, of_one_claim

MOST_LINKS = 6
KIN = frozenset({"relative_of", "kin_of", "parent_of", "child_of", "spouse_of", "sibling_of"})
_PEOPLE = (Kind.PERSON, Kind.GROUP)


def relation(knowledge: Knowledge, one: str, other: str) -> RelationAnswer:
    """What documents say ties the two; `connection` is empty beyond six links.

    Raises:
        NotFound: one of them is not there.
    """
    a, b = required(knowledge, one), required(knowledge, other)
    links = _links(knowledge)
    together = None
    companions: tuple[Companion, ...] = ()
    if a.kind in _PEOPLE and b.kind in _PEOPLE:
        pairs = codetention_of(knowledge, a.id, other=b.id).pairs
        together = pairs[0] if pairs else None
        companions = tuple(c for c in moved_with(knowledge, a.id).companions if c.who == b.id)
    return RelationAnswer(
        terms=Terms(snapshot=knowledge.snapshot, assumptions=TIME_ASSUMPTIONS),
        one=a.id,
        other=b.id,
        maybe_one=may_be_one(knowledge, a.id, b.id),
        direct=tuple(k for k in links.get(a.id, ()) if k.other == b.id),
        codetention=together,
        companions=companions,
        events=in_order_of_time(_shared_events(knowledge, a.id, b.id)),
        documents=_shared_documents(knowledge, a.id, b.id),
        connection=_shortest(links, a.id, b.id),
    )


def _links(knowledge: Knowledge) -> Mapping[str, tuple[Link, ...]]:
    """Every documented link, in both directions, by entity."""
    at_hand = index(knowledge)
    if not at_hand.links:
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in _every_link(knowledge):
            found[link.one].append(link)
            back = Link(
                one=link.other,
                other=link.one,
                tie=link.tie,
                property=link.property,
                through=link.through,
                support=link.support,
            )
            found[link.other].append(back)
        at_hand.links.update({k: tuple(v) for k, v in found.items()})
    return at_hand.links


def _every_link(knowledge: Knowledge) -> Iterator[Link]:
    for stay in knowledge.stays.values():
        yield _link((stay.who, stay.at), Tie.HELD_AT, "held_at", stay.id, stay.support)
    for move in knowledge.transfers.values():
        for end, name in ((move.origin, "from"), (move.destination, "to")):
            if move.who is not None and end is not None:
                yield _link((move.who, end), Tie.MOVED, name, move.id, move.support)
    for event in knowledge.events.values():
        whom = [("who", event.who), ("at", event.at), *event.roles]
        named = [(role, e) for role, e in whom if e is not None]
        for role, entity in named[1:]:
            if entity != named[0][1]:
                yield _link(
                    (named[0][1], entity),
                    Tie.EVENT,
                    f"{event.type}:{role}",
                    event.id,
                    event.support,
                )
    yield from _claimed(knowledge)


def _claimed(knowledge: Knowledge) -> Iterator[Link]:
    """Claims about an entity that name another one in a role: membership, kin, posts."""
    for claim in knowledge.evidence.claims.values():
        one = knowledge.entity_of.get(claim.subject)
        if one is None or not claim.makes_events():
            continue
        for _, subject in claim.roles:
            other = knowledge.entity_of.get(subject)
            if other is not None and other != one:
                support = of_one_claim(knowledge, claim)
                yield _link((one, other), _tie(claim), claim.property, None, support)


def _tie(claim: Claim) -> Tie:
    if claim.property == "member_of":
        return Tie.MEMBER
    return Tie.KIN if claim.property in KIN else Tie.ROLE


def _link(
    ends: tuple[str, str], tie: Tie, name: str, through: str | None, support: Support
) -> Link:
    return Link(
        one=ends[0], other=ends[1], tie=tie, property=name, through=through, support=support
    )


def _shortest(links: Mapping[str, tuple[Link, ...]], one: str, other: str) -> tuple[Link, ...]:
    came: dict[str, Link | None] = {one: None}
    waiting = deque([(one, 0)])
    while waiting and other not in came:
        here, length = waiting.popleft()
        for link in sorted(links.get(here, ()), key=lambda k: (k.other, k.support.grade.rank)):
            if link.other not in came and length < MOST_LINKS:
                came[link.other] = link
                waiting.append((link.other, length + 1))
    chain: list[Link] = []
    at = other
    while (link_here := came.get(at)) is not None:
        chain.append(link_here)
        at = link_here.one
    return tuple(reversed(chain))


def _shared_events(knowledge: Knowledge, one: str, other: str) -> Iterator[Event]:
    mine, theirs = set(holders(knowledge, one)), set(holders(knowledge, other))
    for event in knowledge.events.values():
        named = {event.who, event.at, *(e for _, e in event.roles)}
        if named & mine and named & theirs:
            yield event


def _shared_documents(knowledge: Knowledge, one: str, other: str) -> tuple[SharedDocument, ...]:
    mine, theirs = _by_document(knowledge, one), _by_document(knowledge, other)
    return tuple(
        SharedDocument(document=d, about_one=mine[d], about_other=theirs[d])
        for d in sorted(mine.keys() & theirs.keys())
    )


def _by_document(knowledge: Knowledge, entity: str) -> Mapping[str, tuple[str, ...]]:
    subjects = frozenset(knowledge.entities[entity].subjects)
    claims: Iterable[Claim] = knowledge.evidence.claims.values()
    found: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if not subjects.isdisjoint(claim.subjects()):
            for document in documents_of(knowledge, (claim.id,)):
                found[document].append(claim.id)
    return {d: tuple(sorted(c)) for d, c in found.items()}
