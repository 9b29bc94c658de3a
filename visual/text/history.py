"""One person: stays in order with the steps between, last documented, what closes it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.answer.history import (
    Itinerary,
    PersonAnswer,
    Presence,
    Step,
    UndecidedOrder,
)
from graph.answer.summary import NotKnown, Slot
from graph.claim import Kind
from graph.entity import Attribute
from graph.event import Bounds, Contradiction, Event, HopKind, OneOf, Transfer
from graph.period import Certainty
from visual.text.sheet import Sheet
from visual.text.strip import strip
from visual.words.called import happening, placed


def person(sheet: Sheet, answer: PersonAnswer) -> str:
    """Everything about one person or group."""
    kind = sheet.names.entity(answer.person).kind
    sheet.title(f"{sheet.name(answer.person)} · {sheet.words.code('kind', kind)}", answer.person)
    attributes(sheet, answer.attributes, title=sheet.name(answer.person), kind=kind)
    for group in answer.groups:
        said = sheet.t("text.belongs_to", it=sheet.name(group.group))
        sheet.line(f"{said} {sheet.cite(group.claims)}")
    strip(sheet, answer.itinerary.presences)
    _history(sheet, answer.itinerary)
    _last(sheet, answer)
    if answer.closings:
        sheet.heading("text.ends")
        for closing in answer.closings:
            said = event_line(sheet, closing.event)
            sheet.line(f"{said}; {sheet.words.certainty(closing.certainty)}")
    events(sheet, answer.events)
    against(sheet, answer.contradictions)
    one_of(sheet, answer.one_of)
    _not_known(sheet, answer)
    return sheet.finish(answer.terms)


def itinerary(sheet: Sheet, answer: Itinerary) -> str:
    """One person's way alone."""
    sheet.title(sheet.name(answer.person), answer.person)
    strip(sheet, answer.presences)
    _history(sheet, answer)
    return sheet.finish(answer.terms)


def attributes(
    sheet: Sheet, stated: Sequence[Attribute], *, title: str, kind: Kind | None = None
) -> None:
    """What sources state, property by property."""
    told: dict[str, list[Attribute]] = {}
    for attribute in stated:
        if not (attribute.property == "name" and attribute.value == title):
            told.setdefault(attribute.property, []).append(attribute)
    if told:
        sheet.heading("text.attributes")
    sheet.rows(
        [
            (
                sheet.words.property(name, kind),
                "; ".join(
                    f"{sheet.words.value(name, a.value)} {sheet.cite(a.claims)}" for a in several
                ),
            )
            for name, several in told.items()
        ]
    )


def steps(
    sheet: Sheet,
    presences: Sequence[Presence],
    taken: Iterable[Step],
    *,
    undecided: Iterable[UndecidedOrder] = (),
) -> None:
    """Stays, each with what is told to lead on from it, else what is documented next.

    Of two in open order none is next.
    """
    open_order = {frozenset(pair.stays) for pair in undecided}
    listed = set(pairwise(p.stay.id for p in presences))
    onward: dict[str, list[Step]] = {}
    for step in taken:
        pair = frozenset((step.earlier, step.later))
        told = step.kind is HopKind.ATTESTED
        following = (step.earlier, step.later) in listed and pair not in open_order
        if told or (following and step.adjacent is not None):
            onward.setdefault(step.earlier, []).append(step)
    for at, presence in enumerate(presences, 1):
        _presence(sheet, presence, at)
        for step in onward.get(presence.stay.id, ()):
            _step(sheet, step)


def event_line(sheet: Sheet, event: Event) -> str:
    """An event in a line, with who, where, by whom and in which words."""
    said = [sheet.words.code("event_type", event.type)]
    if event.who is not None:
        said.append(sheet.name(event.who))
    if event.at is not None:
        said.append(placed(sheet.words, event.at, sheet.names, way="in"))
    said.append(sheet.words.bounds(event.bounds))
    roles = [f"{sheet.words.code('role', r)}: {sheet.name(e)}" for r, e in event.roles]
    details = [
        f"{sheet.words.code('detail', n)}: {sheet.words.value(n, v)}"
        for n, v in event.details
        if n != "lineage"
    ]
    return "; ".join([", ".join(said), *roles, *details, sheet.mark(event.support)])


def events(sheet: Sheet, listed: Sequence[Event]) -> None:
    """A heading and a line an event, if there are any."""
    if listed:
        sheet.heading("text.events")
    for event in listed:
        sheet.line(event_line(sheet, event))


def against(sheet: Sheet, contradictions: Sequence[Contradiction]) -> None:
    """Contradictions, each with the sources of both sides."""
    if contradictions:
        sheet.heading("text.contradictions")
    for found in contradictions:
        sheet.line(contradiction_line(sheet, found))


def contradiction_line(sheet: Sheet, found: Contradiction) -> str:
    """What is in conflict, and who says which."""
    said = [sheet.name(found.about)] if found.about else []
    said.append(sheet.words.code("contradiction_type", found.type))
    if found.property is not None:
        said.append(sheet.words.code("property", found.property))
    sides = sheet.t("text.against", one=sheet.cite(found.one), other=sheet.cite(found.other))
    return f"{': '.join(said)}; {sides}"


def one_of(sheet: Sheet, tellings: Sequence[OneOf]) -> None:
    """Tellings that fit several happenings which exclude each other."""
    if tellings:
        sheet.heading("text.one_of")
    for telling in tellings:
        told = (sheet.names.happening(i) for i in telling.fits)
        fits = "; ".join(happening(sheet.words, t, sheet.names) for t in told if t is not None)
        key = "text.one_of_means" if len(telling.fits) > 1 else "text.one_of_vague"
        sheet.line(f"{sheet.t(key, it=fits or '–')} {sheet.cite((telling.claim,))}")


def transfer_line(sheet: Sheet, move: Transfer) -> str:
    """A transfer with its ends, when it was, and who says so."""
    return f"{happening(sheet.words, move, sheet.names)}; {sheet.mark(move.support)}"


def _history(sheet: Sheet, answer: Itinerary) -> None:
    sheet.heading("text.where")
    if not answer.presences:
        sheet.line(sheet.t("text.no_stay"))
    if not answer.consistent:
        left_out = (sheet.names.happening(i) for pair in answer.dropped for i in pair)
        said = {happening(sheet.words, t, sheet.names) for t in left_out if t is not None}
        sheet.line(sheet.t("text.inconsistent", it="; ".join(sorted(said))))
    steps(sheet, answer.presences, answer.steps, undecided=answer.undecided)
    _open_order(sheet, answer)
    if answer.unplaced:
        sheet.heading("text.unplaced")
        for move in answer.unplaced:
            sheet.line(transfer_line(sheet, move))


def _open_order(sheet: Sheet, answer: Itinerary) -> None:
    """What may come anywhere, and which numbers of the list may change places."""
    numbers = {p.stay.id: at for at, p in enumerate(answer.presences, 1)}
    anywhere = sorted(numbers[stay] for stay in answer.anywhere)
    if anywhere:
        sheet.line(sheet.t("text.anywhere", it=", ".join(map(str, anywhere))))
    beside: dict[int, list[int]] = {}
    for pair in answer.undecided:
        one, other = sorted(numbers[stay] for stay in pair.stays)
        if not answer.anywhere.intersection(pair.stays):
            beside.setdefault(one, []).append(other)
    said = [f"{one} / {', '.join(map(str, sorted(beside[one])))}" for one in sorted(beside)]
    if said:
        sheet.line(sheet.t("text.undecided", it="; ".join(said)))


def _presence(sheet: Sheet, presence: Presence, at: int) -> None:
    stay = presence.stay
    when = (
        sheet.words.bounds(stay.bounds)
        if len(stay.bounds) > 1
        else sheet.words.period(Bounds(presence.start, presence.end))
    )
    said = [f"{at}. {sheet.name(stay.at)}, {when}"]
    if stay.kind is HopKind.IMPLIED:
        said.append(sheet.t("text.implied"))
    if stay.assumed:
        said.append(sheet.t("text.assumed"))
    if presence.group is not None:
        said.append(sheet.t("text.as_member", it=sheet.name(presence.group)))
    said.append(sheet.mark(stay.support))
    if presence.beside:
        said.append(sheet.t("text.narrowed", it=sheet.cite(presence.beside)))
    sheet.line("; ".join(said))


def _step(sheet: Sheet, step: Step) -> None:
    if step.kind is HopKind.ATTESTED:
        when = sheet.words.move(step.departure, step.arrival)
        said = [sheet.t("text.step_moved", it=when), sheet.words.certainty(step.order)]
        if step.dated_beside:
            dates = {"first": sheet.cite(step.starts), "then": sheet.cite(step.ends)}
            said.append(sheet.t("text.dates_step", **dates))
    else:
        again = step.origin == step.destination
        key = "text.step_again" if again else "text.step_later"
        said = [sheet.t(key, it=sheet.name(step.destination))]
        said.append(sheet.words.certainty(step.adjacent))
        if step.gap.most != 0:
            said.append(sheet.t("text.gap", it=sheet.words.count(step.gap)))
    sheet.line(f"↓ {'; '.join([*said, sheet.mark(step.support)])}", indent=5)


def _last(sheet: Sheet, answer: PersonAnswer) -> None:
    """The last documented days; what nobody dates may be later, and is told once."""
    if answer.last:
        sheet.heading("text.last")
    for last in answer.dated_last:
        day = sheet.t("text.last_no_day") if last.days is None else sheet.words.when(last.days)
        said = [f"{sheet.name(last.facility)}, {day}", sheet.words.certainty(last.certainty)]
        if last.since is not None:
            said.append(sheet.t("text.since", it=sheet.words.count(last.since)))
        sheet.line("; ".join([*said, sheet.mark(last.support)]))
    undated = [x for x in answer.last if x not in answer.dated_last]
    if undated:
        places = [f"{sheet.name(x.facility)} {sheet.cite(x.support.claims)}" for x in undated]
        sheet.line(sheet.t("text.last_undated", it="; ".join(places)))


def _not_known(sheet: Sheet, answer: PersonAnswer) -> None:
    """What came after the last documented day, unless something certainly closed it."""
    if any(c.certainty is Certainty.CERTAIN for c in answer.closings):
        return
    sheet.heading("text.not_known")
    who = Slot(name="who", kind="entity", value=answer.person)
    for last in answer.dated_last:
        slots = [who, Slot(name="facility", kind="entity", value=last.facility)]
        if last.days is not None:
            slots.append(Slot(name="day", kind="range", value=last.days))
        later = tuple(e.id for e in answer.later_than(last))
        if later:
            slots.append(Slot(name="later", kind="happening", value=later))
        unknown = NotKnown(template="person.after_last", slots=tuple(slots))
        sheet.line(sheet.words.sentence(unknown, sheet.names))
    if not answer.last:
        unknown = NotKnown(template="person.no_place", slots=(who,))
        sheet.line(sheet.words.sentence(unknown, sheet.names))
    sheet.line(sheet.t("text.silence"))
