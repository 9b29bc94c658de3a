"""Triggers of a sentence, and the clause that each of them rules."""

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nlp.findings import Findings, inside
from nlp.gapped import before_others, before_places, gaps, one_described
from nlp.legs import dated_legs
from nlp.lexicon import lexicon, whole_words
from nlp.nominal import nominal
from nlp.paragraph import Paragraph

Mode = Literal["object", "self", "noun"]
PROPERTIES = (
    "captured",
    "body_returned",
    "exchanged",
    "released",
    "died",
    "sentenced",
    "charged",
    "tried",
    "moved",
    "held_at",
)
_DASH = re.compile(r"\s[–—]\s|\s-\s|;\s|:\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells of a happening: `object` names who suffers it, `self` who does it."""

    start: int
    end: int
    property: str
    mode: Mode
    strong: bool
    sighting: bool = False  # "saw", which is no act of a jailer
    asked: bool = False  # the verb of a question, that its answer leaves out
    there: bool = False  # of a question that speaks of *there*


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch with at most one trigger. `opening`: the conjunction that it starts with.

    `head` is where the clause starts that it goes on with: `where men taken in May | were kept`.
    """

    start: int
    end: int
    trigger: Trigger | None
    opening: str
    head: int = -1


def clauses(found: Findings, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of a sentence in order; between them they hold all its triggers."""
    page = found.page
    triggers = _triggers(found, sentence)
    cuts = _cuts(found, sentence, triggers)
    out: list[Clause] = []
    bounds = [sentence[0], *cuts, sentence[1]]
    for start, end in itertools.pairwise(bounds):
        own = _worthy(page, [t for t in triggers if start <= t.start < end])
        inner = [start, *(_split(found, a, b) for a, b in itertools.pairwise(own)), end]
        ruled: list[Trigger | None] = [*own] or [None]
        for trigger, left, right in zip(ruled, inner, inner[1:], strict=False):
            opening = _opening(page, left, right)
            goes_on = left > start and opening.split(" ")[0] in _AUXILIARY
            head = max(out[-1].head, out[-1].start) if goes_on and out else -1
            out.append(Clause(start=left, end=right, trigger=trigger, opening=opening, head=head))
    return out


def _triggers(found: Findings, sentence: tuple[int, int]) -> list[Trigger]:
    page = found.page
    hits: list[Trigger] = []
    for name, mode, strong, pattern in _patterns(page.language):
        for match in pattern.finditer(page.low, *sentence):
            if not found.held.holds(match.start()) and not (
                mode == "object" and nominal(page, match)
            ):
                end = match.start() + len(match.group().rstrip())
                hits.append(
                    Trigger(
                        start=match.start(),
                        end=end,
                        property=name,
                        mode=_voice(page, mode, match),
                        strong=strong,
                        sighting=bool(_SIGHTING.match(match.group())),
                    )
                )
    hits.sort(key=_rank)
    out: list[Trigger] = []
    for trigger in hits:  # of two that overlap the longer one, else the first
        if out and trigger.start < out[-1].end:
            if trigger.end - trigger.start > out[-1].end - out[-1].start:
                out[-1] = trigger
        else:
            out.append(trigger)
    return out


def _voice(page: Paragraph, mode: Mode, match: re.Match[str]) -> Mode:
    """Who *returned* has done it himself, unless he *was returned*."""
    if mode != "object" or not _RETURNED.match(match.group()):
        return mode
    return "object" if _HELPED.search(page.low, 0, match.start()) else "self"


_RETURNED = re.compile(r"returned(?!\w)")


def _rank(trigger: Trigger) -> tuple[int, int, int, bool, bool]:
    """Longest first; «переведення» is the noun, though the verb's pattern fits it too."""
    named = PROPERTIES.index(trigger.property)
    return trigger.start, -trigger.end, named, trigger.mode != "noun", not trigger.strong


def _worthy(page: Paragraph, own: list[Trigger]) -> list[Trigger]:
    """A weak verb of rest ("was") counts only where nothing stronger is said."""
    aside = [t for t in own if _times(page, t)]
    rest = [t for t in own if t not in aside]
    firm = [t for t in rest if t.strong or t.property != "held_at"]
    if not firm:
        return [*rest[:1], *aside]
    worthy = [
        t
        for t in rest
        if t in firm
        or (t.mode == "object" and (not t.sighting or page.language == "uk" or _saw(page, t)))
    ]
    return sorted([*worthy, *aside], key=lambda t: t.start)


def _times(page: Paragraph, trigger: Trigger) -> bool:
    """`has been in SIZO-2 since his arrest`: a noun that says since when, or until when."""
    if page.language != "en" or trigger.mode != "noun":
        return False
    return bool(_SINCE.search(page.low, max(0, trigger.start - 30), trigger.start))


_SINCE = re.compile(
    r"(?<!\w)(?:since|until|till|before|after|from)\s(?:the\s(?:day|time)\sof\s)?"
    r"(?:his|her|their|my|our)\s(?:\w+\s)?$"
)


def _saw(page: Paragraph, trigger: Trigger) -> bool:
    """`a cellmate who was later released saw him there`: whom he saw stands right after."""
    return page.language == "en" and bool(_HIM.match(page.text, trigger.end))


_HIM = re.compile(
    r"\s(?:him|her|them|me|us|[A-Z]\w+)\b"
    r"(?!(?:\s[A-Z]\w+)*\s(?:being|taken|led|moved|brought|put|loaded|driven|carried)\b)"
)


@cache
def _patterns(language: str) -> tuple[tuple[str, Mode, bool, re.Pattern[str]], ...]:
    words = lexicon(language)
    numbers = words.numbers()
    found: list[tuple[str, Mode, bool, re.Pattern[str]]] = []
    modes: tuple[Mode, ...] = ("object", "self")
    for name in PROPERTIES:
        for mode in modes:
            for strength in ("strong", "weak"):
                source = words.get(f"triggers.{name}.{mode}.{strength}")
                if source:
                    pattern = whole_words(source.replace("{numbers}", numbers))
                    found.append((name, mode, strength == "strong", pattern))
        noun = words.get(f"triggers.{name}.noun")
        if noun:
            found.append((name, "noun", False, whole_words(noun.replace("{numbers}", numbers))))
    return tuple(found)


def _cuts(found: Findings, sentence: tuple[int, int], triggers: list[Trigger]) -> list[int]:
    page = found.page
    breaks = [m.start() for m in _breaks(page.language).finditer(page.low, *sentence)]
    dashes = [m.start() for m in _DASH.finditer(page.low, *sentence)]
    edges = sorted((*breaks, *dashes, sentence[1]))
    for dash in dashes:  # what follows without a verb of its own is said of the verb before
        end = next(e for e in edges if e > dash)
        if any(dash <= t.start < end for t in triggers) and not _closes(
            page, dashes, dash, triggers
        ):
            breaks.append(dash)
    moves = [t.start for t in triggers if t.property == "moved"]
    breaks += dated_legs(found, sentence, moves)
    for being in inside(found.beings, *sentence) if page.language != "en" else ():
        if page.low[being.end : being.end + 3] in (" — ", " – ", " - "):  # "Гая — днём позже"
            start = next(  # "Гай и Рудь — днём позже": both
                (m.start for m in found.beings if page.low[m.end : being.start] in _ANDS),
                being.start,
            )
            joint = _COMMA_BEFORE.search(page.low, max(sentence[0], start - 8), start)
            until = next(e for e in edges if e > being.end + 1)
            if joint is not None and not any(being.end <= t.start < until for t in triggers):
                breaks.append(joint.start())
    edges = sorted((*breaks, *dashes, sentence[1]))
    breaks += _before_subjects(found, sentence, triggers, edges)
    breaks += before_others(found, sentence, [t.end for t in triggers])
    breaks += before_places(found, sentence, [t.end for t in triggers])
    breaks += _resumed(page, sentence, triggers)
    if page.language != "en":  # "Юрія етапували до А, Віктора — до Б"
        breaks += [
            m.start - 2
            for m in inside(found.beings, *sentence)
            if page.low[m.start - 2 : m.start] in (", ", ": ") and _GAPPED.match(page.low, m.end)
        ]
    else:
        breaks += gaps(found, sentence, [t.start for t in triggers])
        breaks += [m.end("who") for m in _WHO_WAS.finditer(page.low, *sentence)]
    busy = found.busy
    against = [m.start("but") for m in _BUT_TO.finditer(page.low, *sentence)]
    ends = {t.end for t in triggers}  # "перевезли звідти до Курська"
    against += [b for b in breaks if b in ends and page.low.startswith(_HENCE, b)]
    breaks = [b for b in breaks if b not in against]
    return sorted({b for b in breaks if not busy.holds(b) and b > sentence[0]})


_HENCE = (" звідти ", " оттуда ")
_BUT_TO = re.compile(  # "повезли не туди, а до Курська"
    r"(?<!\w)не\s[\w'-]+(?:\s[\w'-]+){0,2}(?:,\sяк\s[^,.;]{3,25})?(?P<but>,\sа\s(?:до|в|у|на|з|із|во|из|с)\s)"
)


_WHO_WAS = re.compile(  # "who died in May, | was buried in Lviv"
    r"(?P<who>,\s(?:who|whom|whose)\s[^,;:]{3,120})(?=,\s(?:was|were|is|are|has|have|had)\s)"
)


def _before_subjects(
    found: Findings, sentence: tuple[int, int], triggers: list[Trigger], edges: list[int]
) -> list[int]:
    """Commas before a pronoun that opens a clause without a conjunction."""
    page = found.page
    breaks: list[int] = []
    whose = re.compile(page.words["pronouns.possessive"])
    for joint in _subjects(page.language).finditer(page.low, *sentence):
        if whose.match(page.low, joint.start() + 2):
            continue  # "Гай, их командир, умер"
        until = next((e for e in edges if e > joint.end()), sentence[1])
        told = any(joint.end() <= t.start < until for t in triggers)
        if told or (
            _STILL.match(page.low, joint.end())
            or (_FINITE.match(page.low, joint.end()) and not inside(found.ends, joint.end(), until))
        ):
            breaks.append(joint.start())
    return breaks


_ANDS = (" и ", " і ", " й ", " та ")
_STILL = re.compile(
    r"(?:по-прежнему|до сих пор|сейчас|теперь|вс[её] ещ[её]|[йі] досі|досі|зараз|наразі|тепер)\s"
)


def _closes(page: Paragraph, dashes: list[int], dash: int, triggers: list[Trigger]) -> bool:
    """`Two more men — Ivan and Petro — came home`: the second dash of an apposition."""
    before = [d for d in dashes if d < dash]
    if not before or page.low[dash + 1] not in "–—-" or page.low[before[-1] + 1] not in "–—-":
        return False
    return len(before) == 1 and not any(t.start < dash for t in triggers)


@cache
def _breaks(language: str) -> re.Pattern[str]:
    return re.compile(lexicon(language)["clause_breaks"])


def _resumed(page: Paragraph, sentence: tuple[int, int], triggers: list[Trigger]) -> list[int]:
    """`Гай, якого вважали зниклим, повернувся`: where the main clause goes on."""
    if page.language == "en":
        return []
    found: list[int] = []
    for relative in _RELATIVE.finditer(page.low, *sentence):
        comma = page.low.find(", ", relative.end(), sentence[1])
        after = next((t for t in triggers if t.start > comma), None)
        if comma < 0 or after is None:
            continue
        if any(relative.end() <= t.start < comma for t in triggers):
            continue
        if _GOES_ON.fullmatch(page.low, comma, after.start):
            found.append(comma)
    return found


_RELATIVE = re.compile(r",\s(?:як(?:ий|а|і|ого|у|их|ому|ій|им)|котор\w{2,3})\s")
_GOES_ON = re.compile(
    r",\s(?:(?!(?:як|котор|що|де|коли|куди|что|где|когда|куда|і|й|та|и|а|але|но)(?:\s|\w{2,3}\s))"
    r"[\w'-]+\s){0,3}"
)


@cache
def _subjects(language: str) -> re.Pattern[str]:
    """A comma before a pronoun that may open a clause without a conjunction."""
    return re.compile(lexicon(language).get("clause_subjects") or r"(?!)")


@cache
def _joiners(language: str) -> re.Pattern[str]:
    return re.compile(lexicon(language)["joiners"])


def _split(found: Findings, a: Trigger, b: Trigger) -> int:
    """Where the clause of one trigger ends and that of the next begins."""
    page = found.page
    busy = found.busy
    if a.mode == "noun" and (subject := _subject_between(found, a.end, b.start)) is not None:
        return subject
    joints = [
        m
        for m in _joiners(page.language).finditer(page.low, a.end, b.start)
        if not busy.meets(m.start(), m.end()) and not _between_likes(found, m)
    ]
    if (described := one_described(found, a.start, a.end, b.start)) is not None:
        return described
    if joints:
        return _before_subject(found, joints) or joints[-1].start()
    helped = _HELPED.search(page.low, a.end, b.start) if page.language == "en" else None
    at = helped.start() if helped is not None else b.start
    without = _WITHOUT.search(page.low, a.end, b.start) if page.language == "en" else None
    if without is not None:
        return without.start()  # "held for a year | without being charged"
    said = [m for m in found.beings if m.end == at - 1 and m.start > a.end]
    if page.language == "en" and said and said[0].feature("pronoun") in _SUBJECTS:
        return said[0].start  # "who came home said he had shared a cell"
    if helped is not None and _BEGINS.match(page.low, page.sentence_at(a.start)[0]):
        near = [m for m in found.beings if m.end == helped.start() - 1 and m.start > a.end]
        return near[0].start if near else helped.start()
    return helped.start() if helped is not None else b.start


_WITHOUT = re.compile(r"\swithout\s(?:(?:ever|even|yet|once)\s)?(?:(?:being|having been)\s)?$")
_BEGINS = re.compile(r"\W*(?:after|before|while|having|since|upon|following|once|when)\s")


def _subject_between(found: Findings, start: int, end: int) -> int | None:
    """`После задержания все трое содержались …`: where the subject of the verb begins."""
    if found.page.language == "en":
        return None
    subjects = [m for m in inside(found.beings, start, end) if m.feature("nominative") == "yes"]
    return subjects[0].start if subjects else None


def _before_subject(found: Findings, joints: list[re.Match[str]]) -> int | None:
    """`Two men convicted with him, Ivan and Petro, were …`: the names are whom *were* is about."""
    page, last = found.page, joints[-1]
    if page.language != "en" or not _AUX.match(page.low, last.end()):
        return None
    here = [m for m in found.beings if joints[0].end() <= m.start and m.end <= last.start()]
    starts = {j.end(): j.start() for j in joints[:-1]}
    if here and here[-1].end == last.start() and here[0].start in starts:
        return starts[here[0].start]
    return None


_AUX = re.compile(r"(?:was|were|is|are|had|has|have)\s")


def _between_likes(found: Findings, joint: re.Match[str]) -> bool:
    """Whether the conjunction joins two names rather than two clauses."""
    for likes in (found.beings, found.ends):
        near = inside(likes, joint.start() - _LONGEST_NAME, joint.end() + _LONGEST_NAME)
        before = any(m.end == joint.start() for m in near)
        after = next((m for m in near if m.start == joint.end()), None)
        if before and after is not None and after.feature("pronoun") not in _SUBJECTS:
            return True
    return False


def _opening(page: Paragraph, start: int, end: int) -> str:
    match = _OPENING.match(page.low, start, end)
    return match.group(1) if match else ""


_LONGEST_NAME = 80
_FINITE = re.compile(r"(?:\w+\s)?\w+(?:[єе]|ть|в|ла|ло|ли|л|ет|ит|ют|ут)(?:ся|сь)?\s")
_GAPPED = re.compile(r"(?:, [^,.;]{3,40},)?\s[—–]\s(?:до|в|у|во|на)\s")
_SUBJECTS = frozenset(("he", "she", "we", "they"))  # "against him and he was": a new clause
_AUXILIARY = frozenset("was were is are had has have".split())
_HELPED = re.compile(r"(?<!\w)(?:was|were|is|are|had|has|have)\s(?:\w+\s){0,3}$")
_COMMA_BEFORE = re.compile(r"[,;]\s(?:(?:а|и)\s)?$")
_SIGHTING = re.compile(r"saw|seen|met|(?:по)?бачи|у?виде|зустрі|встрети")
_OPENING = re.compile(r"[\s,;–—-]*((?:[\w']+\s){0,2}[\w']+)")


def opens_with(clause: Clause, page: Paragraph, pattern: re.Pattern[str]) -> bool:
    """Whether the clause, after its comma, starts with a match of the pattern."""
    text = page.low[clause.start : clause.end].lstrip(" ,;–—-")
    return bool(pattern.match(text))
