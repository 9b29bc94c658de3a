"""One row to what it says: subjects and claims, by a mapping; a value that fits none refuses it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.claim import Claim, Kind, Polarity, Subject
from graph.clearance import Clearance
from graph.document import Passage
from graph.errors import InvalidValue
from graph.period import UNDATED, Period
from graph.scribe import Scribe
from ingest.code import Code
from ingest.dates import NotADate, between, parse_date
from ingest.mapping import Cell, Dates, Said, TableMapping, Thing

_NEEDED = {"moved": ("from", "to", "via"), "held_at": ("at",), "member_of": ("of",)}
"""At least one of these roles, or the claim says nothing; every other happening needs *who*."""


class RowRefused(Exception):  # noqa: N818 - named after what is wrong
    """A value of the row that the mapping has no place for."""

    def __init__(self, code: Code, field: str, value: str, expected: str) -> None:
        super().__init__(code)
        self.code, self.field, self.value, self.expected = code, field, value, expected


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSaid:
    """What one row says. `named` are its subjects by the mapping's names for them."""

    named: Mapping[str, Subject]
    happenings: tuple[Subject, ...]
    claims: tuple[Claim, ...]
    clearance: Clearance | None


@dataclass(slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one text, in order.

    What keyed subjects are said to be (names, types …) is claimed in the first row that says it,
    and again only in a row of lower clearance.
    """

    mapping: TableMapping
    document: str
    scribe: Scribe
    _said: dict[tuple[object, ...], int] = field(default_factory=dict)
    _keyed: dict[tuple[object, ...], Subject] = field(default_factory=dict)
    _new: list[tuple[tuple[object, ...], int]] = field(default_factory=list)  # of this row

    def read(self, cells: Mapping[str, str], passage: Passage) -> RowSaid:
        """What the row says.

        Raises:
            RowRefused: a value is missing, in no vocabulary, or no date.
        """
        for column in self.mapping.required:
            if not cells.get(column, "").strip():
                raise RowRefused(Code.VALUE_MISSING, column, "", "a value")
        self._new.clear()
        clearance = self._clearance(cells)
        named = {t.name: s for t in self.mapping.things if (s := self._thing(t, cells, passage))}
        claims: list[Claim] = []
        for thing in self.mapping.things:
            subject = named.get(thing.name)
            for said in thing.said if subject is not None else ():
                claims += self._attributes(said, subject, cells, passage, named, clearance)
        happenings: list[Subject] = []
        for number, said in enumerate(self.mapping.said):
            if not all(cells.get(column, "").strip() for column in said.only_if):
                continue
            subject = None if said.subject is None else named.get(said.subject)
            if said.subject is not None and subject is None:
                continue
            if subject is None:
                role = f"{number}:{said.property.constant or said.property.column}"
                subject = self.scribe.row_subject(
                    Kind.HAPPENING, self.document, passage, role=role
                )
                happenings.append(subject)
            claims += self._claims(said, subject, cells, passage, named)
        self._said.update(self._new)  # only now: a refused row has said nothing
        for thing in self.mapping.things:
            subject = named.get(thing.name)
            if subject is not None and subject.key:
                self._keyed.setdefault((thing.kind, thing.shared, subject.key), subject)
        return RowSaid(
            named=named, happenings=tuple(happenings), claims=tuple(claims), clearance=clearance
        )

    def _thing(self, thing: Thing, cells: Mapping[str, str], passage: Passage) -> Subject | None:
        if not any(cells.get(column, "").strip() for column in thing.columns()):
            return None
        key = tuple(cells.get(column, "") for column in thing.key)
        if not any(key):
            return self.scribe.row_subject(thing.kind, self.document, passage, role=thing.shared)
        return self._keyed.get((thing.kind, thing.shared, key)) or self.scribe.row_subject(
            thing.kind, self.document, passage, role=thing.shared, key=key
        )

    def _attributes(
        self,
        said: Said,
        subject: Subject,
        cells: Mapping[str, str],
        passage: Passage,
        named: Mapping[str, Subject],
        clearance: Clearance | None,
    ) -> Iterator[Claim]:
        if not all(cells.get(column, "").strip() for column in said.only_if):
            return
        for claim in self._claims(said, subject, cells, passage, named):
            if subject.key:
                known = (subject.id, claim.property, claim.value, claim.period, claim.details)
                level = clearance or Clearance.PUBLIC
                if self._said.get(known, Clearance.SEALED) <= level:
                    continue
                self._new.append((known, level))
            yield claim

    def _claims(
        self,
        said: Said,
        subject: Subject,
        cells: Mapping[str, str],
        passage: Passage,
        named: Mapping[str, Subject],
    ) -> Iterator[Claim]:
        prop = _one(said.property, cells, "property")
        roles = [(role, named[name].id) for role, name in said.roles if name in named]
        if said.value is None:
            needed = _NEEDED.get(prop, ("who",))
            if not any(role in needed for role, _ in roles):
                raise RowRefused(Code.VALUE_MISSING, prop, "", " | ".join(needed))
        details = [
            (name, value) for name, cell in said.details for value in _several(cell, cells)
        ]
        polarity = _one(said.polarity, cells, "polarity") if said.polarity else "asserted"
        if polarity not in list(Polarity):
            raise RowRefused(Code.VALUE_INVALID, "polarity", polarity, ", ".join(Polarity))
        teller = named.get(said.teller or "")
        values = [None] if said.value is None else _several(said.value, cells)
        for value in values:
            yield self.scribe.claim(
                Claim(
                    id="",
                    passage=passage,
                    subject=subject.id,
                    property=prop,
                    value=value,
                    roles=tuple(roles),
                    details=tuple(details),
                    period=_period(said.period, cells),
                    polarity=Polarity(polarity),
                    told=said.told,
                    basis=said.basis,
                    teller=None if teller is None else teller.id,
                )
            )

    def _clearance(self, cells: Mapping[str, str]) -> Clearance | None:
        cell = self.mapping.clearance
        if cell is None:
            return None
        word = _one(cell, cells, "clearance", empty=True)
        try:
            return Clearance.parse(word) if word else None
        except InvalidValue as error:
            column = cell.column or "clearance"
            raise RowRefused(Code.VALUE_INVALID, column, word, error.expected) from None


def _several(cell: Cell, cells: Mapping[str, str]) -> Sequence[str]:
    """The values of a cell that are not empty, translated if the mapping says how."""
    if cell.column is None:
        return (cell.constant or "",)
    written = cells.get(cell.column, "")
    parts = [written] if cell.split is None else [p.strip() for p in written.split(cell.split)]
    values = [part for part in parts if part.strip()]
    if cell.values is not None:
        for value in values:
            if value.strip() not in cell.values:
                expected = ", ".join(cell.values)
                raise RowRefused(Code.VALUE_UNMAPPED, cell.column, value, expected)
        values = [cell.values[value.strip()] for value in values]
    if cell.whole:
        for value in values:
            if not value.strip().removesuffix(".0").isdecimal():
                raise RowRefused(Code.VALUE_INVALID, cell.column, value, "a whole number")
        values = [value.strip().removesuffix(".0") for value in values]
    return [value for value in values if value]


def _one(cell: Cell, cells: Mapping[str, str], what: str, *, empty: bool = False) -> str:
    values = _several(cell, cells)
    if len(values) == 1:
        return values[0]
    if not values and empty:
        return ""
    raise RowRefused(Code.VALUE_MISSING, cell.column or what, "", "one value")


def _period(dates: Dates | None, cells: Mapping[str, str]) -> Period:
    if dates is None:
        return UNDATED
    found: list[Period] = []
    for column in (dates.first, dates.last):
        written = "" if column is None else cells.get(column, "")
        try:
            found.append(parse_date(written, dates.formats))
        except NotADate as error:
            raise RowRefused(error.code, column or "", written, error.expected) from None
    if dates.aspect == "at":
        return found[0]
    try:
        return between(found[0], found[1], moment=dates.aspect == "within")
    except NotADate as error:
        columns = f"{dates.first}, {dates.last}"
        written = " – ".join(p.words for p in found)
        raise RowRefused(error.code, columns, written, error.expected) from None
