"""Every sentence a summary may hold: its template key and the slots it may fill.

Who words sentences needs a form in each language for each of these; a slot that is missing is not
known and goes unsaid.
"""

from collections.abc import Mapping

from graph.answer.company import Together
from graph.answer.lookup import Tie
from graph.event import ContradictionType
from graph.fold.events import EVENTS

_MOVE = ("who", "origin", "destination", "transfer", "departure", "arrival", "starts", "ends")
_EVENT = ("event", "who", "at", "when", "with_group", "by", "court", "judge", "unit", "of")
_ENDS = ("one", "other")

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "person.named": ("who", "values"),
    "person.held": ("who", "facility", "stay", "when", "starts", "ends", "with_group"),
    "person.moved": _MOVE,
    "person.moved_away": _MOVE,
    "person.moved_to": _MOVE,
    "person.moved_unknown": _MOVE,
    "person.later_documented": (*_MOVE, "gap"),
    "person.again_documented": (*_MOVE, "gap"),
    "person.last_documented": ("who", "facility", "day", "since"),
    "person.codetained": ("who", "certain", "possible", "others"),
    "person.one_of_these": ("who", "claim", "fits"),
    "facility.named": ("who", "values"),
    "facility.facility_type": ("who", "values"),
    "facility.number": ("who", "values"),
    "facility.settlement": ("who", "values"),
    "facility.region": ("who", "values"),
    "facility.operator": ("who", "values"),
    "facility.control": ("who", "values"),
    "facility.capacity": ("who", "values"),
    "facility.held": ("facility", "certain", "possible", "people", "documented"),
    "facility.arrivals": ("facility", "transfers", "others", "first", "last"),
    "facility.departures": ("facility", "transfers", "others", "first", "last"),
    "facility.differ": ("facility", "property", "values"),
    "relation.codetained": (*_ENDS, "facility", "days", "common"),
    "relation.touching": (*_ENDS, "facility", "days", "common"),
    "relation.same_documents": (*_ENDS, "count"),
    **{
        f"relation.moved_together.{tie}": (*_ENDS, "origin", "destination", "departure")
        for tie in Together
    },
    **{f"relation.direct.{tie}": (*_ENDS, "property") for tie in Tie},
    **{f"relation.chain.{tie}": (*_ENDS, "property") for tie in Tie},
    **{f"event.{kind}": _EVENT for kind in sorted(EVENTS)},
    **{
        f"contradiction.{kind}": ("contradiction", "about", "property", "one", "other")
        for kind in ContradictionType
    },
}
"""Events fill a slot for each detail besides (article, term, regime …)."""

NOT_KNOWN: Mapping[str, tuple[str, ...]] = {
    "person.no_place": ("who",),
    "person.before_first": ("who", "facility"),
    "person.between": ("who", "origin", "destination", "gap"),
    "person.throughout": ("who", "origin", "destination", "gap"),
    "person.order": ("who", "facility", "elsewhere"),
    "person.maybe_one": ("who", "namesakes"),
    "person.after_last": ("who", "facility", "day", "later"),
    "facility.lacks": ("facility", "property"),
    "facility.nobody_documented": ("facility", "unnamed"),
    "facility.no_transfers": ("facility",),
    "relation.maybe_one": _ENDS,
    "relation.no_shared_stay": _ENDS,
    "relation.not_moved_together": _ENDS,
    "relation.no_connection": _ENDS,
}
