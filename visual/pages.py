"""Renders pages: a template, what is shown, and nothing from outside."""

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from visual.shown import Shown

HERE = Path(__file__).parent
STATIC = HERE / "static"


def render(template: str, shown: Shown, *, here: str, elsewhere: str, **given: object) -> str:
    """The page. `here` is the first part of its address, `elsewhere` all after the language."""
    return (
        environment()
        .get_template(template)
        .render(
            shown=shown,
            here=here,
            elsewhere=elsewhere,
            style=style(),
            invented=any(d.invented for d in shown.knowledge.evidence.descriptions),
            **given,
        )
    )


@cache
def environment() -> Environment:
    """The templates; everything put into them is escaped."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def style() -> str:
    """Changes whenever the stylesheet does."""
    return hashlib.sha256((STATIC / "whereabouts.css").read_bytes()).hexdigest()[:12]
