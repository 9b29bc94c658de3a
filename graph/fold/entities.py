"""Subjects that judgements join become entities, with all that their sources say of them."""

from collections import defaultdict
from collections.abc import Collection, Container, Mapping

from graph.claim import Claim, Kind
from graph.entity import Attribute, Entity
from graph.evidence import Evidence
from graph.fold.clusters import Clusters
from graph.fold.list_rows import list_rows
from graph.period import UNDATED

HAPPENINGS_AND_TIES = frozenset({"member_of", "before"})


def entity_id(kind: Kind, root: str) -> str:
    """The inner id of the entity whose least visible subject is `root`."""
    return f"{kind}:{root}"


def entities(visible: Evidence, joined: Clusters) -> dict[str, Entity]:
    """All entities of the visible evidence, happenings left out, in order of their ids."""
    members: dict[str, list[str]] = defaultdict(list)
    for subject in visible.subjects.values():
        if subject.kind is not Kind.HAPPENING:
            members[joined.of(subject.id)].append(subject.id)
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in visible.claims.values():
        if claim.value is None or claim.property in HAPPENINGS_AND_TIES:
            continue
        about = visible.subjects.get(claim.subject)
        if about is not None and about.kind is not Kind.HAPPENING:
            said[joined.of(claim.subject)].append(claim)
    listed = list_rows(visible.claims.values(), visible)
    made = []
    for root, subjects in members.items():
        kinds = {visible.subjects[s].kind for s in subjects}
        kind = Kind.FACILITY if Kind.FACILITY in kinds else visible.subjects[root].kind
        made.append(
            Entity(
                id=entity_id(kind, root),
                kind=kind,
                subjects=tuple(sorted(subjects)),
                attributes=_attributes(said.get(root, ()), listed),
            )
        )
    return {entity.id: entity for entity in sorted(made, key=lambda e: e.id)}


def _attributes(claims: Collection[Claim], listed: Container[str]) -> tuple[Attribute, ...]:
    """By property; a facility's names in lists first, the rest by number of claims and value."""
    by_value: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.makes_events() and claim.value is not None:
            by_value[claim.property, claim.value].append(claim)
    in_lists = {c.value for c in claims if c.property == "name" and c.subject in listed}
    made = [
        Attribute(
            property=name,
            value=value,
            claims=tuple(sorted(c.id for c in said)),
            period=next((c.period for c in sorted(said, key=_by_id) if c.period != UNDATED), None),
        )
        for (name, value), said in by_value.items()
    ]

    def place(attribute: Attribute) -> tuple[str, bool, int, str]:
        loose = attribute.property == "name" and attribute.value not in in_lists
        return attribute.property, loose, -len(attribute.claims), attribute.value

    return tuple(sorted(made, key=place))


def _by_id(claim: Claim) -> str:
    return claim.id


def members(
    visible: Evidence, joined: Clusters, kinds: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Group or organisation → the persons and groups that claims put in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in visible.claims.values():
        if claim.property != "member_of" or not claim.makes_events():
            continue
        if (whole := claim.role("of")) is not None:
            part, group = kinds.get(joined.of(claim.subject)), kinds.get(joined.of(whole))
            if part is not None and group is not None and part != group:
                found[group].add(part)
    return {group: tuple(sorted(parts)) for group, parts in sorted(found.items())}
