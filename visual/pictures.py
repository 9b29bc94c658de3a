"""From answers to pictures: which bars, stations and flags are drawn, and the words beside them."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from graph.answer.history import PersonAnswer, Presence, Step
from graph.answer.path import Chain
from graph.answer.place import FacilityAnswer
from graph.event import HopKind
from graph.fold.events import CLOSING
from graph.grade import Grade
from graph.period import OPEN_FUTURE, OPEN_PAST, Certainty, Range, iso
from visual import ladder, strip
from visual.shown import Shown

MOST_BARS = 60


def strip_of_person(shown: Shown, answer: PersonAnswer) -> Markup:
    """A person's stays in order, with what else happened above them."""
    ended = _ended(answer)
    bars = [_not_after(ended, _bar(shown, p, p.stay.at)) for p in answer.itinerary.presences]
    flags = [
        strip.Flag(
            said=f"{shown.code('event_type', e.type)}, {shown.bounds(e.bounds)}",
            days=Range(min(b.start.lo for b in e.bounds), max(b.end.hi for b in e.bounds)),
            closing=e.type in CLOSING,
        )
        for e in answer.events
    ]
    label = shown.t("strip_label", name=shown.name(answer.person))
    dated = [f for f in flags if f.days.lo > OPEN_PAST and f.days.hi < OPEN_FUTURE]
    return strip.draw(strip.Strip(label=label, bars=bars, flags=dated, month=shown.axis))


def _ended(answer: PersonAnswer) -> int:
    """The last day on which captivity may have ended, if it certainly did after the last stay."""
    sure = (c.event for c in answer.closings if c.certainty is Certainty.CERTAIN)
    return min((max(b.end.hi for b in e.bounds) for e in sure), default=OPEN_FUTURE)


def _not_after(ended: int, bar: strip.Bar) -> strip.Bar:
    """The bar, drawn no further than captivity lasted; its words stay those of the sources."""
    if bar.end.hi < OPEN_FUTURE or bar.start.hi > ended or bar.end.lo > ended:
        return bar
    return replace(bar, end=Range(bar.end.lo, ended))


def strip_of_facility(shown: Shown, answer: FacilityAnswer) -> Markup:
    """Everybody documented at a facility, in order of arrival."""
    bars = [_bar(shown, o.presence, o.who) for o in answer.occupants[:MOST_BARS]]
    label = shown.t("who_was_here")
    return strip.draw(strip.Strip(label=label, bars=bars, flags=(), month=shown.axis))


def ladder_of_route(
    shown: Shown, presences: Iterable[Presence], steps: Iterable[Step], label: str
) -> Markup:
    """One person's way from one stay to a later one."""
    by_start = {s.earlier: s for s in steps}
    listed = list(presences)
    rungs = [_rung(shown, by_start.get(p.stay.id)) for p in listed[:-1]]
    stations = [
        ladder.Station(
            name=shown.name(p.stay.at),
            href=shown.href(p.stay.at),
            when=_when(shown, p),
            implied=p.stay.kind is HopKind.IMPLIED,
        )
        for p in listed
    ]
    return ladder.draw(label, stations, rungs)


def ladder_of_chain(shown: Shown, chain: Chain, label: str) -> Markup:
    """Hops of different people that follow each other in time."""
    hops = chain.connections
    stops = [(hops[0].origin, shown.days(hops[0].departure))]
    stops += [(h.destination, shown.days(h.arrival)) for h in hops]
    stations = [
        ladder.Station(name=shown.name(place), href=shown.href(place), when=when)
        for place, when in stops
    ]
    rungs = [
        ladder.Rung(
            said=shown.name(h.who) if h.who else shown.t("row_of_table"),
            detail=f"{shown.days(h.departure)} · {shown.words.grade(h.support.grade)} · "
            f"{shown.t('lineages', n=len(h.support.lineages))}",
            dashed=h.kind is not HopKind.ATTESTED,
            thick=len(h.support.lineages) > 1,
            disputed=h.support.grade is Grade.DISPUTED,
        )
        for h in hops
    ]
    return ladder.draw(label, stations, rungs)


def _bar(shown: Shown, presence: Presence, named: str) -> strip.Bar:
    stay = presence.stay
    when = _when(shown, presence)
    return strip.Bar(
        name=shown.name(named),
        href=shown.href(named),
        said=f"{shown.name(named)}. {when}. {shown.code('hop_kind', stay.kind)}, "
        f"{shown.t('lineages', n=len(stay.support.lineages))}",
        when=_short(presence),
        start=presence.start,
        end=presence.end,
        implied=stay.kind is HopKind.IMPLIED,
        disputed=stay.support.grade is Grade.DISPUTED,
        lineages=len(stay.support.lineages),
    )


def _rung(shown: Shown, step: Step | None) -> ladder.Rung:
    if step is None:
        said = shown.words.certainty(None)
        return ladder.Rung(said=said, detail="", dashed=True, thick=False, disputed=False)
    attested = step.transfer is not None
    tie = "tie_moved" if attested else "tie_next"
    detail = shown.words.grade(step.support.grade) if attested else shown.t("legend_inferred")
    return ladder.Rung(
        said=f"{shown.t(tie)} · {shown.days(step.departure)}" if attested else shown.step(step),
        detail=f"{detail} · {shown.t('lineages', n=len(step.support.lineages))}",
        dashed=not attested,
        thick=attested and len(step.support.lineages) > 1,
        disputed=step.support.grade is Grade.DISPUTED,
    )


def _when(shown: Shown, presence: Presence) -> str:
    return (
        f"{shown.t('from').lower()} {shown.days(presence.start)}, "
        f"{shown.t('until').lower()} {shown.days(presence.end)}"
    )


def _short(presence: Presence) -> str:
    """Both ends in ISO dates, which fit beside a bar in every language."""
    return f"{_range(presence.start)} → {_range(presence.end)}"


def _range(days: Range) -> str:
    low, high = iso(days.lo), iso(days.hi)
    if low == high:
        return "…" if low == ".." else low
    if ".." in (low, high):
        return f"≤ {high}" if low == ".." else f"≥ {low}"
    return low[:7] if low[:7] == high[:7] else f"{low[:7]}/{high[:7]}"
