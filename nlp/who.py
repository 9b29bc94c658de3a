"""Whom a happening befalls: the persons and groups of its clause, by voice, case and position.

Two candidates that are not joined by *and* are a tie, and a tie is no answer.
"""

import re
from functools import cache

from nlp.clauses import Clause, Trigger, opens_with
from nlp.companions import companions, including
from nlp.english import BE, ONE_OF, english, participle
from nlp.findings import Findings, inside
from nlp.lexicon import lexicon
from nlp.lists import joined, joint
from nlp.mention import Mention
from nlp.of_noun import of_noun
from nlp.paragraph import Paragraph
from nlp.participles import described, is_full, subject_described
from nlp.slavic import is_participle, slavic
from nlp.tellers import heard_aside
from nlp.version import rule

_PREPOSITIONS = {
    "en": "with|by|about|for|of|from|to|than|like|alongside|against|between|after|before|including",
    "uk": "з|зі|із|від|до|про|для|за|без|при|між|через|крім|серед|у|в|на|перед|під",
    "ru": "с|со|от|о|об|для|за|без|при|между|через|кроме|среди|из|у|в|на|перед|под|по|к|ко|до",
}
_BESIDE = {
    "en": "the|a|an|his|her|their|our|other|my|fellow|two|three|several",
    "uk": r"\w+(?:ом|ем|єм|ою|ею|єю)|інши\w+|друг\w+|сво\w+|нашим\w*|двома|трьома|кількома",
    "ru": r"други\w+|сво\w+|нашим\w*|двумя|тремя|несколькими",
}


def who(found: Findings, clause: Clause, free: list[Mention]) -> tuple[Mention, ...]:
    """The beings that the clause's happening befalls; none if it names none, or on a tie."""
    trigger = clause.trigger
    if trigger is None:
        return ()
    if is_full(found, trigger):
        return described(found, clause, trigger)
    chosen = _related(found, clause, trigger)
    if not chosen and trigger.mode == "noun":
        chosen = of_noun(found, trigger)
    elif not chosen:
        choose = english if found.page.language == "en" else slavic
        chosen = choose(found.page, clause, free) or participle(found, clause, free)
        chosen = chosen or subject_described(found, trigger)
    return (*chosen, *companions(found, clause, chosen)) if chosen else ()


def _related(found: Findings, clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """`Hai, who was held …`: the being named right before the relative pronoun."""
    page = found.page
    subject, object_ = _RELATIVE[page.language]
    as_subject, as_object = opens_with(clause, page, subject), opens_with(clause, page, object_)
    if page.language == "en" and (all_of := _all_of_whom(found, clause, trigger)):
        return all_of
    if not (as_subject or as_object):
        return ()
    verb = page.low[trigger.start : trigger.end].split()
    lead = page.low[clause.start : trigger.start]
    if page.language == "en":
        suffers = trigger.mode == "self" or bool(BE.search(lead))
        fits = suffers if as_subject else trigger.mode == "object" and not BE.search(lead)
    else:
        does = trigger.mode == "self" or any(is_participle(w) for w in verb)
        fits = does if as_subject else trigger.mode == "object"
    before = inside(found.beings, max(0, clause.start - _FAR), clause.start + 1)
    if not fits or not before or _other_gender(clause, page, before[-1]):
        return ()
    if trigger.property in ("released", "exchanged") and _bare_group(page, before[-1]):
        return ()  # "те пленные, которые вернулись, рассказали": who told it
    gap = page.low[before[-1].end : clause.start]
    apposed = _APPOSITION if page.language == "en" else _APPOSED
    if len(gap) > 1 and not apposed.fullmatch(gap):
        return ()
    plural = opens_with(clause, page, _PLURAL[page.language])
    if len(gap) > 1:
        return () if plural or before[-1].label == "group" else (before[-1],)
    return (*_one_of(page, before), *(joined(page, before, last=True) if plural else before[-1:]))


def _bare_group(page: Paragraph, mention: Mention) -> bool:
    bare = mention.label == "group" and not mention.named and not mention.feature("pronoun")
    return bare and page.language == "ru"


def _other_gender(clause: Clause, page: Paragraph, mention: Mention) -> bool:
    """`сестра Гая, яка …`: the one told of is she."""
    man, woman = opens_with(clause, page, _HE), opens_with(clause, page, _SHE)
    gender = mention.feature("gender")
    one = mention.label == "person"
    return one and ((man and gender == "f") or (woman and gender == "m"))


_HE = re.compile(r"(?:як(?:ий|ого|ому)|котор(?:ый|ого|ому))\s")
_SHE = re.compile(r"(?:як(?:а|у|ій)|котор(?:ая|ую|ой))\s")
_APPOSED = re.compile(  # "Гая, бійця «Азову», якого"
    r"(?:\s\([^()]{1,60}\))?,\s(?:(?!(?:і|й|та|и|а)\s)(?!\w+(?:в|ла|ли|л|ть|ся)\s)[\w«»\"-]+[\s]?){1,6}"
)


_ONE_OF = re.compile(
    r"\s(?:(?:був|була|был|была|став|стала|стал|є|[—–])\s)?(?:одн\w{1,4}\s(?:з|із|зі|из)|серед|среди)"
    r"\s(?:тих\s)?"
)


def _all_of_whom(found: Findings, clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """`Hai and Rud, both of whom were …`, `Hai and Rud, both from our brigade, who were …`."""
    page = found.page
    sentence = page.sentence_at(clause.start)[0]
    end = next((m.end() for m in _WHOM.finditer(page.low, sentence, trigger.start)), -1)
    lead = page.low[max(end, 0) : trigger.start]
    if end < 0 or end < clause.start or not (trigger.mode == "self" or BE.search(lead)):
        return ()
    both = _BOTH.search(page.low, sentence, end)
    before = inside(found.beings, sentence, both.start()) if both is not None else []
    chain = joined(page, [m for m in before if m.label == "person"], last=True)
    pair = both is not None and both.group(1) == "both"
    near = chain and both is not None and both.start() - chain[-1].end == 0
    return chain if near and len(chain) > 1 and (not pair or len(chain) == _TWO) else ()


_TWO = 2
_WHOM = re.compile(r"(?<!\w)whom?\s")
_BOTH = re.compile(
    r",\s(both|all(?:\s\w+)?)\s(?:of\swhom\s|(?:from|of|in|with)\s[^,.;]{3,40},\swho\s)$"
)


def _one_of(page: Paragraph, before: list[Mention]) -> tuple[Mention, ...]:
    """`He is one of more than 270 marines who …`: he and all of them."""
    if len(before) == 1 or before[-1].label != "group":
        return ()
    single = (ONE_OF if page.language == "en" else _ONE_OF).fullmatch(
        page.low, before[-2].end, before[-1].start
    )
    return (before[-2],) if single and before[-2].label == "person" else ()


_APPOSITION = re.compile(  # "Hai, an engineer from Kherson who …", "Hai (…) is a clerk who …"
    r",\s(?:aged\s)?\d\d|"
    r"(?:\s\([^()]{1,80}\))?(?:,|\s(?:is|was|,))\s(?:\d\d,\s)?(?:an?|the|another|one of the)\s"
    r"(?:(?!(?:was|were|had|has|is|and|who|said|told)\b)[\w'’-]+,?\s?){1,14}"
)
_PLURAL = {
    "en": re.compile(r"whom?\s(?:[a-z]+ly\s)?(?:were|are|have)\s"),
    "uk": re.compile(r"як(?:і|их|им)\s"),
    "ru": re.compile(r"котор(?:ые|ых|ым)\s"),
}
RELATIVE = {
    "en": re.compile(r"(?:who|whom)\s"),
    "uk": re.compile(r"як(?:ий|а|і|ого|у|их|ому|ій|им)\s"),
    "ru": re.compile(r"котор(?:ый|ая|ые|ого|ую|ых|ому|ой|ым)\s"),
}
_RELATIVE = {
    "en": (re.compile(r"who,?\s"), re.compile(r"whom,?\s")),
    "uk": (re.compile(r"як(?:ий|а|і)\s"), re.compile(r"як(?:ого|у|их|ому|ій|им)\s")),
    "ru": (re.compile(r"котор(?:ый|ая|ые)\s"), re.compile(r"котор(?:ого|ую|ых|ому|ой|ым)\s")),
}


def candidates(found: Findings, clause: Clause) -> list[Mention]:
    """Beings of the clause that no preposition governs."""
    page = found.page
    out: list[Mention] = []
    aside: list[Mention] = []
    for mention in inside(found.beings, clause.start, clause.end):
        before = page.low[max(clause.start, mention.start - 60) : mention.start]
        if clause.trigger is not None and _is_verb(clause.trigger, mention):
            continue  # "засуджений" is the verb itself
        object_ = clause.trigger is not None and (
            0 <= mention.start - clause.trigger.end <= 1
            or bool(_AGAINST.fullmatch(page.low, clause.trigger.end, mention.start))
        )
        if page.language == "en" and heard_aside(page, mention):
            continue  # "Hai, she heard later, was sent …"
        if page.language != "en" and mention.feature("pronoun") and _spoken_to(page, mention):
            continue  # "розповіли нам рідні"
        governed = not object_ and not _judged(clause, mention) and _led_in(page, before)
        governed = governed or _explains(page, clause, mention)
        if governed or _owned(found, clause, mention) or _of_couple(page, mention, before):
            continue
        if mention.label == "group" and not mention.named and _is_role(found, mention):
            continue
        if out and not mention.named and _only_says(page, out[-1], mention):
            continue  # "103 військових, полонених у Маріуполі"
        if page.language != "en" and _after_colon(page, clause, out, mention):
            break  # "судили нас трьох: мене, …": who they were
        if page.language != "en" and mention.feature("case") == "i" and not object_:
            continue  # "обмін полоненими"
        plural = mention.label == "group" and page.language == "ru"  # "среди них осуждённые: …"
        among = (mention.named or plural) and out and out[-1].label == "group"
        if among and (including(page.language).search(before) or _chained(page, aside, mention)):
            aside.append(mention)
            continue  # he is one of them
        if mention.feature("callsign") and any(0 < mention.start - m.end < _CALLED for m in out):
            continue  # "Гай, позывной «Явор»"
        out.append(mention)
    return [m for at, m in enumerate(out) if not _counted_out(page, m, out[at + 1 :])]


def _judged(clause: Clause, mention: Mention) -> bool:
    """`процесс по её делу`: whose case the words of the trial name."""
    trigger = clause.trigger
    tried = trigger is not None and trigger.property == "tried"
    return tried and trigger is not None and trigger.start < mention.start < trigger.end


def _of_couple(page: Paragraph, mention: Mention, before: str) -> bool:
    """`супругов Кравец, Петра и Анну`: a name that others follow; "30 people, mostly …"."""
    if _ASIDE.search(before):
        return True
    if mention.feature("nominative") == "no" and _WITH_HIM.search(before):
        return True  # "разом із сусідом, Ігорем Рудем"
    source = page.words.get("people.couple")
    named = bool(source) and bool(re.search(rf"(?<!\w){source}\s$", before))
    return named and bool(_NAMES_FOLLOW.match(page.text, mention.end))


_NAMES_FOLLOW = re.compile(r",\s[А-ЯЁ]")


def _explains(page: Paragraph, clause: Clause, mention: Mention) -> bool:
    """`вышел на свободу: суд засчитал ему …`: what comes after the colon is another matter."""
    if (
        page.language == "en"
        or clause.trigger is None
        or mention.feature("pronoun") not in ("he", "she", "they")
    ):
        return False
    return page.low.find(": ", clause.trigger.end, mention.start) >= 0


def _after_colon(page: Paragraph, clause: Clause, out: list[Mention], mention: Mention) -> bool:
    colon = page.low.find(": ", clause.trigger.end, mention.start) if clause.trigger else -1
    return colon >= 0 and any(
        m.feature("pronoun") in ("we", "they") and m.end <= colon for m in out
    )


def _chained(page: Paragraph, aside: list[Mention], mention: Mention) -> bool:
    """Whether it goes on with a list of those who are among a group."""
    lead = page.low[aside[-1].end : mention.start] if aside else ""
    return bool(joint(page.language).fullmatch(lead))


def _counted_out(page: Paragraph, group: Mention, after: list[Mention]) -> bool:
    """`two more men, Ivan and Petro, were brought`: the number says how many names follow."""
    size = group.feature("size_least")
    if group.label != "group" or not size or size != group.feature("size_most") or not after:
        return False
    lead = page.low[group.end : after[0].start]
    names = joined(page, after, last=False)
    apposed = lead.endswith((", ", " — ", " – ", ": ")) and len(lead) < _FAR_APPOSED
    return apposed and len(names) == int(size) and all(m.named for m in names)


def _spoken_to(page: Paragraph, mention: Mention) -> bool:
    """Whether somebody said something to the one meant."""
    said = page.words.pattern("modality.said")
    before = page.low[max(0, mention.start - _VERB) : mention.start].rstrip()
    after = page.low[mention.end : mention.end + _VERB].lstrip()
    oblique = mention.feature("nominative") == "no"
    ended = any(m.end() == len(before) for m in said.finditer(before))
    dative = bool(_DATIVE.fullmatch(mention.words.lower()))
    return oblique and dative and (ended or bool(said.match(after)))


_VERB = 20
_BARE = 4  # letters of a pronoun that is no noun
_DATIVE = re.compile(r"мені|нам|йому|їй|їм|мне|ему|ей|им")


def _only_says(page: Paragraph, before: Mention, mention: Mention) -> bool:
    """Whether a bare plural after a comma only says of the group before it what they are."""
    both = before.label == mention.label == "group" and page.language != "en"
    return both and page.low[before.end : mention.start] == ", "


def _is_verb(trigger: Trigger, mention: Mention) -> bool:
    within = trigger.start <= mention.start and mention.end <= trigger.end
    plural = mention.rule == rule("groups") and not mention.named  # "проходит обвиняемым по"
    return within and (plural or trigger.start == mention.start)


def _is_role(found: Findings, mention: Mention) -> bool:
    """`військовополонених Івана та Петра`: the plural only says what the named ones are."""
    return any(
        m.start == mention.end + 1 for m in inside(found.people, mention.end, mention.end + 80)
    )


def _owned(found: Findings, clause: Clause, mention: Mention) -> bool:
    """`Hai's wife`, «мати Гая», «обмін полонених»: the mention depends on another noun."""
    page = found.page
    if page.language == "en":
        return page.low.startswith("'s", mention.end)
    subject = mention.feature("nominative") == "yes" and mention.label == "person"
    short = mention.label == "group" or len(mention.words) <= _BARE
    bare = mention.feature("pronoun") and short
    if bare or mention.feature("case") == "n" or (subject and mention.named):
        return False
    word = _WORD_BEFORE.search(page.low, max(clause.start, mention.start - 30), mention.start)
    if word is None or found.busy.holds(word.start()):
        return False
    trigger = clause.trigger
    if trigger is not None and trigger.start <= word.start() < trigger.end:
        return False
    if _SWAP.fullmatch(word.group(1)) or _CRIME.fullmatch(word.group(1)):
        return True
    kin = page.words.pattern("people.kin").fullmatch(word.group(1))
    if kin:  # "дружина Гая" is another person, «мужа Ивана» is Ivan
        woman = bool(_KINSWOMAN.match(word.group(1)))
        other = mention.feature("gender") == ("m" if woman else "f")
        return other or bool(_KIN_NOMINATIVE.fullmatch(word.group(1)))
    if page.low.startswith("груп", mention.start):
        return False
    light = page.words.pattern("light", "people.roles").fullmatch(word.group(1))
    return not (light or _ADJECTIVE.search(word.group(1)) or mention.label == "person")


def _led_in(page: Paragraph, before: str) -> bool:
    """`суд над Гаєм`, `…, рассказала мать`: a preposition or a verb of saying goes before."""
    if page.language != "en" and _saying(page.language).search(before):
        return True
    if _SOONER.search(before) or (page.language == "ru" and _ASIDE_WITH.search(before)):
        return True  # "обменяли раньше меня"
    return bool(_governed(page.language).search(before)) and not _SOME_OF.search(before)


_ASIDE_WITH = re.compile(  # "судили вместе с двумя другими, Гаем и Рудем"
    r"(?<!\w)вместе со?\s(?!мной|мною|ним|ней|нами|ними)[^.;:]{3,60}(?:,|\sи)\s$"
)
_SOONER = re.compile(r"(?<=[лноаи]\s)(?:раньше|позже|раніше|пізніше)\s$")


@cache
def _saying(language: str) -> re.Pattern[str]:
    """What leads in the one who tells: `…, сообщила `, `как рассказал бывший `."""
    said = lexicon(language)["modality.said"]
    return re.compile(rf"(?:,\s|(?<!\w)(?:як|как)\s)(?:{said})\s(?:[\w«»-]+\s){{0,3}}$")


_ASIDE = re.compile(  # "30 people, mostly civilians, …"
    r",\s(?:including|mostly|mainly|many of|most of|among them|some of)\s[^,]*$"
)
_WITH_HIM = re.compile(r"(?<!\w)(?:з|із|зі)\s(?:\w+\s)?\w+(?:ом|ем|єм|ою|ею|єю),\s$")
_AGAINST = re.compile(r"\s(?:\w+\s){0,2}against\s(?:the\s|(?:mr|mrs|ms|dr)\.?\s)?")
_SOME_OF = re.compile(
    r"(?<!\w)(?:groups?|total|number|dozens|hundreds|thousands|majority|most|part|none|all|many|"
    r"several|some|half|rest) of\s"
    r"(?:the\s|these\s)?$|груп\w{1,3}\s(?:из|із|з)\s$"
)
_CRIME = re.compile(  # "обвинение в убийстве пленного": the victim
    r"убийств\w{1,2}|истязани\w|избиени\w|пыт(?:к\w{1,3}|ок)|казн\w{1,2}|расстрел\w{0,2}|вбивств\w"
)
_SWAP = re.compile(r"обм[іе]н\w{0,3}")
_FAR = 400
_CALLED = 30
_FAR_APPOSED = 50
_KINSWOMAN = re.compile(r"мат|мам|дружин|сестр|доньк|жен|дочер|дочь")
_KIN_NOMINATIVE = re.compile(
    r"мати|мама|батько|дружина|син|брат|сестра|донька|родина|адвокат|справа|смерть|тіло|прізвище|обмін|"
    r"мать|отец|жена|муж|сын|дочь|семья|дело|тело|фамилия|обмен|родственник"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'-]*)\s$")
_ADJECTIVE = re.compile(
    r"(?:ого|их|ых|іх|им|ім|ому|ий|ій|их|ні|ые|ними|ими|ыми|ли|ло|ла|но|то|ють|уть|ять|ют|ут|ят|ти|ть)$"
)


@cache
def _governed(language: str) -> re.Pattern[str]:
    roles = lexicon(language)["people.roles"]
    return re.compile(
        rf"(?<![\w'])(?:{_PREPOSITIONS[language]})\s(?:(?:{_BESIDE[language]}|{roles})\s){{0,2}}$"
    )


def attributive(found: Findings, clause: Clause) -> bool:
    """`Звільнений … Гай розповів`: a participle that describes the one who tells."""
    trigger = clause.trigger
    if trigger is None or found.page.language == "en":
        return False
    verb = found.page.low[trigger.start : trigger.end].split()
    return any(is_participle(w) for w in verb)
