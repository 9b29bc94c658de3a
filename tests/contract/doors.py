"""Everything that one reader can ask of one world, through every door, and what comes back.

The people are invented.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import main
from api.settings import from_environment
from api.wiring import Workspace, open_workspace
from graph.clearance import Clearance
from graph.store.shape import shape
from tests.api.served import BASE, as_batch
from tests.graph.fold.story import Story

SECRET = b"one secret for both of a pair.. "
LANGUAGES = ("en", "uk", "ru")
SHOWN = ("Taras Bilyk", "Ostap Koval", "Taganrog SIZO-2", "Volnovakha Colony No. 120")
HIDDEN_NAMES = (
    *("Andrii Hidden", "call sign Hidden", "Roman Protected", "two hundred men", "Hidden"),
    *("the other Olenivka", "one and the same", "IK-52", "secret"),
)
UNKNOWN = "0123456789abcdef01234567"
Asked = tuple[str, ...]
"""A door and what was asked there."""
Got = tuple[int, list[tuple[str, str]], bytes]
"""Status, headers, body."""


@contextmanager
def world(
    story: Story, home: Path, *, clearance: Clearance = Clearance.PUBLIC
) -> Iterator[Workspace]:
    """A home whose record holds the story, opened for one reader."""
    home.mkdir(mode=0o700)
    (home / "secret").write_bytes(SECRET)
    with open_workspace(from_environment(environment(home, clearance))) as workspace:
        for described in story.descriptions:  # a story's document holds its own title
            workspace.record.keep((described.title or "").encode())
        workspace.record.append(as_batch(story))
        yield workspace


def environment(home: Path, clearance: Clearance = Clearance.PUBLIC) -> dict[str, str]:
    """The settings of a reader at that home."""
    return {"WHEREABOUTS_HOME": str(home), "WHEREABOUTS_CLEARANCE": clearance.word}


def everything(
    workspace: Workspace, *, languages: tuple[str, ...] = LANGUAGES
) -> dict[Asked, object]:
    """What comes back from the terminal, from HTTP and pages, and as rows of the graph."""
    told = terminal(workspace, questions(languages))
    return {**told, **served(workspace, languages), **rows(workspace)}


def rows(workspace: Workspace) -> dict[Asked, object]:
    """The rows that go into the graph store."""
    knowledge = workspace.knowledge()
    made = shape(knowledge, workspace.outward(knowledge))
    return {
        ("graph",): made.snapshot,
        **{
            ("graph", uid): repr(row) for uid, row in (*made.nodes.items(), *made.relations.items())
        },
    }


def terminal(workspace: Workspace, commands: Iterable[Asked]) -> dict[Asked, object]:
    """Exit code, output and error output of each command; none of them ends in a traceback."""
    answers: dict[Asked, object] = {}
    with pytest.MonkeyPatch.context() as patch:
        for module in ("acts", "ask", "export"):  # the home is open already
            patch.setattr(f"api.commands.{module}.opened", lambda *, sample: nullcontext(workspace))
        for command in commands:
            told = CliRunner().invoke(main, command)
            if told.exception is not None and not isinstance(told.exception, SystemExit):
                raise told.exception
            answers["terminal", *command] = (told.exit_code, told.stdout, told.stderr)
    return answers


def questions(languages: tuple[str, ...]) -> Iterator[Asked]:
    """Each command of `ask` as JSON and in words, each form of `export`, and unknown names."""
    bilyk, koval, sizo, colony = SHOWN
    kinds = ("travelled", "reachable")
    asked: list[Asked] = [
        *(("find", name) for name in (*SHOWN, "SIZO-2", *HIDDEN_NAMES)),
        *(("person", name) for name in (bilyk, koval)),
        *(("facility", name) for name in (sizo, colony)),
        ("facility", sizo, "--since", "2022-06-05", "--until", "2022-06-11"),
        *(("path", name, "--mode", "itinerary") for name in (bilyk, koval)),
        *(("path", colony, sizo, "--mode", mode) for mode in kinds),
        *(("path", sizo, colony, "--mode", mode) for mode in kinds),
        ("path", sizo, colony, "--mode", "reachable", "--within", "60", "--certain"),
        ("codetention", bilyk),
        ("codetention", bilyk, koval),
        *(("codetention", "--facility", name) for name in (sizo, colony)),
        *(("moved-with", name) for name in (bilyk, koval)),
        ("events",),
        ("events", "--type", "died"),
        ("events", "--who", koval),
        *(("relation", one, other) for one, other in ((bilyk, koval), (koval, sizo))),
        ("relation", bilyk, colony),
        ("flows",),
        ("flows", "--from", sizo, "--to", colony),
        ("contradictions",),
        ("contradictions", "--about", bilyk),
        *(("summary", name) for name in SHOWN),
        ("summary", bilyk, koval),
    ]
    for number, question in enumerate(asked):  # in words each in one language, in turn
        yield ("ask", *question, "--json")
        yield ("ask", *question, "--language", languages[number % len(languages)])
    for name in (*HIDDEN_NAMES, UNKNOWN):
        yield from (("ask", kind, name) for kind in ("person", "facility", "summary", "moved-with"))
        yield ("ask", "path", name, SHOWN[2])
    for form, more in product(("network", "gexf", "graphml", "csv"), ((), ("--people",))):
        yield ("export", form, *more)
    yield ("acts", "--json")
    yield from (("acts", "--language", language) for language in languages)
    yield ("export", "network", "--around", koval, "--language", "uk")
    yield ("export", "csv", "--people", "--grade", "reported", "--since", "2022-06")
    yield ("export", "csv", "--around", UNKNOWN)


def served(workspace: Workspace, languages: tuple[str, ...]) -> dict[Asked, object]:
    """Status, headers and body of every address."""
    with serving(workspace) as client:
        return {("GET", a): got(client, a) for a in addresses(workspace, languages)}


def serving(workspace: Workspace) -> TestClient:
    """A client of the application on that home."""
    return TestClient(create_app(workspace), base_url=BASE, follow_redirects=False)


def got(client: TestClient, address: str) -> Got:
    """What an address answers; only the date is left out."""
    answer = client.get(address)
    headers = sorted((n, v) for n, v in answer.headers.items() if n != "date")
    return answer.status_code, headers, answer.content


def addresses(workspace: Workspace, languages: tuple[str, ...]) -> Iterator[str]:
    """Every route of API and pages, asked about what this reader sees."""
    seen = uids(workspace)
    api = list(_api(seen))
    yield from (f"/api/v1/{a}" for a in api)
    listed = ("people", "facilities", "events", "flows", "documents", "contradictions", "acts")
    yield from (f"/api/v1/{a}?format=csv" for a in listed)
    yield from ("/", "/api/v1/openapi.json", "/api/v1/reference", "/api/v1/jobs/1", "/nothing")
    for language in languages:
        yield f"/{language}"
        yield from (f"/{language}/{a}" for a in _pages(seen))


def uids(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """Outward ids of what this reader sees, by kind."""
    known = workspace.knowledge()
    outward = workspace.outward(known)
    kinds: dict[str, list[str]] = {"person": [], "facility": [], "group": []}
    for entity in known.entities.values():
        kinds.setdefault(entity.kind.value, []).append(outward(entity.id))
    evidence = known.evidence
    kinds["claim"] = [outward(c) for c in evidence.claims]
    kinds["document"] = [outward(d) for d in evidence.documents]
    kinds["happening"] = [outward(i) for i in (*known.stays, *known.transfers, *known.events)]
    return {kind: tuple(sorted(ids)) for kind, ids in kinds.items()}


def _api(seen: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    people, places = seen["person"], seen["facility"]
    yield from ("people", "facilities", "events", "events?type=died", "flows", "contradictions")
    yield from (f"search?q={name}" for name in (*SHOWN, "SIZO-2", *HIDDEN_NAMES))
    yield from ("documents", "acts")
    for form in ("html", "gexf", "graphml", "csv"):
        yield f"export/network.{form}"
        yield f"export/network.{form}?people=true"
    for uid in (*people, UNKNOWN, *seen["claim"][:1]):
        yield from (f"people/{uid}", f"paths?mode=itinerary&person={uid}")
        yield from (f"codetention?person={uid}", f"moved-with?person={uid}")
    for uid in (*places, UNKNOWN):
        yield from (f"facilities/{uid}", f"codetention?facility={uid}", f"flows?from={uid}")
    for uid in (*people, *places, UNKNOWN):
        yield f"summary?about={uid}"
        yield from (f"graph/{way}?id={uid}" for way in ("node", "neighbourhood", "counts"))
        yield from (f"contradictions?about={uid}", f"events?who={uid}")
    for one, other in product(people + places, repeat=2):
        yield f"relation?one={one}&other={other}"
    for (one, other), mode in product(product(places, repeat=2), ("travelled", "reachable")):
        yield f"paths?mode={mode}&from={one}&to={other}"
    yield from (f"documents/{uid}" for uid in (*seen["document"], UNKNOWN))
    yield from (f"claims/{uid}" for uid in (*seen["claim"], UNKNOWN))


def _pages(seen: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    people, places = seen["person"], seen["facility"]
    yield from ("", "events", "flows", "contradictions", "documents", "acts", "method", "nothing")
    yield from ("network", f"network?around={people[0]}", "jobs/1")
    yield from (f"search?q={name}" for name in ("SIZO-2", *HIDDEN_NAMES[:3]))
    for uid in (*people, UNKNOWN):
        yield from (f"people/{uid}", f"moved-with/{uid}", f"entities/{uid}", f"acts/{uid}")
        yield from (f"paths?mode=itinerary&person={uid}", f"codetention?person={uid}")
    for uid in (*places, UNKNOWN):
        yield from (f"facilities/{uid}", f"codetention?facility={uid}", f"summary?about={uid}")
    yield from (
        f"paths?mode={m}&from={a}&to={b}"
        for m in ("travelled", "reachable")
        for a, b in (places[:2], places[1::-1])
    )
    yield from (f"relation?one={people[0]}&other={uid}" for uid in (*people[1:], *places))
    yield f"summary?about={people[0]}&other={people[-1]}"
    yield from (f"documents/{uid}" for uid in (*seen["document"], UNKNOWN))
    yield from (f"claims/{uid}" for uid in (*seen["claim"][:3], UNKNOWN))


def by_id(client: TestClient, uid: str) -> dict[str, Got]:
    """What each door that takes an id answers to this one, the id itself left out of it."""
    ways = (
        *("people/{}", "facilities/{}", "documents/{}", "claims/{}", "summary?about={}"),
        *("graph/neighbourhood?id={}", "graph/node?id={}", "graph/counts?id={}"),
        *("contradictions?about={}", "events?who={}"),
        *("moved-with?person={}", "codetention?facility={}", "export/network.csv?around={}"),
        *("paths?mode=itinerary&person={}", "relation?one={}&other={}", "jobs/{}"),
    )
    pages = (
        *("people/{}", "facilities/{}", "entities/{}", "moved-with/{}", "documents/{}"),
        *("claims/{}", "acts/{}", "network?around={}", "paths?mode=itinerary&person={}"),
    )
    found = {}
    for way in (*(f"/api/v1/{w}" for w in ways), *(f"/uk/{p}" for p in pages)):
        status, headers, body = got(client, way.replace("{}", uid))
        kept = [(n, v.replace(uid, "ID")) for n, v in headers]
        found[way] = (status, kept, body.replace(uid.encode(), b"ID"))
    return found


def judged(client: TestClient, one: str, other: str) -> tuple[int, object]:
    """What is answered to the verdict that two are the same; the id of the act left out."""
    said = {"a": one, "b": other, "verdict": "same", "why": "for the test"}
    answer = client.post("/api/v1/judgements", json=said, headers={"Origin": BASE})
    return answer.status_code, {k: v for k, v in answer.json().items() if k != "id"}
