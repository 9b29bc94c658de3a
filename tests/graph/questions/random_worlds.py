"""Small random histories: few people, places and days, and everything that makes dates hard."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from graph.event import HopKind
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Aspect, Period, Range
from graph.questions.component import component, only
from graph.questions.tied import histories
from graph.questions.worlds import World, worlds
from tests.graph.questions.factory import Days
from tests.graph.questions.factory import World as Record

LAST_DAY = 5
ROOM = 2  # days beyond all that is named, so that open ends can lie in any order
MOST_COMBINATIONS = 3000


def random_record(seed: int) -> Knowledge:
    """A history small enough to enumerate; the same for the same seed."""
    random = Random(seed)
    themes = (_record, _record, _two_in_one_place, _rows_without_people)
    while True:
        knowledge = random.choice(themes)(random)
        if combinations(knowledge) <= MOST_COMBINATIONS:
            return knowledge


def worlds_of(knowledge: Knowledge) -> list[World]:
    """All worlds, over days that leave room beyond every day that is named."""
    first, last = horizon(knowledge)
    return list(worlds(knowledge, first=first, last=last))


def horizon(knowledge: Knowledge) -> tuple[int, int]:
    """First and last day of enumeration."""
    items = [*knowledge.stays.values(), *knowledge.transfers.values(), *knowledge.events.values()]
    named = {
        day
        for item in items
        for bounds in item.bounds
        for days in (bounds.start, bounds.end)
        for day in (days.lo, days.hi)
        if day not in {OPEN_PAST, OPEN_FUTURE}
    }
    return min(named, default=0) - ROOM, max(named, default=0) + ROOM


def part(knowledge: Knowledge, who: str) -> Knowledge:
    """Only what hangs together with one person, those aside left out who contradict themselves."""
    aside = histories(knowledge, who).aside
    whole = component(knowledge, who)
    kept = only(knowledge, whole, tuple(p for p in whole.people if p not in aside))
    items = kept.items if aside else whole.items
    return replace(
        knowledge,
        stays={i: s for i, s in knowledge.stays.items() if i in items},
        transfers={i: t for i, t in knowledge.transfers.items() if i in items},
        events_of={
            claim: kept for claim, ids in knowledge.events_of.items() if (kept := _in(ids, items))
        },
        members={
            group: tuple(m for m in members if m not in aside)
            for group, members in knowledge.members.items()
        },
    )


def _in(ids: tuple[str, ...], items: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(i for i in ids if i in items)


def _record(random: Random) -> Knowledge:
    record = Record()
    people = ["p", "q", "r"][: random.choice([1, 2, 2, 3])]
    facilities = "ABCDE"[: random.choice([2, 2, 3, 5])]
    if len(people) > 1 and random.random() < 0.35:
        record.group("the men", *people[:2])
        people.append("the men")
    for _ in range(random.randint(1, 4)):
        who, at = random.choice(people), random.choice(facilities)
        if random.random() < 0.4:
            _move(record, random, who, at, random.choice(facilities))
        else:
            start, end = _bounds(random)
            more = [_bounds(random)] if random.random() < 0.15 else []
            record.stay(who, at, start, end, *more)
    for _ in range(random.randint(0, 2)):
        ends = random.sample(facilities, 2)
        departure = _span(random)
        more = [(_span(random),) * 2] if random.random() < 0.2 else []
        record.transfer(None, ends[0], ends[1], departure, departure, *more)
    ordered = [*record.stays, *record.transfers]
    if len(ordered) > 1 and random.random() < 0.3:
        first, then = random.sample(ordered, 2)
        least = random.choice([None, 1, 2])
        most = None if random.random() < 0.5 else (least or 0) + random.randint(0, 2)
        told = {i: _moment(random) for i in (first, then) if random.random() < 0.5}
        record.before(first, then, least=least, most=most, told=told)
    return record.knowledge()


def _two_in_one_place(random: Random) -> Knowledge:
    """Two people at one facility, each with another stay at times."""
    record = Record()
    for who in ("p", "q"):
        record.stay(who, "A", *_bounds(random, widths=(0, 2, 3)))
        if random.random() < 0.3:
            record.stay(who, random.choice("AB"), *_bounds(random))
    return record.knowledge()


def _rows_without_people(random: Random) -> Knowledge:
    """Transfers along a line of facilities, with wide dates that overlap."""
    record = Record()
    for origin, destination in ("AB", "BC", "CD", random.choice(("AC", "BD", "AD", "DA"))):
        departure, arrival = _span(random, (0, 2, 5)), _span(random, (0, 2, 5))
        if arrival[1] < departure[0]:
            departure, arrival = arrival, departure
        record.transfer(None, origin, destination, departure, arrival)
    return record.knowledge()


def _move(record: Record, random: Random, who: str, origin: str, destination: str) -> None:
    if origin == destination:
        return
    days = _span(random)
    arrival = days if random.random() < 0.7 else _span(random)
    if arrival[1] < days[0]:
        arrival = days
    move = record.transfer(who, origin, destination, days, arrival)
    attested = random.random() < 0.5
    kind = HopKind.ATTESTED if attested else HopKind.IMPLIED
    if random.random() < 0.8:
        record.stay(who, origin, (None, days[1]), days, kind=kind, left_by=move)
    if random.random() < 0.8:
        record.stay(who, destination, arrival, (arrival[0], None), kind=kind, arrived_by=move)


def _span(random: Random, widths: tuple[int, ...] = (0, 0, 1, 3)) -> tuple[int, int]:
    first = random.randint(0, LAST_DAY)
    return first, min(LAST_DAY, first + random.choice(widths))


def _bounds(random: Random, widths: tuple[int, ...] = (0, 0, 1, 3)) -> tuple[Days, Days]:
    """A sighting, or a stay with a start and an end that may overlap."""
    first, last = _span(random, widths)
    if random.random() < 0.4:
        return (None, last), (first, None)
    end = _span(random, widths)
    if end[1] < first:
        end = (first, last)
    start: Days = (first, last) if random.random() < 0.85 else (None, last)
    return start, end if random.random() < 0.85 else (end[0], None)


def _moment(random: Random) -> Period:
    day = Range(*_span(random))
    return Period(start=day, end=day, aspect=Aspect.WITHIN)


def combinations(knowledge: Knowledge) -> int:
    """About how many choices of days enumeration would try."""
    first, last = horizon(knowledge)

    def width(days: Range) -> int:
        return min(days.hi, last) - max(days.lo, first) + 1

    total = 1
    for item in (*knowledge.stays.values(), *knowledge.transfers.values()):
        total *= sum(width(b.start) * width(b.end) for b in item.bounds)
    shared = {t for s in knowledge.stays.values() for t in (s.arrived_by, s.left_by) if t}
    return total // 2 ** len(shared)
