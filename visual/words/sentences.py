"""Sentences of a summary: verbs by grade, parts that may be missing, names never declined."""

from graph.answer.summary import NotKnown, Sentence
from graph.grade import Grade
from visual.names import Names
from visual.words.called import called
from visual.words.filling import Filling
from visual.words.plain import PlainWords

FRAMED = frozenset({Grade.DISPUTED, Grade.UNCONFIRMED_LEAD, Grade.REFUTED})
UNFRAMED = ("contradiction.", "facility.")  # they say it themselves, or beside the value
BY_GRADE = ("was", "were", "has", "hedge")
# Of these a certainty of None says that the order is not determined.
IN_ORDER = frozenset(
    {"person.later_documented", "person.again_documented", "person.last_documented"}
    | {"relation.codetained", "relation.touching"}
)


def worded(words: PlainWords, sentence: Sentence | NotKnown, names: Names) -> str:
    """The sentence, framed where sources disagree, where it is a lead, or refuted."""
    fields = dict(Filling(words, names, sentence.template).fill(sentence.slots))
    if isinstance(sentence, Sentence):
        fields |= _strength(words, sentence)
    said = " ".join(words.t(sentence.template, **fields).split())
    said = _capital(words, said, sentence, names)
    grade = sentence.grade if isinstance(sentence, Sentence) else None
    if grade in FRAMED and not sentence.template.startswith(UNFRAMED):
        return words.t(f"frame.{grade}", sentence=said)
    return said


def _strength(words: PlainWords, sentence: Sentence) -> dict[str, str]:
    grade = sentence.grade or Grade.REPORTED
    found = {name: words.t(f"{name}.{grade}") for name in BY_GRADE}
    found["strength"] = words.t("part.strength", it=words.grade(grade))
    holds = sentence.certainty or "undetermined"
    timeless = sentence.certainty is None and sentence.template not in IN_ORDER
    found["holds"] = "" if timeless else words.t(f"holds.{holds}")
    return found


def _capital(words: PlainWords, said: str, sentence: Sentence | NotKnown, names: Names) -> str:
    """A description may open a sentence; the letters of a name are never changed."""
    ids = [s.value for s in sentence.slots if s.kind == "entity" and isinstance(s.value, str)]
    described = [c for i in ids if (c := called(words, i, names)) != names.entity(i).label]
    if said.startswith((words.t("unnamed.nobody"), *described)):
        return said[:1].upper() + said[1:]
    return said
