"""Where a clause begins whose verb is left out."""

import re

from nlp.findings import Findings, inside


def gaps(found: Findings, sentence: tuple[int, int], verbs: list[int]) -> list[int]:
    """`Hai was taken to Kursk, Rud to Galich`: where a person stands whose verb is left out."""
    page, out = found.page, list[int]()
    for being in inside(found.people, *sentence):
        lead = _COMMA_AND.search(page.low, sentence[0], being.start)
        if lead is None or not _GOES_OR_IS.match(page.low, being.end):
            continue
        listed = any(m.end == lead.start() for m in found.beings)
        told = any(verb < lead.start() for verb in verbs)
        until = _STOP.search(page.low, being.end, sentence[1])
        end = until.start() if until is not None else sentence[1]
        if told and not listed and not any(being.start < verb < end for verb in verbs):
            out.append(lead.start())
    return out


_COMMA_AND = re.compile(r"[,;]\s(?:(?:and|while)\s)?$")
_GOES_OR_IS = re.compile(r"\s(?:to|in|on|at|near)\s")
_STOP = re.compile(r"[,;.]")


def before_others(found: Findings, sentence: tuple[int, int], told: list[int]) -> list[int]:
    """`Гая вивезли до Курська, Рудя лишили там`: the comma before another one and his verb.

    `told` are the ends of the triggers.
    """
    if found.page.language != "uk":
        return []
    low = found.page.low
    return [
        m.start - 2
        for m in inside(found.beings, *sentence)
        if low.startswith(", ", m.start - 2)
        and _VERB_NEXT.match(low, m.end)
        and any(end <= m.start - 2 for end in told)
    ]


def before_places(found: Findings, sentence: tuple[int, int], told: list[int]) -> list[int]:
    """`У СІЗО-2 перебувають 46 полонених, у колонії № 7 – ще 80`: of the second, others."""
    if found.page.language != "uk":
        return []
    low = found.page.low
    return [
        m.start - len(", у ")
        for m in inside(found.ends, *sentence)
        if low.startswith((", у ", ", в "), m.start - len(", у "))
        and low.startswith((" – ", " — ", " - "), m.end)
        and any(end <= m.start - len(", у ") for end in told)
    ]


_VERB_NEXT = re.compile(r"\s(?!бул[оиа]\s)\w{2,}(?:ли|ло|ла|ив|ав)(?:ся|сь)?(?=[\s,.])")


def one_described(found: Findings, start: int, end: int, verb: int) -> int | None:
    """`Задержанный с ним Гай | скончался …`: where the one begins whom a participle describes."""
    page = found.page
    if page.language != "ru" or not _FULL.fullmatch(page.low[start:end].split(" ")[0]):
        return None
    near = [m for m in found.beings if m.end + 1 == verb and m.start > end]
    return near[0].start if near and near[0].feature("nominative") == "yes" else None


_FULL = re.compile(r"\w+(?:нн|[аяеёиыу]т|ш|щ)(?:ый|ий|ая|ие|ые)(?:ся)?")
