"""What a paragraph leaves to the next: a place, persons, a group."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.companies import Company, companies
from nlp.findings import Findings
from nlp.mention import Frame, Mention
from nlp.scene import Lift
from nlp.topics import people_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the paragraph before leaves: the place told of last, and its persons, each once."""

    place: Mention | None = None
    people: tuple[Mention, ...] = ()
    group: Frame | None = None  # the last frame, if it tells of a group
    companies: tuple[Company, ...] = ()  # persons told of together, in the document so far


NOTHING = Before()
_QUESTION = 100  # characters of a paragraph that only asks or nods


def left_by(
    found: Findings, frames: Sequence[Frame], lift: Lift, earlier: Before = NOTHING
) -> Before:
    """What a paragraph with these frames leaves; no place, if another was named after it."""
    place = left_at(frames[-1]) if frames else None
    last = lift(found.ends[-1]) if found.ends else None
    same = place is not None and last is not None and place.start == last.start
    if place is not None and last is None:  # "There I spent two years."
        same = True
    if len(found.ends) == 1:  # "Kamyshin came next? — They flew us there."
        place, same = last, True
    if not frames and not found.ends and len(found.page.text) < _QUESTION:
        place, same = earlier.place, True
    people = tuple(lift(m) for m in people_of([m for m in found.people if m.named]))
    people = people or (earlier.people if len(found.page.text) < _QUESTION else ())
    told = frames[-1] if frames and any(m.label == "group" for _, m in frames[-1].roles) else None
    together = companies(found, frames, lift, len(found.page.text))
    return Before(
        place=place if same else None,
        people=people,
        group=told,
        companies=(*earlier.companies, *together),
    )


def left_at(frame: Frame) -> Mention | None:
    """Where those of a frame are after it."""
    return frame.role("to") if frame.property == "moved" else frame.role("at")
