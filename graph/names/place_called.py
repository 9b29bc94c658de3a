"""What the bundled lists call a place that a text names in some case form."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from graph.names.fold import folds
from graph.names.forms import key, nominatives
from graph.names.gazetteer import Gazetteer, phrase_key, region, town
from graph.names.scripts import is_cyrillic, plain

_UKRAINIAN = re.compile("[іїєґ]|[сц]ьк", re.IGNORECASE)
_RUSSIAN = re.compile("[ыэёъ]|[сц]к$", re.IGNORECASE)
_NEITHER = re.compile("[кгхжшщч]ы|[^а-щьюяєіїґыэёъ' -]", re.IGNORECASE)  # of a third language


def place_called(words: str, language: str, gazetteer: Gazetteer) -> str | None:
    """The name in that language (en, uk, ru) of what the words mean.

    A town is called in English as its list calls it, else by the nominative of which the words
    are a form, in the letters of that language where the list writes that name in them. None if
    the words may mean things of several names, or nothing that is listed; and of Latin words in
    English.
    """
    said = plain(words).replace("-", " ").split()
    if not said:
        return None
    if not is_cyrillic(said[0][0]):
        return None if language == "en" else _of_latin(said, language, gazetteer)
    areas = {getattr(gazetteer.regions[r], language) for r in region(said, gazetteer).regions}
    towns = [gazetteer.settlements[s] for s in town(said, gazetteer).settlements]
    towns = [t for t in towns if any(_unchanged(said, n) is not None for n in t.names)]
    if language == "en":
        names = {t.name for t in towns}
    else:
        known = [n for t in towns for n in t.names]
        names = _in_letters(_forms(said, known), language)
        if len(names) == 1:
            (name,) = names
            names = {_counterpart(name, known, language) or name}
    if areas and towns:
        return None
    found = areas | names
    return found.pop() if len(found) == 1 else None


def _of_latin(said: list[str], language: str, gazetteer: Gazetteer) -> str | None:
    """The name in Cyrillic of the towns that are listed under these very words."""
    towns = [gazetteer.settlements[s] for s in town(said, gazetteer).settlements]
    spelt = phrase_key(" ".join(said))
    named = [t for t in towns if spelt in {phrase_key(n) for n in (t.name, *t.names)}]
    return _counterpart(" ".join(said), [n for t in named for n in t.names], language)


def _counterpart(name: str, known: Iterable[str], language: str) -> str | None:
    """Of names that sound alike the one in the letters of that language nearest to this one."""
    own, other = (_UKRAINIAN, _RUSSIAN) if language == "uk" else (_RUSSIAN, _UKRAINIAN)
    alike = {n for n in known if not (other.search(n) or _NEITHER.search(n))}
    alike = {n for n in alike if not folds(n).isdisjoint(folds(name))}
    if name in alike:
        return name
    near = sorted(
        (bool(own.search(n)), SequenceMatcher(None, n, name).ratio(), len(n), n) for n in alike
    )
    if not near or (len(near) > 1 and near[-1][:3] == near[-2][:3]):
        return None
    return near[-1][3]


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
