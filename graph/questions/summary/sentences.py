"""Sentences that several summaries make: names, events, contradictions."""

from collections.abc import Iterable

from graph.answer.summary import Field, NotKnown, Sentence, Slot
from graph.entity import Entity
from graph.event import Contradiction, Event, Support
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.period import Certainty
from graph.questions.support import documents_of, joined, of_one_claim


def slots(**values: tuple[str, Field | None]) -> tuple[Slot, ...]:
    """Slots in order; what has no value is left out."""
    return tuple(
        Slot(name=name, kind=kind, value=value)
        for name, (kind, value) in values.items()
        if value is not None
    )


def sentence(
    template: str,
    support: Support,
    *,
    certainty: Certainty | None = None,
    **values: tuple[str, Field | None],
) -> Sentence:
    """A sentence with the grade of its support."""
    return Sentence(
        template=template,
        slots=slots(**values),
        grade=support.grade,
        certainty=certainty,
        support=support,
    )


def not_known(template: str, **values: tuple[str, Field | None]) -> NotKnown:
    """What readable claims lack."""
    return NotKnown(template=template, slots=slots(**values))


def attribute(knowledge: Knowledge, entity: Entity, name: str, template: str) -> list[Sentence]:
    """One sentence with every value of a property, if some source gives one."""
    values = [a for a in entity.attributes if a.property == name]
    if not values:
        return []
    support = of_claims(knowledge, (c for a in values for c in a.claims))
    return [
        sentence(
            template,
            support,
            who=("entity", entity.id),
            values=("text" if name == "name" else "code", tuple(a.value for a in values)),
        )
    ]


def of_claims(knowledge: Knowledge, claims: Iterable[str]) -> Support:
    """The support of attributes: of several claims the best grade, for each says it alone."""
    ids = tuple(dict.fromkeys(claims))
    known = [
        of_one_claim(knowledge, knowledge.evidence.claims[c])
        for c in ids
        if c in knowledge.evidence.claims
    ]
    best = min((s.grade for s in known), key=lambda g: g.rank, default=Grade.REPORTED)
    return Support(
        claims=tuple(sorted(ids)),
        documents=documents_of(knowledge, ids),
        lineages=tuple(sorted({n for s in known for n in s.lineages})),
        grade=best,
    )


def happened(event: Event, *, member: str | None = None) -> Sentence:
    """One event: its type is the end of the template key.

    What is told of a group is told of a `member` of it as such.
    """
    group = None if member in {None, event.who} else event.who
    named = {
        name: Slot(name=name, kind="entity", value=entity)
        for name, entity in event.roles
        if entity != event.at
    }
    named |= {name: Slot(name=name, kind="text", value=value) for name, value in event.details}
    known = slots(
        event=("event", event.id),
        who=("entity", event.who if group is None else member),
        at=("entity", event.at),
        with_group=("entity", group),
        when=("bounds", event.bounds[0] if len(event.bounds) == 1 else None),
    )
    taken = {slot.name for slot in known}
    return Sentence(
        template=f"event.{event.type}",
        slots=(*known, *(slot for name, slot in named.items() if name not in taken)),
        grade=event.support.grade,
        certainty=None,
        support=event.support,
    )


def against(knowledge: Knowledge, contradiction: Contradiction) -> Sentence:
    """A contradiction with the claims of both sides."""
    both = (*contradiction.one, *contradiction.other)
    support = of_claims(knowledge, both)
    return Sentence(
        template=f"contradiction.{contradiction.type}",
        slots=slots(
            contradiction=("contradiction", contradiction.id),
            about=("entity", contradiction.about or None),
            property=("code", contradiction.property),
            one=("claims", contradiction.one),
            other=("claims", contradiction.other),
        ),
        grade=Grade.DISPUTED,
        certainty=None,
        support=Support(
            claims=support.claims,
            documents=support.documents,
            lineages=support.lineages,
            grade=Grade.DISPUTED,
        ),
    )


def cited(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """The documents that these sentences rest on."""
    return joined(s.support for s in sentences).documents
