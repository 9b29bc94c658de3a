"""Questions as a terminal asks them: names resolved first, candidates where several things fit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answer.path import End
from graph.claim import Kind
from graph.edtf import parse_edtf
from graph.errors import NotFound
from graph.knowledge import Knowledge
from graph.period import OPEN_FUTURE, OPEN_PAST, Range

if TYPE_CHECKING:
    from api.models.answer import AnyAnswer
    from api.wiring import Workspace
    from graph.answer.lookup import Candidate
    from visual.names import Names

PEOPLE = (Kind.PERSON, Kind.GROUP)
_OUTWARD = re.compile(r"[0-9a-f]{24}")
ANYTHING = (*PEOPLE, Kind.FACILITY, Kind.ORGANISATION)


@dataclass
class SeveralFit(Exception):
    """A name that may mean several things, or none exactly; `elsewhere`: none of the kind asked."""

    candidates: "tuple[Candidate, ...]"
    elsewhere: bool = False

    def hints(self, language: str) -> list[str]:
        """Which question to ask of what is of another kind than was asked for."""
        from visual.words.words import language as words_of

        kinds = sorted({c.kind for c in self.candidates}) if self.elsewhere else []
        return [words_of(language).t(f"ask.elsewhere.{kind}") for kind in kinds]


@dataclass(frozen=True)
class Asked:
    """Resolves the words of one terminal question against one knowledge."""

    workspace: "Workspace"
    knowledge: Knowledge

    def entity(self, words: str, kinds: Iterable[Kind]) -> str:
        """The one entity of these kinds that the words (or an outward id) mean.

        Raises:
            NotFound: nothing that this reader may see is called so.
            SeveralFit: several are, or one only in part, or only something of another kind.
        """
        found = self._by_id(words, frozenset(kinds))
        return found or self._one(self._candidates(words, kinds)).entity or ""

    def end(self, words: str) -> End:
        """A facility, or every facility of a region named by word or code.

        Raises:
            NotFound, SeveralFit: as for an entity.
        """
        from graph.questions.find import end, find_ends, region_end

        known = self._by_id(words, frozenset({Kind.FACILITY}))
        if known is not None:
            return end(self.knowledge, (known,))
        one = self._one(self._some(words, find_ends(self.knowledge, words)))
        if one.region is not None:
            return region_end(self.knowledge, one.region)
        return end(self.knowledge, (one.entity or "",))

    def names(self, language: str) -> "Names":
        """What everything is called and cited by in that language."""
        from visual.names import names_of

        outward = self.workspace.outward(self.knowledge)
        text_of = self.workspace.record.text
        return names_of(self.knowledge, outward, text_of=text_of, language=language)

    def _by_id(self, words: str, kinds: frozenset[Kind]) -> str | None:
        if _OUTWARD.fullmatch(words.strip()) is None:  # spares the ids of everything visible
            return None
        try:
            inner = self.workspace.outward(self.knowledge).inner(words.strip())
        except NotFound:
            return None
        entity = self.knowledge.entities.get(inner)
        return inner if entity is not None and entity.kind in kinds else None

    def _candidates(self, words: str, kinds: Iterable[Kind]) -> "tuple[Candidate, ...]":
        from graph.questions.find import find

        found = find(self.knowledge, words, kinds=kinds)
        if not found and (others := find(self.knowledge, words, kinds=ANYTHING)):
            raise SeveralFit(others, elsewhere=True)
        return self._some(words, found)

    def _some(self, words: str, found: "tuple[Candidate, ...]") -> "tuple[Candidate, ...]":
        if not found:
            raise NotFound(kind="name", wanted=words)
        return found

    def _one(self, candidates: "tuple[Candidate, ...]") -> "Candidate":
        exact = [c for c in candidates if c.exact]
        if len(exact) != 1:
            raise SeveralFit(candidates)
        return exact[0]


def window(since: str | None, until: str | None) -> Range | None:
    """The days from the first of `since` to the last of `until`, both EDTF.

    Raises:
        InvalidPeriod: for what is no date, or an end before the start.
    """
    if since is None and until is None:
        return None
    first = OPEN_PAST if since is None else parse_edtf(since).start.lo
    return Range(first, OPEN_FUTURE if until is None else parse_edtf(until).end.hi)


def nothing_yet(knowledge: Knowledge, language: str) -> str | None:
    """Where there is something to ask about, if a record holds only lists of facilities."""
    from visual.words.words import language as words_of

    known = knowledge.evidence.descriptions
    if all(d.source_type == "facility_list" for d in known):
        return words_of(language).t("ask.empty")
    return None


def as_json(
    workspace: "Workspace", knowledge: Knowledge, answer: "AnyAnswer", language: str
) -> str:
    """An answer as HTTP gives it, indented."""
    from api.asking import asking_about
    from api.models.answer import model_of

    asking = asking_about(workspace, knowledge)
    return model_of(answer, asking, language=language).model_dump_json(indent=2)


def as_text(workspace: "Workspace", knowledge: Knowledge, answer: object, language: str) -> str:
    """An answer in words, with numbered sources."""
    from visual.text import render

    return render(answer, Asked(workspace, knowledge).names(language), language)
