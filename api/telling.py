"""Errors as a person reads them."""

from graph.errors import WhereaboutsError


def told(error: WhereaboutsError, language: str = "en") -> str:
    """What went wrong and what to do next, in one paragraph."""
    from visual.words.problems import problem

    title, advice = problem(error, language)
    return f"{title}\n{advice}"
