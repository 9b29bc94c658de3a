"""Pages: each in three languages, every note leads to its passage, nothing inner leaves."""

import re
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from tests.api.served import addresses, api_addresses, ids


@pytest.fixture
def client(home: SimpleNamespace) -> TestClient:
    return home.client


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_every_page_answers_in_its_language_and_leads_to_itself_in_the_others(
    client: TestClient, language: str
):
    for address in addresses(client).values():
        page = client.get(f"/{language}/{address}")
        assert page.status_code == 200, address
        assert f'<html lang="{language}">' in page.text
        for other in ("en", "uk", "ru"):
            escaped = address.replace("&", "&amp;")
            assert f'href="/{other}/{escaped}"' in page.text, address


def test_pages_in_two_languages_say_the_same_with_other_words(client: TestClient):
    address = addresses(client)["summary of a person"]
    english, ukrainian = (client.get(f"/{lang}/{address}").text for lang in ("en", "uk"))
    assert _notes(english, "en") == _notes(ukrainian, "uk")
    assert re.findall(r"<p>[^<]{40,}", english) != re.findall(r"<p>[^<]{40,}", ukrainian)


def test_every_note_leads_to_a_place_in_its_document(client: TestClient):
    for name, address in addresses(client).items():
        for href in _notes(client.get(f"/en/{address}").text, "en"):
            document, anchor = href.split("#")
            assert f'id="{anchor}"' in client.get(f"/en/{document}").text, (name, href)


def test_every_link_of_every_page_leads_somewhere(client: TestClient):
    links = {
        href.replace("&amp;", "&").split("#")[0]
        for address in addresses(client).values()
        for href in re.findall(r'href="(/[^"]*)"', client.get(f"/en/{address}").text)
    }
    broken = {
        href
        for href in sorted(links)
        if client.get(href).status_code not in {200, 303} and not href.startswith(("/uk", "/ru"))
    }
    graph = {href for href in broken if href.startswith("/api/v1/graph/")}  # no store here
    assert {client.get(href).status_code for href in graph} == {503}
    assert broken - graph == set()
    assert len(links) > 50


def test_nothing_inner_leaves_the_process(home: SimpleNamespace):
    known = home.workspace.knowledge()
    evidence = home.workspace.record.evidence()
    inner = {
        *evidence.documents,
        *evidence.texts,
        *evidence.subjects,
        *evidence.claims,
        *(j.id for j in evidence.judgements),
        *known.stays,
        *known.transfers,
        *known.events,
        *known.contradictions,
        known.snapshot,
    }
    client = home.client
    asked = [f"/en/{a}" for a in addresses(client).values()] + api_addresses(client)
    asked += ["/api/v1/export/network.html?people=true", "/api/v1/export/network.gexf?people=true"]
    for address in asked:
        body = client.get(address).text
        assert not [i for i in inner if i in body], address


def test_a_text_that_may_be_read_whole_is_shown_whole(client: TestClient):
    official = ids(client).official
    whole = client.get(f"/api/v1/documents/{official}").json()["text"]
    page = client.get(f"/en/documents/{official}").text
    shown = re.sub(r"<[^>]*>", "", page.split('<div class="text"')[1].split(">", 1)[1])
    assert shown.startswith(whole)


def test_a_way_is_asked_for_past_one_place_and_not_past_another(client: TestClient):
    i = ids(client)
    asked = f"/en/paths?mode=travelled&from={i.olenivka}&to={i.mordovia}"
    found, barred = client.get(asked), client.get(f"{asked}&avoid={i.taganrog}")
    assert "<article" in found.text
    assert found.text.count("<article") > barred.text.count("<article")
    reach = f"/en/paths?mode=reachable&from={i.olenivka}&to={i.mordovia}"
    assert client.get(f"{reach}&max_hops=1").text.count("chain") < client.get(reach).text.count(
        "chain"
    )


def test_an_unknown_language_is_no_page(client: TestClient):
    assert client.get("/de/method").status_code == 404
    assert client.get("/").headers["location"] == "/en/"


def test_a_name_that_may_mean_several_things_is_shown_to_choose(client: TestClient):
    page = client.get("/en/paths?mode=travelled&from=SIZO-2&to=Mordovia+IK-10")
    assert page.status_code == 303 or "Choose the one that is meant" in page.text


def test_the_banner_says_that_the_people_are_invented(client: TestClient):
    assert "do not exist" in client.get("/en/").text


def _notes(page: str, language: str) -> list[str]:
    return re.findall(rf'class="note" href="/{language}/(documents/[^"]*)"', page)
