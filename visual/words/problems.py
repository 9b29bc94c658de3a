"""Errors in words: what went wrong, and what to do next."""

from dataclasses import fields

from graph.errors import WhereaboutsError
from visual.words.words import language


def problem(error: WhereaboutsError, code: str) -> tuple[str, str]:
    """Title and advice in the language of that code.

    A kind of error that has no words of its own has those of the kind above it.

    Raises:
        InvalidValue: there are no words in that language.
    """
    words = language(code)
    key = next(k for k in _keys(error) if words.has(f"problem.{k}.title"))
    said = {f.name: _shown(getattr(error, f.name)) for f in fields(error)}
    return words.t(f"problem.{key}.title", **said), words.t(f"problem.{key}.next", **said)


def _keys(error: WhereaboutsError) -> list[str]:
    return [kind.__name__ for kind in type(error).__mro__]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(v) for v in value) or "–"
    return str(value)
