"""Clearance before everything: the one trusted pass over the whole record.

Floors lie on subjects, spread along *same* judged by people (and, inside one document, by a
rule: "Hai … he"), and lift every claim that speaks of them or whose passage names them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.claim import Claim, Subject
from graph.clearance import Clearance
from graph.decision import Act, Decision
from graph.document import Passage
from graph.evidence import Evidence
from graph.fold.clusters import clusters
from graph.fold.effective import Effective


@dataclass(frozen=True, kw_only=True)
class Clearances:
    """Effective clearance of each document, claim and judgement, and of places in texts."""

    documents: Mapping[str, Clearance]
    claims: Mapping[str, Clearance]
    judgements: Mapping[str, Clearance]
    spots: Mapping[str, tuple[tuple[Passage, Clearance], ...]]  # by text: where it is lifted

    def text(self, text: str, document: str) -> Clearance:
        """What it takes to read the whole text."""
        lifted = (clearance for _, clearance in self.spots.get(text, ()))
        return max(self.documents[document], *lifted, Clearance.PUBLIC)


def clearances(evidence: Evidence, acts: Effective) -> Clearances:
    """The effective clearance of everything in the record."""
    explicit = _explicit(acts.decisions)
    documents = _documents(evidence, explicit)
    floors = _subject_floors(evidence, acts, explicit)
    spots = _spots(evidence, floors, explicit)
    claims = {
        claim.id: max(
            documents.get(_document_of(claim, evidence), Clearance.SEALED),
            explicit.get(claim.id, Clearance.PUBLIC),
            _lifted(claim, floors, spots.get(claim.passage.text, ())),
        )
        for claim in evidence.claims.values()
    }
    judgements = {
        j.id: max((claims[c] for c in j.relies_on if c in claims), default=Clearance.PUBLIC)
        for j in acts.judgements
    }
    return Clearances(documents=documents, claims=claims, judgements=judgements, spots=spots)


def _explicit(decisions: Iterable[Decision]) -> dict[str, Clearance]:
    """The strictest clearance decided for a document, claim or subject."""
    decided: dict[str, Clearance] = {}
    for decision in decisions:
        if decision.act in {Act.CLEARANCE, Act.PROTECT} and decision.value is not None:
            clearance = Clearance.parse(decision.value)
            decided[decision.target] = max(clearance, decided.get(decision.target, clearance))
    return decided


def _documents(evidence: Evidence, explicit: Mapping[str, Clearance]) -> dict[str, Clearance]:
    # a document that nobody described is open to nobody
    result = dict.fromkeys(evidence.documents, Clearance.SEALED)
    described: dict[str, Clearance] = {}
    for description in evidence.descriptions:
        strictest = described.get(description.document, Clearance.PUBLIC)
        described[description.document] = max(strictest, description.clearance)
    result.update(described)
    return {d: max(c, explicit.get(d, Clearance.PUBLIC)) for d, c in result.items()}


def _subject_floors(
    evidence: Evidence, acts: Effective, explicit: Mapping[str, Clearance]
) -> dict[str, Clearance]:
    own = {s: c for s, c in explicit.items() if s in evidence.subjects}
    if not own:
        return {}
    subjects = evidence.subjects
    spreading = [
        j
        for j in acts.judgements
        if j.by_person
        or (
            j.a in subjects and j.b in subjects and subjects[j.a].document == subjects[j.b].document
        )
    ]
    joined = clusters(spreading, subjects)
    strictest: dict[str, Clearance] = {}
    for subject, clearance in own.items():
        root = joined.of(subject)
        strictest[root] = max(clearance, strictest.get(root, clearance))
    members = {*own, *joined.root}
    return {s: strictest[joined.of(s)] for s in members if joined.of(s) in strictest}


def _spots(
    evidence: Evidence, floors: Mapping[str, Clearance], explicit: Mapping[str, Clearance]
) -> dict[str, tuple[tuple[Passage, Clearance], ...]]:
    """Where texts name somebody with a floor, or hold a claim lifted by a decision."""
    if not floors and not explicit:
        return {}
    found: dict[str, list[tuple[Passage, Clearance]]] = defaultdict(list)
    for subject, floor in floors.items():
        passage = evidence.subjects[subject].passage
        found[passage.text].append((passage, floor))
    for claim in evidence.claims.values():
        lifted = [floors[s] for s in claim.subjects() if s in floors]
        text = evidence.texts.get(claim.passage.text)
        if lifted and text is not None and text.tabular:  # the row names them
            found[claim.passage.text].append((claim.passage, max(lifted)))
        if claim.id in explicit:
            found[claim.passage.text].append((claim.passage, explicit[claim.id]))
    return {text: tuple(sorted(spots)) for text, spots in found.items()}


def _lifted(
    claim: Claim, floors: Mapping[str, Clearance], spots: Iterable[tuple[Passage, Clearance]]
) -> Clearance:
    """The strictest floor under what the claim speaks of or its passage names."""
    if not floors and not spots:
        return Clearance.PUBLIC
    spoken_of = (floors[s] for s in claim.subjects() if s in floors)
    named = (floor for passage, floor in spots if passage.overlaps(claim.passage))
    return max((Clearance.PUBLIC, *spoken_of, *named))


def _document_of(claim: Claim, evidence: Evidence) -> str:
    text = evidence.texts.get(claim.passage.text)
    if text is not None:
        return text.document
    subject: Subject | None = evidence.subjects.get(claim.subject)
    return "" if subject is None else subject.document
