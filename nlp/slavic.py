"""Whom a Ukrainian or Russian verb befalls: by case, number and gender."""

import re

from nlp.clauses import Clause
from nlp.lists import joined
from nlp.mention import Mention
from nlp.paragraph import Paragraph

_PLURAL_VERB = re.compile(r"(?:ли|но|то|ють|уть|ять|ать|ют|ут|ят|ат|лись|лися)$")
_PAST_MAN = re.compile(r"(?:[аеиіїяуо]в|ав|ив|ів|[аеияуоё]л|вся|лся|ер|иб|іг|віз|вёз|вез)$")
_PAST_WOMAN = re.compile(r"(?:ла|лася|лась)$")
_PASSIVE = re.compile(
    r"(?:ний|на|ні|тий|та|ті|ено|ен|ена|ены|ён|нен|ан|аны|ана|ят|ята|яты|ыт|то|но|лен|ден)$"
)
_SEVERAL = re.compile(r"(?:ли|лися|лись|ні|ті|ны|ты|ються|аться|яться|уть|ють|ять|ут|ют|ят)$")
_REFLEXIVE = re.compile(r"(?:ся|сь)$")  # «утримувалися»


def slavic(page: Paragraph, clause: Clause, free: list[Mention]) -> tuple[Mention, ...]:
    """Whom a Ukrainian or Russian clause speaks of, by case and by the form of its verb."""
    trigger = clause.trigger
    if trigger is None:
        return ()
    verb = page.low[trigger.start : trigger.end].split()
    forms = list(verb)
    if trigger.mode == "self":
        return _agreeing(page, [m for m in free if m.feature("nominative") != "no"], forms)
    within = [m for m in free if trigger.start <= m.start < trigger.end]
    if within:
        return _one(page, within)  # "признал Косенко виновным"
    oblique = [m for m in free if m.feature("nominative") == "no"]
    either = [
        m
        for m in free
        if not m.feature("pronoun")
        and m.feature("case") != "n"
        and (m.label == "group" or m.feature("nominative") == "")
    ]
    straight = [m for m in free if m.feature("nominative") == "yes" and m not in either]
    impersonal = any(w.endswith(("но", "то")) for w in forms)
    suffers = reflexive(forms) or any(map(is_participle, forms))
    if not impersonal and suffers:
        return _one(page, straight or either) or _one(page, oblique)
    people = [m for m in free if m in oblique or (m in either and m.label == "person")]
    chosen = _one(page, people) or _one(page, oblique or either)
    if chosen or oblique or either:
        return chosen
    indeclinable = [m for m in straight if not m.feature("pronoun") and not m.feature("case")]
    after = [m for m in indeclinable if _caseless_after(page, trigger.end, m)]
    if after:
        return _one(page, after)  # "суд приговорил Косенко к …"
    plural = impersonal or any(_PLURAL_VERB.search(w) for w in forms)
    return _one(page, indeclinable) if plural and len(indeclinable) == 1 else ()


def _caseless_after(page: Paragraph, end: int, mention: Mention) -> bool:
    """Right after the verb stands its object, where the name shows no case."""
    right = 0 <= mention.start - end <= 1
    return right and bool(_CASELESS.search(page.low, mention.start, mention.end))


_CASELESS = re.compile(r"(?:[оеиуэю]|их|ых)$")


def agrees(forms: list[str], gender: str | None) -> bool:
    """Whether a past tense may speak of one of that gender."""
    if gender == "f":
        return not any(_PAST_MAN.search(w) for w in forms)
    return gender != "m" or not any(_PAST_WOMAN.search(w) for w in forms)


def reflexive(forms: list[str]) -> bool:
    """Whether the verb speaks of its subject: «утримувалися»."""
    return any(_REFLEXIVE.search(w) for w in forms)


def several(forms: list[str]) -> bool:
    """Whether the form speaks of more than one, as a subject."""
    return any(_SEVERAL.search(w) for w in forms)


def is_participle(word: str) -> bool:
    """Whether the form is a passive one, whose subject suffers."""
    return bool(_PASSIVE.search(word)) and not word.endswith(("ли", "ла", "в", "л"))


def _agreeing(page: Paragraph, free: list[Mention], forms: list[str]) -> tuple[Mention, ...]:
    """The subject of a verb of its own: gender and number must agree where they show."""
    man = any(_PAST_MAN.search(w) for w in forms)
    woman = any(_PAST_WOMAN.search(w) for w in forms)
    fitting = [
        m
        for m in free
        if not (man and m.feature("gender") == "f")
        and not (woman and m.feature("gender") == "m")
        and not ((man or woman) and m.label == "group")
    ]
    return _one(page, fitting)


def _one(page: Paragraph, found: list[Mention]) -> tuple[Mention, ...]:
    """All of them if they are one list joined by *and*, else nothing."""
    chain = joined(page, found, last=False)
    return chain if len(chain) == len(found) else ()
