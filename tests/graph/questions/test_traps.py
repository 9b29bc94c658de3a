"""Wrong ways of reckoning that look right: each, put in on purpose, is found by enumeration."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from graph.period import Certainty
from graph.questions import codetention, hops
from graph.questions.hops import Asked, Hop, days_of
from graph.questions.network import Network
from tests.graph.questions.enumerated import agrees
from tests.graph.questions.random_worlds import random_record

SEEDS = range(150)


def _caught(seeds: Sequence[int] = SEEDS) -> int:
    """How many of the histories show it."""
    found = 0
    for seed in seeds:
        try:
            agrees(random_record(seed))
        except AssertionError:
            found += 1
    return found


def test_possible_at_each_junction_is_not_possible_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def junction_by_junction(network: Network, constraints: Sequence[tuple[int, int, int]]) -> bool:
        return all(network.with_all([c]) is not None for c in constraints)

    monkeypatch.setattr(Network, "allows", junction_by_junction)
    assert _caught()


def test_two_hops_through_one_stay_share_its_days(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = hops.chain_value

    def as_if_apart(chain: Sequence[Hop], asked: Asked) -> tuple[Certainty | None, None]:
        days = [days_of(hop) for hop in chain]
        value, _ = whole(chain, asked)
        meets = all(arrival.hi <= departure.lo for (_, arrival), (departure, _) in pairwise(days))
        return (Certainty.POSSIBLE if value is Certainty.CERTAIN and not meets else value), None

    _everywhere(monkeypatch, "chain_value", as_if_apart)
    assert _caught()


def test_latest_start_before_earliest_end_asks_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = codetention._days

    def of_all(network: Network, one, other, window):
        days = whole(network, one, other, window)
        starts = max(network.bound[0][n] for n in (one[0], other[0]))
        ends = min(-network.bound[n][0] for n in (one[1], other[1]))
        least = min(days.least, max(0, 1 + ends - starts))
        return type(days)(least=least, most=days.most)

    monkeypatch.setattr(codetention, "_days", of_all)
    assert _caught()


def test_the_right_way_passes() -> None:
    assert not _caught(range(40))


def _everywhere(monkeypatch: pytest.MonkeyPatch, name: str, wrong: Callable[..., object]) -> None:
    """In every module that took the function by name."""
    from graph.questions import reachable
    from tests.graph.questions import enumerated

    for module in (hops, reachable, enumerated):
        monkeypatch.setattr(module, name, wrong)
