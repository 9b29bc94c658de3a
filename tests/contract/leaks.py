"""Five careless changes, each as somebody might make it: what they let through must be noticed."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from graph.answer.lookup import Candidate
from graph.claim import Kind
from graph.clearance import Reader
from graph.evidence import Evidence
from graph.fold import fold, folding
from graph.fold.effective import Effective
from graph.fold.floors import Clearances
from graph.knowledge import Knowledge
from graph.questions import find
from graph.store import shape
from tests.contract import worlds
from visual.numbers import Numbers, numbers

Leak = Callable[[pytest.MonkeyPatch], None]


class Whole:
    """The record as it was folded last, whoever may read it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        cut = folding.cut

        def noting(
            evidence: Evidence, acts: Effective, clearances: Clearances, reader: Reader
        ) -> tuple[Evidence, frozenset[str]]:
            self.evidence = evidence
            return cut(evidence, acts, clearances, reader)

        patch.setattr(folding, "cut", noting)

    def knowledge(self) -> Knowledge:
        """What somebody who may read everything in the pairs of worlds sees."""
        return fold(self.evidence, Reader(clearance=worlds.HIDDEN)).knowledge


def count_before_cut(patch: pytest.MonkeyPatch) -> None:
    """The numbers of the home page are those of the whole record."""
    whole = Whole(patch)

    def counted(_: Knowledge) -> Numbers:
        return replace(numbers(whole.knowledge()), busiest=(), documented=())

    patch.setattr(sys.modules["api.pages.questions"], "numbers", counted)


def names_of_all(patch: pytest.MonkeyPatch) -> None:
    """Names are looked up in an index of the whole record, for the entities that are visible."""
    whole, by_name = Whole(patch), find._by_name

    def found(knowledge: Knowledge, words: str, kinds: frozenset[Kind]) -> Iterator[Candidate]:
        every = whole.knowledge()
        for candidate in by_name(every, words, kinds):
            for subject in every.entities[candidate.entity or ""].subjects:
                if subject in knowledge.entity_of:
                    entity = knowledge.entities[knowledge.entity_of[subject]]
                    yield find._candidate(entity, entity.label, entity.claims, exact=True)
                    break

    patch.setattr(find, "_by_name", found)


def edge_of_hidden_claim(patch: pytest.MonkeyPatch) -> None:
    """Routes between visible facilities count every transfer of the record."""
    whole, routes = Whole(patch), shape._routes

    def kept(knowledge: Knowledge) -> Iterable[tuple[tuple[str, str], tuple[int, int]]]:
        for ends, counts in routes(whole.knowledge()):
            if set(ends) <= knowledge.entities.keys():
                yield ends, counts

    patch.setattr(shape, "_routes", kept)


def hidden_judgement_conducts(patch: pytest.MonkeyPatch) -> None:
    """A judgement counts where both subjects are visible, whatever it relies on."""
    cut = folding.cut

    def conducting(
        evidence: Evidence, acts: Effective, clearances: Clearances, reader: Reader
    ) -> tuple[Evidence, frozenset[str]]:
        visible, readable = cut(evidence, acts, clearances, reader)
        all_of_them = tuple(j for j in acts.judgements if {j.a, j.b} <= visible.subjects.keys())
        return replace(visible, judgements=all_of_them), readable

    patch.setattr(folding, "cut", conducting)


def snapshot_of_all(patch: pytest.MonkeyPatch) -> None:
    """The id of a state is made of the whole record."""
    whole, snapshot = Whole(patch), folding._snapshot
    patch.setattr(folding, "_snapshot", lambda _, readable: snapshot(whole.evidence, readable))


LEAKS: tuple[tuple[Leak, Callable[[worlds.Common], None]], ...] = (
    (count_before_cut, worlds.hidden_person),
    (names_of_all, worlds.hidden_alias),
    (edge_of_hidden_claim, worlds.hidden_transfer),
    (hidden_judgement_conducts, worlds.hidden_judgement),
    (snapshot_of_all, worlds.hidden_death),
)
"""Each leak with a pair of worlds that shows it."""
