"""Claims that a person makes at the terminal: the words of the options become values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.acts import Hand
from graph.claim import Kind, Polarity
from graph.decision import Act
from graph.edtf import parse_edtf
from graph.errors import InvalidValue, NotFound
from graph.evidence import Batch
from graph.period import UNDATED

if TYPE_CHECKING:
    from api.wiring import Workspace
    from graph.document import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a passage says, as the options of a command put it."""

    quote: str
    says: str
    roles: Sequence[str]
    when: str | None
    details: Sequence[str]
    polarity: str
    why: str

    def claimed(self, hand: Hand, text: "Text") -> Batch:
        """The claim on that text, with its subjects.

        Raises:
            InvalidValue: words that do not stand in it, or an option that is not of its form.
            InvalidPeriod: `when` is no date.
        """
        return hand.claim(
            text,
            quote=self.quote,
            says=self.says,
            roles=[_role(role) for role in self.roles],
            period=UNDATED if self.when is None else parse_edtf(self.when),
            details=[_pair(d, field="detail", expected="NAME=VALUE") for d in self.details],
            polarity=Polarity(self.polarity),
        )


def added(workspace: "Workspace", hand: Hand, uid: str, said: Said) -> Batch:
    """A claim on a document, accepted in the same act with its reason.

    Raises:
        NotFound: no such document that this reader may see.
        InvalidValue, InvalidPeriod: as for `Said.claimed`.
    """
    from api.addresses import inner_of

    document = inner_of(workspace, uid)
    if document not in workspace.knowledge().evidence.documents:
        raise NotFound(kind="document", wanted=uid)
    (text, *_) = workspace.record.texts_of(document)
    made = said.claimed(hand, text)
    accepted = hand.scribe.decision(
        Act.ACCEPT, made.claims[-1].id, author=hand.author, why=said.why, at=hand.at
    )
    return replace(made, decisions=(accepted,))


def corrected(workspace: "Workspace", hand: Hand, uid: str, said: Said) -> Batch:
    """Another claim in the stead of one, on the same text.

    Raises:
        NotFound: no such claim that this reader may see.
        InvalidValue, InvalidPeriod: as for `Said.claimed`.
    """
    from api.addresses import inner_of

    wrong = inner_of(workspace, uid)
    evidence = workspace.current.evidence()
    if wrong not in evidence.claims:
        raise NotFound(kind="claim", wanted=uid)
    text = workspace.record.text(evidence.claims[wrong].passage.text)
    made = said.claimed(hand, text)
    act = hand.correct(evidence, wrong, made.claims[-1], why=said.why)
    return replace(act, subjects=made.subjects, claims=made.claims, readings=made.readings)


def _role(option: str) -> tuple[str, Kind, str]:
    expected = "ROLE=KIND:WORDS, such as who=person:Oles Hai"
    role, named = _pair(option, field="role", expected=expected)
    kind, colon, words = named.partition(":")
    if not colon or kind not in list(Kind):
        raise InvalidValue(field="role", value=option, expected=expected)
    return role, Kind(kind), words


def _pair(option: str, *, field: str, expected: str) -> tuple[str, str]:
    name, equals, value = option.partition("=")
    if not equals or not name or not value:
        raise InvalidValue(field=field, value=option, expected=expected)
    return name, value
