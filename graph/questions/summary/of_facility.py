"""What can be said of a facility, and what cannot."""

from collections.abc import Collection
from dataclasses import replace

from graph.answer.place import Disagreement, FacilityAnswer, Flow
from graph.answer.summary import NotKnown, Sentence, Summary
from graph.event import ContradictionType
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.period import Certainty, Range
from graph.questions.documented import documented
from graph.questions.facility import facility
from graph.questions.summary.sentences import (
    against,
    attribute,
    cited,
    happened,
    not_known,
    of_claims,
    sentence,
)
from graph.questions.support import joined

STATED = ("facility_type", "number", "settlement", "region", "operator", "control", "capacity")


def summary_of_facility(
    knowledge: Knowledge, which: str, *, window: Range | None = None
) -> Summary:
    """Names, what kind, where; who was documented there; flows, events; then what is not known.

    Raises:
        NotFound: there is no such facility.
    """
    answer = facility(knowledge, which, window=window)
    entity = knowledge.entities[answer.facility]
    sentences = [
        *attribute(knowledge, entity, "name", "facility.named"),
        *(s for name in STATED for s in attribute(knowledge, entity, name, f"facility.{name}")),
        *_presence(knowledge, answer),
        *_flow("facility.arrivals", answer.facility, answer.arrivals),
        *_flow("facility.departures", answer.facility, answer.departures),
        *(happened(e) for e in answer.events),
    ]
    clashes = {
        c.property for c in answer.contradictions if c.type is ContradictionType.NUMBERS_DIFFER
    }
    valued = {d.property for d in answer.disagreements} & clashes  # told once, with the values
    disputes = [
        *(against(knowledge, c) for c in answer.contradictions if c.property not in valued),
        *(_differ(knowledge, answer.facility, d, valued) for d in answer.disagreements),
    ]
    return Summary(
        terms=answer.terms,
        kind=entity.kind,
        about=(answer.facility,),
        sentences=tuple(sentences),
        contradictions=tuple(disputes),
        not_known=tuple(_not_known(answer)),
        documents=cited([*sentences, *disputes]),
    )


def _differ(
    knowledge: Knowledge, which: str, found: Disagreement, clashes: Collection[str | None]
) -> Sentence:
    """The values that sources give; disputed where no one value fits them."""
    support = of_claims(knowledge, (c for v in found.values for c in v.claims))
    if found.property in clashes:
        support = replace(support, grade=Grade.DISPUTED)
    return sentence(
        "facility.differ",
        support,
        facility=("entity", which),
        property=("code", found.property),
        values=("text", tuple(v.value for v in found.values)),
    )


def _presence(knowledge: Knowledge, answer: FacilityAnswer) -> list[Sentence]:
    """How many people are documented there, as its page counts them, and first and last day."""
    seen = answer.occupants
    if not seen:
        return []
    sure = [o for o in seen if o.certainty is Certainty.CERTAIN]
    return [
        sentence(
            "facility.held",
            joined(o.presence.stay.support for o in seen),
            facility=("entity", answer.facility),
            certain=("count", len({o.who for o in sure})),
            possible=("count", len({o.who for o in seen} - {o.who for o in sure})),
            people=("entity", tuple(sorted({o.who for o in seen}))),
            documented=("bounds", documented(knowledge, (o.presence.stay for o in seen))),
        )
    ]


def _flow(template: str, which: str, flows: tuple[Flow, ...]) -> list[Sentence]:
    if not flows:
        return []
    every = {t for f in flows for t in f.transfers}
    ends = {f.origin if template.endswith("arrivals") else f.destination for f in flows}
    return [
        sentence(
            template,
            joined(f.support for f in flows),
            facility=("entity", which),
            transfers=("count", len(every)),
            others=("entity", tuple(sorted(e for e in ends if e is not None))),
            first=("code", min(f.month for f in flows)),
            last=("code", max(f.month for f in flows)),
        )
    ]


def _not_known(answer: FacilityAnswer) -> list[NotKnown]:
    stated = {a.property for a in answer.attributes}
    which = ("entity", answer.facility)
    found = [
        not_known("facility.lacks", facility=which, property=("code", name))
        for name in ("name", "facility_type", "region", "capacity")
        if name not in stated
    ]
    if not answer.occupants:
        unnamed = ("count", answer.unnamed or None)
        found.append(not_known("facility.nobody_documented", facility=which, unnamed=unnamed))
    if not (answer.arrivals or answer.departures or answer.undated):
        found.append(not_known("facility.no_transfers", facility=which))
    return found
