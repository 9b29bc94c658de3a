"""Which mentions of one document are one person, group or facility; only where one alone agrees.

Every join is a link with its rule; two that agree are a tie, and a tie joins nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.claim import Kind
from graph.names.facility_name import FacilityName
from nlp.facility_names import name_of
from nlp.mention import Link, Mention
from nlp.name_forms import keys
from nlp.version import rule

SAME_NAME = "same-name"
_NEAR = 30


@dataclass(slots=True)
class _Person:
    """Mentions joined so far, and what is known of their names."""

    anchor: Mention
    given: frozenset[str]
    surname: frozenset[str]
    initials: str
    gender: str
    last: int  # paragraph of the latest mention
    sentence: int = -1  # start of the sentence of the latest mention
    named: bool = True
    bystander: bool = False
    kin: bool = False
    relation: str = ""
    headed: int = -1  # paragraph of the heading that names him
    suffered: int = -1  # start of the last sentence in which something befell him
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mention with its paragraph and sentence, and the quotation it stands in (-1: none)."""

    mention: Mention
    paragraph: int
    quote: int = -1
    language: str = ""
    sentence: int = -1  # where its sentence starts
    bystander: bool = False  # a lawyer, a relative, one who only tells
    suffers: bool = False  # whether something befalls him there
    fresh: bool = False  # in a paragraph that opens a new case
    headed: bool = False  # named in the heading of what follows
    kin: bool = False  # named as one of the teller's family
    apart: frozenset[int] = frozenset()  # starts of those who only tell of him
    described: int = -1  # start of `a student`, of the name that stands after it
    relation: str = ""  # `son`, of one who is called somebody's son
    beside: frozenset[int] = frozenset()  # starts of those with whom it befell him


def person_links(found: Sequence[Placed]) -> list[Link]:
    """Names, surnames alone, call signs and third-person pronouns, in the order of the text."""
    people: list[_Person] = []
    links: list[Link] = []
    for placed in sorted(found, key=lambda p: (p.mention.start, p.mention.end)):
        mention = placed.mention
        if mention.feature("pronoun") in ("he", "she", "one"):
            link = _pronoun(placed, people)
        elif mention.feature("pronoun") == "relative":
            link = _relative(placed, people)
            if link is None:
                people.append(_new(placed))
        elif mention.feature("pronoun") == "kin":
            link = _kin(placed, people)
            if link is None and placed.language == "en":
                link = _pronoun(placed, people)
            if link is None and not any(p.kin and p.gender == _gender(placed) for p in people):
                people.append(_new(replace(placed, kin=True)))  # "мужа": he needs no name
        elif mention.feature("callsign"):
            link = _callsign(placed, people)
        else:
            link = _name(placed, people)
        if link is not None:
            links.append(link)
    return links


def _gender(placed: Placed) -> str:
    return placed.mention.feature("gender") or ""


def _new(placed: Placed) -> _Person:
    mention = placed.mention
    given, surname = mention.feature("given") or "", mention.feature("surname") or ""
    return _Person(
        anchor=mention,
        given=keys(given) if given else frozenset(),
        surname=keys(surname) if surname else frozenset(),
        initials="".join(w[0] for w in mention.words.replace(".", ". ").split() if w.endswith(".")),
        gender=mention.feature("gender") or "",
        last=placed.paragraph,
        sentence=placed.sentence,
        bystander=placed.bystander,
        kin=placed.kin,
        relation=placed.relation,
        headed=placed.paragraph if placed.headed else -1,
        suffered=placed.sentence if placed.suffers else -1,
    )


def _name(placed: Placed, people: list[_Person]) -> Link | None:
    new = _new(placed)
    beside = [p for p in people if p.anchor.start == placed.described]
    if beside and not any(_fits(p, new) for p in people):
        beside[0].given, beside[0].surname = new.given, new.surname
        _told_of(beside[0], placed)
        return _link(beside[0], placed.mention, "the name stands after what he is")
    fitting = [p for p in people if _fits(p, new)]
    if len(fitting) != 1:
        for known in fitting:  # whoever of them is meant was spoken of last
            known.last, known.sentence = placed.paragraph, placed.sentence
        if not fitting or (new.given and new.surname):
            people.append(new)
        return None
    known = fitting[0]
    _told_of(known, placed)
    known.gender = known.gender or new.gender
    if not known.given:
        known.given = new.given
    if not known.surname:
        known.surname = new.surname
    return _link(known, placed.mention, "one name in the document agrees")


def _fits(known: _Person, new: _Person) -> bool:
    if known.gender and new.gender and known.gender != new.gender:
        return False
    if known.given and new.given and known.given.isdisjoint(new.given):
        return False
    if new.surname and known.surname:
        if known.surname.isdisjoint(new.surname):
            return False
        return _initials_fit(known, new) and _initials_fit(new, known)
    return bool(new.given and known.given) and not (new.surname and known.surname)


def _initials_fit(a: _Person, b: _Person) -> bool:
    if not a.initials:
        return True
    if b.initials:
        return a.initials[0] == b.initials[0]
    return not b.given or any(g.startswith(a.initials[0].lower()) for g in b.given)


def _callsign(placed: Placed, people: list[_Person]) -> Link | None:
    mention = placed.mention
    near = [
        (m.end, p)
        for p in people
        for m in (p.anchor, *p.mentions)
        if _NEAR >= mention.start - m.end >= 0
    ]
    if near:
        _, known = max(near, key=lambda n: n[0])
        known.surname = known.surname or keys(mention.words)
        return _link(known, mention, "the call sign stands beside the name")
    return _name(placed, people)


def _pronoun(placed: Placed, people: list[_Person]) -> Link | None:
    gender = placed.mention.feature("gender")
    agreeing = [
        p
        for p in people
        if (not p.gender or not gender or p.gender == gender)
        and placed.beside.isdisjoint(m.start for m in (p.anchor, *p.mentions))
    ]
    others = [
        p for p in agreeing if placed.apart.isdisjoint(m.start for m in (p.anchor, *p.mentions))
    ]
    if any(p.last == placed.paragraph for p in others):
        agreeing = others  # "Hai was moved. Rud believes that he is in Kursk."
    here = [p for p in agreeing if p.last == placed.paragraph]
    beside = [p for p in here if p.sentence == placed.sentence]
    if len(beside) > 1 and placed.mention.feature("nominative") == "no":
        named = [p for p in beside if p.anchor.named]  # "a cellmate saw him"
        beside = named if len(named) == 1 else beside
    if placed.mention.feature("pronoun") == "one" and placed.language == "en":
        here = [p for p in here if p not in beside]  # "Rud said that the woman …"
        agreeing = [p for p in agreeing if p not in beside]
        beside = []
    fitting = beside or here or ([] if placed.fresh else agreeing)
    why = "one person before it agrees in gender"
    if len(fitting) > 1 and len(beside) <= 1 and (gender or here):
        fitting, why = _spoken_of(fitting, people), "of those before it the text tells of one"
    elif len(fitting) > 1 and not beside:
        above = [p for p in fitting if p.headed == placed.paragraph - 1]
        fitting, why = above, "the heading names one person"
    family = [p for p in agreeing if p.kin and p.anchor.named and not here]
    if len(fitting) != 1 and len(family) == 1 and placed.language == "ru":
        fitting, why = family, "the teller tells of one of his family"
    if len(fitting) > 1 and not here and placed.language == "en":
        fitting = [p for p in fitting if p.last == placed.paragraph - 1 and not p.bystander]
        why = "one person of the paragraph before agrees in gender"
    sole = len(agreeing) == 1 and agreeing[0].anchor.named  # nobody else was named so far
    if len(fitting) != 1 or placed.paragraph - fitting[0].last > 1 + sole:
        return None
    _told_of(fitting[0], placed)
    return _link(fitting[0], placed.mention, why)


def _kin(placed: Placed, people: list[_Person]) -> Link | None:
    """`my brother`, where one of the teller's family who may be meant has a name."""
    gender = placed.mention.feature("gender")
    fitting = [p for p in people if p.kin and (not p.gender or p.gender == gender)]
    if len(fitting) != 1:
        return None
    _told_of(fitting[0], placed)
    return _link(fitting[0], placed.mention, "the teller has named one of his family")


def _relative(placed: Placed, people: list[_Person]) -> Link | None:
    """`her son`: the one person who was called somebody's son before."""
    fitting = [
        p
        for p in people
        if p.relation and p.relation == placed.relation and p.sentence != placed.sentence
    ]
    if len(fitting) != 1:
        return None
    _told_of(fitting[0], placed)
    return _link(fitting[0], placed.mention, "one person of the document is called so")


def _spoken_of(fitting: list[_Person], people: list[_Person]) -> list[_Person]:
    """Those who are no bystanders; of several the one whom the last sentence of them is about.

    It is about the one whom something befell in it, or who alone is named in it, as its subject.
    """
    involved = [p for p in fitting if not p.bystander or p.suffered >= 0]
    if len(involved) <= 1:
        return involved
    latest = max((p.last, p.sentence) for p in involved)
    last = [p for p in involved if (p.last, p.sentence) == latest]
    named = [p for p in last if p.anchor.named]
    last = named if len(named) == 1 else last  # "a cellmate saw him": of the one with a name
    about = len(last) == 1 and (last[0].suffered == latest[1] or _alone(last[0], people))
    return last if about else involved


def _alone(known: _Person, people: list[_Person]) -> bool:
    latest = known.mentions[-1] if known.mentions else known.anchor
    beside = [p for p in people if (p.last, p.sentence) == (known.last, known.sentence)]
    return latest.feature("nominative") == "yes" and len(beside) == 1


def _told_of(known: _Person, placed: Placed) -> None:
    known.last, known.sentence = placed.paragraph, placed.sentence
    known.headed = placed.paragraph if placed.headed else known.headed
    known.kin = known.kin or placed.kin
    known.bystander = known.bystander or placed.bystander
    if placed.suffers:
        known.suffered = placed.sentence


def _link(known: _Person, mention: Mention, why: str) -> Link:
    known.mentions.append(mention)
    return Link(a=known.anchor, b=mention, rule=rule(SAME_NAME), why=why)


def group_links(found: Iterable[Placed]) -> list[Link]:
    """`they`, where one group alone was spoken of before in the paragraph."""
    links: list[Link] = []
    groups: list[Placed] = []
    for placed in sorted(found, key=lambda p: p.mention.start):
        pronoun = placed.mention.feature("pronoun")
        if pronoun is None:
            groups.append(placed)
        elif pronoun == "they":
            before = [g for g in groups if g.paragraph == placed.paragraph]
            if len(before) == 1:
                kinds = (Kind.GROUP, Kind.GROUP)
                why = "one group before it in the paragraph"
                links.append(
                    Link(
                        a=before[0].mention,
                        b=placed.mention,
                        rule=rule(SAME_NAME),
                        why=why,
                        kinds=kinds,
                    )
                )
    return links


def facility_links(found: Iterable[tuple[Mention, str]]) -> list[Link]:
    """Facilities of one document whose names say the same, one of them perhaps less.

    `found` are mentions with the language of their paragraph.
    """
    known: list[tuple[Mention, FacilityName]] = []
    links: list[Link] = []
    for mention, language in sorted(found, key=lambda f: f[0].start):
        name = name_of(mention.words, language)
        fitting = [k for k in known if _same_facility(k[1], name)]
        if len(fitting) == 1:
            kinds = (Kind.FACILITY, Kind.FACILITY)
            why = "one facility of the document agrees in all that is said"
            links.append(
                Link(a=fitting[0][0], b=mention, rule=rule(SAME_NAME), why=why, kinds=kinds)
            )
            if name.number is not None and name.places:
                known[known.index(fitting[0])] = (fitting[0][0], name)
        elif not fitting:
            known.append((mention, name))
    return links


def _same_facility(a: FacilityName, b: FacilityName) -> bool:
    if a.families and b.families and a.families.isdisjoint(b.families):
        return False
    if a.nickname and a.nickname == b.nickname:
        return True
    if a.number != b.number:
        return False
    placed = bool(a.places) and bool(b.places)
    near = not (a.settlements | a.regions).isdisjoint(b.settlements | b.regions)
    if placed and not near:
        return False
    return (a.number is not None and bool(a.families and b.families)) or (placed and near)
