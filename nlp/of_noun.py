"""Of whom a noun tells: `the trial of Hai`, `after his transfer`, «смерть Гая»."""

import re

from nlp.clauses import Trigger
from nlp.findings import Findings, inside
from nlp.lists import joined
from nlp.mention import Mention
from nlp.paragraph import Paragraph


def of_noun(found: Findings, trigger: Trigger) -> tuple[Mention, ...]:
    """`the trial of Hai`, `after Hai's transfer`, «після етапування … Гай захворів».

    A transfer counts only where its time is told: one that is asked for need not have been.
    """
    page = found.page
    sentence = page.sentence_at(trigger.start)
    lead = page.low[max(0, trigger.start - 60) : trigger.start]
    if (
        trigger.property == "moved"
        and not _TOOK_PLACE.match(page.low, trigger.end)
        and not _TIMED[page.language].search(lead)
    ):
        return ()
    named = [m for m in inside(found.people, *sentence) if m.named]
    after = inside(found.beings, trigger.end, sentence[1])
    told_of = trigger.property == "captured" and _SPOKEN_OF.search(lead)
    far = (
        (trigger.property == "died" or told_of)
        and after
        and (_NO_STOP if told_of else _IN_PLACE).fullmatch(page.low, trigger.end, after[0].start)
    )
    if page.language != "en" and after and (after[0].start == trigger.end + 1 or far):
        oblique = after[0].feature("nominative") != "yes" or after[0].label == "group"
        return joined(page, after, last=False) if oblique else ()
    objects = [m for m in after if _OF.fullmatch(page.low, trigger.end, m.start)]
    if page.language == "en" and objects:
        return joined(page, [m for m in after if m.start >= objects[0].start], last=False)
    owners = [m for m in named if page.low[m.end : trigger.start] in ("'s ", "’s ", "' ")]
    if owners:
        return (owners[0],)
    subjects = [m for m in named if m.feature("nominative") == "yes" and not _tells(page, m)]
    whom = [m for m in inside(found.beings, *sentence) if m.label == "person"]
    if page.language == "en" and _WHOSE.search(lead) and len(whom) == 1 and not named:
        return (whom[0],)
    whose = _WHOSE.search(lead) or page.language != "en"
    return (subjects[0],) if whose and len(named) == 1 and len(subjects) == 1 else ()


_TOOK_PLACE = re.compile(r"[^.;,]{0,60}\s(?:took place|occurred|happened|followed|was carried out)")
_OF = re.compile(
    r"\s?(?:in the (?:criminal )?case )?(?:of|against|on|for)\s(?:\w+\s){0,2}|(?<=\sin)\s"
)
_WHOSE = re.compile(r"(?<!\w)(?:his|her)\s(?:\w+\s)?$")
_TIMED = {
    "en": re.compile(
        r"(?<!\w)(?:after|since|following|during|before|upon|prior to|on)\s"
        r"(?:(?:the|his|her|their)\s)?(?:[\w-]+(?:'s|’s)?\s){0,3}$"
    ),
    "uk": re.compile(r"(?<!\w)(?:після|під час|перед|до|з часу)\s(?:(?:його|її|свого)\s)?$"),
    "ru": re.compile(r"(?<!\w)(?:после|во время|перед|до|при)\s(?:(?:его|её|ее|своего)\s)?$"),
}
_SPOKEN_OF = re.compile(r"(?<!\w)(?:об?|про)\s$")  # «заявили о задержании в Бердянске … Гая»
_NO_STOP = re.compile(r"\s[^,.;:()]{0,60}")
_IN_PLACE = re.compile(  # "смерть у полоні 30-річного Гая"
    r"\s(?:(?:у|в|на|во)\s[\w№-]+\s(?:[\w-]+\s)?)?(?:[\w-]+(?:ого|их|ых|ої|ой|нта|та)\s){0,2}"
)


def _tells(page: Paragraph, mention: Mention) -> bool:
    """`Про його смерть повідомив Гай`: who tells of it."""
    said = page.words.pattern("modality.said")
    before = page.low[max(0, mention.start - _VERB) : mention.start].rstrip()
    after = page.low[mention.end : mention.end + _VERB].lstrip()
    ended = any(m.end() == len(before) for m in said.finditer(before))
    return page.language == "uk" and (ended or bool(said.match(after)))


_VERB = 20
