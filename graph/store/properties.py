"""What a node carries. Days are those of the calendar; an open side has no property."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from graph.answer.stored import Properties, Value
from graph.claim import Kind
from graph.entity import Entity
from graph.event import Bounds, Event, Stay, Support, Transfer
from graph.period import OPEN_FUTURE, OPEN_PAST, calendar_date
from graph.store.rows import plain

Uid: TypeAlias = Callable[[str], str]

# What an entity of a kind carries beside its names.
CARRIED = {
    Kind.FACILITY: ("facility_type", "number", "settlement", "region", "country"),
    Kind.PLACE: ("settlement", "region", "country"),
}
# What claims say of an event beside its roles: each a property of its own, with all that was said.
DETAILS = ("article", "part", "point", "code", "term", "unit", "regime", "reason")


def of_entity(entity: Entity) -> Properties:
    """Its names, and of what it has several values the one most often claimed."""
    return plain(
        name=entity.label or None,
        names=list(entity.values("name")) or None,
        **{name: entity.first(name) for name in CARRIED.get(entity.kind, ())},
    )


def of_stay(stay: Stay, uid: Uid) -> Properties:
    """When, how it is known, on what it rests."""
    return plain(
        kind=stay.kind.value,
        **_days(stay.bounds, "start", "end"),
        **_support(stay.support, uid),
        assumed=stay.assumed or None,
    )


def of_transfer(transfer: Transfer, uid: Uid) -> Properties:
    """When, how many, how it is known, on what it rests."""
    return plain(
        kind=transfer.kind.value,
        **_days(transfer.bounds, "departure", "arrival"),
        **_support(transfer.support, uid),
        size_least=transfer.size_least,
        size_most=transfer.size_most,
        mode=transfer.mode,
    )


def of_event(event: Event, uid: Uid) -> Properties:
    """What, when, its details, on what it rests."""
    said: dict[str, list[str]] = {}
    for name, value in event.details:
        if name in DETAILS:
            said.setdefault(name, []).append(value)
        elif name != "lineage":
            said.setdefault("details", []).append(f"{name}: {value}")
    days = _days(event.bounds, "start", "end")
    return plain(**said, type=event.type, **days, **_support(event.support, uid))


def _days(bounds: tuple[Bounds, ...], start: str, end: str) -> dict[str, Value | None]:
    """Hull of the bounds, and how many alternatives there are if more than one."""
    if not bounds:
        return {"alternatives": 0}
    return {
        f"{start}_earliest": _day(min(b.start.lo for b in bounds)),
        f"{start}_latest": _day(max(b.start.hi for b in bounds)),
        f"{end}_earliest": _day(min(b.end.lo for b in bounds)),
        f"{end}_latest": _day(max(b.end.hi for b in bounds)),
        "alternatives": len(bounds) if len(bounds) > 1 else None,
    }


def _day(number: int) -> date | None:
    return None if number in {OPEN_PAST, OPEN_FUTURE} else calendar_date(number)


def _support(support: Support, uid: Uid) -> dict[str, Value | None]:
    return {
        "grade": support.grade.value,
        "lineages": len(support.lineages),
        "claims": [uid(claim) for claim in support.claims],
    }
