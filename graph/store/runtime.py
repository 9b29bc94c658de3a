"""Where the embedded graph server and its Java runtime lie; the package is never imported."""

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from graph.errors import EmbeddedServerMissing

# Module and distribution; the second is the announced successor, with the same layout.
PACKAGES = (("arcadedb_embedded", "arcadedb-embedded"), ("arcadedb", "arcadedb-jvm"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """An installed embedded server: its Java, its jars, the version of its package."""

    java: Path
    jars: Path
    version: str


def find_runtime() -> Runtime:
    """The installed embedded server; `EmbeddedServerMissing` where there is none."""
    for module, distribution in PACKAGES:
        spec = find_spec(module)
        if spec is None or spec.origin is None:
            continue
        folder = Path(spec.origin).parent
        java = folder / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
        if not java.is_file() or not any((folder / "jars").glob("arcadedb-bolt-*.jar")):
            continue
        try:
            found = version(distribution)
        except PackageNotFoundError:
            continue
        return Runtime(java=java, jars=folder / "jars", version=found)
    raise EmbeddedServerMissing(sys.platform)
