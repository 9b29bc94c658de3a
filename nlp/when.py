"""Which date of a sentence belongs to a clause, and what a relative one counts from."""

import re
from dataclasses import dataclass, replace

from graph.period import Aspect, Period, Precision, Range
from nlp.clauses import Clause
from nlp.dates import Dated, Form
from nlp.findings import Findings, inside

_LASTING = frozenset(("held_at", "moved"))
_OPENING = 12  # characters before a date that still opens its sentence
_LEADS = re.compile(  # "late in the evening of", "it was only in"
    r"(?:(?:and|but|it was|only|not|until|in|on|at|by|around|about|late|early|the|night|morning|"
    r"evening|afternoon|day|of|from|already|also|then|later|again|finally|some time|same|one)\s)*"
)
_MONTH = 31
_OTHER_TIME = frozenset(
    ("after", "before", "since", "until", "following", "having", "після", "после")
)
_LATER = re.compile(r"(?:а |и |і |й )?(?:через|спустя|за)(?!\w)")
_RELATIVE = re.compile(
    r"(?:where|who|whom|which|whose|де|где|як(?:ий|а|е|і|ого|ої|у|их|им|ими)|котор\w{2,3})$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The date phrase of a clause, and its bounds where it counts from another date."""

    phrase: Dated | None = None
    resolved: Period | None = None


def when(found: Findings, sentence: tuple[int, int], parts: list[Clause], clause: Clause) -> When:
    """The clause's own date; else the one that opens the sentence, if none came between."""
    phrase = (
        _own(found, clause)
        or _before_when(found, clause)
        or _until_noun(found, parts, clause)
        or _opening(found, sentence, clause)
    )
    if phrase is None or phrase.least is None or phrase.most is None:
        return When(phrase=phrase)
    return When(phrase=phrase, resolved=_relative(found, phrase))


def _own(found: Findings, clause: Clause) -> Dated | None:
    """The nearest date in the clause; two at one distance are none."""
    dates = [
        d
        for d in inside(found.dates, clause.start, clause.end)
        if not _bracketed(found, d) and not _birth(found, d) and not _told_on(found, d)
    ]
    dates = [d for d in dates if d.least is None] or dates
    taken = clause.trigger is not None and clause.trigger.property == "captured"
    if taken and clause.trigger and found.page.low.startswith(" since", clause.trigger.end):
        dates = [replace(d, form="point") if d.form == "since" else d for d in dates]
    if clause.trigger is not None and clause.trigger.property not in _LASTING:
        dates = [d for d in dates if d.form != "since"]  # "in custody since May, charged with …"
    trigger = clause.trigger
    if len(dates) <= 1 or trigger is None:
        return dates[0] if dates else None
    ranked = sorted(
        (max(d.start - trigger.end, trigger.start - d.end, 0), d.start, d) for d in dates
    )
    return None if ranked[0][0] == ranked[1][0] else ranked[0][2]


def _opening(found: Findings, sentence: tuple[int, int], clause: Clause) -> Dated | None:
    before = inside(found.dates, sentence[0], clause.start)
    first = clause.opening.split(" ")[0]
    if _RELATIVE.match(first) or first in _OTHER_TIME:
        return None  # "in October he came to No. 97, where he still is"
    if found.page.language == "uk" and first in ("що", "ніби", "наче"):
        return None  # "5 травня стало відомо, що його перевели"
    stays = clause.trigger is not None and clause.trigger.property == "held_at"
    if found.page.language == "uk" and stays and first in ("він", "вона", "вони"):
        return None  # "у травні подзвонив хлопець, він сидів у …"
    if found.page.language == "en" and _only_describes(found, clause):
        return None  # "On Friday a court sentenced Hai, a marine captured in Mariupol"
    if _LATER.match(clause.opening):
        return None  # "в октябре отправили в …, а через год в …"
    lead = found.page.low[sentence[0] : before[0].start] if len(before) == 1 else "-"
    if (len(lead) <= _OPENING and lead != "-") or _LEADS.fullmatch(lead):
        if before[0].form == "until" and not stays:  # "until May he was held there, then moved"
            return replace(before[0], form="after")
        return before[0]
    return None


def _only_describes(found: Findings, clause: Clause) -> bool:
    """Whether the trigger is a participle that says which man is meant."""
    low, trigger = found.page.low, clause.trigger
    if trigger is None or trigger.mode == "noun" or not _AFTER.match(low, trigger.end):
        return False
    start = found.page.sentence_at(trigger.start)[0]
    return bool(_NOUN_BEFORE.search(low, start, trigger.start))


_AFTER = re.compile(r"\s(?:in|at|near|by|during|outside)\s")
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:an?|the|\d+|two|three|four|five|six|seven|eight|nine|ten|several)\s(?:[\w-]+\s){0,3}"
    r"(?:m[ae]n|wom[ae]n|marines?|soldiers?|servicem[ae]n|officers?|medics?|prisoners?|civilians?|"
    r"journalists?|sailors?|fighters?|defenders?|drivers?|residents?|activists?|ukrainians?|captives?)\s$"
)


def _before_when(found: Findings, clause: Clause) -> Dated | None:
    """`until 8 February 2024, when he was exchanged`: the day right before *when*."""
    if found.page.language != "en" or clause.opening.split(" ")[0] != "when":
        return None
    near = [d for d in found.dates if 0 <= clause.start - d.end <= 1]
    dated = near[0] if near and near[0].first is not None and near[0].last is None else None
    return replace(dated, form="point") if dated is not None else None


def _until_noun(found: Findings, parts: list[Clause], clause: Clause) -> Dated | None:
    """`remained there until his release on 29 December`: the day of the noun bounds the stay."""
    at = parts.index(clause) if clause in parts else len(parts)
    following = parts[at + 1] if at + 1 < len(parts) else None
    if following is None or following.trigger is None or following.trigger.mode != "noun":
        return None
    low, before = found.page.low, following.trigger.start
    form: Form = "until" if _UNTIL.search(low, clause.start, before) else "since"
    if form == "since" and not _SINCE.search(low, clause.start, before):
        return None
    phrase = _own(found, following)
    known = phrase is not None and phrase.form == "point" and phrase.first is not None
    return replace(phrase, form=form) if phrase is not None and known else None


_SINCE = re.compile(r"(?<!\w)(?:since|ever since)\s(?:\w+\s){1,2}$")
_UNTIL = re.compile(r"(?<!\w)(?:until|till|up to)\s(?:\w+\s){1,2}$")


def _birth(found: Findings, dated: Dated) -> bool:
    """`born on 5 May 1991`: no time of what the sentence tells."""
    low = found.page.low
    lead = low[max(0, dated.start - 30) : dated.start]
    return bool(_BORN.search(lead) or _OF_BIRTH.match(low, dated.end))


_BORN = re.compile(r"(?:born|родил\w+|родивш\w+|народи\w+|нар\.|род\.)\s(?:on\s|in\s|в\s|у\s)?$")
_OF_BIRTH = re.compile(r"\s?(?:года |року |г\. ?)?(?:рождения|народження|р\.\s?н\.|г\.\s?р\.)")


def _told_on(found: Findings, dated: Dated) -> bool:
    """`…, the prosecutor said on 5 May`: the day of the telling."""
    lead = found.page.low[max(0, dated.start - 30) : dated.start]
    return found.page.language == "en" and bool(_SAID_ON.search(lead))


_SAID_ON = re.compile(
    r"(?<!\w)(?<!was )(?<!were )(?<!been )(?:said|announced|reported|stated|wrote|"
    r"declared|told (?:reporters|journalists))\s"
    r"(?:in a statement\s)?(?:(?:on|late on|early on|in)\s)?$"
)


def _bracketed(found: Findings, dated: Dated) -> bool:
    """A date in brackets is mostly a birth, an age, a source."""
    text = found.page.text
    opened = text.rfind("(", 0, dated.start)
    return opened > text.rfind(")", 0, dated.start) and dated.start - opened < 30


def _relative(found: Findings, phrase: Dated) -> Period | None:
    """From the last explicit date of the paragraph; None if there is none close enough."""
    explicit = [
        d
        for d in found.dates
        if d.end <= phrase.start and d.first is not None and d.form == "point"
    ]
    if not explicit or phrase.least is None or phrase.most is None:
        return None
    base = explicit[-1].first
    if base is None or base.hi - base.lo > _MONTH:
        return None
    if phrase.most == 0 and base.hi != base.lo:
        return None  # "freed the same day", where only a month was told
    days = Range(base.lo + phrase.least, base.hi + phrase.most)
    return Period(
        start=days,
        end=days,
        aspect=Aspect.WITHIN,
        precision=Precision.RELATIVE,
        words=phrase.words,
    )
