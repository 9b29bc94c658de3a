"""What a sentence adds to the frames before it without a verb of its own for them."""

import re
from dataclasses import replace

from graph.claim import Polarity
from nlp.clauses import Clause, Trigger, opens_with
from nlp.findings import inside
from nlp.journeys import among, arrival, not_among
from nlp.legs import way_on
from nlp.lists import joined
from nlp.meant import places_meant
from nlp.mention import Mention
from nlp.name_forms import keys
from nlp.roles import ends
from nlp.scene import Scene
from nlp.told_when import REST, bounds_of, gap_of, period_of
from nlp.verbless import place_of
from nlp.version import rule
from nlp.when import When, when

_DASH_TO = re.compile(r"(?:-\w{2})?\s[—–-]\s(?:до|в|у|на|во)\s")
_LEAD = 12  # characters of a conjunction
_HENCE_LEAD = 18  # `, and from there`
_LONG_LEAD = 48  # `and, on an unknown date in August, to B`


def arrive(scene: Scene, number: int) -> None:
    """`We were put on a train. It ended in Kamyshin, in SIZO-2.`: the transfer is told in two."""
    if scene.departed is None:
        return
    hit = arrival(scene.found, scene.departed, number)
    if hit is None:
        return
    (start, end), facility = hit
    there, sentence = scene.lift(facility), scene.found.page.sentences[number]
    frame, known = scene.departed.frame, [f for f in scene.frames if f.property == "moved"]
    scene.departed = None
    if known and known[-1].sentence == scene.span(*sentence):
        return
    scene.place = there
    if scene.frames and scene.frames[-1].role("at") == there:
        scene.frames.pop()  # "we were standing in the yard of …" is the arrival
    first, last = frame.sentence[0], scene.span(*sentence)[1]
    scene.frames.append(
        replace(
            frame,
            end=scene.span(start, end)[1],
            sentence=(first, last),
            roles=(*frame.roles, ("to", there)),
        )
    )


def named_among(scene: Scene, sentence: tuple[int, int], told: int) -> None:
    """`Hai was among them`: what was told of the group before holds of him."""
    people, refused = among(scene.found, sentence), not_among(scene.found, sentence)
    people = people or refused
    of_group = [f for f in scene.frames if any(m.label == "group" for _, m in f.roles)]
    here = [f for f in scene.frames[told:] if f in of_group]
    own = inside(scene.found.groups, *sentence) if scene.found.page.language == "ru" else []
    group = here or ([] if own else of_group)
    first = sentence == scene.found.page.sentences[0]
    if not group and first and not own and scene.group is not None:
        group = [scene.group]
    if not people or not group:
        return
    at = scene.found.page.sentences.index(sentence)
    near = [scene.span(*s) for s in scene.found.page.sentences[max(0, at - 1) : at + 1]]
    if group[-1].sentence not in near and group[-1] is not scene.group:
        return
    alike = [f for f in scene.frames[told:] if f.property == group[-1].property]
    told_of = {m.start for f in alike for n, m in f.roles if n == "who"}
    if scene.found.page.language == "ru" and any(scene.lift(m).start in told_of for m in people):
        return  # "восемь человек, среди них Гай": said with the group
    start, end = scene.span(*sentence)
    whole = {m.feature(k) for n, m in group[-1].roles if n == "who" for k in _SIZES}
    if scene.found.page.language == "en" and whole == {str(len(people))} and not refused:
        scene.frames[:] = [f for f in scene.frames if f is not group[-1]]  # each is named
    scene.frames.append(
        replace(
            group[-1],
            start=start,
            end=end,
            sentence=(start, end),
            trigger=(start, end),
            details=tuple(d for d in group[-1].details if not d[0].startswith("size")),
            roles=(
                *(("who", scene.lift(m)) for m in people),
                *(r for r in group[-1].roles if r[0] != "who"),
            ),
            gap=None,
            polarity=Polarity.DENIED if refused else group[-1].polarity,
        )
    )


_SIZES = ("size_least", "size_most")


def so_did(scene: Scene, sentence: tuple[int, int], told: int) -> None:
    """`Hai fell into captivity there, and so did Rud`: the same befell those named after it."""
    page = scene.found.page
    if page.language != "en" or len(scene.frames) == told:
        return
    for said in page.words.pattern("order.alike").finditer(page.low, *sentence):
        after = inside(scene.found.people, said.end(), sentence[1])
        at = scene.span(said.start(), said.end())
        frames = [f for f in scene.frames[told:] if f.trigger[0] < at[0]]
        near = after and len(page.low[said.end() : after[0].start].split()) <= _TITLE
        if not near or not frames:
            continue
        people = [scene.lift(m) for m in joined(page, after, last=False)]
        known = {m.start for f in scene.frames[told:] for _, m in f.roles}
        if any(m.start in known for m in people):
            continue
        rest = [r for r in frames[-1].roles if r[0] != "who"]
        details = tuple(d for d in frames[-1].details if not d[0].startswith("size"))
        scene.frames.append(
            replace(
                frames[-1],
                start=at[0],
                end=people[-1].end,
                trigger=at,
                roles=(*(("who", m) for m in people), *rest),
                details=details,
            )
        )


_TITLE = 3  # words of a rank or a kinship before a name


def _gapped(scene: Scene, sentence: tuple[int, int], clause: Clause) -> bool:
    """`…, Гая — двумя днями позже, из дома`: the verb is left out, another suffers."""
    page, last = scene.found.page, scene.frames[-1]
    english = page.language == "en"
    lead = (_ENGLISH_GAP if english else _GAP).match(page.low, clause.start)
    beings = inside(scene.found.beings, clause.start, clause.end)
    if lead is None or not beings or beings[0].start != lead.end():
        return False
    if joined(page, beings, last=False) != tuple(beings):
        return False
    end = beings[-1].end
    if not english and page.low[end : end + 3] not in (" — ", " – ", " - "):
        return False
    if english and (beings[0].label != "person" or not _ENGLISH_WAY.match(page.low, end)):
        return False
    if last.polarity is not Polarity.ASSERTED or _NOT.search(page.low, clause.start, clause.end):
        return True
    trigger, as_if = _as_if(clause, last.property)
    where = ends(scene.found, as_if)
    role, places = ("to", where.to) if last.property == "moved" else ("at", where.at)
    if not places and last.property == "moved" and len(where.origin) == 1:
        role, places = "from", where.origin
    if len(places) > 1 or (not places and last.property in ("moved", *REST)):
        return True
    start, end = scene.span(*bounds_of(scene.found, clause))
    scene.frames.append(
        replace(
            last,
            start=start,
            end=end,
            trigger=(start, end),
            roles=(
                *(("who", scene.lift(m)) for m in beings),
                *((role, m) for m in places_meant(scene, trigger, places)),
            ),
            details=(),
            period=period_of(last.property, when(scene.found, sentence, [clause], as_if)),
            rule=rule(f"frames-{last.property}-gap"),
            gap=None,
        )
    )
    return True


def _hence(scene: Scene, clause: Clause) -> bool:
    """`до Ростова, а з Ростова в Курськ`, `…, а ще раніше в Курську`: the next leg, or stop."""
    page, last = scene.found.page, scene.frames[-1]
    if last.property in REST:
        return opens_with(clause, page, page.words.pattern("order.earlier"))
    start, there = _FROM.match(page.low, clause.start), last.role("to")
    near = inside(scene.found.ends, start.end(), clause.end) if start is not None else []
    if start is None or not near or near[0].start != start.end() or there is None:
        return False
    return not keys(near[0].words).isdisjoint(keys(there.words))


_FROM = re.compile(r"[,;]\s(?:(?:а|і|й|та|и)\s)?(?:вже\s|уже\s)?(?:з|із|зі|из|с)\s")


def _left(scene: Scene, clause: Clause) -> When | None:
    """`held there until May, and from there to B`: the day the stay ended is that of the way."""
    before = [d for d in scene.found.dates if 0 <= clause.start - d.end <= 1]
    if not before or before[0].form != "until":
        return None
    return When(phrase=replace(before[0], form="point"))


def _as_if(clause: Clause, happening: str) -> tuple[Trigger, Clause]:
    """The clause as if the verb that it leaves out stood at its end."""
    end = clause.end
    trigger = Trigger(start=end, end=end, property=happening, mode="object", strong=True)
    return trigger, replace(clause, trigger=trigger)


_ENGLISH_GAP = re.compile(r"[,;]\s(?:(?:and|while)\s)?")
_ENGLISH_WAY = re.compile(r"\s(?:to|in|on|at|near)\s")
_GAP = re.compile(r"[,;]\s(?:(?:а|и|і|й)\s)?")
_NOT = re.compile(r"(?<!\w)(?:не|нет|ни|тоже|ні|теж)(?!\w)")


def _bare(scene: Scene, clause: Clause) -> Mention | None:
    """`then Kursk SIZO-1`, `потім Ростов`: the place that nothing but *then* leads in."""
    page = scene.found.page
    if page.language != "en":
        return place_of(scene, clause)
    ends = inside(scene.found.ends, clause.start, clause.end)
    then = len(ends) == 1 and _THEN.fullmatch(page.low, clause.start, ends[0].start)
    return ends[0] if then and scene.frames[-1].property in REST else None


_THEN = re.compile(r"[,;]?\s(?:and\s)?(?:then|finally|later|lastly|afterwards)\s(?:the\s)?")


def then_on(scene: Scene, sentence: tuple[int, int]) -> bool:
    """`They took us to A. Then to B by bus.`: a sentence that goes on with the one before."""
    page = scene.found.page
    if page.language != "en" or not _THEN_TO.match(page.low, sentence[0]):
        return False
    near = [scene.span(*s) for s in page.sentences if s[0] < sentence[0]][-1:]
    return scene.frames[-1].property == "moved" and scene.frames[-1].sentence in near


_THEN_TO = re.compile(r"\W*(?:and\s)?(?:then|later|from there|after that|next),?\s(?:on\s)?to\s")


def go_on(scene: Scene, sentence: tuple[int, int], clause: Clause) -> None:
    """`… to A, then to B`, `held at A, then at B`: the verb is left out, the journey goes on."""
    last = scene.frames[-1]
    page = scene.found.page
    if _gapped(scene, sentence, clause):
        return
    first = next(iter(inside(scene.found.dates, clause.start, clause.end)), None)
    counts = first is not None and (first.least is not None or first.form == "since")
    dashed = first is not None and page.low[first.end : first.end + 3] in (" — ", " – ")
    counts = counts or (dashed and page.language == "ru")  # "а в мае — в колонию"
    lead = _LONG_LEAD if page.language == "en" else _LEAD
    later = first is not None and counts and first.start - clause.start < lead
    way = first is not None and first.start - clause.start < lead and way_on(page, first.end)
    dash = first is not None and _DASH_TO.match(page.low, first.end)
    near = dash and first is not None and first.start - clause.start < _LEAD
    on = later or way or near or opens_with(clause, page, page.words.pattern("order.after"))
    on = on or (page.language != "en" and _hence(scene, clause))
    if last.property not in ("moved", *REST) or not on:
        return
    reach = clause.start + (_LEAD if page.language != "en" else _HENCE_LEAD)
    hence = page.words.pattern("deixis.from").search(page.low[:reach], clause.start)
    happening = "moved" if hence and page.language in ("uk", "en") else last.property
    trigger, as_if = _as_if(clause, happening)
    where = ends(scene.found, as_if)
    role, places = ("to", where.to) if happening == "moved" else ("at", where.at)
    bare = _bare(scene, clause) if not places else None
    places = (bare,) if bare is not None else places
    origin = where.origin if happening == "moved" else ()
    if len(places) != 1 or len(origin) > 1 or (where.origin and not origin):
        return
    dated = when(scene.found, sentence, [clause], as_if)
    left = last.role("at") if hence and page.language == "en" else None
    if happening == "moved" and last.property in REST and first is None:
        dated = _left(scene, clause) or dated
    start, end = scene.span(*bounds_of(scene.found, clause))
    (scene.place,) = places_meant(scene, trigger, places)
    scene.frames.append(
        replace(
            last,
            property=happening,
            start=start,
            end=end,
            trigger=(start, end),
            roles=(
                *((n, m) for n, m in last.roles if n == "who"),
                *(("from", m) for m in places_meant(scene, trigger, origin)),
                *([("from", left)] if left is not None and not origin else []),
                (role, scene.place),
            ),
            period=period_of(happening, dated),
            rule=rule(f"frames-{happening}-on"),
            gap=gap_of(scene.found, as_if, dated),
        )
    )
