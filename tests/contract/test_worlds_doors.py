"""Ten pairs of worlds through every door: the public gets the same bytes, whatever it asks."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.app import create_app
from api.cli import main
from api.pages import acts, entities, evidence, lists, questions
from api.wiring import Workspace
from graph.clearance import Clearance, Reader
from graph.errors import EmbeddedServerMissing, NotFound
from graph.fold import fold
from graph.identifier import outward_id
from graph.store.bolt import Bolt, open_bolt
from graph.store.dump import dump
from graph.store.projection import Projection
from graph.store.shape import EMPTY
from tests.conftest import missing
from tests.contract import doors, worlds
from tests.contract.doors import LANGUAGES, UNKNOWN, Asked, everything, world
from tests.contract.leaks import LEAKS, Leak
from tests.contract.worlds import DIFFERENCES, HIDDEN, Common, pair
from tests.graph.fold.story import Story

_ASKED = ("entities", "claims", "documents", "transfers", "judgements")  # one of each, everywhere
_PART = re.compile(r"\{\w+\}")
Difference = Callable[[Common], None]
each_difference = pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda d: d.__name__)
# Some hundred answers a world: one pair in the short run, all in the long one.
_SHORT = worlds.hidden_judgement


def different(one: dict[Asked, object], other: dict[Asked, object]) -> list[Asked]:
    """What was answered otherwise, or in one world alone."""
    return sorted(k for k in one.keys() | other.keys() if one.get(k) != other.get(k))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Story], dict[Asked, object]]:
    """All answers of a world without its difference; pairs that share that world share them."""
    known: dict[tuple[str, ...], dict[Asked, object]] = {}

    def answers(story: Story) -> dict[Asked, object]:
        said = tuple(sorted(story.claims))
        if said not in known:
            with world(story, tmp_path_factory.mktemp("plain") / "home") as workspace:
                known[said] = everything(workspace)
        return known[said]

    return answers


@pytest.mark.parametrize(
    "difference",
    [pytest.param(d, marks=() if d is _SHORT else pytest.mark.slow) for d in DIFFERENCES],
    ids=lambda d: d.__name__,
)
def test_every_door_gives_the_public_the_same_bytes(
    difference: Difference, plain: Callable[[Story], dict[Asked, object]], tmp_path: Path
) -> None:
    without, with_it = pair(difference)
    with world(with_it, tmp_path / "home") as workspace:
        seen = everything(workspace)
        assert different(plain(without), seen) == []
        assert_no_hidden_id_opens_anything(workspace)
    statuses = [got[0] for asked, got in seen.items() if asked[0] == "GET"]
    assert statuses.count(200) > 200
    codes = [told[0] for asked, told in seen.items() if asked[0] == "terminal"]
    assert codes.count(0) > 100


def assert_no_hidden_id_opens_anything(workspace: Workspace) -> None:
    """To every door an id of something hidden is what a random one is, in whichever tier."""
    known = workspace.knowledge()
    outward = workspace.outward(known)
    every = hidden(workspace)
    uids = {
        (kind, tier): [outward_id(workspace.scribe.secret, tier, "", inner) for inner in ids]
        for kind, ids in every.items()
        for tier in (Clearance.PUBLIC, HIDDEN)
    }
    for uid in (u for some in uids.values() for u in some):
        with pytest.raises(NotFound):
            outward.inner(uid)
    asked = [uids[kind, Clearance.PUBLIC][0] for kind in _ASKED if kind in every]
    with doors.serving(workspace) as client:
        unknown = doors.by_id(client, UNKNOWN)
        for uid in asked:
            assert doors.by_id(client, uid) == unknown
    ways = (("person",), ("facility",), ("summary",), ("relation", "Taras Bilyk"))
    for way in ways:
        commands = [("ask", *way, uid) for uid in (UNKNOWN, *asked)]
        told = doors.terminal(workspace, commands).items()
        assert len({str(said).replace(key[-1], "ID") for key, said in told}) == 1


def hidden(workspace: Workspace) -> dict[str, list[str]]:
    """Inner ids of what the public may not see, by kind."""
    public, evidence = workspace.knowledge(), workspace.current.evidence()
    cleared = fold(evidence, Reader(clearance=HIDDEN)).knowledge
    found = {
        name: sorted(getattr(cleared, name).keys() - getattr(public, name).keys())
        for name in ("entities", "stays", "transfers", "events", "contradictions", "nexts")
    }
    found |= {
        name: sorted(getattr(evidence, name).keys() - getattr(public.evidence, name).keys())
        for name in ("claims", "subjects", "texts", "documents")
    }
    found["judgements"] = sorted(j.id for j in evidence.judgements)
    found["decisions"] = sorted(d.id for d in evidence.decisions)
    assert found["claims"]
    return {kind: ids for kind, ids in found.items() if ids}


@each_difference
def test_the_cleared_see_the_difference_in_the_graph(
    difference: Difference, tmp_path: Path
) -> None:
    seen = []
    for name, story in zip(("one", "two"), pair(difference), strict=True):
        with world(story, tmp_path / name, clearance=HIDDEN) as workspace:
            seen.append(doors.rows(workspace))
    assert different(*seen)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bolt]:
    """The embedded graph server, started once."""
    try:
        bolt = open_bolt(root=tmp_path_factory.mktemp("store"))
    except EmbeddedServerMissing as error:
        missing(f"the embedded graph server for {error.platform}")
    yield bolt
    bolt.close()


@each_difference
def test_nothing_moves_in_the_store_of_the_public(
    difference: Difference, store: Bolt, tmp_path: Path
) -> None:
    projection = Projection(store)
    projection.prepare()
    projection.update(EMPTY)
    seen = []
    for name, story in zip(("one", "two"), pair(difference), strict=True):
        with world(story, tmp_path / name) as workspace:
            published = publish(workspace, projection)
            seen.append((dump(store), projection.state()))
    assert published == 0  # neither row nor version tells that something came
    assert seen[0] == seen[1]
    assert len(seen[0][0]) > 1_000


def publish(workspace: Workspace, projection: Projection) -> int:
    """Bring the one store up to this world; it stays open for the next."""
    workspace._store = projection
    try:
        return workspace.publish()
    finally:
        workspace._store = None


def test_a_home_opened_by_the_terminal_answers_alike(tmp_path: Path) -> None:
    told = []
    for name, story in zip(("one", "two"), pair(worlds.hidden_transfer), strict=True):
        with world(story, tmp_path / name):
            pass
        runner = CliRunner(env=doors.environment(tmp_path / name))
        asked = (("person", "Ostap Koval"), ("flows",), ("find", "Hidden"), ("person", "Hidden"))
        told.append([runner.invoke(main, ("ask", *words)).output for words in asked])
    assert told[0] == told[1]
    assert "Ostap Koval" in told[0][0]


def test_every_route_that_answers_a_get_was_asked(tmp_path: Path) -> None:
    with world(pair(worlds.hidden_person)[0], tmp_path / "home") as workspace:
        asked = {a.split("?")[0] for a in doors.addresses(workspace, LANGUAGES)}
        paths = create_app(workspace).openapi()["paths"]
    pages = [r for of in (acts, entities, evidence, lists, questions) for r in of.routes]
    ways = {path for path, methods in paths.items() if "get" in methods}
    ways |= {r.path for r in pages if "GET" in r.methods}
    assert len(ways) > 30
    for language in LANGUAGES:
        fits = [re.compile(_PART.sub("[^/]+", way.replace("{lang}", language))) for way in ways]
        assert [f.pattern for f in fits if not any(map(f.fullmatch, asked))] == []


@each_difference
def test_a_verdict_of_the_public_is_answered_alike(difference: Difference, tmp_path: Path) -> None:
    answers = []
    for name, story in zip(("one", "two"), pair(difference), strict=True):
        with world(story, tmp_path / name) as workspace, doors.serving(workspace) as client:
            seen = doors.uids(workspace)
            pairs = [seen["facility"][:2], seen["person"][:2], (seen["person"][0], UNKNOWN)]
            with pytest.MonkeyPatch.context() as patch:  # publishing is tested apart
                patch.setattr(Workspace, "publish", lambda _: 0)
                answers.append([doors.judged(client, *two) for two in pairs])
    assert answers[0] == answers[1]
    assert [status for status, _ in answers[0]] == [201, 201, 404]


@pytest.mark.parametrize(
    ("leak", "difference"),
    [pytest.param(*x, marks=() if x[1] is _SHORT else pytest.mark.slow) for x in LEAKS],
    ids=lambda x: x.__name__,
)
def test_a_planted_leak_is_noticed(
    leak: Leak, difference: Difference, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    leak(monkeypatch)
    seen = []
    for name, story in zip(("one", "two"), pair(difference), strict=True):
        with world(story, tmp_path / name) as workspace:
            seen.append(everything(workspace, languages=("en",)))
    assert different(*seen)
