"""Who was held with whom, who was moved with whom."""

from collections.abc import Sequence

from graph.answer.company import (
    Codetained,
    CodetentionAnswer,
    Companion,
    MovedWithAnswer,
    SharedStay,
)
from visual.text.sheet import MOST_ROWS, Sheet


def codetention(sheet: Sheet, answer: CodetentionAnswer) -> str:
    """Pairs, with the facilities and days that they have, or may have, in common."""
    ids = [answer.facility] if answer.facility is not None else []
    place = "".join(f": {sheet.name(f)}" for f in ids)
    sheet.title(sheet.t("together.title") + place, *ids)
    tally = answer.tally
    if answer.pairs:
        sheet.line(
            sheet.t(
                "together.count",
                n=sum((tally.certain, tally.possible, tally.undetermined)),
                certain=tally.certain,
                possible=tally.possible,
                undetermined=tally.undetermined,
            )
        )
    else:
        sheet.line(sheet.t("together.none"))
        sheet.line(sheet.t("text.silence"))
    for pair in answer.pairs[:MOST_ROWS]:
        sheet.raw("")
        pair_lines(sheet, pair)
    rest = answer.in_all - min(MOST_ROWS, len(answer.pairs))
    if rest:
        sheet.line(sheet.t("together.rest", n=rest))
    return sheet.finish(answer.terms)


def moved_with(sheet: Sheet, answer: MovedWithAnswer) -> str:
    """Companions, by transfer."""
    sheet.title(sheet.t("moved_with.title", it=sheet.name(answer.person)), answer.person)
    if not answer.companions:
        sheet.line(sheet.t("together.none"))
        sheet.line(sheet.t("text.silence"))
    companions(sheet, answer.companions)
    return sheet.finish(answer.terms)


def pair_lines(sheet: Sheet, pair: Codetained) -> None:
    """Two people, and each stay that they shared."""
    who = f"{sheet.name(pair.one)} – {sheet.name(pair.other)}"
    said = [sheet.words.certainty(pair.certainty), sheet.words.count(pair.days)]
    if pair.maybe_one:
        said.append(sheet.t("together.maybe_one"))
    sheet.line(f"{who}: {'; '.join(said)}")
    for shared in pair.shared:
        sheet.line(_shared(sheet, shared), indent=4)


def companions(sheet: Sheet, found: Sequence[Companion]) -> None:
    """One line a companion and transfer."""
    for one in found[:MOST_ROWS]:
        ends = f"{sheet.name(one.origin)} → {sheet.name(one.destination)}"
        tie = sheet.words.code("together", one.tie)
        when = sheet.words.when(one.departure)
        sheet.line(f"{sheet.name(one.who)}: {ends}, {when}; {tie}; {sheet.mark(one.support)}")
    if len(found) > MOST_ROWS:
        sheet.line(sheet.t("text.rest", n=len(found) - MOST_ROWS))


def _shared(sheet: Sheet, shared: SharedStay) -> str:
    days = sheet.t(
        "together.common",
        days=sheet.words.count(shared.days),
        common=sheet.words.days(shared.common),
    )
    said = [sheet.name(shared.facility), sheet.words.certainty(shared.certainty)]
    said.append(sheet.t("together.touching") if shared.touching else days)
    return "; ".join([*said, sheet.mark(shared.support)])
