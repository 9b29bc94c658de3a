"""How far each original has come: the table behind `graph.intake`."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update
from sqlalchemy.engine import Row

from graph.errors import NotFound
from graph.intake import Intake, IntakeKey, State
from graph.record.tables import intake


def intake_of(connection: Connection, key: IntakeKey) -> Intake | None:
    """The state of a key; None if it was never attempted."""
    row = connection.execute(select(intake).where(*_is(key))).first()
    return None if row is None else _value(row)


def all_intake(connection: Connection, *, state: State | None) -> tuple[Intake, ...]:
    """Every key in that state, or every key, by the time of its newest state."""
    asked = select(intake).order_by(intake.c.at, intake.c.name)
    if state is not None:
        asked = asked.where(intake.c.state == state.value)
    return tuple(_value(row) for row in connection.execute(asked))


def count_attempt(connection: Connection, key: IntakeKey, *, name: str, at: str) -> Intake:
    """Count an attempt before its work starts; a key that is done stays done."""
    before = intake_of(connection, key)
    if before is None:
        row = {"name": name, "state": State.RECEIVED.value, "attempts": 1, "at": at}
        connection.execute(insert(intake).values({**key._asdict(), **row}))
    elif before.state is not State.DONE:
        row = {"name": name, "state": State.RECEIVED.value, "code": None, "at": at}
        row["attempts"] = before.attempts + 1
        connection.execute(update(intake).where(*_is(key)).values(row))
    after = intake_of(connection, key)
    if after is None:
        raise NotFound(kind="intake", wanted=key.original)
    return after


def set_state(
    connection: Connection, key: IntakeKey, state: State, *, code: str | None, at: str
) -> None:
    """Set the state of a key that was attempted.

    Raises:
        NotFound: it was not.
    """
    _update(connection, key, {"state": state.value, "code": code, "at": at})


def set_done(connection: Connection, key: IntakeKey, *, refused_rows: int, at: str) -> None:
    """Set a key that was attempted to done, and how many of its rows were refused.

    Raises:
        NotFound: it was not attempted.
    """
    values = {"state": State.DONE.value, "code": None, "refused_rows": refused_rows, "at": at}
    _update(connection, key, values)


def _update(connection: Connection, key: IntakeKey, values: Mapping[str, object]) -> None:
    done = connection.execute(update(intake).where(*_is(key)).values(values))
    if done.rowcount != 1:
        raise NotFound(kind="intake", wanted=key.original)


def _is(key: IntakeKey) -> tuple[ColumnElement[bool], ...]:
    return (
        intake.c.original == key.original,
        intake.c.pipeline == key.pipeline,
        intake.c.options == key.options,
    )


def _value(row: Row[Any]) -> Intake:
    return Intake(
        key=IntakeKey(row.original, row.pipeline, row.options),
        name=row.name,
        state=State(row.state),
        code=row.code,
        attempts=row.attempts,
        refused_rows=row.refused_rows or 0,
        at=row.at,
    )
