"""Pages: each in three languages, every note leads to its passage, nothing inner leaves."""

import html
import re
from types import SimpleNamespace
from urllib.parse import parse_qsl

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


def test_what_a_person_is_called_is_a_name_and_no_title(client: TestClient):
    i = ids(client)
    for language, name in (("ru", "имя"), ("uk", "ім’я"), ("en", "name")):
        page = client.get(f"/{language}/people/{i.hai}").text
        assert f'<th scope="row">{name}</th>' in page
    assert '<th scope="row">название</th>' in client.get(f"/ru/facilities/{i.taganrog}").text


def test_an_unknown_language_is_no_page(client: TestClient):
    assert client.get("/de/method").status_code == 404
    assert client.get("/").headers["location"] == "/en/"


def test_a_name_that_may_mean_several_things_is_shown_to_choose(client: TestClient):
    page = client.get("/en/paths?mode=travelled&from=SIZO-2&to=Mordovia+IK-10")
    assert page.status_code == 200
    assert f"from={ids(client).taganrog}&amp;to=Mordovia+IK-10" in page.text.replace("&#39;", "'")


def form_of(page: str) -> dict[str, str]:
    """What the inputs of the form hold."""
    inputs = re.findall(r"<input ([^>]*)>", page.split("<main")[1])
    named = {k: v for k, v in ((_of(i, "name"), _of(i, "value")) for i in inputs) if k}
    return {k: html.unescape(v) for k, v in named.items()}


def _of(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found.group(1) if found else ""


def marked(page: str) -> set[str]:
    """Fields marked as wrong, each with a message of its own."""
    tags = re.findall(r"<input [^>]*aria-invalid[^>]*>", page)
    fields = {_of(tag, "name") for tag in tags}
    assert all(f'id="w-{field}"' in page for field in fields)
    return fields


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ("since=31.02.2022&until=2023", {"since"}),
        ("since=2022&until=yesterday", {"until"}),
        ("since=2024&until=2022", {"until"}),
        ("max_hops=99", {"max_hops"}),
        ("max_hops=many", {"max_hops"}),
        ("via=Nowhere+at+all", {"via"}),
        ("avoid=Nowhere+at+all&since=x", {"avoid", "since"}),
        ("mode=itinerary&person=Nobody+Atall", {"person"}),
    ],
)
def test_a_form_that_cannot_be_asked_keeps_what_was_typed_and_names_the_field(
    client: TestClient, asked: str, wrong: set[str]
):
    i = ids(client)
    for language in ("en", "uk", "ru"):
        page = client.get(f"/{language}/paths?from={i.taganrog}&to={i.mordovia}&{asked}")
        assert page.status_code == 200
        assert marked(page.text) == wrong
        held = form_of(page.text)
        for name, value in parse_qsl(asked):
            if name != "mode":
                assert held[name] == value
        if "itinerary" not in asked:
            assert held["from"]
            assert held["to"]
        assert "<article" not in page.text


def test_one_end_alone_is_asked_for_the_other(client: TestClient):
    page = client.get(f"/en/paths?from={ids(client).taganrog}")
    assert marked(page.text) == {"to"}
    assert marked(client.get("/en/paths").text) == set()


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("mode=itinerary&person=", {"person"}),
        ("mode=itinerary&from=Taganrog&to=&person=", {"person"}),
        ("mode=travelled&from=&to=&person=", {"from", "to"}),
        ("mode=itinerary", set()),  # a link: nothing was sent yet
        ("", set()),
    ],
)
def test_a_form_that_was_sent_empty_names_what_to_fill_in(
    client: TestClient, asked: str, missing: set[str]
):
    assert marked(client.get(f"/en/paths?{asked}").text) == missing


def test_a_way_back_to_where_it_begins_says_so(client: TestClient):
    same = ids(client).taganrog
    page = client.get(f"/en/paths?from={same}&to={same}").text
    assert "both ends are one and the same facility" in page


def test_days_stay_in_the_form_of_who_was_held_together(client: TestClient):
    i = ids(client)
    asked = client.get("/en/codetention?person=Oles+Hai&since=2024&until=2024-06")
    assert asked.status_code == 303
    page = client.get(asked.headers["location"]).text
    assert (form_of(page)["since"], form_of(page)["until"]) == ("2024", "2024-06")
    wrong = client.get(f"/en/codetention?person={i.hai}&since=June").text
    assert marked(wrong) == {"since"}
    assert form_of(wrong)["since"] == "June"
    assert marked(client.get("/uk/events?until=31.02.2022").text) == {"until"}


def test_a_form_says_that_a_name_is_of_another_kind(client: TestClient):
    page = client.get("/en/paths?mode=itinerary&person=Mordovia+IK-10").text
    assert marked(page) == {"person"}
    assert "What is called so is a facility" in page
    assert "fits this name" in client.get("/en/paths?mode=itinerary&person=Nobody+at+all").text


def test_what_ties_two_is_said_in_the_language_of_the_page(client: TestClient):
    i = ids(client)
    for language in ("uk", "ru"):
        page = client.get(f"/{language}/relation?one={i.hai}&other={i.taganrog}").text
        ties = re.findall(r"— ([^—<]*) —", page.split("<main")[1])
        assert len(ties) >= 3
        assert not [tie for tie in ties if re.search("[a-z]", tie)]


def test_summary_and_relation_take_names(client: TestClient):
    i = ids(client)
    about = client.get("/en/summary?about=Oles+Hai")
    assert about.headers["location"] == f"/en/summary?about={i.hai}"
    both = client.get("/uk/relation?one=Oles+Hai&other=Taganrog+SIZO-2")
    assert both.headers["location"] == f"/uk/relation?one={i.hai}&other={i.taganrog}"
    several = client.get("/en/summary?about=SIZO-2")
    assert several.status_code == 200
    assert f'href="/en/summary?about={i.taganrog}"' in several.text
    for asked in ("summary?about=Nobody+Atall", "relation?one=Nobody+Atall&other=Oles+Hai"):
        page = client.get(f"/ru/{asked}")
        assert page.status_code == 200
        assert len(marked(page.text)) == 1
        assert "Nobody Atall" in form_of(page.text).values()
    assert marked(client.get(f"/en/relation?one={i.hai}").text) == {"other"}
    for address in ("/en/summary", "/en/relation"):
        assert client.get(address).status_code == 200


def test_one_hit_that_is_not_exact_is_not_called_several(client: TestClient):
    page = client.get("/en/search?q=SIZO-2").text
    assert "May mean: 1" in page
    assert "Several fit" not in page
    assert "One thing fits, but not exactly" in page


def test_a_page_that_cannot_be_asked_names_the_field(client: TestClient):
    page = client.get("/en/flows?until=31.02.2022")
    assert page.status_code == 422
    assert "<li><strong>Until</strong></li>" in page.text


def test_the_banner_says_that_the_people_are_invented(client: TestClient):
    assert "do not exist" in client.get("/en/").text


def _notes(page: str, language: str) -> list[str]:
    return re.findall(rf'class="note" href="/{language}/(documents/[^"]*)"', page)


def test_the_start_page_asks_nine_questions_and_its_examples_have_answers(client: TestClient):
    for language in ("en", "uk", "ru"):
        asks = client.get(f"/{language}/").text.split('class="grid asks"')[1].split("<h2>")[0]
        links = [html.unescape(a) for a in re.findall(r'href="([^"]*)"', asks)]
        assert len([a for a in links if "=" not in a and "/people/" not in a]) == 9
        examples = [a for a in links if "=" in a or "/people/" in a]
        assert len(examples) == 5
        answers = {a: client.get(a) for a in links}
        assert {answer.status_code for answer in answers.values()} == {200}
        (way,) = (a for a in examples if "/paths?" in a)
        assert "<article" in answers[way].text
        assert all('class="note"' in answers[a].text for a in examples)


def test_the_start_page_and_the_page_of_a_person_count_the_same_documents(client: TestClient):
    start = client.get("/en/").text.split("People with the most documents")[1]
    rows = re.findall(r'<a href="(/en/people/[^"]*)".*?class="number">(\d+)<', start)
    assert len(rows) == 2
    for address, counted in rows:
        facts = client.get(address).text.split("Documents</dt>")[1]
        assert re.search(r">(\d+)<", facts).group(1) == counted
