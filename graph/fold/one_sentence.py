"""What one sentence tells of one move in two claims; it never contradicts itself."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from graph.claim import Claim
from graph.document import Passage
from graph.event import Bounds, Contradiction
from graph.fold.bounds import meet
from graph.fold.contradictions import contradiction
from graph.fold.tellings import Telling, Verdicts
from graph.fold.transfers import MaybeOne, ends_agree

MOST_DAYS = 14  # from departure to arrival, where both are told in one breath


def journeys(told: Sequence[Telling], verdicts: Verdicts, maybe_one: MaybeOne) -> list[Telling]:
    """The tellings of moves, a departure and an arrival of one sentence each with both dates.

    "Moved there on the 11th, and arrived there on the 14th" is one move that took three days.
    Where one claim could be half of two moves, nothing is joined.
    """
    pairs = [
        pair for pair in combinations(told, 2) if _halves(*pair, verdicts, maybe_one=maybe_one)
    ]
    halves = [t.claim.id for pair in pairs for t in pair]
    whole: dict[str, Bounds] = {}
    for pair in pairs:
        left, came = sorted(pair, key=lambda t: t.bounds.start.lo)
        if all(halves.count(t.claim.id) == 1 for t in pair):
            both = Bounds(start=left.bounds.start, end=came.bounds.end)
            whole |= {t.claim.id: both for t in pair}
    return [replace(t, bounds=whole.get(t.claim.id, t.bounds)) for t in told]


def _halves(a: Telling, b: Telling, verdicts: Verdicts, *, maybe_one: MaybeOne) -> bool:
    ends = (a.origin, a.destination), (b.origin, b.destination)
    left, came = sorted((a.bounds, b.bounds))
    return (
        a.claim.passage.overlaps(b.claim.passage)
        and None in (*ends[0], *ends[1])
        and not meet(left, came)
        and left.end.hi < came.start.lo
        and came.start.hi - left.end.lo <= MOST_DAYS
        and ends_agree(*ends, maybe_one)
        and not verdicts.different(a, b)
    )


def told_apart(
    problems: Iterable[Contradiction], claims: Mapping[str, Claim], tables: Container[str]
) -> Iterator[Contradiction]:
    """Contradictions but those within one sentence; the columns of a row may well differ."""

    def against(side: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            c for c in side if any(apart(claims[c].passage, claims[d].passage) for d in other)
        )

    def apart(a: Passage, b: Passage) -> bool:
        return a.text in tables or not a.overlaps(b)

    for problem in problems:
        one, other = against(problem.one, problem.other), against(problem.other, problem.one)
        if (one, other) == (problem.one, problem.other):
            yield problem
        elif one and other:
            yield contradiction(problem.type, problem.about, one, other, name=problem.property)
