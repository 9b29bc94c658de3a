"""What is known about a document: publisher, licence, clearance …, and what is missing of it."""

from collections.abc import Mapping
from pathlib import Path

from graph.clearance import Clearance
from graph.document import Description, Document
from graph.edtf import parse_edtf
from graph.errors import InvalidPeriod, InvalidValue
from graph.period import Period
from graph.schema import schema
from graph.scribe import Scribe
from ingest.code import Code
from ingest.report import Finding, Refused
from ingest.strict import Tree, read_yaml

REQUIRED = ("title", "publisher", "source_type", "clearance", "licence")
OPTIONAL = (
    "author",
    "origin",
    "published",
    "retrieved",
    "language",
    "lineage",
    "consent",
    "series",
    "invented",
)
_WORDS = {"true": True, "yes": True, "false": False, "no": False, "": False}
FOLDER_FILE = "source.yaml"
SIDECAR = ".source.yaml"
_SINGLE = "documents"


def known_of(path: Path, given: Mapping[str, str] | None = None) -> dict[str, str]:
    """The fields that hold for a file: of its folder, then as given, then of its sidecar.

    The later outranks the earlier, but of several clearances the strictest counts. In a folder's
    `source.yaml`, `documents: {name: {field: value}}` says more of single files.

    Raises:
        Refused: for a field that no document has, or a clearance that is none.
    """
    layers: list[Mapping[str, str]] = []
    folder = path.with_name(FOLDER_FILE)
    if folder.is_file():
        layers += read_source(folder, name=path.name)
    layers.append(given or {})
    sidecar = path.with_name(path.name + SIDECAR)
    if sidecar.is_file():
        layers += read_source(sidecar, name=path.name)
    known: dict[str, str] = {}
    for layer in layers:
        strictest = _stricter(known.get("clearance"), layer.get("clearance"))
        known |= layer
        if strictest is not None:
            known["clearance"] = strictest
    return known


def read_source(path: Path, *, name: str = "") -> list[Mapping[str, str]]:
    """The fields in a source file, and those it has for the document called `name`."""
    tree = read_yaml(path, code=Code.SOURCE_INVALID)
    single = tree.pop(_SINGLE, {})
    if not isinstance(single, dict):
        raise _invalid(path, _SINGLE, str(single), "name: {field: value}")
    own = single.get(name, {})
    if not isinstance(own, dict):
        raise _invalid(path, name, str(own), "field: value")
    return [_fields(path, tree), _fields(path, own)]


def has_its_own(path: Path) -> bool:
    """Whether a source file speaks of this very document, by its sidecar or by its name."""
    if path.with_name(path.name + SIDECAR).is_file():
        return True
    folder = path.with_name(FOLDER_FILE)
    if not folder.is_file():
        return False
    try:
        named = read_yaml(folder, code=Code.SOURCE_INVALID).get(_SINGLE, {})
    except Refused:
        return False  # its own fault is told with every document of the folder
    return isinstance(named, dict) and path.name in named


def codes_of(field: str) -> tuple[str, ...]:
    """The codes that a field of a source may hold; there is no vault for sealed material yet."""
    return tuple(code for code in schema().vocabularies[field].values if code != "sealed")


def missing(known: Mapping[str, str]) -> tuple[str, ...]:
    """The required fields that nobody has supplied yet."""
    return tuple(field for field in REQUIRED if not known.get(field, "").strip())


def describe(known: Mapping[str, str], document: Document, *, scribe: Scribe) -> Description:
    """The description of a document by complete fields.

    Raises:
        InvalidValue, InvalidPeriod: for a value that the field cannot hold.
        SealedRefused: there is no vault yet.
    """
    period = known.get("published")
    schema().check_code("source_type", known["source_type"])
    return scribe.description(
        Description(
            id="",
            document=document.id,
            clearance=Clearance.parse(known["clearance"]),
            title=known["title"],
            publisher=known["publisher"],
            source_type=known["source_type"],
            licence=known["licence"],
            author=known.get("author"),
            origin=known.get("origin"),
            published=_published(period) if period else None,
            retrieved=known.get("retrieved"),
            language=known.get("language"),
            lineage=known.get("lineage"),
            consent=known.get("consent"),
            series=known.get("series"),
            invented=is_invented(known),
        )
    )


def of_reading(known: Mapping[str, str], document: str) -> Description:
    """What reading a text takes of its source; fields that nobody supplied stay open."""
    period = known.get("published")
    return Description(
        id="",
        document=document,
        clearance=Clearance.PUBLIC,
        source_type=known.get("source_type"),
        published=_published(period) if period else None,
        language=known.get("language"),
        lineage=known.get("lineage"),
    )


def is_invented(known: Mapping[str, str]) -> bool:
    """Whether the source says that its people are invented."""
    return _WORDS[known.get("invented", "").strip().lower()]


def _published(written: str) -> Period:
    return parse_edtf(written, words=written)


def _stricter(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other, key=Clearance.parse)


def _fields(path: Path, tree: Mapping[str, Tree]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for field, value in tree.items():
        if field not in REQUIRED + OPTIONAL:
            raise _invalid(path, field, str(value), ", ".join(REQUIRED + OPTIONAL))
        if not isinstance(value, str):
            raise _invalid(path, field, str(value), "one value")
        _check(path, field, value)
        if value:
            fields[field] = value
    return fields


def _check(path: Path, field: str, value: str) -> None:
    try:
        if field == "clearance" and value:
            Clearance.parse(value)
        if field == "source_type" and value:
            schema().check_code(field, value)
        if field == "published" and value:
            _published(value)
    except InvalidValue as error:
        raise _invalid(path, field, value, error.expected) from None
    except InvalidPeriod as error:
        raise _invalid(path, field, value, error.expected) from None
    if field == "invented" and value.strip().lower() not in _WORDS:
        raise _invalid(path, field, value, "true, false")


def _invalid(path: Path, field: str, value: str, expected: str) -> Refused:
    return Refused(
        Finding(
            code=Code.SOURCE_INVALID, file=str(path), field=field, value=value, expected=expected
        )
    )
