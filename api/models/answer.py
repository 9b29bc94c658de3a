"""Every answer in its model: what HTTP sends and what the terminal prints are one JSON."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from api.asking import Asking
from api.models.base import Model
from api.models.company import from_codetention, from_moved_with
from api.models.history import from_itinerary, from_person
from api.models.lookup import from_candidates, from_contradictions, from_events, from_relation
from api.models.path import from_reachable, from_travelled
from api.models.place import from_facility, from_flows
from api.models.summary import from_summary
from graph.answer.company import CodetentionAnswer, MovedWithAnswer
from graph.answer.history import Itinerary, PersonAnswer
from graph.answer.lookup import Candidate, ContradictionsAnswer, EventsAnswer, RelationAnswer
from graph.answer.path import ReachableAnswer, TravelledAnswer
from graph.answer.place import FacilityAnswer, FlowsAnswer
from graph.answer.summary import Summary

Candidates: TypeAlias = tuple[Candidate, ...]
AnyAnswer: TypeAlias = (
    PersonAnswer
    | Itinerary
    | FacilityAnswer
    | FlowsAnswer
    | TravelledAnswer
    | ReachableAnswer
    | CodetentionAnswer
    | MovedWithAnswer
    | EventsAnswer
    | ContradictionsAnswer
    | RelationAnswer
    | Summary
    | Candidates
)


_MODELS: Mapping[type[object], Callable[[Any, Asking], Model]] = {
    PersonAnswer: from_person,
    Itinerary: from_itinerary,
    FacilityAnswer: from_facility,
    FlowsAnswer: from_flows,
    TravelledAnswer: from_travelled,
    ReachableAnswer: from_reachable,
    CodetentionAnswer: from_codetention,
    MovedWithAnswer: from_moved_with,
    EventsAnswer: from_events,
    ContradictionsAnswer: from_contradictions,
    RelationAnswer: from_relation,
    tuple: from_candidates,
}


def model_of(answer: AnyAnswer, asking: Asking, *, language: str = "en") -> Model:
    """The model of an answer, every id an outward one; the language is that of a summary."""
    if isinstance(answer, Summary):
        return from_summary(answer, asking, language=language)
    return _MODELS[type(answer)](answer, asking)
