"""No inner id leaves by a field that nobody has classed."""

import dataclasses
import types
import typing

import pytest

from graph.answer import company, history, lookup, path, place, summary, terms
from graph.answer.plain import BY_OWNER, ID_FIELDS, PLAIN_FIELDS, plain
from graph.entity import Attribute
from graph.event import Contradiction, Event, OneOf, Stay, Support, Transfer
from graph.questions.person import person
from graph.questions.summary import summary_of_person
from tests.graph.questions.factory import World

MODULES = (company, history, lookup, path, place, summary, terms)
TYPES = {
    value
    for module in MODULES
    for value in vars(module).values()
    if isinstance(value, type) and dataclasses.is_dataclass(value)
} | {Attribute, Contradiction, Event, OneOf, Stay, Support, Transfer}
NO_IDS = {"Slot", "Range", "Entity"}  # a slot's kind says what its value is


def _holds_text(annotation: object) -> bool:
    if annotation is str:
        return True
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        return any(_holds_text(a) for a in typing.get_args(annotation))
    return False


@pytest.mark.parametrize(
    "answer", sorted(TYPES, key=lambda t: t.__name__), ids=lambda t: t.__name__
)
def test_every_field_of_text_is_an_id_of_a_known_kind_or_none(answer: type) -> None:
    hints = typing.get_type_hints(answer)
    for field in dataclasses.fields(answer):
        if answer.__name__ in NO_IDS or field.name == "roles" or not _holds_text(hints[field.name]):
            continue
        known = (answer.__name__, field.name) in BY_OWNER
        assert known or (field.name in ID_FIELDS) != (field.name in PLAIN_FIELDS), field.name


def test_every_id_goes_out_by_the_map_and_days_are_dates() -> None:
    world = World()
    world.group("the men", "p")
    world.move("the men", "A", "B", 5, 5)
    world.event("exchanged", "p", 20, at="C", roles=(("court", "K"),))
    knowledge = world.knowledge()
    inner = {*knowledge.entities, *knowledge.stays, *knowledge.transfers, *knowledge.events}
    inner |= {c for s in knowledge.stays.values() for c in s.support.claims}
    for answer in (person(knowledge, "p"), summary_of_person(knowledge, "p")):
        shown = plain(answer, lambda kind, i: f"[{kind}]")
        assert not inner & set(_texts(shown))
        assert "1970-01-06" in set(_texts(shown))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [t for item in value for t in _texts(item)]
    if isinstance(value, dict):
        return [t for item in value.values() for t in _texts(item)]
    return []
