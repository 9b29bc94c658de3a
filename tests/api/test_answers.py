"""Answers over HTTP: what they hold, as JSON and as tables."""

import csv
import io
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from api.tables import safe_cell
from tests.api.served import api_addresses, ids


@pytest.fixture
def client(home: SimpleNamespace) -> TestClient:
    return home.client


def test_a_person_comes_with_stays_steps_and_sources(client: TestClient):
    answer = client.get(f"/api/v1/people/{ids(client).hai}").json()
    stays = [(s["at"]["label"], s["kind"]) for s in answer["itinerary"]["stays"]]
    assert stays[0] == ("Volnovakha Colony No. 120", "implied")
    assert ("Mordovia IK-10", "attested") in stays
    assert answer["last"][0]["days"] == {"earliest": "2024-12-30", "latest": "2024-12-30"}
    assert [e["type"] for e in answer["events"]] == ["exchanged"]
    cited = {c for s in answer["itinerary"]["stays"] for c in s["support"]["claims"]}
    assert cited <= {s["claim"] for s in answer["sources"]}


def test_open_sides_are_null_and_never_a_date(client: TestClient):
    answer = client.get(f"/api/v1/people/{ids(client).hai}").json()
    first = answer["itinerary"]["stays"][0]
    assert first["start"]["earliest"] is None
    assert first["end"] == {"earliest": "2022-05-21", "latest": "2022-05-31"}


def test_every_claim_named_anywhere_is_among_the_sources_and_resolves(client: TestClient):
    for address in api_addresses(client):
        answer = client.get(address)
        if "/export/" in address or "sources" not in answer.json():
            continue
        body = answer.json()
        known = {s["claim"] for s in body["sources"]}
        assert _claims(body) <= known, address
        for claim in known:
            assert client.get(f"/api/v1/claims/{claim}").status_code == 200


def test_the_three_modes_of_paths_answer_differently(client: TestClient):
    i = ids(client)
    same = client.get(f"/api/v1/paths?mode=travelled&from={i.taganrog}&to={i.mordovia}").json()
    assert {t["person"]["id"] for t in same["travellers"]} == {i.hai, i.other}
    others = client.get(f"/api/v1/paths?mode=reachable&from={i.olenivka}&to={i.mordovia}").json()
    assert [f["label"] for f in others["routes"][0]["facilities"]] == [
        "Volnovakha Colony No. 120",
        "Taganrog SIZO-2",
        "Mordovia IK-10",
    ]
    own = client.get(f"/api/v1/paths?mode=itinerary&person={i.hai}").json()
    assert own["person"]["id"] == i.hai


def test_a_window_narrows_who_was_there(client: TestClient):
    i = ids(client)
    all_time = client.get(f"/api/v1/facilities/{i.mordovia}").json()
    early = client.get(f"/api/v1/facilities/{i.mordovia}?until=2023-12").json()
    assert {o["who"]["id"] for o in all_time["occupants"]} == {i.hai, i.other}
    assert early["terms"]["window"] == {"earliest": None, "latest": "2023-12-31"}
    certainly = [o for o in early["occupants"] if o["certainty"] == "certain"]
    assert len(certainly) < len(all_time["occupants"])


def test_who_was_held_together_counts_days_between_two_bounds(client: TestClient):
    i = ids(client)
    (pair,) = client.get(f"/api/v1/codetention?person={i.hai}").json()["pairs"]
    assert pair["other"]["id"] == i.other
    assert pair["certainty"] == "certain"
    assert pair["days"]["least"] == 334


def test_the_number_of_pairs_is_told_whatever_the_limit(client: TestClient):
    i = ids(client)
    answer = client.get(f"/api/v1/codetention?facility={i.mordovia}&limit=1")
    assert (len(answer.json()["pairs"]), answer.json()["in_all"]) == (1, 1)
    assert answer.headers["Pairs-In-All"] == "1"
    assert client.get(f"/api/v1/codetention?facility={i.mordovia}&limit=0").status_code == 422


def test_every_answer_is_also_a_table_with_the_same_number_of_rows(client: TestClient):
    i = ids(client)
    expected = {
        f"people/{i.hai}": len(client.get(f"/api/v1/people/{i.hai}").json()["itinerary"]["stays"]),
        f"codetention?person={i.hai}": 1,
        "documents": 3,
        "facilities": 3,
    }
    for address, rows in expected.items():
        joint = "&" if "?" in address else "?"
        by_query = client.get(f"/api/v1/{address}{joint}format=csv")
        by_header = client.get(f"/api/v1/{address}", headers={"accept": "text/csv"})
        assert by_query.text == by_header.text
        assert by_query.headers["content-type"].startswith("text/csv")
        assert len(list(csv.DictReader(io.StringIO(by_query.text)))) == rows, address


def test_rows_of_a_route_carry_who_and_each_hop(client: TestClient):
    i = ids(client)
    address = f"/api/v1/paths?mode=travelled&from={i.taganrog}&to={i.mordovia}&format=csv"
    rows = list(csv.DictReader(io.StringIO(client.get(address).text)))
    assert {r["travellers.person.id"] for r in rows} == {i.hai, i.other}
    assert all(r["steps.destination.label"] for r in rows)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋"])
def test_no_cell_is_a_formula(begin: str):
    assert safe_cell(f"{begin}1+1") == f"'{begin}1+1"
    assert safe_cell("1+1") == "1+1"


def test_a_number_alone_yields_candidates(client: TestClient):
    found = client.get("/api/v1/search?q=SIZO-2").json()["candidates"]
    assert [c["exact"] for c in found] == [False]


def test_the_summary_is_worded_in_three_languages_with_the_same_claims(client: TestClient):
    i = ids(client)
    said = {
        lang: client.get(f"/api/v1/summary?about={i.hai}&lang={lang}").json()
        for lang in ("en", "uk", "ru")
    }
    claims = [[s["support"]["claims"] for s in answer["sentences"]] for answer in said.values()]
    assert claims[0] == claims[1] == claims[2]
    assert all(all(c) for c in claims)
    words = [tuple(s["words"] for s in answer["sentences"]) for answer in said.values()]
    assert len(set(words)) == 3


def _claims(value: object, key: str = "") -> set[str]:
    if isinstance(value, dict):
        return {c for k, v in value.items() if k != "sources" for c in _claims(v, k)}
    if isinstance(value, list):
        named = {v for v in value if isinstance(v, str) and key in {"claims", "one", "other"}}
        return named | {c for v in value if not isinstance(v, str) for c in _claims(v, key)}
    return set()
