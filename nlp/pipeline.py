"""spaCy pipelines for en, uk and ru: one component a kind of mention, spans in `doc.spans`.

The tokenizer is our own, so that every rule's bounds are bounds of tokens: spaCy's keep `СИЗО-2`
whole and split `в/ч` in one language only. spaCy is loaded at the first reading, not at import.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.period import Period
from nlp.dates import Dated, date_mentions, dates
from nlp.facilities import facilities
from nlp.findings import Findings
from nlp.groups import groups, pronouns
from nlp.legal import articles, terms
from nlp.mention import Mention
from nlp.organisations import organisations
from nlp.paragraph import Paragraph
from nlp.people import people
from nlp.places import places
from nlp.russian import russian_people
from nlp.stretches import Stretches

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_HEADING = re.compile(r"[IVX]{1,4}\.\s\w+(?:\s\w+){0,3}")  # "V. Detention" is nobody
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_FOUND, _PAGE, _CONTEXT = "found", "page", "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a paragraph is read with: the day of publication, and names known from elsewhere."""

    published: Period | None = None
    news: bool = False
    surnames: frozenset[str] = frozenset()


def find(page: Paragraph, context: Context) -> Findings:
    """Runs the pipeline of the paragraph's language over it."""
    pipeline = language_pipeline(page.language)
    with pipeline.memory_zone():
        doc = pipeline.make_doc(page.text)
        doc.user_data.update({_PAGE: page, _CONTEXT: context, _FOUND: {}})
        found: dict[str, Any] = pipeline(doc).user_data[_FOUND]
    return Findings(
        page=page,
        facilities=tuple(found["facilities"]),
        people=tuple(found["people"]),
        groups=tuple(found["groups"]),
        pronouns=tuple(found["pronouns"]),
        organisations=tuple(found["organisations"]),
        places=tuple(found["places"]),
        articles=tuple(found["articles"]),
        terms=tuple(found["terms"]),
        dates=tuple(found["dated"]),
    )


Finder = Callable[[Paragraph, Context, dict[str, Any]], list[Mention]]


def _taken(found: dict[str, Any]) -> list[Mention]:
    return [m for name, ms in found.items() if name not in ("dated", "pronouns") for m in ms]


def _dates(page: Paragraph, context: Context, found: dict[str, Any]) -> list[Mention]:
    dated: list[Dated] = dates(page, context.published, news=context.news)
    busy = Stretches((m.start, m.end) for m in _taken(found))
    free = [d for d in dated if not busy.meets(d.start, d.end)]
    found["dated"] = free
    return date_mentions(free)


def _people(page: Paragraph, context: Context, found: dict[str, Any]) -> list[Mention]:
    read = russian_people if page.language == "ru" else people
    named = read(page, _taken(found), context.surnames)
    return [m for m in named if not _HEADING.fullmatch(page.text.strip("#* "))]


_FINDERS: dict[str, Finder] = {
    "facilities": lambda page, _context, _found: facilities(page),
    "organisations": lambda page, _context, found: organisations(page, _taken(found)),
    "articles": lambda page, _context, _found: articles(page),
    "terms": lambda page, _context, _found: terms(page),
    "dates": _dates,
    "people": _people,
    "groups": lambda page, _context, found: groups(page, _taken(found)),
    "places": lambda page, _context, found: places(page, _taken(found)),
    "pronouns": lambda page, _context, found: pronouns(page, _taken(found)),
}


@cache
def language_pipeline(language: str) -> "Language":
    """The spaCy pipeline of `en`, `uk` or `ru`: blank, our tokenizer, our components."""
    import spacy
    from spacy.language import Language

    pipeline = spacy.blank(language)
    pipeline.tokenizer = _Words(pipeline.vocab)
    for name, finder in _FINDERS.items():
        factory = f"whereabouts_{name}"
        if not Language.has_factory(factory):
            Language.component(factory, func=_component(name, finder))
        pipeline.add_pipe(factory)
    return pipeline


def _component(name: str, finder: Finder) -> Callable[["Doc"], "Doc"]:
    """A spaCy component that keeps what the finder finds, and shows it as spans."""

    def component(doc: "Doc") -> "Doc":
        data = doc.user_data
        mentions = finder(data[_PAGE], data[_CONTEXT], data[_FOUND])
        data[_FOUND][name] = mentions
        spans = [
            doc.char_span(m.start, m.end, label=m.label, kb_id=m.rule, alignment_mode="expand")
            for m in mentions
        ]
        doc.spans[name] = [s for s in spans if s is not None]
        return doc

    return component


class _Words:
    """Words, numbers and signs each a token: `СИЗО-2` is three, in every language."""

    def __init__(self, vocab: "Vocab") -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> "Doc":
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for piece in _TOKEN.findall(text):
            if piece == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)
