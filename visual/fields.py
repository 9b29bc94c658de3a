"""Fields of forms and requests, as the pages call them."""

from graph.schema import schema
from visual.shown import Shown


def field_name(shown: Shown, field: str, *, page: str = "paths") -> str:
    """What a page calls a field of its form; one that no form has, by its own name."""
    keys = (f"{page}_{field}", f"path_{field}", field)
    return next((shown.t(key) for key in keys if shown.worded(key)), field)


def may_hold(shown: Shown, field: str, expected: str) -> str:
    """The codes that a field may hold by their names; empty where it holds no code."""
    if not expected or field not in schema().vocabularies:
        return ""
    return ", ".join(shown.code(field, code) for code in expected.split(", "))
