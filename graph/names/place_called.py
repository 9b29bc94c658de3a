"""What the bundled lists call a place that a text names in some case form."""

import re

from graph.names.forms import key, nominatives
from graph.names.gazetteer import Gazetteer, phrase_key, region, town
from graph.names.scripts import is_cyrillic, plain

_UKRAINIAN, _RUSSIAN = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэёъ]", re.IGNORECASE)


def place_called(words: str, language: str, gazetteer: Gazetteer) -> str | None:
    """The name in that language (en, uk, ru) of what the words mean.

    A town is called in English as its list calls it, else by the nominative of which the words
    are a form, in the letters of that language where it has them. None if the words may mean
    things of several names, or nothing that is listed; and of Latin words, which have no case.
    """
    said = plain(words).replace("-", " ").split()
    if not said or not is_cyrillic(said[0][0]):
        return None
    areas = {getattr(gazetteer.regions[r], language) for r in region(said, gazetteer).regions}
    towns = [gazetteer.settlements[s] for s in town(said, gazetteer).settlements]
    towns = [t for t in towns if any(_unchanged(said, n) is not None for n in t.names)]
    if language == "en":
        names = {t.name for t in towns}
    else:
        names = _in_letters(_forms(said, [n for t in towns for n in t.names]), language)
    if areas and towns:
        return None
    found = areas | names
    return found.pop() if len(found) == 1 else None


def _forms(said: list[str], names: list[str]) -> set[str]:
    """Of the names that the words are a case form of those that changed the fewest, a key each."""
    fitting = {n: same for n in sorted(names) if (same := _unchanged(said, n)) is not None}
    most = max(fitting.values(), default=0)
    return set({phrase_key(n): n for n, same in fitting.items() if same == most}.values())


def _unchanged(said: list[str], name: str) -> int | None:
    """How many words are as in the name; None where some word is no case form of its own."""
    meant = plain(name).replace("-", " ").split()
    if len(said) != len(meant):
        return None
    pairs = [(key(s), key(m), nominatives(s)) for s, m in zip(said, meant, strict=True)]
    return sum(s == m for s, m, _ in pairs) if all(m in forms for _, m, forms in pairs) else None


def _in_letters(names: set[str], language: str) -> set[str]:
    own, other = (_UKRAINIAN, _RUSSIAN) if language == "uk" else (_RUSSIAN, _UKRAINIAN)
    for fitting in (
        {n for n in names if own.search(n)},
        {n for n in names if not other.search(n)},
    ):
        if fitting:
            return fitting
    return names
