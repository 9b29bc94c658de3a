"""How a clause is meant: denied, planned, refused, supposed, hearsay, coerced; and the basis."""

import re
from dataclasses import dataclass

from graph.claim import Polarity, Told
from nlp.clauses import Clause, Trigger
from nlp.paragraph import Paragraph

OFFICIAL = frozenset(("court_record", "ru_official", "ua_official_list"))
_FUTURE = re.compile(  # perfective verbs have no present: `отправят`, «переведуть»
    r"(?:отправ|направ|перевед|повез|вывез|увез|привез|отвез|этапиру|обменя|освобод|отпуст|достав|перемест|посад)(?:ут|ют|ят|ит|ет)$|\w{3}тим(?:е|уть)$|"
    r"(?:відправл|переведу|вивезу|привезу|відвезу|повезу|етапуват|етапу|обміня|поміня|звільн|доставл|переміст)\w{0,3}ть$"
)
_INFINITIVE = {"uk": re.compile(r"\w{3,}ти(?:ся)?"), "ru": re.compile(r"\w{3,}(?:ть|ти)(?:ся)?")}
_GOES_ON = re.compile(
    r"(?:нача|ста[вл]|продолж|поча|продовж|перестал|удалось|вдалос[ья]|могли)\w*\s(?:\w+\s){0,2}$"
)
_YET = re.compile(r"(?<!\w)(?:before|awaiting|pending|ahead of|until|without)\s(?:\w+\s){0,2}$")
_KIND_OF = re.compile(
    r"\s(?:\w+\s)?(?:prisoners?|detainees?|soldiers?|captives?|servicem[ae]n|civilians?|hostages?|pows?|"
    r"ukrainians?|marines?|fighters?|defenders?|m[ae]n|wom[ae]n|cellmates?|inmates?|medics?)(?!\w)"
)
_DETERMINED = re.compile(
    r"(?:^|(?<!\w)(?:an?|one|another|the|some|many|several|other|most|few|of|by|from|with|and|recently|newly))\s*$"
)
_CONCEDED = re.compile(  # "they deny it, although he was seen": of what follows nothing is denied
    r"^.*[,;]\s(?:although|though|even though|but|yet|while|whereas)\s|"
    r"^.*(?<!\w)(?:(?:это|это всё|це|цього)\s[\w']+|[\w']+\s(?:это|це|цього|this)):\s"
)
_MEANWHILE = re.compile(
    r"(?:^|[,—–]\s?)(?:even )?(?:as|while|when|after|before|because|since|although|though)\s[^,]*$"
)
_ARGUED = re.compile(r"(?:довод\w{0,2}|аргумент\w{0,2}|the (?:argument|claim)s?|argument)\s")
_STAFF = {
    "en": ("guard", "staff", "warden", "officer"),
    "uk": ("охорон", "конвоїр", "наглядач", "персонал"),
    "ru": ("охран", "конвоир", "надзирател", "персонал"),
}
_INMATES = {
    "en": ("cellmate", "other prisoners", "other detainees", "fellow"),
    "uk": ("співкамерник", "інших полонен", "інші полонен"),
    "ru": ("сокамерник", "других пленн", "другие пленн"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """How the clause is meant, in the words of the domain."""

    polarity: Polarity = Polarity.ASSERTED
    told: Told = Told.DIRECT
    depth: int = 0
    basis: str = "unknown"
    conditional: bool = False


def modality(
    page: Paragraph, clause: Clause, sentence: tuple[int, int], *, source_type: str | None
) -> Modality:
    """Reads the cues of one clause; the first that fits decides."""
    words, trigger = page.words, clause.trigger
    if trigger is None:
        return Modality()
    lead = page.low[clause.start : trigger.start]
    whole = page.low[sentence[0] : sentence[1]]
    before = page.low[sentence[0] : trigger.start]
    before = _CONCEDED.sub("", before)
    unsure = words.pattern("modality.conditional").search(lead)
    promised = None
    if unsure and unsure.group() == "would" and words.get("modality.promised"):
        promised = words.pattern("modality.promised").search(before)
        unsure = None if promised else unsure  # "was told that he would be exchanged"
    unconfirmed = words.pattern("modality.unconfirmed").search(page.low, trigger.end, sentence[1])
    conditional = bool(unsure or unconfirmed) or (
        page.language == "ru" and page.low.startswith(" ли ", trigger.end)  # "содержится ли он там"
    )
    conditional = conditional or _asked_in_vain(page, clause, sentence)
    conditional = conditional or bool(words.pattern("modality.believed").search(before))
    polarity = Polarity.ASSERTED
    refusal = words.pattern("modality.refused").search(lead)
    after = page.low[trigger.end : sentence[1]]
    taken_back = not _negated(page, clause, lead) and (
        _taken_back(page, after) or _lives(page, trigger, after)
    )
    if (
        taken_back
        or _negated(page, clause, lead)
        or words.pattern("modality.denied").search(before)
    ):
        polarity = Polarity.DENIED
    elif refusal is not None and (page.language == "en" or "," not in lead[refusal.end() :]):
        polarity = Polarity.REFUSED
    elif (
        promised
        or _before(words.pattern("modality.planned"), page, clause.start, trigger)
        or _to_come(page, clause, trigger, lead)
    ):
        polarity = Polarity.PLANNED
    if trigger.mode == "noun" and trigger.property in ("tried", "sentenced", "charged"):
        conditional = conditional or bool(_YET.search(lead))
    bare = page.language == "en" and page.low.endswith("to ", 0, trigger.start)
    if bare and polarity is Polarity.ASSERTED:
        conditional = True  # "to exchange us": whether it came to that is not said
    if page.language == "en" and _KIND_OF.match(after) and _DETERMINED.search(lead):
        conditional = True  # "released prisoners say": it tells what they are, not what happened
    session = _SESSION.match(page.low, trigger.start)  # "заседание не состоялось" that day
    put_off = polarity is Polarity.DENIED and session is not None
    conditional = conditional or put_off or _undone(page, trigger, clause.start, sentence[1])
    assumed = page.language == "en" or polarity is Polarity.ASSERTED  # not "thinks he will be"
    conditional = conditional or (assumed and _unasserted(page, before))
    told, depth = Told.DIRECT, 0
    if words.pattern("modality.coerced").search(before):
        told = Told.COERCED
    elif words.pattern("modality.hearsay").search(page.low, sentence[0], clause.end):
        told, depth = Told.HEARSAY, 1
    elif source_type in OFFICIAL and not _ARGUED.match(whole):
        told = Told.OFFICIAL
    return Modality(
        polarity=polarity,
        told=told,
        depth=depth,
        basis=_basis(page, whole, told),
        conditional=conditional,
    )


_SESSION = re.compile(r"(?:судебн\w{2,3}\s)?(?:заседани|слушани)")


def again(page: Paragraph, clause: Clause, meant: Modality) -> list[tuple[str, str]]:
    """`not brought there a second time`, `no longer held there`: the first time is not denied."""
    if meant.polarity is not Polarity.DENIED or clause.trigger is None:
        return []
    if clause.trigger.property not in ("moved", "held_at"):
        return []
    said = page.words.pattern("modality.again").search(page.low, clause.start, clause.end)
    return [("again", "yes")] if said else []


def _undone(page: Paragraph, trigger: Trigger, start: int, end: int) -> bool:
    """Charges that were dropped, a sentence that was upheld: neither is new."""
    source = page.words.get(f"modality.undone.{trigger.property}")
    noun = trigger.mode == "noun" or trigger.property in ("charged", "tried")
    noun = noun or bool(_HEARING.search(page.low, trigger.start, trigger.end))
    return bool(source) and noun and bool(re.search(source, page.low[start:end]))


def _to_come(page: Paragraph, clause: Clause, trigger: Trigger, lead: str) -> bool:
    """A future, a bare infinitive; `суд над ним начнётся в мае`, `отложили`: not yet."""
    if page.language == "en":
        return False
    if _FUTURE.search(page.low, trigger.start, trigger.end):
        return True
    if _ordered(page, trigger) and not _GOES_ON.search(lead):
        return True
    source = page.words.get("modality.ahead") if trigger.property == "tried" else ""
    return bool(source) and bool(re.search(source, page.low[trigger.end : clause.end]))


def _unasserted(page: Paragraph, before: str) -> bool:
    """`nobody said where he was held`, `what she was accused of`: a question is no statement."""
    source = page.words.get("modality.unasserted")
    return bool(source) and bool(re.search(source, before))


_HEARING = re.compile(r"(?<!\w)(?:суду?|процес\w{0,2}|засіданн\w|слуханн\w|розгляд\w?)(?!\w)")


def _taken_back(page: Paragraph, after: str) -> bool:
    """`the posts say he was released; he was not`: what follows denies it."""
    source = page.words.get("modality.retracted")
    return bool(source) and bool(re.search(source, after))


def _lives(page: Paragraph, trigger: Trigger, after: str) -> bool:
    """`reported dead by one paper, he is alive`."""
    source = page.words.get("modality.alive")
    return trigger.property == "died" and bool(source) and bool(re.search(source, after))


def untrue(page: Paragraph, sentence: tuple[int, int]) -> bool:
    """`Це неправда`: it takes back what the sentence before passes on."""
    source = page.words.get("modality.untrue")
    return bool(source) and bool(re.match(rf"\W*(?:{source})(?!\w)", page.low[slice(*sentence)]))


def _asked_in_vain(page: Paragraph, clause: Clause, sentence: tuple[int, int]) -> bool:
    """`Де перебувають полонені, невідомо`, `спитав, чи його обміняли`: it is not said of them."""
    if page.language == "en" or clause.trigger is None:
        return False
    if _WHETHER.search(page.low[sentence[0] : clause.trigger.start]):
        return True
    asked = _WHERE.search(page.low, clause.start, clause.trigger.start)
    return bool(asked and _NOT_KNOWN.search(page.low, *sentence))


_WHERE = re.compile(r"(?<!\w)(?:де|куди|звідки|чи|где|куда|откуда)\s(?:\w+\s){0,2}$")
_WHETHER = re.compile(r"(?:^|[,—–(«]\s?)чи\s(?:[\w'-]+\s){0,4}$")
_NOT_KNOWN = re.compile(
    r"(?<!\w)(?:невідомо|неизвестно|не (?:було |было |буде |будет )?(?:відомо|известно)|"
    r"не (?:зна|каж|повідомля|розумі|говор|сообща|понима)(?:ю|є|в|ла|ли|ють|ємо|ет|ют|ем|л|ть|ят)|"
    r"не (?:каза|узна|дізна)(?:в|ла|ли|л|лися|вся|лась))(?!\w)"
)


def _ordered(page: Paragraph, trigger: Trigger) -> bool:
    """`содержать в СИЗО-1`: a bare infinitive orders or intends what need not have happened."""
    moves = trigger.property in ("moved", "held_at", "exchanged", "released", "tried")
    return moves and bool(
        _INFINITIVE[page.language].fullmatch(page.low, trigger.start, trigger.end)
    )


def _before(pattern: re.Pattern[str], page: Paragraph, start: int, trigger: Trigger) -> bool:
    """A cue before the trigger; it may look at the trigger's own form."""
    match = pattern.search(page.low, start, trigger.end)
    if match is None or match.start() >= trigger.start:
        return False
    meanwhile = _MEANWHILE.search(page.low, start, match.start())
    return not (meanwhile and "," in page.low[match.end() : trigger.start])


def _negated(page: Paragraph, clause: Clause, lead: str) -> bool:
    if page.words.pattern("modality.not_negation").search(lead[-30:]):
        return False
    if clause.trigger is not None and page.language != "en":
        said = page.low[clause.trigger.start : clause.trigger.end]
        if _NEGATED_INSIDE.search(said) or page.words.pattern("modality.said_no").match(said):
            return True  # "обвинения мне так и не предъявили"
    if clause.trigger is not None and (
        _is_not(page, clause.trigger) or _without(page, clause.trigger)
    ):
        return True
    return bool(_negation(page).search(lead)) or _none(page, clause) or _nor(page, clause)


_NEGATED_INSIDE = re.compile(r"\s(?:не|ні)\s(?:(?:был\w?|було|було)\s)?[\w']+$")


def _is_not(page: Paragraph, trigger: Trigger) -> bool:
    """`He is not in SIZO-2`: the negation stands after a bare *is*."""
    bare = page.language == "en" and trigger.mode == "self" and not trigger.strong
    return bare and bool(_NOT_NEXT.match(page.low, trigger.end))


_NOT_NEXT = re.compile(r"(?:n't|\s(?:not|never|no longer))(?!\w)(?!\s(?:only|just|merely|alone))")


def _without(page: Paragraph, trigger: Trigger) -> bool:
    """`held without being charged`: it was not done."""
    return page.language == "en" and bool(_WITHOUT.search(page.low, 0, trigger.start))


_WITHOUT = re.compile(
    r"(?<!\w)without\s(?:(?:ever|even|yet|once|any|formal|official)\s){0,2}"
    r"(?:(?:being|having been)\s)?$"
)


def _nor(page: Paragraph, clause: Clause) -> bool:
    """`was never convicted or charged`: the second of two participles is denied with the first."""
    if page.language != "en" or clause.trigger is None:
        return False
    start = page.sentence_at(clause.start)[0]
    return bool(_NOT_THIS_OR.search(page.low, start, clause.trigger.start))


_NOT_THIS_OR = re.compile(
    r"(?:(?<!\w)(?:not|never)|n't)\s(?:(?:been|yet|ever|formally|even)\s){0,2}"
    r"(?:\w+(?:ed|ied|ght|ven|ken|eld)(?:,\s\w+(?:ed|ght|ven|ken|eld))?,?\s(?:or|nor)\s)"
    r"(?:(?:been|formally|even)\s)?$"
)


def _none(page: Paragraph, clause: Clause) -> bool:
    """`None of the women held there has been exchanged`: of the verb, not of the participle."""
    trigger = clause.trigger
    if page.language != "en" or trigger is None:
        return False
    start = page.sentence_at(trigger.start)[0]
    nobody = _NONE.match(page.low, start)
    if nobody is None or " that " in page.low[nobody.end() : trigger.start]:
        return False
    return bool(_HELPED.search(page.low, start, trigger.start))


_NONE = re.compile(
    r"\W*(?:but\s|and\s)?(?:none of|neither of|not one of|nobody|no one|no \w+ (?:was|were|has))\b"
)
_HELPED = re.compile(r"(?<!\w)(?:has|have|had|was|were)\s(?:\w+\s){0,2}$")


def _negation(page: Paragraph) -> re.Pattern[str]:
    return re.compile(page.words["modality.negation"])


def _basis(page: Paragraph, whole: str, told: Told) -> str:
    if page.words.pattern("modality.saw").search(whole):
        return "saw"
    if told is not Told.HEARSAY:
        return "unknown"
    if any(word in whole for word in _INMATES[page.language]):
        return "told_by_co_detainee"
    return "told_by_staff" if any(word in whole for word in _STAFF[page.language]) else "unknown"
