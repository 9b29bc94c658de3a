"""Writes values with their ids: the one place that knows what an id is made of.

Reading the same text twice gives the same ids; a correction, a second judgement, an undo are
acts of their own, since their ids include the act they follow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from graph.claim import Claim, Kind, Subject
from graph.clearance import Clearance
from graph.decision import Act, Decision
from graph.document import Description, Document, Passage, Text
from graph.edtf import to_edtf
from graph.errors import SealedRefused
from graph.identifier import Plain, inner_id, sha256
from graph.judgement import Judgement, Verdict
from graph.period import Period
from graph.reading import BY_HAND, Reading


@dataclass(frozen=True, slots=True)
class Scribe:
    """Makes documents, texts, subjects, claims, readings, judgements and decisions."""

    secret: bytes

    def document(self, content: bytes, *, media_type: str) -> Document:
        """The document that these bytes are."""
        return Document(id=sha256(content), size=len(content), media_type=media_type)

    def description(self, description: Description) -> Description:
        """The description with its id.

        Raises:
            SealedRefused: there is no vault yet, so sealed material is not taken in.
        """
        if description.clearance is Clearance.SEALED:
            raise SealedRefused(file=description.title or description.document)
        said: dict[str, Plain] = {
            f.name: _plain(getattr(description, f.name))
            for f in fields(description)
            if f.name != "id"
        }
        return replace(description, id=inner_id(self.secret, "description", said))

    def text(self, text: Text) -> Text:
        """The text with its id."""
        parts = (text.document, text.extractor, sha256(text.content.encode()))
        return replace(text, id=inner_id(self.secret, "text", *parts))

    def mention(self, kind: Kind, document: str, passage: Passage) -> Subject:
        """The subject that a passage speaks of."""
        where = (passage.text, passage.start, passage.end)
        return Subject(
            id=inner_id(self.secret, "subject", kind, *where),
            kind=kind,
            document=document,
            passage=passage,
        )

    def row_subject(
        self, kind: Kind, document: str, passage: Passage, *, role: str, key: tuple[str, ...] = ()
    ) -> Subject:
        """The subject in that role of a row: one a key and document, else one a row.

        `key` holds the verbatim values of the identifying columns; `passage` is the row, and for
        a keyed subject whichever of its rows is met first: it is no part of the id.
        """
        where: Plain = list(key) if key else [passage.text, passage.start, passage.end]
        return Subject(
            id=inner_id(self.secret, "subject", kind, document, role, where),
            kind=kind,
            document=document,
            passage=passage,
            key=key,
        )

    def claim(self, claim: Claim) -> Claim:
        """The claim with roles and details in order, and its id."""
        ordered = replace(
            claim, roles=tuple(sorted(claim.roles)), details=tuple(sorted(claim.details))
        )
        parts: tuple[Plain, ...] = (
            (claim.passage.text, claim.passage.start, claim.passage.end),
            claim.subject,
            claim.property,
            claim.value,
            [list(role) for role in ordered.roles],
            [list(detail) for detail in ordered.details],
            _plain(claim.period),
            claim.polarity,
            claim.told,
            claim.hearsay_depth,
            claim.teller,
            claim.basis,
        )
        return replace(ordered, id=inner_id(self.secret, "claim", *parts))

    def reading(
        self,
        text: str,
        *,
        pipeline: str,
        version: str,
        claims: Iterable[Claim],
        judgements: Iterable[Judgement] = (),
    ) -> Reading:
        """The reading that found these claims and judgements."""
        return Reading(
            id=inner_id(self.secret, "reading", text, pipeline, version),
            text=text,
            pipeline=pipeline,
            version=version,
            claims=tuple(claim.id for claim in claims),
            judgements=tuple(judgement.id for judgement in judgements),
        )

    def by_hand(self, text: str, claims: Sequence[Claim]) -> Reading:
        """The reading of one act by hand: a pipeline of its own, so that no other replaces it."""
        return self.reading(text, pipeline=f"{BY_HAND}{claims[-1].id}", version="1", claims=claims)

    def judgement(
        self,
        a: str,
        b: str,
        verdict: Verdict,
        *,
        author: str,
        by_person: bool,
        why: str,
        at: str = "",
        after: str | None = None,
        relies_on: tuple[str, ...] = (),
    ) -> Judgement:
        """The judgement on a pair, in order of the subjects' ids."""
        first, second = sorted((a, b))
        parts = (first, second, verdict, author, by_person, why, at, after, list(relies_on))
        return Judgement(
            id=inner_id(self.secret, "judgement", *parts),
            a=first,
            b=second,
            verdict=verdict,
            author=author,
            by_person=by_person,
            why=why,
            at=at,
            after=after,
            relies_on=relies_on,
        )

    def decision(
        self,
        act: Act,
        target: str,
        *,
        author: str,
        why: str,
        at: str,
        value: str | None = None,
        after: str | None = None,
    ) -> Decision:
        """The decision on a target."""
        parts = (act, target, value, author, why, at, after)
        return Decision(
            id=inner_id(self.secret, "decision", *parts),
            act=act,
            target=target,
            author=author,
            why=why,
            at=at,
            value=value,
            after=after,
        )


def _plain(value: object) -> Plain:
    if isinstance(value, Period):
        bounds = (value.start.lo, value.start.hi, value.end.lo, value.end.hi)
        return [*bounds, value.aspect, value.precision, value.words, to_edtf(value)]
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(type(value))
