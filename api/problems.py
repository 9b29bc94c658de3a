"""One table from what went wrong to what is answered: fixed texts, nothing of the request."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from graph.errors import (
    AlreadyOne,
    ContestedJoin,
    InvalidPeriod,
    InvalidValue,
    NotFound,
    RecordBusy,
    RecordError,
    RecordFailed,
    SealedRefused,
    StoreError,
    WasErased,
    WhereaboutsError,
    WrongHome,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """RFC 9457: `slug` names the kind; `do` says what to do next.

    `fields` are names of parameters that the interface declares, never of the request's own.
    """

    status: HTTPStatus
    slug: str
    title: str
    do: str
    fields: tuple[str, ...] = ()
    expected: str = ""  # what the fields may hold: a fixed text, or codes of a vocabulary

    def body(self) -> dict[str, str | int | tuple[str, ...]]:
        """As it is sent."""
        named = {"fields": self.fields} if self.fields else {}
        may_be = f" Expected in {', '.join(self.fields)}: {self.expected}." if self.expected else ""
        return {
            "type": f"/api/v1/problems#{self.slug}",
            "title": self.title,
            "status": self.status.value,
            "detail": f"{self.do}{may_be}",
            **named,
        }


NOT_FOUND = Problem(
    status=HTTPStatus.NOT_FOUND,
    slug="not-found",
    title="Nothing here",
    do="Ids are asked for here, not names: find the id by name with GET /api/v1/search?q=. "
    "A region stands for its facilities by its ISO 3166-2 code. All addresses: "
    "GET /api/v1/openapi.json.",
)
INVALID = Problem(
    status=HTTPStatus.UNPROCESSABLE_ENTITY,
    slug="invalid",
    title="The question cannot be read",
    do="Compare the fields with GET /api/v1/reference; a body has to be JSON, a file a form.",
)
TOO_LARGE = Problem(
    status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    slug="too-large",
    title="The file is too large",
    do="Split it, or read it in at the terminal: whereabouts ingest PATH.",
)
NO_INTAKE = Problem(
    status=HTTPStatus.NOT_IMPLEMENTED,
    slug="no-intake",
    title="This server reads nothing in",
    do="Read files in at the terminal: whereabouts ingest PATH.",
)
UNFORESEEN = Problem(
    status=HTTPStatus.INTERNAL_SERVER_ERROR,
    slug="unforeseen",
    title="Something went wrong inside",
    do="Nothing was written. Try again; if it stays, look at the terminal of the server.",
)
_BUSY = Problem(
    status=HTTPStatus.SERVICE_UNAVAILABLE,
    slug="busy",
    title="The record is busy or not to be reached",
    do="Nothing was written. Try again in a minute.",
)
_NO_GRAPH = Problem(
    status=HTTPStatus.SERVICE_UNAVAILABLE,
    slug="graph-not-ready",
    title="The graph store is being rebuilt, out of date or not to be reached",
    do="Try again in a minute. If it stays, run at the terminal: whereabouts rebuild.",
)
TABLE: dict[type[WhereaboutsError], Problem] = {
    NotFound: NOT_FOUND,
    InvalidPeriod: Problem(
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        slug="invalid-period",
        title="No such date or period",
        do="Write dates as 2022-05-21, 2022-05 or 2022, the start before the end.",
    ),
    InvalidValue: INVALID,
    AlreadyOne: Problem(
        status=HTTPStatus.CONFLICT,
        slug="already-one",
        title="Both ids mean one and the same, which earlier judgements joined",
        do="Withdraw the judgement that joined them (the acts are listed under /acts), or judge "
        "two of its subjects different, by the ids that they had before.",
    ),
    ContestedJoin: Problem(
        status=HTTPStatus.CONFLICT,
        slug="contested-join",
        title="These are held apart by an earlier judgement",
        do="Look at the judgements on both, withdraw the wrong one, then judge again.",
    ),
    SealedRefused: Problem(
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        slug="sealed",
        title="Sealed material is not taken in",
        do="Keep it outside until there is a vault, or give it another clearance.",
    ),
    WrongHome: Problem(
        status=HTTPStatus.CONFLICT,
        slug="wrong-home",
        title="Invented and real material never share a home",
        do="Start a server on a home of its own: WHEREABOUTS_HOME.",
    ),
    WasErased: Problem(
        status=HTTPStatus.CONFLICT,
        slug="erased",
        title="This was erased on purpose",
        do="It does not come back.",
    ),
    RecordBusy: _BUSY,
    RecordFailed: _BUSY,
    RecordError: UNFORESEEN,
    StoreError: _NO_GRAPH,
}


def problem_of(error: WhereaboutsError) -> Problem:
    """The entry of the nearest class above the error's own, with the field it names."""
    found = next((TABLE[c] for c in type(error).__mro__ if c in TABLE), UNFORESEEN)
    if isinstance(error, InvalidValue):
        return replace(found, fields=(error.field,), expected=error.expected)
    if isinstance(error, InvalidPeriod) and error.field:
        return replace(found, fields=(error.field,))
    return found


EVERY_PROBLEM = tuple({p.slug: p for p in (*TABLE.values(), TOO_LARGE, NO_INTAKE)}.values())


class NoIntake(Exception):
    """This application was made without a way to read files in."""
