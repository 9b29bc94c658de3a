"""From the findings of a paragraph to frames: one a trigger, with roles that its clause names."""

from dataclasses import replace

from graph.period import UNDATED, Period
from nlp.clauses import Clause, Trigger, clauses, opens_with
from nlp.dates import Dated
from nlp.details import legal_details, mode_of, people_of_law
from nlp.findings import Findings, inside
from nlp.interview import answer, asks
from nlp.kinds import as_capture, detained_there, set_free, taken
from nlp.labels import Entry, entries
from nlp.mention import Frame, Mention
from nlp.modality import modality
from nlp.posts import posts
from nlp.roles import Ends, ends
from nlp.scene import Lift, Narrative, Scene, people_of
from nlp.tellers import quoted, speaker
from nlp.towns import TOWN
from nlp.version import rule
from nlp.when import When, when

_REST = frozenset(("held_at",))
_PLACED = frozenset(("captured", "released", "exchanged", "died", "body_returned"))
_DETAINED = frozenset(("moved", "held_at", "died"))
_LEGAL = frozenset(("charged", "tried", "sentenced"))
_LEAD = 8  # characters of a conjunction
Roles = list[tuple[str, Mention]]


def frames(
    found: Findings,
    narrative: Narrative,
    lift: Lift,
    *,
    question: Trigger | None = None,
    heading: Mention | None = None,
) -> list[Frame]:
    """The frames of one paragraph, with offsets of the text (`lift` leads there).

    `question` is the verb of the question that the paragraph answers; `heading` the lifted person
    under whose name its labelled lines stand.
    """
    scene = Scene(found, narrative, lift)
    listed = entries(found)
    for entry in listed:
        _add_entry(scene, entry, heading)
    answered = answer(found, question) if question is not None else None
    if answered is not None and answered[1].trigger is not None:
        sentence, clause = answered
        _add(scene, sentence, [clause], clause, answered[1].trigger)
    for sentence in found.page.sentences:
        parts = clauses(found, sentence)
        for clause in parts:
            if any(clause.start < e.clause.end and e.clause.start < clause.end for e in listed):
                continue
            if clause.trigger is not None:
                _add(scene, sentence, parts, clause, clause.trigger)
            elif scene.frames and scene.sentence == sentence:
                _go_on(scene, sentence, clause)
    return [*scene.frames, *posts(scene)]


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
    places = entry.places[:1] if trigger.property in (*_REST, *_PLACED, "moved") else ()
    if trigger.property in ("moved", *_REST) and not places:
        return
    sentence = scene.found.page.sentence_at(clause.start)
    scene.beings, scene.sentence = (person,), sentence
    told: Roles = [("who", person), *((role, scene.lift(m)) for m in places)]
    _tell(scene, sentence, [clause], clause, [told])


def _add(
    scene: Scene,
    sentence: tuple[int, int],
    parts: list[Clause],
    clause: Clause,
    trigger: Trigger,
) -> None:
    beings = scene.beings_of(sentence, clause)
    where = _ends(scene, clause, trigger)
    dated = when(scene.found, sentence, parts, clause)
    if detained_there(scene.found, clause, where, dated) or taken(
        scene.found, clause, where, beings
    ):
        at = parts.index(clause) if clause in parts else -1
        clause = as_capture(clause, trigger)
        parts = [clause if i == at else p for i, p in enumerate(parts)]
        trigger = replace(trigger, property="captured", strong=True)
        where = _ends(scene, clause, trigger)
    roles = _roles(scene, _widened(parts, clause), trigger, where, beings)
    if beings:
        scene.beings, scene.sentence = beings, sentence
    if roles is None:
        return
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
        name = set_free(found, sentence, trigger)
    if name is None:
        return  # who came home need not have been released by anybody
    dated = when(found, sentence, parts, clause)
    undated = (trigger.property, trigger.mode) == ("died", "noun")  # the news of it is dated
    meant = modality(found.page, clause, sentence, source_type=scene.narrative.source_type)
    own = any(m.feature("pronoun") in ("i", "we") for m in beings)
    details = [
        *legal_details(found, _widened(parts, clause), trigger.property),
        *mode_of(found.page, clause, trigger.property),
        *_sizes(trigger.property, beings),
    ]
    start, end = scene.span(*_bounds(found, clause))
    base = Frame(
        property=name,
        start=start,
        end=end,
        sentence=scene.span(*sentence),
        trigger=scene.span(trigger.start, trigger.end),
        rule=rule(f"frames-{name}"),
        roles=(),
        details=tuple(sorted(set(details))),
        period=UNDATED if undated else _period(trigger.property, dated),
        polarity=meant.polarity,
        told=meant.told,
        hearsay_depth=meant.depth,
        teller=_teller(scene, sentence, trigger),
        basis="own_experience" if own and meant.basis == "unknown" else meant.basis,
        conditional=meant.conditional or asks(found.page.text[slice(*sentence)]),
        gap=_gap(found, clause, dated),
    )
    if name == "sentenced" and _said_on(scene, base, roles[0]):
        return
    for each in roles:
        frame = replace(base, roles=tuple(each))
        several = len(roles) > 1
        scene.frames.append(replace(frame, period=_shared(frame.period)) if several else frame)
    scene.place = _place(scene.frames[-1]) if len(roles) == 1 else None


def _widened(parts: list[Clause], clause: Clause) -> Clause:
    """Of a verdict, with the clauses before and after it that have no verb of their own."""
    if clause.trigger is None or clause.trigger.property not in _LEGAL:
        return clause
    at = parts.index(clause) if clause in parts else 0
    start, end = clause.start, clause.end
    for other in parts[at + 1 :]:
        if other.trigger is not None:
            break
        end = other.end
    if at and all(p.trigger is None for p in parts[:at]):
        start = parts[0].start
    return replace(clause, start=start, end=end)


def _said_on(scene: Scene, base: Frame, roles: Roles) -> bool:
    """`found guilty … and sentenced him to …` is one verdict: the second verb adds to the first."""
    if not scene.frames:
        return False
    last = scene.frames[-1]
    who = [m for name, m in roles if name == "who"]
    same = [m for name, m in last.roles if name == "who"]
    alone = len(same) == 1 and all(m.feature("pronoun") in ("he", "she") for m in who)
    if (last.property, last.sentence) != ("sentenced", base.sentence) or not (who == same or alone):
        return False
    known = {name for name, _ in last.details} | {name for name, _ in last.roles}
    scene.frames[-1] = replace(
        last,
        end=base.end,
        details=tuple(sorted({*last.details, *(d for d in base.details if d[0] not in known)})),
        roles=(*last.roles, *(r for r in roles if r[0] not in known)),
        period=last.period if last.period.words else base.period,
    )
    return True


def _place(frame: Frame) -> Mention | None:
    return frame.role("to") if frame.property == "moved" else frame.role("at")


def _bounds(found: Findings, clause: Clause) -> tuple[int, int]:
    text = found.page.text[clause.start : clause.end]
    start = clause.start + len(text) - len(text.lstrip(" ,;–—-"))
    return start, max(start + 1, clause.start + len(text.rstrip(" ,;–—-")))


def _shared(period: Period) -> Period:
    """Of two places in one telling neither has the whole period for itself."""
    return period if period.momentary else replace(UNDATED, words=period.words)


def _ends(scene: Scene, clause: Clause, trigger: Trigger) -> Ends:
    """The places of a clause, lifted; *there* and *from there* where no name is given."""
    here = ends(scene.found, clause)
    where = Ends(
        origin=_meant(scene, trigger, here.origin),
        to=_meant(scene, trigger, here.to),
        at=_meant(scene, trigger, here.at),
        via=tuple(map(scene.lift, here.via)),
    )
    if trigger.property == "moved":
        hence = scene.there(clause, hence=True) if not where.origin else None
        if hence is not None:
            return replace(where, origin=(hence,))
        there = scene.there(clause, hence=False) if not where.to else None
        return replace(where, to=(there,)) if there is not None else where
    there = scene.there(clause, hence=False) if not where.at else None
    return replace(where, at=(there,)) if there is not None else where


def _meant(scene: Scene, trigger: Trigger, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, lifted; a town as the one facility that the document names in it.

    Not where a facility is named beside it, nor where somebody merely *was*: it may be his home.
    """
    lifted = tuple(map(scene.lift, found))
    merely = trigger.property == "held_at" and trigger.mode == "self" and not trigger.strong
    if trigger.property not in _DETAINED or merely or any(m.label != "place" for m in lifted):
        return lifted
    known = scene.narrative.towns
    return tuple(
        replace(m, label="facility", named=False, rule=rule(TOWN))
        if (m.start, m.end) in known
        else m
        for m in lifted
    )


def _roles(
    scene: Scene, clause: Clause, trigger: Trigger, where: Ends, beings: tuple[Mention, ...]
) -> list[Roles] | None:
    """The roles of one frame, of one a place for two places of stay; None if it does not hold."""
    base: Roles = [("who", m) for m in beings]
    if not beings:
        return None
    if trigger.property == "moved":
        return _moved(scene, trigger, where, base)
    if trigger.property in _REST:
        if not trigger.strong and trigger.mode == "self" and not _named_here(scene, clause, beings):
            return None  # "there was one tap": whose *was* it is has to be said
        places = [m for m in where.at if m.label == "facility" or trigger.strong]
        return [[*base, ("at", m)] for m in places] or None
    if trigger.property == "captured" and not trigger.strong and not _seized(scene, clause, beings):
        return None
    if trigger.property in _PLACED:
        held = tuple(m for m in where.origin if m.label == "facility")
        at = where.at or (held if trigger.property == "released" else ())
        return [[*base, ("at", at[0])] if len(at) == 1 else base]
    law = people_of_law(scene.found, clause)
    return [[*base, *((name, scene.lift(m)) for name, m in law)]]


def _named_here(scene: Scene, clause: Clause, beings: tuple[Mention, ...]) -> bool:
    start, end = scene.span(clause.start, clause.end)
    return all(start <= m.start and m.end <= end for m in beings)


def _seized(scene: Scene, clause: Clause, beings: tuple[Mention, ...]) -> bool:
    """`Нас узяли 12 квітня`: a bare *took* counts of a pronoun, with a date."""
    dated = inside(scene.found.dates, clause.start, clause.end)
    return bool(dated) and all(m.feature("pronoun") for m in beings)


def _moved(scene: Scene, trigger: Trigger, where: Ends, base: Roles) -> list[Roles] | None:
    both = (*where.origin, *where.to)
    if not both or len(where.origin) > 1 or len(where.to) > 1:
        return None
    if len({(m.start, m.end) for m in both}) < len(both):
        return None
    page = scene.found.page
    detained = any(m.label == "facility" for m in both) or (
        trigger.mode == "object" and scene.narrative.detention
    )
    if not detained and not page.words.pattern("detention").search(page.low):
        return None
    if trigger.mode == "self" and not (where.to and where.to[0].label == "facility"):
        return None
    roles = [*base, *(("from", m) for m in where.origin), *(("to", m) for m in where.to)]
    return [[*roles, *(("via", m) for m in where.via)]]


def _go_on(scene: Scene, sentence: tuple[int, int], clause: Clause) -> None:
    """`… to A, then to B`, `held at A, then at B`: the verb is left out, the journey goes on."""
    last = scene.frames[-1]
    page = scene.found.page
    first = next(iter(inside(scene.found.dates, clause.start, clause.end)), None)
    counts = first is not None and (first.least is not None or first.form == "since")
    later = first is not None and counts and first.start - clause.start < _LEAD
    on = later or opens_with(clause, page, page.words.pattern("order.after"))
    if last.property not in ("moved", *_REST) or not on:
        return
    at = clause.end
    trigger = Trigger(start=at, end=at, property=last.property, mode="object", strong=True)
    as_if = replace(clause, trigger=trigger)
    where = ends(scene.found, as_if)
    role, places = ("to", where.to) if last.property == "moved" else ("at", where.at)
    if len(places) != 1 or where.origin:
        return
    dated = when(scene.found, sentence, [clause], as_if)
    start, end = scene.span(*_bounds(scene.found, clause))
    (scene.place,) = _meant(scene, trigger, places)
    scene.frames.append(
        replace(
            last,
            start=start,
            end=end,
            trigger=(start, end),
            roles=(*((n, m) for n, m in last.roles if n == "who"), (role, scene.place)),
            period=_period(last.property, dated),
            rule=rule(f"frames-{last.property}-on"),
            gap=_gap(scene.found, as_if, dated),
        )
    )


def _period(name: str, dated: When) -> Period:
    found: Dated | None = dated.phrase
    if found is None:
        return UNDATED
    if dated.resolved is not None:
        return dated.resolved
    return found.period(presence=name in _REST)


def _gap(found: Findings, clause: Clause, dated: When) -> tuple[int, int] | None:
    """Days after the happening before, where the clause says so; (0, -1): unsaid how many."""
    phrase = dated.phrase
    if phrase is not None and phrase.least is not None and phrase.most is not None:
        return phrase.least, phrase.most
    page = found.page
    later = opens_with(clause, page, page.words.pattern("order.after"))
    hence = page.words.pattern("deixis.from").search(page.low, clause.start, clause.end)
    return (0, -1) if later or hence else None


def _teller(scene: Scene, sentence: tuple[int, int], trigger: Trigger) -> Mention | None:
    narrator = scene.narrative.narrator
    quote = quoted(scene.found.page, trigger.start)
    if quote is not None:
        spoke = speaker(scene.found, quote)
        return scene.lift(spoke) if spoke is not None else None
    named = scene.tellers.get(sentence)
    if named is None or (named.feature("pronoun") == "i" and narrator is not None):
        return narrator
    return scene.lift(named)


def _sizes(name: str, beings: tuple[Mention, ...]) -> list[tuple[str, str]]:
    if name != "moved" or len(beings) != 1 or beings[0].label != "group":
        return []
    return [(k, v) for k, v in beings[0].features if k in ("size_least", "size_most")]
