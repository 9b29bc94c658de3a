"""A heading whose verb serves the lines below it: `The court sentenced: – Ivan, 22 years`."""

import re
from dataclasses import replace

from nlp.clauses import Clause, Trigger, clauses
from nlp.details import legal_details
from nlp.findings import Findings, inside
from nlp.lists import joined
from nlp.mention import Frame, Mention
from nlp.scene import Scene
from nlp.told_when import period_of
from nlp.when import when

_ITEM = re.compile(r"\s*(?:[-•*–—▪●·]|\(?\d{1,3}[.)])\s")
_SHORT = 80  # characters of a heading without a colon
_LINE = 250
_BARE = 100  # characters of a line that no bullet opens
_AT = frozenset(("captured", "released", "exchanged", "died", "held_at"))


def serves(found: Findings) -> tuple[tuple[int, int], Clause] | None:
    """The sentence and the clause of the verb of a heading that a list may follow; None if none."""
    page = found.page
    if not page.sentences:
        return None
    colon = page.text.rstrip().endswith(":")
    if not colon and (len(page.text) > _SHORT or found.people):
        return None
    told = [
        (sentence, clause)
        for sentence in page.sentences[-1:]
        for clause in clauses(found, sentence)
        if clause.trigger is not None and (clause.trigger.strong or clause.trigger.mode == "object")
    ]
    if not told or _ITEM.match(page.text) or not (colon or len(told) == 1):
        return None
    return told[-1]


def is_item(found: Findings) -> bool:
    """Whether the paragraph is a line of a list."""
    page = found.page
    if _ITEM.match(page.text):
        return len(page.text) <= _LINE
    bare = len(page.text) <= _BARE and not page.text.rstrip().endswith((".", "!", "?"))
    return bare and _first(found) is not None


def _first(found: Findings) -> Mention | None:
    """The person whose name opens the line."""
    named = [m for m in found.people if m.named]
    lead = found.page.text[: named[0].start] if named else "x"
    return None if re.search(r"[^\W\d_]", lead) else named[0]


def item(scene: Scene, heading: Frame) -> list[Frame]:
    """What the heading's verb says of the persons of a line that has no verb of its own."""
    found = scene.found
    page = found.page
    end = len(page.text)
    people = [m for m in found.people if m.named]
    if not people or not is_item(found):
        return []
    own = [c for s in page.sentences for c in clauses(found, s) if c.trigger is not None]
    if any(c.trigger is not None and c.trigger.strong for c in own):
        return []
    chain = joined(page, people, last=False)
    trigger = Trigger(start=0, end=0, property=heading.property, mode="object", strong=True)
    line = Clause(start=0, end=end, trigger=trigger, opening="")
    details = dict((*heading.details, *legal_details(found, line, heading.property)))
    dated = when(found, (0, end), [line], line)
    ends = inside(found.ends, chain[-1].end, end)
    role = "to" if heading.property == "moved" else "at"
    kept = [r for r in heading.roles if r[0] not in ("who", *((role,) if ends else ()))]
    placed = [(role, scene.lift(ends[0]))] if len(ends) == 1 and _goes(heading.property) else []
    if heading.property in ("moved", "held_at") and not (kept or placed):
        return []
    start, stop = scene.span(0, end)
    return [
        replace(
            heading,
            start=start,
            end=stop,
            sentence=(start, stop),
            trigger=(start, stop),
            roles=(*(("who", scene.lift(m)) for m in chain), *kept, *placed),
            details=tuple(sorted(details.items())),
            period=heading.period if dated.phrase is None else period_of(heading.property, dated),
        )
    ]


def _goes(name: str) -> bool:
    return name == "moved" or name in _AT
