"""The fold itself: a pure function of the record and the reader, component by component.

A former fold may be handed in: components whose tellings, and all that those refer to, are as
they were are taken over from it. The result is the same with or without.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from graph.claim import Claim, Kind, Polarity, Told
from graph.clearance import Reader
from graph.entity import Entity
from graph.event import Contradiction, Event, Next, Stay, Transfer
from graph.evidence import Evidence
from graph.fold.clusters import Clusters, clusters
from graph.fold.contradictions import contested, of_entity, of_heads
from graph.fold.cut import cut
from graph.fold.effective import effective
from graph.fold.entities import entities, members
from graph.fold.events import EVENTS, events
from graph.fold.floors import clearances
from graph.fold.histories import Frame, History, history
from graph.fold.namesakes import NAMES, Namesakes
from graph.fold.order import exclusive_places
from graph.fold.support import Sources, sources
from graph.fold.tellings import Telling, Verdicts, tellings
from graph.fold.transfers import MaybeOne, without_person
from graph.identifier import sha256
from graph.judgement import Verdict
from graph.knowledge import Knowledge

HISTORIC = EVENTS | {"moved", "held_at"}
SOMEWHERE = (*NAMES, "settlement", "region")  # what says where a place is
_Signature = tuple[object, ...]
_Told = defaultdict[str, list[Telling]]
_Named = TypeVar("_Named", Stay, Transfer, Event, Next, Contradiction)


@dataclass(frozen=True, kw_only=True)
class Folding:
    """Knowledge, and what it was made of, for the next fold.

    `components` by signature; `rows`, by claim, are those of claims that name nobody: they are
    as they were while what they were looked up in (`context`) is.
    """

    knowledge: Knowledge
    components: Mapping[_Signature, History] = field(repr=False)
    rows: Mapping[str, tuple[_Signature, History]] = field(repr=False)
    context: tuple[object, ...] = field(repr=False)


def fold(evidence: Evidence, reader: Reader, *, former: Folding | None = None) -> Folding:
    """Fold the record for one reader: clearance first, then judgements, then histories."""
    acts = effective(evidence)
    visible, readable = cut(evidence, acts, clearances(evidence, acts), reader)
    joined = clusters(visible.judgements, visible.subjects)
    known = entities(visible, joined)
    kinds = {joined.of(s): e.id for e in known.values() for s in e.subjects[:1]}
    alike = Namesakes(entities=known, evidence=visible)
    frame = Frame(
        claims=visible.claims,
        tables=frozenset(text.id for text in visible.texts.values() if text.tabular),
        verdicts=_verdicts(visible, joined),
        sources=sources(visible, joined),
        kinds=kinds,
        roots={entity: root for root, entity in kinds.items()},
        exclusive=exclusive_places(alike),
        maybe_one=lambda a, b: alike.may_be_one(kinds.get(a, a), kinds.get(b, b)),
        somewhere=lambda a: any(
            known[kinds[a]].values(p) for p in SOMEWHERE if kinds.get(a) in known
        ),
    )
    parts = members(visible, joined, kinds)
    origin = frame.sources
    context = (joined.root, kinds, origin.roots, origin.interested, frame.verdicts.one)
    past = {} if former is None else former.components
    same = former.rows if former is not None and former.context == context else {}
    told, denied, rows = _by_person(visible.claims.values(), frame, past, same)
    components = dict(rows.values())
    components |= _of_persons(told, denied, parts, frame, past)
    return Folding(
        knowledge=_knowledge(
            reader=reader,
            visible=visible,
            readable=readable,
            known=known,
            joined=joined,
            kinds=kinds,
            parts=parts,
            histories=list(components.values()),
            maybe_one=frame.maybe_one,
        ),
        components=components,
        rows=rows,
        context=context,
    )


def _verdicts(visible: Evidence, joined: Clusters) -> Verdicts:
    happenings = {s.id for s in visible.subjects.values() if s.kind is Kind.HAPPENING}
    two = set()
    for judgement in visible.judgements:
        if judgement.verdict is Verdict.DIFFERENT and judgement.a in happenings:
            low, high = sorted((joined.of(judgement.a), joined.of(judgement.b)))
            two.add((low, high))
    one = {s: root for s, root in joined.root.items() if s in happenings}
    return Verdicts(one=one, two=frozenset(two))


def _of_persons(
    told: _Told,
    denied: _Told,
    parts: Mapping[str, Sequence[str]],
    frame: Frame,
    former: Mapping[_Signature, History],
) -> dict[_Signature, History]:
    made: dict[_Signature, History] = {}
    groups_of = _groups_of(parts, frame)
    of_group: dict[str, tuple[_Signature, History]] = {}
    for who in sorted({*told, *denied, *groups_of}, key=lambda w: (len(groups_of.get(w, ())), w)):
        groups = [of_group[g] for g in groups_of.get(who, ()) if g in of_group]
        signature = _who_signature(who, told[who], denied[who], [s for s, _ in groups], frame)
        known = former.get(signature)
        if known is None:
            known = history(who, told[who], denied[who], [h for _, h in groups], frame)
        made[signature] = known
        of_group[who] = (signature, known)
    return made


def _groups_of(parts: Mapping[str, Sequence[str]], frame: Frame) -> dict[str, list[str]]:
    """Of each member all groups, those of its groups included, by the roots of their clusters."""
    direct: dict[str, list[str]] = defaultdict(list)
    for group, persons in parts.items():
        if group.startswith(f"{Kind.GROUP}:"):
            for person in persons:
                direct[frame.roots[person]].append(frame.roots[group])
    found = {}
    for member in sorted(direct):
        reached = sorted(direct[member])
        for group in reached:
            reached += [g for g in sorted(direct.get(group, ())) if g not in (member, *reached)]
        found[member] = sorted(reached)
    return found


def _by_person(
    claims: Iterable[Claim],
    frame: Frame,
    former: Mapping[_Signature, History],
    same: Mapping[str, tuple[_Signature, History]],
) -> tuple[_Told, _Told, dict[str, tuple[_Signature, History]]]:
    """Tellings asserted and denied of each person or group; rows that name nobody, by claim."""
    told: _Told = defaultdict(list)
    denied: _Told = defaultdict(list)
    rows = {}
    for claim in claims:
        known = same.get(claim.id)
        if known is not None:
            rows[claim.id] = known
            continue
        if claim.property not in HISTORIC or claim.told is Told.COERCED:
            continue
        for telling in tellings(claim, frame.sources.joined):
            if claim.polarity is Polarity.DENIED and telling.who is not None:
                denied[telling.who].append(telling)
            elif claim.makes_events() and telling.who is not None:
                told[telling.who].append(telling)
            elif claim.makes_events():
                rows[claim.id] = _row(telling, frame, former)
    return told, denied, rows


def _row(
    telling: Telling, frame: Frame, former: Mapping[_Signature, History]
) -> tuple[_Signature, History]:
    signature = ("row", *_signature(telling, frame))
    known = former.get(signature)
    return signature, _of_row(telling, frame) if known is None else known


def _of_row(telling: Telling, frame: Frame) -> History:
    if telling.claim.property == "moved":
        return History(transfers=(without_person(telling, frame.sources, frame.places),))
    if telling.claim.property == "held_at":
        return History()  # somebody unnamed was there: the claim stays, no history is made of it
    return History(events=tuple(events([telling], frame.verdicts, frame.sources, frame.kinds)))


def _signature(telling: Telling, frame: Frame) -> _Signature:
    """Everything that the fold of this telling depends on."""
    claim = telling.claim
    origin: Sources = frame.sources
    document = origin.documents[claim.passage.text]
    teller = None if claim.teller is None else origin.joined.of(claim.teller)
    roles = tuple((r, frame.kinds.get(origin.joined.of(s))) for r, s in claim.roles)
    happening = frame.verdicts.one.get(claim.subject, claim.subject)
    return (
        claim.id,
        roles,
        origin.roots[document],
        document in origin.interested,
        teller,
        happening,
    )


def _who_signature(
    who: str,
    told: Sequence[Telling],
    denied: Sequence[Telling],
    groups: Sequence[_Signature],
    frame: Frame,
) -> _Signature:
    signatures = tuple(sorted((_signature(t, frame) for t in told), key=repr))
    named = (p for t in (*told, *denied) for p in (t.origin, t.destination, t.at))
    places = sorted({p for p in named if p is not None})
    here = [frame.kinds[p] for p in places]
    alike = [(frame.exclusive(a, b), frame.maybe_one(a, b)) for a in here for b in here]
    exclusive = (*alike, *(frame.exclusive(a, "") for a in here))
    exclusive += tuple(frame.somewhere(p) for p in places)
    happenings = {frame.verdicts.one.get(t.happening, t.happening) for t in told}
    apart = tuple(sorted(p for p in frame.verdicts.two if not happenings.isdisjoint(p)))
    denials = tuple(sorted((_signature(t, frame) for t in denied), key=repr))
    return (who, signatures, denials, exclusive, apart, tuple(groups))


def _knowledge(
    *,
    reader: Reader,
    visible: Evidence,
    readable: frozenset[str],
    known: Mapping[str, Entity],
    joined: Clusters,
    kinds: Mapping[str, str],
    parts: Mapping[str, tuple[str, ...]],
    histories: Sequence[History],
    maybe_one: MaybeOne,
) -> Knowledge:
    problems = [
        *(c for h in histories for c in h.contradictions),
        *(c for e in known.values() for c in of_entity(e)),
        *of_heads((e for h in histories for e in h.events), maybe_one),
        *contested(joined.contested, joined, kinds),
    ]
    events_of: dict[str, list[str]] = defaultdict(list)
    supports = [(s.id, s.support) for h in histories for s in h.stays]
    supports += [(t.id, t.support) for h in histories for t in h.transfers]
    supports += [(e.id, e.support) for h in histories for e in h.events]
    for happening, support in supports:
        for claim in support.claims:
            events_of[claim].append(happening)
    return Knowledge(
        reader=reader,
        snapshot=_snapshot(visible, readable),
        evidence=visible,
        entities=known,
        stays=_in_order(s for h in histories for s in h.stays),
        transfers=_in_order(t for h in histories for t in h.transfers),
        events=_in_order(e for h in histories for e in h.events),
        nexts=_in_order(n for h in histories for n in h.nexts),
        members=parts,
        one_of=tuple(sorted((o for h in histories for o in h.one_of), key=lambda o: o.claim)),
        contradictions=_in_order(problems),
        entity_of={s: e.id for e in known.values() for s in e.subjects},
        events_of={c: tuple(sorted(ids)) for c, ids in sorted(events_of.items())},
        shared=dict(sorted((h.who, h.shared) for h in histories if h.who and h.shared)),
        readable_texts=readable,
    )


def _snapshot(visible: Evidence, readable: frozenset[str]) -> str:
    """Names the visible evidence: the same for all that shows the same."""
    digest = hashlib.sha256()
    for ids in (
        visible.claims,
        sorted(j.id for j in visible.judgements),
        sorted(d.id for d in visible.descriptions),
        sorted(readable),
    ):
        digest.update(sha256("\n".join(ids).encode()).encode())
    return digest.hexdigest()[:32]


def _in_order(values: Iterable[_Named]) -> dict[str, _Named]:
    return {value.id: value for value in sorted(values, key=lambda v: v.id)}
