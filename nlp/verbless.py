"""Stays told without a verb: `Потом Таганрог, СИЗО-2`, `Десять месяцев в Вязьме`, `он в ИК-1`."""

import re
from dataclasses import dataclass

from nlp.clauses import Clause, Trigger, opens_with
from nlp.findings import inside
from nlp.interview import asks
from nlp.mention import Mention
from nlp.scene import Scene

_COPULA = r"(?:\s(?:був|бул\w|был\w{0,2}|стал\w{0,2}))?(?:\s?[—–:-])?\s?(?:(?:в|у|на)\s)?"
_SAYS_NO = re.compile(r"(?<!\w)(?:не|ні|ни|нет|нема\w?|без)(?!\w)")
_TOLD = frozenset(("moved", "held_at", "captured"))
_IN_TOWN = re.compile(r",\s")
_PAIR = 2
_VERB = re.compile(  # "того дня автобуси заїхали в …"
    r"(?<!\w)(?!был|бул)\w{2,}(?:[аеияуоёіїй]л[аои]|[аеияуоё]л|лся|лась|лись|лися|[ую]ть?)(?!\w)"
)
_REACH = 3  # sentences since the last thing told of those who were held
_NOW = re.compile(
    r"(?<!\w)(?:сейчас|теперь|по-прежнему|до сих пор|вс[её] ещ[её]|на сегодня\w*|ныне|"
    r"зараз|тепер|нині|досі|наразі|донині)(?!\w)"
)
_IS_IN = re.compile(
    r"(?:, (?:насколько|наскільки|как|як|за|зі|по) [^,.;]{3,40},)?\s(?:[—–-]\s)?"
    r"(?:(?:сейчас|теперь|по-прежнему|до сих пор|уже|вс[её]|ещ[её]|"
    r"зараз|тепер|нині|досі|наразі|[йі]|вже|усе ще|все ще|ще)\s){0,2}(?:там(?: же)?,\s)?"
    r"((?:[\w-]+\s){1,2}(?:рік|роки|років|місяць|місяці|місяців|год|года|лет|месяца?|месяцев)\s)?"
    r"(?:во?|у|на)\s"
    r"(?:[\w-]+,\s[ву]\s)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The sentence as a clause of rest, its place (not lifted), and whose stay it is (lifted)."""

    clause: Clause
    place: Mention
    beings: tuple[Mention, ...]


def stay(scene: Scene, sentence: tuple[int, int], parts: list[Clause]) -> Stay | None:
    """What a sentence without a verb tells; None unless that is one stay and nothing else."""
    page = scene.found.page
    if page.language == "en":
        return _english(scene, sentence, parts)
    if asks(page.text[slice(*sentence)]):
        return None
    verbs = [p.trigger for p in parts if p.trigger is not None]
    if any(v.strong or v.mode != "self" for v in verbs):
        return _is_now_besides(scene, sentence)
    if _SAYS_NO.search(page.low, *sentence):
        return _is_now_besides(scene, sentence)
    return _goes_on(scene, sentence, parts) or _is_now(scene, sentence)


def _stay(sentence: tuple[int, int], place: Mention, beings: tuple[Mention, ...]) -> Stay:
    start, end = sentence
    trigger = Trigger(start=start, end=start, property="held_at", mode="object", strong=True)
    clause = Clause(start=start, end=end, trigger=trigger, opening="")
    return Stay(clause=clause, place=place, beings=beings)


def _goes_on(scene: Scene, sentence: tuple[int, int], parts: list[Clause]) -> Stay | None:
    """A time and one place: those of whom was told just before were there next."""
    page = scene.found.page
    end = sentence[1]
    if len(parts) > 1 and all(_then(scene, p) for p in parts[1:]):
        end = parts[0].end  # "Рік у Таганрозі, потім Кізел"
    place, stretch = _place(scene, (sentence[0], end)), (sentence[0], end)
    if place is None or inside(scene.found.people, *sentence):
        return None
    if not scene.frames:
        narrator = scene.narrative.narrator
        his = narrator is not None and scene.narrative.subject == narrator
        told = _for_long(scene, sentence) or place.label == "facility"
        facility = told and scene.narrative.detention
        return _stay(stretch, place, (narrator,)) if narrator and his and facility else None
    near = [s for s in page.sentences if s[0] < sentence[0]][-_REACH:]
    goes_on = scene.beings and scene.frames[-1].property in _TOLD and scene.sentence in near
    return _stay(stretch, place, scene.beings) if goes_on else None


def _for_long(scene: Scene, sentence: tuple[int, int]) -> bool:
    lasting = scene.found.page.words.get("order.lasting")
    return bool(lasting and re.match(lasting, scene.found.page.low[sentence[0] : sentence[1]]))


def _then(scene: Scene, part: Clause) -> bool:
    page = scene.found.page
    return part.trigger is None and opens_with(part, page, page.words.pattern("order.after"))


def _english(scene: Scene, sentence: tuple[int, int], parts: list[Clause]) -> Stay | None:
    """`Ten months in Vyazma, then they drove us on.`: the first clause, where it has no verb."""
    page = scene.found.page
    known = scene.narrative.narrator is not None or scene.beings
    if not parts or not known:
        return None
    verb = parts[0].trigger
    if verb is not None and not (_THEN_WAS.match(page.low, sentence[0]) and not verb.strong):
        return None
    first = parts[0]
    ends = inside(scene.found.ends, first.start, first.end)
    if len(ends) != 1 or inside(scene.found.beings, first.start, first.end):
        return None
    lasted = _LASTED.fullmatch(page.low, first.start, ends[0].start)
    near = [scene.span(*s) for s in page.sentences if s[0] < sentence[0]][-1:]
    next_ = _NEXT.fullmatch(page.low, first.start, ends[0].start) and scene.frames
    told = next_ and scene.frames[-1].sentence in near and scene.frames[-1].property in _TOLD
    alone = not page.low[ends[0].end : first.end].strip(" .,;")
    if not lasted and not (told and alone):
        return None
    narrator = scene.narrative.narrator
    beings = scene.beings or ((narrator,) if narrator is not None else ())
    return _stay((first.start, first.end), ends[0], beings)


_NEXT = re.compile(
    r"\W*(?:and\s)?(?:then|next|after that|later|after it)(?:\s(?:came|it was|there was|was))?,?\s"
    r"(?:to\s)?(?:the\s)?"
)
_THEN_WAS = re.compile(r"\W*(?:and\s)?(?:then|next|after that|later) (?:it was|there was|was) ")
_LASTED = re.compile(
    r"\W*(?:(?:then|first|after that|and)\s)?(?:(?:about|almost|nearly|some|over|more than|another|"
    r"the next|the last|altogether|in all)\s)?(?:[\w-]+\s){1,4}?"
    r"(?:and a half\s)?(?:days?|nights?|weeks?|months?|years?)\s(?:in|at)\s(?:the\s)?(?:\w+\s)?"
)


def place_of(scene: Scene, clause: Clause) -> Mention | None:
    """The one place that a clause without a verb names after its lead."""
    return _place(scene, (clause.start, clause.end))


def _place(scene: Scene, sentence: tuple[int, int]) -> Mention | None:
    page = scene.found.page
    ends = inside(scene.found.ends, *sentence)
    if not ends:
        return None
    lead = page.low[sentence[0] : ends[0].start].lstrip(" ,;–—-")
    dated = inside(scene.found.dates, sentence[0], ends[0].start)
    if dated and re.fullmatch(_COPULA, page.low[dated[-1].end : ends[0].start]):
        lead = page.low[sentence[0] : dated[0].start].strip(" ,;–—-")
        if len(dated) == 1 and not lead:
            return ends[0] if len(ends) == 1 else None
        return None
    words = [page.words.get(f"order.{name}") for name in ("after", "first", "lasting")]
    convoy = page.words.get("order.convoy") or "(?!)"
    lead_in = rf"(?:{'|'.join(w for w in words if w)})(?:\s?[—–:-]?\s?{convoy})?{_COPULA}"
    if _VERB.search(lead) or not re.fullmatch(lead_in, lead):
        return None
    if len(ends) == 1:
        return ends[0]
    town = ends[0].label == "place" and ends[1].label == "facility" and len(ends) == _PAIR
    beside = _IN_TOWN.fullmatch(page.low, ends[0].end, ends[1].start)
    return ends[1] if town and beside else None


def _is_now_besides(scene: Scene, sentence: tuple[int, int]) -> Stay | None:
    """`Сестру не обменяли, она до сих пор в СИЗО-2`: words of their own, without a verb."""
    page = scene.found.page
    for being in inside(scene.found.beings, *sentence):
        until = _ENDS.search(page.low, being.end, sentence[1])
        stretch = (being.start, until.start() if until is not None else sentence[1])
        apart = page.low.endswith((", ", ": ", "; ", " что ", ", а "), 0, being.start)
        told = (
            page.low.endswith((", що ", ", відтоді "), 0, being.start) and scene.narrative.detention
        )
        now = apart and _NOW.search(page.low, *stretch)
        if (now or told) and not _SAYS_NO.search(page.low, *stretch):
            return _is_now(scene, stretch)
    return None


_ENDS = re.compile(r"[;:.]|,\s(?!(?:в|у)\s)")


def _is_now(scene: Scene, sentence: tuple[int, int]) -> Stay | None:
    """`Сейчас он в Тульской области, в ИК-1`: who stands right before the place."""
    page = scene.found.page
    for being in inside(scene.found.beings, *sentence):
        if being.feature("nominative") == "no" or being.label == "group":
            continue
        after = inside(scene.found.ends, being.end, sentence[1])
        said = _IS_IN.fullmatch(page.low, being.end, after[0].start) if after else None
        if said is None:
            continue
        there = after[0]
        beside = len(after) > 1 and page.low[there.end : after[1].start] in (", в ", ", у ", ", ")
        if beside and after[1].label == "facility":
            there = after[1]
        numbered = len(after) > 1 and after[1].start - there.end == 1 and there.label == "facility"
        if numbered and not there.feature("number"):
            there = after[1]  # "у мордовській колонії ІК-10"
        told = scene.narrative.detention and page.words.pattern(
            "modality.hearsay", "modality.said"
        ).search(page.low, *sentence)
        for_long = scene.narrative.detention and said.group(1)
        if there.label == "facility" or told or for_long or _NOW.search(page.low, *sentence):
            return _stay(sentence, there, (scene.lift(being),))
    return None
