"""One entry for every answer: which part of this folder words it."""

from graph.answer.company import CodetentionAnswer, MovedWithAnswer
from graph.answer.history import Itinerary, PersonAnswer
from graph.answer.lookup import Candidate, ContradictionsAnswer, EventsAnswer, RelationAnswer
from graph.answer.path import ReachableAnswer, TravelledAnswer
from graph.answer.place import FacilityAnswer, FlowsAnswer
from graph.answer.summary import Summary
from visual.names import Names
from visual.text import company, history, lookups, paths, places
from visual.text.sheet import Sheet
from visual.words import language as words_in


def render(answer: object, names: Names, language: str) -> str:
    """The answer as text in that language, each statement with its numbered sources.

    Raises:
        InvalidValue: there are no words in that language.
        TypeError: this is no answer.
    """
    sheet = Sheet(words_in(language), names)
    match answer:
        case PersonAnswer():
            return history.person(sheet, answer)
        case Itinerary():
            return history.itinerary(sheet, answer)
        case FacilityAnswer():
            return places.facility(sheet, answer)
        case FlowsAnswer():
            return places.flows(sheet, answer)
        case _:
            return _between(sheet, answer)


def _between(sheet: Sheet, answer: object) -> str:
    match answer:
        case TravelledAnswer():
            return paths.travelled(sheet, answer)
        case ReachableAnswer():
            return paths.reachable(sheet, answer)
        case CodetentionAnswer():
            return company.codetention(sheet, answer)
        case MovedWithAnswer():
            return company.moved_with(sheet, answer)
        case RelationAnswer():
            return lookups.relation(sheet, answer)
        case _:
            return _listed(sheet, answer)


def _listed(sheet: Sheet, answer: object) -> str:
    match answer:
        case Summary():
            return lookups.summary(sheet, answer)
        case EventsAnswer():
            return lookups.found_events(sheet, answer)
        case ContradictionsAnswer():
            return lookups.contradictions(sheet, answer)
        case tuple() | list():
            return lookups.candidates(sheet, [c for c in answer if isinstance(c, Candidate)])
        case _:
            raise TypeError(type(answer))
