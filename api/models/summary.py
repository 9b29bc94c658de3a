"""A summary: sentences worded in one language, each with its claims."""

from typing import ClassVar

from api.asking import Asking
from api.models.base import Answer, Model, Ref, SupportModel
from api.models.outside import Outside
from graph.answer.summary import Sentence, Summary
from visual.shown import Shown


class SentenceModel(Model):
    """One sentence; `template` names it in every language.

    Of one with two dates `starts` and `ends` are the claims that give the first and the second.
    """

    template: str
    words: str
    grade: str | None
    certainty: str | None
    support: SupportModel
    starts: list[str]
    ends: list[str]


class NotKnownModel(Model):
    """What readable claims lack."""

    template: str
    words: str


class SummaryModel(Answer):
    """What can be said, what contradicts, what is not known."""

    rows_in: ClassVar[str] = "sentences"
    language: str
    kind: str
    about: list[Ref]
    sentences: list[SentenceModel]
    contradictions: list[SentenceModel]
    not_known: list[NotKnownModel]
    documents: list[Ref]


def from_summary(answer: Summary, asking: Asking, *, language: str) -> SummaryModel:
    """The model of a summary in a language."""
    outside = Outside(asking)
    shown = Shown(knowledge=asking.knowledge, uid=asking.outward, text=asking.text, lang=language)

    def worded(sentence: Sentence) -> SentenceModel:
        first, then, _ = sentence.by_date() or ((), (), ())
        return SentenceModel(
            template=sentence.template,
            words=shown.sentence(sentence),
            grade=sentence.grade,
            certainty=sentence.certainty,
            support=outside.support(sentence.support),
            starts=outside.claims(first),
            ends=outside.claims(then),
        )

    return SummaryModel(
        language=language,
        kind=answer.kind,
        about=[outside.ref(a) for a in answer.about],
        sentences=[worded(s) for s in answer.sentences],
        contradictions=[worded(s) for s in answer.contradictions],
        not_known=[
            NotKnownModel(template=n.template, words=shown.sentence(n)) for n in answer.not_known
        ],
        documents=outside.documents(answer.documents),
        terms=outside.terms(answer.terms),
        sources=outside.sources(),
    )
