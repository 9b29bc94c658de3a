"""What people did to the record, as far as one reader may know of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.clearance import Clearance, Reader
from graph.decision import Act, Decision
from graph.evidence import Evidence
from graph.fold.effective import effective
from graph.fold.floors import clearances
from graph.judgement import Judgement


@dataclass(frozen=True, kw_only=True)
class VisibleActs:
    """Acts in the order of the record, and the ids of everything that they may be about."""

    acts: tuple[Judgement | Decision, ...]
    claims: frozenset[str]
    subjects: frozenset[str]
    documents: frozenset[str]


def visible_acts(evidence: Evidence, reader: Reader) -> VisibleActs:
    """Judgements and decisions of people on what the reader may see, those undone too.

    What an act is about may have lost its effect (a rejected claim, a retracted document): only
    clearance decides. An act that raised one is known to those who may read what it was raised
    to, since its reason was written for them; and the undoing of an act to those who know the act.
    """
    lifted = clearances(evidence, effective(evidence))
    claims = frozenset(c for c, high in lifted.claims.items() if reader.may_read(high))
    subjects = frozenset(s for c in claims for s in evidence.claims[c].subjects())
    documents = frozenset(d for d, high in lifted.documents.items() if reader.may_read(high))
    about = {*claims, *subjects, *documents}
    every: Iterable[Judgement | Decision] = (
        *(j for j in evidence.judgements if j.by_person),
        *evidence.decisions,
    )
    seen: list[Judgement | Decision] = []
    for act in sorted(every, key=lambda a: (a.seq, a.id)):
        if isinstance(act, Judgement):
            known = {act.a, act.b} <= subjects and set(act.relies_on) <= claims
        else:
            known = act.target in about and _may_know(act, reader, claims)
        if known:
            seen.append(act)
            about.add(act.id)
    return VisibleActs(acts=tuple(seen), claims=claims, subjects=subjects, documents=documents)


def _may_know(act: Decision, reader: Reader, claims: frozenset[str]) -> bool:
    if act.act in {Act.CLEARANCE, Act.PROTECT} and act.value is not None:
        return reader.may_read(Clearance.parse(act.value))
    return act.act is not Act.CORRECT or act.value in claims
