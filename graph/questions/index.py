"""Look-ups over one Knowledge, made once for it and kept as long as it lives."""

import weakref
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.answer.lookup import Link
from graph.claim import Kind
from graph.event import Stay, Transfer
from graph.fold.namesakes import Namesakes
from graph.fold.order import Exclusive, exclusive_places
from graph.knowledge import Knowledge

Grouped = dict[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Index:
    """By whom and where stays and transfers are; which groups a person was joined to."""

    stays_of: Grouped
    transfers_of: Grouped
    stays_at: Grouped
    transfers_from: Grouped
    transfers_to: Grouped
    events_of: Grouped
    events_at: Grouped
    groups_of: Grouped
    members_of: Grouped
    told_together: Grouped
    memo: dict[tuple[str, str], object] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    skeletons: dict[str, frozenset[str]] = field(default_factory=dict)
    exclusive: list[Exclusive] = field(default_factory=list)
    namesakes: list[Namesakes] = field(default_factory=list)


_INDEXES: dict[int, tuple["weakref.ref[Knowledge]", Index]] = {}


def index(knowledge: Knowledge) -> Index:
    """The index of this very value."""
    known = _INDEXES.get(id(knowledge))
    if known is not None and known[0]() is knowledge:
        return known[1]
    made = _index(knowledge)
    key = id(knowledge)

    def forget(_: "weakref.ref[Knowledge]") -> None:
        _INDEXES.pop(key, None)

    _INDEXES[key] = (weakref.ref(knowledge, forget), made)
    return made


def _index(knowledge: Knowledge) -> Index:
    groups: list[tuple[str, str]] = []
    for holder, members in knowledge.members.items():
        entity = knowledge.entities.get(holder)
        if entity is not None and entity.kind is Kind.GROUP:
            groups += [(member, holder) for member in members]
    stays, transfers = knowledge.stays.values(), knowledge.transfers.values()
    events = knowledge.events.values()
    return Index(
        stays_of=_grouped((s.who, s.id) for s in stays),
        transfers_of=_grouped((t.who, t.id) for t in transfers),
        stays_at=_grouped((s.at, s.id) for s in stays),
        transfers_from=_grouped((t.origin, t.id) for t in transfers),
        transfers_to=_grouped((t.destination, t.id) for t in transfers),
        events_of=_grouped((e.who, e.id) for e in events),
        events_at=_grouped((e.at, e.id) for e in events),
        groups_of=_grouped(groups),
        members_of=_grouped((group, member) for member, group in groups),
        told_together=_grouped((telling, t.id) for t in transfers for telling in t.together),
    )


def _grouped(pairs: Iterable[tuple[str | None, str]]) -> Grouped:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def holders(knowledge: Knowledge, who: str) -> tuple[str, ...]:
    """The person or group itself, then the groups people joined it to, in any depth."""
    groups_of = index(knowledge).groups_of
    found = [who]
    for holder in found:
        found += [g for g in groups_of.get(holder, ()) if g not in found]
    return tuple(found)


def stays_of(knowledge: Knowledge, who: str) -> tuple[Stay, ...]:
    """Every stay of a person, those as a member of a group included (as the fold has them)."""
    own = index(knowledge).stays_of.get(who, ())
    shared = (i for i in knowledge.shared.get(who, ()) if i in knowledge.stays)
    return tuple(knowledge.stays[i] for i in (*own, *shared))


def transfers_of(knowledge: Knowledge, who: str) -> tuple[Transfer, ...]:
    """Every transfer of a person, those as a member of a group included."""
    own = index(knowledge).transfers_of.get(who, ())
    shared = (i for i in knowledge.shared.get(who, ()) if i in knowledge.transfers)
    return tuple(knowledge.transfers[i] for i in (*own, *shared))


def people_of(knowledge: Knowledge, who: str) -> tuple[str, ...]:
    """The person, or the persons that people joined to the group, in any depth; else the group."""
    members_of = index(knowledge).members_of
    found = [who]
    for holder in found:
        found += [m for m in members_of.get(holder, ()) if m not in found]
    people = tuple(h for h in found if h not in members_of)
    return people or (who,)


def exclude_each_other(knowledge: Knowledge, one: str, other: str) -> bool:
    """Whether nobody can be at both at one time (W5), as the fold has it."""
    at_hand = index(knowledge)
    if not at_hand.exclusive:
        at_hand.exclusive.append(exclusive_places(_namesakes(knowledge)))
    return at_hand.exclusive[0](one, other)


def may_be_one(knowledge: Knowledge, one: str, other: str) -> bool:
    """Whether nothing that this reader sees tells the two apart, though nobody judged them one."""
    return one != other and _namesakes(knowledge).may_be_one(one, other)


def _namesakes(knowledge: Knowledge) -> Namesakes:
    at_hand = index(knowledge)
    if not at_hand.namesakes:
        made = Namesakes(entities=knowledge.entities, evidence=knowledge.evidence)
        at_hand.namesakes.append(made)
    return at_hand.namesakes[0]
