"""Small records by hand: documents, mentions and claims about invented people."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.claim import Claim, Kind, Polarity, Subject, Told
from graph.clearance import Clearance, Reader
from graph.decision import Act, Decision
from graph.document import Description, Document, Passage, Text
from graph.edtf import parse_edtf
from graph.evidence import Evidence
from graph.fold import fold
from graph.judgement import Judgement, Verdict
from graph.knowledge import Knowledge
from graph.period import UNDATED
from graph.reading import Reading
from graph.scribe import Scribe

SCRIBE = Scribe(b"a fixed secret for tests")
WIDTH = 10  # characters a mention


@dataclass
class Story:
    """A record under construction; every mention gets a passage of its own."""

    documents: dict[str, Document] = field(default_factory=dict)
    descriptions: list[Description] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)
    subjects: dict[str, Subject] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)

    def document(self, name: str, clearance: Clearance = Clearance.PUBLIC, **known: Any) -> Text:
        """A document with a text of its own; `known` are further fields of its description."""
        document = SCRIBE.document(name.encode(), media_type="text/plain")
        described = Description(
            id="", document=document.id, clearance=clearance, title=name, **known
        )
        text = SCRIBE.text(
            Text(id="", document=document.id, extractor="test/1", content=f"{name}: " + "·" * 5000)
        )
        self.documents[document.id] = document
        self.descriptions.append(SCRIBE.description(described))
        self.texts[text.id] = text
        return text

    def mention(self, text: Text, kind: Kind, name: str | None = None) -> str:
        """A subject, with a claim of its name if it has one."""
        start = self.used[text.id] = self.used.get(text.id, 0) + WIDTH
        passage = Passage(text=text.id, start=start, end=start + WIDTH)
        subject = SCRIBE.mention(kind, text.document, passage)
        self.subjects[subject.id] = subject
        if name is not None:
            self.say(text, subject.id, "name", value=name, passage=passage)
        return subject.id

    def say(
        self,
        text: Text,
        subject: str | None,
        name: str,
        *,
        value: str | None = None,
        when: str | None = None,
        passage: Passage | None = None,
        told: Told = Told.DIRECT,
        polarity: Polarity = Polarity.ASSERTED,
        teller: str | None = None,
        basis: str = "saw",
        details: tuple[tuple[str, str], ...] = (),
        **roles: str | tuple[str, ...],
    ) -> str:
        """A claim; roles as `who`, `from_`, `to` …; a new happening if no subject is given."""
        if subject is None:
            subject = self.mention(text, Kind.HAPPENING)
        where = passage or self.subjects[subject].passage
        pairs = [
            (role.rstrip("_"), s)
            for role, named in roles.items()
            for s in (named if isinstance(named, tuple) else (named,))
        ]
        claim = SCRIBE.claim(
            Claim(
                id="",
                passage=where,
                subject=subject,
                property=name,
                value=value,
                roles=tuple(pairs),
                details=details,
                period=UNDATED if when is None else parse_edtf(when),
                polarity=polarity,
                told=told,
                teller=teller,
                basis=basis,
            )
        )
        self.claims[claim.id] = claim
        return claim.id

    def judge(
        self,
        a: str,
        b: str,
        verdict: Verdict = Verdict.SAME,
        *,
        by_person: bool = True,
        relies_on: tuple[str, ...] = (),
    ) -> Judgement:
        """A judgement on two subjects, after all earlier acts."""
        made = SCRIBE.judgement(
            a,
            b,
            verdict,
            author="an analyst" if by_person else "rule/1",
            by_person=by_person,
            why="for the test",
            at=self._now(),
            relies_on=relies_on,
        )
        self.judgements.append(replace(made, seq=self._acts()))
        return self.judgements[-1]

    def decide(self, act: Act, target: str, value: str | None = None) -> Decision:
        """A decision, after all earlier acts."""
        made = SCRIBE.decision(
            act, target, author="an analyst", why="for the test", at=self._now(), value=value
        )
        self.decisions.append(replace(made, seq=self._acts()))
        return self.decisions[-1]

    def _readings(self) -> Iterator[Reading]:
        for text in self.texts:
            claims = [c for c in self.claims.values() if c.passage.text == text]
            yield SCRIBE.reading(text, pipeline="test", version="1", claims=claims)

    def _acts(self) -> int:
        return len(self.judgements) + len(self.decisions) + 1

    def _now(self) -> str:
        """A minute after the act before."""
        return (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=self._acts())).isoformat()

    def evidence(self) -> Evidence:
        """The record as a value."""
        return Evidence(
            documents=self.documents,
            descriptions=tuple(self.descriptions),
            texts=self.texts,
            subjects=self.subjects,
            claims=self.claims,
            readings=tuple(self._readings()),
            judgements=tuple(self.judgements),
            decisions=tuple(self.decisions),
            head=self._acts(),
        )

    def read_by(self, clearance: Clearance) -> Knowledge:
        """What a reader of that clearance may see, folded."""
        return fold(self.evidence(), Reader(clearance=clearance)).knowledge
