"""Which facility is meant where a document names only its town, or only its kind.

Exactly one facility of the document must fit, and the list must know no other in that town: two
are a tie, and then the place stays a place and the kind stays a kind. A region is never enough.
"""

import re
from collections.abc import Mapping, Sequence

from graph.claim import Kind
from graph.names.facility_index import FacilityIndex
from graph.names.facility_name import FacilityName
from nlp.coreference import Placed, facility_links
from nlp.facility_names import name_of
from nlp.mention import Frame, Link, Mention
from nlp.places import candidates
from nlp.version import rule

TOWN = "town-of-facility"
_Known = tuple[Mention, FacilityName]
_INDEFINITE = re.compile(
    r"(?<!\w)(?:an?|another|other|different|некий|інш\w+|друг\w+)\s(?:\S+\s)?$"
)


def towns(found: Sequence[Placed], listed: FacilityIndex | None) -> dict[tuple[int, int], Mention]:
    """From each place in which one facility of the document stands, to that facility."""
    facilities = _facilities(found)
    in_town: dict[str, set[int]] = {}
    for at, (_, name) in enumerate(facilities):
        for town in name.settlements:
            in_town.setdefault(town, set()).add(at)
    out: dict[tuple[int, int], Mention] = {}
    for placed in found:
        mention = placed.mention
        if mention.label != "place":
            continue
        names = candidates(mention.words) or candidates(mention.words.split(",")[0])
        fitting = {at for town in names.settlements for at in in_town.get(town, ())}
        if len(fitting) != 1:
            continue
        facility, name = facilities[fitting.pop()]
        if not _others(listed, name.settlements & names.settlements):
            out[mention.start, mention.end] = facility
    return out


def town_links(told: Sequence[Frame], meant: Mapping[tuple[int, int], Mention]) -> list[Link]:
    """The joins of the towns that frames took for a facility with that facility."""
    found: dict[tuple[int, int], Link] = {}
    for frame in told:
        for _, mention in frame.roles:
            if mention.rule == rule(TOWN) and not frame.conditional:
                found[mention.start, mention.end] = Link(
                    a=meant[mention.start, mention.end],
                    b=mention,
                    rule=rule(TOWN),
                    why="the document names one facility in this place",
                    kinds=(Kind.FACILITY, Kind.FACILITY),
                )
    return list(found.values())


def kind_links(
    told: Sequence[Frame], found: Sequence[Placed], content: str, listed: FacilityIndex | None
) -> list[Link]:
    """`the colony`, where the document has named one colony before, and names no other."""
    facilities = _facilities(found)
    languages = {(p.mention.start, p.mention.end): p.language for p in found}
    links: dict[tuple[int, int], Link] = {}
    for frame in told:
        for role, mention in frame.roles:
            at = (mention.start, mention.end)
            if frame.conditional or mention.label != "facility" or mention.named:
                continue
            if at not in languages or (role == "to" and frame.property == "moved"):
                continue
            before = content[max(0, mention.start - 30) : mention.start].lower()
            families = name_of(mention.words, languages[at]).families
            fitting = _less_said(
                [(m, n) for m, n in facilities if not families.isdisjoint(n.families)], listed
            )
            if len(fitting) != 1 or fitting[0].start > mention.start or _INDEFINITE.search(before):
                continue
            links[at] = Link(
                a=fitting[0],
                b=mention,
                rule=rule("sole-of-kind"),
                why="the document has named one facility of this kind before",
                kinds=(Kind.FACILITY, Kind.FACILITY),
            )
    return list(links.values())


def _less_said(fitting: Sequence[_Known], listed: FacilityIndex | None) -> list[Mention]:
    """Those that fit, without `the Kizel prison` where `SIZO-3 in Kizel` is the only one there."""
    full = [name for _, name in fitting if name.number is not None]
    return [
        m
        for m, name in fitting
        if name.number is not None
        or not any(
            f.settlements & name.settlements and not _others(listed, f.settlements) for f in full
        )
    ]


def _facilities(found: Sequence[Placed]) -> list[_Known]:
    """The facilities that the document names, each once, with all that its names say."""
    named = [
        (p.mention, p.language) for p in found if p.mention.label == "facility" and p.mention.named
    ]
    joined = {(link.b.start, link.b.end) for link in facility_links(named)}
    return [
        (m, name_of(m.words, language)) for m, language in named if (m.start, m.end) not in joined
    ]


def _others(listed: FacilityIndex | None, towns: frozenset[str]) -> bool:
    """Whether the list has two facilities in the town, of which either may be meant."""
    return listed is not None and any(len(listed.by_settlement.get(t, ())) > 1 for t in towns)
