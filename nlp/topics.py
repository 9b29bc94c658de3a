"""Of whom a stretch of text tells, where one person alone is spoken of."""

import re
from collections.abc import Sequence

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.mention import Mention
from nlp.name_forms import keys
from nlp.paragraph import Paragraph
from nlp.slavic import agrees, reflexive, several
from nlp.who import attributive


def people_of(found: Sequence[Mention]) -> list[Mention]:
    """Each person once, by surname, else by the words; of one family each by the given name."""
    out: list[Mention] = []
    for mention in found:
        if not any(_alike(mention, m) for m in out):
            out.append(mention)
    return out


def _alike(a: Mention, b: Mention) -> bool:
    names = [keys(m.feature("surname") or m.words) for m in (a, b)]
    given = [m.feature("given") for m in (a, b)]
    if given[0] and given[1] and keys(given[0]).isdisjoint(keys(given[1])):
        return False
    return not names[0].isdisjoint(names[1])


def topic_of(
    found: Findings, clause: Clause, told: Sequence[Mention], earlier: Sequence[Mention]
) -> Mention | None:
    """Of those told of before the clause, else of the paragraph before, the only one.

    Not where a group came in between, nor one whose gender the verb denies.
    """
    trigger, low = clause.trigger, found.page.low
    known = told or ([] if inside(found.beings, 0, clause.start) else earlier)
    if trigger is None or len(known) != 1 or inside(found.groups, 0, clause.start):
        return None
    verb = low[trigger.start : trigger.end].split()
    describes = attributive(found, clause)
    subject = trigger.mode == "self" or describes or reflexive(verb)
    if subject and (several(verb) or not agrees(verb, known[0].feature("gender"))):
        return None
    said = found.page.words.pattern("modality.said")
    if describes and said.search(low, clause.start, clause.end):
        return None  # "Звільнений з полону побратим розповів"
    return known[0]


def another(page: Paragraph, word: re.Match[str]) -> bool:
    """`сина відпустили`, `у Таганрозі Ткаченка посадили`: not the one told of before."""
    if page.words.pattern("pronouns.relatives").fullmatch(word.group()):
        return True
    name = page.text[word.start()].isupper() and page.language == "uk"
    return name and page.sentence_at(word.start())[0] < word.start()


def of_some(found: Findings, sentence: tuple[int, int], clause: Clause) -> bool:
    """`Із сорока вивезених п'ятьох судили`, `ті, кому …`: it tells of some whom no name says."""
    trigger, low = clause.trigger, found.page.low
    if found.page.language != "uk" or trigger is None:
        return False
    lead = low[sentence[0] : trigger.start]
    those = trigger.mode == "object" and _THOSE.search(lead)
    return bool(trigger.mode == "noun" or those or _SOME.search(lead))


_SOME = re.compile(  # "із сорока вивезених п'ятьох судили"
    r"(?<!\w)(?!обох|усіх|всіх)(?:[\w']*(?:ьох|вох)|багатьох|когось|декого|кожного|решту|частину|одних)(?!\w)"
)
_THOSE = re.compile(r"(?<!\w)(?:ті|тих|тим), (?:кому|кого|хто)(?!\w)")
