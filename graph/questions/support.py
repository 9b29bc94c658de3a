"""What a statement made of several rests on: all their claims, the grade of the weakest."""

from collections.abc import Iterable

from graph.event import Support
from graph.grade import Grade
from graph.knowledge import Knowledge


def joined(supports: Iterable[Support]) -> Support:
    """All claims, documents and lineages; a chain is as strong as its weakest link."""
    several = list(supports)
    return Support(
        claims=tuple(sorted({c for s in several for c in s.claims})),
        documents=tuple(sorted({d for s in several for d in s.documents})),
        lineages=tuple(sorted({n for s in several for n in s.lineages})),
        grade=max((s.grade for s in several), key=lambda g: g.rank, default=Grade.UNCONFIRMED_LEAD),
    )


def documents_of(knowledge: Knowledge, claims: Iterable[str]) -> tuple[str, ...]:
    """The documents these claims stand in, by way of the texts of their passages."""
    evidence = knowledge.evidence
    texts = (evidence.claims[c].passage.text for c in claims if c in evidence.claims)
    return tuple(sorted({evidence.texts[t].document for t in texts if t in evidence.texts}))
