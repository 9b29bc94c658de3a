"""From the findings of a paragraph to frames: one a trigger, with roles that its clause names."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from graph.period import UNDATED, Period
from nlp.clauses import Clause, Trigger, clauses, opens_with
from nlp.dates import Dated
from nlp.details import legal_details, mode_of, people_of_law
from nlp.findings import Findings, inside
from nlp.mention import Frame, Mention
from nlp.modality import modality
from nlp.roles import Ends, ends
from nlp.tellers import quoted, speaker, teller
from nlp.version import rule
from nlp.when import When, when
from nlp.who import candidates, who

_REST = frozenset(("held_at",))
_PLACED = frozenset(("captured", "released", "exchanged", "died", "body_returned"))
_LEGAL = frozenset(("charged", "tried", "sentenced"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """What the document as a whole adds: who says I, and whom a verb without object means."""

    narrator: Mention | None = None
    subject: Mention | None = None
    source_type: str | None = None


@dataclass(slots=True)
class Thread:
    """What the frames before leave for the next one; of one paragraph."""

    beings: tuple[Mention, ...] = ()
    sentence: tuple[int, int] = (-1, -1)
    frames: list[Frame] = field(default_factory=list)


Lift = Callable[[Mention], Mention]


def frames(found: Findings, narrative: Narrative, lift: Lift) -> list[Frame]:
    """The frames of one paragraph, with offsets of the text (`lift` leads there)."""
    thread = Thread()
    for sentence in found.page.sentences:
        parts = clauses(found, sentence)
        for clause in parts:
            if clause.trigger is not None:
                _add(found, sentence, parts, clause, narrative, lift, thread)
            elif thread.frames and thread.sentence == sentence:
                _go_on(found, sentence, clause, lift, thread)
    return thread.frames


def _add(
    found: Findings,
    sentence: tuple[int, int],
    parts: list[Clause],
    clause: Clause,
    narrative: Narrative,
    lift: Lift,
    thread: Thread,
) -> None:
    trigger = clause.trigger
    if trigger is None:
        return
    beings = _beings(found, sentence, clause, narrative, lift, thread)
    where = ends(found, clause)
    roles = _roles(found, clause, where, beings)
    if roles is None:
        return
    dated = when(found, sentence, parts, clause)
    meant = modality(found.page, clause, sentence, source_type=narrative.source_type)
    source = _teller(found, sentence, clause, narrative, lift)
    first_person = any(m.feature("pronoun") in ("i", "we") for m in beings)
    basis = "own_experience" if first_person and meant.basis == "unknown" else meant.basis
    details = [
        *legal_details(found, clause, trigger.property),
        *mode_of(found.page, clause, trigger.property),
    ]
    details += _sizes(trigger.property, beings)
    base = Frame(
        property=trigger.property,
        start=lift_span(lift, clause.start, _trimmed(found, clause))[0],
        end=lift_span(lift, clause.start, _trimmed(found, clause))[1],
        sentence=lift_span(lift, *sentence),
        trigger=lift_span(lift, trigger.start, trigger.end),
        rule=rule(f"frames-{trigger.property}"),
        roles=(),
        details=tuple(sorted(set(details))),
        period=_period(trigger.property, dated),
        polarity=meant.polarity,
        told=meant.told,
        hearsay_depth=meant.depth,
        teller=source,
        basis=basis,
        conditional=meant.conditional,
        gap=_gap(found, clause, dated),
    )
    lifted = [tuple((name, m if name == "who" else lift(m)) for name, m in each) for each in roles]
    alone = len(lifted) == 1
    for each in lifted:
        frame = replace(base, roles=each)
        thread.frames.append(frame if alone else replace(frame, period=_undated(frame.period)))
    thread.beings, thread.sentence = beings, sentence


def lift_span(lift: Lift, start: int, end: int) -> tuple[int, int]:
    """A stretch of the paragraph as one of the text."""
    probe = Mention(label="date", start=start, end=end, words="", rule="")
    lifted = lift(probe)
    return lifted.start, lifted.end


def _trimmed(found: Findings, clause: Clause) -> int:
    text = found.page.text[clause.start : clause.end]
    return clause.start + max(1, len(text.rstrip(" ,;–—-")))


def _undated(period: Period) -> Period:
    """Of two places in one telling neither has the whole period for itself."""
    return period if period.momentary else replace(UNDATED, words=period.words)


def _beings(
    found: Findings,
    sentence: tuple[int, int],
    clause: Clause,
    narrative: Narrative,
    lift: Lift,
    thread: Thread,
) -> tuple[Mention, ...]:
    """Those of the clause, else those it carries on from the clause before."""
    own = who(found, clause)
    if own:
        return tuple(lift(m) for m in own)
    named = [m for m in candidates(found, clause) if m.feature("nominative") != "yes"]
    page = found.page
    if named or (page.language == "en" and candidates(found, clause)):
        return ()
    if thread.beings and thread.sentence == sentence and _carries_on(page.language, clause):
        return thread.beings
    if page.language == "en":
        return ()
    earlier = _previous(found, sentence)
    fresh = [m for m in inside(found.beings, sentence[0], clause.start) if not m.feature("aside")]
    if fresh:
        return ()
    if thread.beings and thread.sentence == earlier:
        return thread.beings
    return (narrative.subject,) if narrative.subject is not None else ()


def _carries_on(language: str, clause: Clause) -> bool:
    """An English clause takes over the subject only after a conjunction or a participle."""
    return language != "en" or clause.opening.split(" ")[0] in _ENGLISH_JOINTS


_ENGLISH_JOINTS = frozenset(
    (
        "and",
        "then",
        "before",
        "after",
        "but",
        "where",
        "later",
        "from",
        "until",
        "or",
        "when",
        "while",
    )
)


def _previous(found: Findings, sentence: tuple[int, int]) -> tuple[int, int]:
    before = [s for s in found.page.sentences if s[1] <= sentence[0]]
    return before[-1] if before else (-1, -1)


Roles = list[tuple[str, Mention]]


def _roles(
    found: Findings, clause: Clause, where: Ends, beings: tuple[Mention, ...]
) -> list[Roles] | None:
    """The roles of one frame, of one a place for two places of stay; None if it does not hold."""
    trigger = clause.trigger
    if trigger is None:
        return None
    base: Roles = [("who", m) for m in beings]
    if trigger.property == "moved":
        return _moved(found, clause, where, base)
    if not beings:
        return None
    if trigger.property in _REST:
        places = [m for m in where.at if m.label == "facility" or trigger.strong]
        return [[*base, ("at", m)] for m in places] or None
    if trigger.property in _PLACED:
        at = where.at or (where.origin if trigger.property == "released" else ())
        return [[*base, ("at", at[0])] if len(at) == 1 else base]
    if trigger.property in _LEGAL:
        return [[*base, *people_of_law(found, clause)]]
    return None


def _moved(found: Findings, clause: Clause, where: Ends, base: Roles) -> list[Roles] | None:
    trigger = clause.trigger
    both = (*where.origin, *where.to)
    if trigger is None or not both or len(where.origin) > 1 or len(where.to) > 1:
        return None
    detained = any(m.label == "facility" for m in both)
    if not detained and (trigger.mode == "self" or not _detention(found)):
        return None
    if trigger.mode == "self" and not (where.to and where.to[0].label == "facility"):
        return None
    if not base:
        return None
    roles = [*base, *(("from", m) for m in where.origin), *(("to", m) for m in where.to)]
    return [[*roles, *(("via", m) for m in where.via)]]


def _detention(found: Findings) -> bool:
    return bool(found.page.words.pattern("detention").search(found.page.low))


def _go_on(
    found: Findings, sentence: tuple[int, int], clause: Clause, lift: Lift, thread: Thread
) -> None:
    """`… to A, and then to B`: the verb is left out, the journey goes on."""
    last = thread.frames[-1]
    page = found.page
    if last.property != "moved" or not opens_with(clause, page, page.words.pattern("order.after")):
        return
    as_if = replace(clause, trigger=_borrowed(clause))
    where = ends(found, as_if)
    if len(where.to) != 1 or where.origin:
        return
    dated = when(found, sentence, [clause], as_if)
    start, end = lift_span(lift, clause.start, _trimmed(found, clause))
    thread.frames.append(
        replace(
            last,
            start=start,
            end=end,
            trigger=(start, end),
            roles=(*((n, m) for n, m in last.roles if n == "who"), ("to", lift(where.to[0]))),
            period=_period("moved", dated),
            rule=rule("frames-moved-on"),
            gap=_gap(found, as_if, dated),
        )
    )


def _borrowed(clause: Clause) -> Trigger:
    return Trigger(start=clause.end, end=clause.end, property="moved", mode="object", strong=True)


def _period(name: str, dated: When) -> Period:
    found: Dated | None = dated.phrase
    if found is None:
        return UNDATED
    if dated.resolved is not None:
        return dated.resolved
    return found.period(presence=name in _REST)


def _gap(found: Findings, clause: Clause, dated: When) -> tuple[int, int] | None:
    """Days after the happening before, where the clause says so; (0, -1): later, unsaid how much."""
    phrase = dated.phrase
    if phrase is not None and phrase.least is not None and phrase.most is not None:
        return phrase.least, phrase.most
    if opens_with(clause, found.page, found.page.words.pattern("order.after")):
        return 0, -1
    return None


def _teller(
    found: Findings, sentence: tuple[int, int], clause: Clause, narrative: Narrative, lift: Lift
) -> Mention | None:
    trigger = clause.trigger
    quote = quoted(found.page, trigger.start) if trigger is not None else None
    if quote is not None:
        spoke = speaker(found, quote)
        return lift(spoke) if spoke is not None else None
    named = teller(found, sentence)
    if named is None:
        return narrative.narrator
    if named.feature("pronoun") == "i" and narrative.narrator is not None:
        return narrative.narrator
    return lift(named)


def _sizes(name: str, beings: tuple[Mention, ...]) -> list[tuple[str, str]]:
    if name != "moved" or len(beings) != 1 or beings[0].label != "group":
        return []
    return [(k, v) for k, v in beings[0].features if k in ("size_least", "size_most")]
