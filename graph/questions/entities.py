"""Entities that a question names: present and of the right kind, or a clear error."""

from graph.claim import Kind
from graph.entity import Entity
from graph.errors import NotFound
from graph.event import Contradiction, OneOf
from graph.knowledge import Knowledge


def required(knowledge: Knowledge, wanted: str, *kinds: Kind) -> Entity:
    """The entity of that id, or the one that now holds that subject.

    Raises:
        NotFound: this reader sees none of these kinds there.
    """
    entity = knowledge.entities.get(knowledge.entity_of.get(wanted, wanted))
    if entity is None or (kinds and entity.kind not in kinds):
        kind = "/".join(k.value for k in kinds) or "entity"
        raise NotFound(kind=kind, wanted=wanted)
    return entity


def contradictions_about(
    knowledge: Knowledge, entity: str, claims: frozenset[str]
) -> tuple[Contradiction, ...]:
    """Those about the entity, and those between claims that the answer rests on."""
    return tuple(
        c
        for c in knowledge.contradictions.values()
        if c.about == entity or (claims.intersection(c.one) and claims.intersection(c.other))
    )


def one_of_among(knowledge: Knowledge, happenings: frozenset[str]) -> tuple[OneOf, ...]:
    """Tellings that fit several of these happenings, and so count for none."""
    return tuple(o for o in knowledge.one_of if happenings.intersection(o.fits))
