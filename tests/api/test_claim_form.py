"""The form that adds or corrects a claim: errors at their fields, nothing lost, undone by acts."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.claim import Kind, Told
from graph.document import Passage, Text
from tests.api.browser import chromium, listening
from tests.api.served import served, two_prisoners
from tests.graph.fold.story import SCRIBE, Story
from visual.labels import labels

HEARD = "In May 2023 he was moved from Taganrog SIZO-2 to Mordovia IK-10, the cellmate heard"
NOTE = f"Petro Zhuk was held at Taganrog SIZO-2. {HEARD}"


def spoken_of(story: Story, text: Text, kind: Kind, words: str, *, named: bool = True) -> str:
    """A mention where those words stand first as words of their own."""
    at = re.search(rf"\b{words}\b", text.content)
    assert at is not None
    where = Passage(text=text.id, start=at.start(), end=at.end())
    subject = SCRIBE.mention(kind, text.document, where)
    story.subjects[subject.id] = subject
    if named:
        story.say(text, subject.id, "name", value=words, passage=where)
    return subject.id


@pytest.fixture
def own(tmp_path: Path) -> Iterator[SimpleNamespace]:
    """A note in which "he" was joined to Petro Zhuk; its move has the wrong month."""
    story = two_prisoners()
    note = story.document(NOTE, language="en")
    zhuk = spoken_of(story, note, Kind.PERSON, "Petro Zhuk")
    he = spoken_of(story, note, Kind.PERSON, "he", named=False)
    story.judge(zhuk, he, by_person=False)
    origin = spoken_of(story, note, Kind.FACILITY, "Taganrog SIZO-2")
    sentence = spoken_of(story, note, Kind.HAPPENING, HEARD, named=False)
    wrong = story.say(
        note, sentence, "moved", who=he, from_=origin, when="2023-04", told=Told.HEARSAY
    )
    with served(story, tmp_path) as running:
        outward = running.workspace.outward(running.workspace.knowledge())
        running.wrong, running.note = outward(wrong), outward(note.document)
        yield running


def zhuk(own: SimpleNamespace) -> SimpleNamespace | None:
    """His names, and of each move the words of its claims and how they are told."""
    found = own.client.get("/api/v1/search?q=Petro+Zhuk").json()["candidates"]
    if not found:
        return None
    person = own.client.get(f"/api/v1/people/{found[0]['entity']['id']}").json()
    names = {a["value"] for a in person["attributes"] if a["property"] == "name"}
    claims = [own.client.get(f"/api/v1/claims/{s['claim']}").json() for s in person["sources"]]
    moves = [c for c in claims if c["property"] == "moved"]
    return SimpleNamespace(names=names, moves=moves)


def filled(page: str) -> list[tuple[str, str]]:
    """What a browser would send of the form as it stands."""
    form = page.split('method="post"')[1].split("</form>", maxsplit=1)[0]
    sent = []
    for tag, inner in re.findall(r"<(input|select|textarea)([^>]*>[^<]*)", form):
        name = re.search(r'name="([^"]*)"', inner)
        assert name is not None
        if tag == "select":
            rest = form.split(inner, 1)[1].split("</select>")[0]
            options = re.findall(r'value="([^"]*)"( selected)?', rest)
            value = next((v for v, chosen in options if chosen), options[0][0])
            form = form.split(inner, 1)[1]
        elif tag == "textarea":
            value = inner.split(">", 1)[1].removeprefix("\n")
        else:
            value = (re.search(r'value="([^"]*)"', inner) or ["", ""])[1]
        sent.append((name[1], html.unescape(value)))
    return sent


def changed(sent: list[tuple[str, str]], **to: str) -> dict[str, list[str]]:
    """The fields as a client sends them, some with another value."""
    fields: dict[str, list[str]] = {}
    for name, value in sent:
        fields.setdefault(name, []).append(value)
    return {**fields, **{name: [value] for name, value in to.items()}}


def test_a_correction_starts_from_what_the_claim_says_and_keeps_whom_it_means(own: SimpleNamespace):
    address = f"/en/claims/{own.wrong}/correct"
    sent = filled(own.client.get(address).text)
    assert ("quote", HEARD) in sent
    assert ("when", "2023-04") in sent
    assert [v for n, v in sent if n == "words" and v] == ["he", "Taganrog SIZO-2"]
    made = own.client.post(address, data=changed(sent, when="2023-05", why="the text says May"))
    assert made.status_code == 303
    after = zhuk(own)
    assert after is not None
    assert after.names == {"Petro Zhuk"}  # and no "he"
    (move,) = after.moves
    assert move["start"]["latest"] == "2023-05-31"
    assert move["told"] == "hearsay"
    undo = own.client.get(made.headers["location"]).text
    assert f'action="{made.headers["location"]}/withdraw"' in undo
    assert made.headers["location"] in own.client.get("/en/acts").text
    own.client.post(f"{made.headers['location']}/withdraw", data={"why": "April after all"})
    before = zhuk(own)
    assert before is not None
    assert [m["start"]["latest"] for m in before.moves] == ["2023-04-30"]


def test_a_claim_is_added_about_a_passage_that_is_there(own: SimpleNamespace):
    address = f"/uk/documents/{own.note}/claims"
    page = own.client.get(f"{address}?says=moved&passage={own.wrong}").text
    sent = filled(page)
    assert ("quote", HEARD) in sent
    roles = [v for n, v in sent if n == "role"]
    words = ["Mordovia IK-10" if r == "to" else "he" if r == "who" else "" for r in roles]
    data = {**changed(sent, when="2023-05", why="destination too"), "words": words}
    made = own.client.post(address, data=data)
    assert made.status_code == 303
    after = zhuk(own)
    assert after is not None
    assert after.names == {"Petro Zhuk"}
    assert {m["start"]["latest"] for m in after.moves} == {"2023-04-30", "2023-05-31"}


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"quote": "Petro wrote this nowhere"}, "quote"),
        ({"quote": ""}, "quote"),
        ({"why": " "}, "why"),
        ({"when": "31.02.2022"}, "when"),
        ({"when": "2024/2022"}, "when"),
    ],
)
def test_what_cannot_be_recorded_is_told_at_its_field_and_nothing_typed_is_lost(
    own: SimpleNamespace, language: str, change: dict[str, str], field: str
):
    address, head = f"/{language}/documents/{own.note}/claims", own.workspace.record.head()
    sent = filled(own.client.get(f"{address}?says=died").text)
    roles = [v for n, v in sent if n == "role"]
    said = {"quote": "Petro Zhuk was held", "when": "2023-05", "why": "because"}
    data = {**changed(sent, **said), "words": ["Petro" if r == "who" else "" for r in roles]}
    answer = own.client.post(address, data={**data, **change})
    assert answer.status_code == 422
    assert own.workspace.record.head() == head
    assert f'id="w-{field}"' in answer.text
    assert labels(language)["form_unrecorded"] in answer.text
    (tag,) = re.findall(r"<[^>]*aria-invalid[^>]*>", answer.text)
    assert f'name="{field}"' in tag
    held = dict(filled(answer.text))
    for name, value in {**said, **change}.items():
        assert held[name] == value.strip()
    assert "Petro" in [v for n, v in filled(answer.text) if n == "words"]


def test_a_role_whose_words_do_not_stand_in_the_passage_is_marked(own: SimpleNamespace):
    address = f"/en/documents/{own.note}/claims"
    sent = filled(own.client.get(f"{address}?says=held_at").text)
    said = changed(sent, quote="Petro Zhuk was held at Taganrog SIZO-2", why="x")
    roles = [v for n, v in sent if n == "role"]
    words = ["Petro Zhuk" if r == "who" else "Elsewhere" if r == "at" else "" for r in roles]
    page = own.client.post(address, data={**said, "words": words})
    (tag,) = re.findall(r"<[^>]*aria-invalid[^>]*>", page.text)
    assert 'value="Elsewhere"' in tag
    nobody = own.client.post(address, data={**said, "words": [""] * len(roles)})
    assert "Say at least who, or where" in nobody.text


def test_the_form_is_for_what_is_there_and_sent_from_here(own: SimpleNamespace):
    for address in ("claims/unknown/correct", "documents/unknown/claims"):
        assert own.client.get(f"/en/{address}").status_code == 404
        assert own.client.post(f"/en/{address}", data={"says": "died"}).status_code == 404
    address = f"/en/documents/{own.note}/claims"
    assert own.client.get(f"{address}?says=teleported").status_code == 422
    other = own.client.get("/api/v1/events?type=exchanged").json()["events"][0]["event"]
    elsewhere = other["support"]["claims"][0]
    assert own.client.get(f"{address}?passage={elsewhere}").status_code == 404
    strange = own.client.post(address, data={}, headers={"origin": "https://example.org"})
    assert strange.status_code == 403


def test_a_wrong_join_is_parted_by_a_person_and_joined_to_whom_is_meant(own: SimpleNamespace):
    page = own.client.get(f"/en/claims/{own.wrong}").text.split('id="meant"')[1]
    options = re.findall(r'<option value="([^"]*)">([^<]*)<', page)
    ((he, said),) = options  # the facility is joined with nothing
    assert said == "“he”, taken for: Petro Zhuk"
    address = f"/en/claims/{own.wrong}/meant"
    for words, field in (("Nobody Atall", "other"), ("Petro Zhuk", "other"), ("Oles Hai", "why")):
        data = {"subject": he, "other": words, "why": "" if field == "why" else "x"}
        wrong = own.client.post(address, data=data)
        assert wrong.status_code == 422
        assert f'id="w-{field}"' in wrong.text
        assert f'value="{words}"' in wrong.text
    head = own.workspace.record.head()
    made = own.client.post(address, data={"subject": he, "other": "Oles Hai", "why": "it was Hai"})
    assert made.status_code == 303
    assert own.workspace.record.head() == head + 2
    zhuk_after = zhuk(own)
    assert zhuk_after is not None
    assert zhuk_after.moves == []
    claim = own.client.get(f"/api/v1/claims/{own.wrong}").json()
    assert claim["roles"]["who"][0]["label"] == "Oles Hai"
    assert claim["as_told"]["who"] == [he]
    for act in own.client.get("/api/v1/acts").json()["acts"][:2]:
        own.client.post(f"/en/acts/{act['id']}/withdraw", data={"why": "it was Zhuk"})
    again = zhuk(own)
    assert again is not None
    assert len(again.moves) == 1


@pytest.mark.browser
def test_without_scripts_a_claim_is_corrected_and_undone_from_the_list_of_acts(
    own: SimpleNamespace, tmp_path: Path
):
    with (
        listening(own.app) as base,
        chromium(tmp_path / "browser", java_script_enabled=False) as context,
    ):
        page = context.new_page()
        page.goto(f"{base}/en/documents/{own.note}")
        page.get_by_role("link", name="Correct", exact=True).click()
        page.get_by_label("When (").fill("May")
        page.get_by_label("Reason (kept").fill("the text says May")
        page.get_by_role("button", name="Correct").click()
        assert page.get_by_text("No such date.").is_visible()
        assert page.get_by_label("Reason (kept").input_value() == "the text says May"
        page.get_by_label("When (").fill("2023-05")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Recorded").wait_for()
        corrected = zhuk(own)
        page.goto(f"{base}/en/acts")
        page.get_by_role("row", name="the text says May").get_by_role("link", name="Undo").click()
        page.get_by_label("Reason (kept").fill("April after all")
        page.get_by_role("button", name="Undo").click()
        page.get_by_role("heading", name="Recorded").wait_for()
        undone = zhuk(own)
    assert corrected is not None
    assert undone is not None
    assert [m["start"]["latest"] for m in (*corrected.moves, *undone.moves)] == [
        "2023-05-31",
        "2023-04-30",
    ]
