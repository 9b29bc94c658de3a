"""Whether two written names may be one person's: any script, case form, order, with initials."""

import re
from functools import lru_cache

from graph.names.fold import folds
from graph.names.forms import nominatives
from graph.names.scripts import plain

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def may_be_one_name(a: str, b: str) -> bool:
    """Whether each word of the shorter name is a word, or the initial of a word, of the other.

    At least one whole word has to agree: two pairs of initials name nobody.
    """
    few, many = sorted((_words(a), _words(b)), key=len)
    return bool(few) and _fits(few, many, whole=False)


def _fits(few: tuple[str, ...], many: tuple[str, ...], *, whole: bool) -> bool:
    """Whether the words find partners, no partner twice; `whole`: some whole word has one."""
    if not few:
        return whole
    word, *rest = few
    return any(
        _fits(tuple(rest), (*many[:i], *many[i + 1 :]), whole=whole or min(len(word), len(o)) > 1)
        for i, o in enumerate(many)
        if _agree(word, o)
    )


def _agree(a: str, b: str) -> bool:
    if any(map(str.isdigit, a + b)):  # "Witness 1" and "Witness 2" are two
        return a.casefold() == b.casefold()
    ours, theirs = _skeletons(a), _skeletons(b)
    if len(a) > 1 and len(b) > 1:
        return not ours.isdisjoint(theirs)
    return not {s[:1] for s in ours}.isdisjoint(s[:1] for s in theirs)


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(name)))


@lru_cache(maxsize=1 << 14)
def _skeletons(word: str) -> frozenset[str]:
    """Skeletons of the word, and of what it may be a case form of."""
    return frozenset(s for form in (word, *nominatives(word)) for s in folds(form) if s)
