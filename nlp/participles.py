"""Whom a participle in full form speaks of: `Гая, содержавшегося в …`, `затриманого в … Гая`."""

import re

from nlp.clauses import Clause, Trigger
from nlp.findings import Findings, inside
from nlp.lists import joined
from nlp.mention import Mention

_FULL = re.compile(
    r"\w+(?:ш|щ)(?:ий|его|ему|им|ем|ая|ей|ую|ие|их|ими)(?:ся)?|"
    r"\w+(?:нн|[аяеёиыу]т|[еи]м)(?:ый|ого|ому|ым|ом|ая|ой|ую|ые|ых|ыми)"
)
_OBLIQUE = re.compile(  # a nominative may be the verb
    r"(?!вин)\w+[аеєиіоюя][нт](?:ого|ому|им|ої|ій|ою|их|ими)"
)
_FORMS = {"ru": _FULL, "uk": _OBLIQUE}
_PLURAL = re.compile(r"(?:ие|их|ими|ые|ых|ыми)(?:ся)?$")
_APPOSED = re.compile(  # "Гая (1990 г. р.), жителя Херсона, ранее задержанного"
    r"(?:\s\([^()]{1,80}\))?,\s(?:[\w«»-]+\s){0,6}?(?:[\w«»-]+,\s)?(?:(?:ранее|уже|тогда|недавно|"
    r"впоследствии|позже|раніше|вже|тоді|нещодавно|згодом|пізніше|ще|\w+но)\s){0,2}"
)
_BEFORE_NAME = re.compile(r"[^.,;:!?—]{0,70}")
_VERB = re.compile(r"(?<!\w)\w+(?:[аеияуоё]л[аои]?|ет|ит|ют|ут|ся)(?!\w)")
_REACH = 160


def is_full(found: Findings, trigger: Trigger) -> bool:
    """Whether a word of the trigger is a participle in full form, that describes somebody."""
    if found.page.language not in _FORMS or trigger.mode == "noun":
        return False
    return _form(found, trigger) is not None


def of_others(found: Findings, trigger: Trigger) -> bool:
    """`по словам освобождённых из плена`, `освобождённый из плена товарищ`: men unnamed."""
    form = _form(found, trigger) if is_full(found, trigger) else None
    if form is None:
        return False
    return bool(_PLURAL.search(form)) or _freed(trigger)


def _freed(trigger: Trigger) -> bool:
    return trigger.property in ("released", "exchanged")


def _form(found: Findings, trigger: Trigger) -> str | None:
    words = found.page.low[trigger.start : trigger.end].split()
    if words[0] in ("среди", "серед", "на", "перед", "подсудимыми", "подсудимым"):
        return None
    form = _FORMS[found.page.language]
    return next((w for w in (words[0], words[-1]) if form.fullmatch(w)), None)


def described(found: Findings, clause: Clause, trigger: Trigger) -> tuple[Mention, ...]:
    """The person (or sized group) before its comma, else right after its own words."""
    page = found.page
    sentence = page.sentence_at(trigger.start)
    plural = bool(_PLURAL.search(_form(found, trigger) or ""))
    before = inside(found.beings, max(sentence[0], trigger.start - _REACH), trigger.start)
    if before and _APPOSED.fullmatch(page.low, before[-1].end, trigger.start):
        people = [m for m in before if m.label == "person"]
        chain = joined(page, people, last=True)
        if plural and len(chain) > 1 and chain[-1] is before[-1]:
            return chain  # "Заики и Корж, обвиняемых в шпионаже"
        return _fitting(before[-1], plural=plural)
    if page.low.endswith(", ", 0, trigger.start):
        return _last_full(found, sentence[0], trigger.start) if not plural else ()
    after = inside(found.beings, trigger.end, sentence[1])
    if _freed(trigger) and after:
        between = _VERB.search(page.low, trigger.end, after[0].start)
        if between or not after[0].named:
            return ()  # "освобождённый из плена боец рассказал": it says who he is
    if after and _BEFORE_NAME.fullmatch(page.low, trigger.end, after[0].start):
        return _fitting(after[0], plural=plural)
    return ()


def subject_described(found: Findings, trigger: Trigger) -> tuple[Mention, ...]:
    """`Помер засуджений до 20 років Гай`: the name that comes after the participle."""
    page = found.page
    said = _DESCRIBES.match(page.low, trigger.end) if page.language == "uk" else None
    if said is None or trigger.mode != "self":
        return ()
    after = inside(found.people, said.end(), page.sentence_at(trigger.start)[1])
    near = bool(after) and _BEFORE_NAME.fullmatch(page.low, said.end(), after[0].start)
    named = near and after[0].named and after[0].feature("nominative") == "yes"
    return (after[0],) if named else ()


_DESCRIBES = re.compile(r"\s\w+[нт](?:ий|а)(?=\s)")


def _last_full(found: Findings, start: int, end: int) -> tuple[Mention, ...]:
    """The one person that the sentence has named in full, where more than a few words follow."""
    full = [m for m in inside(found.people, start, end) if m.feature("given") and m.named]
    return (full[0],) if len(full) == 1 else ()


def _fitting(mention: Mention, *, plural: bool) -> tuple[Mention, ...]:
    """One person for a singular, a group whose size is said for a plural."""
    one = mention.label == "person"
    fits = not plural if one else plural and mention.named
    return (mention,) if fits else ()
