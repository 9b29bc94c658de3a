"""The terminal offers the types of events that the fold makes."""

from api.commands.ask import EVENT_TYPES
from graph.fold.events import EVENTS


def test_every_type_of_event_can_be_asked_for() -> None:
    assert set(EVENT_TYPES) == EVENTS
