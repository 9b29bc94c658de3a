"""The words of one language, from `nlp/patterns`, as compiled patterns.

Patterns match the small-letter copy of a paragraph, at word bounds.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "patterns"
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words and patterns of one language, reached by their path in the file."""

    language: str
    words: dict[str, Any]
    _compiled: dict[tuple[str, ...], re.Pattern[str]] = field(default_factory=dict)

    def __getitem__(self, path: str) -> Any:  # noqa: ANN401, a tree of strings, lists, numbers
        """What stands at `section.key` of the file."""
        found: Any = self.words
        for step in path.split("."):
            found = found[step]
        return found

    def get(self, path: str) -> str:
        """The pattern's source at that path, empty if the language has none."""
        found: Any = self.words
        for step in path.split("."):
            found = found.get(step, "") if isinstance(found, dict) else ""
        return str(found)

    def pattern(self, *paths: str) -> re.Pattern[str]:
        """One of the patterns at these paths, as whole words; never matches if all are empty."""
        known = self._compiled.get(paths)
        if known is None:
            known = whole_words(*(self.get(path) for path in paths))
            self._compiled[paths] = known
        return known

    def numbers(self) -> str:
        """An alternation of the number words, longest first."""
        words = sorted(map(str, self["numbers"]), key=lambda w: (-len(w), w))
        return "|".join(map(re.escape, words))

    def number(self, words: str) -> int | None:
        """The value of digits or a number word, None where it is no one number."""
        bare = words.strip()
        if bare.isdigit():
            return int(bare)
        value = self["numbers"].get(bare)
        return value if isinstance(value, int) else None


def whole_words(*sources: str) -> re.Pattern[str]:
    """Any of the sources, at word bounds; an empty one never matches."""
    joined = "|".join(f"(?:{source})" for source in sources if source)
    return re.compile(rf"(?<![\w])(?:{joined})(?:(?<=\s)|(?!\w))") if joined else NEVER


@cache
def lexicon(language: str) -> Lexicon:
    """The words of `en`, `uk` or `ru`, read once."""
    with (FOLDER / f"{language}.yaml").open(encoding="utf-8") as stream:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        words = yaml.load(stream, Loader=loader)  # noqa: S506, a safe loader either way
    return Lexicon(language, words)
