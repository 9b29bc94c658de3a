"""Places that a clause names only in passing: a penalty, an origin, who calls a place by a name."""

import re

from nlp.clauses import Clause
from nlp.findings import Findings
from nlp.mention import Mention
from nlp.paragraph import Paragraph

_REACH = 70


def in_passing(found: Findings, mention: Mention, clause: Clause) -> bool:
    """Whether the place is no end and no stay of what the clause tells."""
    return (
        _served(found.page, mention, clause)
        or _native(found, mention)
        or _called_so(found.page, mention, clause)
        or (mention.label == "place" and _lies_there(found.page, mention))
        or _not_there(found.page, mention, clause)
    )


def _not_there(page: Paragraph, mention: Mention, clause: Clause) -> bool:
    """`увезли не в Кизел, а в Зверево`: the first is none of it."""
    return page.language != "en" and bool(_NOT.search(page.low, clause.start, mention.start))


_NOT = re.compile(r"(?<!\w)(?:не|ні)\s(?:в|во|на|до|у|из|із|з)\s(?:\w+\s)?$")


def _served(page: Paragraph, mention: Mention, clause: Clause) -> bool:
    """`a sentence in prison`: the kind of the penalty, no place."""
    if clause.trigger is not None and clause.trigger.property == "held_at":
        return False
    lead = page.low[max(0, mention.start - 40) : mention.start]
    return not mention.named and bool(_SERVED.search(lead))


_SERVED = re.compile(
    r"(?:sentences?|terms?|years?|months|life|imprisonment)\s(?:\w+\s)?in\s(?:an?\s|the\s)?$"
)


def _native(found: Findings, mention: Mention) -> bool:
    """`механика Гая из Херсона перевели`: where he comes from, not where he was taken from."""
    if found.page.language != "ru" or mention.label != "place":
        return False
    lead = found.page.low[max(0, mention.start - _REACH) : mention.start]
    near = _OUT_OF.search(lead)
    if near is None:
        return False
    at = mention.start - len(near.group())
    return any(m.end == at and not m.feature("pronoun") for m in found.beings)


_OUT_OF = re.compile(
    r"(?:,\s[\w-]+)?,?\s(?:родом\s)?(?:из|с)\s(?:(?:города|посёлка|села|деревни|г\.|с\.)\s?)?$"
)


def _lies_there(page: Paragraph, place: Mention) -> bool:
    """`to Galich, a small town in Kostroma region`: it only says where the town lies."""
    lead = page.low[max(0, place.start - _REACH) : place.start]
    return page.language == "en" and bool(_A_TOWN_IN.search(lead))


_A_TOWN_IN = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,4}(?:town|city|village|settlement|suburb|port|district)\s"
    r"(?:[\w-]+\s){0,3}(?:in|of|near|outside|on)\s(?:the\s)?$"
)


def _called_so(page: Paragraph, mention: Mention, clause: Clause) -> bool:
    """`the garages, as everyone in Melitopol calls the place`: where those are who call it so."""
    lead = _AS.search(page.low, clause.start, mention.start)
    return lead is not None and bool(_CALLS.match(page.low, mention.end))


_AS = re.compile(r",\sas\s[^,.;]*$")
_CALLS = re.compile(r"[^,.;]*\s(?:calls?|called|knows?|knew|put|puts|refers?|says?|nickname)\b")
