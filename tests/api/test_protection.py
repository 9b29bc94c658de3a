"""Headers on every response, strangers refused, nothing told by an error."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from api.protection import HEADERS
from graph.errors import InvalidValue
from tests.api.served import BASE, api_addresses, served, two_prisoners


@pytest.fixture
def client(home: SimpleNamespace) -> TestClient:
    return home.client


def test_every_response_carries_every_header(client: TestClient):
    asked = [
        client.get("/"),
        client.get("/en/"),
        client.get("/static/whereabouts.css"),
        client.get("/static/nothing.css"),
        client.get("/api/v1/people/unknown"),
        client.get("/api/v1/paths?mode=nonsense"),
        client.get("/nothing"),
        client.put("/api/v1/people"),
        client.get("/en/", headers={"host": "evil.example"}),
        client.post("/api/v1/judgements", json={}, headers={"origin": "http://evil.example"}),
        client.get("/api/v1/openapi.json"),
        client.get("/api/v1/reference"),
        *(client.get(address) for address in api_addresses(client)),
    ]
    for response in asked:
        for name, value in HEADERS.items():
            assert response.headers.get_list(name) == [value], (response.url, name)
        assert "server" not in response.headers


def test_head_answers_like_get_without_a_body(client: TestClient):
    for address in ("/en/", "/en/documents", "/api/v1/people", "/static/whereabouts.css", "/en/x"):
        asked, got = client.head(address), client.get(address)
        assert asked.status_code == got.status_code, address
        assert asked.content == b""
        assert dict(asked.headers) == dict(got.headers)
    assert client.head("/en/judgements").status_code == 405


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::", "8.8.8.8"])
def test_a_foreign_host_is_refused(client: TestClient, host: str):
    assert client.get("/en/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "[::1]:8000"])
def test_loopback_by_any_of_its_names_is_served(client: TestClient, host: str):
    assert client.get("/en/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_write_from_another_site_is_refused(client: TestClient, headers: dict[str, str]):
    body = {"a": "a", "b": "b", "verdict": "same", "why": "because"}
    assert client.post("/api/v1/judgements", json=body, headers=headers).status_code == 403


def test_a_write_from_our_own_pages_is_looked_at(client: TestClient):
    body = {"a": "a", "b": "b", "verdict": "same", "why": "because"}
    headers = {"origin": BASE, "sec-fetch-site": "same-origin"}
    assert client.post("/api/v1/judgements", json=body, headers=headers).status_code == 404


def test_the_documentation_loads_nothing_from_outside(client: TestClient):
    assert client.get("/docs").status_code == 404
    reference = client.get("/api/v1/reference").text
    assert "//" not in reference.replace("<!doctype", "").split("<body>")[0].split("</title>")[1]
    for path in client.get("/api/v1/openapi.json").json()["paths"]:
        assert path in reference


def test_unknown_and_hidden_are_the_same_bytes(tmp_path: Path, client: TestClient):
    testimony = client.get("/api/v1/documents").json()["documents"]
    hidden = next(d["id"] for d in testimony if d["label"] == "testimony")
    from graph.clearance import Clearance

    with served(two_prisoners(), tmp_path, clearance=Clearance.PUBLIC) as public:
        inner = public.workspace
        uid = _uid_in_tier(inner, "testimony")
        for kind in ("documents", "claims", "people", "facilities"):
            answers = {
                (r.status_code, r.content)
                for r in (public.client.get(f"/api/v1/{kind}/{i}") for i in (hidden, uid, "x"))
            }
            assert len(answers) == 1, kind
            assert answers.pop()[0] == 404


def test_an_error_repeats_nothing_of_the_request(client: TestClient):
    for address in (
        "/api/v1/people/SECRETWORD",
        "/api/v1/paths?mode=SECRETWORD",
        "/api/v1/facilities?format=SECRETWORD",
        "/api/v1/events?since=SECRETWORD",
        "/en/people/SECRETWORD",
        "/SECRETWORD",
    ):
        response = client.get(address)
        assert response.status_code in {404, 422}, address
        body = response.text.replace("/SECRETWORD", "") if "/en/" in address else response.text
        assert "SECRETWORD" not in body, address


def test_problems_say_what_to_do_next(client: TestClient):
    response = client.get("/api/v1/events?since=31.02.2022")
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == 422
    assert "2022-05" in response.json()["detail"]


def test_a_problem_names_the_declared_fields_and_none_of_the_request(client: TestClient):
    assert client.get("/api/v1/summary").json()["fields"] == ["about"]
    body = {"a": "a", "b": "b", "verdict": "never", "SECRETWORD": 1}
    answer = client.post("/api/v1/judgements", json=body)
    assert answer.json()["fields"] == ["verdict", "why"]
    assert "SECRETWORD" not in answer.text
    broken = {"content": b"{SECRETWORD", "headers": {"content-type": "application/json"}}
    answer = client.post("/api/v1/judgements", **broken)
    assert (answer.status_code, "SECRETWORD" in answer.text) == (422, False)


def test_an_address_other_than_loopback_is_refused_at_the_start(tmp_path: Path):
    with (
        pytest.raises(InvalidValue, match="no accounts yet"),
        served(two_prisoners(), tmp_path, host="192.0.2.1"),
    ):
        pass


def _uid_in_tier(workspace: object, title: str) -> str:
    record = workspace.record.evidence()
    document = next(d.document for d in record.descriptions if d.title == title)
    return workspace.outward(workspace.knowledge())(document)
