"""Where a happening goes from, to, through, or stands: by preposition, case and verb."""

import re
from dataclasses import dataclass, replace
from functools import cache

from nlp.asides import in_passing
from nlp.cases import letters
from nlp.clauses import Clause, Trigger, opens_with
from nlp.facility_names import name_of
from nlp.findings import Findings, inside
from nlp.itemised import itemised
from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.places import candidates, locative
from nlp.slavic import is_participle

_REACH = 70
_BETWEEN = {
    "en": r"(?:(?:the|a|an|this|that|another|different|what|his|her|their|our|one|same|said|"
    r"former|russian|occupied|russian-occupied|infamous|notorious|city|town|village|of|cities|towns|hospital\sin|premises|corridors?|hall|yards?|showers?|sickbay|quarantine|medical|unit|ward|wing|infirmary|one|cells|cell|barracks|punishment|cellars?|"
    r"villages|both|all|several|various|most|two|three|nearby|local|southern|northern|eastern|western|temporarily|region|district|"
    r"settlement|area|outskirts|so-called|police|now|walls|yard|courtyard|grounds|gates|territory|building|\w+-\w+)\s){0,5}"
    r"(?:(?:an?|the|this|its|their)\s(?:(?!(?:and|or|but|of|from|to|into|in|at|on|by|for|with|as|"
    r"who|that|which|where|when|was|were|is|are|had|has|he|she|they|it|former|prisoners?)\b)"
    r"[a-z]+\s){1,2})?",
    "uk": r"(?:(?:лікарн\w{1,2}|установ\w{1,2}|приміщенн\w{1,2}|будівл\w{1,3}|корпус\w{0,2}|"
    r"стін\w{1,2}|міст\w{1,2}|м\.|с\.|сел\w{1,3}|селищ\w|смт|тимчасово|окупован\w{2,3}|"
    r"російськ\w{1,3}|українськ\w{1,3}|так|зван\w{2,3}|тій|цій|цю|цьому|тому|ту|той|цього|того|"
    r"інш\w{1,3}|сам\w{1,3}|одн\w{1,3}|район\w{0,2}|територі\w{1,2}|наш\w{1,3}|їхн\w{1,3}|далек\w{1,3}|м\.)\s?){0,4}",
    "ru": r"(?:(?:город\w{0,2}|г\.|сел\w|пос[её]л\w{1,3}|временно|оккупированн\w{2,3}|"
    r"российск\w{2,3}|украинск\w{2,3}|так|называем\w{2,3}|той|этой|эту|этом|том|ту|этого|того|"
    r"друг\w{2,3}|сам\w{1,3}|одн\w{1,3}|район\w{0,2}|территори\w|наш\w{1,3}|г\.|"
    r"больниц\w{1,2}|лазарет\w?|медсанчаст\w|санчаст\w|здани\w|стен\w{0,2})\s?){0,4}",
}
_CHAIN = re.compile(r"(?:\s\([^()]{2,40}\))?\s?(?:,|та|і|й|и|and|,\s(?:and|та|і|и))\s$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The places of a clause by role; more than one in `to` or `at` was said of the same verb."""

    origin: tuple[Mention, ...] = ()
    to: tuple[Mention, ...] = ()
    at: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()


def ends(found: Findings, clause: Clause) -> Ends:
    """The roles of the facilities and places in a clause, those without a sure cue left out."""
    roles: dict[str, list[Mention]] = {"from": [], "to": [], "at": [], "via": []}
    last: tuple[str, Mention] | None = None
    for each in inside(found.ends, clause.start, _limit(found, clause)):
        aside = in_passing(found, each, clause)
        role = None if aside else _role(found.page, each, clause)
        mention = _turned_out(found, each)
        if last is not None and mention.start == last[1].start:
            continue  # "the colony IK-2", read as one already
        between = found.page.low[last[1].end : mention.start] if last is not None else ""
        # a bare comma before a place ("Olenivka, Donetsk Oblast") says where the first one lies
        chained = _CHAIN.fullmatch(between) and (
            between != ", " or mention.label != "place" or _one_more(found, clause, last, mention)
        )
        if role is None and chained and last is not None:
            role = last[0]
        if role is None and itemised(found.page, each, clause, last):
            role = "at"
        if role is None:
            last = None
            continue
        roles[role].append(mention)
        last = (role, mention)
    _where(found, clause, roles)
    for name, mentions in roles.items():
        roles[name] = _narrowed(found.page, mentions)
    return Ends(
        origin=tuple(roles["from"]),
        to=tuple(roles["to"]),
        at=tuple(roles["at"]),
        via=tuple(roles["via"]),
    )


def _one_more(
    found: Findings, clause: Clause, last: tuple[str, Mention] | None, mention: Mention
) -> bool:
    """`перебував в Оленівці, Таганрозі`: one more town in the same case, no region."""
    stays = clause.trigger is not None and clause.trigger.property == "held_at"
    if found.page.language != "uk" or not stays or last is None or last[0] != "at":
        return False
    towns = candidates(mention.words).settlements
    return bool(towns) and locative(mention.words) and not _UNIT.search(mention.words.lower())


_UNIT = re.compile(r"област|район|край|краї|республік|крим")


def _limit(found: Findings, clause: Clause) -> int:
    """`Взятий у полон у Києві, він побував …`: where the participle's own words end."""
    trigger = clause.trigger
    if trigger is None or found.page.language == "en":
        return clause.end
    said = found.page.low[trigger.start : trigger.end].split()
    rests = trigger.property != "moved" or any(map(is_participle, said))
    apart = _APART if rests else _OF_WHOM
    main = apart.search(found.page.low, trigger.end, clause.end)
    return main.start() if main is not None else clause.end


_APART = re.compile(
    r",\s(?:він|вона|вони|он|она|они|(?:полонен|захоплен|взят|узят|поранен|родом|уродж|мобілізов)\w{0,4})\s"
)
_OF_WHOM = re.compile(r",\s(?:полонен|захоплен|взят)\w{2,3}\s")


def _turned_out(found: Findings, mention: Mention) -> Mention:
    """`a colony that turned out to be IK-1`: the name that the next clause gives it."""
    if mention.label != "facility" or mention.feature("number"):
        return mention
    beside = inside(found.facilities, mention.end, mention.end + _REACH)
    if (
        beside
        and beside[0].named
        and _BESIDE.fullmatch(found.page.low, mention.end, beside[0].start)
    ):
        return beside[0]  # "the women's colony IK-9 in Valuyki"
    lead = _TURNED.match(found.page.low, mention.end)
    after = inside(found.facilities, mention.end, mention.end + _REACH * 2) if lead else []
    named = bool(after) and lead is not None and after[0].start == lead.end() and after[0].named
    return after[0] if named else mention


_BESIDE = re.compile(r",?\s(?:in\s(?:the\s)?|the\s|namely\s)?")
_TURNED = re.compile(
    r",?\s(?:that|which|яка|який|що|которая|который)\s(?:\w+\s){0,2}?"
    r"(?:turned out to be|was called|виявил\w{1,3}|оказал\w{1,3})\s"
)


def _narrowed(page: Paragraph, mentions: list[Mention]) -> list[Mention]:
    """`до Таганрога, у слідчий ізолятор № 2`: the second says where in the first."""
    out: list[Mention] = []
    for mention in mentions:
        if out and out[-1].label == "place" and mention.label == "facility":
            between = page.low[out[-1].end : mention.start]
            dated = page.language == "en" and _DATED_INTO.fullmatch(between)
            if dated and not mention.named:
                continue  # "to Mordovia in May, to the colony that they call the tenth"
            if (dated or _INTO.fullmatch(between)) and not _elsewhere(page, out[-1], mention):
                out[-1] = mention
                continue
        if out and out[-1].label == "facility" and mention.label == "place":
            between = page.low[out[-1].end : mention.start]
            lies = _LIES if page.language == "en" else _LIES_IN
            if lies.fullmatch(between):
                continue  # "the basement of the former building in Donetsk"
        out.append(mention)
    return out


def _elsewhere(page: Paragraph, place: Mention, facility: Mention) -> bool:
    """`through Olenivka, Taganrog SIZO-2`: the facility stands in a town of its own."""
    if page.language != "en":
        return False
    own = name_of(facility.words, page.language).settlements
    return bool(own) and own.isdisjoint(candidates(place.words).settlements)


_LIES = re.compile(r"\s(?!and\b)[^,;:.]{0,60}?\s?(?:in|of|at|near)\s(?:the\s)?(?:[\w-]+\s){0,3}")
_LIES_IN = re.compile(  # "в підвалі школи в Козачій Лопані"
    r"\s(?:(?!(?:і|й|та|и|а|потім|потом|затем|згодом)\s)[\w'«»№-]+\s){0,4}?"
    r"(?:в|у|во|під|біля|под|возле)\s(?:(?:місті|селі|селищі|городе|селе|посёлке|смт|м\.|с\.|г\.)\s?)?"
)
_DATED_INTO = re.compile(r"\s(?:in|on)\s[\w\s]{3,25},\sto\s(?:the\s|an?\s)?")
_INTO = re.compile(
    r"(?:(?:\s(?:на|в|у|во)\s[\w'-]+)?,\s(?:straight\s)?(?:(?:у|в|во|до|на|из|з|із|зі|to|in|at|into)\s)?|"
    r"\s(?:у|в|во)\s)"
    r"(?:(?:the|a|тамтешн\w+|місцев\w+|местн\w+|т[уе]й?)\s"
    r"(?:сам\w{1,2}\s|же\s)?)?[«\"]?"
)


_CELL_OF = re.compile(
    r"(?:cells?|barracks?|block|wing|ward|unit|basement|section|hospital)"
    r"(?:,?\s(?:no\.?|number)?\s?\d+,?)?\sof\s(?:(?:the|that|this)\s)?$"
    r"|(?<!\w)(?:камер[іи]|барак[уи]|бараці|карцері|дворі|блоці|корпусі)\s$"
)


def _role(page: Paragraph, mention: Mention, clause: Clause) -> str | None:
    word = preposition(page, mention, clause.start)
    trigger = clause.trigger
    motion = trigger is not None and trigger.property == "moved"
    arrives = motion and trigger is not None and trigger.mode == "self"
    cue = _cues(page.language).get(word)
    if not word and trigger is not None and trigger.property == "held_at":
        lead = page.low[max(clause.start, mention.start - _REACH) : mention.start]
        through = page.low.endswith("through", 0, trigger.end)
        cell = _CELL_OF.search(lead)  # "shared cell 27 of the Donetsk SIZO"
        cue = "in" if through or cell else cue
    if cue == "from" and _not_origin(page, mention, clause):
        return None
    if trigger is not None and (led := _led_to(page, trigger, mention)):
        return led
    through = cue == "via" and trigger is not None and trigger.property == "held_at"
    if through or (not word and _passed(page, mention, clause)):
        return "at"  # «пройшли через Луганське СІЗО», «пройшов Оленівку й Кізел»
    if cue == "near":
        said = _IN_TOWN.search(page.text, max(clause.start, mention.start - 40), mention.start)
        return "at" if mention.label == "place" and not motion and not said else None
    lead = page.low[max(clause.start, mention.start - 40) : mention.start]
    if cue == "from" and _ONE_OF.search(lead):
        cue = "in"
    if cue is None or cue in ("from", "to", "via"):
        if cue == "to" and not motion:
            put = trigger is not None and trigger.property == "held_at" and not trigger.strong
            return "at" if put else None  # "put into", «посадили до»
        return cue
    if page.language == "en":
        return "at" if not motion else ("to" if arrives else None)
    kind = _KIND_IN.search(page.low, max(clause.start, mention.start - 12), mention.start)
    abbreviated = kind is not None and kind.group().strip().endswith(".")
    here = "at" if kind is not None and not (abbreviated and motion) else ""
    landed = trigger is not None and _LANDED.match(page.low, trigger.start, trigger.end)
    at = "to" if landed and motion else "at"
    return _by_case(mention, motion=motion, motion_at=at, kind=here)


def _led_to(page: Paragraph, trigger: Trigger, mention: Mention) -> str:
    """`sent to serve his sentence in IK-2`, `his next stop was IK-2`: where he came to."""
    if page.language != "en":
        return ""
    between = page.low[trigger.end : mention.start]
    if trigger.property == "moved" and _TO_SERVE.fullmatch(between):
        return "to"
    stop = trigger.property == "held_at" and trigger.mode == "noun"
    return "at" if stop and _STOP_WAS.fullmatch(between) else ""


_TO_SERVE = re.compile(r"\sto serve\s(?:[\w-]+\s){1,5}(?:in|at)\s(?:the\s|a\s)?")
_STOP_WAS = re.compile(r"\s(?:was|were)\s(?:the\s|a\s|an\s)?(?:[\w-]+\s){0,2}")
_ONE_OF = re.compile(r"(?<!\w)(?:в|у)\s(?:одн\w{2,3})\s(?:из|із|з)\s(?:\S+\s){0,2}$")
_LANDED = re.compile(  # with the locative
    r"оказа|очути|высади|выгрузи|распредел|опини|висади|вивантаж|розподіл|приземл"
)


def _passed(page: Paragraph, mention: Mention, clause: Clause) -> bool:
    trigger = clause.trigger
    if trigger is None or not page.low.startswith("пройш", trigger.start):
        return False
    return mention.start == trigger.end + 1


_IN_TOWN = re.compile(r"(?:в|у)\s(?:\w+\s)?[А-ЯІЇЄҐЁ][\w'-]+\s(?:біля|під|поблизу)\s$")
_KIND_IN = re.compile(  # «у місті Таганрог», «в м. Херсон»
    r"(?<!\w)(?:місті|селі|селищі|городе|селе|посёлке|поселке|м\.|с\.|смт\.?|г\.|пгт\.?)\s?$"
)


def _not_origin(page: Paragraph, mention: Mention, clause: Clause) -> bool:
    """`400 km from Kyiv`, `a clerk from Kherson was moved`: neither is where he was taken from."""
    if page.language != "en" or mention.label != "place":
        return False
    lead = page.low[max(clause.start, mention.start - _REACH) : mention.start]
    if _DISTANT.search(lead):
        return True
    before = clause.trigger is not None and mention.start < clause.trigger.start
    return before and not _LEADS.search(lead)


_DISTANT = re.compile(
    r"(?:kilomet\w+|km|miles?|met(?:re|er)s|away|far|hours?) from\s(?:\w+\s){0,3}$"
)
_LEADS = re.compile(r"(?:^|[,;:.–—-])\s?(?:\w+\s)?(?:from|out of)\s(?:\w+\s){0,4}$")


def _by_case(mention: Mention, *, motion: bool, motion_at: str, kind: str) -> str | None:
    """`в колонію` goes there, `в колонії` is there; else the verb decides."""
    if mention.label == "place":
        if locative(mention.words) or kind == "at":
            return motion_at
        return "to" if motion else ("at" if _ENDS_IN_O.search(mention.words) else None)
    cases = letters(mention.feature("cases") or "") & letters("al")
    if cases == letters("a"):
        return "to" if motion else "at"
    if cases == letters("l"):
        return motion_at
    return "to" if motion else "at"


_ENDS_IN_O = re.compile(r"[а-яіїє]{2}[нв]о$")  # "провёл в Пакино": it has no cases


def preposition(page: Paragraph, mention: Mention, floor: int) -> str:
    """The preposition that governs a mention, empty if none stands before it."""
    before = page.low[max(floor, mention.start - _REACH) : mention.start]
    match = _before(page.language).search(before)
    return " ".join(match.group(1).split()) if match else ""


_CUES = ("from", "to", "in", "via", "near")


@cache
def _before(language: str) -> re.Pattern[str]:
    words = lexicon(language)["cases"]
    known = [w for role in _CUES for w in words.get(role, "").split()]
    alternatives = "|".join(sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<![\w'])({alternatives})\s[\"“«„]?{_BETWEEN[language]}[\"“«„]?$")


@cache
def _cues(language: str) -> dict[str, str]:
    words = lexicon(language)["cases"]
    return {
        " ".join(word.replace(r"\s", " ").split()): role
        for role in _CUES
        for word in words.get(role, "").split()
    }


def _where(found: Findings, clause: Clause, roles: dict[str, list[Mention]]) -> None:
    """`…, where he was held`: the place named last before the clause."""
    trigger = clause.trigger
    if trigger is None:
        return
    page = found.page
    here, hence = _RELATIVES[page.language]
    start = clause.head if clause.head >= 0 else clause.start
    before = inside(found.ends, max(0, start - _FAR), start + 1)
    near = [m for m in before if start - m.end <= _NEAR]
    if not near or _reduced(page, clause, trigger):
        return
    whole = replace(clause, start=start)
    if opens_with(whole, page, hence) and not roles["from"]:
        roles["from"].append(near[-1])
    elif trigger.property == "moved" and opens_with(whole, page, _WHITHER[page.language]):
        if not roles["to"]:
            roles["to"].append(near[-1])  # "the basement where I was brought"
    elif trigger.property != "moved" and opens_with(whole, page, here) and not roles["at"]:
        roles["at"].append(_not_beside(page, before, near[-1]))


def _not_beside(page: Paragraph, before: list[Mention], last: Mention) -> Mention:
    """Of «в Оленівці під Донецьком» the first place."""
    first = before[-2] if len(before) > 1 else None
    near = first is not None and _NEAR_TOWN.fullmatch(page.low, first.end, last.start)
    return first if near and first is not None else last


_NEAR_TOWN = re.compile(r"\s(?:біля|під|поблизу|неподалік|возле|под|near|outside)\s")


def _reduced(page: Paragraph, clause: Clause, trigger: Trigger) -> bool:
    """`where some men captured in July were kept`: the first participle only says which men."""
    if page.language != "en" or trigger.mode != "object":
        return False
    lead = page.low[clause.start : trigger.start]
    return clause.head < 0 and not _HELPING.search(lead)


_HELPING = re.compile(r"(?<!\w)(?:was|were|been|being|be|is|are|they|he|she|guards?)(?!\w)")
_NEAR = 3
_FAR = 400
_WHITHER = {
    "en": re.compile(r"where\s"),
    "uk": re.compile(r"(?!)"),
    "ru": re.compile(r"куда\s"),
}
_RELATIVES = {
    "en": (re.compile(r"where\s"), re.compile(r"(?:from where|from which|whence)\s")),
    "uk": (re.compile(r"де\s"), re.compile(r"(?:звідки|звідкіля)\s")),
    "ru": (re.compile(r"где\s"), re.compile(r"откуда\s")),
}


def belongs(low: str, mention: Mention) -> bool:
    """`in its basement`: a part of the place that was told of."""
    return not mention.named and low.endswith(_ITS, 0, mention.start)


_ITS = (" its ", " його ", " її ", " его ", " её ")
