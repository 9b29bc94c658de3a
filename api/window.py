"""Days and places asked about, as they stand in a request."""

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Query

from api.asking import Asking
from graph.answer.path import End
from graph.claim import Kind
from graph.edtf import parse_edtf
from graph.errors import InvalidPeriod, NotFound
from graph.period import OPEN_FUTURE, OPEN_PAST, Range


def window(
    since: Annotated[str | None, Query(max_length=32, description="2022, 2022-05 …")] = None,
    until: Annotated[str | None, Query(max_length=32, description="2022, 2022-05 …")] = None,
) -> Range | None:
    """The days from the first of `since` to the last of `until`; None where neither is given.

    Raises:
        InvalidPeriod: for what is no date, or an end before the start; it names the field.
    """
    if not since and not until:
        return None
    field = "since"
    try:
        first = parse_edtf(since).start.lo if since else OPEN_PAST
        field = "until"
        last = parse_edtf(until).end.hi if until else OPEN_FUTURE
        return Range(first, last)
    except InvalidPeriod as bad:
        raise replace(bad, field=field) from None


Window = Annotated[Range | None, Depends(window)]


def end(asking: Asking, asked: str) -> End:
    """A facility by its outward id, or all facilities of a region by its ISO 3166-2 code.

    Raises:
        NotFound: neither is known to this reader.
    """
    known = asking.knowledge
    inside = tuple(
        e.id
        for e in known.entities.values()
        if e.kind is Kind.FACILITY and asked in e.values("region")
    )
    if inside:
        return End(facilities=inside, region=asked)
    inner = asking.inner(asked)
    if inner not in known.entities or known.entities[inner].kind is not Kind.FACILITY:
        raise NotFound(kind="facility", wanted=asked)
    return End(facilities=(inner,))
