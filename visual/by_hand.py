"""The form in which a person says what a passage says: what it offers, and what it holds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from graph.claim import Claim, Kind, Polarity
from graph.document import Text
from graph.edtf import to_edtf
from graph.knowledge import Knowledge
from graph.schema import schema
from graph.schema.model import Property

FIRST = ("held_at", "moved")  # what is said most often
NOT_ASKED = frozenset({"lineage", "told_by", "status"})  # what readings and mappings work out


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One role of the form: the kinds that may fill it, and its words as they stand there."""

    role: str
    kinds: tuple[Kind, ...]
    kind: Kind
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the form holds; days as EDTF."""

    says: str
    quote: str = ""
    roles: tuple[Filled, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    when: str = ""
    polarity: str = Polarity.ASSERTED
    why: str = ""


def happenings() -> Mapping[str, Property]:
    """What can be said by hand: whatever happens to somebody, the most frequent first."""
    known = schema().properties
    found = {name: p for name, p in known.items() if "who" in p.roles}
    return {name: found[name] for name in sorted(found, key=lambda n: (n not in FIRST, n))}


def details_of(says: str) -> tuple[str, ...]:
    """The details that a person may give with it."""
    return tuple(d for d in happenings()[says].details if d not in NOT_ASKED)


def codes_of(detail: str) -> tuple[str, ...]:
    """The codes that a detail may hold; none if it is written freely."""
    vocabulary = schema().vocabularies.get(detail)
    return () if vocabulary is None else tuple(vocabulary.values)


def blank(says: str, quote: str = "") -> Form:
    """The form of that happening, with nothing said but the passage."""
    return Form(says=says, quote=quote, roles=roles_of(says, ()))


def roles_of(says: str, given: Iterable[tuple[str, Kind, str]]) -> tuple[Filled, ...]:
    """Every role of that happening: as given, each of several; else empty."""
    said, found = list(given), []
    for role, allowed in happenings()[says].roles.items():
        kinds = tuple(Kind(kind) for kind in allowed)
        fitting = [(k, words) for r, k, words in said if r == role and k in kinds]
        for kind, words in fitting or [(kinds[0], "")]:
            found.append(Filled(role=role, kinds=kinds, kind=kind, words=words))
    return tuple(found)


def form_of(
    claim: Claim, knowledge: Knowledge, *, says: str, text_of: Callable[[str], Text]
) -> Form:
    """The form that says what a claim says, as far as that happening has its roles and details."""
    text = text_of(claim.passage.text)
    quote = text.content[claim.passage.start : claim.passage.end]
    given = [
        (role, knowledge.evidence.subjects[subject].kind, words_of(subject, quote, knowledge, text))
        for role, subject in claim.roles
    ]
    details = {name: value for name, value in claim.details if name in details_of(says)}
    return Form(
        says=says,
        quote=quote,
        roles=roles_of(says, given),
        details=details,
        when=to_edtf(claim.period),
        polarity=claim.polarity,
    )


def words_of(subject: str, quote: str, knowledge: Knowledge, text: Text) -> str:
    """How the quote calls a subject: by the subject's own passage or by a name; else empty."""
    where = knowledge.evidence.subjects[subject].passage
    own = text.content[where.start : where.end] if where.text == text.id else ""
    names = (
        c.value
        for c in knowledge.evidence.claims.values()
        if c.subject == subject and c.property == "name" and c.value
    )
    called = (w for w in (own, *names) if w and w in quote and w != quote)
    return next(called, "")
