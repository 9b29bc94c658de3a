"""A sheet of text in the making: headings, wrapped lines, aligned rows, numbered sources.

A number stands for a passage, not for a claim: what one sentence says of five things is one source.
"""

import textwrap
from collections.abc import Iterable, Sequence

from graph.answer.terms import Terms
from graph.claim import Polarity, Told
from graph.event import Support
from visual.citation import Citation
from visual.names import Names
from visual.words import Words
from visual.words.called import called

WIDTH = 100
MOST_ROWS = 60
MOST_CITED = 6  # numbers beside one statement
WIDEST = 38  # of an aligned column
TIED = "\N{NO-BREAK SPACE}"  # what it ties stays on one line; printed as a plain space
_Place = tuple[str, int, str]


class Sheet:
    """Collects lines; `finish` adds what was taken for granted, and the sources."""

    def __init__(self, words: Words, names: Names) -> None:
        self.words, self.names = words, names
        self._lines: list[str] = []
        self._cited: dict[_Place, list[Citation]] = {}
        self._order: dict[_Place, int] = {}
        self._numbers: dict[str, _Place] = {}

    def t(self, key: str, **fields: object) -> str:
        """An entry of the catalogue."""
        return self.words.t(key, **fields)

    def name(self, entity: str | None) -> str:
        """What an entity is called."""
        return called(self.words, entity, self.names)

    def title(self, text: str, *entities: str) -> None:
        """The first line, with the outward ids of what it is about."""
        ids = ", ".join(self.names.outward(e) for e in entities)
        self._lines.append(f"{text}   {self.t('text.id', it=ids)}" if ids else text)

    def heading(self, key: str, **fields: object) -> None:
        """A blank line and a heading."""
        text = self.t(key, **fields)
        self._lines += ["", text, "─" * len(text)]

    def line(self, text: str, *, indent: int = 2) -> None:
        """A line, wrapped with a hanging indent."""
        lead, hang = " " * indent, " " * (indent + 2)
        folded = textwrap.wrap(
            text,
            WIDTH,
            initial_indent=lead,
            subsequent_indent=hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in folded:
            self.raw(line)

    def raw(self, line: str) -> None:
        """A line as it is."""
        self._lines.append(line.replace(TIED, " ").rstrip())

    def rows(self, rows: Sequence[Sequence[str]], *, indent: int = 2) -> None:
        """Rows with aligned columns; the last column wraps under itself."""
        shown = [list(row) for row in rows]
        columns = len(shown[0]) if shown else 0
        widths = [
            min(WIDEST, max(len(row[i]) for row in shown)) for i in range(max(0, columns - 1))
        ]
        at = indent + sum(w + 2 for w in widths)
        for row in shown:
            lead = " " * indent
            for cell, width in zip(row[:-1], widths, strict=True):
                lead += cell.ljust(width) + "  "
            room = max(34, WIDTH - at)
            folded = textwrap.wrap(
                row[-1], room, break_long_words=False, break_on_hyphens=False
            ) or [""]
            self.raw(lead + folded[0])
            for more in folded[1:]:
                self.raw(" " * at + more)

    def cited_rows(self, rows: Sequence[tuple[str, Sequence[str], Support]]) -> None:
        """Rows of a first column and what is said, cited only as far as they are shown."""
        shown = [
            (first, "; ".join([*said, self.mark(support)]))
            for first, said, support in rows[:MOST_ROWS]
        ]
        self.rows(shown)
        if len(rows) > MOST_ROWS:
            self.line(self.t("text.rest", n=len(rows) - MOST_ROWS))

    def cite(self, claims: Iterable[str]) -> str:
        """The numbers of the passages that these claims rest on: "[1, 4]"."""
        found: dict[int, None] = {}
        more = 0
        for claim in claims:
            if len(found) >= MOST_CITED and claim not in self._numbers:
                more += 1
                continue
            number = self._number(claim)
            if number is not None:
                found[number] = None
        shown = [str(n) for n in sorted(found)]
        if more:
            shown.append(self.t("text.more_claims", n=more))
        return f"[{f',{TIED}'.join(shown)}]".replace(" ", TIED) if shown else ""

    def mark(self, support: Support) -> str:
        """Grade, number of independent sources, and where they say it."""
        sources = self.t("text.lineages", n=len(support.lineages))
        return f"{self.words.grade(support.grade)}, {sources} {self.cite(support.claims)}"

    def finish(self, terms: Terms | None = None) -> str:
        """The whole text."""
        if terms is not None and terms.window is not None:
            self._lines += ["", self.t("text.window", it=self.words.days(terms.window))]
        if terms is not None and terms.assumptions:
            self.heading("text.rests_on")
            for assumption in terms.assumptions:
                said = self.words.code("assumption", assumption)
                self.line(f"{assumption.upper()}  {said}")
        if self._cited:
            self.heading("text.sources")
            for number, told in enumerate(self._cited.values(), 1):
                self._source(number, told)
        return "\n".join(self._lines) + "\n"

    def lines(self) -> list[str]:
        """What stands on it so far, without sources."""
        return list(self._lines)

    def _number(self, claim: str) -> int | None:
        place = self._numbers.get(claim)
        if place is None:
            cited = self.names.cite(claim)
            if cited is None:
                return None
            place = (cited.document, cited.start, cited.quote)
            self._numbers[claim] = place
            self._order.setdefault(place, len(self._order) + 1)
            self._cited.setdefault(place, []).append(cited)
        return self._order[place]

    def _source(self, number: int, told: Sequence[Citation]) -> None:
        first = told[0]
        publisher = self.names.described(first.document, "publisher")
        where = (
            self.t("text.page", it=str(first.page))
            if first.line is None
            else self.t("text.row", it=str(first.line))
        )
        how = {
            *(
                self.words.code("polarity", c.polarity)
                for c in told
                if c.polarity != Polarity.ASSERTED
            ),
            *(self.words.code("told", c.told) for c in told if c.told != Told.DIRECT),
        }
        title = first.title or self.t("text.untitled")
        said = [title, *([publisher] if publisher else []), where, *sorted(how)]
        self.line(f"[{number}] {' · '.join(said)}")
        self.line(self.t("part.quoted", it=first.quote), indent=6)
        ids = ", ".join(self.names.outward(c.claim) for c in told)
        document = self.names.outward(first.document)
        self.line(self.t("text.claims", it=ids, document=document), indent=6)
