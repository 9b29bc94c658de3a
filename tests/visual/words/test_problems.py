"""What a person reads when something could not be done."""

import inspect
from dataclasses import dataclass, fields

import pytest

import graph.errors
from graph.errors import InvalidValue, NotFound, StoreMute, WhereaboutsError
from visual.words.problems import problem

KINDS = [
    kind
    for _, kind in inspect.getmembers(graph.errors, inspect.isclass)
    if issubclass(kind, WhereaboutsError)
]


@pytest.mark.parametrize("code", ["en", "uk", "ru"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_each_error_is_told_with_its_fields(kind: type, code: str) -> None:
    has_fields = "__dataclass_fields__" in vars(kind) and fields(kind)
    given = {f.name: f"[{f.name}]" for f in fields(kind)} if has_fields else {}
    title, advice = problem(kind(**given), code)
    assert title
    assert advice
    assert "{" not in title + advice


def test_numbers_that_name_something_are_not_grouped() -> None:
    title, _ = problem(StoreMute(root="graph", pid=12345), "ru")
    assert "12345" in title


def test_what_to_do_next_is_said_in_the_language_asked_for() -> None:
    error = InvalidValue(field="clearance", value="secret", expected="public, restricted")
    assert problem(error, "en") == (
        "clearance cannot be “secret”.",
        "Expected: public, restricted.",
    )
    assert problem(error, "uk")[1] == "Очікується: public, restricted."


def test_an_error_of_another_part_has_the_words_of_the_kind_above_it() -> None:
    @dataclass(eq=False)
    class NoSuchSpelling(NotFound):
        """A kind that has no words of its own."""

    told = problem(NoSuchSpelling(kind="name", wanted="Гай"), "en")
    assert told == problem(NotFound(kind="name", wanted="Гай"), "en")
