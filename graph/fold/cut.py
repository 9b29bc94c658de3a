"""What one reader may see: cut first, fold after."""

from graph.clearance import Reader
from graph.evidence import Evidence
from graph.fold.effective import Effective
from graph.fold.floors import Clearances


def cut(
    evidence: Evidence, acts: Effective, clearances: Clearances, reader: Reader
) -> tuple[Evidence, frozenset[str]]:
    """The visible part of the effective evidence, and the texts readable whole.

    A subject is visible where a visible claim speaks of it; a judgement where both its subjects
    are and every claim that it relies on. Decisions have had their effect and are cut altogether,
    and so is the head: it counts what the reader may not see.
    """
    claims = {
        claim.id: claim
        for claim in acts.claims.values()
        if reader.may_read(clearances.claims[claim.id])
    }
    spoken_of = {subject for claim in claims.values() for subject in claim.subjects()}
    subjects = {s: evidence.subjects[s] for s in sorted(spoken_of) if s in evidence.subjects}
    documents = {
        d: evidence.documents[d]
        for d in sorted(evidence.documents)
        if reader.may_read(clearances.documents[d])
    }
    visible = Evidence(
        documents=documents,
        descriptions=tuple(
            d
            for d in evidence.descriptions
            if d.document in documents and reader.may_read(d.clearance)
        ),
        texts={t: v for t, v in sorted(evidence.texts.items()) if v.document in documents},
        subjects=subjects,
        claims=dict(sorted(claims.items())),
        judgements=tuple(
            j
            for j in sorted(acts.judgements, key=lambda j: (j.seq, j.id))
            if j.a in subjects
            and j.b in subjects
            and all(c in claims for c in j.relies_on)
            and reader.may_read(clearances.judgements[j.id])
        ),
    )
    readable = frozenset(
        t.id for t in visible.texts.values() if reader.may_read(clearances.text(t.id, t.document))
    )
    return visible, readable
