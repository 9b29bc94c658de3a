"""Questions and answers: the question supplies the verb, its answer the place and the time."""

import re
from dataclasses import replace

from nlp.clauses import Clause, Trigger, clauses
from nlp.findings import Findings
from nlp.mention import Mention
from nlp.roles import preposition
from nlp.version import rule

_ASKS = re.compile(r"\?[\s*_»”\"')]*$")
_WHERE = {
    "en": re.compile(r"(?<!\w)(?:where|when|which|how|the (?:day|date|moment|place))(?!\w)"),
    "uk": re.compile(r"(?<!\w)(?:де|куди|звідки|коли|як\w{0,2})(?!\w)"),
    "ru": re.compile(r"(?<!\w)(?:где|куда|откуда|когда|как(?:\w{2,3})?|сколько|долго)(?!\w)"),
}
_YOU = {
    "en": re.compile(r"(?<!\w)you(?!\w)"),
    "uk": re.compile(r"(?<!\w)(?:вас|ви|вам|тебе|ти|тобі)(?!\w)"),
    "ru": re.compile(r"(?<!\w)(?:вас|вы|вам|тебя|ты|тебе)(?!\w)"),
}
_MARKED = re.compile(r"[\s*_]*(?:q|question|interviewer|питання|запитання|вопрос)\s?[:.][\s*_]")
_ANSWERED = frozenset(("moved", "held_at", "captured", "exchanged", "released"))
_AT_REST = re.compile(r"(?<!\w)(?:где)(?!\w)")  # "где вы оказались"
_TAKEN = re.compile(r"забра|забир|увели|уведи")  # "как вас забрали"
_WHERE_TO = re.compile(r"(?<!\w)(?:куда|откуда|куди|звідки)(?!\w)")
_LONGEST = 300
_PAIR = 2
_MARK = 2


def is_question(found: Findings) -> bool:
    """Whether the paragraph is a question, put to somebody who is called *you*."""
    return _asks(found) and bool(_YOU[found.page.language].search(found.page.low))


def asks(sentence: str) -> bool:
    """Whether a sentence is a question, which asserts nothing."""
    return bool(_ASKS.search(sentence))


def _asks(found: Findings) -> bool:
    page = found.page
    return len(page.text) <= _LONGEST and (asks(page.text) or bool(_MARKED.match(page.low)))


def is_interview(found: tuple[Findings, ...]) -> bool:
    """Whether two paragraphs at least are questions, one of them to *you*; of a pair, the first."""
    asking = [findings for findings in found[:-1] if _asks(findings)]
    return any(map(is_question, asking)) and (len(asking) > 1 or len(found) == _PAIR)


def asked(found: Findings) -> Trigger | None:
    """The verb that the answer leaves out, if the question asks where or when of one happening."""
    page = found.page
    if not is_question(found) or not _WHERE[page.language].search(page.low):
        return None
    told = [c.trigger for c in clauses(found, page.sentences[-1]) if c.trigger is not None]
    if len(told) != 1 or told[0].property not in _ANSWERED:
        return None
    others = [m for m in found.beings if m.feature("pronoun") not in ("i", "we", "one")]
    if page.language != "en" and others:
        return None  # "когда его обменяли?"
    there = bool(page.words.pattern("deixis.at").search(page.low))
    name = told[0].property
    if name == "moved" and _AT_REST.search(page.low):
        name = "held_at"
    if name == "moved" and _TAKEN.search(page.low, told[0].start, told[0].end):
        away = any(preposition(page, m, 0) for m in found.ends)
        name = name if away or _WHERE_TO.search(page.low) else "captured"
    return replace(
        told[0],
        property=name,
        mode="object",
        strong=True,
        sighting=False,
        asked=True,
        there=there or (name == "held_at" and len(found.ends) == 1),
    )


def answer(found: Findings, question: Trigger) -> tuple[tuple[int, int], Clause] | None:
    """The first sentence of an answer that has no verb of its own, as a clause of that verb."""
    sentence = found.page.sentences[0] if found.page.sentences else (0, 0)
    parts = clauses(found, sentence)
    weak = [c.trigger for c in parts if c.trigger is not None]
    if not parts or any(t.strong or t.mode != "self" for t in weak):
        return None
    part = next((p for p in parts if p.end - p.start > _MARK), parts[0])  # not the "A" of "A: …"
    start = part.start
    return sentence, replace(part, trigger=replace(question, start=start, end=start))


def interviewee(found: Findings) -> Mention | None:
    """The one asked, as the question calls him."""
    page = found.page
    you = _YOU[page.language].search(page.low)
    if you is None:
        return None
    return Mention(
        label="person",
        start=you.start(),
        end=you.end(),
        words=page.text[you.start() : you.end()],
        rule=rule("interviewee"),
        named=False,
        features=(("pronoun", "i"), ("gender", ""), ("nominative", "")),
    )
