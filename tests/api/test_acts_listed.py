"""What people did is listed with its undoing; acts on hidden evidence leave no trace in it."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.decision import Act
from graph.judgement import Verdict
from tests.api.served import ids, served, two_prisoners
from tests.graph.fold.story import Story
from visual.words.words import language as words_in


@pytest.fixture
def own(tmp_path: Path) -> Iterator[SimpleNamespace]:
    with served(two_prisoners(), tmp_path) as running:
        yield running


def listed(own: SimpleNamespace) -> list[dict[str, object]]:
    return own.client.get("/api/v1/acts").json()["acts"]


def test_each_act_is_listed_with_its_reason_and_leaves_the_list_undone(own: SimpleNamespace):
    i = ids(own.client)
    (before,) = listed(own)  # the story's own judgement
    assert (before["act"], before["by"], before["undone_by"]) == ("same", "an analyst", None)
    assert {a["words"].split(" (")[0] for a in before["about"]} == {"“Oles Hai”", "“Гай Олесь”"}
    said = {"a": i.hai, "b": i.other, "verdict": "different", "why": "they met"}
    apart = own.client.post("/api/v1/judgements", json=said).json()["id"]
    gone = own.client.post(f"/api/v1/documents/{i.official}/retract", json={"why": "forged"})
    first, second, *_ = listed(own)
    assert (first["id"], first["act"], first["why"]) == (gone.json()["id"], "retract", "forged")
    assert (second["id"], second["act"], second["why"]) == (apart, "different", "they met")
    assert first["about"][0]["words"] == "“official list”"
    undone = own.client.post(f"/api/v1/acts/{apart}/withdraw", json={"why": "they did not"})
    newest, _, other, _ = listed(own)
    assert (newest["act"], newest["about"][0]["id"]) == ("withdraw", apart)
    assert (other["id"], other["undone_by"]) == (apart, undone.json()["id"])
    own.client.post(f"/api/v1/acts/{newest['id']}/withdraw", json={"why": "they did"})
    assert {a["id"]: a["undone_by"] for a in listed(own)}[apart] is None


def test_a_rejected_claim_is_told_by_its_words_and_undone_from_the_page(own: SimpleNamespace):
    events = own.client.get("/api/v1/events?type=exchanged").json()["events"]
    (claim,) = (e["event"]["support"]["claims"][0] for e in events)
    made = own.client.post(f"/api/v1/claims/{claim}/reject", json={"why": "it says otherwise"})
    for language, did in (("en", "reject"), ("uk", "відхилити"), ("ru", "отклонить")):
        page = own.client.get(f"/{language}/acts").text.split("<main")[1]
        assert f'<th scope="row">{did}</th>' in page
        assert "it says otherwise" in page
        assert f'href="/{language}/acts/{made.json()["id"]}"' in page
    at = listed(own)[0]["at"]
    for language in ("en", "uk", "ru"):
        page = own.client.get(f"/{language}/acts").text
        assert f'<time datetime="{at}">{words_in(language).moment(at)}</time>' in page
        assert f">{at}" not in page
    own.client.post(f"/en/acts/{made.json()['id']}/withdraw", data={"why": "read again"})
    page = own.client.get("/en/acts").text.split("<main")[1]
    assert ">undone</a>" in page


def test_a_rejected_claim_keeps_its_page_with_who_rejected_it_and_can_be_accepted(
    own: SimpleNamespace,
):
    events = own.client.get("/api/v1/events?type=exchanged").json()["events"]
    (claim,) = (e["event"]["support"]["claims"][0] for e in events)
    made = own.client.post(f"/en/claims/{claim}/reject", data={"why": "it says otherwise"})
    undo = made.headers["location"]
    for language in ("en", "uk", "ru"):
        page = own.client.get(f"/{language}/claims/{claim}")
        assert page.status_code == 200
        assert "it says otherwise" in page.text
        assert undo.replace("/en/", f"/{language}/") in page.text
        assert f'href="/{language}/claims/{claim}"' in own.client.get(f"/{language}/acts").text
    assert "counts no longer" in own.client.get(f"/en/claims/{claim}").text
    own.client.post(f"/en/claims/{claim}/accept", data={"why": "it does say so"})
    assert "counts no longer" not in own.client.get(f"/en/claims/{claim}").text


def test_what_is_undone_is_not_undone_twice(own: SimpleNamespace):
    i = ids(own.client)
    gone = own.client.post(f"/en/documents/{i.official}/retract", data={"why": "forged"})
    undo = f"{gone.headers['location']}/withdraw"
    first = own.client.post(undo, data={"why": "it is genuine"})
    head = own.workspace.record.head()
    again = own.client.post(undo, data={"why": "it is genuine"})
    assert again.headers["location"] == first.headers["location"]
    assert own.workspace.record.head() == head
    assert "<h1>Undone</h1>" in own.client.get(gone.headers["location"]).text
    assert "<h1>Recorded</h1>" in own.client.get(first.headers["location"]).text
    unknown = own.client.get("/en/acts/0123456789abcdef01234567")
    assert "<h1>Recorded</h1>" in unknown.text


def test_the_same_decision_twice_is_one_act_until_another_comes_between(own: SimpleNamespace):
    i = ids(own.client)
    events = own.client.get("/api/v1/events?type=exchanged").json()["events"]
    (claim,) = (e["event"]["support"]["claims"][0] for e in events)

    def decided(act: str, why: str) -> str:
        made = own.client.post(f"/api/v1/claims/{claim}/{act}", json={"why": why})
        return str(made.json()["id"])

    first = decided("accept", "read it")
    head = own.workspace.record.head()
    assert decided("accept", "read it") == first
    assert own.workspace.record.head() == head
    second = decided("accept", "read it again")
    decided("reject", "no")
    third = decided("accept", "read it again")
    assert len({first, second, third}) == 3
    own.client.post(f"/api/v1/acts/{third}/withdraw", json={"why": "wrong"})
    assert decided("accept", "read it again") not in {first, second, third}
    retracted = {
        own.client.post(f"/api/v1/documents/{i.official}/retract", json={"why": "forged"}).text
        for _ in range(2)
    }
    assert len(retracted) == 1


def a_world(*, hidden: bool) -> Story:
    """Acts on what everybody may read; and, in one of the worlds, acts on what few may."""
    story = two_prisoners()
    hai, other = (
        next(c.subject for c in story.claims.values() if c.value == name)
        for name in ("Гай Олесь", "Вербицький Данило")
    )
    story.judge(hai, other, Verdict.UNSURE)
    exchanged = next(c.id for c in story.claims.values() if c.property == "exchanged")
    story.decide(Act.ACCEPT, exchanged)
    if not hidden:
        return story
    secret = story.document("an intercept", Clearance.CONFIDENTIAL, language="ru")
    again = story.mention(secret, Kind.PERSON, "Hidden Somebody")
    claim = story.say(secret, again, "nickname", value="Hidden")
    document = story.texts[secret.id].document
    story.judge(hai, again)
    story.judge(hai, other, Verdict.DIFFERENT, relies_on=(claim,))
    story.decide(Act.REJECT, claim)
    story.decide(Act.CONSENT, again, "publication")
    retracted = story.decide(Act.RETRACT, document)
    story.decide(Act.WITHDRAW, retracted.id)
    lifted = story.decide(Act.CLEARANCE, exchanged, "confidential")
    story.decide(Act.WITHDRAW, lifted.id)
    return story


@pytest.mark.parametrize("clearance", [Clearance.PUBLIC, Clearance.RESTRICTED])
def test_acts_on_hidden_evidence_change_no_byte_of_the_list(tmp_path: Path, clearance: Clearance):
    seen = []
    for hidden in (False, True):
        story = a_world(hidden=hidden)
        with served(story, tmp_path / str(hidden), clearance=clearance) as own:
            pages = [f"/{lang}/acts" for lang in ("en", "uk", "ru")]
            asked = (*pages, "/api/v1/acts", "/api/v1/acts?format=csv")
            seen.append([own.client.get(address).content for address in asked])
            assert len(listed(own)) >= 1
    assert seen[0] == seen[1]


def test_who_may_read_all_sees_every_act(tmp_path: Path):
    with served(a_world(hidden=True), tmp_path, clearance=Clearance.CONFIDENTIAL) as own:
        assert len(listed(own)) == 11
    with served(a_world(hidden=True), tmp_path / "r", clearance=Clearance.RESTRICTED) as own:
        assert [a["act"] for a in listed(own)] == ["accept", "unsure", "same"]


def test_a_protected_person_is_named_in_no_list_below(tmp_path: Path):
    story = two_prisoners()
    hai = next(c.subject for c in story.claims.values() if c.value == "Гай Олесь")
    story.decide(Act.PROTECT, hai, "confidential")
    with served(story, tmp_path) as own:
        assert listed(own) == []
    with served(story, tmp_path / "c", clearance=Clearance.CONFIDENTIAL) as own:
        assert [a["act"] for a in listed(own)] == ["protect", "same"]
