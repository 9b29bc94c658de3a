"""An application over a real record, filled from a story about invented people."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from fastapi.testclient import TestClient

from api.app import create_app
from api.jobs import Intake
from api.outward import Outward
from api.settings import Settings, from_environment
from graph.claim import Kind, Told
from graph.clearance import Clearance, Reader
from graph.errors import StoreUnreachable
from graph.evidence import Batch
from graph.judgement import Verdict
from graph.knowledge import Knowledge
from graph.rebuild import Current
from graph.record import Record, open_record
from graph.scribe import Scribe
from graph.store.projection import Projection
from graph.store.reading import StoreReading
from tests.graph.fold.story import SCRIBE, Story

BASE = "http://127.0.0.1:8000"


@dataclass(kw_only=True)
class Served:
    """What the doors need; the graph store is the one given, and which acts leave as it is."""

    settings: Settings
    record: Record
    scribe: Scribe
    current: Current
    store: Projection | None = None

    @property
    def reader(self) -> Reader:
        return self.knowledge().reader

    def knowledge(self) -> Knowledge:
        return self.current.knowledge()

    def outward(self, knowledge: Knowledge) -> Outward:
        return Outward(knowledge, self.scribe.secret)

    def append(self, batch: Batch) -> None:
        self.record.append(batch)

    @property
    def graph(self) -> StoreReading:
        if self.store is None:
            raise StoreUnreachable(url="bolt://nowhere", reason="this test has no graph store")
        return StoreReading(self.store)


@contextmanager
def served(
    story: Story,
    home: Path,
    *,
    clearance: Clearance = Clearance.RESTRICTED,
    intake: Intake | None = None,
    **environment: str,
) -> Iterator[SimpleNamespace]:
    """A client of the application, and the workspace behind it."""
    home.mkdir(parents=True, exist_ok=True)
    environ = {f"WHEREABOUTS_{name.upper()}": value for name, value in environment.items()}
    settings = from_environment({"WHEREABOUTS_HOME": str(home), **environ})
    record = open_record(
        f"sqlite:///{home / 'record.db'}",
        originals=home / "originals",
        secret=SCRIBE.secret,
        kind="sample",
    )
    for described in story.descriptions:  # a story's document holds its own title
        record.keep((described.title or "").encode())
    record.append(as_batch(story))
    workspace = Served(
        settings=settings,
        record=record,
        scribe=SCRIBE,
        current=Current(record, Reader(clearance=clearance)),
    )
    app = create_app(workspace, intake_with=intake)
    try:
        with TestClient(app, base_url=BASE, follow_redirects=False) as client:
            yield SimpleNamespace(client=client, workspace=workspace, app=app)
    finally:
        record.close()


def as_batch(story: Story) -> Batch:
    """Everything of a story, to be appended."""
    evidence = story.evidence()
    return Batch(
        documents=tuple(evidence.documents.values()),
        descriptions=evidence.descriptions,
        texts=tuple(evidence.texts.values()),
        subjects=tuple(evidence.subjects.values()),
        claims=tuple(evidence.claims.values()),
        readings=evidence.readings,
        judgements=evidence.judgements,
        decisions=evidence.decisions,
    )


def two_prisoners() -> Story:
    """Two invented people at three facilities: a route, a co-detention, a contradiction, an end."""
    story = Story()
    listed = story.document(
        "list of facilities", source_type="academic", language="en", invented=True
    )
    g120, tag, ik = (
        story.mention(listed, Kind.FACILITY, name)
        for name in ("Volnovakha Colony No. 120", "Taganrog SIZO-2", "Mordovia IK-10")
    )
    d1 = story.document("testimony", Clearance.RESTRICTED, language="en")
    hai, s2, s3 = (
        story.mention(d1, kind, name)
        for kind, name in (
            (Kind.PERSON, "Oles Hai"),
            (Kind.FACILITY, "Volnovakha Colony No. 120"),
            (Kind.FACILITY, "Taganrog SIZO-2"),
        )
    )
    story.say(d1, None, "moved", who=hai, from_=s2, to=s3, when="[2022-05-21..2022-05-31]")
    d2 = story.document("official list", source_type="ua_official_list", language="uk")
    again, s5, s6, other = (
        story.mention(d2, kind, name)
        for kind, name in (
            (Kind.PERSON, "Гай Олесь"),
            (Kind.FACILITY, "СИЗО-2 Таганрог"),
            (Kind.FACILITY, "ИК-10"),
            (Kind.PERSON, "Вербицький Данило"),
        )
    )
    story.say(d2, None, "held_at", who=again, at=s5, when="2022-06-10", told=Told.OFFICIAL)
    story.say(d2, None, "moved", who=again, from_=s5, to=s6, when="2023-10")
    story.say(d2, None, "held_at", who=again, at=s6, when="2024-02-01/2024-12-30")
    story.say(d2, None, "exchanged", who=again, when="2024-12-30")
    story.say(d2, None, "held_at", who=other, at=s6, when="2024-01-15/2024-12-30")
    story.say(d2, None, "moved", who=other, from_=s5, to=s6, when="2023-12")
    story.say(d2, ik, "capacity", value="850")
    story.say(listed, ik, "capacity", value="1525")
    for mention, facility in ((s2, g120), (s3, tag), (s5, tag), (s6, ik)):
        story.judge(mention, facility, Verdict.SAME, by_person=False)
    story.judge(hai, again)
    return story


def ids(client: TestClient) -> SimpleNamespace:
    """Outward ids of the story by a short name."""
    people = client.get("/api/v1/people").json()["entities"]
    facilities = client.get("/api/v1/facilities").json()["entities"]
    documents = client.get("/api/v1/documents").json()["documents"]
    known = {e["label"]: e["id"] for e in (*people, *facilities, *documents)}
    return SimpleNamespace(
        hai=known.get("Oles Hai", known.get("Гай Олесь")),
        other=known["Вербицький Данило"],
        olenivka=known["Volnovakha Colony No. 120"],
        taganrog=known["Taganrog SIZO-2"],
        mordovia=known["Mordovia IK-10"],
        testimony=known.get("testimony"),
        official=known["official list"],
    )


def _exchange(client: TestClient) -> str:
    """A claim that may be corrected on a page."""
    events = client.get("/api/v1/events?type=exchanged").json()["events"]
    return str(events[0]["event"]["support"]["claims"][0])


def addresses(client: TestClient) -> dict[str, str]:
    """One address of every page, after the language."""
    i = ids(client)
    claim = client.get(f"/api/v1/people/{i.hai}").json()["sources"][0]["claim"]
    return {
        "home": "",
        "search": "search?q=SIZO-2",
        "person": f"people/{i.hai}",
        "facility": f"facilities/{i.taganrog}",
        "moved with": f"moved-with/{i.hai}",
        "travelled": f"paths?mode=travelled&from={i.taganrog}&to={i.mordovia}",
        "reachable": f"paths?mode=reachable&from={i.olenivka}&to={i.mordovia}",
        "itinerary": f"paths?mode=itinerary&person={i.hai}",
        "no path": f"paths?mode=travelled&from={i.mordovia}&to={i.olenivka}",
        "held together": f"codetention?person={i.hai}",
        "held together at": f"codetention?facility={i.mordovia}",
        "relation": f"relation?one={i.hai}&other={i.other}",
        "summary of a person": f"summary?about={i.hai}",
        "summary of a facility": f"summary?about={i.taganrog}",
        "summary of a relation": f"summary?about={i.hai}&other={i.other}",
        "network": "network",
        "around": f"network?around={i.hai}",
        "flows": "flows",
        "events": "events",
        "contradictions": "contradictions",
        "documents": "documents",
        "acts": "acts",
        "document": f"documents/{i.official}",
        "claim": f"claims/{claim}",
        "add a claim": f"documents/{i.official}/claims?says=moved&passage={_exchange(client)}",
        "correct a claim": f"claims/{_exchange(client)}/correct",
        "method": "method",
    }


def api_addresses(client: TestClient) -> list[str]:
    """One address of every answer of the API."""
    i = ids(client)
    claim = client.get(f"/api/v1/people/{i.hai}").json()["sources"][0]["claim"]
    asked = [
        "search?q=SIZO-2",
        "search?q=Hai",
        "people",
        "facilities",
        f"people/{i.hai}",
        f"facilities/{i.mordovia}",
        f"facilities/{i.mordovia}?since=2024&until=2024-03",
        f"paths?mode=travelled&from={i.taganrog}&to={i.mordovia}",
        f"paths?mode=reachable&from={i.olenivka}&to={i.mordovia}",
        f"paths?mode=itinerary&person={i.hai}",
        f"codetention?person={i.hai}",
        f"codetention?facility={i.mordovia}",
        f"moved-with?person={i.hai}",
        "events",
        f"relation?one={i.hai}&other={i.other}",
        "flows",
        "contradictions",
        "acts",
        f"summary?about={i.hai}",
        f"summary?about={i.hai}&lang=uk",
        "documents",
        f"documents/{i.official}",
        f"claims/{claim}",
    ]
    exports = [f"export/network.{form}" for form in ("gexf", "graphml", "csv")]
    return [f"/api/v1/{a}" for a in (*asked, *exports)]
