"""Networks: counted from what is in them, laid out the same each time, written for other tools."""

import csv
import io
import itertools
import math
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from graph.clearance import Clearance
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.period import Range
from tests.api.served import two_prisoners
from visual.export import to_csv, to_gexf, to_graphml
from visual.layout import places
from visual.view import ViewGraph, facilities_view, people_view


def uid(inner: str) -> str:
    return f"o-{abs(hash(inner)):x}"


@pytest.fixture
def knowledge() -> Knowledge:
    return two_prisoners().read_by(Clearance.RESTRICTED)


@pytest.fixture
def people(knowledge: Knowledge) -> ViewGraph:
    return people_view(knowledge, uid, each_move=True)


def test_moves_between_two_facilities_are_one_tie_that_counts_them(knowledge: Knowledge):
    view = facilities_view(knowledge, uid)
    counted = {e.count for e in view.edges if e.tie == "moved"}
    assert counted == {1, 2}
    assert {n.kind for n in view.nodes} == {"facility"}


def test_a_degree_counts_the_ties_of_this_view_alone(people: ViewGraph):
    for view in (people, people.most(3), people.around(people.nodes[0].id)):
        for node in view.nodes:
            ties = [e for e in view.edges if node.id in {e.source, e.target}]
            assert node.degree == sum(e.count for e in ties)
            assert ties


def test_every_tie_has_claims(people: ViewGraph):
    assert all(e.claims and e.cited for e in people.edges)


def test_filters_leave_what_may_fall_in_the_window_and_is_supported_so_well(people: ViewGraph):
    assert people.within(window=Range(0, 1)).edges != people.edges
    strong = people.within(grade=Grade.ESTABLISHED)
    assert {e.grade for e in strong.edges} == {Grade.ESTABLISHED}
    assert 0 < len(strong.edges) < len(people.edges)


def test_the_same_view_stands_in_the_same_places_and_no_two_on_one(people: ViewGraph):
    first, again = places(people), places(people)
    assert first == again
    for (ax, ay), (bx, by) in itertools.combinations(first.values(), 2):
        assert math.hypot(ax - bx, ay - by) > 30


def test_gexf_is_dynamic_and_networkx_reads_it(people: ViewGraph):
    written = to_gexf(people, name=lambda n: n.label)
    graph = nx.read_gexf(io.BytesIO(written.encode()))
    assert set(graph.nodes) == {n.id for n in people.nodes}
    assert graph.number_of_edges() == len(people.edges)
    root = ET.fromstring(written)  # noqa: S314 - our own
    space = {"g": root.tag[1:].split("}")[0]}
    assert root.find("g:graph", space).get("mode") == "dynamic"
    assert any(e.get("start") or e.find("g:spells", space) for e in root.iter() if "edge" in e.tag)


def test_graphml_and_csv_hold_the_same_ties(people: ViewGraph):
    graph = nx.parse_graphml(to_graphml(people, name=lambda n: n.label))
    rows = list(csv.DictReader(io.StringIO(to_csv(people, name=lambda n: n.label))))
    assert graph.number_of_edges() == len(rows) == len(people.edges)
    assert {r["id"] for r in rows} == {e.id for e in people.edges}
    dated = next(r for r in rows if r["start_latest"] == "2022-05-31" and r["tie"] == "moved")
    assert dated["start_earliest"] == "2022-05-21"


def test_hostile_names_are_only_words(people: ViewGraph):
    hostile = '=cmd|"/c calc"!A1\x00</node>'
    for write in (to_gexf, to_graphml):
        assert write(people, name=lambda n: n.label).startswith("<?xml ")
        ET.fromstring(write(people, name=lambda _: hostile))  # noqa: S314 - our own
    rows = csv.DictReader(io.StringIO(to_csv(people, name=lambda _: hostile)))
    assert all(r["source_name"].startswith("'=") for r in rows)
