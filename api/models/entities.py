"""Lists of entities."""

from collections.abc import Iterable
from typing import ClassVar

from api.asking import Asking
from api.models.base import Model, Ref
from api.models.outside import Outside
from graph.claim import Kind


class EntitiesModel(Model):
    """Entities of one kind that this reader may see, by name; the unnamed come last."""

    rows_in: ClassVar[str] = "entities"
    entities: list[Ref]


def from_entities(asking: Asking, kinds: Iterable[Kind]) -> EntitiesModel:
    """Every entity of these kinds."""
    wanted, outside = frozenset(kinds), Outside(asking)
    found = [outside.ref(e.id) for e in asking.knowledge.entities.values() if e.kind in wanted]
    found.sort(key=lambda r: (not r.label, r.label.casefold(), r.id))
    return EntitiesModel(entities=found)
