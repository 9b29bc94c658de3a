"""Literals of a frame: mode of transport, article, code, term, regime; and its court and judge."""

import re
from functools import cache

from nlp.clauses import Clause
from nlp.findings import Findings, inside
from nlp.legal import regime
from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph

_LEGAL = frozenset(("charged", "tried", "sentenced"))
_ARTICLE_PARTS = ("article", "part", "point", "code")


def mode_of(page: Paragraph, clause: Clause, name: str) -> list[tuple[str, str]]:
    """How somebody was moved, if the clause names one means of transport."""
    if name != "moved":
        return []
    found = {
        mode
        for mode in page.words["modes"]
        if page.words.pattern(f"modes.{mode}").search(page.low, clause.start, clause.end)
    }
    return [("mode", found.pop())] if len(found) == 1 else []


def legal_details(found: Findings, clause: Clause, name: str) -> list[tuple[str, str]]:
    """The one article and the one term of a clause, and the regime; two of a kind are left out."""
    if name not in _LEGAL:
        return []
    details: list[tuple[str, str]] = []
    articles = inside(found.articles, clause.start, clause.end)
    if len(articles) == 1:
        details += [(k, v) for k, v in articles[0].features if k in _ARTICLE_PARTS]
    terms = inside(found.terms, clause.start, clause.end)
    if name == "sentenced" and len(terms) == 1:
        details += [(k, v) for k, v in terms[0].features if k in ("term", "unit")]
        colony = regime(found.page, clause.start, clause.end)
        details += [("regime", colony)] if colony else []
    return details


def people_of_law(found: Findings, clause: Clause) -> list[tuple[str, Mention]]:
    """The court and the judge of a clause, if it names one of each."""
    courts = [
        m for m in inside(found.organisations, clause.start, clause.end) if m.label == "court"
    ]
    roles = [("court", courts[0])] if len(courts) == 1 else []
    lead = _judge(found.page.language)
    judges = [
        m
        for m in inside(found.people, clause.start, clause.end)
        if lead.search(found.page.low, max(0, m.start - 20), m.start)
    ]
    return [*roles, *([("judge", judges[0])] if len(judges) == 1 else [])]


@cache
def _judge(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon(language)['people.judge']})\s$")
