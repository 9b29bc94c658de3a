"""What an answer's ids stand for: labels, outward ids, happenings, and claims as they are cited."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from graph.claim import Kind
from graph.document import Text
from graph.entity import Entity, fullest
from graph.event import Event, Stay, Transfer
from graph.knowledge import Knowledge
from graph.names.place_called import place_called
from graph.names.scripts import is_cyrillic
from graph.places.gazetteer import load
from visual.citation import Citation, citation, described
from visual.mentioned import mentioned

WORDS = "words"
_WHERE = ("settlement", "place", "region")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity as it is called. `label` is empty for what has no name; `where` tells it apart.

    `where` is (property, value): a settlement as written, the code of a region, or (WORDS, how a
    source speaks of it).
    """

    label: str
    kind: Kind
    where: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Looks up, for one reader, what the inner ids of an answer stand for.

    `cite` and `happening` give None for what the reader may not see or what there is not.
    """

    entity: Callable[[str], Named]
    outward: Callable[[str], str]
    cite: Callable[[str], Citation | None]
    happening: Callable[[str], Stay | Transfer | Event | None]
    described: Callable[[str, str], str | None]  # document, field of its descriptions


def label_in(knowledge: Knowledge, inner: str, language: str | None) -> str:
    """The name that a list gives a facility, place or organisation in that language.

    Else the name most often claimed, of people the fullest in the letters of that language;
    empty for the unnamed. Nothing is translated and nothing transliterated: each name is one that
    some source writes, or a place's in the list of places that comes with the tool.
    """
    known = knowledge.entities[inner]
    if language is not None and known.kind is Kind.PERSON:
        return _person(knowledge, known, language)
    if language is not None and known.kind is Kind.PLACE and known.label:
        return place_called(known.label, language, load()) or known.label
    if language is not None and known.kind not in {Kind.PERSON, Kind.GROUP}:
        claims = knowledge.evidence.claims
        for attribute in known.attributes:
            said = (claims[c] for c in attribute.claims if c in claims)
            if attribute.property == "name" and any(c.detail("language") == language for c in said):
                return attribute.value
        if known.kind is Kind.FACILITY and known.label:  # called by its town alone
            return place_called(known.label, language, load()) or known.label
    return known.label


def _person(knowledge: Knowledge, known: Entity, language: str) -> str:
    """A name in another case, and one in other letters, only where there is no other.

    Of one whom another case names more fully, the nominative that the reading derived.
    """
    claims = knowledge.evidence.claims
    names = [a for a in known.attributes if a.property == "name"]
    said = [(a, [claims[c] for c in a.claims if c in claims]) for a in names]
    upright = [a.value for a, by in said if not all(c.detail("oblique") for c in by)]
    derived = [n for _, by in said for c in by if (n := c.detail("nominative"))]
    cyrillic = language != "en"
    found = [*upright, *derived] or [a.value for a in names]
    own = [name for name in found if any(map(is_cyrillic, name)) == cyrillic]
    return fullest(own or found)


def names_of(
    knowledge: Knowledge,
    outward: Callable[[str], str],
    *,
    text_of: Callable[[str], Text] | None = None,
    language: str | None = None,
) -> Names:
    """The names of everything in this knowledge, in that language where a list gives one.

    `text_of` fetches a text with its characters.
    """
    fetched = None if text_of is None else cache(text_of)

    @cache
    def entity(inner: str) -> Named:
        known = knowledge.entities[inner]
        stated = ((p, value) for p in _WHERE if (value := known.first(p)) is not None)
        label, where = label_in(knowledge, inner, language), next(stated, None)
        if not label and where is None and fetched is not None:
            words = mentioned(knowledge, inner, fetched)
            where = (WORDS, words) if words else None
        return Named(label=label, kind=known.kind, where=where)

    def cite(claim: str) -> Citation | None:
        if claim not in knowledge.evidence.claims:
            return None
        return citation(knowledge, claim, text_of=fetched)

    def happening(inner: str) -> Stay | Transfer | Event | None:
        return (
            knowledge.stays.get(inner)
            or knowledge.transfers.get(inner)
            or knowledge.events.get(inner)
        )

    return Names(
        entity=entity,
        outward=outward,
        cite=cite,
        happening=happening,
        described=lambda document, field: described(knowledge, document, field),
    )
