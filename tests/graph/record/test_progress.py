import pytest

from graph.errors import NotFound
from graph.intake import IntakeKey, State

KEY = IntakeKey("a" * 64, "plain/1", "f00d")


def test_attempts_are_counted_before_the_work(record):
    assert record.intake_state(KEY) is None
    for attempt in (1, 2, 3):
        intake = record.attempt(KEY, name="letter.txt")
        assert (intake.attempts, intake.state) == (attempt, State.RECEIVED)
        # … here a run is killed
    assert record.intake_state(KEY) == intake


def test_a_state_keeps_its_code_until_the_next_attempt(record):
    record.attempt(KEY, name="letter.txt")
    record.mark(KEY, State.STORED)
    record.mark(KEY, State.NEEDS, code="PASSWORD")
    intake = record.intake_state(KEY)
    assert (intake.state, intake.code, intake.name) == (State.NEEDS, "PASSWORD", "letter.txt")
    assert intake.state.final
    again = record.attempt(KEY, name="letter.txt")
    assert (again.state, again.code, again.attempts) == (State.RECEIVED, None, 2)


def test_what_is_done_stays_done(record):
    record.attempt(KEY, name="letter.txt")
    record.mark(KEY, State.DONE)
    intake = record.attempt(KEY, name="the same, renamed.txt")
    assert (intake.state, intake.attempts, intake.name) == (State.DONE, 1, "letter.txt")


def test_only_what_was_attempted_has_a_state(record):
    with pytest.raises(NotFound):
        record.mark(KEY, State.STORED)
    assert record.intakes() == ()


def test_another_version_or_other_options_are_another_intake(record):
    others = [KEY._replace(pipeline="plain/2"), KEY._replace(options="beef")]
    for number, key in enumerate([KEY, *others]):
        record.attempt(key, name=f"{number}.txt")
    record.mark(others[0], State.REFUSED, code="TRUNCATED")
    assert {intake.key for intake in record.intakes()} == {KEY, *others}
    assert [intake.key for intake in record.intakes(state=State.REFUSED)] == [others[0]]
    assert record.intake_state(KEY).state is State.RECEIVED
