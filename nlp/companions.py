"""Beside whom something befell somebody: `мене разом із Захаром`, `captured with a driver, Hai`."""

import re
from functools import cache

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.lexicon import lexicon
from nlp.lists import joint
from nlp.mention import Mention
from nlp.paragraph import Paragraph

_REACH = 60
_SHARED = frozenset(("captured", "exchanged", "moved", "released"))


def companions(found: Findings, clause: Clause, chosen: tuple[Mention, ...]) -> list[Mention]:
    """Those of the clause who stand beside the chosen ones, or are named as some of them."""
    low = found.page.low
    rests = clause.trigger is not None and clause.trigger.property == "held_at"
    celled = rests and _CELL.search(low, clause.start, clause.end)
    weak = rests and clause.trigger is not None and not clause.trigger.strong
    english = found.page.language == "en"
    out: list[Mention] = [] if english else _further_among(found, clause)
    for mention in inside(found.beings, clause.start, clause.end):
        pronoun = mention.feature("pronoun")
        if mention in chosen or mention in out or pronoun == "we":
            continue
        if pronoun == "i" and weak and not inside(found.ends, clause.start, clause.end):
            continue  # "У камері зі мною був Гай" tells of him
        if english and _beside(found, clause, mention, out):
            out.append(mention)
            continue
        if mention.label == "group" and not _more(found, clause, mention):
            continue
        before = low[max(clause.start, mention.start - 70) : mention.start]
        near = _WITH.search(before)
        close = near is not None and any(m.end == mention.start - len(near.group()) for m in chosen)
        if rests and near is not None and clause.trigger is not None:
            close = close or mention.start - len(near.group()) == clause.trigger.end
        beside_me = pronoun == "i" and found.page.language == "uk" and not rests
        named = (pronoun is None or beside_me) and (_BESIDE_WHOM.search(before) or close)
        named = named or (mention.named and bool(_WITH_TWO.search(before)))
        named = named or (
            chosen[-1].label == "group" and mention.named and _among(found.page, out, mention)
        )
        sighting = clause.trigger is not None and clause.trigger.sighting
        if named or (celled and near is not None and not sighting):
            out.append(mention)
    return out


def _more(found: Findings, clause: Clause, group: Mention) -> bool:
    """`мене разом з іще шістьма перевезли`: a sized group that went with him."""
    shared = clause.trigger is not None and clause.trigger.property in _SHARED
    return found.page.language == "uk" and shared and bool(group.feature("size_least"))


def _further_among(found: Findings, clause: Clause) -> list[Mention]:
    """`Серед обміняних — Гай, якого захопили в Ізюмі, і Рудь`: the names after the clause."""
    page, trigger = found.page, clause.trigger
    if trigger is None or not page.low.startswith(("серед ", "среди "), trigger.start):
        return []
    end = page.sentence_at(trigger.start)[1]
    return [
        m
        for m in inside(found.people, clause.end, end)
        if m.named and m.feature("nominative") == "yes" and _AND_HE.search(page.low, 0, m.start)
    ]


_AND_HE = re.compile(r",?\s(?:і|й|та|и)\s(?:[\w«»\"-]+\s){0,3}$")


def without_companions(beings: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """`Rud, held with her, was released`: he alone, though she was held, too."""
    chief = tuple(m for m in beings if m.label != "person" or m.feature("nominative") != "no")
    return chief if chief and chief[0] == beings[0] else beings


def _beside(found: Findings, clause: Clause, mention: Mention, out: list[Mention]) -> bool:
    """`with our surgeon, Vadym Hai, and a driver, Petro Rud`, `along with thirty others`."""
    trigger, low = clause.trigger, found.page.low
    if trigger is None or mention.start < trigger.end:
        return False
    kept = trigger.property == "held_at" and trigger.strong and not trigger.sighting
    lead = low[max(trigger.end - 1, mention.start - _REACH) : mention.start]
    if kept and lead.endswith("with ") and mention.feature("pronoun") in ("he", "she", "i"):
        return not _DEALT.search(lead)
    if mention.feature("pronoun") or not (mention.named or mention.label == "person"):
        return False
    if out and _next().fullmatch(low, out[-1].end, mention.start):
        return True
    lead = low[max(trigger.end - 1, mention.start - _REACH) : mention.start]
    celled = trigger.property == "held_at" and not trigger.sighting and not _DEALT.search(lead)
    if mention.label == "group" and trigger.property not in _SHARED:
        return False
    cue = "with" if trigger.property in _SHARED or celled else "together"
    return bool(_led_in(cue).search(lead))


_DEALT = re.compile(
    r"(?:contact|touch|meeting|met|communication|interview|conversation|call|talk\w*|word|visit|"
    r"letters?|compared|charged|familiar|cross|confronted)\swith\s"
)


@cache
def _led_in(cue: str) -> re.Pattern[str]:
    words = lexicon("en")
    who = words["companions.who"].replace("{others}", words["companions.others"])
    return re.compile(rf"(?<!\w)(?:{words[f'companions.{cue}']})\s(?:{who})?$")


@cache
def _next() -> re.Pattern[str]:
    words = lexicon("en")
    who = words["companions.who"].replace("{others}", words["companions.others"])
    return re.compile(rf"(?:,|,?\sand)\s(?:{who})?")


def _among(page: Paragraph, found: list[Mention], mention: Mention) -> bool:
    """`60 men were exchanged, including Hai and Rud`."""
    lead = page.low[max(0, mention.start - _REACH) : mention.start]
    between = page.low[found[-1].end : mention.start] if found else ""
    after = bool(joint(page.language).fullmatch(between))
    return after or bool(including(page.language).search(lead))


@cache
def including(language: str) -> re.Pattern[str]:
    """What leads in the names of some of a group: `including`, with a few words after it."""
    words = lexicon(language)["people.including"]
    return re.compile(rf"(?<!\w)(?:{words})\s(?:the\s|[—–]\s|[ий]\s)?(?:[\w«»\"-]+:?\s){{0,4}}$")


_BESIDE_WHOM = re.compile(
    r"(?:(?:разом|вдвох|удвох|втрьох|утрьох|поруч) (?:з|із|зі)|"
    r"(?:вместе|вдвоём|вдвоем|рядом) (?:с|со)|together with|along with|alongside|next to|beside)\s"
    r"(?:(?:my|his|her)\s\w+\s|(?:(?:сво\w+|мо\w+|наш\w*|і?ще\sодн\w+|ещ[её]\sодн\w+)\s)?"
    r"(?:дружин|чоловік|брат|син|батьк|сестр|мат|доньк|режисер|журналіст|активіст|адвокат|"
    r"побратим|товариш|друг|сусід|знайом|колег|племінник|земляк|напарник|женой|жен|муж|сын|отц|дочер|товарищ)\w*,?\s)?$"
)
_WITH_TWO = re.compile(  # "судили вместе с двумя другими, Гаем и Рудем"
    r"(?<!\w)вместе с\s(?!мной|ним|ней|нами|ними)(?:\w+(?:мя|ими|ыми|ом|ой|ем)\s?){1,3}"
    r"(?:,\s[\w-]+(?:\s[\w-]+)?\sи\s|,\s)$"
)
_WITH = re.compile(r"(?:^|\s)(?:з|із|зі|с|со|with)\s$")
_CELL = re.compile(
    r"(?<!\w)(?:cells?|bunks?|section|ward|dormitory|barracks?|камер\w{1,2}|барац\w|бараке|нарах|"
    r"шконц\w|шконк\w)(?!\w)"
)
