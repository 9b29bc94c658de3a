"""Beings that are named as one list, joined by *and* or commas."""

import re
from functools import cache

from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph

JOINT = re.compile(
    r"[*_]{0,2}\s?(?:,|and|та|і|й|и|,\s?and|,\s?та|,?\s?(?:а также|а також))\s[*_]{0,2}$"
)


@cache
def joint(language: str) -> re.Pattern[str]:
    """The same, perhaps with a rank or a title before the second: `Hrynko and Mr. Sydor`."""
    titles = lexicon(language)["people.roles"]
    whose = "the|a|our|his|her|його|її|їхн\\w+|мій|мого|моєму|наш\\w{0,3}|его|её|их|мой|моего|моему"
    adjective = "\\w+(?:ий|ій|ый|ой|ого|его|ому|ему|ая|ую|ей|им|ым)"
    listed = (
        rf"{JOINT.pattern.removesuffix('$')}"
        rf"(?:(?:(?:{whose})\s)?(?:{adjective}\s)?(?:(?:{titles}|commander|командир\w*),?\s){{1,3}})?"
    )
    described = lexicon(language).get("people.apposed")  # "и тяжелораненый старшина Рудь"
    more = rf"{listed}(?:(?:ще|ещё|еще)\s)?" if language != "en" else listed
    couple = lexicon(language).get("people.couple")  # "меня и братьев Рудей, Ивана и …"
    apposed = rf",?\s(?:и|а также)\s(?:{described}|{couple}\s[\w-]+,\s)"
    return re.compile(f"{more}|{apposed}" if described else more)


def _apart(a: Mention, b: Mention) -> bool:
    """`against him and he was …`: two pronouns of different cases are not one list."""
    both = a.feature("pronoun") and b.feature("pronoun")
    return bool(both) and a.feature("nominative") != b.feature("nominative")


def joined(page: Paragraph, found: list[Mention], *, last: bool) -> tuple[Mention, ...]:
    """The first (or last) being with those joined to it by *and* or a comma."""
    if not found:
        return ()
    order = list(reversed(found)) if last else found
    chain = [order[0]]
    for mention in order[1:]:
        a, b = (mention, chain[-1]) if last else (chain[-1], mention)
        between = page.low[a.end : b.start]
        listed = joint(page.language).fullmatch(between) or (
            page.language == "en" and a.named and b.named and _DESCRIBED.fullmatch(between)
        )
        if not listed or _apart(a, b):
            break
        if page.language == "en" and _new_clause(between, b):
            break
        chain.append(mention)
    return tuple(reversed(chain)) if last else tuple(chain)


_DESCRIBED = re.compile(  # "Hai, 61, a retired teacher, and his son Vadym"
    r"(?:,\s(?:aged\s)?\d\d,\s(?:and\s)?|"
    r"(?:,\s(?:aged\s)?\d\d)?,\s(?:an?|the)\s"
    r"(?:(?!(?:was|were|had|has|is|who|and|said|told)\b)[\w'’-]+,?\s){1,7}and\s)"
    r"(?:(?:the|an?|his|her|their)\s(?:[\w-]+\s){1,3})?"
)


def _new_clause(between: str, mention: Mention) -> bool:
    """`Hai, she heard later, was sent`: a bare comma before *she* opens a clause."""
    return between == ", " and mention.feature("pronoun") in _OPENS


_OPENS = frozenset(("he", "she", "they", "we", "i"))


def how_many(words: str) -> int:
    """Of how many `all four of them` speaks; *both* are two."""
    return next((n for stem, n in _COUNTS if stem in words.lower()), 2)


_COUNTS = (
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("тр", 3),
    ("четвер", 4),
    ("пят", 5),
    ("шест", 6),
    ("семер", 7),
)
