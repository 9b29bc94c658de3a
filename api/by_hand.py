"""Claims that a person makes, at the terminal or over HTTP: what is said becomes values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from api.asking import Serving
from graph.acts import Hand
from graph.claim import Claim, Kind, Polarity, Subject
from graph.document import Text
from graph.edtf import parse_edtf
from graph.errors import InvalidValue, NotFound
from graph.evidence import Batch
from graph.knowledge import Knowledge
from graph.period import UNDATED
from graph.schema import schema

UNREAD = "\0"  # stands in no text that was taken in, and in no words of a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a passage says; each role with the kind of what fills it, and its words."""

    quote: str
    says: str
    roles: Sequence[tuple[str, Kind, str]]
    when: str | None
    details: Sequence[tuple[str, str]]
    polarity: str
    why: str

    def claimed(self, hand: Hand, text: Text) -> Batch:
        """The claim on that text, with its subjects.

        Raises:
            InvalidValue: words that do not stand in it, or a property, role or detail that the
                schema does not know.
            InvalidPeriod: `when` is no date.
        """
        self._check()
        return hand.claim(
            text,
            quote=self.quote,
            says=self.says,
            roles=self.roles,
            period=UNDATED if not self.when else parse_edtf(self.when),
            details=self.details,
            polarity=Polarity(self.polarity),
        )

    def _check(self) -> None:
        if UNREAD in "".join((self.quote, *(words for _, _, words in self.roles))):
            raise InvalidValue(field="quote", value=self.quote, expected="words")
        known = schema()
        happenings = {n: p for n, p in known.properties.items() if p.roles and n != "before"}
        if self.says not in happenings:
            raise InvalidValue(field="says", value=self.says, expected=", ".join(happenings))
        allowed = happenings[self.says].roles
        for role, kind, _ in self.roles:
            if kind not in allowed.get(role, ()):
                fitting = (f"{r}={k}:…" for r, kinds in allowed.items() for k in kinds)
                raise InvalidValue(
                    field="role", value=f"{role}={kind}", expected=", ".join(fitting)
                )
        for name, _ in self.details:
            known.check_code("detail", name)


def added(serving: Serving, hand: Hand, document: str, said: Said) -> Batch:
    """A claim on a document, accepted in the same act with its reason; undone with that act.

    Raises:
        NotFound: no such document that this reader may see.
        InvalidValue, InvalidPeriod: as for `Said.claimed`.
    """
    known = serving.knowledge()
    texts = [t.id for t in known.evidence.texts.values() if t.document == document]
    if not texts:
        raise NotFound(kind="document", wanted=document)
    read = [readable(serving, known, text) for text in texts]
    text = next((t for t in read if said.quote and said.quote in t.content), read[0])
    made = _rewritten(said.claimed(hand, text), hand, known, {})
    return hand.add(serving.current.evidence(), made, why=said.why)


def corrected(serving: Serving, hand: Hand, claim: str, said: Said) -> Batch:
    """Another claim in the stead of one, on the same text; who told it, and how, stays.

    Raises:
        NotFound: no such claim that this reader may see.
        InvalidValue, InvalidPeriod: as for `Said.claimed`.
    """
    known = serving.knowledge()
    if claim not in known.evidence.claims:
        raise NotFound(kind="claim", wanted=claim)
    wrong = known.evidence.claims[claim]
    text = readable(serving, known, wrong.passage.text)
    made = said.claimed(hand, text)
    stays = {  # a pronoun, or a name that stands there twice, goes on meaning whom it meant
        name.subject: old
        for name, (role, kind, words) in zip(made.claims[:-1], said.roles, strict=True)
        for was, old in wrong.roles
        if was == role and _is(known.evidence.subjects[old], kind, words, text)
    }
    made = _rewritten(made, hand, known, stays, told_as=wrong)
    act = hand.correct(serving.current.evidence(), claim, made.claims[-1], why=said.why)
    return replace(act, subjects=made.subjects, claims=made.claims, readings=made.readings)


def _is(subject: Subject, kind: Kind, words: str, text: Text) -> bool:
    at = subject.passage
    own = text.content[at.start : at.end] if at.text == text.id else ""
    return (subject.kind, own) == (kind, words)


def _rewritten(
    made: Batch,
    hand: Hand,
    known: Knowledge,
    stays: Mapping[str, str],
    told_as: Claim | None = None,
) -> Batch:
    """The claim with roles filled by those who were there before, told as that other was.

    What a reading found without a name ("he", "my brother") gets none by being pointed at.
    """
    said = made.claims[-1]
    if told_as is not None:
        said = replace(
            said,
            told=told_as.told,
            hearsay_depth=told_as.hearsay_depth,
            teller=told_as.teller,
            basis=told_as.basis,
        )
    roles = tuple((role, stays.get(subject, subject)) for role, subject in said.roles)
    said = hand.scribe.claim(replace(said, id="", roles=roles))
    visible = known.evidence.claims.values()
    named = {c.subject for c in visible if c.property == "name"}
    nameless = {s for c in visible for s in c.subjects()} - named
    names = [replace(c, subject=stays.get(c.subject, c.subject)) for c in made.claims[:-1]]
    claims = (*(hand.scribe.claim(c) for c in names if c.subject not in nameless), said)
    subjects = tuple(s for s in made.subjects if stays.get(s.id, s.id) == s.id)
    reading = hand.scribe.by_hand(said.passage.text, claims)
    return replace(made, subjects=subjects, claims=claims, readings=(reading,))


def stands(serving: Serving, known: Knowledge, texts: Iterable[str], quote: str) -> bool:
    """Whether one of these texts has those words, where this reader may read them."""
    return UNREAD not in quote and any(
        quote in readable(serving, known, text).content for text in texts
    )


def readable(serving: Serving, known: Knowledge, text: str) -> Text:
    """A text as far as this reader may read it: elsewhere no words are found to stand in it."""
    whole = serving.record.text(text)
    if text in known.readable_texts:
        return whole
    shown = [UNREAD] * len(whole.content)
    for claim in known.evidence.claims.values():
        if claim.passage.text == text:
            inside = slice(claim.passage.start, claim.passage.end)
            shown[inside] = whole.content[inside]
    return replace(whole, content="".join(shown))
