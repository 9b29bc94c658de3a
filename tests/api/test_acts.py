"""What people decide over HTTP changes what is known, and is undone by another act."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.api.served import BASE, ids, served, two_prisoners

FORM = {"origin": BASE, "sec-fetch-site": "same-origin"}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[SimpleNamespace]:
    with served(two_prisoners(), tmp_path) as running:
        yield running


def exchanges(own: SimpleNamespace) -> list[str]:
    events = own.client.get("/api/v1/events?type=exchanged").json()["events"]
    return [e["event"]["support"]["claims"][0] for e in events]


def test_a_rejected_claim_counts_no_longer_until_that_is_undone(own: SimpleNamespace):
    (claim,) = exchanges(own)
    made = own.client.post(f"/api/v1/claims/{claim}/reject", json={"why": "it does not say so"})
    assert made.status_code == 201
    assert exchanges(own) == []
    undone = own.client.post(f"/api/v1/acts/{made.json()['id']}/withdraw", json={"why": "it does"})
    assert undone.status_code == 201
    assert exchanges(own) == [claim]


def test_a_rejected_claim_can_be_accepted_after_all(own: SimpleNamespace):
    (claim,) = exchanges(own)
    own.client.post(f"/api/v1/claims/{claim}/reject", json={"why": "it does not say so"})
    accepted = own.client.post(f"/api/v1/claims/{claim}/accept", json={"why": "it does"})
    assert accepted.status_code == 201
    assert exchanges(own) == [claim]


def test_a_form_rejects_and_leads_to_where_it_is_undone(own: SimpleNamespace):
    (claim,) = exchanges(own)
    sent = own.client.post(f"/uk/claims/{claim}/reject", data={"why": "ні"}, headers=FORM)
    assert sent.status_code == 303
    assert exchanges(own) == []
    page = own.client.get(sent.headers["location"])
    assert page.status_code == 200
    back = own.client.post(f"{sent.headers['location']}/withdraw", data={"why": "так"})
    assert back.status_code == 303
    assert exchanges(own) == [claim]


def test_accepting_leaves_the_claim_where_it_is(own: SimpleNamespace):
    (claim,) = exchanges(own)
    accepted = own.client.post(f"/api/v1/claims/{claim}/accept", json={"why": "read"})
    assert accepted.json()["act"] == "accept"
    assert exchanges(own) == [claim]


def test_a_retracted_document_is_without_effect(own: SimpleNamespace):
    official = ids(own.client).official
    own.client.post(f"/api/v1/documents/{official}/retract", json={"why": "forged"})
    assert exchanges(own) == []


def test_two_entities_judged_the_same_are_one(own: SimpleNamespace):
    i = ids(own.client)
    body = {"a": i.hai, "b": i.other, "verdict": "same", "why": "for the test"}
    assert own.client.post("/api/v1/judgements", json=body).status_code == 201
    assert len(own.client.get("/api/v1/people").json()["entities"]) == 1
    assert own.client.get(f"/api/v1/people/{i.other}").status_code == 200


def test_who_was_joined_is_parted_by_the_ids_of_before(own: SimpleNamespace):
    i = ids(own.client)
    body = {"a": i.hai, "b": i.other, "verdict": "same", "why": "for the test"}
    own.client.post("/api/v1/judgements", json=body)
    assert people(own) == 1
    now = own.client.get("/api/v1/people").json()["entities"][0]["id"]
    twice = own.client.post("/api/v1/judgements", json={**body, "a": now, "b": now})
    assert (twice.status_code, twice.json()["type"]) == (409, "/api/v1/problems#already-one")
    apart = {**body, "verdict": "different", "why": "they met"}
    assert own.client.post("/api/v1/judgements", json=apart).status_code == 201
    assert people(own) == 2


def people(own: SimpleNamespace) -> int:
    return len(own.client.get("/api/v1/people").json()["entities"])


def test_a_form_joins_two_people_by_name_and_the_page_of_the_act_parts_them(own: SimpleNamespace):
    i = ids(own.client)
    assert 'action="/uk/judgements"' in own.client.get(f"/uk/people/{i.hai}").text
    said = {"a": i.hai, "b": "Вербицький Данило", "verdict": "same", "why": "одна людина"}
    sent = own.client.post("/uk/judgements", data=said, headers=FORM)
    assert (sent.status_code, people(own)) == (303, 1)
    assert (
        f'action="{sent.headers["location"]}/withdraw"'
        in own.client.get(sent.headers["location"]).text
    )
    own.client.post(f"{sent.headers['location']}/withdraw", data={"why": "дві"}, headers=FORM)
    assert people(own) == 2


def test_a_form_takes_an_id_and_holds_apart(own: SimpleNamespace):
    i = ids(own.client)
    said = {"a": i.hai, "b": i.other, "verdict": "different", "why": "they met"}
    assert own.client.post("/en/judgements", data=said, headers=FORM).status_code == 303
    joined = own.client.post("/en/judgements", data={**said, "verdict": "same"}, headers=FORM)
    assert (joined.status_code, people(own)) == (303, 1)


def test_a_name_that_several_bear_or_none_is_asked_about_and_writes_nothing(own: SimpleNamespace):
    i = ids(own.client)
    head = own.workspace.record.head()
    said = {"a": i.taganrog, "verdict": "same", "why": "one place"}
    several = own.client.post("/en/judgements", data={**said, "b": "IK-10"}, headers=FORM)
    assert f'name="b" value="{i.mordovia}"' in several.text
    assert 'name="why" value="one place"' in several.text
    none = own.client.post("/en/judgements", data={**said, "b": "Nowhere at all"}, headers=FORM)
    assert none.status_code == 200
    assert 'name="a" value="' + i.taganrog in none.text
    unknown = own.client.post("/en/judgements", data={**said, "a": "x", "b": "y"}, headers=FORM)
    assert unknown.status_code == 404
    odd = own.client.post(
        "/en/judgements", data={**said, "b": i.mordovia, "verdict": "perhaps"}, headers=FORM
    )
    assert odd.status_code == 422
    foreign = {"origin": "http://evil.example", "sec-fetch-site": "cross-site"}
    refused = own.client.post("/en/judgements", data={**said, "b": i.mordovia}, headers=foreign)
    assert refused.status_code == 403
    assert own.workspace.record.head() == head


def test_what_is_held_apart_is_not_joined_by_another_mention(own: SimpleNamespace):
    i = ids(own.client)
    known = own.workspace.knowledge()
    outward = own.workspace.outward(known)
    (entity,) = (e for e in known.entities.values() if outward(e.id) == i.hai)
    first, second = (outward(s) for s in entity.subjects)
    apart = {"a": first, "b": i.other, "verdict": "different", "why": "they met"}
    assert own.client.post("/api/v1/judgements", json=apart).status_code == 201
    one = {"a": second, "b": i.other, "verdict": "same", "why": "one name"}
    refused = own.client.post("/api/v1/judgements", json=one)
    assert refused.status_code == 409
    assert "withdraw" in refused.json()["detail"]
    assert len(own.client.get("/api/v1/people").json()["entities"]) == 2


@pytest.mark.parametrize(
    ("address", "body", "status"),
    [
        ("/api/v1/claims/unknown/reject", {"why": "x"}, 404),
        ("/api/v1/acts/unknown/withdraw", {"why": "x"}, 404),
        ("/api/v1/documents/unknown/retract", {"why": "x"}, 404),
        ("/api/v1/claims/{claim}/reject", {"why": " "}, 422),
        ("/api/v1/claims/{claim}/reject", {}, 422),
        ("/api/v1/judgements", {"a": "x", "b": "y", "verdict": "maybe", "why": "x"}, 422),
    ],
)
def test_a_refused_act_writes_nothing(
    own: SimpleNamespace, address: str, body: dict[str, str], status: int
):
    (claim,) = exchanges(own)
    before = own.workspace.record.head()
    assert own.client.post(address.format(claim=claim), json=body).status_code == status
    assert own.workspace.record.head() == before
