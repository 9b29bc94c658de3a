"""Military units, services and courts in a paragraph."""

import re
from collections.abc import Iterable
from functools import cache

from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.version import rule


def organisations(page: Paragraph, taken: Iterable[Mention]) -> list[Mention]:
    """Units, services and courts outside `taken`, the longest where they overlap."""
    busy = [(m.start, m.end) for m in taken]
    found: list[Mention] = []
    for name, pattern in _patterns(page.language):
        text = page.low if name == "services" or page.language != "en" else page.text
        for match in pattern.finditer(text):
            start = match.start()
            end = start + len(match.group().rstrip())
            if any(s < end and start < e for s, e in busy):
                continue
            if page.low.startswith("the ", start):
                start += 4
            busy.append((start, end))
            groups = match.groupdict()
            features = tuple((k, v.strip()) for k, v in sorted(groups.items()) if v)
            found.append(
                Mention(
                    label="court" if name == "court" else "organisation",
                    start=start,
                    end=end,
                    words=page.text[start:end],
                    rule=rule(f"organisations-{name}"),
                    features=(*features, ("is", "unit" if name in _UNITS else name)),
                )
            )
    return sorted(found, key=lambda m: m.start)


_UNITS = ("unit", "short", "army")


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = lexicon(language)
    names = ("court", "unit", "short", "army", "services")
    found = []
    for name in names:
        source = words[f"organisations.{name}"]
        flags = re.IGNORECASE if language == "en" and name in ("unit", "short", "army") else 0
        found.append((name, re.compile(rf"(?<![\w-])(?:{source})(?!\w)", flags)))
    return tuple(found)
