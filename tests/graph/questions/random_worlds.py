"""Small random histories: few people, places and days, and everything that makes dates hard."""

from dataclasses import replace
from random import Random

from graph.event import HopKind
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Aspect, Period, Range
from graph.questions.component import component
from graph.questions.worlds import World, worlds
from tests.graph.questions.factory import Days
from tests.graph.questions.factory import World as Record

LAST_DAY = 5
HORIZON = {"first": -2, "last": LAST_DAY + 2}
MOST_COMBINATIONS = 3000


def random_record(seed: int) -> Knowledge:
    """A record small enough to enumerate; the same for the same seed."""
    random = Random(seed)
    while True:
        knowledge = _record(random)
        if _combinations(knowledge) <= MOST_COMBINATIONS:
            return knowledge


def worlds_of(knowledge: Knowledge) -> list[World]:
    """All worlds, over days that leave room beyond every day that is named."""
    return list(worlds(knowledge, **HORIZON))


def part(knowledge: Knowledge, who: str) -> Knowledge:
    """Only what hangs together with one person."""
    items = component(knowledge, who).items
    return replace(
        knowledge,
        stays={i: s for i, s in knowledge.stays.items() if i in items},
        transfers={i: t for i, t in knowledge.transfers.items() if i in items},
    )


def _record(random: Random) -> Knowledge:
    record = Record()
    people = ["p", "q", "r"][: random.randint(1, 3)]
    facilities = "ABCDE"[: random.randint(2, 5)]
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


def _span(random: Random) -> tuple[int, int]:
    first = random.randint(0, LAST_DAY)
    return first, min(LAST_DAY, first + random.choice([0, 0, 1, 3]))


def _bounds(random: Random) -> tuple[Days, Days]:
    """A sighting, or a stay with a start and an end that may overlap."""
    first, last = _span(random)
    if random.random() < 0.4:
        return (None, last), (first, None)
    end = _span(random)
    if end[1] < first:
        end = (first, last)
    start: Days = (first, last) if random.random() < 0.85 else (None, last)
    return start, end if random.random() < 0.85 else (end[0], None)


def _moment(random: Random) -> Period:
    day = Range(*_span(random))
    return Period(start=day, end=day, aspect=Aspect.WITHIN)


def _combinations(knowledge: Knowledge) -> int:
    total = 1
    items = [s.bounds for s in knowledge.stays.values()]
    items += [t.bounds for t in knowledge.transfers.values()]
    for alternatives in items:
        total *= sum(_width(b.start) * _width(b.end) for b in alternatives)
    shared = sum(
        1 for s in knowledge.stays.values() for t in (s.arrived_by, s.left_by) if t is not None
    )
    return total // 2**shared


def _width(days: Range) -> int:
    low = HORIZON["first"] if days.lo == OPEN_PAST else days.lo
    high = HORIZON["last"] if days.hi == OPEN_FUTURE else days.hi
    return high - low + 1
