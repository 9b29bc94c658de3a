"""What people do to the record: judge, accept, reject, correct, retract, protect, undo.

Every act is a value to append; none overwrites. An act names the earlier act on the same target
that it follows, so judging, undoing and judging again are three acts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.claim import Claim, Kind, Polarity, Subject
from graph.clearance import Clearance
from graph.decision import Act, Decision
from graph.document import Passage, Text
from graph.errors import AlreadyOne, ContestedJoin, InvalidValue, NotFound
from graph.evidence import Batch, Evidence
from graph.fold.clusters import alike, clusters
from graph.fold.effective import effective
from graph.judgement import Judgement, Verdict
from graph.period import UNDATED, Period
from graph.scribe import Scribe

_FLOORS = (Clearance.RESTRICTED.word, Clearance.CONFIDENTIAL.word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who acts, and when (ISO 8601, UTC)."""

    scribe: Scribe
    author: str
    at: str

    def judge(self, evidence: Evidence, a: str, b: str, verdict: Verdict, *, why: str) -> Batch:
        """A verdict on two subjects, by evidence of what its author sees.

        Were it judged by more, a refusal would tell of what is hidden.

        Raises:
            NotFound: the evidence holds no such subject.
            AlreadyOne: one and the same subject; names the judgements that join it with others.
            InvalidValue: two of different kinds, or no reason.
            ContestedJoin: *same* would join what is held apart; names the chain, what to withdraw.
        """
        one, other = _subject(evidence, a), _subject(evidence, b)
        if a == b:
            raise _already_one(evidence, a)
        if not alike(one.kind, other.kind):
            raise InvalidValue(
                field="subjects", value=f"{one.kind}, {other.kind}", expected="two of one kind"
            )
        pair = tuple(sorted((a, b)))
        earlier = [j for j in evidence.judgements if j.pair == pair]
        made = self.scribe.judgement(
            a,
            b,
            verdict,
            author=self.author,
            by_person=True,
            why=_reason(why),
            at=self.at,
            after=_last(earlier),
        )
        self._refuse_contested(evidence, made)
        return Batch(judgements=(made,))

    def _refuse_contested(self, evidence: Evidence, made: Judgement) -> None:
        last = max((j.seq for j in evidence.judgements), default=0)
        newest = replace(made, seq=last + 1)
        found = clusters((*effective(evidence).judgements, newest), evidence.subjects).contested
        for case in found:
            if case.judgement.id == made.id:
                by_person = {j.id for j in evidence.judgements if j.by_person}
                raise ContestedJoin(
                    a=made.a,
                    b=made.b,
                    chain=case.chain,
                    withdraw=tuple(j for j in case.chain if j in by_person),
                )

    def decide(
        self, evidence: Evidence, act: Act, target: str, *, why: str, value: str | None = None
    ) -> Batch:
        """A decision on a claim, document, subject or earlier act.

        Raises:
            NotFound: the record holds no such target.
            InvalidValue: no reason.
        """
        if target not in _targets(evidence, act):
            raise NotFound(kind=act, wanted=target)
        if act in {Act.CLEARANCE, Act.PROTECT} and value not in _FLOORS:
            raise InvalidValue(field=act, value=value or "", expected=", ".join(_FLOORS))
        return Batch(decisions=(self._decision(evidence, act, target, why=why, value=value),))

    def correct(self, evidence: Evidence, claim: str, corrected: Claim, *, why: str) -> Batch:
        """Reject a claim and add another in its stead, which cites the same passage.

        Raises:
            NotFound: the record holds no such claim.
            InvalidValue: the correction cites another text, or no reason.
        """
        if claim not in evidence.claims:
            raise NotFound(kind="claim", wanted=claim)
        if corrected.passage.text != evidence.claims[claim].passage.text:
            raise InvalidValue(
                field="passage", value="another text", expected="the passage corrected"
            )
        written = self.scribe.claim(corrected)
        decision = self._decision(evidence, Act.CORRECT, claim, why=why, value=written.id)
        reading = self.scribe.by_hand(written.passage.text, (written,))
        return Batch(claims=(written,), decisions=(decision,), readings=(reading,))

    def add(self, evidence: Evidence, made: Batch, *, why: str) -> Batch:
        """A claim by hand and its acceptance as one act: whoever withdraws that undoes both.

        Raises:
            InvalidValue: no reason.
        """
        claim = made.claims[-1].id
        accepted = self._decision(evidence, Act.ACCEPT, claim, why=why, value=None)
        return replace(made, decisions=(accepted,))

    def _decision(
        self, evidence: Evidence, act: Act, target: str, *, why: str, value: str | None
    ) -> Decision:
        return self.scribe.decision(
            act,
            target,
            author=self.author,
            why=_reason(why),
            at=self.at,
            value=value,
            after=_last([d for d in evidence.decisions if d.target == target]),
        )

    def claim(
        self,
        text: Text,
        *,
        quote: str,
        says: str,
        roles: Iterable[tuple[str, Kind, str]],
        period: Period = UNDATED,
        details: Iterable[tuple[str, str]] = (),
        polarity: Polarity = Polarity.ASSERTED,
    ) -> Batch:
        """A claim by a person, of the property `says`; quote and names stand verbatim in the text.

        `roles` are (role, kind, words as they stand in the quote); each named for the first time
        there gets a claim of its name. Knowledge from elsewhere needs a signed note of its own.

        Raises:
            InvalidValue: the quote is not in the text, or the words are not in the quote.
        """
        where = _find(text, quote, field="quote", start=0, end=len(text.content))
        happening = self.scribe.mention(Kind.HAPPENING, text.document, where)
        subjects, claims, filled = [happening], [], []
        for role, kind, words in roles:
            spot = _find(text, words, field=role, start=where.start, end=where.end)
            named = self.scribe.mention(kind, text.document, spot)
            subjects.append(named)
            filled.append((role, named.id))
            name = Claim(id="", passage=spot, subject=named.id, property="name", value=words)
            claims.append(self.scribe.claim(name))
        claim = Claim(
            id="",
            passage=where,
            subject=happening.id,
            property=says,
            roles=tuple(filled),
            details=tuple(details),
            period=period,
            polarity=polarity,
        )
        claims.append(self.scribe.claim(claim))
        return Batch(
            subjects=tuple(subjects),
            claims=tuple(claims),
            readings=(self.scribe.by_hand(text.id, claims),),
        )


def _find(text: Text, words: str, *, field: str, start: int, end: int) -> Passage:
    """Where the words first stand as words of their own ("he", not "the"); else where at all."""
    own = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text.content, start, end)
    at = text.content.find(words, start, end) if own is None else own.start()
    if not words or at < 0:
        raise InvalidValue(field=field, value=words, expected="words that stand in the text")
    return Passage(text=text.id, start=at, end=at + len(words))


def _subject(evidence: Evidence, subject: str) -> Subject:
    try:
        return evidence.subjects[subject]
    except KeyError:
        raise NotFound(kind="subject", wanted=subject) from None


def _already_one(evidence: Evidence, subject: str) -> AlreadyOne:
    counting = effective(evidence).judgements
    known = clusters(counting, evidence.subjects)
    joining = (
        j.id
        for j in counting
        if j.by_person
        and j.verdict is Verdict.SAME
        and {known.of(s) for s in j.pair} == {known.of(subject)}
    )
    return AlreadyOne(
        field="subjects", value="one and the same", expected="two", joined_by=tuple(joining)
    )


def _reason(why: str) -> str:
    if not why.strip():
        raise InvalidValue(field="why", value=why, expected="a reason, in words")
    return why.strip()


def _last(acts: Sequence[Judgement | Decision]) -> str | None:
    newest = max(acts, key=lambda act: act.seq, default=None)
    return None if newest is None else newest.id


def _targets(evidence: Evidence, act: Act) -> set[str]:
    acts = {j.id for j in evidence.judgements} | {d.id for d in evidence.decisions}
    places = {
        Act.ACCEPT: set(evidence.claims),
        Act.REJECT: set(evidence.claims),
        Act.CORRECT: set(evidence.claims),
        Act.RETRACT: set(evidence.documents),
        Act.PUBLISH: set(evidence.documents),
        Act.PROTECT: set(evidence.subjects),
        Act.CONSENT: {*evidence.documents, *evidence.subjects},
        Act.CLEARANCE: {*evidence.documents, *evidence.subjects, *evidence.claims},
        Act.WITHDRAW: acts,
    }
    return places[act]
