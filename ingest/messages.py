"""Words for findings, in three languages: what happened, and what to do next."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.code import Code
from ingest.report import Finding
from ingest.strict import read_yaml

LANGUAGES = ("en", "uk", "ru")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A finding in words."""

    what: str
    next: str


@lru_cache(maxsize=1)
def messages() -> dict[Code, dict[str, tuple[str, str]]]:
    """What each code means and what to do next, by language."""
    tree = read_yaml(Path(__file__).with_name("messages.yaml"), code=Code.CORRUPT)
    found: dict[Code, dict[str, tuple[str, str]]] = {}
    for code, said in tree.items():
        for language, words in said.items() if isinstance(said, dict) else ():
            if isinstance(words, list):
                what, after = words
                found.setdefault(Code(code), {})[language] = (str(what), str(after))
    return found


def _shown(finding: Finding, name: str, language: str) -> str | None:
    """A field of the finding; of what was refused before, the reason in words."""
    said: str | None = getattr(finding, name)
    if finding.code is not Code.REFUSED_BEFORE or name != "value" or said not in set(Code):
        return said
    why, _ = messages()[Code(said)][language]
    return said if "{" in why else why.rstrip(".")


def word(finding: Finding, *, language: str) -> Wording:
    """The finding in words; a field it lacks is shown as a dash."""
    what, after = messages()[finding.code][language]
    fields = defaultdict(
        lambda: "–",
        {
            name: said
            for name in ("field", "value", "expected")
            if (said := _shown(finding, name, language)) is not None
        },
    )
    return Wording(what=what.format_map(fields), next=after.format_map(fields))
