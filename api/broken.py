"""What `verify` found wrong, by kind; documents are called by their titles where that is safe."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.wiring import Workspace
    from visual.words.breaks import Place

NAMED = frozenset({"database", "unknown_file"})  # by a reason, by a file
FILES = frozenset({"original_missing", "original_changed", "original_empty", "unknown_file"})
SHORT = 12


def broken(workspace: "Workspace") -> "Mapping[str, list[Place]]":
    """Each kind with its places, in the order found; no inner id but the start of a document's."""
    breaks = workspace.record.verify()
    sound = all(b.breach in FILES for b in breaks)  # then what the record holds can be read
    titles = _titles(workspace) if breaks and sound else {}
    found: dict[str, dict[Place, None]] = {}
    for b in breaks:
        name = b.name if b.breach in NAMED else ""
        if b.breach in FILES - NAMED:
            name = titles.get(b.name, b.name[:SHORT])
        found.setdefault(b.breach.value, {})[b.seq, name] = None
    return {kind: list(places) for kind, places in found.items()}


def _titles(workspace: "Workspace") -> dict[str, str]:
    known = workspace.knowledge().evidence.descriptions  # not of what this reader may not see
    return {d.document: f"{d.title} ({d.document[:SHORT]})" for d in known if d.title is not None}
