"""Laws of the fold, on random small records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claim import Claim
from graph.clearance import Clearance, Reader
from graph.evidence import Evidence
from graph.fold import fold
from graph.fold.effective import effective
from graph.fold.floors import clearances
from graph.reading import Reading
from tests.graph.fold.random_story import stories
from tests.graph.fold.story import SCRIBE, Story

_Value = TypeVar("_Value")
PUBLIC = Reader(clearance=Clearance.PUBLIC)
ALL = Reader(clearance=Clearance.CONFIDENTIAL)


def readings_of(claims: Iterable[Claim]) -> Iterator[Reading]:
    by_text: dict[str, list[Claim]] = {}
    for claim in claims:
        by_text.setdefault(claim.passage.text, []).append(claim)
    for text, said in by_text.items():
        yield SCRIBE.reading(text, pipeline="test", version="1", claims=said)


def shuffled(evidence: Evidence, seed: int) -> Evidence:
    random = Random(seed)

    def mixed(items: Mapping[str, _Value]) -> dict[str, _Value]:
        keys = list(items)
        random.shuffle(keys)
        return {key: items[key] for key in keys}

    return replace(
        evidence,
        subjects=mixed(evidence.subjects),
        claims=mixed(evidence.claims),
        documents=mixed(evidence.documents),
        judgements=tuple(random.sample(evidence.judgements, len(evidence.judgements))),
        decisions=tuple(random.sample(evidence.decisions, len(evidence.decisions))),
    )


@given(stories(), st.integers(0, 1000))
def test_the_order_of_input_is_irrelevant(story: Story, seed: int) -> None:
    evidence = story.evidence()
    assert fold(evidence, ALL).knowledge == fold(shuffled(evidence, seed), ALL).knowledge


@given(stories(), stories())
def test_a_former_fold_changes_nothing(before: Story, after: Story) -> None:
    former = fold(before.evidence(), ALL)
    assert (
        fold(after.evidence(), ALL, former=former).knowledge
        == fold(after.evidence(), ALL).knowledge
    )


@given(stories())
def test_a_former_fold_of_less_changes_nothing(story: Story) -> None:
    whole = story.evidence()
    less = replace(whole, judgements=whole.judgements[:-1], decisions=())
    former = fold(less, ALL)
    assert fold(whole, ALL, former=former).knowledge == fold(whole, ALL).knowledge


@given(stories())
def test_a_reader_sees_the_fold_of_the_visible_part_alone(story: Story) -> None:
    evidence = story.evidence()
    seen = fold(evidence, PUBLIC).knowledge
    readings = tuple(readings_of(seen.evidence.claims.values()))
    alone = fold(replace(seen.evidence, readings=readings), PUBLIC).knowledge
    assert replace(alone, readable_texts=seen.readable_texts, snapshot=seen.snapshot) == seen


@given(stories(), st.integers(0, 9))
def test_what_no_reading_owns_does_not_count(story: Story, fewer: int) -> None:
    evidence = story.evidence()
    owned = {c: v for n, (c, v) in enumerate(sorted(evidence.claims.items())) if n % 10 != fewer}
    half_read = replace(evidence, readings=tuple(readings_of(owned.values())))
    assert set(fold(half_read, ALL).knowledge.evidence.claims) <= owned.keys()


@given(stories())
def test_nothing_rests_on_what_the_reader_may_not_see(story: Story) -> None:
    evidence = story.evidence()
    lifted = clearances(evidence, effective(evidence)).claims
    seen = fold(evidence, PUBLIC).knowledge
    supports = [s.support for s in seen.stays.values()]
    supports += [t.support for t in seen.transfers.values()]
    supports += [e.support for e in seen.events.values()]
    assert all(s.claims for s in supports)
    used = {c for s in supports for c in s.claims}
    used |= {c for e in seen.entities.values() for c in e.claims}
    used |= {c for x in seen.contradictions.values() for c in (*x.one, *x.other)}
    assert all(lifted[c] is Clearance.PUBLIC for c in used)


@settings(max_examples=50)
@given(stories())
def test_every_claim_that_makes_history_is_somewhere(story: Story) -> None:
    seen = fold(story.evidence(), ALL).knowledge
    torn = {o.claim for o in seen.one_of}
    for claim in seen.evidence.claims.values():
        historic = claim.property in {"moved", "held_at", "died", "exchanged"}
        if historic and claim.makes_events():
            assert claim.id in seen.events_of or claim.id in torn
