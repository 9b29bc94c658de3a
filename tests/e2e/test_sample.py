"""The invented sample from its files to answers, as the public and as a cleared reader see it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient

from api import sample
from api.app import create_app
from api.asked import PEOPLE, Asked, SeveralFit, as_json, as_text
from api.exported import FileForm
from api.settings import from_environment
from api.wiring import Workspace, open_workspace
from graph.claim import Kind
from graph.event import ContradictionType, HopKind
from graph.period import Certainty, iso
from graph.questions.codetention import codetention_of
from graph.questions.events import contradictions, events
from graph.questions.facility import facility
from graph.questions.find import find
from graph.questions.flows import flows
from graph.questions.itinerary import itinerary
from graph.questions.movedwith import moved_with
from graph.questions.person import person
from graph.questions.reachable import reachable
from graph.questions.relation import relation
from graph.questions.summary import summary_of_person
from graph.questions.travelled import travelled
from visual.network import vis_network_file

HREF = re.compile(r'href="(/en/[^"#]*)"')
COLONY, SIZO = "Волноваська виправна колонія № 120", "Taganrog SIZO-2"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    with opened(home, "restricted") as workspace:
        told: list[str] = []
        sample.load(workspace, tell=told.append)
        assert told == []
    return home


def opened(home: Path, clearance: str) -> "Workspace":
    environment = {"WHEREABOUTS_HOME": str(home), "WHEREABOUTS_CLEARANCE": clearance}
    return open_workspace(from_environment(environment), sample=True)


@pytest.fixture(scope="module")
def public(home: Path) -> Iterator[Workspace]:
    with opened(home, "public") as workspace:
        yield workspace


@pytest.fixture(scope="module")
def cleared(home: Path) -> Iterator[Workspace]:
    with opened(home, "restricted") as workspace:
        yield workspace


def asked(workspace: Workspace) -> Asked:
    return Asked(workspace, workspace.knowledge())


def test_loading_twice_is_loading_once(home: Path) -> None:
    with opened(home, "restricted") as workspace:
        head = workspace.record.head()
        sample.load(workspace, tell=print)
        assert workspace.record.head() == head
        assert workspace.record.verify() == ()


def test_who_travelled_from_olenivka_to_taganrog(public: Workspace) -> None:
    ask = asked(public)
    answer = travelled(ask.knowledge, ask.end(COLONY), ask.end(SIZO))
    found = {ask.knowledge.entities[t.person].label: t for t in answer.travellers}
    hai = next(t for name, t in found.items() if "Hai" in name or "Гай" in name)
    assert hai.certainty is Certainty.CERTAIN
    steps = [s for s in hai.routes[0].steps if s.kind is HopKind.ATTESTED]
    assert (iso(steps[0].departure.lo), iso(steps[0].departure.hi)) == ("2022-05-21", "2022-05-31")
    assert len(steps[0].support.lineages) >= 3  # a ledger, a report, his own of "us"
    assert any("Стецюк" in name or "Stetsiuk" in name for name in found)


def names_in(workspace: Workspace) -> set[str]:
    entities = workspace.knowledge().entities.values()
    return {value for entity in entities for value in entity.values("name")}


def test_a_protected_witness_is_nowhere_for_the_public(
    public: Workspace, cleared: Workspace
) -> None:
    hidden = ("Ремез", "Remez")
    assert [n for n in names_in(cleared) if any(h in n for h in hidden)]
    assert not [n for n in names_in(public) if any(h in n for h in hidden)]
    seen, ask = public.knowledge(), asked(public)
    who = ask.entity("Oles Hai", PEOPLE)
    for answer in (
        travelled(seen, ask.end(COLONY), ask.end(SIZO)),
        codetention_of(seen, who),
        summary_of_person(seen, who),
    ):
        for language in ("en", "uk", "ru"):
            assert not [h for h in hidden if h in as_text(public, seen, answer, language)]
        assert not [h for h in hidden if h in as_json(public, seen, answer, "en")]


INNER = re.compile(
    r"(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{64})(?![0-9a-f])"
    r"|\b(?:facility|person|group|organisation|place|happening):[0-9a-f]{8}"
)


def test_no_inner_id_leaves_by_any_door(cleared: Workspace) -> None:
    ask = asked(cleared)
    seen, hai = ask.knowledge, ask.entity("Oles Hai", PEOPLE)
    ends = (ask.end(COLONY), ask.end("Kizel SIZO-3"))
    said: dict[str, str] = {}
    for answer in (
        person(seen, hai),
        facility(seen, ends[0].facilities[0]),
        itinerary(seen, hai),
        travelled(seen, ends[0], ask.end(SIZO)),
        reachable(seen, *ends),
        codetention_of(seen, hai),
        moved_with(seen, hai),
        events(seen),
        contradictions(seen),
        flows(seen),
        relation(seen, hai, ends[0].facilities[0]),
        summary_of_person(seen, hai),
        find(seen, "SIZO-2"),
    ):
        said[f"{type(answer).__name__} json"] = as_json(cleared, seen, answer, "en")
        said[f"{type(answer).__name__} text"] = as_text(cleared, seen, answer, "uk")
    with TestClient(create_app(cleared), base_url="http://127.0.0.1:8000") as client:
        i = {e["label"]: e["id"] for e in client.get("/api/v1/people").json()["entities"]}
        uid = next(u for name, u in i.items() if "Hai" in name or "Гай" in name)
        begun = ["/en/", f"/en/people/{uid}", f"/en/network?around={uid}", "/en/search?q=SIZO-2"]
        begun += [f"/api/v1/{a}" for a in ("people", "facilities", "documents", "flows", "events")]
        begun += [f"/api/v1/graph/neighbourhood?id={uid}", "/api/v1/contradictions"]
        begun += [f"/api/v1/export/network.{f}?people=true" for f in FileForm]
        for address in begun:
            said[address] = client.get(address).text
        for address in sorted({*HREF.findall("".join(said[a] for a in begun[:3]))}):
            said[address] = client.get(address.replace("&amp;", "&")).text
    library = vis_network_file().read_text("utf-8")
    left = {where: INNER.findall(text.replace(library, "")) for where, text in said.items()}
    assert {where: found for where, found in left.items() if found} == {}
    assert len(said) > 60


def test_what_is_reachable_is_never_said_of_a_person(public: Workspace) -> None:
    ask = asked(public)
    ends = (ask.end(COLONY), ask.end("Kizel SIZO-3"))
    assert not travelled(ask.knowledge, *ends).travellers
    assert reachable(ask.knowledge, *ends).routes


def test_a_number_without_a_region_answers_with_candidates(public: Workspace) -> None:
    with pytest.raises(SeveralFit) as several:
        asked(public).entity("SIZO-2", (Kind.FACILITY,))
    assert len(several.value.candidates) > 3


def test_one_source_that_repeats_another_adds_no_lineage(public: Workspace) -> None:
    known = public.knowledge()
    titles = {d.title: d.document for d in known.evidence.descriptions}
    original = next(d for t, d in titles.items() if t and t.startswith("«Тіло прийшло"))
    repeated = next(
        d for t, d in titles.items() if t and t.startswith("Ukrainian school principal")
    )
    both = [
        e.support
        for e in (*known.events.values(), *known.transfers.values(), *known.stays.values())
        if {original, repeated} <= set(e.support.documents)
    ]
    assert both
    assert all(len(s.lineages) < len(s.documents) for s in both)


def test_each_sentence_of_a_summary_is_cited_by_words_that_stand_in_their_document(
    public: Workspace,
) -> None:
    ask = asked(public)
    summary = summary_of_person(ask.knowledge, ask.entity("Oles Hai", PEOPLE))
    assert summary.sentences
    for sentence in summary.sentences:
        assert sentence.support.claims
        for claim in sentence.support.claims:
            passage = ask.knowledge.evidence.claims[claim].passage
            assert public.record.text(passage.text).content[passage.start : passage.end].strip()


def test_the_first_command_tells_a_short_account_and_where_the_rest_is(cleared: Workspace) -> None:
    told: list[str] = []
    sample.show(cleared, tell=told.append)
    lines = "\n".join(told).splitlines()
    assert len(lines) <= 60
    assert not [line for line in lines if len(line) > 100]
    commands = [line for line in lines if "whereabouts ask " in line]
    assert len(commands) == 3
    assert "508 days" in "\n".join(lines)
    assert "I saw Oles Hai being moved" in " ".join("\n".join(lines).split())
    whole: list[str] = []
    sample.show(cleared, tell=whole.append, whole=True)
    assert len("\n".join(whole).splitlines()) > 3 * len(lines)


# By the id in samples/gold/answers.yaml: kind, property, words of the one side and of the other.
PLANNED = {
    "d1": (ContradictionType.TWO_PLACES, None, "throughout June 2023", "=СИЗО-1 Курск"),
    "d2": (ContradictionType.TWO_PLACES, None, "all through November 2023", "с 8 по 12 ноября"),
    "d3": (ContradictionType.DATES_DIFFER, None, "14 October 2024", "19 жовтня 2024"),
    "d4": (ContradictionType.PLACES_DIFFER, "died", "died in Moscow", "изоляторе умерла"),
    "d5": (ContradictionType.TOLD_TWICE, "captured", "5 September 2022", "5 октября 2022"),
    "d6": (ContradictionType.NUMBERS_DIFFER, "capacity", "about 850", "около 1525"),
    "d7": (ContradictionType.NUMBERS_DIFFER, "capacity", "366 мест", "чуть более трёхсот"),
    "d8": (ContradictionType.TWO_HEADS, None, "обіймає посаду", "подписывал исполняющий"),
    "d9": (ContradictionType.AFTER_END, None, "помер у Донецьку", "all through November 2023"),
    "d11": (ContradictionType.TOLD_TWICE, "moved", "Третьего ноября 2022", "4 листопада 2022"),
    "d12": (ContradictionType.DENIED, None, "не поступали", "throughout June 2023"),
}
UNREAD = {"d10"}  # that a prison was emptied: no property says it


@pytest.mark.parametrize("planned", PLANNED)
def test_the_contradictions_that_the_sample_plans_are_found(
    public: Workspace, planned: str
) -> None:
    kind, name, *words = PLANNED[planned]
    known = public.knowledge()

    def said(side: tuple[str, ...]) -> str:
        passages = [known.evidence.claims[c].passage for c in side]
        texts = [public.record.text(p.text).content[p.start : p.end] for p in passages]
        return " ".join(" ".join(texts).split())

    sides = [
        (said(c.one), said(c.other))
        for c in known.contradictions.values()
        if (c.type, c.property) == (kind, name)
    ]
    assert any(
        (words[0] in a and words[1] in b) or (words[1] in a and words[0] in b) for a, b in sides
    )


def test_every_planned_contradiction_is_asked_for() -> None:
    answers = sample.SAMPLE / "gold" / "answers.yaml"
    planned = yaml.safe_load(answers.read_text("utf-8"))["contradictions"]
    assert {p["id"] for p in planned} == PLANNED.keys() | UNREAD
