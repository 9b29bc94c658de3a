"""Settings: read once from the environment into one frozen value, and passed in from there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.clearance import Clearance
from graph.errors import InvalidValue, WhereaboutsError

LANGUAGES = ("en", "uk", "ru")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are and who reads.

    `home` holds record, originals, secret and the embedded graph server. `graph_url` None means
    the embedded server. `clearance` is that of whoever uses this process, on loopback.
    """

    home: Path
    record_url: str
    graph_url: str | None
    graph_user: str
    graph_password: str = field(repr=False)
    clearance: Clearance
    host: str
    port: int
    language: str
    author: str  # who signs judgements and decisions made at this terminal
    contained: bool  # in a container whose port is published on loopback alone

    @property
    def loopback(self) -> bool:
        """Whether the pages are for this machine alone."""
        return self.host in {"127.0.0.1", "::1", "localhost"}


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Read `WHEREABOUTS_…`; whatever is missing has a default that works on one laptop.

    Raises:
        InvalidValue: for a clearance, port or language that does not exist.
    """

    def of(name: str, default: str = "") -> str:
        return environ.get(f"WHEREABOUTS_{name}", "").strip() or default

    home = Path(of("HOME", str(Path(environ.get("HOME", ".")) / ".whereabouts"))).expanduser()
    word = of("CLEARANCE", "restricted").lower()
    if word not in (readable := ("public", "restricted", "confidential")):
        expected = ", ".join(readable)
        raise InvalidValue(field="WHEREABOUTS_CLEARANCE", value=word, expected=expected)
    language = of("LANGUAGE", "en")
    if language not in LANGUAGES:
        expected = ", ".join(LANGUAGES)
        raise InvalidValue(field="WHEREABOUTS_LANGUAGE", value=language, expected=expected)
    return Settings(
        home=home,
        record_url=of("RECORD_URL", f"sqlite:///{home / 'record.db'}"),
        graph_url=of("GRAPH_URL") or None,
        graph_user=of("GRAPH_USER", "neo4j"),
        graph_password=of("GRAPH_PASSWORD"),
        clearance=Clearance.parse(word),
        host=of("HOST", "127.0.0.1"),
        port=_port(of("PORT", "8000")),
        language=language,
        author=of("AUTHOR", environ.get("USER", "") or "unnamed"),
        contained=of("CONTAINED") == "1",
    )


@dataclass(eq=False)
class PortTaken(WhereaboutsError):
    """Another program listens at the port that the pages are to be served at."""

    port: int


def _port(words: str) -> int:
    highest = 65535
    if not words.isdigit() or not 0 < int(words) <= highest:
        expected = f"a number from 1 to {highest}"
        raise InvalidValue(field="WHEREABOUTS_PORT", value=words, expected=expected)
    return int(words)
