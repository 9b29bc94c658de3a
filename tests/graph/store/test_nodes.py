"""The neomodel classes are the shape, no more and no less, and read it on every engine."""

import subprocess
import sys
from datetime import date
from itertools import chain

import pytest
from neomodel import RelationshipManager, StructuredNode

from graph.claim import Kind
from graph.store.bolt import Bolt
from graph.store.nodes import MODELS, Document, Facility, Person, Stay
from graph.store.properties import DETAILS
from graph.store.shape import LABELS, RELATIONS, Shape
from tests.graph.fold.story import Story
from tests.graph.store.inquiry import inquiry
from tests.graph.store.shaped import shaped, stored

WHO = (Kind.PERSON, Kind.GROUP, Kind.ORGANISATION)
WHERE = (Kind.FACILITY, Kind.PLACE)


def everything() -> Shape:
    """Rows of a record in which everything is said that has a place in the graph."""
    story = Story()
    text = story.document("all", source_type="news")
    made = {
        kind: [story.mention(text, kind, f"{kind} {n}") for n in (1, 2, 3)]
        for kind in (*WHO, *WHERE)
    }
    for where in WHERE:
        for name in ("facility_type", "number", "settlement", "region", "country"):
            story.say(text, made[where][0], name, value="said")
    a, b, c = made[Kind.FACILITY]
    for n, kind in enumerate(WHO):
        one, two, three = made[kind]
        story.say(text, None, "held_at", who=one, at=a, when="2022-01-01")
        story.say(text, None, "held_at", who=one, at=a, when="2022-01-20")  # A2 joins the two
        story.say(text, None, "moved", who=one, from_=a, to=b, via=c, when=f"2022-02-0{n + 1}")
        story.say(text, None, "held_at", who=two, at=made[Kind.PLACE][0], when="2022-01-01")
        for where in WHERE:
            story.say(
                *(text, None, "moved"),
                who=three,
                from_=made[where][0],
                to=made[where][1],
                via=made[where][2],
                details=(("mode", "lorry"),),
                when="2023",
            )
        if kind is not Kind.PERSON:
            for part in (made[k][2] for k in WHO if k is not kind):
                story.say(text, part, "member_of", of=one)
            story.say(text, two, "member_of", of=one)
    details = tuple((name, "said") for name in (*DETAILS, "size_least"))
    for what in ("sentenced", "released"):
        for kind, (one, *_) in made.items():
            who = {"who": one} if kind in WHO else {"at": one}
            story.say(text, None, what, by=one, when="2023", details=details, **who)
    for what, roles in (  # one happening by a person's judgement, with dates that no day joins
        ("moved", {"from_": b, "to": c}),
        ("held_at", {"at": c}),
        ("sentenced", {}),
        ("released", {}),
    ):
        twice = [
            story.claims[story.say(text, None, what, who=made[Kind.PERSON][1], when=when, **roles)]
            for when in ("2022-03-01/2022-03-09", "2022-05-01/2022-05-09")
        ]
        story.judge(twice[0].subject, twice[1].subject)
    return shaped(story)


def declared(model: type[StructuredNode]) -> set[str]:
    """Every property of a class; a uid goes without saying."""
    found = model.defined_properties(aliases=False, rels=False)
    return set(found) - {"uid"}


def related(model: type[StructuredNode]) -> dict[str, dict[str, object]]:
    """Every relation of a class, by the name of its attribute."""
    found = model.defined_properties(aliases=False, properties=False)
    for definition in found.values():
        definition.lookup_node_class()
    return {name: d.definition for name, d in found.items()}


def test_there_is_one_class_a_label():
    assert [m.__label__ for m in MODELS] == list(LABELS)
    assert all(m.inherited_labels() == [m.__label__] for m in MODELS)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__label__)
def test_a_class_has_the_properties_of_the_shape(model: type[StructuredNode]):
    nodes = [n for n in everything().nodes.values() if n.kind == model.__label__]
    assert declared(model) == {name for n in nodes for name, _ in n.properties}


def test_whatever_module_imports_them_first_the_classes_lead_to_each_other():
    importer = (
        "Event = 'of another module'\n"
        "from graph.store.nodes import Facility\n"
        "leads = Facility.defined_properties(aliases=False, properties=False)['events']\n"
        "leads.lookup_node_class()\n"
        "print(leads.definition['node_class'])\n"
    )
    command = [sys.executable, "-c", importer]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "graph.store.nodes.Event" in done.stdout


def test_relations_lead_where_those_of_the_shape_lead():
    rows = everything().relations.values()
    ends = {(r.kind, r.start[0], r.end[0]) for r in rows}
    assert {r.kind for r in rows} == set(RELATIONS)
    walked = {"from": set(), "to": set()}
    for model in MODELS:
        for d in related(model).values():
            there = d["node_class"].__label__
            if d["direction"] == 1:
                walked["to"].add((d["relation_type"], model.__label__, there))
            else:
                walked["from"].add((d["relation_type"], there, model.__label__))
    assert walked == {"from": ends, "to": ends}


def test_relations_carry_what_those_of_the_shape_carry():
    carried = {kind: set() for kind in RELATIONS}
    for row in everything().relations.values():
        carried[row.kind] |= {name for name, _ in row.properties}
    definitions = chain.from_iterable(related(model).values() for model in MODELS)
    said = {(d["relation_type"], frozenset(declared(d["model"]))) for d in definitions}
    assert said == {(kind, frozenset(names)) for kind, names in carried.items()}


@pytest.fixture
def held(engine: Bolt) -> Bolt:
    return stored(engine, inquiry()).bolt


def test_a_facility_leads_to_its_stays_and_their_people(held: Bolt):
    def work() -> set[tuple[str, date]]:
        facility = Facility.nodes.get(name="Taganrog SIZO-2")
        assert (facility.facility_type, facility.number) == ("sizo", "2")
        found = facility.stays.filter(kind="attested", grade__ne="disputed").all()
        return {(stay.person.single().name, stay.end_earliest) for stay in found}

    assert held.read_models(work) == {
        ("Taras Bilyk", date(2022, 6, 10)),
        ("Ostap Koval", date(2022, 6, 30)),
    }


def test_a_person_leads_through_stays_in_order(held: Bolt):
    def work() -> list[tuple[str, str]]:
        person = Person.nodes.get(name="Ostap Koval")
        stay = next(s for s in person.stays.all() if not s.preceding.all())
        way = [("", stay.facility.single().name)]
        while following := stay.following.all():
            link = stay.following.relationship(following[0])
            stay = following[0]
            way.append((link.kind, stay.facility.single().name))
        return way

    assert held.read_models(work) == [
        ("", "Volnovakha Colony No. 120"),
        ("attested", "Taganrog SIZO-2"),  # the move there implies a stay
        ("inferred", "Taganrog SIZO-2"),  # and he was seen there in June
        ("inferred", "Taganrog SIZO-2"),
        ("attested", "Kursk SIZO-1"),
        ("inferred", "Kursk SIZO-1"),
    ]


def test_a_transfer_has_ends_and_documents_with_their_claims(held: Bolt):
    def work() -> None:
        person = Person.nodes.get(name="Ostap Koval")
        transfer = person.transfers.get(departure_earliest=date(2022, 8, 3))
        assert transfer.origin.single().name == "Taganrog SIZO-2"
        assert transfer.destination.single().name == "Kursk SIZO-1"
        assert transfer.via.all() == []
        document = transfer.documents.single()
        assert document.title == "report"
        assert transfer.documents.relationship(document).claims == transfer.claims != []
        route = transfer.origin.single().routes_to
        assert [(f.name, route.relationship(f).possible) for f in route.all()] == [
            ("Kursk SIZO-1", 1)
        ]

    held.read_models(work)


def test_days_are_compared_as_days(held: Bolt):
    def work() -> set[str]:
        june = {"start_latest__lte": date(2022, 6, 1), "end_earliest__gte": date(2022, 6, 30)}
        throughout = Stay.nodes.filter(kind="attested", **june)
        return {stay.person.single().name for stay in throughout.all()}

    assert held.read_models(work) == {"Ostap Koval"}


def test_a_document_leads_to_all_that_rests_on_it(held: Bolt):
    def work() -> dict[str, int]:
        document = Document.nodes.get(title="verdict")
        managers = {n: getattr(document, n) for n in related(Document)}
        assert all(isinstance(m, RelationshipManager) for m in managers.values())
        return {name: len(manager.all()) for name, manager in managers.items()}

    assert held.read_models(work) == {"stays": 0, "transfers": 0, "events": 0, "legal_events": 2}
