"""Of all steps that an itinerary may hold those to show after a stay."""

from graph.answer.history import Itinerary, Step
from graph.period import Certainty


def sure_steps(way: Itinerary, stay: str) -> list[Step]:
    """What certainly follows it next, or is told of."""
    return [s for s in way.steps if s.earlier == stay and _sure(s)]


def possible_steps(way: Itinerary, stay: str) -> list[Step]:
    """What may follow it, at another facility; one step for each.

    What may come anywhere in the order is told by itself, and follows nothing.
    """
    maybe = [
        s
        for s in way.steps
        if s.earlier == stay
        and not _sure(s)
        and s.origin != s.destination
        and way.anywhere.isdisjoint((s.earlier, s.later))
    ]
    return list({s.destination: s for s in maybe}.values())


def _sure(step: Step) -> bool:
    certain = step.order is Certainty.CERTAIN and step.adjacent is Certainty.CERTAIN
    return certain or step.transfer is not None
