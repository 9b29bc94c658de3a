"""Evidence: what the record holds, or the part of it that one reader may see, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.claim import Claim, Subject
from graph.decision import Decision
from graph.document import Description, Document, Text
from graph.judgement import Judgement
from graph.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Everything appended, by id; the fold is a pure function of it.

    Texts are there without need of their content: passages are compared by offsets.
    `head` is the number of the last act in the record (0: nothing yet).
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    descriptions: tuple[Description, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    head: int = 0


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What is appended in one transaction. What the record already holds is passed over."""

    documents: tuple[Document, ...] = ()
    descriptions: tuple[Description, ...] = ()
    texts: tuple[Text, ...] = ()
    subjects: tuple[Subject, ...] = ()
    claims: tuple[Claim, ...] = ()
    readings: tuple[Reading, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    decisions: tuple[Decision, ...] = ()
