"""Nodes and relations of the graph as neomodel classes, to read and to walk.

They are written out by hand, and a test holds them to the shape. They are for reading: the graph
is derived, so what is wrong in it is corrected in the record. Relations name the classes that they
lead to in full: neomodel looks for a short name in whatever module imports this one first.
"""

from datetime import date
from typing import Any

from neomodel import (
    ArrayProperty,
    BooleanProperty,
    DateProperty,
    IntegerProperty,
    RelationshipFrom,
    RelationshipTo,
    StringProperty,
    StructuredNode,
    ZeroOrOne,
)

from graph.store.relations import By, DocumentedIn, Next, Related, Route


class DayProperty(DateProperty):
    """A day of the calendar; filters compare it with days (neomodel's own sends a text)."""

    def deflate(self, value: date, obj: Any = None) -> date:  # noqa: ANN401
        """The day itself: both engines know days."""
        return value


class Named(StructuredNode):
    """A facility, person, group, organisation or place."""

    __abstract_node__ = True

    uid = StringProperty(required=True)
    name = StringProperty()
    names = ArrayProperty(StringProperty())

    events_by = RelationshipFrom("graph.store.nodes.Event", "BY", model=By)
    legal_events_by = RelationshipFrom("graph.store.nodes.LegalEvent", "BY", model=By)


class Where(Named):
    """A facility or place: somebody is there, is moved from there, to there, through there."""

    __abstract_node__ = True

    stays = RelationshipFrom("graph.store.nodes.Stay", "AT", model=Related)
    events = RelationshipFrom("graph.store.nodes.Event", "AT", model=Related)
    legal_events = RelationshipFrom("graph.store.nodes.LegalEvent", "AT", model=Related)
    departures = RelationshipFrom("graph.store.nodes.Transfer", "FROM", model=Related)
    arrivals = RelationshipFrom("graph.store.nodes.Transfer", "TO", model=Related)
    passing = RelationshipFrom("graph.store.nodes.Transfer", "VIA", model=Related)


class Who(Named):
    """A person, group or organisation: it stays, is moved, something happens to it."""

    __abstract_node__ = True

    stays = RelationshipFrom("graph.store.nodes.Stay", "OF", model=Related)
    transfers = RelationshipFrom("graph.store.nodes.Transfer", "OF", model=Related)
    events = RelationshipFrom("graph.store.nodes.Event", "OF", model=Related)
    legal_events = RelationshipFrom("graph.store.nodes.LegalEvent", "OF", model=Related)
    in_groups = RelationshipTo("graph.store.nodes.Group", "MEMBER_OF", model=Related)
    in_organisations = RelationshipTo("graph.store.nodes.Organisation", "MEMBER_OF", model=Related)


class Whole(Who):
    """A group or organisation: it has members."""

    __abstract_node__ = True

    persons = RelationshipFrom("graph.store.nodes.Person", "MEMBER_OF", model=Related)
    groups = RelationshipFrom("graph.store.nodes.Group", "MEMBER_OF", model=Related)
    organisations = RelationshipFrom("graph.store.nodes.Organisation", "MEMBER_OF", model=Related)


class Facility(Where):
    """A place of detention, named or not."""

    facility_type = StringProperty()
    number = StringProperty()
    settlement = StringProperty()
    region = StringProperty()
    country = StringProperty()

    routes_to = RelationshipTo("graph.store.nodes.Facility", "ROUTE", model=Route)
    routes_from = RelationshipFrom("graph.store.nodes.Facility", "ROUTE", model=Route)


class Place(Where):
    """A settlement, region or country."""

    settlement = StringProperty()
    region = StringProperty()
    country = StringProperty()


class Person(Who):
    """One person."""


class Group(Whole):
    """People without names, "about two hundred of them"."""


class Organisation(Whole):
    """A unit, service or court."""


class Happening(StructuredNode):
    """What happened, by which claims: outward ids, so that nothing is said without a source."""

    __abstract_node__ = True

    uid = StringProperty(required=True)
    grade = StringProperty(required=True)
    lineages = IntegerProperty(required=True)  # how many sources that do not repeat each other
    claims = ArrayProperty(StringProperty(), required=True)
    alternatives = IntegerProperty()  # of dates that no day joins; 0: no admissible date at all

    person = RelationshipTo("graph.store.nodes.Person", "OF", cardinality=ZeroOrOne, model=Related)
    group = RelationshipTo("graph.store.nodes.Group", "OF", cardinality=ZeroOrOne, model=Related)
    organisation = RelationshipTo(
        "graph.store.nodes.Organisation", "OF", cardinality=ZeroOrOne, model=Related
    )
    documents = RelationshipTo("graph.store.nodes.Document", "DOCUMENTED_IN", model=DocumentedIn)


class Lasting(Happening):
    """What has a start and an end, each between an earliest and a latest day."""

    __abstract_node__ = True

    start_earliest = DayProperty()
    start_latest = DayProperty()
    end_earliest = DayProperty()
    end_latest = DayProperty()

    facility = RelationshipTo(
        "graph.store.nodes.Facility", "AT", cardinality=ZeroOrOne, model=Related
    )
    place = RelationshipTo("graph.store.nodes.Place", "AT", cardinality=ZeroOrOne, model=Related)


class Stay(Lasting):
    """Somebody at one facility: *attested*, or *implied* by a transfer."""

    kind = StringProperty(required=True)
    assumed = BooleanProperty()  # joined from sightings up to 31 days apart

    following = RelationshipTo("graph.store.nodes.Stay", "NEXT", model=Next)
    preceding = RelationshipFrom("graph.store.nodes.Stay", "NEXT", model=Next)


class Transfer(Happening):
    """A move; either end may be unknown, and so may who was moved."""

    kind = StringProperty(required=True)
    departure_earliest = DayProperty()
    departure_latest = DayProperty()
    arrival_earliest = DayProperty()
    arrival_latest = DayProperty()
    size_least = IntegerProperty(required=True)
    size_most = IntegerProperty(required=True)
    mode = StringProperty()

    origin = RelationshipTo(
        "graph.store.nodes.Facility", "FROM", cardinality=ZeroOrOne, model=Related
    )
    destination = RelationshipTo(
        "graph.store.nodes.Facility", "TO", cardinality=ZeroOrOne, model=Related
    )
    via = RelationshipTo("graph.store.nodes.Facility", "VIA", model=Related)
    origin_place = RelationshipTo(
        "graph.store.nodes.Place", "FROM", cardinality=ZeroOrOne, model=Related
    )
    destination_place = RelationshipTo(
        "graph.store.nodes.Place", "TO", cardinality=ZeroOrOne, model=Related
    )
    via_places = RelationshipTo("graph.store.nodes.Place", "VIA", model=Related)


class Dated(Lasting):
    """An event, legal or other; of each detail all that was said."""

    __abstract_node__ = True

    type = StringProperty(required=True)
    article = ArrayProperty(StringProperty())
    part = ArrayProperty(StringProperty())
    point = ArrayProperty(StringProperty())
    code = ArrayProperty(StringProperty())
    term = ArrayProperty(StringProperty())
    unit = ArrayProperty(StringProperty())
    regime = ArrayProperty(StringProperty())
    reason = ArrayProperty(StringProperty())
    details = ArrayProperty(StringProperty())  # the rest, each "name: value"

    by_persons = RelationshipTo("graph.store.nodes.Person", "BY", model=By)
    by_groups = RelationshipTo("graph.store.nodes.Group", "BY", model=By)
    by_organisations = RelationshipTo("graph.store.nodes.Organisation", "BY", model=By)
    by_facilities = RelationshipTo("graph.store.nodes.Facility", "BY", model=By)
    by_places = RelationshipTo("graph.store.nodes.Place", "BY", model=By)


class LegalEvent(Dated):
    """A charge, arrest order, trial, sentence, appeal."""


class Event(Dated):
    """A capture, exchange, release, death, ill-treatment, visit …"""


class Document(StructuredNode):
    """What a statement rests on."""

    uid = StringProperty(required=True)
    title = StringProperty()

    stays = RelationshipFrom("graph.store.nodes.Stay", "DOCUMENTED_IN", model=DocumentedIn)
    transfers = RelationshipFrom("graph.store.nodes.Transfer", "DOCUMENTED_IN", model=DocumentedIn)
    events = RelationshipFrom("graph.store.nodes.Event", "DOCUMENTED_IN", model=DocumentedIn)
    legal_events = RelationshipFrom(
        "graph.store.nodes.LegalEvent", "DOCUMENTED_IN", model=DocumentedIn
    )


class Projection(StructuredNode):
    """What the store says of itself: its version, what it shows, whether it is whole."""

    uid = StringProperty(required=True)
    version = IntegerProperty(required=True)
    snapshot = StringProperty(required=True)
    tier = StringProperty()
    whole = BooleanProperty(required=True)


MODELS: tuple[type[StructuredNode], ...] = (
    *(Facility, Person, Group, Organisation, Place),
    *(Stay, Transfer, LegalEvent, Event, Document),
)
