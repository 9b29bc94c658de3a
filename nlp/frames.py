"""From the findings of a paragraph to frames: one a trigger, with roles that its clause names."""

import re
from dataclasses import replace

from graph.claim import Polarity, Told
from graph.period import UNDATED, Period
from nlp.adjectival import only_describes
from nlp.alongside import alongside
from nlp.at_last import at_last
from nlp.certificates import certificates
from nlp.clauses import Clause, Trigger
from nlp.dates import Dated
from nlp.details import legal_details, mode_of, people_of_law
from nlp.findings import Findings, inside
from nlp.headings import item, serves
from nlp.hearsay import told_by_others
from nlp.interview import answer, asks
from nlp.journeys import Departure, leaves, whole
from nlp.kinds import as_capture, detained_there, of_nobody, set_free, taken
from nlp.known_towns import held_before, seen_held
from nlp.labels import Entry, entries
from nlp.leaders import leaders
from nlp.left import NOTHING, Before, left_at
from nlp.meant import ends_meant, places_meant, stayed, without_town
from nlp.mention import Frame, Mention
from nlp.modality import again, modality, untrue
from nlp.onward import arrive, go_on, named_among, so_did, then_on
from nlp.posts import posts
from nlp.replies import replies
from nlp.roles import Ends
from nlp.scene import Lift, Narrative, Scene
from nlp.seized import seized
from nlp.strangers import clauses_of_the_known
from nlp.told_by import passed_on, teller_of
from nlp.told_when import REST, bounds_of, gap_of, period_of
from nlp.topics import people_of
from nlp.trials import LEGAL, said_on, widened
from nlp.verbless import place_of, stay
from nlp.verdicts import verdicts
from nlp.version import rule
from nlp.ways import Roles, ways
from nlp.when import when

_PLACED = frozenset(("captured", "released", "exchanged", "died", "body_returned"))
_HELD = frozenset(("captured", "held_at", "moved"))


def frames(
    found: Findings,
    narrative: Narrative,
    lift: Lift,
    *,
    question: Trigger | None = None,
    heading: Mention | None = None,
    listing: Frame | None = None,
    before: Before = NOTHING,
) -> list[Frame]:
    """The frames of one paragraph, with offsets of the text (`lift` leads there).

    `question` is the verb of the question that the paragraph answers; `heading` the lifted person
    under whose name its labelled lines stand; `listing` what the verb above a list says;
    `before` what the paragraph before leaves.
    """
    scene = Scene(
        found,
        narrative,
        lift,
        earlier=before.people,
        companies=before.companies,
        group=before.group,
        heading=heading,
    )
    scene.carried = before.place
    asked_there = question is not None and question.there
    if found.page.language == "en" or asked_there:  # else `там` is too often said of elsewhere
        scene.place = before.place
    listed = entries(found)
    if listing is not None and not listed and (lines := item(scene, listing)):
        return lines
    for entry in listed:
        _add_entry(scene, entry, heading)
    scene.asked = question.property if question is not None else ""
    answered = answer(found, question) if question is not None else None
    if answered is not None and answered[1].trigger is not None:
        _add(scene, answered[0], [answered[1]], answered[1], answered[1].trigger)
    for number, sentence in enumerate(found.page.sentences):
        parts = clauses_of_the_known(found, sentence)
        told = len(scene.frames)
        _take_back(scene, sentence, number)
        if found.page.language == "en":
            _add_stay(scene, sentence, parts)
        for clause in parts:
            if any(clause.start < e.clause.end and e.clause.start < clause.end for e in listed):
                continue
            if clause.trigger is not None:
                _add(scene, sentence, parts, clause, clause.trigger)
                _point(scene, clause)  # "Потім була Оленівка."
            elif scene.frames and (scene.sentence == sentence or then_on(scene, sentence)):
                go_on(scene, sentence, clause)
            else:
                _point(scene, clause)
        if found.page.language != "en":
            _add_stay(scene, sentence, parts)
        _add_verdicts(scene, sentence, parts, told)
        arrive(scene, number)
        named_among(scene, sentence, told)
        so_did(scene, sentence, told)
        alongside(scene, sentence, told)
    told_of = [replace(f, conditional=True) if of_nobody(f) else f for f in whole(scene.frames)]
    return [*told_of, *certificates(scene), *replies(scene), *posts(scene), *leaders(scene)]


def _take_back(scene: Scene, sentence: tuple[int, int], number: int) -> None:
    """`Це неправда`: what was only passed on in the sentence before is denied by the teller."""
    if not number or not untrue(scene.found.page, sentence):
        return
    page, earlier = scene.found.page, scene.found.page.sentences[number - 1]
    before, wrote = scene.span(*earlier), _WROTE.search(page.low, *earlier)
    scene.frames[:] = [
        replace(f, polarity=Polarity.DENIED)
        if f.sentence == before
        and (wrote or f.told is Told.HEARSAY)
        and f.polarity is Polarity.ASSERTED
        else f
        for f in scene.frames
    ]


_WROTE = re.compile(r"(?<!\w)(?:писали|сообщали|сообщалось|писал|повідомляли|повідомлялося)(?!\w)")


def heads_list(found: Findings, narrative: Narrative, lift: Lift) -> Frame | None:
    """What the verb of a heading says of each line of the list below it, but for whom."""
    served = None if asks(found.page.text) else serves(found)  # its answer is no list
    if served is None or served[1].trigger is None:
        return None
    sentence, clause = served
    scene = Scene(found, narrative, lift)
    where = ends_meant(scene, clause, served[1].trigger)
    role, places = ("to", where.to) if served[1].trigger.property == "moved" else ("at", where.at)
    law = [(n, lift(m)) for n, m in people_of_law(found, clause)]
    placed = places[:1] if served[1].trigger.property not in LEGAL else ()
    roles: Roles = [*((role, m) for m in placed), *law, *(("from", m) for m in where.origin)]
    _tell(scene, sentence, clauses_of_the_known(found, sentence), clause, [roles])
    return scene.frames[-1] if scene.frames else None


def _point(scene: Scene, clause: Clause) -> None:
    """`Потім Ростов, десята колонія: туди нас привезли …`: what *there* will mean."""
    language, trigger = scene.found.page.language, clause.trigger
    if trigger is not None and (trigger.strong or language != "uk"):
        return
    bare = place_of(scene, clause) if language != "en" else None
    if bare is not None:
        scene.place = scene.lift(bare)


def _add_entry(scene: Scene, entry: Entry, heading: Mention | None) -> None:
    """What a labelled line says of the person before it in its paragraph, else in the heading."""
    trigger, clause = entry.clause.trigger, entry.clause
    before = [m for m in inside(scene.found.people, 0, clause.start) if m.named]
    line = [m for m in before if scene.found.page.text.rfind("\n", 0, clause.start) < m.start]
    known = people_of(line or before)
    person = scene.lift(known[0]) if len(known) == 1 else (None if known else heading)
    if trigger is None or person is None:
        return
    role = "to" if trigger.property == "moved" else "at"
    places = entry.places[:1] if trigger.property in (*REST, *_PLACED, "moved") else ()
    if trigger.property in ("moved", *REST) and not places:
        return
    sentence = scene.found.page.sentence_at(clause.start)
    scene.beings, scene.sentence = (person,), sentence
    for place in places if trigger.property not in REST else entry.places:
        _tell(scene, sentence, [clause], clause, [[("who", person), (role, scene.lift(place))]])
        dated = _in_brackets(scene.found, place, clause)
        if scene.frames and len(entry.places) > 1:  # each place has its own time, or none
            period = UNDATED if dated is None else dated.period(presence=True)
            scene.frames[-1] = replace(scene.frames[-1], period=period)
    if not places:
        _tell(scene, sentence, [clause], clause, [[("who", person)]])


def _in_brackets(found: Findings, place: Mention, clause: Clause) -> Dated | None:
    """`Olenivka (May-September 2022), Taganrog (…)`: the time right after one of several places."""
    after = inside(found.dates, place.end, clause.end)
    return after[0] if after and after[0].start - place.end <= _BRACKET else None


_BRACKET = 3


def _add_stay(scene: Scene, sentence: tuple[int, int], parts: list[Clause]) -> None:
    """What a sentence without a verb tells of where somebody was held."""
    found = stay(scene, sentence, parts)
    if found is None or found.clause.trigger is None:
        return
    (there,) = places_meant(scene, found.clause.trigger, (found.place,))
    scene.beings, scene.sentence = found.beings, sentence
    roles = [*(("who", m) for m in found.beings), ("at", there)]
    _tell(scene, sentence, [found.clause], found.clause, [roles])
    for part in parts if scene.found.page.language != "en" else []:
        if part.start >= found.clause.end:
            go_on(scene, sentence, part)


def _add_verdicts(scene: Scene, sentence: tuple[int, int], parts: list[Clause], told: int) -> None:
    """Of several people with a term each, a verdict of each in place of that of the sentence."""
    clause = next(
        (c for c in parts if c.trigger is not None and c.trigger.property == "sentenced"), None
    )
    each = verdicts(scene.found, sentence) if clause is not None else []
    people = [(scene.lift(m), v) for v in each for m in v.people]
    if clause is None or len(people) <= 1:
        return
    scene.frames[told:] = [f for f in scene.frames[told:] if f.property != "sentenced"]
    law = [(n, scene.lift(m)) for n, m in people_of_law(scene.found, widened(parts, clause))]
    first = len(scene.frames)
    for person, _ in people:
        _tell(scene, sentence, parts, clause, [[("who", person), *law]])
        if len(scene.frames) == first:
            return
    made = scene.frames[first:]
    scene.frames[first:] = [
        replace(f, details=tuple(sorted(v.details)))
        for f, (_, v) in zip(made, people, strict=False)
    ]


def _add(
    scene: Scene,
    sentence: tuple[int, int],
    parts: list[Clause],
    clause: Clause,
    trigger: Trigger,
) -> None:
    beings = () if only_describes(scene.found, clause) else scene.beings_of(sentence, clause)
    if trigger.property == "died" and any(m.feature("pronoun") in ("i", "we") for m in beings):
        beings = ()  # who tells has not died
    known = any(f.property == "sentenced" for f in scene.frames)
    if trigger.property == "sentenced" and not (trigger.strong or trigger.mode == "noun" or known):
        return  # "отримав 18" says of years only where others were sentenced
    where = ends_meant(scene, clause, trigger)
    dated = when(scene.found, sentence, parts, clause)
    known = any(f.property in _HELD for f in scene.frames)  # who is held is not taken again
    if detained_there(scene.found, clause, where, dated) or (
        not known and taken(scene.found, clause, where, beings)
    ):
        at = parts.index(clause) if clause in parts else -1
        clause = as_capture(clause, trigger)
        parts = [clause if i == at else p for i, p in enumerate(parts)]
        trigger = replace(trigger, property="captured", strong=True)
        where = ends_meant(scene, clause, trigger)
    roles = _roles(scene, widened(parts, clause), trigger, where, beings)
    if beings:
        scene.beings, scene.sentence = beings, sentence
    if roles is None and beings and trigger.property == "moved" and leaves(scene.found, trigger):
        at = scene.found.page.sentences.index(sentence)
        _tell(scene, sentence, parts, clause, [[("who", m) for m in beings]])
        scene.departed = Departure(frame=scene.frames.pop(), after=trigger.end, sentence=at)
        return
    if roles is not None:
        _tell(scene, sentence, parts, clause, roles)


def _tell(
    scene: Scene,
    sentence: tuple[int, int],
    parts: list[Clause],
    clause: Clause,
    roles: list[Roles],
) -> None:
    """Adds one frame of the clause's trigger for each list of roles."""
    found, trigger = scene.found, clause.trigger
    if trigger is None:
        return
    beings = tuple(m for name, m in roles[0] if name == "who")
    name: str | None = trigger.property
    if name == "released":
        name = set_free(found, sentence, trigger, known=scene.narrative.exchange)
    if name is None:
        return  # who came home need not have been released by anybody
    dated = when(found, sentence, parts, clause)
    undated = (trigger.property, trigger.mode) == ("died", "noun")  # the news of it is dated
    meant = modality(found.page, clause, sentence, source_type=scene.narrative.source_type)
    dated, meant = at_last(found, trigger, dated, meant)
    own = any(m.feature("pronoun") in ("i", "we") for m in beings)
    heard = passed_on(scene, sentence, trigger, meant.told)
    if found.page.language == "en" and heard is not meant.told and own:
        heard = meant.told  # what befell the teller, whoever else tells in the sentence
    elif heard is Told.DIRECT and not own and told_by_others(found, clause, sentence, beings):
        heard = Told.HEARSAY
    details = [
        *legal_details(found, widened(parts, clause), trigger.property),
        *mode_of(found.page, clause, trigger.property),
        *_sizes(trigger.property, beings),
        *again(found.page, clause, meant),
    ]
    start, end = scene.span(*bounds_of(found, clause))
    base = Frame(
        property=name,
        start=start,
        end=end,
        sentence=scene.span(*sentence),
        trigger=scene.span(trigger.start, trigger.end),
        rule=rule(f"frames-{name}"),
        roles=(),
        details=tuple(sorted(set(details))),
        period=UNDATED if undated else period_of(trigger.property, dated),
        polarity=meant.polarity,
        told=heard,
        hearsay_depth=max(meant.depth, int(heard is Told.HEARSAY)),
        teller=teller_of(scene, sentence, trigger),
        basis="own_experience" if own and meant.basis == "unknown" else meant.basis,
        conditional=meant.conditional or asks(found.page.text[slice(*sentence)]),
        gap=gap_of(found, clause, dated),
    )
    if name == "sentenced" and said_on(scene, base, roles[0]):
        return
    for each in roles:
        frame = replace(base, roles=tuple(each))
        several = len(roles) > 1
        if several and name == "moved" and not _of_leg(scene, dated.phrase, roles, each):
            frame = replace(frame, period=UNDATED)
        scene.frames.append(replace(frame, period=_shared(frame.period)) if several else frame)
    scene.place = left_at(scene.frames[-1]) if len(roles) == 1 else None


def _of_leg(scene: Scene, phrase: Dated | None, legs: list[Roles], leg: Roles) -> bool:
    """Whether the date stands in that leg of a journey: after the end of the one before."""
    if phrase is None or scene.found.page.language != "en":
        return True
    at = scene.span(phrase.start, phrase.end)[0]
    ends = [max(m.end for name, m in each if name != "who") for each in legs]
    first = next((i for i, end in enumerate(ends) if at < end), len(legs) - 1)
    return legs.index(leg) == first


def _shared(period: Period) -> Period:
    """Of two places in one telling neither has the whole period for itself."""
    return period if period.momentary else replace(UNDATED, words=period.words)


def _roles(
    scene: Scene, clause: Clause, trigger: Trigger, where: Ends, beings: tuple[Mention, ...]
) -> list[Roles] | None:
    """The roles of one frame, of one a place for two places of stay; None if it does not hold."""
    base: Roles = [("who", m) for m in beings]
    if not beings:
        return None
    if trigger.property == "moved":
        return ways(scene, trigger, where, base)
    if trigger.property in REST:
        if not trigger.strong and trigger.mode == "self" and not _named_here(scene, clause, beings):
            return None  # "there was one tap": whose *was* it is has to be said
        places = [
            m
            for m in where.at
            if m.label == "facility"
            or trigger.strong
            or held_before(scene, m)
            or stayed(scene, clause, m)
            or (trigger.sighting and seen_held(scene))
        ]
        places = without_town(scene, trigger, places)
        exact = [m for m in places if m.named]  # "three prisons: Olenivka, Taganrog and …"
        places = exact if exact and places[2:] else places  # more than a pair
        return [[*base, ("at", m)] for m in places] or None
    if trigger.property == "captured" and not trigger.strong and not seized(scene, clause, beings):
        return None
    if trigger.property in _PLACED:
        held = tuple(m for m in where.origin if m.label == "facility")
        at = where.at or (held if trigger.property == "released" else ())
        if trigger.mode == "noun" and scene.found.page.language == "en":
            at = tuple(m for m in at if not _past_subject(scene, trigger, m))
        return [[*base, ("at", at[0])] if len(at) == 1 else base]
    law = people_of_law(scene.found, clause)
    return [[*base, *((name, scene.lift(m)) for name, m in law)]]


def _past_subject(scene: Scene, trigger: Trigger, place: Mention) -> bool:
    """`Since his release Hai has lived in Lviv`: the place is where he lives."""
    low, start = scene.found.page.low, trigger.end
    return any(
        start <= m.start
        and scene.lift(m).start < place.start
        and not low.startswith((" of ", " by "), start)
        for m in scene.found.beings
    )


def _named_here(scene: Scene, clause: Clause, beings: tuple[Mention, ...]) -> bool:
    start, end = scene.span(clause.start, clause.end)
    return all(start <= m.start and m.end <= end for m in beings)


def _sizes(name: str, beings: tuple[Mention, ...]) -> list[tuple[str, str]]:
    if name != "moved" or len(beings) != 1 or beings[0].label != "group":
        return []
    return [(k, v) for k, v in beings[0].features if k in ("size_least", "size_most")]
