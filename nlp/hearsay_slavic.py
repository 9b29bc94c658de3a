"""Whether a Ukrainian or Russian clause passes on what somebody told: `Гай казав, що Рудя …`."""

from collections.abc import Sequence

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.mention import Mention
from nlp.name_forms import keys
from nlp.tellers import quoted


def told_of_another(
    found: Findings, clause: Clause, sentence: tuple[int, int], beings: Sequence[Mention]
) -> bool:
    """Whether kin, cellmates or a named witness tell what befell the others in `beings`."""
    page, trigger = found.page, clause.trigger
    if trigger is None or trigger.sighting or quoted(page, trigger.start) is not None:
        return False
    they = any(m.feature("pronoun") in ("they", "we") for m in beings)
    at = trigger.start if trigger.end > trigger.start else clause.end  # "Пише, що він у …"
    if page.words.pattern("hearsay.told").search(page.low[:at], sentence[0]) is not None:
        return not they
    spoken = page.words.pattern("hearsay.after")
    if spoken.search(page.low, clause.start, clause.end) or spoken.match(page.low, sentence[0]):
        return True
    if they:
        return False
    dead = trigger.property == "died"
    return _according(found, sentence, beings, dead=dead) or _witness(found, at, sentence, beings)


def _according(
    found: Findings, sentence: tuple[int, int], beings: Sequence[Mention], *, dead: bool
) -> bool:
    """`За словами Гая, Рудя …`; *he* who died is another, any other *he* may be the teller."""
    for cue in found.page.words.pattern("modality.according").finditer(found.page.low, *sentence):
        near = inside(found.people, cue.end(), cue.end() + _REACH)
        if near and near[0].named and near[0].start - cue.end() == 1:
            return _others(near[0], beings) or (dead and not any(m.named for m in beings))
    return False


_REACH = 40


def _others(teller: Mention, beings: Sequence[Mention]) -> bool:
    named = [m for m in beings if m.named]
    return bool(named) and all(_keys(teller).isdisjoint(_keys(m)) for m in named)


def _witness(
    found: Findings, at: int, sentence: tuple[int, int], beings: Sequence[Mention]
) -> bool:
    """`Гай розповів, що Рудь …`: a person, right before the verb of telling, who is another."""
    page = found.page
    for verb in page.words.pattern("hearsay.says").finditer(page.low[:at], sentence[0]):
        near = inside(found.people, sentence[0], verb.start())
        beside = [m for m in near if 0 <= verb.start() - m.end <= 1 and m.named]
        if beside and _others(beside[-1], beings):
            return True
    return False


def _keys(mention: Mention) -> frozenset[str]:
    return keys(mention.feature("surname") or mention.words)
