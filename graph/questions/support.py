"""What a statement made of several rests on: all their claims, the grade of the weakest."""

from collections.abc import Iterable
from dataclasses import replace

from graph.claim import Claim, Told
from graph.event import Support
from graph.grade import INTERESTED, WEAK_BASES, Grade, Lineages, grade
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


def with_dates(knowledge: Knowledge, support: Support, *dated: tuple[str, ...]) -> Support:
    """The same with the claims that date it from beside it: they add no weight to what it says."""
    claims = tuple(sorted({*support.claims, *(c for claims in dated for c in claims)}))
    return replace(support, claims=claims, documents=documents_of(knowledge, claims))


def documents_of(knowledge: Knowledge, claims: Iterable[str]) -> tuple[str, ...]:
    """The documents these claims stand in, by way of the texts of their passages."""
    evidence = knowledge.evidence
    texts = (evidence.claims[c].passage.text for c in claims if c in evidence.claims)
    return tuple(sorted({evidence.texts[t].document for t in texts if t in evidence.texts}))


def of_one_claim(knowledge: Knowledge, claim: Claim) -> Support:
    """What one claim gives by itself: reported if told first hand by nobody with an interest."""
    documents = documents_of(knowledge, (claim.id,))
    interest = any(
        d.document in documents and d.source_type in INTERESTED
        for d in knowledge.evidence.descriptions
    )
    first_hand = claim.told in {Told.DIRECT, Told.OFFICIAL} and claim.basis not in WEAK_BASES
    firm = int(first_hand and not interest)
    direct = int(firm and claim.told is Told.DIRECT)
    return Support(
        claims=(claim.id,),
        documents=documents,
        lineages=documents,
        grade=grade(Lineages(told=1, firm=firm, direct=direct), disputed=False),
    )
