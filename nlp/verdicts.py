"""Verdicts of several people in one sentence: `Гаю — к 19 годам, Рудю — к 17`."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.findings import Findings, inside
from nlp.legal import regime
from nlp.lists import joined
from nlp.mention import Mention

_BARE = re.compile(r"\s(?:[—–-]\s(?:до\s|к\s|на\s)?|(?:до|к)\s)(\d{1,2})(?=[.,;]|$)")
_TO_BARE = re.compile(r"\sto\s(\d{1,2}|[a-z]+(?:-[a-z]+)?)(?=[.,;]|$|\sand\b)")  # "Hai to 24"
_FOR_WHOM = re.compile(r"(?<!\w)(\d{1,2}|[a-z]+(?:-[a-z]+)?)(?=\sfor\s)")  # "fourteen for Hai"
_TERM_FIRST = re.compile(r"(?<!\w)(?:к|до|на)\s(\d{1,2})(?=\s[—–-]\s)")  # "к 16 — Гая"
_FAR = 90  # letters between the last name and its term
_ARTICLE = ("article", "part", "point", "code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Those who got one term, and the article and term that stand with them."""

    people: tuple[Mention, ...]
    details: tuple[tuple[str, str], ...]


def _terms(found: Findings, stretch: tuple[int, int]) -> list[Mention]:
    """The terms, and bare numbers after a dash where the first term has said of what."""
    full = inside(found.terms, *stretch)
    if not full:
        return []
    known = {m.start for m in full}
    unit = [(k, v) for k, v in full[0].features if k == "unit"]
    bare = [
        Mention(
            label="term",
            start=m.start(1),
            end=m.end(1),
            words=m.group(1),
            rule=full[0].rule,
            features=(("term", m.group(1)), *unit),
        )
        for m in _numbers(found, full[0].end, stretch[1])
        if m.start(1) not in known
    ]
    if found.page.language == "en":
        bare += _for_whom(found, full[0], stretch[1])
    return sorted([*full, *bare], key=lambda m: m.start)


def _for_whom(found: Findings, first: Mention, end: int) -> list[Mention]:
    """`fifteen years for Hai, fourteen for Rud`: the second number is of years, too."""
    unit = [(k, v) for k, v in first.features if k == "unit"]
    low, known = found.page.low, found.page.words
    return [
        replace(
            first,
            start=m.start(1),
            end=m.end(1),
            words=m.group(1),
            features=(("term", str(number)), *unit),
        )
        for pattern in (_FOR_WHOM, _TO_BARE)
        for m in pattern.finditer(low, first.end, end)
        if (number := known.number(m.group(1))) is not None
    ]


def _numbers(found: Findings, start: int, end: int) -> Iterator[re.Match[str]]:
    """Bare numbers after a dash, before one, or right after a name: `Гаю 17, а Рудю 20`."""
    low = found.page.low
    for pattern in (_BARE, _TERM_FIRST):
        yield from pattern.finditer(low, start, end)
    for person in inside(found.people, start, end) if found.page.language != "en" else ():
        said = _BESIDE.match(low, person.end, end)
        if said is not None:
            yield said


_BESIDE = re.compile(r"\s(\d{1,2})(?=[.,;]|$)")


def _terms_first(found: Findings, people: list[Mention], stretch: tuple[int, int]) -> bool:
    """`приговорил к 18 годам Гая, к 16 — Рудя`: each term stands before its names."""
    terms = _terms(found, stretch)
    starts = [*(t.start for t in terms), stretch[1]]
    return (
        len(terms) > 1
        and all(any(a < m.start < b for m in people) for a, b in itertools.pairwise(starts))
        and not any(m.start < terms[0].start for m in people)
    )


def _by_terms(found: Findings, people: list[Mention], stretch: tuple[int, int]) -> list[Verdict]:
    terms = _terms(found, stretch)
    starts = [*(t.start for t in terms), stretch[1]]
    out: list[Verdict] = []
    for term, (a, b) in zip(terms, itertools.pairwise(starts), strict=True):
        named = [m for m in people if a < m.start < b]
        chain = joined(found.page, named, last=False)
        details = tuple((k, v) for k, v in term.features if k in ("term", "unit"))
        out.append(Verdict(people=chain, details=details))
    return out


def verdicts(found: Findings, stretch: tuple[int, int]) -> list[Verdict]:
    """Each list of people with the term right after it; none if one name has none, or two."""
    people = [m for m in inside(found.people, *stretch) if m.named and not m.feature("callsign")]
    if _terms_first(found, people, stretch):
        return _by_terms(found, people, stretch)
    out: list[Verdict] = []
    left = people
    for term in _terms(found, stretch):
        group = [m for m in left if m.end <= term.start]
        left = [m for m in left if m.start > term.start]
        if not group and not out:
            return []  # the term comes before the names
        if not group:
            continue
        chain = joined(found.page, group, last=True)
        if term.start - group[-1].end > _FAR:
            return []
        start = chain[0].start
        articles = inside(found.articles, start, term.start)
        details = [(k, v) for k, v in term.features if k in ("term", "unit")]
        if len(articles) == 1:
            details += [(k, v) for k, v in articles[0].features if k in _ARTICLE]
        out.append(Verdict(people=chain, details=tuple(details)))
    if left or not out:
        return []
    colony = regime(found.page, *stretch)
    extra = (("regime", colony),) if colony else ()
    return [Verdict(people=v.people, details=(*v.details, *extra)) for v in out]
