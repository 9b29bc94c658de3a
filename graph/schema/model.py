"""Reads the schema: what there is, what can be said of it, and the words for each code.

A file a type, property or vocabulary; its name is the file's. Labels are there in every language,
and whatever in a file means nothing is an error that names file, key and what was expected.
Nothing is read before `schema()` is first called.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn, TypeVar

import yaml

from graph.errors import InvalidValue

LANGUAGES = ("en", "uk", "ru")
FOLDER = Path(__file__).parent
HOLDS = ("text", "number", "year", "code", "address", "entity", "roles")
MAKES = ("stay", "transfer", "event", "legal_event", "order", "membership")
# What a file may say beside what is read here; the matching of facility names reads it.
ELSEWHERE = {"vocabularies": frozenset({"broad"}), "types": frozenset(), "properties": frozenset()}
_OF_A_VALUE = frozenset({"label", "trap", "family", "abbreviations", "words"})

Labels = Mapping[str, str]
_Made = TypeVar("_Made", "Type", "Property", "Vocabulary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """One sort of thing that is known; `says` tells in a sentence what it is."""

    name: str
    label: Labels
    many: Labels
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What a claim can say of a thing, or of a happening.

    `holds` is the sort of value: text, number, year, code (of `vocabulary`), address, entity, or
    roles; `makes` is what the fold joins from claims that hold roles, None for an attribute.
    `of_people` is its label where it is said of a person: their name is no title.
    `one_value`: two different values contradict each other.
    """

    name: str
    label: Labels
    of_people: Labels
    says: str
    of: tuple[str, ...]
    holds: str
    vocabulary: str | None
    makes: str | None
    roles: Mapping[str, tuple[str, ...]]
    details: tuple[str, ...]
    one_value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One code and its words; `trap` warns of what it is mistaken for."""

    code: str
    label: Labels
    trap: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Codes that stand for words; a code never changes its meaning."""

    name: str
    label: Labels
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """Everything, by name."""

    types: Mapping[str, Type]
    properties: Mapping[str, Property]
    vocabularies: Mapping[str, Vocabulary]

    def check_code(self, vocabulary: str, code: str) -> None:
        """Refuse what is no code of a vocabulary.

        Raises:
            InvalidValue: it names the codes that there are.
        """
        known = self.vocabularies[vocabulary].values
        if code not in known:
            raise InvalidValue(field=vocabulary, value=code, expected=", ".join(known))


@cache
def schema() -> Schema:
    """The schema that comes with the program."""
    return load(FOLDER)


def load(folder: Path) -> Schema:
    """The schema in a folder.

    Raises:
        InvalidValue: a file, key or value is not as it must be, or names what there is not.
    """
    found = Schema(
        types=_every(folder / "types", _type),
        properties=_every(folder / "properties", _property),
        vocabularies=_every(folder / "vocabularies", _vocabulary),
    )
    for known in found.properties.values():
        _check(known, found, folder / "properties" / f"{known.name}.yaml")
    return found


class _Fields:
    """The fields of one file; each is taken once, and what is left over is an error."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            said = yaml.safe_load(file.read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            raise InvalidValue(field=str(file), value=str(error), expected="YAML") from error
        if not isinstance(said, dict):
            self.refuse("", said, "keys with values")
        self.left = dict(said)

    def refuse(self, key: str, value: object, expected: str) -> NoReturn:
        raise InvalidValue(
            field=f"{self.file.parent.name}/{self.file.name}: {key}".removesuffix(": "),
            value=str(value),
            expected=expected,
        )

    def name(self) -> str:
        name = self.text("name")
        if name != self.file.stem:
            self.refuse("name", name, f"the name of the file, {self.file.stem}")
        return name

    def text(self, key: str, otherwise: str | None = None) -> str:
        value = self.left.pop(key, otherwise)
        if not isinstance(value, str) or not value:
            self.refuse(key, value, "words")
        return value

    def one_of(self, key: str, words: tuple[str, ...]) -> str | None:
        value = self.left.pop(key, None)
        if value is not None and value not in words:
            self.refuse(key, value, ", ".join(words))
        return None if value is None else str(value)

    def labels(self, key: str) -> Labels:
        return self.checked_labels(key, self.left.pop(key, None))

    def checked_labels(self, key: str, value: object) -> Labels:
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            self.refuse(key, value, f"words in {', '.join(LANGUAGES)}")
        for language, words in value.items():
            if not isinstance(words, str) or not words.strip():
                self.refuse(f"{key}.{language}", words, "words")
        return MappingProxyType(value)

    def words(self, key: str) -> tuple[str, ...]:
        value = self.left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.refuse(key, value, "a list of words")
        return tuple(value)

    def branch(self, key: str) -> dict[str, object]:
        value = self.left.pop(key, {})
        if not isinstance(value, dict):
            self.refuse(key, value, "keys with values")
        for name in value:
            if not isinstance(name, str):
                self.refuse(f"{key}.{name}", name, 'a word; put "yes", "no", "on", "off" in quotes')
        return value

    def done(self) -> None:
        over = set(self.left) - ELSEWHERE[self.file.parent.name]
        if over:
            self.refuse(min(over), self.left[min(over)], "nothing: no such key is known")


def _type(fields: _Fields) -> Type:
    return Type(
        name=fields.name(),
        label=fields.labels("label"),
        many=fields.labels("many"),
        says=fields.text("says"),
    )


def _property(fields: _Fields) -> Property:
    roles: dict[str, tuple[str, ...]] = {}
    for role, kinds in fields.branch("roles").items():
        if not isinstance(kinds, list) or not kinds:
            fields.refuse(f"roles.{role}", kinds, "a list of types")
        roles[role] = tuple(str(k) for k in kinds)
    label = fields.labels("label")
    return Property(
        name=fields.name(),
        label=label,
        of_people=fields.labels("of_people") if "of_people" in fields.left else label,
        says=fields.text("says"),
        of=fields.words("of"),
        holds=fields.one_of("holds", HOLDS) or fields.refuse("holds", None, ", ".join(HOLDS)),
        vocabulary=fields.text("vocabulary") if "vocabulary" in fields.left else None,
        makes=fields.one_of("makes", MAKES),
        roles=MappingProxyType(roles),
        details=fields.words("details"),
        one_value=bool(fields.left.pop("one_value", False)),
    )


def _vocabulary(fields: _Fields) -> Vocabulary:
    values: dict[str, Value] = {}
    for code, said in fields.branch("values").items():
        if not isinstance(said, dict) or set(said) - _OF_A_VALUE:
            fields.refuse(f"values.{code}", said, f"keys out of {', '.join(sorted(_OF_A_VALUE))}")
        label = fields.checked_labels(f"values.{code}.label", said.get("label"))
        values[code] = Value(code=code, label=label, trap=said.get("trap"))
    if not values:
        fields.refuse("values", {}, "at least one code")
    name, label = fields.name(), fields.labels("label")
    return Vocabulary(name=name, label=label, values=MappingProxyType(values))


def _every(folder: Path, make: Callable[[_Fields], _Made]) -> Mapping[str, _Made]:
    found: dict[str, _Made] = {}
    for file in sorted(folder.glob("*.yaml")):
        fields = _Fields(file)
        found[file.stem] = make(fields)
        fields.done()
    return MappingProxyType(found)


def _check(known: Property, found: Schema, file: Path) -> None:
    """Whether everything that a property names is there."""

    def refuse(key: str, value: object, expected: str) -> NoReturn:
        place = f"{file.parent.name}/{file.name}: {key}"
        raise InvalidValue(field=place, value=str(value), expected=expected)

    kinds = found.vocabularies["kind"].values
    for kind in (*known.of, *(k for ks in known.roles.values() for k in ks)):
        if kind not in kinds:
            refuse("of, roles", kind, ", ".join(kinds))
    for role in known.roles:
        if role not in found.vocabularies["role"].values:
            refuse("roles", role, "a code of vocabularies/role.yaml")
    for detail in known.details:
        if detail not in found.vocabularies["detail"].values:
            refuse("details", detail, "a code of vocabularies/detail.yaml")
    if (known.holds == "code") != (known.vocabulary is not None):
        refuse("vocabulary", known.vocabulary, "one if it holds a code, none else")
    if known.vocabulary not in {None, "region", *found.vocabularies}:
        refuse("vocabulary", known.vocabulary, "region, or a file of vocabularies/")
    if (known.holds == "roles") != bool(known.roles):
        refuse("roles", dict(known.roles), "some if it holds roles, none else")
