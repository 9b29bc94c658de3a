"""One row to what it says: subjects and claims, by a mapping."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.claim import Claim, Kind, Polarity, Subject
from graph.clearance import Clearance
from graph.document import Passage
from graph.errors import InvalidValue
from graph.period import UNDATED, Precision
from graph.scribe import Scribe
from ingest.cells import RowRefused, dated, holds, means_nothing, one, period, several
from ingest.code import Code
from ingest.mapping import Said, TableMapping, Thing

_NEEDED = {"moved": ("from", "to", "via"), "held_at": ("at",), "member_of": ("of",)}
"""At least one of these roles, or the claim says nothing; every other happening needs *who*."""
_UNKNOWN = "unknown"
_LASTS = frozenset({"held_at", "member_of"})

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSaid:
    """What one row says. `named` are its subjects by the mapping's names for them."""

    named: Mapping[str, Subject]
    happenings: tuple[Subject, ...]
    claims: tuple[Claim, ...]
    clearance: Clearance | None
    unbounded: tuple[str, ...]  # words of time that give no bounds


@dataclass(slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one text, in order.

    What keyed subjects are said to be (names, types …) is claimed in the first row that says it,
    and again only in a row of lower clearance. A refused row leaves nothing behind.
    """

    mapping: TableMapping
    document: str
    scribe: Scribe
    _said: dict[_Key, Clearance] = field(default_factory=dict)
    _keyed: dict[_Key, Subject] = field(default_factory=dict)

    def read(self, cells: Mapping[str, str], passage: Passage) -> RowSaid:
        """What the row says.

        Raises:
            RowRefused: a value is missing, in no vocabulary, or no date.
        """
        for column in self.mapping.required:
            if not cells.get(column, "").strip():
                raise RowRefused(Code.VALUE_MISSING, column, "", "a value")
        row = _Row(self, cells, passage, self._clearance(cells))
        row.things()
        row.happenings()
        self._said.update(row.first_said)
        self._keyed.update(row.first_met)
        unsigned = row.claims
        return RowSaid(
            named=row.named,
            happenings=tuple(row.happened),
            claims=tuple(self.scribe.claim(claim) for claim in unsigned),
            clearance=row.clearance,
            unbounded=tuple(
                dict.fromkeys(
                    c.period.words
                    for c in unsigned
                    if c.period.words and c.period.precision is Precision.UNKNOWN
                )
            ),
        )

    def known(self, key: _Key) -> Subject | None:
        """The subject that an earlier row speaks of by this key."""
        return self._keyed.get(key)

    def was_said(self, key: _Key, clearance: Clearance) -> bool:
        """Whether an earlier row said it in the hearing of as many readers."""
        return self._said.get(key, Clearance.SEALED) <= clearance

    def _clearance(self, cells: Mapping[str, str]) -> Clearance | None:
        cell = self.mapping.clearance
        if cell is None or not (words := several(cell, cells)):
            return None
        try:
            return Clearance.parse(words[0])
        except InvalidValue as bad:
            column = cell.column or "clearance"
            raise RowRefused(Code.VALUE_INVALID, column, words[0], bad.expected) from None


class _Row:
    """One row while it is being read."""

    def __init__(
        self,
        reader: RowReader,
        cells: Mapping[str, str],
        passage: Passage,
        clearance: Clearance | None,
    ) -> None:
        self.reader, self.cells, self.passage = reader, cells, passage
        self.clearance = clearance
        self.named: dict[str, Subject] = {}
        self.happened: list[Subject] = []
        self.claims: list[Claim] = []
        self.first_said: dict[_Key, Clearance] = {}
        self.first_met: dict[_Key, Subject] = {}

    def things(self) -> None:
        """The subjects of the row, then what it says of them."""
        mapping = self.reader.mapping
        for thing in mapping.things:
            if thing.unless and self.cells.get(thing.unless, "").strip():
                continue
            if any(self.cells.get(column, "").strip() for column in thing.columns()):
                self.named[thing.name] = self._subject(thing)
        for thing in mapping.things:
            subject = self.named.get(thing.name)
            for said in thing.said if subject is not None else ():
                if subject is not None and holds(said.only_if, self.cells):
                    self._attributes(said, subject)

    def happenings(self) -> None:
        """What the row says happened, and how its subjects are tied."""
        for number, said in enumerate(self.reader.mapping.said):
            if not holds(said.only_if, dated(said.period, self.cells)):
                continue
            if means_nothing(said.property, self.cells):
                continue
            subject = self.named.get(said.subject or "")
            if said.subject is None:
                subject = self.reader.scribe.row_subject(
                    Kind.HAPPENING,
                    self.reader.document,
                    self.passage,
                    role=f"{number}:{said.property.constant or said.property.column}",
                )
                self.happened.append(subject)
            if subject is not None:
                self.claims += self._claims(said, subject)

    def _subject(self, thing: Thing) -> Subject:
        reader = self.reader
        key = tuple(self.cells.get(column, "") for column in thing.key)
        if not any(key):
            return reader.scribe.row_subject(
                thing.kind, reader.document, self.passage, role=thing.name
            )
        known = (thing.kind, thing.shared, key)
        subject = reader.known(known) or self.first_met.get(known)
        if subject is None:
            subject = reader.scribe.row_subject(
                thing.kind, reader.document, self.passage, role=thing.shared, key=key
            )
            self.first_met[known] = subject
        return subject

    def _attributes(self, said: Said, subject: Subject) -> None:
        level = self.clearance or Clearance.PUBLIC
        for claim in self._claims(said, subject):
            if subject.key:
                key = (subject.id, claim.property, claim.value, claim.period, claim.details)
                if self.reader.was_said(key, level) or key in self.first_said:
                    continue
                self.first_said[key] = level
            self.claims.append(claim)

    def _claims(self, said: Said, subject: Subject) -> Iterator[Claim]:
        """The claims without their ids, one a value."""
        prop = one(said.property, self.cells, "property")
        roles = tuple((role, named.id) for role, named in self._roles(said))
        if said.value is None:
            needed = _NEEDED.get(prop, ("who",))
            if not any(role in needed for role, _ in roles):
                raise RowRefused(Code.VALUE_MISSING, prop, "", " | ".join(needed))
        teller = self.named.get(said.teller or "")
        when = UNDATED
        if said.period is not None:
            when = period(
                said.period, self.cells, presence=prop in _LASTS or said.value is not None
            )
        for value in (None,) if said.value is None else several(said.value, self.cells):
            yield Claim(
                id="",
                passage=self.passage,
                subject=subject.id,
                property=prop,
                value=value,
                roles=roles,
                details=tuple(
                    (name, detail)
                    for name, cell in said.details
                    for detail in several(cell, self.cells)
                ),
                period=when,
                polarity=self._polarity(said),
                told=said.told,
                basis=next(iter(several(said.basis, self.cells)), _UNKNOWN),
                teller=None if teller is None else teller.id,
            )

    def _roles(self, said: Said) -> Iterator[tuple[str, Subject]]:
        """Each role with the first of its alternatives that the row has."""
        for role, alternatives in said.roles:
            found = (self.named[name] for name in alternatives if name in self.named)
            subject = next(found, None)
            if subject is not None:
                yield role, subject

    def _polarity(self, said: Said) -> Polarity:
        if said.polarity is None:
            return Polarity.ASSERTED
        word = next(iter(several(said.polarity, self.cells)), Polarity.ASSERTED.value)
        if word not in set(Polarity):
            column = said.polarity.column or "polarity"
            raise RowRefused(Code.VALUE_INVALID, column, word, ", ".join(Polarity))
        return Polarity(word)
