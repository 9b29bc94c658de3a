"""Which kind of happening a trigger tells of, once its sentence, date and places are known."""

import re
from dataclasses import replace

from graph.period import Precision
from nlp.clauses import Clause, Trigger
from nlp.findings import Findings, inside
from nlp.mention import Frame, Mention
from nlp.places import locative
from nlp.roles import Ends
from nlp.when import When

_HOME = re.compile(
    r"home|c[ao]me back|вдома|удома|to ukraine|from (?:russian )?captivity|brought back|returned|"
    r"додому|в україну|на батьківщину|на (?:рідну|українську) землю|до україни|"
    r"полону|неволі|плена|неволи|"
    r"поверну\w+ (?:і|й|також|теж)|разом (?:з|із|зі)|поверну\w+ (?:\w+ )?\d|"
    r"(?:зі мною|з нами|з ним|з нею) (?:\w+ )?вийш|вдалос|серед тих|"
    r"домой|в украину|на родину"
)
_LET_GO = re.compile(
    r"(?<!\w)(?:отпусти|выпусти|відпусти|випусти|звільнили|звільнено|"
    r"let (?:\w+ )?go(?!\w)|allowed )"
)
_AMONG = re.compile(
    r"серед (?:\S+ )?(?:звільнених|визволених|повернутих|повернених)|"
    r"среди (?:освобожд[её]нных|вернувшихся)"
)
_ONE_OF_THOSE = re.compile(  # "among those freed were", after an exchange
    r"(?<!\w)(?:among|one of|amongst)\s(?:those|them|the\s(?:\w+\s){0,2}?)(?:who\s)?"
)
_WITHOUT = re.compile(
    r"(?<!\w)(?:without|no|not|never|outside|без|поза|вне|не|ні|ни|до|перед)\s(?:[\w-]+\s){0,3}$"
)
_CAPTIVITY = re.compile(r"(?<!\w)(?:captivity|полон\w{0,2}|неволі|неволи|плен\w?)(?!\w)")
_LASTS = frozenset(("since", "until", "range", "all", "between"))
_FOR_LONG = re.compile(
    r"(?<!\w)(?:for|still|almost|over)\s(?:\S+\s){0,4}(?:days?|weeks?|months?|years?)(?!\w)|"
    r"(?<!\w)(?:still|remain\w*|currently|is|are|being)\s(?:\w+\s)?detained"
)
_AWAY = re.compile(r"(?<!\w)away(?!\w)")
_AT_HOME = re.compile(r"(?<!\w)(?:home|house|flat|apartment|yard|door|gates?)(?!\w)")
_TOOK = re.compile(
    r"(?:took|taken|led|dragged|marched|grabbed|picked up|came for|забрали|забрал|увели|увезли)$"
)
_OTHERWISE = re.compile(
    r"\s(?:\w+\s){0,2}(?:part|place|turns?|care|over|off|out|up|down|back|aim|notice|"
    r"на етап|на обмін|на допит|на этап|на обмен|на допрос|до лікарні|в лікарню|"
    r"(?:з|із|из|с) (?:камер[иы]|барак[уа]|палат[иы]|колонії|колонии|тюрми|тюрьмы|сізо|сизо)|"
    r"from (?:the|his|her|our|their) (?:cell|barracks?|ward|colony|prison))(?!\w)"
)


def exchanged(found: Findings, sentence: tuple[int, int]) -> bool:
    """Whether a release was an exchange; "without any exchange" says that it was none."""
    low = found.page.low
    spoken = list(found.page.words.pattern("exchange").finditer(low, *sentence))
    return bool(spoken) and not any(
        _WITHOUT.search(low, max(sentence[0], m.start() - 30), m.start()) for m in spoken
    )


def set_free(
    found: Findings, sentence: tuple[int, int], trigger: Trigger, *, known: bool
) -> str | None:
    """Of one let go or come home: `exchanged` or `released`; None if nobody need have let him go.

    He who came home was exchanged where the sentence, or one just before it, tells of an exchange,
    or, in a paragraph that tells of captivity, where the document does (`known`).
    """
    if exchanged(found, sentence):
        return "exchanged"
    page = found.page
    if _LET_GO.search(page.low, sentence[0], trigger.end):
        return "released"  # "they let him go, he came home through Georgia"
    among = _AMONG.match(page.low, trigger.start) or (
        page.language == "en" and _ONE_OF_THOSE.search(page.low, *sentence)
    )
    if not among and not _HOME.search(page.low, trigger.start, trigger.end):
        return "released"
    at = page.sentences.index(sentence) if sentence in page.sentences else 0
    if any(exchanged(found, s) for s in page.sentences[max(0, at - _NEAR) : at + 2]):
        return "exchanged"
    back = page.language == "en" and _RETURNED.match(page.low, trigger.start)
    if known and (len(page.sentences) <= _SHORT or back or _CAPTIVITY.search(page.low)):
        return "exchanged"
    returned = page.language == "uk" and trigger.mode == "object"  # "мене повернули в Україну"
    captive = among or returned or _CAPTIVITY.search(page.low, *sentence)
    return "released" if captive else None


_RETURNED = re.compile(r"return(?:ed|ing)(?!\shome)")
_NEAR = 3
_SHORT = 2  # sentences of a paragraph that goes on from the one before


def of_nobody(frame: Frame) -> bool:
    """`Ukraine and Russia exchanged prisoners`: of nobody in particular."""
    who = [m for name, m in frame.roles if name == "who"]
    if len(who) != 1 or who[0].label != "group":
        return False
    if frame.property == "died" and _VICTIMS.search(who[0].words):
        return True  # "погибли двое мирных жителей"
    bare = not who[0].named and not who[0].feature("pronoun")
    if bare and frame.property == "tried" and not who[0].feature("accused"):
        return True  # "proceedings against captured servicemen"
    return bare and frame.property == "exchanged" and who[0].start - frame.trigger[1] == 1


_VICTIMS = re.compile(r"(?<!\w)(?:мирн|местн)\w{2,3}\s(?:жител|мешкан|людей)")


def detained_there(found: Findings, clause: Clause, where: Ends, dated: When) -> bool:
    """`detained at a checkpoint on 16 April`: when and where he was taken, not where he was kept.

    A facility, or a time that lasts, makes it a stay.
    """
    trigger = clause.trigger
    if trigger is None or trigger.property != "held_at":
        return False
    page, phrase = found.page, dated.phrase
    if page.low[trigger.start : trigger.end].strip() != "detained":
        return False
    if any(m.feature("number") for m in where.at):
        return False
    if phrase is not None and phrase.form in _LASTS:
        return False
    point = phrase is not None and phrase.precision in (Precision.DAY, Precision.MONTH)
    day = phrase is not None and phrase.precision is Precision.DAY and phrase.form == "point"
    if any(m.label == "facility" for m in where.at) and not day:
        return False
    if _FOR_LONG.search(page.low, clause.start, clause.end):
        return False
    return point or any(m.label == "place" for m in where.at)


def taken(found: Findings, clause: Clause, where: Ends, beings: tuple[Mention, ...]) -> bool:
    """`They took us near Polohy on 9 April`: a bare *took* with a day and no way is a capture."""
    trigger = clause.trigger
    if trigger is None or trigger.property != "moved" or where.origin or where.to:
        return False
    page = found.page
    said = page.low[trigger.start : trigger.end].strip()
    if not _TOOK.search(said) or _OTHERWISE.match(page.low[: clause.end], trigger.end):
        return False
    dated = [
        d
        for d in inside(found.dates, clause.start, clause.end)
        if d.form == "point" and d.precision is Precision.DAY
    ]
    home = _AWAY.search(page.low, trigger.end, clause.end) and _AT_HOME.search(page.low)
    return bool(dated or home) and all(m.label == "person" or m.feature("pronoun") for m in beings)


def at_rest(found: Findings, clause: Clause) -> Clause:
    """`там оказался Гай`, `в Курске он попал в СИЗО-1`: who is found in a town stays in it."""
    page, trigger = found.page, clause.trigger
    if page.language != "ru" or trigger is None or trigger.property != "moved":
        return clause
    if trigger.mode != "self" or not _FOUND_HIMSELF.match(page.low, trigger.start):
        return clause
    lead = page.low[clause.start : trigger.start]
    towns = [m for m in inside(found.ends, clause.start, trigger.start) if m.label == "place"]
    beside = [m for m in inside(found.ends, trigger.end, clause.end) if m.label == "facility"]
    inside_it = beside and any(_IN.search(lead[: m.start - clause.start]) for m in towns)
    if not (_THERE.search(lead) or (inside_it and all(locative(m.words) for m in towns))):
        return clause
    return replace(clause, trigger=replace(trigger, property="held_at", strong=True))


_FOUND_HIMSELF = re.compile(r"(?:попа|оказа|очути)л")
_THERE = re.compile(r"(?<!\w)там\s(?:(?:же|и|уже|ещё)\s)?$")
_IN = re.compile(r"(?<!\w)во?\s$")


def as_capture(clause: Clause, trigger: Trigger) -> Clause:
    """The clause as one of a capture."""
    return replace(clause, trigger=replace(trigger, property="captured", strong=True))
