"""A summary of a person, a facility, or of how two entities relate."""

from api.asking import Asking
from graph.answer.summary import Summary
from graph.claim import Kind
from graph.errors import NotFound
from graph.questions.summary import summary_of_facility, summary_of_person, summary_of_relation


def summary_of(asking: Asking, about: str, other: str | None) -> Summary:
    """The summary.

    Raises:
        NotFound: nothing by these ids that has a summary and that this reader may see.
    """
    inner = asking.inner(about)
    entity = asking.knowledge.entities.get(inner)
    if entity is None:
        raise NotFound(kind="entity", wanted=about)
    if other is not None:
        return summary_of_relation(asking.knowledge, inner, asking.inner(other))
    if entity.kind is Kind.FACILITY:
        return summary_of_facility(asking.knowledge, inner)
    return summary_of_person(asking.knowledge, inner)
