"""One file, all the way: copied, known, parsed, stored, read, appended; or ended by a code."""

import hashlib
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.document import Description, Document, Text
from graph.errors import InvalidPeriod, InvalidValue, SealedRefused, WrongHome
from graph.evidence import Batch
from graph.identifier import canonical
from graph.intake import IntakeKey, State
from graph.period import day_number
from graph.scribe import Scribe
from ingest import source as sources
from ingest.batches import batches
from ingest.code import BY_CHANCE, NEEDS, UNSTORED, Code
from ingest.extract import Extract, ParseRefused
from ingest.files import Found, Taken, take
from ingest.findings import Findings
from ingest.handed import Reader, Record
from ingest.mapping import TableMapping
from ingest.nursery import Nursery, SheetRead
from ingest.report import Counts, Outcome, Refused
from ingest.shipped import fitting, is_shipped_list, mapping_for, shipped_mappings
from ingest.sniff import MEDIA_TYPES, Sniffed, sniff
from ingest.table_reading import EXTRACTOR, Link, read_table, reading_version
from ingest.tables.sheet import Options
from ingest.writing import is_turned

_TRIES = 3
_TEXTS = "text/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file whose source is complete, ready to be read."""

    path: Path
    taken: Taken
    sniffed: Sniffed
    document: Document
    description: Description
    mapping: TableMapping | None
    key: IntakeKey
    findings: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIntake:
    """Takes in files one by one."""

    record: Record
    reader: Reader
    scribe: Scribe
    nursery: Nursery
    workspace: Path
    known: Mapping[str, str]
    mapping: TableMapping | None
    link: Link | None
    hidden: Container[str]  # documents of which the record tells nothing here
    retry: bool
    tell: Callable[[float, int], None]  # how much of the file is appended, as how many claims

    def take_in(self, found: Found) -> Outcome:
        """How one file ended. It never raises for what is wrong with the file."""
        findings = Findings(str(found.path))
        if found.code is not None:
            findings.add(found.code)
            return _ended(findings, found.code)
        copy = self.workspace / "copy"
        try:
            file = self._prepared(found.path, take(found.path, copy), findings)
            return self._known_before(file) or self._read(file)
        except ParseRefused as bad:
            findings.add(
                bad.code, row=bad.row, field=bad.field, value=bad.value, expected=bad.expected
            )
            return _ended(findings, bad.code)
        except Refused as refused:
            findings.kept.append(refused.finding)
            return _ended(findings, refused.finding.code)
        finally:
            copy.unlink(missing_ok=True)

    def _prepared(self, path: Path, taken: Taken, findings: Findings) -> _File:
        """The file with what is known of it; nothing has been stored yet.

        Raises:
            ParseRefused, Refused: its kind, its source or its mapping do not allow to read it.
        """
        sniffed = sniff(taken.copy, name=path.name)
        if sniffed.mismatch:
            findings.add(Code.TYPE_MISMATCH, value=path.suffix, expected=sniffed.kind.value)
        known = sources.known_of(path, self.known)
        if lacking := sources.missing(known):
            raise ParseRefused(Code.SOURCE_INCOMPLETE, field=", ".join(lacking))
        document = Document(id=taken.sha256, size=taken.size, media_type=MEDIA_TYPES[sniffed.kind])
        try:
            description = sources.describe(known, document, scribe=self.scribe)
            if not is_shipped_list(path):  # real facilities belong beside invented people, too
                self.record.require(invented=description.invented)
        except SealedRefused:
            raise ParseRefused(Code.SEALED) from None
        except WrongHome as wrong:
            raise ParseRefused(Code.WRONG_HOME, field="invented", expected=wrong.home) from None
        except InvalidValue as bad:
            raise ParseRefused(
                Code.SOURCE_INVALID, field=bad.field, value=bad.value, expected=bad.expected
            ) from None
        except InvalidPeriod as bad:
            raise ParseRefused(
                Code.SOURCE_INVALID, field="published", value=bad.words, expected=bad.expected
            ) from None
        mapping = mapping_for(path, self.mapping) if sniffed.kind.tabular else None
        return _File(
            path=path,
            taken=taken,
            sniffed=sniffed,
            document=document,
            description=description,
            mapping=mapping,
            key=self._key(taken, sniffed, mapping),
            findings=findings,
        )

    def _key(self, taken: Taken, sniffed: Sniffed, mapping: TableMapping | None) -> IntakeKey:
        if not sniffed.kind.tabular:
            return IntakeKey(taken.sha256, f"{_TEXTS} {self.reader.version}", "")
        used = [mapping] if mapping is not None else list(shipped_mappings().values())
        options = canonical([[m.name, reading_version(m, self.link)] for m in used])
        return IntakeKey(taken.sha256, EXTRACTOR, hashlib.sha256(options).hexdigest())

    def _known_before(self, file: _File) -> Outcome | None:
        """The outcome of a file that need not be read again; a new description is appended."""
        before = self.record.intake_state(file.key)
        if before is None or not before.state.final or file.document.id in self.hidden:
            return None
        if before.state is State.DONE and self.retry and before.refused_rows:
            return None  # reading twice gives the same ids: only the refused rows are told again
        if before.state is State.DONE:
            self.record.append(Batch(documents=(file.document,), descriptions=(file.description,)))
            file.findings.add(Code.ALREADY_HELD, value=before.name)
            if before.refused_rows:
                file.findings.add(Code.ROWS_REFUSED_BEFORE, value=str(before.refused_rows))
            return _ended(file.findings, None, document=file.document.id)
        code = Code(before.code) if before.code in set(Code) else Code.CRASH
        if self.retry or (code in BY_CHANCE and before.attempts < _TRIES):
            return None
        file.findings.add(Code.REFUSED_BEFORE, value=code.value)
        return _ended(file.findings, code)

    def _read(self, file: _File) -> Outcome:
        """Parse, store, read and append one file."""
        self.record.attempt(file.key, name=file.path.name)
        try:
            parsed, mapping = self._parsed(file)
            for code in parsed.codes:
                encoded = code in {Code.ENCODING_GUESSED, Code.CHARS_LOST}
                file.findings.add(code, value=", ".join(parsed.notes) if encoded else None)
            if isinstance(parsed, Extract):
                return self._document(file, parsed)
            return self._table(file, parsed, mapping)
        except ParseRefused as bad:
            return self._refused(file, bad.code, bad)
        except Refused as refused:
            file.findings.kept.append(refused.finding)
            return self._refused(file, refused.finding.code, None)

    def _parsed(self, file: _File) -> tuple[Extract | SheetRead, TableMapping | None]:
        mapping = file.mapping
        columns = _all_columns() if mapping is None else _columns(mapping)
        options = Options(columns=columns)
        if mapping is not None:
            options = Options(
                encoding=mapping.encoding,
                delimiter=mapping.delimiter,
                sheet=mapping.sheet,
                rows_at=mapping.rows_at,
                header=mapping.header,
                columns=columns,
            )
        parsed = self.nursery.parse(file.taken.copy, file.sniffed.kind, options)
        if isinstance(parsed, SheetRead) and mapping is None:
            mapping = fitting(parsed.header)
            if mapping is None:
                raise ParseRefused(Code.MAPPING_MISSING, value=", ".join(parsed.header))
        return parsed, mapping

    def _document(self, file: _File, extract: Extract) -> Outcome:
        self._store(file)
        text = self.scribe.text(
            Text(
                id="",
                document=file.document.id,
                extractor=extract.extractor,
                content=extract.content,
                pages=tuple(extract.pages),
                notes=(*extract.codes, *extract.notes),
            )
        )
        if is_turned(text.content):
            file.findings.add(Code.TEXT_TURNED)
        self.record.append(Batch(texts=(text,)))
        self.record.mark(file.key, State.EXTRACTED)
        try:
            said = self.reader.read(text, file.description)
        except Exception as error:  # its words may quote the text: only its kind is told
            raise ParseRefused(Code.READER_FAILED, value=type(error).__name__) from error
        self._append(
            file.key,
            list(
                batches(
                    text=text,
                    subjects=said.subjects,
                    claims=said.claims,
                    judgements=said.judgements,
                    decisions=said.decisions,
                    readings=said.readings,
                )
            ),
        )
        counts = Counts(
            characters=len(text.content),
            subjects=len(said.subjects),
            claims=len(said.claims),
            judgements=len(said.judgements),
        )
        return _ended(file.findings, None, document=file.document.id, counts=counts)

    def _table(self, file: _File, sheet: SheetRead, mapping: TableMapping | None) -> Outcome:
        if mapping is None:
            raise ParseRefused(Code.MAPPING_MISSING)
        said = read_table(
            sheet.header,
            sheet.lines,
            mapping,
            file=str(file.path),
            document=file.document.id,
            scribe=self.scribe,
            notes=(*sheet.codes, *sheet.notes),
            findings=file.findings,
            link=self.link,
            last_day=_last_day(file.description),
        )
        if said.sealed:
            raise ParseRefused(Code.SEALED)
        if not said.counts.rows:
            raise ParseRefused(Code.TABLE_EMPTY)
        self._store(file)
        self.record.append(Batch(texts=(said.text,)))
        self.record.mark(file.key, State.EXTRACTED)
        self._append(
            file.key,
            list(
                batches(
                    text=said.text,
                    subjects=said.subjects,
                    claims=said.claims,
                    judgements=said.judgements,
                    decisions=said.decisions,
                    readings=(said.reading,),
                )
            ),
            refused_rows=said.counts.refused_rows,
        )
        return _ended(
            file.findings,
            None,
            document=file.document.id,
            counts=said.counts,
            ignored=said.ignored,
        )

    def _store(self, file: _File) -> None:
        self.record.keep(file.taken.copy)
        self.record.append(Batch(documents=(file.document,), descriptions=(file.description,)))
        self.record.mark(file.key, State.STORED)

    def _append(self, key: IntakeKey, parts: list[Batch], *, refused_rows: int = 0) -> None:
        claims = 0
        for number, part in enumerate(parts[:-1], 1):
            self.record.append(part)
            claims += len(part.claims)
            self.tell(number / len(parts), claims)
        self.record.append(parts[-1], done=key, refused_rows=refused_rows)

    def _refused(self, file: _File, code: Code, bad: ParseRefused | None) -> Outcome:
        if bad is not None:
            file.findings.add(
                code, row=bad.row, field=bad.field, value=bad.value, expected=bad.expected
            )
        if code not in UNSTORED:
            self._store(file)  # what was sent is evidence, also where we cannot read it
        self.record.mark(file.key, State.NEEDS if code in NEEDS else State.REFUSED, code=code)
        return _ended(file.findings, code, document=file.document.id)


def _ended(
    findings: Findings,
    code: Code | None,
    *,
    document: str | None = None,
    counts: Counts | None = None,
    ignored: tuple[str, ...] = (),
) -> Outcome:
    state = State.DONE if code is None else State.NEEDS if code in NEEDS else State.REFUSED
    return Outcome(
        file=findings.file,
        state=state,
        code=code,
        document=document,
        counts=counts or Counts(),
        ignored_columns=ignored,
        findings=tuple(findings.kept),
        more=dict(findings.more),
    )


def _columns(mapping: TableMapping) -> tuple[str, ...]:
    return (*sorted(mapping.columns()), *mapping.ignored, *mapping.optional)


def _all_columns() -> tuple[str, ...]:
    found = (name for mapping in shipped_mappings().values() for name in _columns(mapping))
    return tuple(dict.fromkeys(found))


def _last_day(description: Description) -> int:
    """The last day of which the source can tell: when it was published, else today."""
    published = description.published
    return day_number(datetime.now(UTC).date()) if published is None else published.end.hi
