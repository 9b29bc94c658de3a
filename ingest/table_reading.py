"""A table and its mapping to a text, its subjects and its claims. Pure: nothing is stored here."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.claim import Claim, Kind, Polarity, Subject
from graph.clearance import Clearance
from graph.decision import Act, Decision
from graph.document import Passage, Text
from graph.judgement import Judgement, Verdict
from graph.names.place import regions
from graph.period import iso
from graph.reading import Reading
from graph.scribe import Scribe
from ingest.cells import RowRefused
from ingest.code import Code
from ingest.findings import Findings
from ingest.mapping import TableMapping
from ingest.report import Counts, Finding, Refused
from ingest.rows import RowReader, RowSaid
from ingest.tables.sheet import BadRow, BlankRow, Flag, Line, Row
from ingest.writing import writing_codes

EXTRACTOR = "table/1"
LINK_RULE = "gazetteer"

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, kw_only=True)
class Link:
    """Links facilities in a table to those of the lists; `version` is that of the lists.

    `find` is given a facility's name and what its row says of it, by property; `region_name` is
    the region in words where `region` is a code. It gives a listed subject, or none.
    """

    find: Callable[[str, Mapping[str, str]], str | None]
    version: str


@dataclass(frozen=True, kw_only=True)
class TableRead:
    """What a table says, ready to be appended."""

    text: Text
    subjects: tuple[Subject, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    decisions: tuple[Decision, ...]
    reading: Reading
    counts: Counts
    sealed: bool = False
    ignored: tuple[str, ...] = ()


def audit(header: Sequence[str], mapping: TableMapping, *, file: str) -> tuple[str, ...]:
    """The columns that are ignored by name, once each column is used, ignored or an error.

    Raises:
        Refused: a column that the mapping does not know, or one that it needs and misses.
    """
    used, there = mapping.columns(), set(header)
    if lacking := used - there - set(mapping.optional):
        found = Finding(
            code=Code.COLUMN_MISSING,
            file=file,
            row=1,
            field=", ".join(sorted(lacking)),
            expected=", ".join(header),
        )
        raise Refused(found)
    known = used | set(mapping.ignored) | set(mapping.optional)
    if unknown := [name for name in header if name not in known]:
        found = Finding(
            code=Code.COLUMN_UNKNOWN,
            file=file,
            row=1,
            field=", ".join(unknown),
            expected=", ".join(sorted(known)),
        )
        raise Refused(found)
    return tuple(name for name in header if name in mapping.ignored)


def line_of(header: Sequence[str], cells: Sequence[str], *, ignored: Container[str] = ()) -> str:
    """One row as one line of the text: `column=value; …`, empty and ignored cells left out.

    Backslash, semicolon and line breaks inside a value are written with a backslash, so that two
    rows give one line only if they are equal.
    """
    return "; ".join(
        f"{name.translate(_ESCAPES)}={cell.translate(_ESCAPES)}"
        for name, cell in zip(header, cells, strict=True)
        if cell and name not in ignored
    )


def read_table(
    header: Sequence[str],
    lines: Iterable[Line],
    mapping: TableMapping,
    *,
    file: str,
    document: str,
    scribe: Scribe,
    findings: Findings,
    notes: Sequence[str] = (),
    link: Link | None = None,
    last_day: int | None = None,
) -> TableRead:
    """What the rows of a table say by a mapping; refused rows are told in `findings`.

    What is dated after `last_day`, the last on which the source can have told it, is flagged.

    Raises:
        Refused: by `audit`.
    """
    ignored = audit(header, mapping, file=file)
    good: list[Row] = []
    written: list[str] = []
    skipped = refused = 0
    for line in lines:
        if isinstance(line, BlankRow) or (
            isinstance(line, Row) and _example(line, header, mapping)
        ):
            skipped += 1
        elif isinstance(line, BadRow):
            refused += 1
            findings.add(
                line.code,
                row=line.number,
                field=line.field,
                value=line.value,
                expected=line.expected,
            )
        elif isinstance(line, Flag):
            findings.add(line.code, row=line.number, field=line.field, value=line.value)
        else:
            good.append(line)
            written.append(line_of(header, line.cells, ignored=ignored))
    text = scribe.text(
        Text(
            id="",
            document=document,
            extractor=EXTRACTOR,
            content="\n".join(written),
            tabular=True,
            notes=tuple(notes),
        )
    )
    rows = _Rows(
        mapping=mapping,
        text=text,
        scribe=scribe,
        findings=findings,
        link=link,
        last_day=last_day,
    )
    start = 0
    for row, shown in zip(good, written, strict=True):
        passage = Passage(text=text.id, start=start, end=start + len(shown))
        start += len(shown) + 1
        rows.add(row.number, dict(zip(header, row.cells, strict=True)), passage)
    counts = Counts(
        rows=len(good) + refused + skipped,
        claimed_rows=len(good) - rows.refused,
        refused_rows=refused + rows.refused,
        skipped_rows=skipped,
        characters=len(text.content),
        subjects=len(rows.subjects),
        claims=len(rows.claims),
        judgements=len(rows.judgements),
    )
    return rows.finished(counts, ignored)


@dataclass(slots=True, kw_only=True)
class _Rows:
    """Gathers what rows say."""

    mapping: TableMapping
    text: Text
    scribe: Scribe
    findings: Findings
    link: Link | None
    last_day: int | None  # on which the source can have told what it tells
    subjects: dict[str, Subject] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    refused: int = 0
    sealed: bool = False
    reader: RowReader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = RowReader(
            mapping=self.mapping, document=self.text.document, scribe=self.scribe
        )

    def add(self, number: int, cells: Mapping[str, str], passage: Passage) -> None:
        """Read one row, or refuse it with its reason."""
        try:
            said = self.reader.read(cells, passage)
        except RowRefused as row:
            self.refused += 1
            self.findings.add(
                row.code, row=number, field=row.field, value=row.value, expected=row.expected
            )
            return
        for subject in (*said.named.values(), *said.happenings):
            self.subjects.setdefault(subject.id, subject)
        self.claims += said.claims
        self._flag(number, cells, said)
        if said.clearance is not None:
            self._clear(said, said.clearance)
        if self.mapping.links:
            self._link(said, cells)

    def _flag(self, number: int, cells: Mapping[str, str], said: RowSaid) -> None:
        for words in said.unbounded:
            self.findings.add(Code.DATE_UNBOUNDED, row=number, value=words)
        if (last := self.last_day) is not None:
            for claim in said.claims:
                if claim.polarity is Polarity.ASSERTED and claim.period.start.lo > last:
                    words = claim.period.words or iso(claim.period.start.lo)
                    self.findings.add(Code.DATE_AHEAD, row=number, value=words, expected=iso(last))
        for thing in self.mapping.things:
            for column in thing.named_by:
                value = cells.get(column, "")
                for code in writing_codes(value):
                    self.findings.add(code, row=number, field=column, value=value)

    def _clear(self, said: RowSaid, clearance: Clearance) -> None:
        self.sealed = self.sealed or clearance is Clearance.SEALED
        for claim in said.claims:
            self.decisions.append(
                self.scribe.decision(
                    Act.CLEARANCE,
                    claim.id,
                    author=f"mapping/{self.mapping.name}",
                    why=f"column {self.mapping.clearance.column}" if self.mapping.clearance else "",
                    at="",
                    value=clearance.word,
                )
            )

    def _link(self, said: RowSaid, cells: Mapping[str, str]) -> None:
        for thing in self.mapping.things:
            subject = said.named.get(thing.name)
            if thing.kind is not Kind.FACILITY or subject is None or self.link is None:
                continue
            context = {
                c.property: c.value
                for c in said.claims
                if c.subject == subject.id and c.value is not None
            }
            if region := context.get("region"):
                context["region_name"] = _region_name(region)
            for column in thing.named_by:
                words = cells.get(column, "").strip()
                listed = self.link.find(words, context) if words else None
                if listed is not None and listed != subject.id:
                    judgement = self.scribe.judgement(
                        subject.id,
                        listed,
                        Verdict.SAME,
                        author=LINK_RULE,
                        by_person=False,
                        why=words,
                    )
                    self.judgements.setdefault(judgement.id, judgement)

    def finished(self, counts: Counts, ignored: tuple[str, ...]) -> TableRead:
        """Everything the rows said, with the reading that owns it."""
        return TableRead(
            text=self.text,
            subjects=tuple(self.subjects.values()),
            claims=tuple(self.claims),
            judgements=tuple(self.judgements.values()),
            decisions=tuple(self.decisions),
            reading=self.scribe.reading(
                self.text.id,
                pipeline=f"mapping/{self.mapping.name}",
                version=reading_version(self.mapping, self.link),
                claims=self.claims,
                judgements=self.judgements.values(),
            ),
            counts=counts,
            sealed=self.sealed,
            ignored=ignored,
        )


def reading_version(mapping: TableMapping, link: Link | None) -> str:
    """Of what a table is read with: a change of the mapping, or of the lists, reads it again."""
    return (
        mapping.version
        if link is None or not mapping.links
        else f"{mapping.version}+{link.version}"
    )


@lru_cache(maxsize=256)
def _region_name(region: str) -> str:
    """A region by its code in words, as it may stand in a facility's name."""
    known = regions()
    return known[region].en if region in known else region


def _example(row: Row, header: Sequence[str], mapping: TableMapping) -> bool:
    if mapping.example is None:
        return False
    column, opening = mapping.example
    at = {name: number for number, name in enumerate(header)}.get(column)
    return at is not None and at < len(row.cells) and row.cells[at].strip().startswith(opening)
