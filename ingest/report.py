"""What came of an ingest: codes and fields, no sentences; doors word them by `messages`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.errors import WhereaboutsError
from graph.intake import State
from ingest.code import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to tell: in which file, row and field, about which value, what was expected.

    Rows are counted as a spreadsheet shows them: the header is row 1 unless lines stand above it.
    """

    code: Code
    file: str
    row: int | None = None
    field: str | None = None
    value: str | None = None
    expected: str | None = None


@dataclass(eq=False)
class Refused(WhereaboutsError):
    """A file, or one row of it, cannot be taken in as it is."""

    finding: Finding

    @property
    def code(self) -> str:
        """The code of the finding."""
        return self.finding.code.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What one file gave. `rows` = `claimed_rows` + `refused_rows` + `skipped_rows`."""

    rows: int = 0
    claimed_rows: int = 0
    refused_rows: int = 0
    skipped_rows: int = 0  # blank lines, and the example row of a template
    characters: int = 0
    subjects: int = 0
    claims: int = 0
    judgements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one file ended. Findings beyond the limit of a file are counted in `more`."""

    file: str
    state: State
    code: Code | None = None
    document: str | None = None  # its inner id: for the door's look-up, never to be printed
    counts: Counts = Counts()
    ignored_columns: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    more: Mapping[Code, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcomes of one ingest, in the order in which the files were met."""

    outcomes: tuple[Outcome, ...] = ()
    passed_over: tuple[Finding, ...] = ()  # no evidence: neither done nor refused

    @property
    def received(self) -> int:
        """How many files were met: the sum of those done, refused and in need of something."""
        return len(self.outcomes)

    def ended(self, state: State) -> tuple[Outcome, ...]:
        """The files that ended so."""
        return tuple(outcome for outcome in self.outcomes if outcome.state is state)

    def total(self, count: str) -> int:
        """The sum over all files of one of the `Counts`."""
        return sum(getattr(outcome.counts, count) for outcome in self.outcomes)

    def renewed(self, later: "Report") -> "Report":
        """This report, with the outcome of each file that was read anew when all were met again."""
        anew = {o.file: o for o in later.outcomes if o.counts != Counts()}
        return replace(self, outcomes=tuple(anew.get(o.file, o) for o in self.outcomes))

    @property
    def complete(self) -> bool:
        """Whether every file is done and no row was refused."""
        return len(self.ended(State.DONE)) == self.received and not self.total("refused_rows")
