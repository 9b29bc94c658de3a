"""The mappings and templates that come with the program."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from ingest.files import FOLDER_MAPPING, MAPPING_SIDECAR
from ingest.mapping import TableMapping
from ingest.mapping_file import load_mapping

_MAPPINGS = Path(__file__).with_name("mappings")
_LISTS = Path(__file__).resolve().with_name("lists")
_TEMPLATES = Path(__file__).with_name("templates")


@lru_cache(maxsize=1)
def shipped_mappings() -> dict[str, TableMapping]:
    """Every mapping that comes with the program, by its name."""
    found = (load_mapping(path) for path in sorted(_MAPPINGS.glob("*.yaml")))
    return {mapping.name: mapping for mapping in found}


def is_shipped_list(path: Path) -> bool:
    """Whether the file is one of the lists that come with the program."""
    return path.resolve().parent == _LISTS


def mapping_for(path: Path, given: TableMapping | None = None) -> TableMapping | None:
    """The mapping given, else that of a sidecar, else that of the folder; None if there is none."""
    if given is not None:
        return given
    for place in (path.with_name(path.name + MAPPING_SIDECAR), path.with_name(FOLDER_MAPPING)):
        if place.is_file():
            return load_mapping(place)
    return None


def fitting(header: Iterable[str]) -> TableMapping | None:
    """The one shipped mapping that knows every column and misses none; None if not just one."""
    there = set(header)
    fits = [
        mapping
        for mapping in shipped_mappings().values()
        if mapping.columns() - set(mapping.optional)
        <= there
        <= mapping.columns() | set(mapping.ignored) | set(mapping.optional)
    ]
    return fits[0] if len(fits) == 1 else None


def templates(folder: Path) -> tuple[Path, ...]:
    """Write our own templates and their mappings into a folder; what is there stays as it is.

    Each is a CSV with a header and one invented row, which is no data and is passed over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for template in sorted(_TEMPLATES.glob("*.csv")):
        mapping = _MAPPINGS / f"template-{template.stem}.yaml"
        for source, name in ((template, template.name), (mapping, template.name + MAPPING_SIDECAR)):
            target = folder / name
            if not target.exists():
                target.write_bytes(source.read_bytes())
                written.append(target)
    return tuple(written)
