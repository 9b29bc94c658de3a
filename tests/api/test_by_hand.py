"""Claims by hand over HTTP: word for word, undone with their act, and no way to hidden words."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.decision import Act
from tests.api.served import ids, served, two_prisoners

NOTE = "Petro Zhuk was held at Taganrog SIZO-2 in June 2022"
GUARDED = "It is SaidProtected Person was held at Taganrog SIZO-2"  # [10, 20) names somebody
SAID = {
    "quote": NOTE,
    "says": "held_at",
    "roles": [
        {"role": "who", "kind": "person", "words": "Petro Zhuk"},
        {"role": "at", "kind": "facility", "words": "Taganrog SIZO-2"},
    ],
    "when": "2022-06",
    "why": "no reading found it",
}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[SimpleNamespace]:
    story = two_prisoners()
    story.document(NOTE, language="en")
    guarded = story.document(GUARDED, language="en")
    story.decide(Act.PROTECT, story.mention(guarded, Kind.PERSON, "Protected"), "confidential")
    with served(story, tmp_path, clearance=Clearance.RESTRICTED) as running:
        yield running


def document(own: SimpleNamespace, title: str) -> str:
    listed = own.client.get("/api/v1/documents").json()["documents"]
    return next(d["id"] for d in listed if d["label"] == title)


def zhuk(own: SimpleNamespace) -> list[str]:
    """The last day on which each stay of him may have begun."""
    found = own.client.get("/api/v1/search?q=Petro+Zhuk").json()["candidates"]
    if not found:
        return []
    (uid,) = (c["entity"]["id"] for c in found)
    person = own.client.get(f"/api/v1/people/{uid}").json()
    return [s["stated"][0]["start"]["latest"] for s in person["itinerary"]["stays"]]


def test_a_claim_is_added_corrected_and_both_are_undone(own: SimpleNamespace):
    note = document(own, NOTE)
    for _ in range(2):  # added, undone, and added again: three acts
        added = own.client.post(f"/api/v1/documents/{note}/claims", json=SAID)
        assert (added.status_code, zhuk(own)) == (201, ["2022-06-30"])
        undo = f"/api/v1/acts/{added.json()['id']}/withdraw"
        assert own.client.post(undo, json={"why": "he was not"}).status_code == 201
        assert zhuk(own) == []
    own.client.post(f"/api/v1/documents/{note}/claims", json=SAID)
    claims = own.client.get(f"/api/v1/documents/{note}").json()["claims"]
    wrong = next(c["claim"] for c in claims if c["property"] == "held_at")
    right = {**SAID, "when": "2022-07", "why": "July, not June"}
    made = own.client.post(f"/api/v1/claims/{wrong}/correct", json=right)
    assert (made.json()["act"], zhuk(own)) == ("correct", ["2022-07-31"])
    own.client.post(f"/api/v1/acts/{made.json()['id']}/withdraw", json={"why": "June after all"})
    assert zhuk(own) == ["2022-06-30"]


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"says": "teleported"}, "says", "held_at"),
        ({"roles": [{"role": "where", "kind": "facility", "words": "x"}]}, "role", "who=person"),
        ({"roles": [{"role": "who", "kind": "facility", "words": "x"}]}, "role", "at=facility"),
        ({"details": {"colour": "red"}}, "detail", "article"),
        ({"quote": "He was elsewhere"}, "quote", "stand in the text"),
        ({"roles": [{"role": "who", "kind": "person", "words": "Ivan"}]}, "who", "stand in"),
        ({"why": " "}, "why", "in words"),
        ({"quote": "\0\0\0"}, "quote", "words"),
    ],
)
def test_what_cannot_be_said_is_refused_with_what_can(
    own: SimpleNamespace, change: dict[str, object], field: str, expected: str
):
    head = own.workspace.record.head()
    note = document(own, NOTE)
    answer = own.client.post(f"/api/v1/documents/{note}/claims", json={**SAID, **change})
    assert (answer.status_code, answer.json()["fields"]) == (422, [field])
    assert expected in answer.json()["detail"]
    assert own.workspace.record.head() == head


def test_words_that_the_reader_may_not_see_stand_nowhere(own: SimpleNamespace):
    guarded = document(own, GUARDED)
    own.client.get(f"/api/v1/documents/{guarded}")
    answers = {
        own.client.post(
            f"/api/v1/documents/{guarded}/claims", json={**SAID, "roles": [], "quote": words}
        ).content
        for words in ("SaidProtec", "Protected", "Nobody at all")
    }
    assert len(answers) == 1
    assert b"stand in the text" in answers.pop()
    unknown = own.client.post("/api/v1/documents/unknown/claims", json=SAID)
    claim = own.client.post(f"/api/v1/claims/{ids(own.client).hai}/correct", json=SAID)
    assert (unknown.status_code, claim.status_code) == (404, 404)
