"""Errors as a person reads them."""

from api.settings import LANGUAGES
from graph.errors import WhereaboutsError


def told(error: WhereaboutsError, language: str) -> str:
    """What went wrong and what to do next; in English for a language that there is not."""
    from visual.words.problems import problem

    title, advice = problem(error, language if language in LANGUAGES else "en")
    return f"{title}\n{advice}"
