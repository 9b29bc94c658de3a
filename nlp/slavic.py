"""Whom a Ukrainian or Russian verb befalls: by case, number and gender."""

import re

from nlp.clauses import Clause, Trigger
from nlp.lists import joined
from nlp.mention import Mention
from nlp.paragraph import Paragraph

_PLURAL_VERB = re.compile(r"(?:ли|но|то|ють|уть|ять|ать|ют|ут|ят|ат|лись|лися)$")
_PAST_MAN = re.compile(r"(?:[аеиіїяуо]в|ав|ив|ів|[аеияуоё]л|вся|лся|ер|иб|іг|віз|вёз|вез)$")
_PAST_WOMAN = re.compile(r"(?:ла|лася|лась)$")
_PAST = re.compile(r"(?:л|ла|в|вся|лся|лась|иб|ер|ас)$")
_PASSIVE = re.compile(
    r"(?:у?бит|бита|биты|ний|на|ні|тий|та|ті|ено|ен|ена|ены|ён|нен|ан|аны|ана|ят|ята|яты|ыт|то|но|лен|ден)$"
)
_SEVERAL = re.compile(r"(?:ли|лися|лись|ні|ті|ны|ты|ються|аться|яться|уть|ють|ять|ут|ют|ят)$")
_REFLEXIVE = re.compile(r"(?:ся|сь)$")  # «утримувалися»


def slavic(page: Paragraph, clause: Clause, free: list[Mention]) -> tuple[Mention, ...]:
    """Whom a Ukrainian or Russian clause speaks of, by case and by the form of its verb."""
    if clause.trigger is None:
        return ()
    return _befallen(page, clause.trigger, free) or _befallen(
        page, clause.trigger, _beside(page, clause.trigger, free)
    )


def _beside(page: Paragraph, trigger: Trigger, free: list[Mention]) -> list[Mention]:
    """`Вирок Гаю набув чинності, його відправлять …`: of a name and a pronoun the one that no
    comma parts from the verb.
    """
    near = [
        m
        for m in free
        if not _STOP.search(page.low, min(m.end, trigger.end), max(m.start, trigger.start))
    ]
    far = [m for m in free if m not in near]
    apart = all(m.feature("pronoun") for m in near) or all(m.feature("pronoun") for m in far)
    return near if apart else []


_STOP = re.compile(r"[,:;]|\s[—–]\s")


def _befallen(page: Paragraph, trigger: Trigger, free: list[Mention]) -> tuple[Mention, ...]:
    verb = page.low[trigger.start : trigger.end].split()
    forms = list(verb)
    if trigger.mode == "self":
        straight = [m for m in free if m.feature("nominative") != "no"]
        alone = _surname_before(trigger, free) if _PAST.search(forms[0]) else []
        return _agreeing(page, straight or alone, forms, free)
    within = [m for m in free if trigger.start <= m.start < trigger.end]
    if within:
        return _one(page, within, free)  # "признал Косенко виновным"
    if _GOVERNS.search(page.low, trigger.start, trigger.end):
        return _governed(page, trigger, free)
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
        own = _described(page, trigger, free, forms)
        return own or _one(page, straight or either, free) or _one(page, oblique, free)
    people = [m for m in free if m in oblique or (m in either and m.label == "person")]
    chosen = _one(page, people, free) or _one(page, oblique or either, free)
    if chosen or oblique or either:
        return chosen
    indeclinable = [m for m in straight if not m.feature("pronoun") and not m.feature("case")]
    after = [m for m in indeclinable if _caseless_after(page, trigger.end, m)]
    if after:
        return _one(page, after, free)  # "суд приговорил Косенко к …"
    plural = impersonal or any(_PLURAL_VERB.search(w) for w in forms)
    return _one(page, indeclinable, free) if plural and len(indeclinable) == 1 else ()


def _surname_before(trigger: Trigger, free: list[Mention]) -> list[Mention]:
    """`Сулима скончался`: a surname alone that looks like a case of another, before its verb."""
    return [
        m
        for m in free
        if m.named
        and not m.feature("given")
        and m.words.endswith(("а", "я"))
        and m.end + 1 == trigger.start
    ]


def _governed(page: Paragraph, trigger: Trigger, free: list[Mention]) -> tuple[Mention, ...]:
    """`рассмотрение дела в отношении Заики Н. М. и Корж Т. Л.`: those named right after it."""
    after = [m for m in free if m.start > trigger.end]
    if not after or not _NO_STOP.fullmatch(page.low, trigger.end, after[0].start):
        return _one(page, [m for m in free if m.feature("nominative") == "no"], free)
    return joined(page, after, last=False)


_GOVERNS = re.compile(
    r"(?:отношении|обвинению|против|над|по делу|рассмотрени\w дел\w{1,2}|щодо|проти)$"
)
_NO_STOP = re.compile(r"[^,;:.()]{0,60}")


def _described(
    page: Paragraph, trigger: Trigger, free: list[Mention], forms: list[str]
) -> tuple[Mention, ...]:
    """`звільнений з полону Гай`: the name that follows a participle in full form is its own."""
    if not any(w.endswith(("ий", "ого")) for w in forms):
        return ()
    after = [m for m in free if m.start > trigger.end and m.named and m.label == "person"]
    if not after or not _OWN_WORDS.fullmatch(page.low, trigger.end, after[0].start):
        return ()
    straight = after[0].feature("nominative") == "yes"
    return (after[0],) if straight == any(w.endswith("ий") for w in forms) else ()


_OWN_WORDS = re.compile(r"\s(?:(?:з|із|у|в|під\sчас)\s(?:\w+\s){1,2})?(?:[\w«»-]+\s){0,3}")


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


def _agreeing(
    page: Paragraph, free: list[Mention], forms: list[str], everybody: list[Mention]
) -> tuple[Mention, ...]:
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
    return _one(page, fitting, [m for m in everybody if m.label == "person"])


def _one(page: Paragraph, found: list[Mention], free: list[Mention]) -> tuple[Mention, ...]:
    """All of them if they are one list joined by *and*, else nothing.

    The case of one of a list is that of all: «Литвина и Гончара судили», «Мищенко и Лысаку».
    """
    chain = joined(page, found, last=False)
    whole = _list_of(page, found, free)
    if len(whole) > len(chain) and all(m in whole for m in found):
        return whole
    return chain if len(chain) == len(found) else ()


def _list_of(page: Paragraph, found: list[Mention], free: list[Mention]) -> tuple[Mention, ...]:
    """The list of names that the first of `found` stands in, closed by *and*."""
    if not found or any(m.feature("pronoun") for m in found):
        return ()
    names = [m for m in free if not m.feature("pronoun")]
    first = joined(page, [m for m in names if m.start <= found[0].start], last=True)
    if not first:
        return ()  # a group, in no list of names
    chain = joined(page, [m for m in names if m.start >= first[0].start], last=False)
    closed = len(chain) > 1 and _AND.search(page.low, chain[-2].end, chain[-1].start)
    return chain if closed else ()


_AND = re.compile(r"\s(?:и|і|й|та)\s")
