"""Days asked about on a page with a form: what is wrong with them is told beside their field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from api.window import window
from graph.errors import InvalidPeriod
from graph.period import Range

Typed = Annotated[str, Query(max_length=32)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days as typed, the range that they mean, and the fields that hold no date."""

    typed: Mapping[str, str]
    window: Range | None
    wrong: tuple[str, ...] = ()


def days_of(since: Typed = "", until: Typed = "") -> Days:
    """The days of this request; never an error."""
    typed = {"since": since, "until": until}
    try:
        return Days(typed=typed, window=window(since, until))
    except InvalidPeriod as bad:
        return Days(typed=typed, window=None, wrong=(bad.field,))


AskedDays = Annotated[Days, Depends(days_of)]
