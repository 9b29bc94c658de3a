"""Mappings: what each column of a table means, declared in YAML and checked as it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.claim import Kind, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a value comes from: a column, or a constant.

    `values` translates what the column holds (`обмін *` any that opens so); what it does not list
    refuses the row. `split` makes several values of one cell, `whole` reads 2.0 as 2,
    `absent` lists words that say that there is no value.
    """

    column: str | None = None
    joined: tuple[str, ...] = ()  # columns whose words follow it, as a given name a surname
    constant: str | None = None
    values: Mapping[str, str] | None = None
    split: str | None = None
    whole: bool = False
    absent: tuple[str, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """The columns it is made of."""
        return () if self.column is None else (self.column, *self.joined)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A column that has to hold something, and the words it has to open with.

    With `others`, one of them and the column has to hold something.
    """

    column: str
    opening: str = ""
    others: tuple[str, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """All columns that count."""
        return (self.column, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Which columns state a period, in which formats; how they are meant is `aspect`.

    *at*: one column holds a date or a span; *throughout*: from a day in the first to a day in the
    last; *within*: one moment between the two. `after`: words that stand before the date in its
    cell; `absent`: what a cell holds where there is no date. `otherwise`: what counts where these
    columns are empty.
    """

    aspect: str
    first: str
    last: str | None = None
    formats: tuple[str, ...]
    after: str = ""
    absent: tuple[str, ...] = ()
    otherwise: "Dates | None" = None

    def columns(self) -> tuple[str, ...]:
        """The one or two columns it reads first."""
        return (self.first,) if self.last is None else (self.first, self.last)

    def every_column(self) -> tuple[str, ...]:
        """All columns it may read."""
        more = () if self.otherwise is None else self.otherwise.every_column()
        return (*self.columns(), *more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim a row: of a subject of the row, or of a happening of its own.

    Emitted if every condition of `only_if` holds. A role names alternatives, the first that the
    row has is meant; a role may stand there twice, and is left out where a row has nobody for it.
    """

    property: Cell
    subject: str | None = None
    value: Cell | None = None
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    details: tuple[tuple[str, Cell], ...] = ()
    period: Dates | None = None
    only_if: tuple[Condition, ...] = ()
    polarity: Cell | None = None
    told: Told
    basis: Cell
    teller: str | None = None

    def cells(self) -> Iterator[Cell]:
        """Every cell this claim is made of."""
        yield self.property
        yield from (cell for cell in (self.value, self.polarity, self.basis) if cell)
        yield from (cell for _, cell in self.details)

    def columns(self) -> Iterator[str]:
        """Every column this claim reads."""
        yield from (column for cell in self.cells() for column in cell.columns())
        yield from (column for condition in self.only_if for column in condition.columns())
        if self.period is not None:
            yield from self.period.every_column()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A subject that a row speaks of, if any of its own columns holds something.

    `key` are the identifying columns: rows that agree in them, verbatim, speak of one subject.
    Things of different names share it if they have the same `shared` word: the origin and the
    destination of a transfer are both prisons. Those that share are known by their names where
    no key is given.
    """

    name: str
    kind: Kind
    key: tuple[str, ...] = ()
    shared: str
    said: tuple[Said, ...] = ()
    named_by: tuple[str, ...] = ()  # columns of names: looked up in the list of facilities
    unless: str | None = None  # a column: where it holds something, there is no such subject

    def columns(self) -> Iterator[str]:
        """Every column whose content makes the subject exist."""
        yield from self.key
        for claim in self.said:
            yield from (column for cell in claim.cells() for column in cell.columns())


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """How the rows of one kind of table become claims."""

    name: str
    version: str
    format: str | None = None  # csv, xlsx, json, jsonl; None: whatever the file is
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header: tuple[int, ...] = ()  # first and last row of headings; (0, 0): none; else the first
    rows_at: tuple[str, ...] = ()  # JSON: the way from the top to the list of rows
    things: tuple[Thing, ...] = ()
    said: tuple[Said, ...] = ()
    ignored: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()  # columns that a table may lack
    required: tuple[str, ...] = ()  # columns that no row may leave empty
    clearance: Cell | None = None
    example: tuple[str, str] | None = None  # column and opening words of rows that are no data
    links: bool = True

    def columns(self) -> frozenset[str]:
        """Every column that the mapping uses."""
        used = {*self.required}
        for thing in self.things:
            used.update(thing.columns(), [] if thing.unless is None else [thing.unless])
            for claim in thing.said:
                used.update(claim.columns())
        for claim in self.said:
            used.update(claim.columns())
        if self.clearance is not None and self.clearance.column is not None:
            used.add(self.clearance.column)
        if self.example is not None:
            used.add(self.example[0])
        return frozenset(used)
