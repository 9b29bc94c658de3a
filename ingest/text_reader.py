"""Texts are read by `nlp`; here its reader in the form that ingest is handed."""

from dataclasses import dataclass

from graph.document import Description, Text
from graph.evidence import Batch
from graph.names.facility_index import FacilityIndex
from graph.scribe import Scribe
from nlp.version import PIPELINE, PIPELINE_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReader:
    """Reads texts, with the facilities that names in them may be linked to."""

    scribe: Scribe
    listed: FacilityIndex | None = None

    @property
    def version(self) -> str:
        """Pipeline and version."""
        return f"{PIPELINE}/{PIPELINE_VERSION}"

    def read(self, text: Text, description: Description) -> Batch:
        """What a text says, with the reading that owns it."""
        from nlp.read import read  # loads spaCy: only once there is a text to read

        found = read(text, description=description, scribe=self.scribe, listed=self.listed)
        return Batch(
            subjects=found.subjects,
            claims=found.claims,
            judgements=found.judgements,
            readings=(found.reading,),
        )
