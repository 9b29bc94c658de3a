"""The file to take along: each script is named by its hash, no tag refers to another host."""

import base64
import hashlib
import re
from datetime import UTC, datetime

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.edtf import parse_edtf
from tests.api.served import two_prisoners
from tests.graph.fold.story import Story
from visual.network import OutsideReference, to_html, vis_network_file
from visual.network_words import NetworkWords
from visual.shown import Shown
from visual.view import people_view

VIS_NETWORK = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


def uid(inner: str) -> str:
    return hashlib.sha256(f"test {inner}".encode()).hexdigest()[:24]


def written(story: Story) -> str:
    known = story.read_by(Clearance.RESTRICTED)
    shown = Shown(knowledge=known, uid=uid, text=story.texts.__getitem__, lang="uk")
    view = people_view(known, uid, each_move=True)
    return to_html(view, NetworkWords(shown=shown, view=view))


def scripts(html: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", html, re.DOTALL)


def test_the_policy_lists_the_hash_of_every_script_and_nothing_else():
    html = written(two_prisoners())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    named = re.findall(r"sha256-([A-Za-z0-9+/=]+)", policy)
    made = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts(html)]
    assert named == made
    assert len(made) == 2
    assert "default-src &#39;none&#39;" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]


def test_the_library_is_the_one_that_was_looked_at():
    assert hashlib.sha256(vis_network_file().read_bytes()).hexdigest() == VIS_NETWORK


def test_each_tie_stands_in_the_table_with_its_passages():
    html = written(two_prisoners())
    rows = html.split("<tbody>")[1].split("</tbody>")[0].split("<tr>")[1:]
    assert len(rows) == len(
        people_view(two_prisoners().read_by(Clearance.RESTRICTED), uid, each_move=True).edges
    )
    assert all("<blockquote" in row for row in rows)


def test_the_file_is_dated_by_its_sources_and_not_by_the_day_it_was_made():
    story = two_prisoners()
    story.document("news", published=parse_edtf("2025-03-04"))
    html = written(story)
    assert html == written(story)
    assert "4 березня 2025" in html
    assert datetime.now(UTC).date().isoformat() not in html


def test_hostile_names_stay_words():
    story = two_prisoners()
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    text = story.document(hostile, language="en")
    who = story.mention(text, Kind.PERSON, hostile)
    at = story.mention(text, Kind.FACILITY, f"{hostile}//")
    story.say(text, None, "held_at", who=who, at=at, when="2022")
    html = written(story)
    assert len(scripts(html)) == 2
    assert "<img" not in html
    assert "<script>alert" not in html


def test_a_reference_to_another_host_is_never_handed_out(monkeypatch: pytest.MonkeyPatch):
    from visual import network

    page = network.environment().from_string('<img src="https://example.org/x.png">')
    monkeypatch.setattr(network, "environment", lambda: _Always(page))
    with pytest.raises(OutsideReference):
        written(two_prisoners())


class _Always:
    def __init__(self, page: object) -> None:
        self._page = page

    def get_template(self, _: str) -> object:
        return self._page
