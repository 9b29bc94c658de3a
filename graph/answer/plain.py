"""Any answer as plain values for JSON, every inner id exchanged for an outward one.

A field holds ids if its name says so: `ID_FIELDS` names the kind of each. Fields that are no ids
are in `PLAIN_FIELDS`; a test holds every answer type to the two lists, so no new field can leak.
Ids inside the slots of a sentence go by the kind of the slot.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeAlias

from graph.answer.summary import Slot
from graph.period import Range, iso

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"
Outward: TypeAlias = Callable[[str, str], str]
"""(kind, inner id) → outward id."""

ID_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("person", "facility", "facilities", "who", "at", "origin", "destination", "entity"),
        "entity",
    ),
    **dict.fromkeys(("one", "other", "group", "groups", "via", "about", "aside"), "entity"),
    **dict.fromkeys(("stay", "stays", "earlier", "later", "dropped", "maybe_between"), "stay"),
    **dict.fromkeys(("transfer", "transfers", "arrived_by", "left_by"), "transfer"),
    **dict.fromkeys(("hop", "through", "fits"), "happening"),
    **dict.fromkeys(("claims", "claim", "about_one", "about_other"), "claim"),
    **dict.fromkeys(("document", "documents"), "document"),
    **dict.fromkeys(("lineages",), "lineage"),
    **dict.fromkeys(("told_in", "together"), "subject"),
    **dict.fromkeys(("judgements",), "judgement"),
}
BY_OWNER: Mapping[tuple[str, str], str] = {
    ("Stay", "id"): "stay",
    ("Transfer", "id"): "transfer",
    ("Event", "id"): "event",
    ("Contradiction", "id"): "contradiction",
    ("Contradiction", "one"): "claim",
    ("Contradiction", "other"): "claim",
}
PLAIN_FIELDS = frozenset(
    {"snapshot", "month", "property", "value", "label", "name", "template", "type", "mode"}
    | {"region", "details", "context", "kind"}
)
SLOT_KINDS: Mapping[str, str] = {
    "entity": "entity",
    "event": "event",
    "transfer": "transfer",
    "stay": "stay",
    "claims": "claim",
    "happening": "happening",
    "contradiction": "contradiction",
}


def plain(answer: object, outward: Outward) -> Plain:
    """The answer as dicts, lists, numbers and words; days as ISO dates, open sides as `..`."""
    if isinstance(answer, Slot):
        kind = SLOT_KINDS.get(answer.kind)
        value = _value(answer.value, kind, outward)
        if answer.kind == "day" and isinstance(answer.value, int):
            value = iso(answer.value)
        return {"name": answer.name, "kind": answer.kind, "value": value}
    if isinstance(answer, Range):
        return {"first": iso(answer.lo), "last": iso(answer.hi)}
    if is_dataclass(answer) and not isinstance(answer, type):
        return {
            field.name: _field(
                type(answer).__name__, field.name, getattr(answer, field.name), outward
            )
            for field in fields(answer)
        }
    return _value(answer, None, outward)


def _field(owner: str, name: str, value: object, outward: Outward) -> Plain:
    if name == "day" and isinstance(value, int):
        return iso(value)
    if name == "roles" and isinstance(value, tuple):
        return [{"role": role, "entity": outward("entity", i)} for role, i in value]
    kind = BY_OWNER.get((owner, name)) or ID_FIELDS.get(name)
    return _value(value, kind, outward)


def _value(value: object, kind: str | None, outward: Outward) -> Plain:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return value if kind is None else outward(kind, value)
    if isinstance(value, tuple | list):
        return [_value(item, kind, outward) for item in value]
    return plain(value, outward)
