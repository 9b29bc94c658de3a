"""The terminal and HTTP give one JSON, and the terminal does not load FastAPI for it."""

import json
import subprocess
import sys
from types import SimpleNamespace
from typing import get_args

import pytest

from api.asked import Asked, as_json
from api.asking import asking_about
from api.models.answer import AnyAnswer, model_of
from graph.questions.codetention import codetention_of
from graph.questions.events import contradictions, events
from graph.questions.facility import facility
from graph.questions.find import find
from graph.questions.flows import flows
from graph.questions.itinerary import itinerary
from graph.questions.movedwith import moved_with
from graph.questions.person import person
from graph.questions.reachable import reachable
from graph.questions.relation import relation
from graph.questions.summary import summary_of_person
from graph.questions.travelled import travelled
from tests.api.served import ids


def asked_both_ways(home: SimpleNamespace) -> list[tuple[AnyAnswer, str]]:
    """Each sort of answer, and the address that asks for it."""
    i, known = ids(home.client), home.workspace.knowledge()
    inner = home.workspace.outward(known).inner
    hai, ik = inner(i.hai), inner(i.mordovia)
    ask = Asked(home.workspace, known)
    ends = (ask.end("Volnovakha Colony No. 120"), ask.end("Mordovia IK-10"))
    return [
        (person(known, hai), f"people/{i.hai}"),
        (itinerary(known, hai), f"paths?mode=itinerary&person={i.hai}"),
        (facility(known, ik), f"facilities/{i.mordovia}"),
        (flows(known), "flows"),
        (travelled(known, *ends), f"paths?from={i.olenivka}&to={i.mordovia}"),
        (reachable(known, *ends), f"paths?mode=reachable&from={i.olenivka}&to={i.mordovia}"),
        (codetention_of(known, hai), f"codetention?person={i.hai}"),
        (moved_with(known, hai), f"moved-with?person={i.hai}"),
        (events(known), "events"),
        (contradictions(known), "contradictions"),
        (relation(known, hai, ik), f"relation?one={i.hai}&other={i.mordovia}"),
        (summary_of_person(known, hai), f"summary?about={i.hai}&lang=uk"),
        (find(known, "SIZO-2"), "search?q=SIZO-2"),
    ]


def test_each_answer_is_the_same_at_the_terminal_and_over_http(home: SimpleNamespace) -> None:
    known = home.workspace.knowledge()
    for answer, address in asked_both_ways(home):
        printed = json.loads(as_json(home.workspace, known, answer, "uk"))
        assert printed == home.client.get(f"/api/v1/{address}").json(), address


def test_every_sort_of_answer_has_a_model(home: SimpleNamespace) -> None:
    asked = {type(answer) for answer, _ in asked_both_ways(home)}
    assert asked == {getattr(t, "__origin__", t) for t in get_args(AnyAnswer)}
    asking = asking_about(home.workspace, home.workspace.knowledge())
    with pytest.raises(KeyError):
        model_of("no answer", asking)  # type: ignore[arg-type]


def test_a_terminal_answer_as_json_loads_no_fastapi() -> None:
    code = (
        "import sys, api.models.answer; print('fastapi' in sys.modules, 'pydantic' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["False", "True"]
