"""What a reader may not see changes no byte of any answer."""

from pathlib import Path

import pytest

from graph.claim import Kind
from graph.clearance import Clearance
from graph.judgement import Verdict
from tests.api.served import addresses, api_addresses, served, two_prisoners
from tests.graph.fold.story import Story


def plain() -> Story:
    return two_prisoners()


def hidden_person() -> Story:
    """A confidential document about somebody else at the same places on the same days."""
    story = two_prisoners()
    secret = story.document("sealed notes", Clearance.CONFIDENTIAL, language="ru")
    who = story.mention(secret, Kind.PERSON, "Третій Хтось")
    at = story.mention(secret, Kind.FACILITY, "Taganrog SIZO-2")
    to = story.mention(secret, Kind.FACILITY, "Somewhere Else")
    story.say(secret, None, "held_at", who=who, at=at, when="2022-06-01/2023-01-31")
    story.say(secret, None, "moved", who=who, from_=at, to=to, when="2023-02-01")
    listed = next(s.id for s in story.subjects.values() if _named(story, s.id, "Taganrog SIZO-2"))
    story.judge(at, listed, Verdict.SAME)
    return story


def hidden_corroboration() -> Story:
    """A confidential document that says the same, contradicts, and joins two visible people."""
    story = two_prisoners()
    secret = story.document("intercept", Clearance.CONFIDENTIAL, language="ru")
    hai = next(s.id for s in story.subjects.values() if _named(story, s.id, "Гай Олесь"))
    other = next(s.id for s in story.subjects.values() if _named(story, s.id, "Вербицький Данило"))
    ik = next(s.id for s in story.subjects.values() if _named(story, s.id, "ИК-10"))
    again = story.mention(secret, Kind.PERSON, "Гай")
    there = story.mention(secret, Kind.FACILITY, "ИК-10")
    claim = story.say(secret, None, "held_at", who=again, at=there, when="2024-05-01/2025-05-01")
    story.judge(again, hai)
    story.judge(there, ik)
    story.judge(hai, other, Verdict.DIFFERENT, relies_on=(claim,))
    return story


def _named(story: Story, subject: str, name: str) -> bool:
    return any(
        c.subject == subject and c.property == "name" and c.value == name
        for c in story.claims.values()
    )


@pytest.mark.parametrize("other", [hidden_person, hidden_corroboration])
def test_every_address_gives_the_same_bytes(other, tmp_path: Path):
    with served(plain(), tmp_path / "one") as one, served(other(), tmp_path / "two") as two:
        pages = {f"/{lang}/{a}" for a in addresses(one.client).values() for lang in ("en", "uk")}
        asked = {*pages, *api_addresses(one.client)}
        asked |= {f"{a}{'&' if '?' in a else '?'}format=csv" for a in api_addresses(one.client)}
        asked |= {"/en/search?q=Somewhere", "/api/v1/search?q=Somewhere", "/en/people/unknown"}
        asked |= {"/api/v1/search?q=intercept", "/api/v1/openapi.json", "/api/v1/reference"}
        different = [
            address
            for address in sorted(asked)
            if _seen(one.client, address) != _seen(two.client, address)
        ]
    assert different == []
    assert len(asked) > 90


def test_the_test_sees_a_difference_that_the_reader_may_see(tmp_path: Path):
    with (
        served(plain(), tmp_path / "one", clearance=Clearance.CONFIDENTIAL) as one,
        served(hidden_person(), tmp_path / "two", clearance=Clearance.CONFIDENTIAL) as two,
    ):
        assert _seen(one.client, "/en/") != _seen(two.client, "/en/")


def _seen(client, address: str) -> tuple[int, bytes, tuple[tuple[str, str], ...]]:
    response = client.get(address)
    return response.status_code, response.content, tuple(sorted(response.headers.items()))
