"""What can be said of two entities together, and what cannot."""

from graph.answer.company import SharedStay
from graph.answer.lookup import Link, RelationAnswer
from graph.answer.summary import NotKnown, Sentence, Summary
from graph.event import Support
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.questions.relation import relation
from graph.questions.summary.sentences import (
    against,
    cited,
    happened,
    not_known,
    of_claims,
    sentence,
)


def summary_of_relation(knowledge: Knowledge, one: str, other: str) -> Summary:
    """Shared stays, transfers, events and direct links; documents and a chain only as leads.

    Raises:
        NotFound: one of them is not there.
    """
    answer = relation(knowledge, one, other)
    sentences = [
        *(_link("relation.direct", link) for link in answer.direct),
        *_together(answer),
        *(happened(e) for e in answer.events),
        *_documents(knowledge, answer),
        *_chain(answer),
    ]
    claims = {c for s in sentences for c in s.support.claims}
    disputes = [
        against(knowledge, c)
        for c in knowledge.contradictions.values()
        if c.about in {answer.one, answer.other} and claims.intersection((*c.one, *c.other))
    ]
    return Summary(
        terms=answer.terms,
        kind=knowledge.entities[answer.one].kind,
        about=(answer.one, answer.other),
        sentences=tuple(sentences),
        contradictions=tuple(disputes),
        not_known=tuple(_not_known(answer)),
        documents=cited([*sentences, *disputes]),
    )


def _link(template: str, link: Link) -> Sentence:
    return sentence(
        f"{template}.{link.tie}",
        link.support,
        one=("entity", link.one),
        other=("entity", link.other),
        property=("code", link.property),
    )


def _chain(answer: RelationAnswer) -> list[Sentence]:
    """The shortest documented chain, where nothing nearer is documented of the two."""
    if len(answer.connection) < 2 or answer.codetention or answer.companions or answer.events:
        return []
    return [_link("relation.chain", link) for link in answer.connection]


def _determined(answer: RelationAnswer) -> tuple[SharedStay, ...]:
    shared = () if answer.codetention is None else answer.codetention.shared
    return tuple(s for s in shared if s.certainty is not None)


def _together(answer: RelationAnswer) -> list[Sentence]:
    held = [
        sentence(
            "relation.touching" if stay.touching else "relation.codetained",
            stay.support,
            certainty=stay.certainty,
            one=("entity", answer.one),
            other=("entity", answer.other),
            facility=("entity", stay.facility),
            days=("days", stay.days),
            common=("range", stay.common),
        )
        for stay in _determined(answer)
    ]
    moved = [
        sentence(
            f"relation.moved_together.{companion.tie}",
            companion.support,
            one=("entity", answer.one),
            other=("entity", answer.other),
            origin=("entity", companion.origin),
            destination=("entity", companion.destination),
            departure=("range", companion.departure),
        )
        for companion in answer.companions
    ]
    return held + moved


def _documents(knowledge: Knowledge, answer: RelationAnswer) -> list[Sentence]:
    if not answer.documents:
        return []
    claims = (c for d in answer.documents for c in (*d.about_one[:1], *d.about_other[:1]))
    support = of_claims(knowledge, claims)
    return [
        sentence(
            "relation.same_documents",
            Support(
                claims=support.claims,
                documents=support.documents,
                lineages=support.lineages,
                grade=Grade.UNCONFIRMED_LEAD,
            ),
            one=("entity", answer.one),
            other=("entity", answer.other),
            count=("count", len(answer.documents)),
        )
    ]


def _not_known(answer: RelationAnswer) -> list[NotKnown]:
    ends = {"one": ("entity", answer.one), "other": ("entity", answer.other)}
    found = []
    if answer.maybe_one:
        found.append(not_known("relation.maybe_one", **ends))
    if not _determined(answer):
        found.append(not_known("relation.no_shared_stay", **ends))
    if not answer.companions:
        found.append(not_known("relation.not_moved_together", **ends))
    if not answer.direct and not answer.connection:
        found.append(not_known("relation.no_connection", **ends))
    return found
