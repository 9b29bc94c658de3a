"""Names looked up, events, contradictions, how two are related, and summaries."""

from collections.abc import Sequence

from graph.answer.lookup import (
    Candidate,
    ContradictionsAnswer,
    EventsAnswer,
    Link,
    RelationAnswer,
)
from graph.answer.summary import Sentence, Summary
from visual.text.company import companions, pair_lines
from visual.text.history import contradiction_line, event_line, events
from visual.text.sheet import MOST_ROWS, Sheet
from visual.words.called import how_tied


def candidates(sheet: Sheet, found: Sequence[Candidate]) -> str:
    """What a name may mean, each with what tells it from its namesakes and its id."""
    if not found:
        sheet.title(sheet.t("find.none"))
        return sheet.finish()
    several = sheet.t("find.several", n=len(found))
    sheet.title(sheet.t("find.one") if len(found) == 1 else several)
    for at, candidate in enumerate(found[:MOST_ROWS], 1):
        sheet.line(f"{at}. {_candidate(sheet, candidate)}")
    if len(found) > MOST_ROWS:
        sheet.line(sheet.t("text.rest", n=len(found) - MOST_ROWS))
    return sheet.finish()


def found_events(sheet: Sheet, answer: EventsAnswer) -> str:
    """Events in order of time, each with whether it lies in the days asked about."""
    sheet.title(sheet.t("text.events"))
    if not answer.events:
        sheet.line(sheet.t("text.no_events"))
        sheet.line(sheet.t("text.silence"))
    for found in answer.events[:MOST_ROWS]:
        line = event_line(sheet, found.event)
        if answer.terms.window is not None:
            line = f"{line}; {sheet.words.certainty(found.certainty)}"
        sheet.line(line)
    if len(answer.events) > MOST_ROWS:
        sheet.line(sheet.t("text.rest", n=len(answer.events) - MOST_ROWS))
    return sheet.finish(answer.terms)


def contradictions(sheet: Sheet, answer: ContradictionsAnswer) -> str:
    """What cannot both be true, with the sources of both sides."""
    sheet.title(sheet.t("text.contradictions"))
    if not answer.contradictions:
        sheet.line(sheet.t("text.no_contradictions"))
    for found in answer.contradictions[:MOST_ROWS]:
        sheet.line(contradiction_line(sheet, found))
    if len(answer.contradictions) > MOST_ROWS:
        sheet.line(sheet.t("text.rest", n=len(answer.contradictions) - MOST_ROWS))
    return sheet.finish(answer.terms)


def relation(sheet: Sheet, answer: RelationAnswer) -> str:
    """How two are related by what is documented; shared documents stand apart."""
    one, other = sheet.name(answer.one), sheet.name(answer.other)
    sheet.title(sheet.t("relation.title", one=one, other=other), answer.one, answer.other)
    if answer.maybe_one:
        sheet.line(sheet.t("together.maybe_one"))
    sheet.heading("relation.direct")
    if not answer.direct:
        sheet.line(sheet.t("relation.no_direct"))
    _links(sheet, answer.direct)
    if answer.codetention is not None:
        sheet.heading("together.title")
        pair_lines(sheet, answer.codetention)
    if answer.companions:
        sheet.heading("moved_with.title", it=one)
        companions(sheet, answer.companions)
    events(sheet, answer.events)
    if len(answer.connection) > 1:
        sheet.heading("relation.connection")
        _links(sheet, answer.connection)
    if answer.documents:
        sheet.heading("relation.documents")
        for shared in answer.documents:
            heading = sheet.names.described(shared.document, "title")
            cited = sheet.cite((*shared.about_one[:2], *shared.about_other[:2]))
            sheet.line(f"{heading or sheet.t('text.untitled')} {cited}")
    return sheet.finish(answer.terms)


def summary(sheet: Sheet, answer: Summary) -> str:
    """What can be said, each sentence with its sources; contradictions; what is not known."""
    about = sheet.words.listed([sheet.name(a) for a in answer.about])
    sheet.title(sheet.t("summary.title", it=about), *answer.about)
    sheet.heading("summary.sentences")
    for sentence in answer.sentences:
        sheet.line(_sentence(sheet, sentence))
    if answer.contradictions:
        sheet.heading("text.contradictions")
        for sentence in answer.contradictions:
            sheet.line(_sentence(sheet, sentence))
    if answer.not_known:
        sheet.heading("text.not_known")
        for unknown in answer.not_known:
            sheet.line(sheet.words.sentence(unknown, sheet.names))
        sheet.line(sheet.t("text.silence"))
    return sheet.finish(answer.terms)


def _sentence(sheet: Sheet, sentence: Sentence) -> str:
    said = sheet.words.sentence(sentence, sheet.names)
    sides = {s.name: s.value for s in sentence.slots if s.kind == "claims"}
    one, other = sides.get("one"), sides.get("other")
    if isinstance(one, tuple) and isinstance(other, tuple):
        cited = sheet.t("text.against", one=sheet.cite(one), other=sheet.cite(other))
        return f"{said} {cited}"
    dated = sentence.by_date()
    if dated is None:
        return f"{said} {sheet.cite(sentence.support.claims)}"
    first, then, rest = (sheet.cite(claims) for claims in dated)
    moved = sentence.template.startswith("person.moved")
    key = "text.dates_moved" if moved else "text.dates"
    cited = first if first == then else sheet.t(key, first=first, then=then)
    also = sheet.t("text.dates_also", it=rest) if rest else ""
    return f"{said} {cited}{also}"


def _candidate(sheet: Sheet, candidate: Candidate) -> str:
    if candidate.entity is None:
        region = candidate.region or ""
        return f"{sheet.words.code('region', region)} ({region}), {sheet.t('find.whole_region')}"
    name = sheet.name(candidate.entity)
    context = [sheet.words.value(p, v) for p, v in candidate.context]
    said = [name, sheet.words.code("kind", candidate.kind), *context]
    if candidate.name and candidate.name != name:
        said.append(sheet.t("find.written", it=candidate.name))
    said.append(sheet.t("text.id", it=sheet.names.outward(candidate.entity)))
    return f"{' · '.join(said)} {sheet.cite(candidate.claims)}"


def _links(sheet: Sheet, links: Sequence[Link]) -> None:
    for link in links:
        ends = f"{sheet.name(link.one)} – {sheet.name(link.other)}"
        sheet.line(f"{ends}: {how_tied(sheet.words, link)}; {sheet.mark(link.support)}")
