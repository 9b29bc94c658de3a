"""Which process serves a folder, and where: the file `server.json`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from graph.store.process import find_server

FILE = "server.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The process, its ports on loopback, and the version of its package."""

    pid: int
    started: float
    bolt: int
    http: int
    version: str

    @property
    def url(self) -> str:
        """The Bolt URL."""
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def process(self) -> psutil.Process | None:
        """The living process, or None."""
        return find_server(self.pid, self.started)

    def write(self, root: Path) -> None:
        """Put it into the folder, whole or not at all."""
        unfinished = root / f"{FILE}.new"
        unfinished.write_text(json.dumps(asdict(self)), "utf-8")
        unfinished.replace(root / FILE)

    @staticmethod
    def read(root: Path) -> "Address | None":
        """What the folder holds; None when it holds nothing that makes sense."""
        try:
            return Address(**json.loads((root / FILE).read_text("utf-8")))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    @staticmethod
    def remove(root: Path) -> None:
        """Nobody serves the folder any more."""
        (root / FILE).unlink(missing_ok=True)
