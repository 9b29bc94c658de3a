"""Knowledge: what one reader may see, folded. Every question, picture and store is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.clearance import Reader
from graph.entity import Entity
from graph.event import Contradiction, Event, Next, OneOf, Stay, Transfer
from graph.evidence import Evidence


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """The fold of the visible evidence; ids are inner ones.

    `entity_of` leads from every visible subject to the entity that holds it, and `event_of` from
    every visible claim to the stays, transfers and events that rest on it. `evidence` is the
    visible part of the record and nothing else; `snapshot` names it, and says nothing of what is
    hidden. Mappings are in order of id.
    """

    reader: Reader
    snapshot: str
    evidence: Evidence
    entities: Mapping[str, Entity]
    stays: Mapping[str, Stay]
    transfers: Mapping[str, Transfer]
    events: Mapping[str, Event]
    nexts: Mapping[str, Next]
    members: Mapping[str, tuple[str, ...]]  # group or organisation → persons and groups in it
    shared: Mapping[str, tuple[str, ...]]  # person or group → stays and transfers of its groups
    one_of: tuple[OneOf, ...]
    contradictions: Mapping[str, Contradiction]
    entity_of: Mapping[str, str]
    events_of: Mapping[str, tuple[str, ...]]
    readable_texts: frozenset[str]
