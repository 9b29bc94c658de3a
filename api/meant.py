"""Whom a claim means: what was joined wrongly is parted by a person, and joined to another."""

from dataclasses import replace

from graph.acts import Hand
from graph.claim import Claim
from graph.errors import InvalidValue
from graph.evidence import Evidence
from graph.judgement import Judgement, Verdict
from graph.knowledge import Knowledge


def joined(knowledge: Knowledge, subject: str) -> tuple[str, ...]:
    """The subjects with which judgements join this one directly, in order."""
    found = {
        other
        for judgement in knowledge.evidence.judgements
        if subject in judgement.pair and judgement.verdict is Verdict.SAME
        for other in judgement.pair
        if other != subject
    }
    entity = knowledge.entity_of.get(subject)
    return tuple(sorted(o for o in found if knowledge.entity_of.get(o) == entity is not None))


def may_be_parted(knowledge: Knowledge, claim: Claim) -> tuple[str, ...]:
    """Of the subjects of a claim, in its order, those that were joined with others."""
    return tuple(s for s in dict.fromkeys(claim.subjects()) if joined(knowledge, s))


def parted(
    hand: Hand, knowledge: Knowledge, subject: str, *, another: str | None, why: str
) -> tuple[Judgement, ...]:
    """Judgements by which a subject is nobody that it was joined with, but perhaps another entity.

    Raises:
        InvalidValue: it was joined with nobody, the other is whom it is now, or no reason.
        ContestedJoin: it is held apart from the other.
    """
    others = joined(knowledge, subject)
    if not others:
        raise InvalidValue(field="subject", value=subject, expected="one that was joined")
    if another is not None and another == knowledge.entity_of[subject]:
        raise InvalidValue(field="other", value=another, expected="somebody else")
    evidence, made = knowledge.evidence, list[Judgement]()
    for other in others:
        made += hand.judge(evidence, subject, other, Verdict.DIFFERENT, why=why).judgements
    if another is not None:
        meant = knowledge.entities[another].subjects[0]
        seen = _after(evidence, made)
        made += hand.judge(seen, subject, meant, Verdict.SAME, why=why).judgements
    return tuple(made)


def _after(evidence: Evidence, made: list[Judgement]) -> Evidence:
    last = max((j.seq for j in evidence.judgements), default=0)
    newest = (replace(j, seq=last + n) for n, j in enumerate(made, start=1))
    return replace(evidence, judgements=(*evidence.judgements, *newest))
