"""One facility, and flows between facilities."""

from collections.abc import Sequence

from graph.answer.place import FacilityAnswer, Flow, FlowsAnswer, Undated
from graph.event import Bounds, HopKind
from visual.text.history import against, attributes, events, one_of
from visual.text.sheet import Sheet


def facility(sheet: Sheet, answer: FacilityAnswer) -> str:
    """Everything about one facility."""
    kind = sheet.words.code("kind", sheet.names.entity(answer.facility).kind)
    sheet.title(f"{sheet.name(answer.facility)} · {kind}", answer.facility)
    attributes(sheet, answer.attributes, title=sheet.name(answer.facility))
    _occupants(sheet, answer)
    for key, listed in (
        ("flows.arrivals", answer.arrivals),
        ("flows.departures", answer.departures),
    ):
        if listed:
            sheet.heading(key)
            _flows(sheet, listed)
    _undated(sheet, answer.undated)
    events(sheet, answer.events)
    against(sheet, answer.contradictions)
    if answer.disagreements:
        sheet.heading("facility.disagreements")
        for found in answer.disagreements:
            values = "; ".join(
                f"{sheet.words.value(v.property, v.value)} {sheet.cite(v.claims)}"
                for v in found.values
            )
            sheet.line(f"{sheet.words.code('property', found.property)}: {values}")
    one_of(sheet, answer.one_of)
    return sheet.finish(answer.terms)


def flows(sheet: Sheet, answer: FlowsAnswer) -> str:
    """Transfers from facility to facility, by month."""
    sheet.title(sheet.t("flows.title"))
    if not answer.flows and not answer.undated:
        sheet.line(sheet.t("flows.none"))
        sheet.line(sheet.t("text.silence"))
    sheet.raw("")
    _flows(sheet, answer.flows)
    _undated(sheet, answer.undated)
    return sheet.finish(answer.terms)


def _occupants(sheet: Sheet, answer: FacilityAnswer) -> None:
    sheet.heading("facility.people")
    tally = answer.present
    counted = sum((tally.certain, tally.possible, tally.undetermined))
    if not counted:
        if answer.unnamed:
            number = sheet.words.number(answer.unnamed)
            sheet.line(f"{sheet.t('text.unnamed', n=answer.unnamed, it=number)}.")
        sheet.line(sheet.t("text.silence"))
        return
    sheet.line(
        sheet.t(
            "facility.people_count",
            n=counted,
            certain=tally.certain,
            possible=tally.possible,
            undetermined=tally.undetermined,
        )
    )
    rows = []
    for occupant in answer.occupants:
        there = occupant.presence
        when = (
            sheet.words.bounds(there.stay.bounds)
            if len(there.stay.bounds) > 1
            else sheet.words.period(Bounds(there.start, there.end))
        )
        said = [when, sheet.words.certainty(occupant.certainty)]
        if there.stay.kind is HopKind.IMPLIED:
            said.append(sheet.t("text.implied"))
        rows.append((sheet.name(occupant.who), said, there.stay.support))
    sheet.cited_rows(rows)


def _flows(sheet: Sheet, listed: Sequence[Flow]) -> None:
    rows = []
    for flow in listed:
        least, most = flow.people_least, flow.people_most
        number = sheet.words.number
        people = number(least) if least == most else f"{number(least)}–{number(most)}"
        ends = f"{sheet.name(flow.origin)} → {sheet.name(flow.destination)}"
        counts = sheet.t("flows.line", certain=flow.certain, possible=flow.possible, people=people)
        rows.append((sheet.words.month(flow.month), [ends, counts], flow.support))
    sheet.cited_rows(rows)


def _undated(sheet: Sheet, listed: Sequence[Undated]) -> None:
    for found in listed:
        ends = f"{sheet.name(found.origin)} → {sheet.name(found.destination)}"
        count = sheet.t("flows.undated", n=len(found.transfers))
        sheet.line(f"{ends}; {count}; {sheet.mark(found.support)}")
