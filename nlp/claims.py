"""From mentions and frames to subjects and claims. The names below are fixed: everybody uses them.

Things:
    `name` (value: verbatim) on facility, person, group, organisation, place; on a facility also
    `facility_type` (code), `number`, `region` (ISO 3166-2), `settlement`, where its words say so;
    `size` on a group (details size_least, size_most); `member_of` on a person or group (role of).
Happenings:
    `moved`         roles who, from, to, via, by; details mode, size_least, size_most
    `held_at`       roles who, at; the period is a presence
    `captured`, `exchanged`, `released`, `died`, `body_returned`   roles who, at
    `charged`, `tried`, `sentenced`   roles who, court, judge; details article, part, point, code,
                    term, unit (years, months), regime
    `headed`        roles who (the head), of (the facility)
    `before`        roles first, then (happenings); details least_days, most_days

A happening is keyed by its sentence, by its clause where the sentence tells of several, else by
its trigger. Generic facilities, groups without size, places and bodies become subjects only where
a frame or a teller names them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.claim import Claim, Kind, Polarity, Subject, Told
from graph.document import Passage
from graph.period import UNDATED, Period
from graph.places import gazetteer as known
from graph.scribe import Scribe
from nlp.facility_names import name_of
from nlp.mention import KIND_OF, Frame, Mention
from nlp.name_nominative import nominative_name

_TYPED = ("facility_type", "number")


@dataclass(slots=True)
class Writer:
    """Collects subjects and claims of one text, each once, in the order they were written."""

    scribe: Scribe
    document: str
    text: str
    subjects: dict[str, Subject] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    happenings: dict[int, str] = field(default_factory=dict)
    _keys: set[tuple[int, int]] = field(default_factory=set)

    def subject(self, kind: Kind, start: int, end: int) -> str:
        """The subject of a passage, written down."""
        subject = self.scribe.mention(kind, self.document, self.passage(start, end))
        self.subjects.setdefault(subject.id, subject)
        return subject.id

    def has(self, kind: Kind, start: int, end: int) -> bool:
        """Whether something was said of that subject."""
        passage = self.passage(start, end)
        return self.scribe.mention(kind, self.document, passage).id in self.subjects

    def passage(self, start: int, end: int) -> Passage:
        """A passage of this text."""
        return Passage(text=self.text, start=start, end=end)

    def of(self, mention: Mention) -> str:
        """The subject of a mention."""
        return self.subject(KIND_OF[mention.label], mention.start, mention.end)

    def claim(
        self,
        subject: str,
        name: str,
        passage: Passage,
        *,
        value: str | None = None,
        roles: Iterable[tuple[str, str]] = (),
        details: Iterable[tuple[str, str]] = (),
        period: Period = UNDATED,
        frame: Frame | None = None,
        teller: str | None = None,
    ) -> None:
        """One claim, written down; of a frame with its polarity and how it is told."""
        claim = self.scribe.claim(
            Claim(
                id="",
                passage=passage,
                subject=subject,
                property=name,
                value=value,
                roles=tuple(roles),
                details=tuple(details),
                period=period,
                polarity=Polarity.ASSERTED if frame is None else frame.polarity,
                told=Told.DIRECT if frame is None else frame.told,
                hearsay_depth=0 if frame is None else frame.hearsay_depth,
                teller=teller,
                basis="unknown" if frame is None else frame.basis,
            )
        )
        self.claims.setdefault(claim.id, claim)


def write_things(
    writer: Writer, mentions: Iterable[Mention], *, language_of: dict[int, str]
) -> None:
    """Names and features of what was named; `language_of` leads from a start to its language."""
    for mention in mentions:
        if mention.label == "facility" and mention.named:
            write_facility(writer, mention, language_of.get(mention.start, ""))
        elif mention.label == "person" and mention.named:
            write_name(writer, mention, language_of.get(mention.start, ""))


def write_name(writer: Writer, mention: Mention, language: str) -> str:
    """The subject of a mention with its name, verbatim; of another case also the nominative."""
    subject = writer.of(mention)
    if mention.named and mention.label != "group":
        passage = writer.passage(mention.start, mention.end)
        details = () if mention.feature("nominative") != "no" else _upright(mention, language)
        writer.claim(subject, "name", passage, value=mention.words, details=details)
    return subject


def _upright(mention: Mention, language: str) -> tuple[tuple[str, str], ...]:
    given, surname, gender = (mention.feature(f) or "" for f in ("given", "surname", "gender"))
    upright = nominative_name(
        mention.words, given=given, surname=surname, gender=gender, language=language
    )
    return (("oblique", "yes"), *((("nominative", upright),) if upright else ()))


def write_facility(writer: Writer, mention: Mention, language: str) -> str:
    """The subject of a facility with what its words say; the unnamed get no name."""
    subject = writer.of(mention)
    passage = writer.passage(mention.start, mention.end)
    if mention.named:
        number_only = mention.feature("number") is None and _only_place(mention)
        if not number_only:
            writer.claim(subject, "name", passage, value=mention.words)
    for name in _TYPED:
        value = mention.feature(name)
        if value is not None:
            writer.claim(subject, name, passage, value=value)
    for name, value in places_of(mention, language):
        writer.claim(subject, name, passage, value=value)
    return subject


def _only_place(mention: Mention) -> bool:
    """`a colony in Krasnodar Krai`: a kind and a region are no name."""
    return (
        mention.words[:1].islower()
        and " " in mention.words
        and (mention.feature("facility_type") is None or mention.words.split()[0].islower())
    )


def places_of(mention: Mention, language: str) -> list[tuple[str, str]]:
    """Region and settlement where the facility's words leave no choice."""
    name = name_of(mention.words, language)
    towns = known.load().settlements
    found: list[tuple[str, str]] = []
    names = {towns[s].name for s in name.settlements}
    regions = set(name.regions) | {towns[s].region for s in name.settlements}
    if len(names) == 1 and not (name.regions and len(regions) > 1):
        found.append(("settlement", names.pop()))
    if len(regions) == 1:
        found.append(("region", regions.pop()))
    return found


def write_role(writer: Writer, mention: Mention, language_of: dict[int, str]) -> str:
    """The subject that fills a role, with what is said of it."""
    if mention.label == "facility":
        return write_facility(writer, mention, language_of.get(mention.start, ""))
    if mention.label == "group":
        return write_group(writer, mention)
    return write_name(writer, mention, language_of.get(mention.start, ""))


def write_group(writer: Writer, mention: Mention) -> str:
    """A group with its size, where one is said."""
    subject = writer.of(mention)
    sizes = [(k, v) for k, v in mention.features if k in ("size_least", "size_most")]
    if sizes:
        passage = writer.passage(mention.start, mention.end)
        writer.claim(subject, "size", passage, details=sizes)
    return subject


def write_frames(writer: Writer, frames: list[Frame], *, language_of: dict[int, str]) -> None:
    """The claims of frames, and the order in which they are told to have followed each other."""
    per_sentence: dict[tuple[int, int], int] = {}
    for frame in frames:
        per_sentence[frame.sentence] = per_sentence.get(frame.sentence, 0) + 1
    for at, frame in enumerate(frames):
        if frame.conditional:
            continue
        happening = _happening(writer, frame, alone=per_sentence[frame.sentence] == 1)
        roles = [(name, write_role(writer, m, language_of)) for name, m in frame.roles]
        teller = None if frame.teller is None else write_role(writer, frame.teller, language_of)
        writer.happenings[at] = happening
        writer.claim(
            happening,
            frame.property,
            writer.passage(*frame.sentence),
            roles=roles,
            details=frame.details,
            period=frame.period,
            frame=frame,
            teller=teller,
        )


def _happening(writer: Writer, frame: Frame, *, alone: bool) -> str:
    """Keyed by the sentence, the clause, the trigger, else by a place of its own."""
    role = frame.role("at") or frame.role("to") or frame.role("who")
    own = (role.start, role.end) if role is not None else frame.trigger
    choices = [*([frame.sentence] if alone else []), (frame.start, frame.end), frame.trigger, own]
    free = next((c for c in choices if c not in writer._keys), own)  # noqa: SLF001
    writer._keys.add(free)  # noqa: SLF001
    return writer.subject(Kind.HAPPENING, *free)


def write_order(writer: Writer, frames: list[Frame], *, same: dict[str, str]) -> None:
    """`before` between neighbours of one person, where the later one says that it follows."""
    for at in range(1, len(frames)):
        first, then = frames[at - 1], frames[at]
        if (
            then.gap is None
            or first.property == "headed"
            or Polarity.PLANNED in (first.polarity, then.polarity)
            or at not in writer.happenings
            or at - 1 not in writer.happenings
        ):
            continue
        if not _shared(writer, first, then, same):
            continue
        least, most = then.gap
        details = [("least_days", str(least))] if least > 0 else []
        details += [("most_days", str(most))] if most >= 0 else []
        writer.claim(
            writer.happenings[at],
            "before",
            writer.passage(*then.sentence),
            roles=[("first", writer.happenings[at - 1]), ("then", writer.happenings[at])],
            details=details,
        )


def _shared(writer: Writer, a: Frame, b: Frame, same: dict[str, str]) -> bool:
    def beings(frame: Frame) -> set[str]:
        ids = {writer.of(m) for name, m in frame.roles if name == "who"}
        return {same.get(i, i) for i in ids}

    return not beings(a).isdisjoint(beings(b))
