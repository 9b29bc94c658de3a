"""Articles of codes and terms of sentences. A code comes from the text only, else it is unknown."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.version import rule

_LIFE = "life"


@dataclass(frozen=True, slots=True)
class _Patterns:
    article: re.Pattern[str]
    term: re.Pattern[str]


def articles(page: Paragraph) -> list[Mention]:
    """Articles with part, point and code as far as they are written."""
    found: list[Mention] = []
    for match in _patterns(page.language).article.finditer(page.low):
        groups = match.groupdict()
        part = groups.get("part") or groups.get("part_after") or groups.get("in_brackets")
        features = [("article", groups["number"])]
        features += [("part", re.sub(r"\D", "", part))] if part else []
        features += [("point", groups["point"].strip('«»"'))] if groups.get("point") else []
        code = _code(page, groups.get("code") or "")
        features += [("code", code)] if code else []
        found.append(_mention(page, match, "article", features))
    return found


def terms(page: Paragraph) -> list[Mention]:
    """Terms such as "10 years of strict regime"; the regime is part of the sentence."""
    found: list[Mention] = []
    for match in _patterns(page.language).term.finditer(page.low):
        number = page.words.number(match.group("count"))
        if number is None:
            continue
        unit = "months" if _is_month(match.group("unit")) else "years"
        more = page.words.number(match.group("more")) if match.group("more") else None
        if more is not None and unit == "years":
            number, unit = number * 12 + more, "months"
        features = [("term", str(number)), ("unit", unit)]
        found.append(_mention(page, match, "term", features))
    lives = page.words.pattern("legal.life").finditer(page.low)
    found += [_mention(page, match, "term", [("term", _LIFE)]) for match in lives]
    return sorted(found, key=lambda m: m.start)


def regime(page: Paragraph, start: int, end: int) -> str:
    """The regime named in a stretch, empty if none or two are."""
    found = {
        name
        for name in page.words["legal.regimes"]
        if page.words.pattern(f"legal.regimes.{name}").search(page.low, start, end)
    }
    return found.pop() if len(found) == 1 else ""


def _is_month(unit: str) -> bool:
    return unit.startswith(("міс", "мес", "month"))


def _code(page: Paragraph, words: str) -> str:
    for name, source in page.words["legal.codes"].items():
        if re.search(rf"(?<!\w)(?:{source})", words):
            return str(name)
    return ""


def _mention(
    page: Paragraph, match: re.Match[str], label: str, features: list[tuple[str, str]]
) -> Mention:
    end = match.start() + len(match.group().rstrip())
    return Mention(
        label="article" if label == "article" else "term",
        start=match.start(),
        end=end,
        words=page.text[match.start() : end],
        rule=rule(f"legal-{label}"),
        features=tuple(features),
    )


@cache
def _patterns(language: str) -> _Patterns:
    words = lexicon(language)
    numbers = words.numbers()
    term = words["legal.term"].replace("{numbers}", numbers)
    return _Patterns(
        article=re.compile(rf"(?<![\w])(?:{words['legal.article']})(?!\w)"),
        term=re.compile(
            rf"(?<![\w])(?<!\d[.,])(?<!\d to )(?<!\d and )(?:{term})(?!\w)"
        ),  # of "10.5 years" no 5
    )
