"""Phrases of a vocabulary found in a row of words: exact words and stems (`колоні*`)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_PREFIX = 3  # letters by which stems are bucketed


@dataclass(slots=True)
class _Node:
    exact: dict[str, "_Node"] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, "_Node"]]] = field(default_factory=lambda: defaultdict(list))
    values: set[str] = field(default_factory=set)


class Phrases:
    """A tree of phrases, each with the values it stands for; built once, then only read."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._root = _Node()
        for phrase, value in entries:
            node = self._root
            for word in phrase.split():
                node = _child(node, word)
            node.values.add(value)

    def longest(self, words: Sequence[str], start: int) -> tuple[int, frozenset[str]]:
        """Length and values of the longest phrase that begins at `start`; (0, ∅) if none."""
        best, values = 0, frozenset[str]()
        nodes = [self._root]
        for size, word in enumerate(words[start:], 1):
            nodes = [found for node in nodes for found in _step(node, word)]
            if not nodes:
                break
            here = frozenset[str]().union(*(node.values for node in nodes))
            if here:
                best, values = size, here
        return best, values


def _child(node: _Node, word: str) -> _Node:
    if not word.endswith("*"):
        return node.exact.setdefault(word, _Node())
    stem = word[:-1]
    bucket = node.stems[stem[:_PREFIX]]
    for known, child in bucket:
        if known == stem:
            return child
    bucket.append((stem, _Node()))
    return bucket[-1][1]


def _step(node: _Node, word: str) -> list[_Node]:
    found = [child for stem, child in node.stems.get(word[:_PREFIX], ()) if word.startswith(stem)]
    if word in node.exact:
        found.append(node.exact[word])
    return found
