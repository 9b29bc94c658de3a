"""One component at a time: what is known of one person or group, or of a row that names nobody."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.claim import Claim, Kind
from graph.event import (
    Bounds,
    Contradiction,
    ContradictionType,
    Event,
    HopKind,
    Next,
    OneOf,
    Stay,
    Transfer,
)
from graph.fold import contradictions
from graph.fold.bounds import meet, of_named_ends
from graph.fold.events import EVENTS, events
from graph.fold.one_sentence import journeys, told_apart
from graph.fold.order import Exclusive, nexts
from graph.fold.stays import signs, stays
from graph.fold.support import Sources
from graph.fold.tellings import Telling, Verdicts, tellings
from graph.fold.told_twice import events_twice, moves_twice
from graph.fold.transfers import MaybeOne, Places, ends_agree, of_tellings, transfers
from graph.grade import Grade

_DISPUTES = frozenset(
    {
        ContradictionType.TWO_PLACES,
        ContradictionType.AFTER_END,
        ContradictionType.DATES_DIFFER,
        ContradictionType.PLACES_DIFFER,
        ContradictionType.END_BEFORE_START,
        ContradictionType.TOLD_TWICE,
        ContradictionType.DENIED,
    }
)
_Happening = TypeVar("_Happening", Stay, Transfer, Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the fold made of the tellings about one person, group or facility."""

    who: str | None = None
    stays: tuple[Stay, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    events: tuple[Event, ...] = ()
    nexts: tuple[Next, ...] = ()
    one_of: tuple[OneOf, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    shared: tuple[str, ...] = ()  # stays and transfers of their groups that are theirs too


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What every component looks things up in: the same for all of one fold."""

    claims: Mapping[str, Claim]
    tables: frozenset[str]  # texts of which each row is a passage
    verdicts: Verdicts
    sources: Sources
    kinds: dict[str, str]  # cluster root → entity id
    roots: dict[str, str]  # entity id → cluster root
    exclusive: Exclusive
    maybe_one: MaybeOne  # of two roots, or of two entity ids: are they, or may they be, one
    somewhere: Callable[[str], bool]  # of a root: whether a name, a town or a region is known of it

    @property
    def places(self) -> Places:
        """What transfers are joined by."""
        return Places(kinds=self.kinds, maybe_one=self.maybe_one, somewhere=self.somewhere)

    def covers(self, denied: str, told: str) -> bool:
        """Whether what is denied of one place is denied of the other: the same, or one in its town.

        A prison of which nobody says where it stood is in no town.
        """
        town = self.kinds.get(denied, "").startswith(f"{Kind.PLACE}:")
        return denied == told or (town and self.somewhere(told) and self.maybe_one(denied, told))


def history(
    who: str,
    told: Sequence[Telling],
    denied: Sequence[Telling],
    groups: Sequence[History],
    frame: Frame,
) -> History:
    """The history of one person or group; `groups` are those that the person was a member of.

    What befell a group befell its members: its transfers bound their stays, its stays take part in
    their order and contradictions, but both stay the group's own. A transfer told of the person
    that can be the group's stands for it.
    """
    by_property: dict[str, list[Telling]] = {}
    for telling in told:
        by_property.setdefault(telling.claim.property, []).append(telling)
    moved = journeys(by_property.get("moved", ()), frame.verdicts, frame.maybe_one)
    held = by_property.get("held_at", [])
    moves, torn_moves = transfers(moved, frame.verdicts, frame.sources, frame.places)
    moves, stood_for, shared_moves = _of_groups(who, moves, groups, frame)
    found = signs(held, [*moves, *shared_moves], frame.claims, frame.roots)
    chained, torn_stays = stays(found, who, frame.verdicts, frame.sources, frame.kinds)
    mine = {t.claim.id for t in (*moved, *held)}
    own_stays = [s for s in chained if not mine.isdisjoint(s.support.claims)]
    shared_stays = [
        s
        for group in groups
        for s in group.stays
        if not {s.arrived_by, s.left_by} & stood_for and not _told_already(s, own_stays)
    ]
    other = [t for name in sorted(EVENTS & by_property.keys()) for t in by_property[name]]
    own_events = events(other, frame.verdicts, frame.sources, frame.kinds)
    entity = frame.kinds[who]
    all_moves, all_stays = [*moves, *shared_moves], [*own_stays, *shared_stays]
    by_claim = {t.claim.id: t for t in told}
    all_events = [*own_events, *(e for g in groups for e in g.events)]
    problems = [
        *contradictions.between_stays(entity, all_stays, frame.exclusive),
        *contradictions.between_journeys(entity, all_moves),
        *contradictions.after_the_end(entity, all_stays, all_moves, all_events),
        *contradictions.within_one(entity, [*own_stays, *moves, *own_events], frame.claims),
        *contradictions.ends_differ(entity, moved, moves, frame.maybe_one),
        *contradictions.places_of_once(entity, other, own_events, frame.maybe_one),
        *contradictions.denials(
            entity, denied, told, [*own_stays, *moves, *own_events], frame.covers
        ),
        *events_twice(entity, all_events, by_claim, frame.verdicts),
        *moves_twice(
            entity,
            all_moves,
            all_stays,
            told=by_claim,
            verdicts=frame.verdicts,
            maybe_one=frame.maybe_one,
            exclusive=frame.exclusive,
        ),
    ]
    return disputed(
        History(
            who=entity,
            stays=tuple(own_stays),
            transfers=tuple(moves),
            events=tuple(own_events),
            nexts=tuple(nexts(entity, all_stays, all_moves, frame.exclusive)),
            one_of=(*torn_moves, *torn_stays),
            contradictions=tuple(
                {c.id: c for c in told_apart(problems, frame.claims, frame.tables)}.values()
            ),
            shared=tuple(sorted([s.id for s in shared_stays] + [m.id for m in shared_moves])),
        )
    )


def disputed(found: History) -> History:
    """The same with the grade *disputed* on all that a contradiction touches."""
    against = {
        claim for c in found.contradictions if c.type in _DISPUTES for claim in (*c.one, *c.other)
    }
    if not against:
        return found
    return replace(
        found,
        stays=tuple(_mark(s, against) for s in found.stays),
        transfers=tuple(_mark(t, against) for t in found.transfers),
        events=tuple(_mark(e, against) for e in found.events),
    )


def _mark(happening: _Happening, against: set[str]) -> _Happening:
    if against.isdisjoint(happening.support.claims):
        return happening
    return replace(happening, support=replace(happening.support, grade=Grade.DISPUTED))


def _of_groups(
    who: str, moves: Sequence[Transfer], groups: Sequence[History], frame: Frame
) -> tuple[list[Transfer], set[str], list[Transfer]]:
    """The person's transfers with what is told of the same one of a group; the groups' transfers
    that these stand for, and those that are left.
    """
    shared = [move for group in groups for move in group.transfers]
    fits = {own.id: [m for m in shared if _can_be_one(m, own, frame.maybe_one)] for own in moves}
    claimed = [m.id for found in fits.values() for m in found]
    told = [
        _told_of_both(who, own, fits[own.id][0], frame)
        if len(fits[own.id]) == 1 and claimed.count(fits[own.id][0].id) == 1
        else own
        for own in moves
    ]
    return told, set(claimed), [m for m in shared if m.id not in claimed]


def _told_of_both(who: str, own: Transfer, of_group: Transfer, frame: Frame) -> Transfer:
    """The person's transfer by the tellings of the group's too, where one day fits them all."""
    group = frame.roots[of_group.who or ""]
    told = [
        replace(telling, who=who)
        for claim in {*own.support.claims, *of_group.support.claims}
        for telling in tellings(frame.claims[claim], frame.sources.joined)
        if telling.who in {who, group}
    ]
    both = of_tellings(told, frame.sources, frame.places)
    if len(both.bounds) > 1:
        return own
    return replace(
        both,
        size_least=own.size_least,
        size_most=own.size_most,
        told_in=own.told_in,
        together=own.together,
    )


def _can_be_one(a: Transfer, b: Transfer, maybe_one: MaybeOne) -> bool:
    ends = (a.origin, a.destination), (b.origin, b.destination)
    whole = any(m.origin is not None and m.destination is not None for m in (a, b))
    return ends_agree(*ends, maybe_one) and any(
        meet(x, y) for x in _dated(a, whole=whole) for y in _dated(b, whole=whole)
    )


def _dated(move: Transfer, *, whole: bool) -> list[Bounds]:
    """When it was; `whole`: of the ends it names, for the other tells of both."""
    if not whole:
        return list(move.bounds)
    return [of_named_ends(b, move.origin, move.destination) for b in move.bounds]


def _told_already(stay: Stay, own: Sequence[Stay]) -> bool:
    """Whether a stay of the person at that facility is, or may be, this one of the group."""
    ends = {stay.arrived_by, stay.left_by} - {None}
    return any(
        o.at == stay.at
        and (
            bool(ends & {o.arrived_by, o.left_by})
            if stay.kind is HopKind.IMPLIED
            else any(meet(x, y) for x in o.bounds for y in stay.bounds)
        )
        for o in own
    )
