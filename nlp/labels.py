"""Lines of a list: `Held: SIZO-2 Taganrog, since May 2022`, below or after the one they tell of."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.clauses import Clause, Trigger
from nlp.findings import Findings, inside
from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.topics import people_of

_SHORT = 160  # characters of a heading with a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one label says: the verb, its stretch, and the places that stand in it."""

    clause: Clause
    places: tuple[Mention, ...]


def entries(found: Findings) -> list[Entry]:
    """Each label of the paragraph with what stands after it, up to the next label or sentence."""
    page = found.page
    marks = list(_labels(page.language).finditer(page.low))
    out: list[Entry] = []
    for at, mark in enumerate(marks):
        name = str(mark.lastgroup)
        ends = [marks[at + 1].start()] if at + 1 < len(marks) else []
        end = min([page.sentence_at(mark.start(name))[1], *ends])
        if end <= mark.end():
            end = page.sentence_at(mark.end())[1]
        trigger = Trigger(
            start=mark.start(name), end=mark.end(), property=name, mode="object", strong=True
        )
        clause = Clause(start=mark.start(name), end=end, trigger=trigger, opening="")
        places = tuple(inside(found.ends, mark.end(), end))
        out.append(Entry(clause=clause, places=places))
    return out


def heading(found: Findings, *, anywhere: bool = False) -> Mention | None:
    """The one person that a short line names, and of whom the lines below it tell.

    He opens the line, unless he may stand `anywhere` in a line that is no sentence.
    """
    named = [m for m in found.people if m.named]
    if len(found.page.text) > _SHORT or len(people_of(named)) != 1:
        return None
    lead = found.page.text[: named[0].start]
    if anywhere:
        return None if found.page.text.rstrip().endswith((".", "!", "?", "…")) else named[0]
    return named[0] if not re.search(r"[^\W\d_]{2,}", _CASE.sub("", lead)) else None


_CASE = re.compile(r"(?i)\b(?:case|file|person|випадок|справа|случай|дело)\b")


@cache
def _labels(language: str) -> re.Pattern[str]:
    """A label opens a line or follows a stop; a colon ends it."""
    groups = "|".join(
        rf"(?P<{name}>(?:{source}))" for name, source in lexicon(language)["labels"].items()
    )
    return re.compile(rf"(?:^|(?<=[.;,|•*–—-])\s|(?<=[*_]))[\s*_•-]*(?:{groups})[*_]*:[*_]*(?=\s)")
