"""Which acts count: withdrawn ones do not, the newest reading does, a person outranks it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.claim import Claim
from graph.decision import Act, Decision
from graph.document import Passage
from graph.evidence import Evidence
from graph.judgement import Judgement
from graph.reading import BY_HAND, Reading


@dataclass(frozen=True, kw_only=True)
class Effective:
    """What is left of the record once every act has had its effect."""

    decisions: tuple[Decision, ...]
    judgements: tuple[Judgement, ...]
    claims: Mapping[str, Claim]


def effective(evidence: Evidence) -> Effective:
    """Apply withdrawals, retractions, rejections and newer readings."""
    withdrawn = _withdrawn(evidence.decisions)
    decisions = tuple(d for d in evidence.decisions if d.id not in withdrawn)
    newest, superseded = _newest(evidence.readings)
    undone = _made_by(d for d in evidence.decisions if d.id in withdrawn) - _made_by(decisions)
    newest = tuple(r for r in newest if not undone or _claimed(r) not in undone)
    return Effective(
        decisions=decisions,
        judgements=_judgements(evidence, withdrawn, newest, superseded),
        claims=_claims(evidence, decisions, newest),
    )


def _withdrawn(decisions: Iterable[Decision]) -> frozenset[str]:
    """Acts withdrawn by an act that is not itself withdrawn: later acts decide first."""
    withdrawn: set[str] = set()
    for decision in sorted(decisions, key=lambda d: (d.seq, d.id), reverse=True):
        if decision.act is Act.WITHDRAW and decision.id not in withdrawn:
            withdrawn.add(decision.target)
    return frozenset(withdrawn)


def _made_by(decisions: Iterable[Decision]) -> frozenset[str]:
    """Claims that people accepted, or put in the stead of others."""
    named = ((d.act, d.target if d.act is Act.ACCEPT else d.value) for d in decisions)
    return frozenset(c for act, c in named if act in {Act.ACCEPT, Act.CORRECT} and c is not None)


def _claimed(reading: Reading) -> str | None:
    """The claim of a reading that is one act of a person, and is undone with that act."""
    if not reading.pipeline.startswith(BY_HAND):
        return None
    return reading.pipeline.removeprefix(BY_HAND)


def _newest(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    newest: dict[tuple[str, str], Reading] = {}
    superseded = []
    for reading in sorted(readings, key=lambda r: (r.seq, r.id)):
        older = newest.get((reading.text, reading.pipeline))
        if older is not None:
            superseded.append(older)
        newest[reading.text, reading.pipeline] = reading
    return tuple(newest.values()), tuple(superseded)


def _judgements(
    evidence: Evidence,
    withdrawn: frozenset[str],
    newest: tuple[Reading, ...],
    superseded: tuple[Reading, ...],
) -> tuple[Judgement, ...]:
    gone = {j for reading in superseded for j in reading.judgements}
    gone -= {j for reading in newest for j in reading.judgements}
    return tuple(
        j
        for j in evidence.judgements
        if j.id not in withdrawn and (j.by_person or j.id not in gone)
    )


def _claims(
    evidence: Evidence,
    decisions: tuple[Decision, ...],
    newest: tuple[Reading, ...],
) -> dict[str, Claim]:
    retracted = {d.target for d in decisions if d.act is Act.RETRACT}
    documents = {text.id: text.document for text in evidence.texts.values()}
    verdicts = _last_verdicts(decisions)
    # What no reading owns yet belongs to an intake that is under way or was killed.
    owned = {c for reading in newest for c in reading.claims}
    owned |= {claim for claim, refused in verdicts.items() if not refused}
    refused = {claim for claim, was_refused in verdicts.items() if was_refused}
    refused |= _followed(evidence, refused - {c for reading in newest for c in reading.claims})
    return {
        claim.id: claim
        for claim in evidence.claims.values()
        if claim.id in owned
        and claim.id not in refused
        and documents.get(claim.passage.text) not in retracted
    }


def _last_verdicts(decisions: tuple[Decision, ...]) -> dict[str, bool]:
    """Of each claim that people decided on, whether the last of them refused it."""
    verdicts: dict[str, bool] = {}
    for decision in sorted(decisions, key=lambda d: (d.seq, d.id)):
        if decision.act in {Act.ACCEPT, Act.REJECT, Act.CORRECT}:
            verdicts[decision.target] = decision.act is not Act.ACCEPT
            if decision.act is Act.CORRECT and decision.value is not None:
                verdicts.setdefault(decision.value, False)
    return verdicts


def _followed(evidence: Evidence, refused: set[str]) -> set[str]:
    """Claims of newer readings that say again what a person refused, by overlap of passages."""
    places: dict[tuple[str, str], list[tuple[Passage, Passage]]] = defaultdict(list)
    for claim_id in refused:
        claim = evidence.claims.get(claim_id)
        if claim is not None and claim.subject in evidence.subjects:
            subject = evidence.subjects[claim.subject]
            places[claim.passage.text, claim.property].append((claim.passage, subject.passage))
    if not places:
        return set()
    return {
        claim.id
        for claim in evidence.claims.values()
        for passage, subject in places.get((claim.passage.text, claim.property), ())
        if claim.subject in evidence.subjects
        and claim.passage.overlaps(passage)
        and evidence.subjects[claim.subject].passage.overlaps(subject)
    }
