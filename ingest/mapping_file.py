"""Reads a mapping from YAML; whatever in it means nothing is an error that names its place."""

import hashlib
from pathlib import Path
from typing import NoReturn, TypeVar

from graph.claim import Kind, Polarity, Told
from graph.schema import schema
from ingest.code import Code
from ingest.dates import NAMED, formats_of
from ingest.mapping import Cell, Condition, Dates, Said, TableMapping, Thing
from ingest.report import Finding, Refused
from ingest.strict import Tree, parse_yaml, read_yaml
from ingest.tables.heading import NO_HEADING

_Word = TypeVar("_Word", Kind, Told, Polarity)
FORMATS = ("csv", "xlsx", "json", "jsonl")
_HEADINGS = "2 | 1-2 | none"
_UNKNOWN = "unknown"
_UNKNOWN_BASIS = Cell(constant=_UNKNOWN)
_ASPECTS = {("at",): "at", ("from", "to"): "throughout", ("first", "last"): "within"}


def load_mapping(path: Path) -> TableMapping:
    """The mapping in a file.

    Raises:
        Refused: with MAPPING_INVALID (or DUPLICATE_KEY), naming place, value and expectation.
    """
    tree = read_yaml(path, code=Code.MAPPING_INVALID)
    return _Parser(str(path), tree).mapping(path.read_bytes())


def parse_mapping(written: str, *, file: str) -> TableMapping:
    """The mapping that a YAML text holds; raises as `load_mapping`."""
    tree = parse_yaml(written, file=file, code=Code.MAPPING_INVALID)
    return _Parser(file, tree).mapping(written.encode())


class _Parser:
    """Pops every field and refuses what is left over."""

    def __init__(self, file: str, tree: dict[str, Tree]) -> None:
        self.file, self.tree = file, tree
        self.vocabularies: dict[str, dict[str, str]] = {}
        self.told = Told.OFFICIAL
        self.basis = _UNKNOWN_BASIS

    def mapping(self, written: bytes) -> TableMapping:
        tree = self.tree
        name = self.text(tree, "name", "mapping") or self.refuse("name", "", "a name")
        version = self.text(tree, "version", name) or "1"
        self.told = self.word(Told, self.text(tree, "told", name) or "official", "told")
        self.basis = self.cell(tree.pop("basis", "") or _UNKNOWN, "basis", constant=True)
        declared = self.branch(tree, "vocabularies")
        self.vocabularies = {w: self.strings(v, w) for w, v in declared.items()}
        things = tuple(self.thing(w, v) for w, v in self.branch(tree, "subjects").items())
        said = tuple(self.said(v, "claims") for v in self.listed(tree, "claims"))
        self.check_names(things, said)
        example = self.strings(tree.pop("example", {}), "example")
        if len(example) > 1:
            self.refuse("example", str(example), "one column and the words it opens with")
        form = self.text(tree, "format", name)
        if form is not None and form not in FORMATS:
            self.refuse("format", form, ", ".join(FORMATS))
        clearance = tree.pop("clearance", None)
        mapping = TableMapping(
            name=name,
            version=f"{version}+{hashlib.sha256(written).hexdigest()[:8]}",
            format=form,
            encoding=self.text(tree, "encoding", name),
            delimiter={"tab": "\t"}.get(
                delimiter := self.text(tree, "delimiter", name) or "", delimiter
            )
            or None,
            sheet=self.text(tree, "sheet", name),
            header=self.heading(tree, name),
            rows_at=tuple(filter(None, (self.text(tree, "rows_at", name) or "").split("."))),
            things=things,
            said=said,
            ignored=self.words(tree, "ignore"),
            optional=self.words(tree, "optional"),
            required=self.words(tree, "required"),
            clearance=None if clearance is None else self.cell(clearance, "clearance"),
            example=next(iter(example.items()), None),
            links=(self.text(tree, "links", name) or "true") == "true",
        )
        self.empty(tree, name)
        if twice := mapping.columns() & set(mapping.ignored):
            self.refuse("ignore", ", ".join(sorted(twice)), "columns that nothing uses")
        return mapping

    def heading(self, tree: dict[str, Tree], name: str) -> tuple[int, ...]:
        """`2`, `1-2` or `none`: the rows that head the columns, as a spreadsheet counts them."""
        written = self.text(tree, "header", name)
        if written is None:
            return ()
        if written == "none":
            return NO_HEADING
        first, _, last = written.partition("-")
        if not first.isdecimal() or not (last or first).isdecimal():
            return self.refuse("header", written, _HEADINGS)
        rows = int(first), int(last or first)
        return rows if 0 < rows[0] <= rows[1] else self.refuse("header", written, _HEADINGS)

    def thing(self, name: str, tree: Tree) -> Thing:
        fields = self.fields(tree, name)
        kind = self.word(Kind, self.text(fields, "kind", name) or "", f"{name}.kind")
        names = fields.pop("name", [])
        if isinstance(names, dict):
            columns = self.words(names, "joined") or self.refuse(f"{name}.name", "", "joined: [ ]")
            self.empty(names, f"{name}.name")
            named_by = columns[:1]
            first: Tree = {"column": columns[0], "joined": list(columns[1:])}
            said = [self.attribute(name, "name", first)]
        else:
            named_by = self.words({"name": names}, "name")
            said = [self.attribute(name, "name", {"column": column}) for column in named_by]
        for prop, value in self.branch(fields, "properties").items():
            said += [self.attribute(name, prop, v) for v in _several(value)]
        shared = self.text(fields, "shared", name)
        thing = Thing(
            name=name,
            kind=kind,
            key=self.words(fields, "key") or (named_by if shared else ()),
            shared=shared or name,
            named_by=named_by,
            unless=self.text(fields, "unless", name),
            said=tuple(said),
        )
        self.empty(fields, name)
        return thing

    def attribute(self, thing: str, prop: str, tree: Tree) -> Said:
        """A property of a subject: a column, or a cell that may have a period and details."""
        fields: dict[str, Tree] = dict(tree) if isinstance(tree, dict) else {"column": tree}
        more: dict[str, Tree] = {
            k: fields.pop(k) for k in ("period", "details", "teller") if k in fields
        }
        cell = self.cell(fields, f"{thing}.{prop}")
        only_if = (
            () if cell.column is None else (Condition(column=cell.column, others=cell.joined),)
        )
        return Said(
            property=Cell(constant=prop),
            subject=thing,
            value=cell,
            only_if=only_if,
            period=self.dates(more.get("period"), prop),
            details=self.details(more.get("details", {}), prop),
            teller=self.text(more, "teller", prop),
            told=self.told,
            basis=self.basis,
        )

    def said(self, tree: Tree, place: str) -> Said:
        fields = self.fields(tree, place)
        prop = self.cell(fields.pop("property", ""), f"{place}.property", constant=True)
        place = prop.constant or place
        roles = [
            (role, tuple(name.strip() for name in names.split("|")))
            for role, value in self.branch(fields, "roles").items()
            for names in self.words({role: value}, role)
        ]
        value, polarity = fields.pop("value", None), fields.pop("polarity", None)
        told, basis = self.text(fields, "told", place), fields.pop("basis", None)
        said = Said(
            property=prop,
            subject=self.text(fields, "subject", place),
            value=None if value is None else self.cell(value, f"{place}.value"),
            roles=tuple(roles),
            details=self.details(fields.pop("details", {}), place),
            period=self.dates(fields.pop("period", None), place),
            only_if=self.conditions(fields.pop("only_if", [])),
            polarity=None if polarity is None else self.cell(polarity, place, constant=True),
            told=self.told if told is None else self.word(Told, told, f"{place}.told"),
            basis=self.basis if basis is None else self.cell(basis, place, constant=True),
            teller=self.text(fields, "teller", place),
        )
        self.empty(fields, place)
        return said

    def details(self, tree: Tree, place: str) -> tuple[tuple[str, Cell], ...]:
        fields = self.fields(tree, f"{place}.details")
        return tuple((name, self.cell(value, f"{place}.{name}")) for name, value in fields.items())

    def cell(self, tree: Tree, place: str, *, constant: bool = False) -> Cell:
        """A column by its name, or a mapping; a bare word is a constant where that is usual."""
        if isinstance(tree, str) and tree:
            return Cell(constant=tree) if constant else Cell(column=tree)
        fields = self.fields(tree, place)
        column, fixed = self.text(fields, "column", place), self.text(fields, "constant", place)
        if (column is None) is (fixed is None):
            self.refuse(place, str(tree), "a column, or constant:")
        values = fields.pop("values", None)
        vocabulary = self.text(fields, "vocabulary", place)
        if vocabulary is not None and vocabulary not in self.vocabularies:
            self.vocabularies[vocabulary] = codes_of(vocabulary) or self.refuse(
                place, vocabulary, ", ".join([*self.vocabularies, *schema().vocabularies])
            )
        cell = Cell(
            column=column,
            joined=self.words(fields, "joined"),
            constant=fixed,
            values=self.strings(values, place)
            if values is not None
            else self.vocabularies.get(vocabulary or ""),
            split=self.text(fields, "split", place),
            whole=self.text(fields, "whole", place) == "true",
            absent=self.words(fields, "absent"),
        )
        self.empty(fields, place)
        return cell

    def dates(self, tree: "Tree | None", place: str) -> Dates | None:
        if tree is None:
            return None
        fields = self.fields(tree, f"{place}.period")
        declared = self.words(fields, "format") or ("edtf",)
        formats = formats_of(declared)
        if formats is None:
            known = ", ".join((*NAMED, "%d.%m.%Y …"))
            self.refuse(f"{place}.period.format", ", ".join(declared), known)
        after = self.text(fields, "after", place) or ""
        absent = self.words(fields, "absent")
        otherwise = self.dates(fields.pop("else", None), place)
        for names, aspect in _ASPECTS.items():
            if set(fields) == set(names):
                columns = [self.text(fields, name, place) for name in names]
                return Dates(
                    aspect=aspect,
                    first=columns[0] or "",
                    last=columns[1] if len(columns) > 1 else None,
                    formats=formats or (),
                    after=after,
                    absent=absent,
                    otherwise=otherwise,
                )
        return self.refuse(f"{place}.period", str(tree), "at | from, to | first, last")

    def conditions(self, tree: Tree) -> tuple[Condition, ...]:
        """A column, several (a list among them: one of those), or `column: words it opens with`."""
        if isinstance(tree, dict):
            pairs = self.strings(tree, "only_if").items()
            return tuple(Condition(column=c, opening=opening) for c, opening in pairs)
        found = []
        for one in _several(tree):
            column, *others = self.words({"only_if": one}, "only_if") or self.refuse(
                "only_if", str(one), "a column"
            )
            found.append(Condition(column=column, others=tuple(others)))
        return tuple(found)

    def check_names(self, things: tuple[Thing, ...], said: tuple[Said, ...]) -> None:
        """Refuse what is named and not there: subjects of the mapping, words of the schema."""
        names = {thing.name for thing in things}
        claims = [*said, *(claim for thing in things for claim in thing.said)]
        for claim in claims:
            used = {name for _, alternatives in claim.roles for name in alternatives}
            used |= {name for name in (claim.subject, claim.teller) if name is not None}
            if unknown := used - names:
                place = claim.property.constant or "claims"
                expected = ", ".join(sorted(names)) or "subjects:"
                self.refuse(place, ", ".join(sorted(unknown)), expected)
            self.check_words(claim)

    def check_words(self, claim: Said) -> None:
        """Refuse properties, roles and details that the schema does not have."""
        known = schema().properties
        words = [claim.property.constant, *(claim.property.values or {}).values()]
        properties = [word for word in words if word]
        for word in properties:
            if word not in known:
                self.refuse("property", word, ", ".join(known))
        for field, used in (("roles", claim.roles), ("details", claim.details)):
            there = {name for word in properties for name in getattr(known[word], field)}
            if properties and (unknown := {name for name, _ in used} - there):
                place = f"{properties[0]}.{field}"
                self.refuse(place, ", ".join(sorted(unknown)), ", ".join(sorted(there)))

    def fields(self, tree: Tree, place: str) -> dict[str, Tree]:
        if not isinstance(tree, dict):
            return self.refuse(place, str(tree), "field: value")
        return dict(tree)

    def branch(self, tree: dict[str, Tree], name: str) -> dict[str, Tree]:
        return self.fields(tree.pop(name, {}) or {}, name)

    def listed(self, tree: dict[str, Tree], name: str) -> list[Tree]:
        value = tree.pop(name, []) or []
        return value if isinstance(value, list) else self.refuse(name, str(value), "a list")

    def words(self, tree: dict[str, Tree], name: str) -> tuple[str, ...]:
        found = _several(tree.pop(name, []) or [])
        for word in found:
            if not isinstance(word, str):
                self.refuse(name, str(word), "a word or a list of words")
        return tuple(str(word) for word in found)

    def strings(self, tree: Tree, place: str) -> dict[str, str]:
        fields = self.fields(tree, place)
        for name, value in fields.items():
            if not isinstance(value, str):
                self.refuse(f"{place}.{name}", str(value), "one word")
        return {name: str(value) for name, value in fields.items()}

    def text(self, tree: dict[str, Tree], name: str, place: str) -> str | None:
        value = tree.pop(name, None)
        if value is not None and not isinstance(value, str):
            self.refuse(f"{place}.{name}", str(value), "one word")
        return value if isinstance(value, str) and value else None

    def word(self, kind: type[_Word], value: str, place: str) -> _Word:
        try:
            return kind(value)
        except ValueError:
            return self.refuse(place, value, ", ".join(kind))

    def empty(self, tree: dict[str, Tree], place: str) -> None:
        if tree:
            self.refuse(place, ", ".join(tree), "nothing of that name")

    def refuse(self, field: str, value: str, expected: str) -> NoReturn:
        raise Refused(
            Finding(
                code=Code.MAPPING_INVALID,
                file=self.file,
                field=field,
                value=value[:200],
                expected=expected,
            )
        )


def codes_of(vocabulary: str) -> dict[str, str]:
    """Every way to write a code of the schema: itself, and its label in three languages."""
    known = schema().vocabularies.get(vocabulary)
    if known is None:
        return {}
    words = {label: v.code for v in known.values.values() for label in v.label.values()}
    return {**words, **{code: code for code in known.values}}


def _several(value: Tree) -> list[Tree]:
    return value if isinstance(value, list) else [value]
