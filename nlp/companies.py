"""Persons who were told of together, and whom a plural that names nobody means by them.

`все четверо` are the last four of whom something was told together, or who were named in one
list; `подсудимые` the one company that all others of the document are part of. Where two
companies would fit, nobody is meant.
"""

from collections.abc import Callable, Sequence

from nlp.findings import Findings, inside
from nlp.lists import joined
from nlp.mention import Frame, Mention
from nlp.name_forms import keys
from nlp.topics import people_of

Company = tuple[Mention, ...]
_PAIR = 2


def companies(
    found: Findings, frames: Sequence[Frame], lift: Callable[[Mention], Mention], end: int
) -> list[Company]:
    """Those of a paragraph up to `end`, lifted: as listed, then as told of.

    A list counts, and so do all of whom one sentence tells the same.
    """
    named = [m for m in inside(found.people, 0, end) if m.named and not m.feature("callsign")]
    out: list[Company] = []
    while named:
        chain = joined(found.page, named, last=False)
        named = named[len(chain) :]
        if len(chain) >= _PAIR:
            out.append(tuple(map(lift, chain)))
    return out + befallen(frames)


def befallen(frames: Sequence[Frame]) -> list[Company]:
    """The named persons of whom the frames of one sentence tell the same, where they are two."""
    out: dict[tuple[str, tuple[int, int]], list[Mention]] = {}
    for frame in frames:
        own = [m for name, m in frame.roles if name == "who" and m.label == "person" and m.named]
        out.setdefault((frame.property, frame.sentence), []).extend(own)
    each = [tuple(people_of(people)) for people in out.values()]
    return [people for people in each if len(people) >= _PAIR]


def of_size(known: Sequence[Company], size: int) -> Company:
    """The last company of that many; nobody if there is none."""
    if size == _PAIR:  # of two it is too often said
        return known[-1] if known and len(known[-1]) == size else ()
    return next((c for c in reversed(known) if len(c) == size), ())


def largest(known: Sequence[Company]) -> Company:
    """The one that every other is a part of; nobody if some other is not."""
    if not known:
        return ()
    most = max(known, key=len)
    return most if all(_in(most, m) for c in known for m in c) else ()


def only(known: Sequence[Company], people: Sequence[Mention]) -> Company:
    """The last one, if all of these people are in it."""
    return known[-1] if known and people and all(_in(known[-1], m) for m in people) else ()


def _in(company: Company, mention: Mention) -> bool:
    own = keys(mention.feature("surname") or mention.words)
    return any(not own.isdisjoint(keys(m.feature("surname") or m.words)) for m in company)
