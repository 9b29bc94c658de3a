"""What one claim of the gold is, and when a claim that was read is that one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

PLACES = ("from", "to", "at", "court")
SLACK = timedelta(days=3)
SHORT = 4  # letters; a wording as short as a pronoun has to be equal, a longer one contained
WINDOW = 20  # letters that two quotes share when they are of one sentence
FIRST_PERSON = "i me my mine myself я мене мені меня мне мною мной".split()


@dataclass(frozen=True, kw_only=True)
class Told:
    """One claim about one person or group: of the gold or of the reading."""

    property: str
    who: tuple[str, ...]
    places: dict[str, tuple[str, ...]]
    first: date | None = None
    last: date | None = None
    polarity: str = "asserted"
    told: str = "direct"
    optional: bool = False
    loose: frozenset[str] = frozenset()  # roles that need not be filled
    dated: bool = False  # whether the sentence itself gives a date
    quote: str = ""
    names: tuple[str, ...] = ()  # of the person, after what the reading joined


def wordings(written: str | list[str]) -> tuple[str, ...]:
    """One wording or several, as a tuple."""
    return (written,) if isinstance(written, str) else tuple(written)


def gold_of(document: Path) -> Iterator[Told]:
    """The claims that a careful reader noted, one for each person."""
    for claim in yaml.safe_load(document.with_suffix(".yaml").read_text("utf-8"))["claims"]:
        period = claim.get("period", {})
        loose = {r for r in PLACES if claim.get(f"{r}_optional")}
        for who in claim["who"]:
            yield Told(
                property=claim["property"],
                who=wordings(who),
                places={r: wordings(claim[r]) for r in PLACES if r in claim},
                first=period.get("earliest"),
                last=period.get("latest"),
                polarity=claim.get("polarity", "asserted"),
                told=claim.get("told", "direct"),
                optional=claim.get("optional", False),
                loose=frozenset(loose),
                dated=bool(period) and not period.get("derived") and not period.get("optional"),
                quote=claim["quote"],
            )


def alike(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a wording of one is a wording of the other, or a part of it."""
    pairs = [(_plain(a), _plain(b)) for a in some for b in others if a and b]
    return any(
        a == b or (min(len(a), len(b)) > SHORT and (f" {a} " in f" {b} " or f" {b} " in f" {a} "))
        for a, b in pairs
    )


def _plain(words: str) -> str:
    kept = re.sub(r"[^\w№-]+", " ", words.casefold()).strip()
    return "i" if kept in FIRST_PERSON else re.sub(r"^(the|a|an) ", "", kept)


def in_time(gold: Told, said: Told, *, strict: bool) -> bool:
    """Whether the dates agree; strict: a stated date has to be there, as narrow as stated."""
    if said.first is None and said.last is None:
        return not (strict and gold.dated)
    if gold.first is None or gold.last is None:
        return True
    low, high = said.first or date.min, said.last or date.max - SLACK
    meets = low <= gold.last + SLACK and gold.first <= high + SLACK
    if not strict or not gold.dated:
        return meets
    return (
        meets
        and (said.first is not None or said.last is not None)
        and (
            said.first is None
            or said.last is None
            or (high - low) <= 2 * (gold.last - gold.first) + 4 * SLACK
        )
    )


def fits(gold: Told, said: Told, *, strict: bool) -> bool:
    """Whether what was read is that claim of the gold."""
    if gold.property != said.property or not same_person(gold, said):
        return False
    if gold.polarity != said.polarity:
        unsaid = {gold.polarity, said.polarity} <= {"planned", "refused", "denied"}
        if strict or not unsaid:
            return False
    for role, words in said.places.items():
        if role in gold.places and not alike(gold.places[role], words):
            return False
        if role not in gold.places and _elsewhere(gold, role, words):
            return False
    if strict and any(r not in said.places for r in gold.places if r not in gold.loose):
        return False
    return in_time(gold, said, strict=strict)


def same_person(gold: Told, said: Told) -> bool:
    """Whether a wording of the person is the same; a bare pronoun only in the same sentence."""
    longer = [w for w in gold.who if len(w) > SHORT or _plain(w) == "i"]
    named = [n for n in said.names if len(n) > SHORT and n[0].isupper()]
    if named and any(w[0].isupper() for w in longer) and not alike(longer, named):
        return False  # a pronoun that was taken for somebody else
    if alike(longer, (*said.who, *said.names)):
        return True
    return alike(gold.who, said.who) and same_sentence(gold, said)


def same_sentence(gold: Told, said: Told) -> bool:
    """Whether both quote the same words."""
    one, other = _plain(gold.quote), _plain(said.quote)
    return any(one[i : i + WINDOW] in other for i in range(max(1, len(one) - WINDOW + 1)))


def _elsewhere(gold: Told, role: str, words: Sequence[str]) -> bool:
    """A place said in one role that the gold has in another."""
    return any(r != role and alike(gold.places[r], words) for r in gold.places)


def swapped(gold: Told, said: Told) -> bool:
    """Whether start and end of a transfer were taken for one another."""
    if gold.property != "moved" or said.property != "moved" or not same_person(gold, said):
        return False
    ends = (("from", "to"), ("to", "from"))
    return any(
        one in gold.places
        and other in said.places
        and alike(gold.places[one], said.places[other])
        and not (other in gold.places and alike(gold.places[other], said.places[other]))
        for one, other in ends
    ) and in_time(gold, said, strict=False)
